/** Every kind of finding: planted ones are found, clean ones are not, and a build tells only of what it holds. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ContentEntry } from '../../../../src/domain/entries.ts';
import { gate } from '../../../../src/domain/gate.ts';
import { alikePairs, resemblance } from '../../../../src/domain/health/duplicates.ts';
import { findHealth, healthOfBuild } from '../../../../src/domain/health/find-health.ts';
import { wordsIn } from '../../../../src/domain/health/reading.ts';
import type { FindingKind } from '../../../../src/schemas/finding.ts';
import { entry, libraryOf, TODAY } from '../../../fixtures/entries.ts';

const health = (entries: readonly ContentEntry[], given: Readonly<Record<string, unknown>> = {}) =>
  findHealth({ library: libraryOf(entries, { settings: given }), today: TODAY, drawings: new Map(), name: 'content' });

const ofKind = (kind: FindingKind, entries: readonly ContentEntry[], given: Readonly<Record<string, unknown>> = {}) =>
  health(entries, given).filter((finding) => finding.kind === kind);

const cites = (id: string, claim: string, owner: string, data: object = {}) =>
  entry('resources', id, { owner, ...data }, `See {claim:${claim}}.`);

describe('claims', () => {
  const claim = (expires_on: string | undefined, data: object = {}) =>
    entry('claims', 'c', { statement: 'One.', ...(expires_on === undefined ? {} : { expires_on }), ...data });

  test.each([
    ['2026-11-22', 'claim_expired'],
    ['2025-01-01', 'claim_expired'],
    ['2026-11-23', 'claim_expiring'],
    ['2027-01-21', 'claim_expiring'],
  ] as const)('that end on %s: %s', (day, kind) => {
    expect(ofKind(kind, [claim(day)])).toMatchObject([{ wording: `${kind}_unused`, args: { date: day, count: 0 } }]);
  });

  test.each([['2027-01-22'], [undefined]])('that end on %s: nothing', (day) =>
    expect(health([claim(day)])).toEqual([]),
  );

  test('are told with where they are used, and kept by who uses them most', () => {
    const [found] = ofKind('claim_expiring', [
      claim('2026-12-01'),
      cites('a', 'c', 'Ann'),
      cites('b', 'c', 'Zoe'),
      cites('d', 'c', 'Zoe'),
      cites('draft', 'c', 'Ann', { status: 'draft' }),
      entry('battlecards', 'card', { owner: 'Ann', weaknesses: [{ text: 'x', claim: 'c' }] }),
      entry('kits', 'kit', { owner: 'Zoe', summary: '{claim:c}' }),
    ]);
    expect(found).toMatchObject({ wording: 'claim_expiring', owner: 'Zoe', args: { count: 5 } });
    expect(found?.others.map(({ id }) => id).sort()).toEqual(['a', 'b', 'card', 'd', 'kit']);
  });

  test('the notice is a setting', () => {
    const given = { health: { claim_notice: 5 } };
    expect(ofKind('claim_expiring', [claim('2026-11-27')], given)).toHaveLength(1);
    expect(ofKind('claim_expiring', [claim('2026-11-28')], given)).toHaveLength(0);
  });

  test('that are drafts or archived are nobody’s business', () => {
    expect(health([claim('2025-01-01', { status: 'archived' })])).toEqual([]);
  });
});

describe('what the check knows about days', () => {
  test('an overdue review, by owner', () => {
    const asset = entry('snippets', 's', { owner: 'Ann', reviewed_on: '2026-01-01', related: [] });
    expect(ofKind('review_overdue', [asset])).toMatchObject([{ owner: 'Ann', args: { date: '2026-06-30' } }]);
  });

  test('an expired asset, which is in no build', () => {
    const asset = entry('snippets', 's', { reviewed_on: '2026-11-01', expires_on: '2026-11-01' });
    expect(health([asset]).map(({ kind }) => kind)).toEqual(['asset_expired']);
  });

  test.each([
    ['2026-08-31', 'consent_lapsed'],
    ['2026-11-22', 'consent_lapsing'],
    ['2027-02-20', 'consent_lapsing'],
  ] as const)('a consent that ends on %s: %s', (expires_on, kind) => {
    const study = entry('case-studies', 's', {
      ...{ audience: 'public', owner: 'Ann', customer: 'X', anonymised_name: 'Y', reviewed_on: '2026-11-01' },
      consent: { scope: 'named', expires_on },
    });
    const kinds = health([study]).map((finding) => finding.kind);
    expect(kinds.filter((found) => found.startsWith('consent'))).toEqual([kind]);
  });

  test('a consent that ends later, or was never given', () => {
    const study = (id: string, consent: object) =>
      entry('case-studies', id, { audience: 'public', customer: 'X', consent, reviewed_on: '2026-11-01' });
    const all = [
      study('a', { scope: 'named', expires_on: '2027-02-21' }),
      study('b', { scope: 'none', expires_on: '2026-12-01' }),
    ];
    expect(health(all).filter(({ kind }) => kind.startsWith('consent'))).toEqual([]);
  });
});

describe('assets nobody links to', () => {
  const asset = (id: string, data: Readonly<Record<string, unknown>> = {}, body = '') => entry('resources', id, data, body);
  const unlinked = (...entries: readonly ContentEntry[]) =>
    ofKind('unlinked', entries, { landing: { headline: 'a', lead: 'b', featured: ['featured'] } }).map(
      ({ subject }) => subject.id,
    );

  test.each<[string, readonly ContentEntry[]]>([
    ['a field', [asset('from', { related: ['x'] })]],
    ['a list of things', [entry('kits', 'kit', { items: [{ asset: 'x' }] })]],
    ['a link to its page', [asset('from', {}, '[x](/resources/x/)')]],
    ['a link to its file', [entry('objections', 'from', {}, '[x](../resources/x.md#part)')]],
    ['an address in a field', [asset('from', { url: '/resources/x/' })]],
  ])('reached by %s', (_, from) => expect(unlinked(asset('x'), ...from)).not.toContain('x'));

  test.each<[string, readonly ContentEntry[]]>([
    ['nothing', []],
    ['itself only', [asset('x', { related: ['x'] }, '[x](/resources/x/)')]],
    ['a draft', [asset('from', { status: 'draft', related: ['x'] })]],
    ['what replaces it', [asset('from', { supersedes: ['x'] })]],
    ['its image only', [asset('from', {}, 'x /resources/x')]],
  ])('not reached by %s', (_, from) =>
    expect(unlinked(...(from.some(({ id }) => id === 'x') ? [] : [asset('x')]), ...from)).toContain('x'),
  );

  test('what the landing page features is reached', () => expect(unlinked(asset('featured'))).toEqual([]));
});

describe('near-duplicates', () => {
  const WORDS = Array.from({ length: 200 }, (_, i) => `word${(i * 7919) % 1_000}`);
  const text = (from = WORDS) => from.join(' ');
  const asset = (id: string, body: string, data: object = {}) =>
    entry('resources', id, { owner: id, reviewed_on: '2026-01-01', ...data }, body);
  const changed = (count: number) => WORDS.map((word, i) => (i < count ? `other${i}` : word));
  const found = (...entries: readonly ContentEntry[]) =>
    ofKind('near_duplicate', entries).map(({ subject, others, args }) => [subject.id, others[0]?.id, args['percent']]);

  test('a copy, whatever its marks and capitals', () => {
    expect(found(asset('a', text()), asset('b', text().toUpperCase().replaceAll(' ', ', ')))).toEqual([
      ['a', 'b', 100],
    ]);
  });

  test('a copy with a new beginning; the one reviewed first is to be looked at', () => {
    const [pair] = found(asset('new', text(), { reviewed_on: '2026-05-01' }), asset('old', text(changed(30))));
    expect(pair?.slice(0, 2)).toEqual(['old', 'new']);
    expect(Number(pair?.[2])).toBeGreaterThanOrEqual(60);
  });

  test('of another type as well', () => {
    expect(found(asset('a', text()), entry('objections', 'b', { reviewed_on: '2026-02-01' }, text()))).toHaveLength(1);
  });

  test.each<[string, readonly ContentEntry[]]>([
    ['half of it is new', [asset('a', text()), asset('b', text(changed(100)))]],
    ['the words are the same in another order', [asset('a', text()), asset('b', text([...WORDS].reverse()))]],
    ['they are short', [asset('a', 'one two three'), asset('b', 'one two three')]],
    ['one replaces the other', [asset('a', text()), asset('b', text(), { supersedes: ['a'] })]],
    ['one is a draft', [asset('a', text()), asset('b', text(), { status: 'draft' })]],
  ])('not where %s', (_, entries) => expect(found(...entries)).toEqual([]));

  test('the index finds every pair that comparing all with all finds', () => {
    // Few different runs: texts that share much, and often only just enough.
    const run = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 25 });
    const least = fc.constantFrom(0.3, 0.5, 0.6, 0.8, 1);
    fc.assert(
      fc.property(fc.array(run, { maxLength: 14 }), least, (lists, share) => {
        const texts = lists.map((list) => Uint32Array.from(list).sort());
        const brute = texts.flatMap((a, first) =>
          texts.flatMap((b, second) => (first < second && resemblance(a, b) >= share ? [`${first} ${second}`] : [])),
        );
        const pairs = alikePairs(texts, share).map(({ first, second }) => `${first} ${second}`);
        expect(pairs.sort()).toEqual(brute.sort());
      }),
    );
  });
});

describe('long reads', () => {
  const asset = entry('snippets', 's', { title: 'A title', owner: 'x', reviewed_on: '2026-11-01' }, 'word '.repeat(97));

  test('count what readers read', () => expect(wordsIn(asset)).toBe(2 + 1 + 97));

  test.each([
    [100, 1, 0],
    [99, 1, 1],
    [50, 2, 0],
  ])('at %i words a minute and %i minutes: %i', (words_per_minute, minutes, count) => {
    const given = { health: { words_per_minute, minutes: { snippets: minutes } } };
    expect(ofKind('long_read', [asset], given)).toHaveLength(count);
  });
});

test.each([
  ['Ведомость', 'public', 0],
  ['日本語の題', 'public', 0],
  ['Invoices, 2026', 'public', 0],
  ['ស្វាគមន៍', 'public', 1],
  ['ស្វាគមន៍', 'partner', 0],
])('a share image for %s, %s: %i findings', (title, audience, count) => {
  expect(ofKind('no_share_image', [entry('resources', 'r', { title, audience })])).toHaveLength(count);
});

describe('a build', () => {
  test('tells what it holds by name, and of the rest only how much there is', () => {
    const library = libraryOf([
      entry('resources', 'gone', { title: 'Secret plan', reviewed_on: '2026-11-01', expires_on: '2026-11-01' }),
      entry('resources', 'late', { title: 'Late', reviewed_on: '2020-01-01' }),
    ]);
    const findings = findHealth({ library, today: TODAY, drawings: new Map(), name: 'content' });
    const told = healthOfBuild(findings, gate(library, { audience: 'internal', today: TODAY, drafts: false }));
    expect(told.findings.map(({ kind, subject }) => [kind, subject.id])).toEqual([
      ['review_overdue', 'late'],
      ['unlinked', 'late'],
    ]);
    expect(told.outside).toBe(1);
    expect(JSON.stringify(told)).not.toContain('Secret');
  });
});

test('a library in good health has no findings', () => {
  const fresh = { owner: 'Ann', reviewed_on: '2026-11-01' };
  expect(
    health([
      entry('resources', 'a', { ...fresh, related: ['b'] }, 'All fine. {claim:c}'),
      entry('resources', 'b', { ...fresh, related: ['a'] }),
      entry('claims', 'c', { statement: 'One of 3 days.', value: 3, unit: 'days', expires_on: '2028-01-01' }),
    ]),
  ).toEqual([]);
});
