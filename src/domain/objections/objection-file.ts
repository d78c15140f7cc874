/** Objections as files: what is looked through, of all of them; and the answers, few a file, loaded when shown. */
import { isListOf, isRecord, isText, isTexts, mustBe } from '../guards.ts';

export interface HeardObjection {
  path: string;
  title: string;
  /** In the prospect's own words, and how else it was heard. */
  said: readonly string[];
  /** What is behind it, for those who may know; else empty. */
  concern: string;
  keywords: readonly string[];
  category: string;
  /** Empty where it is not told. */
  force: string;
  /** Who may see it; empty where all is public. */
  audience: string;
}

export interface Proof {
  statement: string;
  /** The source, with its date. */
  source: string;
  path: string;
}

export interface Answer {
  short: string;
  questions: readonly string[];
  proof: readonly Proof[];
}

const FORMAT = 1;

/** An answer is longer than a card. */
export const ANSWERS_A_FILE = 20;

export interface HeardObjections {
  /** Answers with another one belong to another build. */
  stamp: string;
  objections: readonly HeardObjection[];
}

export const encodeObjections = ({ stamp, objections }: HeardObjections): unknown => ({
  format: FORMAT,
  stamp,
  objections: objections.map(({ path, title, said, concern, keywords, category, force, audience }) => [
    path,
    title,
    category,
    force,
    audience,
    concern,
    said,
    keywords,
  ]),
});

const isPath = (value: unknown): value is string => isText(value) && /^\/[^/\\]/.test(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const toHeard = (list: unknown): HeardObjection | undefined => {
  if (!isList(list)) return undefined;
  const [path, title, category, force, audience, concern, said, keywords] = list;
  if (!isPath(path) || !isText(title) || !isText(category) || !isText(force) || !isText(concern)) return undefined;
  if (!isText(audience) || !isTexts(said) || !isTexts(keywords)) return undefined;
  return { path, title, said, concern, keywords, category, force, audience };
};

/** Every item as it should be, or none. */
const readAll = <T>(list: unknown, read: (item: unknown) => T | undefined, file: string): T[] => {
  mustBe(isList(list), file);
  return list.map((item) => {
    const value = read(item);
    mustBe(value !== undefined, file);
    return value;
  });
};

/** @throws {Error} where the file is broken, or of another format */
export const parseObjections = (file: unknown): HeardObjections => {
  const name = 'The list of objections';
  mustBe(isRecord(file) && file['format'] === FORMAT, name);
  const { stamp, objections } = file;
  mustBe(isText(stamp), name);
  return { stamp, objections: readAll(objections, toHeard, name) };
};

export const encodeAnswers = (stamp: string, answers: readonly Answer[]): unknown => ({ stamp, answers });

const isProof = (value: unknown): value is Proof =>
  isRecord(value) && isText(value['statement']) && isText(value['source']) && isPath(value['path']);
const isProofs = isListOf(isProof);

const toAnswer = (value: unknown): Answer | undefined => {
  if (!isRecord(value)) return undefined;
  const { short, questions, proof } = value;
  return isText(short) && isTexts(questions) && isProofs(proof) ? { short, questions, proof } : undefined;
};

/** @throws {Error} where the file is broken, or of another build */
export const parseAnswers = (file: unknown, stamp: string): Answer[] => {
  const name = 'A file of answers';
  mustBe(isRecord(file) && file['stamp'] === stamp, name);
  return readAll(file['answers'], toAnswer, name);
};

/** What the clipboard gets: words to say or to send, without markup. @param words headings */
export const answerText = (
  title: string,
  { short, questions, proof }: Answer,
  words: { questions: string; proof: string },
): string => {
  const block = (heading: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [[`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n')] : [];
  return [
    title,
    short,
    ...block(words.questions, questions),
    ...block(
      words.proof,
      proof.map(({ statement, source }) => (source ? `${statement} (${source})` : statement)),
    ),
  ].join('\n\n');
};
