/** The library as pages see it: indexes, order, related assets, and the pages that come of it. */
import { describe, expect, test } from 'vitest';
import {
  buildSiteLibrary,
  cardsOf,
  tagOf,
  termsOf,
  type SiteEntry,
  type SiteLibrary,
} from '../../../src/domain/site-library.ts';
import {
  entryView,
  entryViews,
  filledCollections,
  homeView,
  indexViews,
  PER_PAGE,
  PER_TYPE,
  redirects,
} from '../../../src/domain/views.ts';
import { collections } from '../../../src/schemas/index.ts';
import { settings, TODAY } from '../../fixtures/entries.ts';

interface Given {
  id: string;
  title?: string;
  stages?: string[];
  personas?: string[];
  competitors?: string[];
  industries?: string[];
  related?: string[];
  reviewed_on?: string;
  aliases?: string[];
  cites?: string[];
}

const resource = ({ id, cites = [], ...data }: Given): SiteEntry => ({
  collection: 'resources',
  id,
  data: {
    ...collections.resources.draft.parse({
      title: id,
      audience: 'public',
      status: 'approved',
      reviewed_on: '2026-06-01',
      ...data,
    }),
    cites,
    citations: [],
  },
});

const objection = ({ id, cites = [], ...data }: Given): SiteEntry => ({
  collection: 'objections',
  id,
  data: {
    ...collections.objections.draft.parse({
      title: id,
      status: 'approved',
      reviewed_on: '2026-06-01',
      short_answer: 'Because.',
      ...data,
    }),
    cites,
    citations: [],
  },
});

const persona = (id: string, data: { label: string; order?: number }): SiteEntry => ({
  collection: 'personas',
  id,
  data: { ...collections.personas.draft.parse(data), cites: [], citations: [] },
});

const claim = (id: string): SiteEntry => ({
  collection: 'claims',
  id,
  data: {
    ...collections.claims.draft.parse({
      statement: `About ${id}`,
      value: 4,
      unit: 'days',
      source: { title: 'Survey', dated: '2026-01-01' },
    }),
    cites: [],
    citations: [],
  },
});

const build = (entries: readonly SiteEntry[], given: Readonly<Record<string, unknown>> = {}): SiteLibrary =>
  buildSiteLibrary({ settings: settings(given), audience: 'internal', today: TODAY, entries });

const ids = (cards: readonly { id: string }[] | undefined): string[] => (cards ?? []).map(({ id }) => id);

describe('related assets', () => {
  test('those that the author chose come first, then those that share the most', () => {
    const library = build([
      resource({ id: 'a', competitors: ['corvane'], stages: ['decision'], related: ['chosen'] }),
      // Reviewed last, and yet behind those that share more.
      resource({ id: 'same-stage', stages: ['decision'], reviewed_on: '2026-11-01' }),
      resource({ id: 'same-rival', competitors: ['corvane'] }),
      resource({ id: 'same-both', competitors: ['corvane'], stages: ['decision'] }),
      resource({ id: 'stranger', stages: ['awareness'] }),
      resource({ id: 'chosen' }),
    ]);
    expect(ids(library.related.get('a'))).toEqual(['chosen', 'same-both', 'same-rival', 'same-stage']);
  });

  test('are six at most, never the asset itself, and none twice', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      resource({ id: `b${i}`, stages: ['decision'], personas: ['champion'] }),
    );
    const library = build([
      resource({ id: 'a', stages: ['decision'], personas: ['champion'], related: ['b3', 'a', 'gone'] }),
      ...many,
    ]);
    const related = ids(library.related.get('a'));
    expect(related).toHaveLength(6);
    expect(new Set(related).size).toBe(6);
    expect(related[0]).toBe('b3');
    expect(related).not.toContain('a');
  });

  test('do not depend on the order in which files were read', () => {
    const entries = Array.from({ length: 40 }, (_, i) =>
      resource({ id: `r${i}`, stages: ['decision'], reviewed_on: `2026-0${(i % 5) + 1}-01` }),
    );
    expect([...build(entries).related].sort()).toEqual([...build([...entries].reverse()).related].sort());
  });
});

