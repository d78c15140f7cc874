/** The map of the committee: its numbers are those of the lists behind them. */
import { expect, test } from 'vitest';
import { committeeView } from '../../../../src/domain/committee/committee-view.ts';
import { cornerOf, edgeOf, PER_CORNER, spread } from '../../../../src/domain/committee/corners.ts';
import { countFacets } from '../../../../src/domain/facets/count.ts';
import { collectColumns } from '../../../../src/domain/facets/collect-columns.ts';
import { readSelection } from '../../../../src/domain/facets/address.ts';
import type { SiteEntry, SiteLibrary } from '../../../../src/domain/site-library.ts';
import { siteEntry, siteLibraryOf, uiOf } from '../../../fixtures/views.ts';

const STAGES = ['awareness', 'consideration', 'decision'];
const PERSONAS = ['champion', 'buyer', 'legal', 'nobody'];
const TYPES = ['resources', 'objections', 'snippets', 'pricing-faqs'] as const;

/** Always the same, and without a pattern that a mistake could share. */
const numbers = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

interface Made {
  id: string;
  type: (typeof TYPES)[number];
  stages: string[];
  personas: string[];
  day: number;
}

const makeAssets = (count: number): Made[] => {
  const random = numbers(7);
  return Array.from({ length: count }, (_, i) => ({
    id: `asset-${i}`,
    type: TYPES[Math.floor(random() * TYPES.length)] ?? 'resources',
    stages: STAGES.filter(() => random() < 0.4),
    // Nobody is named by nothing: a whole row of the map is empty.
    personas: PERSONAS.slice(0, 3).filter((name) => random() < (name === 'legal' ? 0.05 : 0.5)),
    day: 1 + Math.floor(random() * 28),
  }));
};

const terms = (): SiteEntry[] => [
  ...STAGES.map((id, order) => siteEntry('stages', id, { order, buyer_question: 'Why?' })),
  ...PERSONAS.map((id, order) =>
    siteEntry('personas', id, {
      order,
      cares_about: [`${id} cares`, 'more'],
      veto: id === 'legal' ? 'No.' : undefined,
    }),
  ),
];

const toLibrary = (made: readonly Made[], audience: 'internal' | 'partner' | 'public' = 'internal'): SiteLibrary =>
  siteLibraryOf(
    [
      ...terms(),
      ...made.map(({ id, type, stages, personas, day }) =>
        siteEntry(type, id, {
          stages,
          personas,
          reviewed_on: `2026-10-${String(day).padStart(2, '0')}`,
          audience: 'public',
        }),
      ),
    ],
    audience,
  );

const made = makeAssets(400);
const library = toLibrary(made);

test('every number equals a count by brute force', () => {
  const view = committeeView(library);
  const counts = Object.fromEntries(
    (view?.members ?? []).map(({ id, cells, count }) => [id, [...cells.map((cell) => cell.count), count]]),
  );
  const expected = Object.fromEntries(
    PERSONAS.map((persona) => {
      const theirs = made.filter(({ personas }) => personas.includes(persona));
      return [
        persona,
        [...STAGES.map((stage) => theirs.filter(({ stages }) => stages.includes(stage)).length), theirs.length],
      ];
    }),
  );
  expect(counts).toEqual(expected);
  expect(view?.stages.map(({ count }) => count)).toEqual(
    STAGES.map((stage) => made.filter(({ stages }) => stages.includes(stage)).length),
  );
});

test('every number equals that of the library behind its link', () => {
  const { facets } = collectColumns(library, uiOf(library));
  const names = facets.map(({ name }) => name);
  const listed = (path: string): number => {
    const { selection, unknown } = readSelection(new URL(path, 'http://site').searchParams, names, facets);
    return unknown.length > 0 ? 0 : countFacets(facets, selection, made.keys()).rows.length;
  };
  const view = committeeView(library);
  const counted = [...(view?.stages ?? []), ...(view?.members ?? []).flatMap((member) => [member, ...member.cells])];
  expect(counted).toHaveLength(STAGES.length + PERSONAS.length * (STAGES.length + 1));
  for (const { path, count } of counted) expect(listed(path), path).toBe(count);
});

test('what is missing is said, corner by corner', () => {
  const view = committeeView(library);
  const empty = PERSONAS.flatMap((persona) =>
    STAGES.filter(
      (stage) => !made.some(({ personas, stages }) => personas.includes(persona) && stages.includes(stage)),
    ).map((stage) => ({ persona, stage })),
  );
  expect(view?.missing).toEqual(empty);
  expect(view?.missing).toContainEqual({ persona: 'nobody', stage: 'decision' });
  expect(view?.corners).toBe(12);
});

test('a member brings what they care about first, and their veto where it is known', () => {
  const [champion, , legal] = committeeView(library)?.members ?? [];
  expect(champion).toMatchObject({ caresAbout: 'champion cares', veto: '', role: 'influencer' });
  expect(legal).toMatchObject({ veto: 'No.' });
});

test.each(['partner', 'public'] as const)('the %s build has no map', (audience) => {
  expect(committeeView(toLibrary(made, audience))).toBeUndefined();
});

test('without personas or stages there is nothing to map', () => {
  expect(committeeView(siteLibraryOf([siteEntry('stages', 'awareness')], 'internal'))).toBeUndefined();
  expect(committeeView(siteLibraryOf([siteEntry('personas', 'champion')], 'internal'))).toBeUndefined();
});

test('a corner shows what was made for it before what was made for everybody, of each type one', () => {
  const one = (id: string, type: Made['type'], personas: string[], stages: string[]): Made => ({
    id,
    type,
    personas,
    stages,
    day: 1,
  });
  const small = toLibrary([
    one('for-all', 'resources', ['champion', 'buyer', 'legal'], STAGES),
    one('for-two', 'resources', ['champion', 'buyer'], ['decision']),
    one('for-one', 'resources', ['champion'], ['decision']),
    one('an-answer', 'objections', ['champion', 'buyer', 'legal'], STAGES),
    one('elsewhere', 'snippets', ['champion'], ['awareness']),
  ]);
  const corner = cornerOf(small, 'champion', 'decision');
  expect(corner.cards.map(({ id }) => id)).toEqual(['for-one', 'an-answer', 'for-two', 'for-all']);
  expect(corner).toMatchObject({ count: 4, path: '/library/?stage=decision&persona=champion' });
});

test('a corner shows a few, and counts all', () => {
  const edge = edgeOf(library, 'stages', 'decision');
  expect(edge.cards).toHaveLength(PER_CORNER);
  expect(edge.count).toBeGreaterThan(PER_CORNER);
  expect(spread([], 3)).toEqual([]);
});
