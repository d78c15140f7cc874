/** The finished demo builds: valid HTML, no link or anchor that leads nowhere, no page too heavy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readIndexedPages, type IndexedPage } from '../../scripts/bench-search/indexed-pages.ts';
import { openVocabulary } from '../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary } from '../../src/domain/search/vocabulary.ts';
import { AUDIENCES } from '../../src/schemas/fields.ts';

const OUT = path.resolve('dist');

beforeAll(() => {
  for (const audience of AUDIENCES) {
    if (!existsSync(path.join(OUT, audience)))
      throw new Error(`dist/${audience} is missing: run "npm run build" first.`);
  }
});

const htmlFiles = async (audience: string): Promise<string[]> =>
  (await readdir(path.join(OUT, audience), { recursive: true })).filter((file) => file.endsWith('.html'));

const read = (audience: string, file: string): string => readFileSync(path.join(OUT, audience, file), 'utf8');

const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

/** Every address inside a page: links, pictures, scripts, styles. */
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((match) => decode(match[1] ?? ''));

const idsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => decode(match[1] ?? '')));

/** Files, and what each of them cannot do without. What is loaded later, by a reader's wish, is no part of it. */
const withImports = (audience: string, files: readonly string[]): Set<string> => {
  const all = new Set(files);
  for (const file of all) {
    if (!file.endsWith('.js')) continue;
    for (const [, imported = ''] of read(audience, file).matchAll(/(?:from|import)\s*[`"'](\.\/[^`"']+\.js)[`"']/g))
      all.add(path.posix.join(path.posix.dirname(file), imported));
  }
  return all;
};

/** Pages whose lists are made in the browser. */
const SEARCH_LIKE = new Set([
  'search/index.html',
  'library/index.html',
  'coverage/index.html',
  'case-studies/index.html',
  'objections/index.html',
]);

const isCalculator = (file: string): boolean => /^calculators\/(?!page\/)[^/]+\/(?:embed\/)?index\.html$/.test(file);

/** Pages that people work on bring React along, and only they. */
const isWorkspace = (file: string): boolean => ['deal/index.html', 'kit/index.html'].includes(file);

describe.each(AUDIENCES)('the %s build', (audience) => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // Astro writes void elements and attributes in its own, valid way.
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        // So does React: colSpan.
        'attr-case': 'off',
        // A long title is cut by search engines, not by readers.
        'long-title': 'off',
        // The policy forbids inline code, so scripts cannot carry hashes of their own.
        'require-sri': 'off',
        // Anchors begin as the heading does, which may be with a digit.
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const messages: string[] = [];
    for (const file of await htmlFiles(audience)) {
      const report = await validator.validateString(read(audience, file), file);
      for (const result of report.results)
        for (const { ruleId, message, line } of result.messages) messages.push(`${file}:${line} ${ruleId}: ${message}`);
    }
    expect(messages.slice(0, 20)).toEqual([]);
  });

  test('has no broken link and no broken anchor', async () => {
    const files = await htmlFiles(audience);
    const ids = new Map(files.map((file) => [file, idsIn(read(audience, file))]));
    const broken: string[] = [];
    for (const file of files) {
      for (const address of addressesIn(read(audience, file))) {
        if (address === '' || /^(https?:|mailto:|tel:|data:)/.test(address)) continue;
        const target = new URL(address, `http://site/${file.replace(/index\.html$/, '')}`);
        const pathname = decodeURIComponent(target.pathname).slice(1);
        const page = pathname === '' || pathname.endsWith('/') ? `${pathname}index.html` : pathname;
        if (!existsSync(path.join(OUT, audience, page))) broken.push(`${file} → ${address}`);
        // `#/…` is a place in a program, such as the CMS, and no anchor.
        else if (target.hash.startsWith('#/')) continue;
        else if (target.hash && page.endsWith('.html') && !ids.get(page)?.has(decodeURIComponent(target.hash.slice(1))))
          broken.push(`${file} → ${address} (no such anchor)`);
      }
    }
    expect(broken.slice(0, 20)).toEqual([]);
  });

  test('every page of text keeps to its budget of code', async () => {
    const gzip = (file: string): number => gzipSync(read(audience, file)).length;
    const heavy: string[] = [];
    for (const file of await htmlFiles(audience)) {
      const local = addressesIn(read(audience, file)).filter((address) => address.startsWith('/'));
      const sum = (ending: string) =>
        [
          ...withImports(
            audience,
            local.filter((address) => address.endsWith(ending)),
          ),
        ].reduce((n, address) => n + gzip(address), 0);
      const most = SEARCH_LIKE.has(file) ? 16_384 : isCalculator(file) || isWorkspace(file) ? 95_000 : 10_240;
      if (sum('.js') > most) heavy.push(`${file}: ${sum('.js')} bytes of JavaScript`);
      if (sum('.css') > 20_480) heavy.push(`${file}: ${sum('.css')} bytes of CSS`);
    }
    expect(heavy).toEqual([]);
  });
});

