import { describe, expect, test } from 'vitest';
import type { FacetValue } from '../../../../src/domain/search/facet-words.ts';
import type { Found, SearchOptions } from '../../../../src/domain/search/layer.ts';
import { layerOver, type FakePage } from './fake-engine.ts';

const PAGES: readonly FakePage[] = [
  {
    url: '/battlecards/corvane/',
    title: 'Halyard or Corvane',
    content: 'What to say first. Their pricing is by module, and every module has a price.',
    filters: { type: ['Battlecard'], competitor: ['Corvane'], due: ['2027-01-01'] },
  },
  {
    url: '/resources/corvane/',
    title: 'An honest comparison',
    content: 'Corvane and its pricing, compared. A battlecard would say less.',
    filters: { type: ['Resource'], due: ['2027-01-01'] },
  },
  {
    url: '/objections/expensive/',
    title: 'It is too expensive',
    content: 'That is a lot of money for something that approves purchases. You will have to sharpen your pencil.',
    filters: { type: ['Objection'], due: ['2027-01-01'] },
  },
  {
    url: '/security-answers/login/',
    title: 'Single sign-on and provisioning',
    content: 'Single sign-on in every plan. Encryption of the session.',
    filters: { type: ['Security answer'], due: ['2027-01-01'] },
  },
  {
    url: '/security-answers/encryption/',
    title: 'Encryption at rest and in transit',
    content: 'All data is encrypted, with keys that change every year.',
    filters: { type: ['Security answer'], due: ['2027-01-01'] },
  },
  {
    url: '/one-pagers/payables/',
    title: 'Invoices that match themselves',
    content: 'For the accounts payable team: invoices without retyping.',
    keywords: 'three-way match, automation',
    filters: { type: ['One-pager'], due: ['2027-01-01'] },
  },
];
const FACETS: readonly FacetValue[] = [
  { facet: 'type', value: 'Battlecard', words: ['Battlecards'] },
  { facet: 'competitor', value: 'Corvane', words: ['the big suite'] },
];
const layer = layerOver(PAGES, {
  synonyms: [
    ['SSO', 'single sign-on'],
    ['AP', 'accounts payable'],
  ],
  facets: FACETS,
});
const search = (query: string, options?: SearchOptions): Promise<Found> => layer.search(query, options);
const urls = ({ results }: Found): string[] => results.map(({ url }) => url);

describe('spelling', () => {
  test.each([
    ['encription', 'encryption', 'a letter mistaken'],
    ['encrpytion', 'encryption', 'two exchanged'],
    ['encryptin', 'encryption', 'one left out'],
    ['encryptiion', 'encryption', 'one too many'],
    ['korvane', 'corvane', 'the first letter'],
    ['encription rest', 'encryption rest', 'beside others'],
  ])('%s is searched as %s: %s', async (from, to) => {
    const found = await search(from);
    expect(found.corrected).toEqual({ from, to });
    expect(urls(found)[0]).toMatch(/encryption|corvane/);
  });

  test('is said, and can be undone', async () => {
    const found = await search('encription', { literal: true });
    expect(found.corrected).toBeUndefined();
    expect(found.results).toEqual([]);
  });

  test.each(['encryption', 'sso', 'corvane pricing', 'accounts payable'])('%s is right as it is', async (query) => {
    expect((await search(query)).corrected).toBeUndefined();
  });

  test('a word that nobody knows is not made into another', async () => {
    const found = await search('zanzibar');
    expect(found.corrected).toBeUndefined();
    expect(found.results).toEqual([]);
  });

  test('a word that is still being typed is found, and not called wrong', async () => {
    for (const query of ['enc', 'encr', 'encrypt', 'encryptio']) {
      const found = await search(query);
      expect(urls(found)).toContain('/security-answers/encryption/');
      expect(found.corrected).toBeUndefined();
    }
  });
});

describe('a word that only begins others may be a slip all the same', () => {
  const pages = [
    { url: '/transit/', title: 'Encryption', content: 'The data that is used, in transit.' },
    { url: '/train/', title: 'Is data used to train?', content: 'Nothing is used to train a model more than once.' },
    { url: '/other/', title: 'Transfers', content: 'Transit, transfers, transactions.' },
    { url: '/more/', title: 'Transit again', content: 'Transit.' },
  ];

  test('words one slip away are searched, too, and it is said', async () => {
    const found = await layerOver(pages).search('data used tran');
    expect(urls(found)).toContain('/train/');
    expect(found.expanded).toEqual(['train']);
    expect(found.corrected).toBeUndefined();
  });

  test('not for one word alone, nor for a word that is known', async () => {
    expect((await layerOver(pages).search('tran')).expanded).toEqual([]);
    expect((await layerOver(pages).search('data used transit')).expanded).toEqual([]);
  });

  test('not where many pages have all of the words', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      url: `/many/${i}/`,
      title: 'More',
      content: 'data used in transit',
    }));
    expect((await layerOver([...pages, ...many]).search('data used tran')).expanded).toEqual([]);
  });
});

