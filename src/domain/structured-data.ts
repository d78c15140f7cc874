/**
 * What a page is, in the words of schema.org, for search engines: decided from the page's view, so that
 * nothing is in it that the page does not show. Only the public site has it.
 */
import { isAssetType } from './entries.ts';
import { entryPath, homePath, indexPath, libraryPath, type PagedCollection } from './routes.ts';
import type { SharePicture } from './share-image.ts';
import type { EntryOf } from './site-library.ts';
import { nameOf, type Ui } from './ui.ts';
import type { EntryView, IndexView } from './views.ts';

/** One thing that schema.org has a word for; what is undefined is left out when it is written. */
export type Thing = { '@type': string } & Readonly<Record<string, unknown>>;

/** Markdown → its words alone. */
export type ToText = (markdown: string) => string;

/** Addresses are whole: readers of this resolve nothing. */
const at = ({ origin }: Ui, path: string): string => `${origin}${path}`;

const organisation = (ui: Ui): Thing => ({
  '@type': 'Organization',
  '@id': `${at(ui, homePath())}#organization`,
  name: ui.settings.brand.name,
  url: at(ui, homePath()),
  ...(ui.logo === undefined ? {} : { logo: at(ui, ui.logo) }),
});

const reference = (thing: Thing): { '@id': unknown } => ({ '@id': thing['@id'] });

/** The way from the landing page; the page itself comes last. */
const breadcrumbs = (ui: Ui, steps: readonly { name: string; path: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: ui.settings.brand.name, path: homePath() }, ...steps].map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: at(ui, path),
  })),
});

const indexStep = (ui: Ui, collection: PagedCollection) => ({
  name: nameOf(ui, collection, 'many'),
  path: indexPath(collection),
});

export const siteStructuredData = (ui: Ui, picture: SharePicture | undefined): Thing[] => {
  const publisher = organisation(ui);
  const { name, tagline } = ui.settings.brand;
  return [
    { ...publisher, ...(picture ? { image: picture.url } : {}), slogan: tagline },
    {
      '@type': 'WebSite',
      name,
      description: tagline,
      url: at(ui, homePath()),
      inLanguage: ui.settings.locale,
      publisher: reference(publisher),
    },
  ];
};

export const indexStructuredData = (ui: Ui, { collection, list }: IndexView): Thing[] => {
  const step = indexStep(ui, collection);
  const url = at(ui, indexPath(collection, list.page));
  return [
    breadcrumbs(ui, [step]),
    {
      '@type': 'CollectionPage',
      name: step.name,
      url,
      mainEntity: {
        '@type': 'ItemList',
        numberOfItems: list.count,
        itemListElement: list.cards.map(({ title, path }, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          name: title,
          url: at(ui, path),
        })),
      },
    },
  ];
};

export const libraryStructuredData = (ui: Ui): Thing[] => {
  const name = ui.labels.library.title;
  const url = at(ui, libraryPath());
  return [breadcrumbs(ui, [{ name, path: libraryPath() }]), { '@type': 'CollectionPage', name, url }];
};

export const entryStructuredData = (
  ui: Ui,
  view: EntryView,
  picture: SharePicture | undefined,
  toText: ToText,
): Thing[] => {
  const { collection, id, title } = view.card;
  const path = entryPath(collection, id);
  return [
    breadcrumbs(ui, [indexStep(ui, collection), { name: title, path }]),
    ...about(ui, view, toText).map((thing) => ({
      ...thing,
      url: at(ui, path),
      ...(picture && thing['@type'] !== 'FAQPage' ? { image: picture.url } : {}),
    })),
  ];
};

/** What the page is about, where schema.org has a word for it. */
const about = (ui: Ui, view: EntryView, toText: ToText): Thing[] => {
  const { entry } = view;
  switch (entry.collection) {
    case 'resources':
      return [
        article(ui, view, entry.data.format === 'report' || entry.data.format === 'research' ? 'Report' : 'Article'),
      ];
    case 'case-studies':
    case 'one-pagers':
      return [article(ui, view, 'Article')];
    case 'objections':
      return faq(entry.data.verbatim, entry.data.short_answer);
    case 'security-answers':
      return faq(entry.data.question, entry.data.short_answer);
    case 'pricing-faqs':
      return faq(entry.data.question, toText(entry.data.public_answer));
    case 'battlecards':
      return comparison(ui, view, entry);
    case 'products':
      return [product(ui, entry.data.label, entry.data.summary)];
    default:
      return [];
  }
};

const article = (ui: Ui, view: EntryView, type: string): Thing => {
  const { card, entry, tags } = view;
  const publisher = organisation(ui);
  const topics = isAssetType(entry.collection)
    ? Object.entries(tags).flatMap(([key, { label }]) => (TOPICS.test(key) ? [{ '@type': 'Thing', name: label }] : []))
    : [];
  return {
    '@type': type,
    headline: card.title,
    description: card.summary || undefined,
    dateModified: card.review?.reviewed_on || undefined,
    inLanguage: ('language' in entry.data ? entry.data.language : undefined) ?? ui.settings.locale,
    author: publisher,
    publisher: reference(publisher),
    about: topics.length > 0 ? topics : undefined,
    citation: view.claims.length > 0 ? view.claims.map(({ source }) => citation(source)) : undefined,
  };
};

/** Tags that say what a text is about, not whom it is for. */
const TOPICS = /^(?:industries|products|use-cases|competitors)\//;

const citation = ({ title, url, dated }: EntryView['claims'][number]['source']): Thing => ({
  '@type': 'CreativeWork',
  name: title,
  url,
  datePublished: dated || undefined,
});

/** A question without an answer would be worse than none. */
const faq = (question: string, answer: string): Thing[] =>
  question === '' || answer === ''
    ? []
    : [
        {
          '@type': 'FAQPage',
          mainEntity: [{ '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: answer } }],
        },
      ];

const product = (ui: Ui, name: string, description: string | undefined): Thing => ({
  '@type': 'Product',
  name,
  description,
  brand: { '@type': 'Brand', name: ui.settings.brand.name },
});

/** Two products with the capabilities they are compared by. */
const comparison = (ui: Ui, view: EntryView, { data }: EntryOf<'battlecards'>): Thing[] => {
  const competitor = view.tags[`competitors/${data.competitor}`]?.label;
  if (competitor === undefined || data.comparison.length === 0) return [];
  const sides = [
    { name: ui.settings.brand.name, of: 'us' },
    { name: competitor, of: 'them' },
  ] as const;
  return [
    {
      '@type': 'ItemList',
      name: view.card.title,
      itemListElement: sides.map(({ name, of }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        item: {
          '@type': 'Product',
          name,
          additionalProperty: data.comparison.map((row) => ({
            '@type': 'PropertyValue',
            name: row.capability,
            value: ui.labels.support[row[of]],
          })),
        },
      })),
    },
  ];
};

/**
 * As the text of a script element that holds data. No policy keeps data from standing there, because it is
 * never run; but a `<` could end the element, so there is none.
 */
export const structuredText = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', String.raw`\u003c`);