/** What the search index holds of a page as words: of `image` and `image_alt`, the first is an address. */
const indexedTexts = ({ content, meta, filters }: IndexedPage): string[] => [
  content,
  ...Object.entries(meta).flatMap(([name, value]) => (name === 'image' ? [] : [value])),
  ...Object.entries(filters).flatMap(([name, values]) => (name === 'due' || name === 'audience' ? [] : values)),
];

test.each(AUDIENCES)('the vocabulary of the %s build has every word of its index, and no other', async (audience) => {
  const folder = path.join(OUT, audience, 'pagefind');
  const source = await openVocabulary((name) => Promise.resolve(JSON.parse(read(audience, `pagefind/${name}`))));
  await source.loadAll();
  const written = source.loaded();
  const indexed = collectVocabulary([...readIndexedPages(folder)].map(indexedTexts));
  const without = (a: readonly string[], b: readonly string[]) => a.filter((word) => !b.includes(word));
  expect(without(indexed.words, written.words)).toEqual([]);
  expect(without(written.words, indexed.words)).toEqual([]);
  expect(written).toEqual(indexed);
});

test('a calculator starts with 85 kB of JavaScript at most, React included; the workbook comes on a click, in 45 kB', () => {
  const weigh = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipSync(read('public', file)).length, 0);
  const html = read('public', 'calculators/roi-of-spend-control/index.html');
  const scripts = [...html.matchAll(/src="\/(_astro\/[^"]+\.js)"/g)].map(([, script = '']) => script);
  const [entry = ''] = scripts.filter((script) => script.includes('CalculatorIsland'));
  const island = withImports('public', [entry]);
  expect([...island].some((file) => file.includes('client.'))).toBe(true);
  expect([...island].filter((file) => /workbook|Details|Explanation|InputForm|PrintCase/.test(file))).toEqual([]);
  expect(weigh(island)).toBeLessThanOrEqual(85_000);
  // As a reader has it who has used everything but the workbook.
  const later = readdirSync(path.join(OUT, 'public/_astro'))
    .filter((name) => /^(?:Details|Explanation|InputForm|PrintCase|actions)\..+\.js$/.test(name))
    .flatMap((name) => [...withImports('public', [`_astro/${name}`])]);
  const all = new Set([...island, ...later]);
  const workbook = readdirSync(path.join(OUT, 'public/_astro'))
    .filter((name) => /^workbook(?!-csv).*\.js$/.test(name))
    .map((name) => `_astro/${name}`)
    .filter((name) => !all.has(name));
  expect(workbook.length).toBeGreaterThan(0);
  expect(weigh(workbook)).toBeLessThanOrEqual(45_000);
  console.log(
    `Calculator: ${weigh(island)} bytes at the start, ${weigh(all)} with all but the workbook, ${weigh(workbook)} for it.`,
  );
});

test('former addresses lead on', () => {
  const html = read('public', 'compare/corvane/index.html');
  expect(html).toContain('content="0;url=/resources/halyard-or-corvane/"');
  expect(existsSync(path.join(OUT, 'public/battlecards/corvane/index.html'))).toBe(false);
  expect(existsSync(path.join(OUT, 'internal/battlecards/corvane/index.html'))).toBe(true);
});
