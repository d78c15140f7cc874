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
  const { NO_VOCABULARY } = await import('../../../../src/domain/search/vocabulary.ts');
  let isDown = true;
  const flaky = createSearchLayer({
    engine: { search: () => (isDown ? Promise.reject(new Error('offline')) : Promise.resolve([])) },
    vocabulary: NO_VOCABULARY,
    synonyms: [],
    facets: [],
    today: '2026-11-22',
  });
  await expect(flaky.search('card')).rejects.toThrow('offline');
  isDown = false;
  await expect(flaky.search('card')).resolves.toMatchObject({ results: [] });
});
