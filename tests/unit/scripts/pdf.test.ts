/** The steps from a finished page to a PDF that is offered. */
import { mkdtempSync, rmSync, writeFileSync, appendFileSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withOffer, withoutOffers } from '../../../scripts/pdf/offer.ts';
import { pageCount } from '../../../scripts/pdf/page-count.ts';
import type { ShownField } from '../../../scripts/pdf/printer.ts';
import { createStamp, toSheet } from '../../../scripts/pdf/sheet.ts';
import { openPdfStore } from '../../../scripts/pdf/store.ts';
import { whatIsOver } from '../../../scripts/pdf/overflow.ts';

const PAGE =
  '<!doctype html><html lang="en" data-paper="battlecards" data-paper-mark="A &amp; &quot;B&quot;"><head><title>T &lt; U</title>' +
  '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/x/"><link rel="stylesheet" href="/brand.css"></head>' +
  '<body><header>Menu</header><main id="page:content" tabindex="-1"><p class="pdf-offer" hidden>' +
  '<span data-pdf="a4" hidden>PDF, A4</span><span data-pdf="letter" hidden>PDF, Letter</span></p><h1>T</h1></main></body></html>';

describe('an offer', () => {
  const offered = withOffer(PAGE, 'a4', '/x/x-a4.pdf');

  test('fills the place of its paper only', () => {
    expect(offered).toContain(
      '<p class="pdf-offer"><a class="button-quiet" data-pdf="a4" href="/x/x-a4.pdf" download>PDF, A4</a>',
    );
    expect(offered).toContain('<span data-pdf="letter" hidden>');
  });

  test('can be made twice, and be taken back', () => {
    expect(withOffer(offered, 'a4', '/x/x-a4.pdf')).toBe(offered);
    expect(withoutOffers(withOffer(offered, 'letter', '/x/x-letter.pdf'))).toBe(PAGE);
    expect(withoutOffers(PAGE)).toBe(PAGE);
  });

  test('is made only by a page that has a place for it', () => {
    expect(withOffer('<main></main>', 'a4', '/x.pdf')).toBe('<main></main>');
  });
});

describe('a sheet', () => {
  test('is what of a page is printed', () => {
    const sheet = toSheet('/x/', PAGE);
    expect(sheet).toMatchObject({
      path: '/x/',
      title: 'T < U',
      root: { lang: 'en', 'data-paper': 'battlecards', 'data-paper-mark': 'A & "B"' },
      styles: ['/a.css', '/brand.css'],
    });
    expect(sheet?.main).toContain('<h1>T</h1>');
    expect(sheet?.main).not.toContain('Menu');
  });

  test('is none where the page is not made for paper', () => {
    expect(toSheet('/x/', PAGE.replace(' data-paper="battlecards"', ''))).toBeUndefined();
  });
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-pdf-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the stamp changes with content, styles, paper and printer, and not with an offer', () => {
  writeFileSync(path.join(folder, 'a.css'), 'a{}');
  writeFileSync(path.join(folder, 'brand.css'), 'b{}');
  const stamp = (html: string, printer = 'one', paper: 'a4' | 'letter' = 'a4'): string => {
    const sheet = toSheet('/x/', html);
    return sheet ? createStamp(folder, printer)(sheet, paper) : '';
  };
  const first = stamp(PAGE);
  expect(stamp(withOffer(PAGE, 'a4', '/x/x-a4.pdf'))).toBe(first);
  expect(stamp(PAGE.replace('Menu', 'Other menu'))).toBe(first);
  const others = [
    stamp(PAGE.replace('<h1>T', '<h1>U')),
    stamp(PAGE.replace('lang="en"', 'lang="de"')),
    stamp(PAGE, 'another'),
    stamp(PAGE, 'one', 'letter'),
  ];
  writeFileSync(path.join(folder, 'brand.css'), 'b{color:red}');
  others.push(stamp(PAGE));
  expect(new Set([first, ...others]).size).toBe(6);
});