describe('exactly these words', () => {
  const exactly = (query: string): Promise<Found> => search(query, { literal: true });

  test('no synonym', async () => {
    expect(await exactly('sso')).toMatchObject({ results: [], expanded: [] });
  });

  test('no facet', async () => {
    const found = await exactly('battlecard corvane');
    expect(found.facetWords).toEqual([]);
    expect(urls(found)).toEqual(['/resources/corvane/']);
  });

  test('no page that has only some of them', async () => {
    expect((await search('pencil encryption')).relaxed).toBe(true);
    expect(await exactly('pencil encryption')).toMatchObject({ results: [], relaxed: false });
  });
});

describe('of the vocabulary', () => {
  test('only the parts of the words that were typed are loaded', async () => {
    const { search: ask, files } = layerOver(PAGES);
    await ask('encryption');
    expect(files.names.length).toBeLessThanOrEqual(3);
  });

  test('for a slip, the words with its first letter; all, where none of them is near', async () => {
    const { search: ask, files } = layerOver(PAGES);
    await ask('encription');
    const near = files.names.length;
    expect(near).toBeLessThan(8);
    expect((await ask('umcryption')).corrected).toEqual({ from: 'umcryption', to: 'encryption' });
    expect(files.names.length).toBeGreaterThan(near + 5);
  });

  test('all are looked at where near words do not occur beside the others', async () => {
    const pages = [
      { url: '/a/', title: 'Pricing', content: 'The pricing of modules.' },
      { url: '/b/', title: 'Bricking', content: 'A device that was bricked by bricking.' },
    ];
    const found = await layerOver(pages).search('bricing modules');
    expect(found.corrected).toEqual({ from: 'bricing modules', to: 'pricing modules' });
  });

  test('a part that is missing costs the spelling, nothing else', async () => {
    const { search: ask, files } = layerOver(PAGES);
    await ask('pencil');
    for (const name of files.all) files.missing.add(name);
    expect(urls(await ask('encryption'))).toContain('/security-answers/encryption/');
  });
});

describe('synonyms', () => {
  test('an acronym finds what it stands for, and it is said', async () => {
    const found = await search('sso');
    expect(urls(found)).toEqual(['/security-answers/login/']);
    expect(found.expanded).toEqual(['single sign-on']);
  });

  test('beside other words', async () => {
    expect(urls(await search('AP invoices'))[0]).toBe('/one-pagers/payables/');
  });

  test('are not said where they add nothing', async () => {
    expect((await search('corvane')).expanded).toEqual([]);
  });
});

describe('words that name a facet', () => {
  test('are a wish: the card need not have the word', async () => {
    const found = await search('battlecard corvane pricing');
    expect(urls(found)[0]).toBe('/battlecards/corvane/');
    expect(found.facetWords).toEqual(['battlecard', 'corvane']);
  });

  test('a nickname, too', async () => {
    expect(urls(await search('the big suite pricing'))[0]).toBe('/battlecards/corvane/');
  });

  test('alone they give what they name', async () => {
    expect(urls(await search('corvane battlecards'))[0]).toBe('/battlecards/corvane/');
  });

  test('a facet of which this build has no page is text', async () => {
    const lean = layerOver(PAGES.slice(1), { facets: FACETS });
    const found = await lean.search('battlecard pricing');
    expect(found.facetWords).toEqual([]);
    expect(urls(found)).toEqual(['/resources/corvane/']);
  });
});

describe('relaxation', () => {
  test('a sentence of a prospect finds the objection, and what has not all words is marked', async () => {
    const found = await search('honestly that is a lot of money for encryption');
    expect(found.relaxed).toBe(true);
    expect(urls(found)).toContain('/objections/expensive/');
    expect(found.results.every(({ isRelaxed }) => isRelaxed)).toBe(true);
  });

  test('one word cannot be relaxed', async () => {
    expect((await search('pencil')).relaxed).toBe(false);
  });

  test('enough hits need none', async () => {
    const many = layerOver(
      Array.from({ length: 5 }, (_, i) => ({ url: `/${i}/`, title: 'Card', content: 'card rule' })),
    );
    const found = await many.search('card rule');
    expect(found.relaxed).toBe(false);
    expect(found.results.some(({ isRelaxed }) => isRelaxed)).toBe(false);
  });
});

describe('a quoted query', () => {
  test('is a phrase', async () => {
    expect(urls(await search('"lot of money"'))).toEqual(['/objections/expensive/']);
    expect(urls(await search('"money of lot"'))).toEqual([]);
  });

  test('is neither corrected nor relaxed', async () => {
    const found = await search('"encription at rest"');
    expect(found).toMatchObject({ results: [], relaxed: false });
    expect(found.corrected).toBeUndefined();
  });
});

