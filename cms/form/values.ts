/**
 * Content ⇄ what the form's fields hold. They differ in three places: a record is a list of pairs, a
 * number that may be a text is written in a text field, and a switch that is on unless said otherwise
 * is a choice.
 */
import { pruneBlank } from '../../src/domain/content-file.ts';
import { isRecord } from '../../src/domain/guards.ts';
import { formPlan, type FormName } from './forms.ts';
import { OWN_KEY } from './own-data.ts';
import { KEY, VALUE, type PlannedQuestion } from './plan.ts';

export type Data = Readonly<Record<string, unknown>>;

/** What the form shows of an entry's fields. */
export const toForm = (name: FormName, content: Data): Record<string, unknown> =>
  eachField(formPlan(name), content, shown);

/** What is stored of a form's fields: what the check and pages read. Blanks are dropped. */
export const fromForm = (name: FormName, data: Data): Record<string, unknown> => {
  const { [OWN_KEY]: _, ...fields } = data;
  return pruneBlank(eachField(formPlan(name), fields, stored));
};

type Turn = (field: PlannedQuestion, value: unknown) => unknown;

/** Fields that the plan does not know stay as they are: the check names them. */
const eachField = (fields: readonly PlannedQuestion[], data: Data, turn: Turn): Record<string, unknown> => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = byName.get(key);
      return [key, field ? turn(field, value) : value];
    }),
  );
};

const shown: Turn = (field, value) => {
  switch (field.kind) {
    case 'group':
      return isRecord(value) ? eachField(field.fields, value, shown) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => shown(field.item, item)) : value;
    case 'pairs':
      return isRecord(value)
        ? Object.entries(value).map(([key, one]) => ({ [KEY]: key, [VALUE]: shown(field.value, one) }))
        : value;
    case 'number-or-text':
      return typeof value === 'number' ? String(value) : value;
    case 'flag':
      return isChoice(field) && typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
    default:
      return value;
  }
};

const stored: Turn = (field, value) => {
  switch (field.kind) {
    case 'group':
      return isRecord(value) ? eachField(field.fields, value, stored) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => stored(field.item, item)) : value;
    case 'pairs':
      return Array.isArray(value) ? pairsToRecord(field.value, value) : value;
    case 'number-or-text':
      return typeof value === 'string' && NUMERIC.test(value) ? Number(value) : value;
    case 'flag':
      return isChoice(field) && (value === 'yes' || value === 'no') ? value === 'yes' : value;
    default:
      return value;
  }
};

/** What a YAML file would hold as a number: `600`, `0.22`. */
const NUMERIC = /^\s*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

const isChoice = (field: PlannedQuestion): boolean => field.absent === true;

/** A pair without a key keeps its value under an empty one: the check names it, and nothing is lost unseen. */
const pairsToRecord = (valueField: PlannedQuestion, pairs: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(
    pairs
      .filter(isRecord)
      .map(({ [KEY]: key, [VALUE]: value }) => [typeof key === 'string' ? key.trim() : '', stored(valueField, value)]),
  );
