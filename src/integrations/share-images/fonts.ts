/**
 * The fonts that cards are drawn with. They come in many small files, each for a part of a script, and
 * only those are loaded that a text needs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { coverageOf, covers, type CodeRange } from './font-coverage.ts';

const require = createRequire(import.meta.url);

/** The site's own font first. Noto Sans has Cyrillic, Greek and Devanagari. */
const SCRIPTS = ['hanken-grotesk', 'noto-sans', 'noto-sans-arabic', 'noto-sans-hebrew'] as const;
const CHINESE = 'noto-sans-sc';
const JAPANESE = 'noto-sans-jp';
const KOREAN = 'noto-sans-kr';
/** In one colour, as the rest of the card. After the letters, because it has digits too. */
const EMOJI = 'noto-emoji';

type FamilyName = (typeof SCRIPTS)[number] | typeof CHINESE | typeof JAPANESE | typeof KOREAN | typeof EMOJI;

/**
 * Families in the order in which they are asked for a character. Chinese, Japanese and Korean share
 * characters that each draws in its own way: the language decides, or else what only one of them has.
 */
export const fontStack = (text: string, language: string): readonly FamilyName[] => {
  const first = /^ja\b/i.test(language)
    ? JAPANESE
    : /^ko\b/i.test(language)
      ? KOREAN
      : /^zh\b/i.test(language)
        ? CHINESE
        : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
          ? JAPANESE
          : /\p{Script=Hangul}/u.test(text)
            ? KOREAN
            : CHINESE;
  return [...SCRIPTS, EMOJI, ...new Set<FamilyName>([first, CHINESE, JAPANESE, KOREAN])];
};

export interface FontFile {
  family: FamilyName;
  bytes: Buffer;
  ranges: CodeRange[];
}

const unicodeSchema = z.record(z.string(), z.string());

const folderOf = (family: FamilyName): string =>
  path.dirname(require.resolve(`@fontsource-variable/${family}/package.json`));

const readFamily = (family: FamilyName): FontFile[] => {
  const folder = folderOf(family);
  const parts = unicodeSchema.parse(JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')));
  return Object.keys(parts).map((part) => {
    const name = `${family}-${part.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`;
    const bytes = readFileSync(path.join(folder, 'files', name));
    return { family, bytes, ranges: coverageOf(bytes) };
  });
};

/** Families that were needed so far; reading one takes up to a tenth of a second. */
const families = new Map<FamilyName, FontFile[]>();

const filesOf = (family: FamilyName): FontFile[] => {
  const files = families.get(family) ?? readFamily(family);
  families.set(family, files);
  return files;
};

/** The file that draws a character: the first family in the stack that has it. */
export const fontFileFor = (char: string, stack: readonly FamilyName[]): FontFile | undefined => {
  const code = char.codePointAt(0) ?? 0;
  for (const family of stack) {
    const file = filesOf(family).find(({ ranges }) => covers(ranges, code));
    if (file) return file;
  }
  return undefined;
};
