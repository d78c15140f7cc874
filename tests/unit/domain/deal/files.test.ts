/** The desk's files: they come back as they went, and what is broken is refused. */
import { describe, expect, test } from 'vitest';
import { encodeBriefs, parseBriefs, type Briefs } from '../../../../src/domain/deal/briefs-file.ts';
import { collectDesk } from '../../../../src/domain/deal/collect-desk.ts';
import { encodeDesk, parseDesk, type Desk } from '../../../../src/domain/deal/desk.ts';
import { encodeNames, parseNames } from '../../../../src/domain/deal/names-file.ts';
import { resource, TERMS } from '../../../fixtures/deals.ts';
import { siteEntry, siteLibraryOf, uiOf } from '../../../fixtures/views.ts';

const library = siteLibraryOf(
  [
    ...TERMS,
    resource('one', { review_every: 30 }),
    resource('two', { industries: ['health'] }),
    siteEntry('case-studies', 'story', { customer: 'C', industry: 'retail', employees: 40, stages: ['late'] }),
    siteEntry('calculators', 'sums', {
      inputs: [{ id: 'people', label: 'People', default: 1 }],
      by_industry: [{ industry: 'health', values: [{ input: 'people', value: 7 }] }],
    }),
    siteEntry('plays', 'play', {
      ...{ pipeline_stage: 'sign', trigger: 'T', goal: 'G', know: ['K'], say: [{ line: 'L' }], show: ['one'] },
      do: [{ step: 'S', role: 'R', due: 'D' }],
      exit_criteria: ['E'],
    }),
    siteEntry('message-maps', 'map', {
      persona: 'lawyer',
      pitch_10s: 'P',
      calls_to_action: [{ stage: 'late', ask: 'A' }],
    }),
  ],
  'internal',
);
const { desk: columns, names, briefs } = collectDesk(library, uiOf(library));
const desk: Desk = { stamp: 'now', ...columns };
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the desk comes back as it went', () => {
  expect(parseDesk(through(encodeDesk(desk)))).toEqual(desk);
  expect(desk.prefills).toMatchObject([{ industry: 'health', fragment: 'v=1&i.people=7' }]);
});

test('names and briefs come back as they went', () => {
  expect(parseNames(through(encodeNames('now', names)), 'now')).toEqual(names);
  expect(parseBriefs(through(encodeBriefs('now', briefs)), 'now')).toEqual(briefs);
  expect(briefs.plays[0]).toMatchObject({
    show: [{ key: 'resources/one', title: 'one' }],
    do: [{ step: 'S', note: 'R · D' }],
  });
});

describe('refused', () => {
  const written = through(encodeDesk(desk));
  const changed = (change: object): unknown => ({ ...Object(written), ...change });
  test.each<[string, unknown]>([
    ['no file', null],
    ['another format', changed({ format: 2 })],
    ['a column cut short', changed({ rows: desk.rows + 1 })],
    ['a facet left out', changed({ facets: [] })],
    ['days cut short', changed({ reviewed: [1] })],
    ['a stage without a name', changed({ stages: [{ id: 'late' }] })],
    ['code in a link', changed({ prefills: [{ row: 0, industry: 'health', fragment: '"><script>' }] })],
    ['numbers of no calculator', changed({ prefills: [{ row: 99, industry: 'health', fragment: 'v=1' }] })],
    ['a story of no row', changed({ studies: { rows: [99], facets: [] } })],
  ])('%s', (_what, file) => {
    expect(() => parseDesk(file)).toThrow('not as it should be');
  });

  test.each<[string, unknown]>([
    ['names of another build', encodeNames('before', names)],
    ['a key that leads elsewhere', { stamp: 'now', names: [['//evil.example/x', 'T', 'public', '']] }],
    ['a name cut short', { stamp: 'now', names: [['resources/one', 'T']] }],
  ])('%s', (_what, file) => {
    expect(() => parseNames(file, 'now')).toThrow('not as it should be');
  });

  const withPlay = (change: object): Briefs => ({
    ...briefs,
    plays: briefs.plays.map((play) => ({ ...play, ...change })),
  });
  test.each<[string, unknown]>([
    ['briefs of another build', encodeBriefs('before', briefs)],
    ['a play without a goal', encodeBriefs('now', withPlay({ goal: undefined }))],
    ['a play that shows what leads elsewhere', encodeBriefs('now', withPlay({ show: [{ key: '../x', title: 'T' }] }))],
  ])('%s', (_what, file) => {
    expect(() => parseBriefs(through(file), 'now')).toThrow('not as it should be');
  });
});
