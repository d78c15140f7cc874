/** What other programs are told of assets: a shape that others rely on. */
import { expect, test } from 'vitest';
import { assetData, typeData } from '../../../src/domain/asset-data.ts';
import { siteEntry, siteLibraryOf, uiOf, viewOf } from '../../fixtures/views.ts';

const library = siteLibraryOf([
  siteEntry('stages', 'decision', { label: 'Decision' }),
  siteEntry('industries', 'health', { label: 'Healthcare' }),
  siteEntry('regions', 'dach', { label: 'DACH' }),
  siteEntry('case-studies', 'eirvale', {
    title: 'Live in 31 days',
    summary: 'How a clinic did it.',
    audience: 'public',
    stages: ['decision', 'gone'],
    industry: 'health',
    regions: ['dach'],
    reviewed_on: '2026-10-01',
    related: ['report'],
  }),
  siteEntry('resources', 'report', { title: 'The report', audience: 'public', language: 'de' }),
]);
const ui = uiOf(library);
const unknown = { face: undefined, answers: undefined };
const face = { asset: 'resources/report', id: 'report', title: 'The report', version: 'v1' };

test('the shape of an asset', () => {
  expect(assetData(ui, viewOf(library, 'eirvale'), { url: 'https://a.example/share/1.png', alt: '' }, unknown)).toEqual(
    {
      version: 1,
      type: 'case-studies',
      type_label: 'Case study',
      id: 'eirvale',
      title: 'Live in 31 days',
      summary: 'How a clinic did it.',
      url: 'https://a.example/case-studies/eirvale/',
      data_url: 'https://a.example/case-studies/eirvale.json',
      audience: 'public',
      reviewed_on: '2026-10-01',
      review_due_on: '2027-10-01',
      language: 'en-GB',
      image_url: 'https://a.example/share/1.png',
      card_url: 'https://a.example/case-studies/eirvale/card/',
      stages: [{ id: 'decision', label: 'Decision', url: 'https://a.example/stages/decision/' }],
      personas: [],
      industries: [{ id: 'health', label: 'Healthcare', url: 'https://a.example/industries/health/' }],
      company_sizes: [],
      regions: [{ id: 'dach', label: 'DACH' }],
      products: [],
      use_cases: [],
      competitors: [],
      claims: [],
      related: [{ id: 'report', title: 'The report', url: 'https://a.example/resources/report/', audience: 'public' }],
    },
  );
});

test('what is not there is left out, never empty', () => {
  const data = assetData(ui, viewOf(library, 'report'), undefined, unknown);
  expect(data).toMatchObject({ language: 'de', stages: [] });
  for (const field of ['reviewed_on', 'review_due_on', 'image_url', 'card_url']) expect(data).not.toHaveProperty(field);
});

test('terms are no assets', () => {
  expect(assetData(ui, viewOf(library, 'decision'), undefined, unknown)).toBeUndefined();
});

test('the shape of a type', () => {
  const faceOf = (asset: string) => (asset === face.asset ? face : undefined);
  expect(typeData(ui, 'resources', [viewOf(library, 'report')], faceOf)).toEqual({
    version: 1,
    type: 'resources',
    type_label: 'Resources',
    url: 'https://a.example/resources/',
    count: 1,
    assets: [
      {
        id: 'report',
        title: 'The report',
        summary: '',
        url: 'https://a.example/resources/report/',
        data_url: 'https://a.example/resources/report.json',
        audience: 'public',
        content_version: 'v1',
      },
    ],
  });
});

test('colleagues learn how an asset is told outside, and what it is good for', () => {
  const inside = siteLibraryOf([siteEntry('resources', 'report', { title: 'Ours', audience: 'public' })], 'internal');
  const answers = { committee_roles: ['legal' as const], forces: ['push' as const] };
  expect(assetData(uiOf(inside), viewOf(inside, 'report'), undefined, { face, answers })).toMatchObject({
    title: 'Ours',
    url: 'https://c.example/resources/report/',
    content_version: 'v1',
    shared_as: { id: 'report', title: 'The report', url: 'https://a.example/resources/report/' },
    committee_roles: ['legal'],
    forces: ['push'],
  });
});

test('outside, nothing is said of our view of it', () => {
  const data = assetData(ui, viewOf(library, 'report'), undefined, { face, answers: undefined });
  expect(data).toMatchObject({ content_version: 'v1' });
  for (const field of ['shared_as', 'committee_roles', 'forces']) expect(data).not.toHaveProperty(field);
});
