/**
 * Paper: every printable asset of the example fits it on A4 and on Letter, says all that it must, and can
 * be read by a screen reader; and content that nobody would write neither overlaps, nor is cut, nor
 * leaves the sheet.
 */
import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import { PRINTABLE, type Paper } from '../../src/domain/paper.ts';
import { formatDay } from '../../src/domain/ui.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { fieldPlan } from '../../src/schemas/field-plan.ts';
import { valuesAt, type ContentEntry } from '../../src/domain/entries.ts';
import { gate } from '../../src/domain/gate.ts';
import { resolveLibrary } from '../../src/domain/resolve.ts';
import { lettersOf, overlapping, readPdf, readStructure, spilled, type Printed } from './printed.ts';
import { Site, TODAY, type Ended } from './site.ts';

const SIZES = { a4: [595, 842], letter: [612, 792] } as const satisfies Record<Paper, readonly number[]>;
const PAPERS = ['a4', 'letter'] as const;

const TYPES = ['battlecards', 'one-pagers', 'objections', 'case-studies', 'calculators'] as const;

describe('the example', () => {
  let site: Site;
  let runs: Ended[];
  let entries: ContentEntry[];

  beforeAll(async () => {
    site = await Site.make();
    await cp('content', site.content, { recursive: true });
    await site.build('internal');
    runs = [];
    for (const paper of PAPERS) runs.push(await site.pdf('--audience', 'internal', '--paper', paper));
    const { library } = await loadLibrary(site.content, site.content);
    const gated = gate(library, { audience: 'internal', today: TODAY, drafts: false });
    entries = resolveLibrary({ library: gated, media: gated.media });
  });

  afterAll(() => site.remove());

  const pdfOf = (collection: string, id: string, paper: Paper): Promise<Buffer> =>
    readFile(path.join(site.outFolder('internal'), collection, id, `${id}-${paper}.pdf`));

  const read = new Map<string, Promise<Printed>>();
  /** Each file is read once: most of the time of these tests would go there. */
  const printedOf = (collection: string, id: string, paper: Paper): Promise<Printed> => {
    const key = `${collection}/${id}/${paper}`;
    const printed = read.get(key) ?? pdfOf(collection, id, paper).then(readPdf);
    read.set(key, printed);
    return printed;
  };

  test('is printed without anything that does not fit, and without a leak', () => {
    for (const { code, output } of runs) {
      expect(output).toMatch(/✓ internal, (a4|letter): 53 PDFs in .*, 53 printed, 0 unchanged\./);
      expect(output).toContain('none found');
      expect(code).toBe(0);
    }
  });

  describe.each(TYPES)('%s', (collection) => {
    const all = () => entries.filter((entry) => entry.collection === collection);

    test.each(PAPERS)(
      'have the right size, the right number of pages, and nothing outside of them, on %s',
      async (paper) => {
        const [width, height] = SIZES[paper];
        for (const { id } of all()) {
          const { pages } = await printedOf(collection, id, paper);
          const { pages: wanted } = PRINTABLE[collection];
          if (wanted !== undefined) expect(pages, id).toHaveLength(wanted);
          for (const page of pages) {
            expect([Math.floor(page.width), Math.floor(page.height)], id).toEqual([width, height]);
            expect(spilled(page), id).toEqual([]);
            expect(overlapping(page), id).toEqual([]);
          }
        }
      },
    );

    test('say all that they must', async () => {
      for (const entry of all()) {
        const { letters } = await printedOf(collection, entry.id, 'a4');
        for (const text of requiredTexts(entry)) expect(letters, `${entry.id}: ${text}`).toContain(lettersOf(text));
      }
    });

    test('say on every page what they are, until when they were true, and where they live', async () => {
      for (const { id, data } of all()) {
        const { pages } = await printedOf(collection, id, 'a4');
        for (const [i, { runs }] of pages.entries()) {
          const words = lettersOf(runs.map(({ text }) => text).join(''));
          expect(words, id).toContain(lettersOf(`Page ${i + 1} of ${pages.length}`));
          expect(words, id).toContain(lettersOf(`Reviewed ${formatDay(String(data['reviewed_on']), 'en-GB')}`));
          expect(words, id).toMatch(/Internaldonotforward|Maybesharedwithanyone|Partnersdonotforwardtobuyers/);
          expect(words, id).toMatch(new RegExp(`https(shelf|partners)?halyardexample${lettersOf(collection)}`));
        }
      }
    });

    test('are tagged, with language, title and bookmarks', async () => {
      for (const { id, data } of all()) {
        const bytes = await pdfOf(collection, id, 'letter');
        const { isMarked, language, title, types, elements } = await readStructure(bytes);
        expect({ isMarked, language, title }, id).toEqual({
          isMarked: true,
          language: 'en-GB',
          title: `${String(data['title'])} · Halyard`,
        });
        const own = collection === 'calculators' ? ['Table', 'TR', 'TH', 'TD'] : ['L', 'LI'];
        for (const type of ['Document', 'H1', 'H2', 'P', 'Link', 'Figure', ...own]) expect(types, id).toContain(type);
        for (const unknown of ['Strong', 'Em', 'Aside']) expect(types, id).not.toContain(unknown);
        expect(elements, id).toBeGreaterThan(40);
        const { outline } = await printedOf(collection, id, 'letter');
        expect(outline[0], id).toBe(data['title']);
        // A case has its result and what that rests on; the others have more.
        expect(outline.length, id).toBeGreaterThan(collection === 'calculators' ? 2 : 3);
      }
    });
  });

  test('cited sources are numbered in the text and listed under the same numbers', async () => {
    const { text } = await printedOf('battlecards', 'battlecard-corvane', 'a4');
    const words = text.replaceAll(/[\s\u2060]/g, '');
    const count = words.match(/\[\d+(?:inside)?\]/g) ?? [];
    const numbers = new Set(count.map((mark) => Number(/\d+/.exec(mark)?.[0])));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: numbers.size }, (_, i) => i + 1));
    expect(words).toMatch(/livein38days\[1\]/);
    expect(words).toMatch(/\[1\]ThemedianHalyardcustomeris/);
  });

  test('what is handed on says nothing of ours, whoever prints it', async () => {
    for (const entry of entries.filter(({ collection }) => collection === 'one-pagers')) {
      const { letters } = await printedOf('one-pagers', entry.id, 'a4');
      const isPublic = entry.data['audience'] === 'public';
      expect(letters).toContain(isPublic ? 'Maybesharedwithanyone' : 'Partnersdonotforwardtobuyers');
      for (const ours of ['Pipelinestage', lettersOf(String(entry.data['owner'])), 'shelfhalyard'])
        expect(letters, entry.id).not.toContain(ours);
    }
    const named = (await printedOf('case-studies', 'northgate-precision', 'a4')).letters;
    expect(named).toContain('Maybesharedwithanyone');
    for (const ours of ['Consent', 'Replaced', 'Referencecall']) expect(named).not.toContain(ours);
  });

  test('a story that may not be told by name outside is marked as ours', async () => {
    const { library } = await loadLibrary(site.content, site.content);
    const unnamed = [...(library.entries.get('case-studies')?.values() ?? [])].filter(
      ({ data }) => JSON.stringify(data['consent'] ?? {}).includes('named') === false,
    );
    expect(unnamed.length).toBeGreaterThan(0);
    for (const { id } of unnamed) {
      const { letters } = await printedOf('case-studies', id, 'a4');
      expect(letters, id).toContain('Internaldonotforward');
    }
  });

  test('what has not changed is not printed again; what has is; and a run that was broken off goes on', async () => {
    const again = await site.pdf('--audience', 'internal', '--paper', 'a4');
    expect(again.output).toContain('53 PDFs in');
    expect(again.output).toContain('0 printed, 53 unchanged');
    const card = await readFile(path.join(site.content, 'assets/battlecards/battlecard-pocketwren.md'), 'utf8');
    await site.write(
      'assets/battlecards/battlecard-pocketwren.md',
      card.replace('Free cards are a good start.', 'Free cards are a start.'),
    );
    await site.build('internal');
    expect(
      existsSync(path.join(site.outFolder('internal'), 'battlecards/battlecard-corvane/battlecard-corvane-a4.pdf')),
    ).toBe(false);
    const changed = await site.pdf('--audience', 'internal', '--paper', 'a4');
    expect(changed.output).toContain('1 printed, 52 unchanged');
  });

  test('a page offers the PDFs that were made, and only those', async () => {
    const file = path.join(site.outFolder('internal'), 'one-pagers/one-pager-cfo-budgets/index.html');
    await site.build('internal');
    expect(await readFile(file, 'utf8')).not.toContain('.pdf"');
    await site.pdf('--audience', 'internal', '--type', 'one-pagers', '--paper', 'letter');
    const html = await readFile(file, 'utf8');
    expect(html).toContain('href="/one-pagers/one-pager-cfo-budgets/one-pager-cfo-budgets-letter.pdf" download>');
    expect(html).not.toContain('-a4.pdf');
  });

  test('a kit becomes one file with a cover, contents, one count of pages and one structure', async () => {
    const { code, output } = await site.pdf('--audience', 'internal', '--bundle', 'against-corvane', '--paper', 'a4');
    expect(output).toMatch(/6 assets on \d+ pages/);
    expect(code).toBe(0);
    const bytes = await readFile(path.join(site.outFolder('internal'), 'kits/against-corvane/against-corvane-a4.pdf'));
    const { pages, outline } = await readPdf(bytes);
    const words = pages.map(({ runs }) => lettersOf(runs.map(({ text }) => text).join('')));
    for (const [i, text] of words.entries()) expect(text).toContain(`Page${i + 1}of${pages.length}`);
    const starts = ['Halyard or Corvane', 'Kesselbrunn Maschinenbau approves invoices'].map((title) =>
      words.findIndex((text, i) => i > 0 && text.includes(lettersOf(title)) && text.includes('Page')),
    );
    expect(words[0]).toContain(`HalyardorCorvane${(starts[0] ?? 0) + 1}`);
    expect(words[0]).toContain('Internaldonotforward');
    expect(outline).toContain('Nobody gets blamed for choosing Corvane');
    const { isMarked, language, types } = await readStructure(bytes);
    expect({ isMarked, language }).toEqual({ isMarked: true, language: 'en-GB' });
    expect(types).toContain('Part');
    for (const page of pages) expect(spilled(page)).toEqual([]);
  });

  test('printing from the browser gives what the PDF gives, from a dark screen too', async () => {
    const server = await serve(site.outFolder('internal'), 0);
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
    try {
      const page = await browser.newPage({ colorScheme: 'dark' });
      await page.goto(`${server.url}/battlecards/battlecard-corvane/`);
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(22, 32, 31)');
      await page.emulateMedia({ media: null });
      const byHand = await readPdf(await page.pdf({ format: 'A4', printBackground: true, tagged: true }));
      await site.pdf('--audience', 'internal', '--type', 'battlecards', '--paper', 'a4');
      const printed = await printedOf('battlecards', 'battlecard-corvane', 'a4');
      expect(byHand.pages.map(places).map((lines) => lines.sort())).toEqual(
        printed.pages.map(places).map((lines) => lines.sort()),
      );
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

/** Lines as they stand on the page, whatever runs they are made of. */
const places = ({ runs }: Printed['pages'][number]): string[] =>
  [...Map.groupBy(runs, ({ bottom }) => Math.round(bottom))].map(
    ([bottom, line]) =>
      `${bottom}: ${lettersOf(
        line
          .toSorted((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(''),
      )}`,
  );

/** What tells the page apart, not what it says: where it is found, and who may see it. */
const NOT_SAID = new Set(['stages', 'personas', 'owner', 'reviewed_on', 'currency']);
/** Of a calculator, what a case shows: its figures and what they rest on, not how they are worked out. */
const SAID_OF_A_CASE =
  /^(title|summary|inputs\.\*\.(label|source\.text)|(benefits|costs)\.\*\.label|outputs\.\*\.label)$/;
/** Colleagues' sheets carry these too. */
const ON_OUR_SHEETS = ['owner'];

/** Texts of all required fields that are filled in, of lists too. */
const requiredTexts = (entry: ContentEntry): string[] => {
  const isAgainstNothing = entry.data['competitor'] === 'status-quo';
  const isHandedOn = entry.collection === 'one-pagers' || entry.collection === 'case-studies';
  const texts = fieldPlan(entry.collection).flatMap(({ path: field, required, refersTo, options }) => {
    if (!required || refersTo !== undefined || options !== undefined) return [];
    const [top = ''] = field;
    // Forces and costs stand in the place of a feature table.
    if (top === 'comparison' && isAgainstNothing) return [];
    if (entry.collection === 'calculators' && !SAID_OF_A_CASE.test(field.join('.'))) return [];
    if (NOT_SAID.has(top) && (isHandedOn || !ON_OUR_SHEETS.includes(top))) return [];
    return [...valuesAt(entry.data, field)].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  });
  // Days are written out, and Markdown loses its marks.
  return texts.filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text)).flatMap(withoutMarkup);
};

const withoutMarkup = (text: string): string[] =>
  text
    .split(/\[[^\]]*\]\([^)]*\)|\n|\*\*|^\d+\. /m)
    .map((part) => part.replace(/^(\d+\.|-) /, '').trim())
    .filter((part) => part.length > 3);

