/** What pages say to search engines of themselves. */
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../src/domain/entries.ts';
import {
  entryStructuredData,
  indexStructuredData,
  siteStructuredData,
  structuredText,
  type Thing,
} from '../../../src/domain/structured-data.ts';
import { indexViews } from '../../../src/domain/views.ts';
import { siteEntry, siteLibraryOf, uiOf, viewOf } from '../../fixtures/views.ts';

const library = siteLibraryOf([
  siteEntry('personas', 'cfo', { label: 'Economic buyer' }),
  siteEntry('industries', 'health', { label: 'Healthcare' }),
  siteEntry('competitors', 'corvane', { label: 'Corvane' }),
  siteEntry('products', 'cards', { label: 'Halyard Cards', summary: 'Cards with limits.' }),
  siteEntry('case-studies', 'eirvale', {
    title: 'Live in 31 days',
    summary: 'How a clinic did it.',
    personas: ['cfo'],
    industry: 'health',
    reviewed_on: '2026-10-01',
  }),
  siteEntry('resources', 'report', { title: 'The report', format: 'report', language: 'de' }),
  siteEntry('objections', 'price', { verbatim: 'Too much.', short_answer: 'Compared with what?' }),
  siteEntry('security-answers', 'sso', { question: 'Is there SSO?', short_answer: 'Yes, in all plans.' }),
  siteEntry('pricing-faqs', 'users', { question: 'Who counts?', public_answer: '**Active** users.' }),
  siteEntry('pricing-faqs', 'blank'),
  siteEntry('battlecards', 'against', {
    title: 'Halyard or Corvane',
    competitor: 'corvane',
    comparison: [{ capability: 'Auctions', us: 'no', them: 'yes' }],
  }),
]);
const ui = uiOf(library);
const PICTURE = { url: 'https://a.example/share/1.png', alt: 'Words' };

const thingsOf = (id: string): Thing[] =>
  entryStructuredData(ui, viewOf(library, id), PICTURE, (text) => text.replaceAll('*', ''));
const typesOf = (things: readonly Thing[]): string[] => things.map((thing) => thing['@type']);
const about = (id: string): Thing | undefined => thingsOf(id)[1];

test('every entry has its way from the landing page', () => {
  expect(thingsOf('cfo')).toEqual([
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Halyard', item: 'https://a.example/' },
        { '@type': 'ListItem', position: 2, name: 'Personas', item: 'https://a.example/personas/' },
        { '@type': 'ListItem', position: 3, name: 'Economic buyer', item: 'https://a.example/personas/cfo/' },
      ],
    },
  ]);
});

describe('what it is', () => {
  test('a case study is an article, with its day, its picture and what it is about', () => {
    expect(about('eirvale')).toMatchObject({
      '@type': 'Article',
      headline: 'Live in 31 days',
      description: 'How a clinic did it.',
      dateModified: '2026-10-01',
      inLanguage: 'en-GB',
      url: 'https://a.example/case-studies/eirvale/',
      image: PICTURE.url,
      author: { '@type': 'Organization', name: 'Halyard' },
      about: [{ '@type': 'Thing', name: 'Healthcare' }],
    });
  });

  test('a report is one, in its own language', () => {
    expect(about('report')).toMatchObject({ '@type': 'Report', inLanguage: 'de' });
  });

  test.each([
    ['price', 'Too much.', 'Compared with what?'],
    ['sso', 'Is there SSO?', 'Yes, in all plans.'],
    ['users', 'Who counts?', 'Active users.'],
  ])('%s is a question with its answer', (id, name, text) => {
    expect(about(id)).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } }],
    });
  });

  test('a question without an answer is not offered as one', () => {
    expect(typesOf(thingsOf('blank'))).toEqual(['BreadcrumbList']);
  });

  test('a battlecard compares two products', () => {
    const list = about('against')?.['itemListElement'];
    const items = Array.isArray(list) ? list.map((item: unknown) => (isRecord(item) ? item['item'] : undefined)) : [];
    const property = (value: string) => [{ '@type': 'PropertyValue', name: 'Auctions', value }];
    expect(items).toEqual([
      { '@type': 'Product', name: 'Halyard', additionalProperty: property('No') },
      { '@type': 'Product', name: 'Corvane', additionalProperty: property('Yes') },
    ]);
  });

  test('a product is one of the brand', () => {
    expect(about('cards')).toMatchObject({ '@type': 'Product', name: 'Halyard Cards', brand: { name: 'Halyard' } });
  });
});

test('a list names what stands on its page', () => {
  const view = indexViews(library).find(({ collection }) => collection === 'pricing-faqs');
  const things = view ? indexStructuredData(ui, view) : [];
  expect(typesOf(things)).toEqual(['BreadcrumbList', 'CollectionPage']);
  expect(things[1]).toMatchObject({ mainEntity: { numberOfItems: 2 } });
});

test('the landing page speaks of the company and the site', () => {
  expect(typesOf(siteStructuredData(ui, PICTURE))).toEqual(['Organization', 'WebSite']);
});

test('no text can end the element that it stands in', () => {
  const text = structuredText([{ '@type': 'Thing', name: '</script><script>alert(1)</script><!--' }]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ '@graph': [{ name: '</script><script>alert(1)</script><!--' }] });
});