describe('a tag’s assets', () => {
  test('are in the order of the navigation’s types, the most lately reviewed first', () => {
    const library = build([
      resource({ id: 'old', personas: ['champion'], reviewed_on: '2026-01-01' }),
      resource({ id: 'new', personas: ['champion'], reviewed_on: '2026-09-01' }),
      objection({ id: 'price', personas: ['champion'], reviewed_on: '2025-01-01' }),
      resource({ id: 'other', personas: ['legal'] }),
    ]);
    expect(ids(library.tagged.get('personas/champion'))).toEqual(['price', 'new', 'old']);
    expect(library.tagged.get('personas/nobody')).toBeUndefined();
  });

  test('an asset with the same tag in two fields is listed once', () => {
    const study: SiteEntry = {
      collection: 'case-studies',
      id: 'a',
      data: {
        ...collections['case-studies'].draft.parse({ title: 'A', industry: 'retail', industries: ['retail'] }),
        cites: [],
        citations: [],
      },
    };
    expect(ids(build([study]).tagged.get('industries/retail'))).toEqual(['a']);
  });
});

test('terms are in their order, then by label', () => {
  const library = build([
    persona('z', { label: 'Zed' }),
    persona('b', { label: 'Bee' }),
    persona('two', { label: 'A', order: 2 }),
    persona('one', { label: 'Z', order: 1 }),
  ]);
  expect(ids(termsOf(library, 'personas'))).toEqual(['one', 'two', 'b', 'z']);
  expect(ids(cardsOf(library, 'personas'))).toEqual(['one', 'two', 'b', 'z']);
  expect(tagOf(library, 'personas', 'b')).toEqual({ label: 'Bee', path: '/personas/b/' });
  expect(tagOf(library, 'personas', 'gone')).toBeUndefined();
});

test('a claim knows what cites it', () => {
  const library = build([
    claim('days'),
    resource({ id: 'a', cites: ['days'] }),
    objection({ id: 'b', cites: ['days'] }),
    resource({ id: 'c' }),
  ]);
  expect(ids(library.usedIn.get('claims/days'))).toEqual(['a', 'b']);
});

test('review follows the asset’s own interval, then the type’s', () => {
  const data = (review_every?: number) =>
    collections.resources.draft.parse({ title: 'A', reviewed_on: '2026-11-01', review_every });
  const library = build([
    { collection: 'resources', id: 'own', data: { ...data(10), cites: [], citations: [] } },
    { collection: 'resources', id: 'type', data: { ...data(), cites: [], citations: [] } },
  ]);
  expect(library.cards.get('resources/own')?.review).toMatchObject({ state: 'overdue', due_on: '2026-11-11' });
  expect(library.cards.get('resources/type')?.review).toMatchObject({ state: 'fresh', every: 365 });
});

describe('pages', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => resource({ id: `r${String(i).padStart(3, '0')}`, personas: ['champion'] }));
  test.each([
    [0, []],
    [1, [1]],
    [PER_PAGE, [PER_PAGE]],
    [PER_PAGE + 1, [PER_PAGE, 1]],
    [2 * PER_PAGE, [PER_PAGE, PER_PAGE]],
    [2 * PER_PAGE + 7, [PER_PAGE, PER_PAGE, 7]],
  ])('%d entries make pages of %j', (count, sizes) => {
    const views = indexViews(build(many(count)));
    expect(views.map(({ list }) => list.cards.length)).toEqual(sizes);
    expect(views.map(({ list }) => [list.page, list.pages, list.count])).toEqual(
      sizes.map((_, i) => [i + 1, sizes.length, count]),
    );
    expect(new Set(views.flatMap(({ list }) => ids(list.cards))).size).toBe(count);
  });

  test('a term shows the first of each type, and counts them all', () => {
    const answer = objection({ id: 's', personas: ['champion'] });
    const views = entryViews(
      build([
        persona('champion', { label: 'Champion' }),
        persona('legal', { label: 'Legal' }),
        ...many(PER_TYPE + 1),
        answer,
      ]),
    );
    const listsOf = (id: string) => views.find(({ entry }) => entry.id === id)?.lists;
    expect(listsOf('champion')?.map(({ collection, cards, count }) => [collection, cards.length, count])).toEqual([
      ['objections', 1, 1],
      ['resources', PER_TYPE, PER_TYPE + 1],
    ]);
    expect(listsOf('legal')).toEqual([]);
    expect(listsOf('s')).toBeUndefined();
  });

  test('an index counts what each term has', () => {
    const [view] = indexViews(
      build([persona('champion', { label: 'Champion' }), persona('legal', { label: 'Legal' }), ...many(3)]),
    ).filter(({ collection }) => collection === 'personas');
    expect(view?.counts).toEqual({ champion: 3, legal: 0 });
  });

  test('only collections with entries are in the navigation', () => {
    expect(filledCollections(build([claim('a'), resource({ id: 'b' })]))).toEqual(['resources', 'claims']);
  });

  test('former addresses lead on', () => {
    expect(redirects(build([resource({ id: 'a', title: 'A', aliases: ['old', '/older/page'] })]))).toEqual([
      { from: '/resources/old/', to: '/resources/a/', title: 'A' },
      { from: '/older/page/', to: '/resources/a/', title: 'A' },
    ]);
  });

  test('an entry’s page has what it refers to', () => {
    const library = build([
      resource({ id: 'a', personas: ['champion', 'gone'], related: ['b'], cites: ['days', 'gone'] }),
      resource({ id: 'b' }),
      persona('champion', { label: 'Champion' }),
      claim('days'),
    ]);
    const entry = entryViews(library).find((view) => view.entry.id === 'a');
    expect(Object.keys(entry?.tags ?? {})).toEqual(['personas/champion']);
    expect(Object.keys(entry?.cards ?? {})).toEqual(['b']);
    expect(ids(entry?.claims)).toEqual(['days']);
    expect(ids(entry?.related)).toEqual(['b']);
  });

  test('a view that holds the same is the same, whatever was read first', () => {
    const entries = [
      resource({ id: 'a', personas: ['champion'] }),
      resource({ id: 'b', personas: ['champion'] }),
      persona('champion', { label: 'Champion' }),
    ];
    const hash = (library: SiteLibrary) =>
      JSON.stringify(entryViews(library).sort((x, y) => (x.card.path < y.card.path ? -1 : 1)));
    expect(hash(build(entries))).toBe(hash(build([...entries].reverse())));
  });
});