describe('odd queries', () => {
  test.each(['', '   ', '🚀', '"', '""', '<>', '&&&', '\u0000'])(
    '%j finds nothing, and asks nothing',
    async (query) => {
      const fresh = layerOver(PAGES);
      expect(await fresh.search(query)).toMatchObject({ results: [], ids: [], relaxed: false });
      expect(fresh.asked).toEqual([]);
    },
  );

  test.each([
    '<script>alert(1)</script>',
    'a"b',
    '🚀 corvane',
    'ＣＯＲＶＡＮＥ',
    '{claim:x}',
    '.*',
    'constructor __proto__',
  ])('%s is only words', async (query) => {
    await expect(search(query)).resolves.toBeDefined();
  });

  test('ten thousand characters are a few questions', async () => {
    for (const query of ['corvane '.repeat(1_250), 'x'.repeat(10_000), 'mispelt wrods hree '.repeat(500)]) {
      const fresh = layerOver(PAGES, { facets: FACETS });
      await fresh.search(query);
      expect(fresh.asked.length).toBeLessThan(40);
    }
  });
});

describe('order', () => {
  const twins = (dueOn: string): FakePage[] => [
    { url: '/a/', title: 'Card rules', content: 'rules for cards', filters: { due: [dueOn] } },
    { url: '/b/', title: 'Card rules', content: 'rules for cards', filters: { due: ['2027-01-01'] } },
  ];

  test('what is overdue comes after its equal', async () => {
    const found = await layerOver(twins('2026-11-21')).search('card rules');
    expect(urls(found)).toEqual(['/b/', '/a/']);
    expect(found.results.map(({ isOverdue }) => isOverdue)).toEqual([false, true]);
  });

  test('what is due today is not overdue', async () => {
    expect(urls(await layerOver(twins('2026-11-22')).search('card rules'))).toEqual(['/a/', '/b/']);
  });

  test('the title decides before the text', async () => {
    const found = await layerOver([
      { url: '/text/', title: 'Close', content: 'forecast '.repeat(8) },
      { url: '/title/', title: 'Forecast', content: 'spend' },
    ]).search('forecast');
    expect(urls(found)[0]).toBe('/title/');
  });

  test('words that stand together decide before words apart', async () => {
    const found = await layerOver([
      { url: '/apart/', title: 'One', content: `purchase ${'word '.repeat(200)} approval` },
      { url: '/together/', title: 'Two', content: `${'word '.repeat(200)} purchase approval` },
    ]).search('purchase approval');
    expect(urls(found)).toEqual(['/together/', '/apart/']);
  });

  test('is the same every time', async () => {
    const first = await search('encryption of data');
    const again = await layerOver(PAGES, { facets: FACETS }).search('encryption of data');
    expect(urls(again)).toEqual(urls(first));
    expect(again.ids).toEqual(first.ids);
  });

  test('of pages with little of it, only the first are loaded; the others, when they are asked for', async () => {
    const poor = Array.from({ length: 12 }, (_, i) => ({
      url: `/poor/${String(i).padStart(2, '0')}/`,
      title: 'Poor',
      content: 'A card.',
    }));
    const good = { url: '/good/', title: 'Card rules, card rules', content: `${'card '.repeat(60)}rules` };
    const others = Array.from({ length: 40 }, (_, i) => ({ url: `/${i}/`, title: 'Other', content: 'Nothing of it.' }));
    const found = await layerOver([good, ...poor, ...others]).search('card rules');
    expect(found.results).toHaveLength(5);
    expect(urls(found)[0]).toBe('/good/');
    expect(found.ids).toHaveLength(13);
    const rest = await found.more(5);
    expect(new Set([...found.results, ...rest].map(({ url }) => url)).size).toBe(13);
  });

  test('more than ten are loaded when they are asked for', async () => {
    const many = Array.from({ length: 25 }, (_, i) => ({
      url: `/${String(i).padStart(2, '0')}/`,
      title: 'Card',
      content: 'rule',
    }));
    const found = await layerOver(many).search('card');
    expect(found.results).toHaveLength(10);
    expect(found.ids).toHaveLength(25);
    const rest = [...(await found.more(10)), ...(await found.more(20))];
    expect(new Set([...found.results, ...rest].map(({ url }) => url)).size).toBe(25);
  });
});

test('a selection holds for all that is asked', async () => {
  const found = await search('corvane pricing', { selection: { type: ['Resource'] } });
  expect(urls(found)).toEqual(['/resources/corvane/']);
});

test('without a vocabulary it still searches', async () => {
  const bare = layerOver([]);
  await expect(bare.search('anything')).resolves.toMatchObject({ results: [] });
});

test('an answer that failed is asked again', async () => {
  const { createSearchLayer } = await import('../../../../src/domain/search/layer.ts');
  const { EMPTY_SOURCE } = await import('../../../../src/domain/search/vocabulary-files.ts');
  let isDown = true;
  const flaky = createSearchLayer({
    engine: { search: () => (isDown ? Promise.reject(new Error('offline')) : Promise.resolve([])) },
    vocabulary: EMPTY_SOURCE,
    synonyms: [],
    facets: [],
    today: '2026-11-22',
  });
  await expect(flaky.search('card')).rejects.toThrow('offline');
  isDown = false;
  await expect(flaky.search('card')).resolves.toMatchObject({ results: [] });
});