describe('the store', () => {
  const record = (stamp: string) => ({ stamp, pages: 1, over: [] });

  test('keeps what was printed when a run ends early, in the middle of a line too', () => {
    const store = openPdfStore(folder);
    store.put(record('a'), Buffer.from('A'));
    appendFileSync(path.join(folder, 'records.jsonl'), '{"stamp":"b","pa');
    const next = openPdfStore(folder);
    expect(next.get('a')).toEqual(record('a'));
    expect(next.get('b')).toBeUndefined();
    next.put(record('c'), Buffer.from('C'));
    expect(openPdfStore(folder).get('c')).toEqual(record('c'));
  });

  test('knows nothing of a file that is gone', () => {
    const store = openPdfStore(folder);
    store.put(record('a'), Buffer.from('A'));
    rmSync(store.fileOf('a'));
    expect(openPdfStore(folder).get('a')).toBeUndefined();
  });

  test('forgets what no run asks for any more', () => {
    const store = openPdfStore(folder);
    store.put(record('old'), Buffer.from('A'));
    store.put(record('kept'), Buffer.from('B'));
    const next = openPdfStore(folder);
    next.get('kept');
    next.prune();
    expect(existsSync(next.fileOf('old'))).toBe(false);
    expect(readFileSync(next.fileOf('kept'), 'utf8')).toBe('B');
    expect(openPdfStore(folder).get('kept')).toEqual(record('kept'));
  });
});

test('pages are counted by the root of the tree, never by bookmarks', () => {
  const pdf =
    '<</Type /Pages\n/Count 8\n/Kids []>> <</Type /Pages\n/Count 11\n/Kids []>> <</Type /Outlines\n/Count 99>>';
  expect(pageCount(Buffer.from(pdf))).toBe(11);
  expect(() => pageCount(Buffer.from('%PDF'))).toThrow('page tree');
});

describe('what is too long', () => {
  const rule = { pages: 2, isHandedOn: false };
  const field = (name: string, text: string, isFront: boolean): ShownField => ({
    name,
    heading: `The ${name}`,
    text,
    isFront,
  });
  const text = (word: string): string => `${word} `.repeat(40).trim();
  const fields = [
    field('say', text('alpha'), true),
    field('ask', text('beta'), true),
    field('table', `${text('gamma')} end`, false),
    field('notes', text('delta'), false),
  ];

  test('nothing, where the pages are as many as they must be', () => {
    expect(whatIsOver(rule, fields, ['', ''])).toEqual([]);
    expect(whatIsOver({ ...rule, pages: undefined }, fields, ['', '', ''])).toEqual([]);
  });

  test('the side, the part and the longest part are named', () => {
    const half = text('beta').slice(0, 100);
    expect(
      whatIsOver(rule, fields, [
        `Head ${text('alpha')} ${half}`,
        `${text('beta').slice(100)}`,
        `${text('gamma')} end ${text('delta')}`,
      ]),
    ).toEqual(['the front is too long by “The ask” (ask). Longest there: “The say” (say), 40 words.']);
    expect(
      whatIsOver(rule, fields, [
        `${text('alpha')} ${text('beta')}`,
        `${text('gamma')} end ${text('delta').slice(0, 90)}`,
        text('delta').slice(90),
      ]),
    ).toEqual(['the back is too long by “The notes” (notes). Longest there: “The table” (table), 41 words.']);
  });

  test('parts that say the same are told apart by their order', () => {
    const same = [
      field('one', text('same'), true),
      field('two', text('same'), true),
      field('three', text('same'), true),
    ];
    expect(whatIsOver({ ...rule, pages: 1 }, same, [`${text('same')} ${text('same')}`, text('same')])).toEqual([
      'the front is too long by “The three” (three). Longest there: “The one” (one), 40 words.',
    ]);
  });

  test('a page too few is told as well', () => {
    expect(whatIsOver(rule, fields, [''])).toEqual(['it has 1 of 2 pages.']);
  });
});
