/** What holds for every library and every deal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerDeal, assetsIn } from '../../../../src/domain/deal/answer.ts';
import { CRITERIA, type DealContext } from '../../../../src/domain/deal/context.ts';
import { readDeal, writeDeal } from '../../../../src/domain/deal/deal-address.ts';
import { facetOf, idsOfRow, type Desk, type DeskFacet } from '../../../../src/domain/deal/desk.ts';
import type { SiteEntry } from '../../../../src/domain/site-library.ts';
import { TODAY } from '../../../fixtures/entries.ts';
import { deskOf, TERMS } from '../../../fixtures/deals.ts';
import { siteEntry } from '../../../fixtures/views.ts';

const ids = (collection: string): string[] =>
  TERMS.filter((term) => term.collection === collection).map(({ id }) => id);
const some = (collection: string) => fc.subarray(ids(collection), { maxLength: 2 });

const assetData = fc.record({
  stages: some('stages'),
  personas: some('personas'),
  industries: some('industries'),
  company_sizes: some('company-sizes'),
  regions: some('regions'),
  products: some('products'),
  use_cases: some('use-cases'),
  competitors: some('competitors'),
  pipeline_stages: some('pipeline-stages'),
  audience: fc.constantFrom('public', 'partner', 'internal'),
  reviewed_on: fc.constantFrom('2024-01-01', '2026-08-01', '2026-11-01', '2026-11-20'),
});

const TYPES = ['resources', 'snippets', 'objections', 'battlecards', 'case-studies', 'one-pagers'] as const;

const entries = fc.array(fc.tuple(fc.constantFrom(...TYPES), assetData), { maxLength: 30 }).map((list) =>
  list.map(([type, data], i): SiteEntry => {
    const industry = data.industries[0] ?? 'health';
    const own = {
      resources: {},
      snippets: {},
      objections: { verbatim: 'No!', force: 'habit' },
      battlecards: { competitor: data.competitors[0] ?? 'rival' },
      'case-studies': { customer: 'C', industry },
      'one-pagers': { persona: data.personas[0] ?? 'user' },
    }[type];
    return siteEntry(type, `a-${i}`, { ...data, ...own });
  }),
);

const wish = (collection: string) => fc.option(fc.constantFrom(...ids(collection), 'nobody-knows'), { nil: undefined });

const contexts: fc.Arbitrary<DealContext> = fc.record({
  industry: wish('industries'),
  size: wish('company-sizes'),
  region: wish('regions'),
  product: wish('products'),
  use: wish('use-cases'),
  competitor: wish('competitors'),
  pipeline: wish('pipeline-stages'),
  members: fc.shuffledSubarray(ids('personas')),
});

const audiences = fc.constantFrom('public', 'partner', 'internal');
const answered = (desk: Desk, context: DealContext, audience: string) =>
  answerDeal(desk, context, { audience, today: TODAY });

const check = (property: fc.IProperty<[SiteEntry[], DealContext, string]>): void =>
  fc.assert(property, { numRuns: 150 });

describe('for every library and deal', () => {
  test('nothing above the reader', () => {
    const seen = { public: ['public'], partner: ['public', 'partner'], internal: ['public', 'partner', 'internal'] };
    check(
      fc.property(entries, contexts, audiences, (list, context, audience) => {
        const { desk } = deskOf(list);
        const allowed = Object.entries(seen).find(([name]) => name === audience)?.[1] ?? [];
        for (const row of assetsIn(answered(desk, context, audience)))
          expect(allowed).toContain(idsOfRow(desk, 'audience', row)[0]);
      }),
    );
  });

  test('the same deal has the same answer, however the library and the members are ordered', () => {
    check(
      fc.property(entries, contexts, audiences, (list, context, audience) => {
        const turned = { ...context, members: context.members.toReversed() };
        const [one, two] = [deskOf(list), deskOf(list.toReversed())];
        expect(answered(two.desk, turned, audience)).toEqual(answered(one.desk, context, audience));
      }),
    );
  });

  test('lists are sorted by points, then by review; none lists an asset twice', () => {
    check(
      fc.property(entries, contexts, audiences, (list, context, audience) => {
        for (const { now, next } of answered(deskOf(list).desk, context, audience).members) {
          const both = [now.assets, next?.assets ?? []];
          for (const assets of both)
            for (const [i, { asset, points }] of assets.entries()) {
              const before = assets[i - 1];
              if (before)
                expect(before.points > points || (before.points === points && before.asset < asset)).toBe(true);
            }
          const rows = both.flat().map(({ asset }) => asset);
          expect(new Set(rows).size).toBe(rows.length);
        }
      }),
    );
  });

  test('a list is empty exactly where a brute-force look finds nothing, and then a gap says so', () => {
    check(
      fc.property(entries, contexts, audiences, (list, context, audience) => {
        const { desk } = deskOf(list);
        const { members, gaps } = answered(desk, context, audience);
        const has = (row: number, facet: DeskFacet, id: string): boolean => idsOfRow(desk, facet, row).includes(id);
        const seen = facetOf(desk, 'audience').values.map(({ id }) => id);
        for (const { persona, now } of members) {
          const found = Array.from({ length: desk.rows }, (_, row) => row).filter(
            (row) =>
              has(row, 'persona', persona) &&
              (now.stage === undefined || has(row, 'stage', now.stage)) &&
              !has(row, 'type', 'battlecards') &&
              !has(row, 'type', 'objections') &&
              seen.indexOf(idsOfRow(desk, 'audience', row)[0] ?? '') <= seen.indexOf(audience),
          );
          expect(now.count).toBe(found.length);
          expect(now.assets).toHaveLength(Math.min(5, found.length));
          const isGap = gaps.some((gap) => gap.kind === 'assets' && gap.persona === persona && gap.stage === now.stage);
          expect(isGap).toBe(found.length === 0);
        }
      }),
    );
  });

  test('naming the deal’s own industry never lowers an asset', () => {
    const placeOf = (list: readonly SiteEntry[]): number => {
      const { desk, idOf } = deskOf(list);
      const [lawyer] = answered(desk, { industry: 'health', members: ['lawyer'] }, 'internal').members;
      const place = (lawyer?.now.assets ?? []).findIndex(({ asset }) => idOf(asset) === 'chosen');
      return place < 0 ? Infinity : place;
    };
    fc.assert(
      fc.property(entries, assetData, (list, data) => {
        const own = { ...data, personas: ['lawyer'] };
        const with_ = siteEntry('resources', 'chosen', { ...own, industries: ['health'] });
        const without = siteEntry('resources', 'chosen', { ...own, industries: [] });
        expect(placeOf([...list, with_])).toBeLessThanOrEqual(placeOf([...list, without]));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the address of a deal', () => {
  const { desk } = deskOf([]);

  test('says the deal, and nothing that the desk does not know', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const { context: read } = readDeal(writeDeal(context, desk), desk);
        for (const criterion of CRITERIA)
          expect(read[criterion]).toBe(context[criterion] === 'nobody-knows' ? undefined : context[criterion]);
        expect([...read.members].sort()).toEqual([...context.members].sort());
        expect(writeDeal(read, desk).toString()).toBe(
          writeDeal(readDeal(writeDeal(read, desk), desk).context, desk).toString(),
        );
      }),
    );
  });

  test('whatever it says, it is read', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { context, unknown } = readDeal(new URLSearchParams(query), desk);
        expect(unknown.length).toBeLessThanOrEqual(3);
        expect(answered(desk, context, 'internal').members).toHaveLength(context.members.length || 3);
      }),
    );
  });

  test('unknown values are told, cut short', () => {
    const address = new URLSearchParams(`industry=${'x'.repeat(90)}&member=ghost&member=lawyer&size=small`);
    const { context, unknown } = readDeal(address, desk);
    expect(context).toEqual({ size: 'small', members: ['lawyer'] });
    expect(unknown).toEqual([
      { name: 'industry', value: 'x'.repeat(40) },
      { name: 'member', value: 'ghost' },
    ]);
  });
});
