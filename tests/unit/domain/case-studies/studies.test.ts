/** Case studies as columns: what a build may say of them, and how they come back. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { collectStudies } from '../../../../src/domain/case-studies/collect-studies.ts';
import { readStudyState, writeStudyState } from '../../../../src/domain/case-studies/study-address.ts';
import { encodeStudies, parseStudies, termsOfStudy } from '../../../../src/domain/case-studies/study-columns.ts';
import { studyLines } from '../../../../src/domain/case-studies/study-lines.ts';
import { rowsOf } from '../../../../src/domain/facets/collect-columns.ts';
import { isRecord } from '../../../../src/domain/guards.ts';
import { buildSiteLibrary, type EntryOf, type SiteEntry } from '../../../../src/domain/site-library.ts';
import type { Ui } from '../../../../src/domain/ui.ts';
import type { Audience } from '../../../../src/schemas/fields.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { settings, TODAY } from '../../../fixtures/entries.ts';

const labels = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8')));
const uiFor = (audience: Audience): Ui => ({
  labels,
  settings: settings(),
  audience,
  origin: 'https://c.example',
  filled: ['case-studies', 'resources'],
  logo: undefined,
  drafts: false,
  compares: false,
});

const study = (id: string, data: Record<string, unknown> = {}): EntryOf<'case-studies'> => ({
  collection: 'case-studies',
  id,
  data: {
    ...collections['case-studies'].draft.parse({
      title: id,
      status: 'approved',
      reviewed_on: '2026-06-01',
      customer: `Customer ${id}`,
      ...data,
    }),
    cites: [],
    citations: [],
  },
});

const size = (id: string, order: number, from: number, to?: number): SiteEntry => ({
  collection: 'company-sizes',
  id,
  data: {
    ...collections['company-sizes'].draft.parse({ label: id, order, employees_from: from, employees_to: to }),
    cites: [],
    citations: [],
  },
});
const persona = (id: string): SiteEntry => ({
  collection: 'personas',
  id,
  data: { ...collections.personas.draft.parse({ label: id }), cites: [], citations: [] },
});

const STUDIES = [
  study('told', { company_size: 'large', employees: 10, personas: ['legal'], buyer_personas: ['cfo'] }),
  study('counted', { employees: 300, reviewed_on: '2026-05-01', results: [{ metric: 'Saved', after: '$3' }] }),
  study('unknown', { reviewed_on: '2026-04-01', personas: ['cfo'] }),
];
const library = buildSiteLibrary({
  settings: settings(),
  audience: 'internal',
  today: TODAY,
  entries: [
    size('large', 2, 250),
    size('small', 1, 1, 249),
    persona('cfo'),
    persona('legal'),
    {
      collection: 'resources',
      id: 'newest',
      data: {
        ...collections.resources.draft.parse({ title: 'R', reviewed_on: '2026-07-01' }),
        cites: [],
        citations: [],
      },
    },
    ...STUDIES,
  ],
});
const columns = { stamp: 's1', ...collectStudies(library, uiFor('internal'), rowsOf(library)) };

describe('columns of case studies', () => {
  test('point to the rows of the library', () => {
    expect(columns.rows).toEqual([1, 2, 3]);
  });

  test('take the size that is told, else the one that the number of employees falls into', () => {
    expect([0, 1, 2].map((i) => termsOfStudy(columns, i).size)).toEqual([['large'], ['large'], []]);
    expect(columns.facets.find(({ name }) => name === 'size')?.values.map(({ id }) => id)).toEqual(['small', 'large']);
  });

  test('compare with those who took part, not with those for whom the story is written', () => {
    expect([0, 1, 2].map((i) => termsOfStudy(columns, i).persona)).toEqual([['cfo'], [], []]);
  });

  test('come back as they were, and are refused when broken', () => {
    const file: unknown = JSON.parse(JSON.stringify(encodeStudies(columns)));
    expect(parseStudies(file)).toEqual(columns);
    expect(() => parseStudies(isRecord(file) ? { ...file, rows: [1] } : file)).toThrow('of another build');
    expect(() => parseStudies('<html>')).toThrow();
  });
});

describe('what a card says of a customer', () => {
  const consents = (audience: Audience, consent: unknown, name?: string) =>
    studyLines(uiFor(audience), study('x', { consent, anonymised_name: name }), TODAY)[2];

  test.each([
    [{ scope: 'named' }, 'May be named'],
    [{ scope: 'named', expires_on: '2026-08-31' }, 'Consent ended on 31 Aug 2026: anonymised outside'],
    [{ scope: 'anonymised' }, 'Anonymised only'],
    [{ scope: 'anonymised', expires_on: '2026-08-31' }, 'Not for outside'],
    [undefined, 'Not for outside'],
  ])('colleagues are told what may be told outside: %o', (consent, expected) => {
    expect(consents('internal', consent, 'a bank')).toBe(expected);
  });

  test('outsiders are not', () => {
    expect(consents('public', { scope: 'named' })).toBe('');
  });
});

test('an address keeps filters and deal, and tells what it does not know', () => {
  const { facets } = columns;
  const { state, unknown } = readStudyState(
    new URLSearchParams('?size=small&deal-size=large&deal-persona=cfo&deal-industry=nope&region=nope'),
    facets,
  );
  expect(state).toEqual({
    selection: new Map([['size', new Set(['small'])]]),
    deal: { size: 'large', persona: 'cfo' },
  });
  expect(unknown).toEqual([
    { facet: 'region', value: 'nope' },
    { facet: 'industry', value: 'nope' },
  ]);
  expect(writeStudyState(state, facets).toString()).toBe('deal-size=large&deal-persona=cfo&size=small');
});
