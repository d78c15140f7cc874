/** What an import makes, or would make, for people and for programs. */
import type { ImportPlan } from './plan-import.ts';

/** Imported text may hold a terminal's control codes: they are shown and do not act. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const draftLines = ({ drafts }: ImportPlan): string[] =>
  drafts.flatMap(({ entry, title, from, media, notes, empty }) => [
    `+ ${entry.file}  “${title}”  from ${from}`,
    ...media.map(({ path }) => `    with the file media/${path}`),
    ...notes.map(({ field, reason }) => `    ${field}: ${reason}`),
    ...(empty.length > 0 ? [`    empty: ${empty.join(', ')}`] : []),
  ]);

/** @param isWritten false for a dry run */
export const importText = (plan: ImportPlan, isWritten: boolean): string => {
  const { drafts, kept, refused, unmatched } = plan;
  const complete = drafts.filter(({ notes }) => notes.length === 0).length;
  const would = isWritten ? '' : 'would be ';
  const lines = [
    ...draftLines(plan),
    ...kept.map(({ from, file }) => `= ${file} is there already and stays as it is (${from})`),
    ...refused.map(({ from, reason }) => `- ${from} ${reason}`),
    ...(unmatched.length > 0
      ? ['', 'Words without a term; add them as synonyms, or under "terms" in the mapping:']
      : []),
    ...unmatched.map(
      ({ taxonomy, words, count: times }) => `    ${taxonomy}: ${words}${times > 1 ? ` (${times} times)` : ''}`,
    ),
    '',
    `${count(drafts.length, 'draft', 'drafts')} ${would}made (${complete} with nothing lost), ${kept.length} already there, ${refused.length} not imported.`,
    ...(drafts.length === 0 ? ['Nothing new.'] : []),
    ...(isWritten || drafts.length === 0 ? [] : ['This was a dry run: nothing is written. Add --write to make them.']),
  ];
  return lines.map(printable).join('\n');
};

export const importJson = ({ drafts, kept, refused, unmatched }: ImportPlan, isWritten: boolean): string =>
  JSON.stringify(
    {
      written: isWritten,
      drafts: drafts.map(({ entry, title, from, media, notes, empty }) => ({
        file: entry.file,
        title,
        from,
        media: media.map(({ path }) => path),
        notes,
        empty,
      })),
      kept,
      refused,
      unmatched,
    },
    null,
    2,
  );
