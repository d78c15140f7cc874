/** An entry that is still being written → one that a page can show: what is not right yet is left out. */
import { collections, type CollectionName, type DataOf } from '../../../src/schemas/index.ts';
import { isRecord } from '../../../src/domain/guards.ts';

type Data = Readonly<Record<string, unknown>>;
type Step = PropertyKey;

/** Each round takes away what the schema minds most deeply; a form has far fewer levels than this. */
const MOST_ROUNDS = 12;

/** Undefined where nothing at all can be shown. */
export const readPartial = <C extends CollectionName>(collection: C, data: Data): DataOf<C> | undefined => {
  const schema = collections[collection].draft;
  let rest: unknown = data;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = schema.safeParse(rest);
    if (result.success) return isDataOf<C>(result.data) ? result.data : undefined;
    for (const issue of result.error.issues) {
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      for (const path of paths) rest = without(rest, path);
    }
  }
  return undefined;
};

/** The schema of this very collection has just made it. */
const isDataOf = <C extends CollectionName>(value: unknown): value is DataOf<C> => isRecord(value);

/** Plain data without the value at a path; an item of a list goes as a whole, and the rest moves up. */
const without = (value: unknown, [step, ...rest]: readonly Step[]): unknown => {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, i) => {
      if (i !== step) return [item];
      const kept = rest.length === 0 ? undefined : without(item, rest);
      return kept === undefined ? [] : [kept];
    });
  }
  if (!isRecord(value) || typeof step !== 'string') return undefined;
  const { [step]: inner, ...others } = value;
  const kept = rest.length === 0 ? undefined : without(inner, rest);
  return kept === undefined ? others : { ...others, [step]: kept };
};