describe('a one-pager’s quote', () => {
  const study = (quotes: unknown, consent: unknown = { scope: 'named' }): SiteEntry => ({
    collection: 'case-studies',
    id: 'story',
    data: {
      ...collections['case-studies'].draft.parse({
        title: 'Story',
        customer: 'Northgate Foods',
        anonymised_name: 'a food maker',
        consent,
        quotes,
      }),
      cites: [],
      citations: [],
    },
  });
  const page: SiteEntry & { collection: 'one-pagers' } = {
    collection: 'one-pagers',
    id: 'page',
    data: { ...collections['one-pagers'].draft.parse({ title: 'Page', quote: 'story' }), cites: [], citations: [] },
  };
  const quoteOf = (quotes: unknown, consent?: unknown) => entryView(build([page, study(quotes, consent)]), page)?.quote;

  test('is told in our own build as outside, because the page is made to be handed on', () => {
    const quotes = [{ text: 'At Northgate we know', role: 'CFO', consent: true }];
    expect(quoteOf(quotes, { scope: 'anonymised' })).toMatchObject({
      text: 'At a food maker we know',
      from: { label: 'a food maker' },
    });
    expect(quoteOf(quotes, { scope: 'named', expires_on: '2020-01-01' })?.from.label).toBe('a food maker');
    expect(quoteOf(quotes, { scope: 'none' })).toBeUndefined();
  });

  test('is the first that its speaker has agreed to', () => {
    expect(
      quoteOf([
        { text: 'No', role: 'CTO' },
        { text: 'Yes', role: 'CFO', consent: true },
      ]),
    ).toEqual({ text: 'Yes', role: 'CFO', from: { label: 'Northgate Foods', path: '/case-studies/story/' } });
    expect(quoteOf([{ text: 'No', role: 'CTO' }])).toBeUndefined();
    expect(quoteOf([])).toBeUndefined();
  });
});

test('the home page shows the latest, what is overdue, and figures that have a value', () => {
  const library = build(
    [
      resource({ id: 'old', reviewed_on: '2020-01-01' }),
      resource({ id: 'older', reviewed_on: '2019-01-01' }),
      resource({ id: 'new', reviewed_on: '2026-11-01' }),
      claim('days'),
    ],
    { landing: { headline: 'A', lead: 'B', figures: ['days', 'gone'], featured: ['old', 'gone'] } },
  );
  const home = homeView(library, (value, unit) => `${value} ${unit ?? ''}`);
  expect(ids(home.recent)).toEqual(['new', 'old', 'older']);
  expect(ids(home.overdue)).toEqual(['older', 'old']);
  expect(home.overdueCount).toBe(2);
  expect(home.figures).toEqual([
    { id: 'days', value: '4 days', statement: 'About days', path: '/claims/days/', source: 'Survey' },
  ]);
  expect(ids(home.featured)).toEqual(['old']);
});
