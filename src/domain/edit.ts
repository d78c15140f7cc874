/** Changing plain data at planned paths, without touching the original. */
import { isRecord } from './entries.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Applies `edit` to every value at the path (`*` for all items of a list); where it returns undefined
 * the value is removed. With `neededByItem`, an item of a list that loses the value goes as well.
 */
export const editAt = (
  data: Data,
  path: readonly string[],
  edit: (value: unknown) => unknown,
  neededByItem = false,
): Data => {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(data, key)) return data;
  const value = editInside(data[key], rest, edit, neededByItem);
  if (value === data[key]) return data;
  const { [key]: _old, ...others } = data;
  return value === undefined ? others : { ...data, [key]: value };
};

const editInside = (
  value: unknown,
  path: readonly string[],
  edit: (value: unknown) => unknown,
  neededByItem: boolean,
): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return edit(value);
  if (step !== '*') return isRecord(value) ? editAt(value, path, edit, neededByItem) : value;
  if (!Array.isArray(value)) return value;
  const last = rest.length === 1 ? rest[0] : undefined;
  const items = value.flatMap((item) => {
    const edited = editInside(item, rest, edit, neededByItem);
    const lost = neededByItem && last !== undefined && isRecord(edited) && !Object.hasOwn(edited, last);
    return edited === undefined || lost ? [] : [edited];
  });
  return items.length === value.length && items.every((item, i) => item === value[i]) ? value : items;
};