describe('content that nobody would write', () => {
  let site: Site;

  const LONG = 'Something has to work by a date: an audit, a new budget year, a second entity, an ERP project. '
    .repeat(3)
    .trim();
  const ENDLESS = 'Donaudampfschifffahrtsgesellschaft'.repeat(9).slice(0, 300);
  const ARABIC = 'الميزانية تُعرف قبل أن تُنفق الأموال، والموافقة تأتي في ساعات لا في أسابيع';
  const HEBREW = 'התקציב ידוע לפני שהכסף מוצא, והאישור מגיע בתוך שעות ולא שבועות';

  const shared = (title: string, more: object) => ({
    title: title.slice(0, 120),
    summary: title.slice(0, 200),
    stages: ['decision'],
    personas: ['champion'],
    status: 'approved',
    owner: title.slice(0, 120),
    reviewed_on: '2026-11-01',
    audience: 'internal',
    ...more,
  });

  const list = (text: string, count: number) => Array.from({ length: count }, (_, i) => `${i + 1} ${text}`);

  /** Every field filled with one text, as often as usual. */
  const card = (text: string, rows: number) => ({
    competitor: 'rival',
    the_one_thing_to_say: text.split(' ').slice(0, 40).join(' '),
    their_pitch: text,
    we_win_when: list(text, 4),
    they_win_when: list(text, 3),
    strengths: list(text, 3).map((line) => ({ text: line, how_to_acknowledge: line, claim: 'days' })),
    weaknesses: list(text, 3).map((line) => ({ text: `${line} {claim:days}` })),
    comparison: list(text.slice(0, 110), rows).map((capability) => ({
      capability,
      us: 'yes',
      them: 'unknown',
      note: text.slice(0, 190),
    })),
    pricing: list(text.slice(0, 70), 3).map((tier) => ({
      tier,
      amount: 123_456_789,
      currency: 'USD',
      per: text.slice(0, 55),
      as_of: '2026-01-01',
      source: text.slice(0, 190),
    })),
    trap_questions: list(text, 3).map((question) => ({ question, why: question, evidence: question })),
    their_claims_about_us: list(text, 3).map((claim) => ({ claim, response: claim })),
    objections: ['objection-long', 'objection-endless'],
    do_not_say: list(text, 3),
    news: list(text, 3).map((line) => ({ on: '2026-01-01', text: line, implication: line })),
    won: 1,
    lost: 2,
    period: text.slice(0, 50),
  });

  const onePager = (text: string) => ({
    persona: 'champion',
    use_case: 'closing',
    headline: text.split(' ').slice(0, 16).join(' '),
    problem: `${text} `.repeat(4),
    benefits: list(text, 3).map((line) => ({ text: line, claim: 'days' })),
    how_it_works: list(text.slice(0, 230), 3),
    call_to_action: { label: text.slice(0, 70), url: `https://a.example/${'x'.repeat(200)}` },
  });

  const objection = (text: string) => ({
    verbatim: text.slice(0, 230),
    category: 'price',
    short_answer: text.split(' ').slice(0, 40).join(' '),
    clarifying_questions: list(text, 3),
    next_step: text,
    do_not_say: list(text, 2),
    proof: ['days'],
  });

  const story = (text: string) => ({
    customer: text.slice(0, 110),
    industry: 'retail',
    challenge: text,
    solution: `${text}\n\n| A | B | C |\n| --- | --- | --- |\n| ${text} | ${text} | 3 |`,
    results: list(text.slice(0, 100), 3).map((metric) => ({
      metric,
      before: text.slice(0, 50),
      after: text.slice(0, 50),
      unit: 'days',
    })),
    quotes: [{ text, role: text.slice(0, 100), consent: true }],
  });

  const VARIANTS = { long: LONG, endless: ENDLESS, arabic: ARABIC, hebrew: HEBREW };

  beforeAll(async () => {
    site = await Site.make();
    await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Why now?' });
    await site.writeEntry('personas', 'champion', {
      label: ENDLESS.slice(0, 80),
      committee_role: 'champion',
      forces: { push: list(LONG, 3), habit: [ENDLESS] },
    });
    await site.writeEntry('industries', 'retail', { label: 'Retail' });
    await site.writeEntry('use-cases', 'closing', { label: 'Closing' });
    await site.writeEntry('competitors', 'rival', {
      label: ENDLESS.slice(0, 80),
      kind: 'direct',
      audience: 'internal',
    });
    await site.writeEntry('competitors', 'nothing', { label: 'Nothing', kind: 'status quo', audience: 'internal' });
    await site.writeEntry('claims', 'days', {
      statement: LONG,
      value: 3,
      unit: 'days',
      source: { title: ENDLESS.slice(0, 200), dated: '2026-01-01' },
      status: 'approved',
    });
    for (const [name, text] of Object.entries(VARIANTS)) {
      await site.writeEntry('battlecards', `card-${name}`, shared(text, card(text, 10)), text);
      await site.writeEntry('one-pagers', `page-${name}`, shared(text, onePager(text)), text);
      await site.writeEntry('objections', `objection-${name}`, shared(text, objection(text)), text);
      await site.writeEntry('case-studies', `story-${name}`, shared(text, story(text)), text);
    }
    await site.writeEntry(
      'battlecards',
      'card-rows',
      shared('Forty rows', {
        ...card('Each row says what rows of this kind say, in about as many words.', 40),
        objections: [],
      }),
    );
    await site.writeEntry('battlecards', 'card-forces', shared('Forces', { ...card(LONG, 0), competitor: 'nothing' }));
    await site.writeEntry(
      'battlecards',
      'card-bare',
      shared('Bare', { competitor: 'rival', the_one_thing_to_say: 'Only this.' }),
    );
    await site.writeEntry(
      'one-pagers',
      'page-bare',
      shared('Bare page', {
        persona: 'champion',
        use_case: 'closing',
        headline: 'Only this',
        problem: 'That.',
        benefits: [{ text: 'One' }],
      }),
    );
    await site.writeEntry(
      'objections',
      'objection-bare',
      shared('Bare objection', { verbatim: 'No.', category: 'price', short_answer: 'Yes.' }),
    );
    await site.writeEntry(
      'case-studies',
      'story-bare',
      shared('Bare story', {
        customer: 'A',
        industry: 'retail',
        challenge: 'B',
        solution: 'C',
        results: [{ metric: 'D' }],
      }),
    );
    await site.build('internal');
  });

  afterAll(() => site.remove());

  describe.each(PAPERS)('on %s', (paper) => {
    let ended: Ended;
    let printed: Map<string, Printed>;

    beforeAll(async () => {
      ended = await site.pdf('--audience', 'internal', '--paper', paper);
      printed = await readKept(site, paper);
    });

    test('stays inside the sheet, and nothing stands on anything else', () => {
      expect(printed.size).toBe(4 * 4 + 6);
      for (const [title, { pages }] of printed) {
        for (const [i, page] of pages.entries()) {
          expect(spilled(page), `${title}, page ${i + 1}`).toEqual([]);
          expect(overlapping(page), `${title}, page ${i + 1}`).toEqual([]);
        }
      }
    });

    test('is all there: nothing is cut', () => {
      for (const text of [ENDLESS, LONG]) {
        const card = [...printed].find(
          ([title, { pages }]) => title.startsWith(text.slice(0, 100)) && pages.length > 2,
        );
        const letters = card?.[1].letters ?? '';
        // As often as the card says it: in each of its lists, and whole.
        for (let i = 1; i <= 4; i++)
          expect(letters.split(lettersOf(`${i} ${text}`)).length - 1).toBeGreaterThanOrEqual(i < 4 ? 13 : 1);
      }
      const rows = [...printed].find(([title]) => title.startsWith('Forty rows'))?.[1].letters ?? '';
      for (let i = 1; i <= 40; i++) expect(rows).toContain(`${i}Eachrow`);
    });

    test('a bare card has its two pages, and is offered', () => {
      const bare = [...printed].filter(([title]) => title.startsWith('Bare'));
      expect(Object.fromEntries(bare.map(([title, { pages }]) => [title.split(' ·')[0], pages.length]))).toEqual({
        Bare: 2,
        'Bare objection': 1,
        'Bare page': 1,
        'Bare story': 1,
      });
      expect(existsSync(path.join(site.outFolder('internal'), `battlecards/card-bare/card-bare-${paper}.pdf`))).toBe(
        true,
      );
    });

    test('what does not fit is named with what is too long, ends the run with code 1, and is not offered', () => {
      expect(ended.code).toBe(1);
      expect(ended.output).toMatch(
        /✗ \/battlecards\/card-long\/ \(\w+, \d+ pages\): the front is too long by .*\(their_claims_about_us\).*\. Longest there: “[^”]+” \(\w+\), \d+ words\./,
      );
      expect(ended.output).toMatch(
        /✗ \/battlecards\/card-rows\/ \(\w+, \d+ pages\): the back is too long by .*\(sources\)\. Longest there: “Side by side” \(comparison\)/,
      );
      expect(ended.output).toMatch(/✗ \/one-pagers\/page-long\/ \(\w+, 2 pages\): the page is too long by /);
      expect(ended.output).toMatch(/do not fit their paper and are not offered/);
      expect(existsSync(path.join(site.outFolder('internal'), `battlecards/card-long/card-long-${paper}.pdf`))).toBe(
        false,
      );
    });
  });
});

/** All PDFs that a run has kept, those that do not fit too, by their title. */
const readKept = async (site: Site, paper: Paper): Promise<Map<string, Printed>> => {
  const files = await site.filesIn(path.join(site.cacheFolder('internal'), 'pdf', paper));
  const printed = new Map<string, Printed>();
  for (const [name, bytes] of files) {
    if (!name.endsWith('.pdf')) continue;
    const { title } = await readStructure(bytes);
    printed.set(`${title} ${name}`, await readPdf(bytes));
  }
  return printed;
};
