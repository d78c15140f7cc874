/** What a rename changes, line by line. */
import type { FileChange } from '../../src/domain/rename/plan-rename.ts';

const LONGEST = 160;

/** Content may hold a terminal's control codes: they are shown and do not act. */
const line = (mark: string, text: string): string => {
  const printable = text.replaceAll(/\p{Cc}+/gu, ' ');
  return `  ${mark} ${printable.length > LONGEST ? `${printable.slice(0, LONGEST - 1)}…` : printable}`;
};

/** @param name how the content folder is called */
export const changeText = (changes: readonly FileChange[], name: string): string =>
  changes
    .flatMap(({ path, newPath, lines }) => [
      path === newPath ? `${name}/${path}` : `${name}/${path} → ${name}/${newPath}`,
      ...lines.flatMap(({ before, after }) => [
        ...before.filter((text) => !after.includes(text)).map((text) => line('-', text)),
        ...after.filter((text) => !before.includes(text)).map((text) => line('+', text)),
      ]),
    ])
    .join('\n');
