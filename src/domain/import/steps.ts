/** What a mapping does to values on their way, one step after the other. */
import { isRecord } from '../entries.ts';
import { readDay } from './dates.ts';
import type { Step } from './mapping.ts';
import { readAmount } from './numbers.ts';
import type { Found } from './read-source.ts';
import type { ImportTools, Say } from './row.ts';

export interface Stepping {
  tools: ImportTools;
  field: string;
  say: Say;
}

const MARKUP = /<[a-z!/][^<>]*>|&(?:[a-z]{2,8}|#\d+);/i;

/** Words without markup, as one line where the text has one. */
export const wordsOf = ({ value, isMarkup }: Found, tools: ImportTools): string => {
  const text = String(value);
  return (isMarkup || MARKUP.test(text) ? tools.toText(tools.toMarkdown(text)) : text).trim();
};

export const shorten = (value: unknown): string => {
  const text = String(value).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** A value that cannot go on is left out, and said. */
export const takeSteps = (found: readonly Found[], steps: readonly Step[], stepping: Stepping): Found[] =>
  steps.reduce<Found[]>(
    (values, step) => takeStep(values, step, stepping),
    found.filter((value) => isScalar(value, stepping)),
  );

const isScalar = ({ value }: Found, { field, say }: Stepping): boolean => {
  if (!isRecord(value)) return true;
  say({ field, reason: `is a group of fields (${Object.keys(value).slice(0, 4).join(', ')}), not a text` });
  return false;
};

const each = (values: readonly Found[], change: (text: string, found: Found) => string | undefined): Found[] =>
  values.flatMap((found) => {
    const text = change(String(found.value), found);
    return text === undefined || text.trim() === '' ? [] : [{ ...found, value: text }];
  });

const toPlain = (values: readonly Found[], tools: ImportTools): Found[] =>
  values.map((found) => ({ value: wordsOf(found, tools), isMarkup: false }));

const takeStep = (values: readonly Found[], step: Step, { tools, field, say }: Stepping): Found[] => {
  const plain = () => toPlain(values, tools);
  if (step.text === true) return plain();
  if (step.markdown === true)
    return values.map(({ value }) => ({ value: tools.toMarkdown(String(value)), isMarkup: true }));
  if (step.date !== undefined) {
    const order = step.date === true ? undefined : step.date;
    return each(plain(), (text) => {
      const { value, reason } = readDay(text, order);
      if (reason !== undefined) say({ field, reason: `“${shorten(text)}” ${reason}` });
      return value;
    });
  }
  if (step.number !== undefined) {
    const of = step.number === true ? [] : step.number.of;
    return plain().flatMap((found) => {
      const { value, reason } = readAmount(String(found.value), of);
      if (reason !== undefined) say({ field, reason: `“${shorten(found.value)}” ${reason}` });
      return value === undefined ? [] : [{ value, isMarkup: false }];
    });
  }
  if (step.first_sentence === true) return each(plain(), firstSentence);
  if (step.first === true) return values.slice(0, 1);
  if (step.lines === true) return split(values, /\n+/);
  if (step.split !== undefined) {
    const marks = step.split.map((mark) => mark.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`));
    return split(plain(), new RegExp(marks.join('|'), 'iu'));
  }
  if (step.join !== undefined) {
    const text = values.map(({ value }) => String(value).trim()).join(step.join);
    return text === '' ? [] : [{ value: text, isMarkup: values.some(({ isMarkup }) => isMarkup) }];
  }
  if (step.truncate !== undefined) {
    const most = step.truncate;
    return each(plain(), (text) => truncate(text, most, (lost) => say({ field, reason: `was cut: “…${lost}”` })));
  }
  const { match, keep, drop, remove, replace, values: words } = step;
  if (match) return each(values, (text) => matched(match.exec(text)));
  if (keep) return values.filter(({ value }) => keep.test(String(value)));
  if (drop) return values.filter(({ value }) => !drop.test(String(value)));
  if (remove) return each(values, (text) => text.replaceAll(new RegExp(remove, 'gimu'), ''));
  if (replace) return each(values, (text) => text.replaceAll(new RegExp(replace.find, 'gimu'), replace.with));
  if (!words) return [...values];
  return each(values, (text) => {
    const other = Object.hasOwn(words.of, text.trim()) ? words.of[text.trim()] : (words.otherwise ?? text);
    return other ?? undefined;
  });
};

const matched = (match: RegExpExecArray | null): string | undefined => match?.[1] ?? match?.[0];

const split = (values: readonly Found[], at: RegExp): Found[] =>
  values.flatMap((found) =>
    String(found.value)
      .split(at)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((value) => ({ ...found, value })),
  );

/** Up to the first full stop that ends a sentence: not the one of "e.g." or "12.5". */
export const firstSentence = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  for (const { index, 0: end } of line.matchAll(/[.!?…]["”’)]*(?=\s+["“‘(]?[\p{Lu}\d])/gu)) {
    const before = line.slice(0, index);
    if (!/(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|vs|etc|Mr|Mrs|Ms|Dr|Inc|Ltd|Co|No|St)$/u.test(before))
      return line.slice(0, index + end.length);
  }
  return line;
};

/** At most so many characters, the last of them `…`, cut between words. @param lose told of what is cut off */
export const truncate = (text: string, most: number, lose: (rest: string) => void): string => {
  const line = text.trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = /\s/.test(line.charAt(cut.length)) ? cut.length : cut.search(/\s+\S*$/);
  const kept = end > 0 ? cut.slice(0, end) : cut;
  lose(shorten(line.slice(kept.length).trim()));
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
};
