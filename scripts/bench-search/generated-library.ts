/**
 * A generated library with the words of a real one. The bench's own texts are made of sixty words, by which
 * nobody could tell one asset from another; here each asset has a subject that it shares with some others, and
 * words of its own, over a vocabulary of which most words are rare.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { isRecord } from '../../src/domain/entries.ts';
import { addresses, asset, idsByType } from '../bench/assets.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { taxonomy, type GeneratedFile } from '../bench/taxonomy.ts';
import { sentence, times } from '../bench/texts.ts';

const COMMON_WORDS = 2_500;
const RARE_WORDS = 20_000;
const ASSETS_PER_SUBJECT = 15;
const SUBJECT_COMMON = 30;
const SUBJECT_RARE = 15;
const OWN_WORDS = 8;
const CLAIMS = 250;
const LONGEST_SUMMARY = 200;

const STARTS = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sk sl sp st tr'.split(' ');
const MIDDLES = 'a e i o u ai ea ee io oa ou'.split(' ');
const ENDS = 'l m n nd ng nt r rd rk rm rn rt s st t x ck ll ss'.split(' ');
const TAILS = ['', '', '', 'ing', 'er', 'ment', 'able', 'tion', 'al', 'ity'];

const syllable = (random: Random): string =>
  random.pick(STARTS) + random.pick(MIDDLES) + (random.chance(0.4) ? random.pick(ENDS) : '');

const newWord = (random: Random): string =>
  times(random.int(2, 3), () => syllable(random)).join('') + random.pick(TAILS);

const distinctWords = (count: number, random: Random): string[] => {
  const words = new Set<string>();
  while (words.size < count) {
    const word = newWord(random);
    if (word.length >= 5 && word.length <= 12) words.add(word);
  }
  return [...words];
};

/** The earlier in the list, the more often: as words are in any language. */
const byZipf = (words: readonly string[], random: Random): string => {
  const at = Math.floor(words.length ** (random.int(0, 1_000_000) / 1_000_000)) - 1;
  return words[Math.max(0, at)] ?? '';
};

interface Subject {
  common: readonly string[];
  rare: readonly string[];
}

interface Language {
  common: readonly string[];
  rare: readonly string[];
  subjects: readonly Subject[];
}

const makeLanguage = (size: number): Language => {
  const random = createRandom(size);
  const common = distinctWords(COMMON_WORDS, random);
  const rare = distinctWords(RARE_WORDS, random);
  const subjects = times(Math.max(4, Math.ceil(size / ASSETS_PER_SUBJECT)), () => ({
    common: random.sample(common, SUBJECT_COMMON),
    rare: random.sample(rare, SUBJECT_RARE),
  }));
  return { common, rare, subjects };
};

/** Where the words of one asset come from. */
type Draw = () => string;

const drawFor = ({ common, rare, subjects }: Language, random: Random): { text: Draw; title: Draw } => {
  const [main, second] = [random.pick(subjects), random.pick(subjects)];
  const own = times(OWN_WORDS, () => random.pick(rare));
  const ofSubject = ({ common: often, rare: seldom }: Subject): string =>
    random.chance(0.7) ? byZipf(often, random) : random.pick(seldom);
  const text = (): string => {
    const kind = random.int(1, 100);
    if (kind <= 45) return ofSubject(main);
    if (kind <= 65) return ofSubject(second);
    return kind <= 75 ? random.pick(own) : byZipf(common, random);
  };
  return { text, title: () => (random.chance(0.4) ? random.pick(own) : ofSubject(main)) };
};

/** Ids, addresses and places of claims stay as they are; so do the short words that hold a sentence together. */
const KEPT_OR_WORD = /\{[^}]*\}|\([^)]*\)|https?:\S+|\b[A-Za-z]{5,}\b/g;
const REPLACED = 0.75;

const reword = (text: string, draw: Draw, random: Random, part = REPLACED): string =>
  text.replaceAll(KEPT_OR_WORD, (word) => {
    if (!/^[A-Za-z]+$/.test(word) || !random.chance(part)) return word;
    const other = draw();
    return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });

/** Fields whose words are of a list, or names. */
const FIXED = new Set(['owner', 'category', 'force', 'framework', 'control', 'url', 'per', 'tier', 'customer', 'role']);

const rewordData = (value: unknown, draw: Draw, random: Random): unknown => {
  if (typeof value === 'string') return value.includes(' ') ? reword(value, draw, random) : value;
  if (Array.isArray(value)) return value.map((item) => rewordData(item, draw, random));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, FIXED.has(key) ? item : rewordData(item, draw, random)]),
  );
};

const reworded = (file: GeneratedFile, language: Language, seed: number): GeneratedFile => {
  const random = createRandom(seed);
  const { text, title } = drawFor(language, random);
  const data = rewordData(file.data, text, random);
  const name = String(file.data['title']).replace(/ \(\d+\)$/, '');
  return {
    ...file,
    data: {
      ...(isRecord(data) ? data : {}),
      title: reword(name, title, random, 1),
      summary: reword(String(file.data['summary']), text, random).slice(0, LONGEST_SUMMARY),
      keywords: times(3, () => `${title()} ${title()}`),
    },
    body: reword(file.body ?? '', text, random),
  };
};

const claim = (id: string, seed: number, language: Language): GeneratedFile => {
  const random = createRandom(seed);
  return {
    path: `claims/${id}.yml`,
    data: {
      statement: reword(sentence(random), drawFor(language, random).text, random),
      value: random.int(2, 95),
      unit: '%',
      source: { title: `Study ${seed}`, url: `https://research.example/${seed}`, dated: '2026-05-12' },
      audience: 'internal',
      status: 'approved',
    },
  };
};

const toText = ({ path: file, data, body }: GeneratedFile): string => {
  const yaml = dump(data, { lineWidth: 120 });
  return file.endsWith('.md') ? `---\n${yaml}---\n\n${body ?? ''}\n` : yaml;
};

/** Writes a library of `size` assets into a folder: the same files for the same size, in every run. */
export const writeLibrary = async (folder: string, size: number): Promise<void> => {
  const language = makeLanguage(size);
  const all = addresses(size);
  const claims = times(CLAIMS, (i) => `claim-${i + 1}`);
  const around = { claims, ids: idsByType(all) };
  const files = [
    ...taxonomy(),
    ...claims.map((id, i) => claim(id, i + 1, language)),
    ...all.map((address) => reworded(asset(address, around), language, address.seed)),
  ];
  for (const parent of new Set(files.map((file) => path.dirname(file.path))))
    await mkdir(path.join(folder, parent), { recursive: true });
  for (const file of files) await writeFile(path.join(folder, file.path), toText(file));
};
