/** What a page says of itself on paper, and how many sheets it may take. */
import type { CollectionName } from '../schemas/index.ts';
import { entryPath } from './routes.ts';
import { fill, formatDay, nameOf, type Ui } from './ui.ts';
import type { EntryView } from './views.ts';

/** Types made to be printed, with the number of pages that each must have; undefined where it may take what it needs. */
export const PRINTABLE = {
  battlecards: 2,
  'one-pagers': 1,
  objections: undefined,
  'case-studies': undefined,
} as const satisfies Partial<Record<CollectionName, number | undefined>>;
export type PrintableType = keyof typeof PRINTABLE;

export const isPrintable = (name: string): name is PrintableType => Object.hasOwn(PRINTABLE, name);

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Where people print on Letter (Unicode CLDR, territories with paperSize US-Letter); everybody else has A4. */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

export const paperOf = (locale: string): Paper =>
  LETTER_REGIONS.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4';

/** Where the PDF of a page lies, beside it. */
export const pdfPath = (pagePath: string, paper: Paper): string =>
  `${pagePath}${pagePath.split('/').at(-2) ?? 'page'}-${paper}.pdf`;

/** What stands in the margins of every sheet. Styles read it from attributes of the root: the policy allows no styles of a page's own. */
export interface PaperFrame {
  'data-paper': PrintableType;
  'data-paper-head': string;
  'data-paper-mark': string;
  'data-paper-care': string;
  'data-paper-live': string;
}

export const paperFrame = (ui: Ui, { entry, card }: EntryView): PaperFrame | undefined => {
  const { collection, data } = entry;
  if (!isPrintable(collection)) return undefined;
  const { labels, settings } = ui;
  const reviewed = 'reviewed_on' in data ? formatDay(data.reviewed_on, settings.locale) : '';
  const owner = 'owner' in data ? data.owner : '';
  return {
    'data-paper': collection,
    'data-paper-head': `${settings.brand.name} · ${nameOf(ui, collection)}`,
    'data-paper-mark': labels.paper[card.audience],
    'data-paper-care': [owner, reviewed === '' ? '' : fill(labels.paper.reviewed, { date: reviewed })]
      .filter(Boolean)
      .join(' · '),
    'data-paper-live': liveAddress(ui, entry),
  };
};

/** The live page, for a link and a code on paper. */
export const liveAddress = (ui: Ui, { collection, id }: EntryView['entry']): string =>
  `${ui.origin}${entryPath(collection, id)}`;

const cssText = (text: string): string => JSON.stringify(text).replaceAll('<', '\\3c ');

/**
 * `Page {page} of {pages}` as the value of CSS `content`: only the browser knows the numbers.
 * @param label with the places `{page}` and `{pages}`
 */
export const pageCountContent = (label: string): string =>
  label
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssText(part)))
    .join(' ');
