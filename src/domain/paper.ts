/** What a page says of itself on paper, and how many sheets it may take. */
import type { Audience } from '../schemas/fields.ts';
import type { CollectionName } from '../schemas/index.ts';
import { entryPath } from './routes.ts';
import { fill, formatDay, nameOf, type Ui } from './ui.ts';
import type { EntryView } from './views.ts';

export interface PrintRule {
  /** Pages that it must have; undefined where it may take what it needs. */
  pages: number | undefined;
  /** Made to be handed on: its paper says nothing that its own readers may not know, whoever prints it. */
  isHandedOn: boolean;
}

/** Types made to be printed. */
export const PRINTABLE = {
  battlecards: { pages: 2, isHandedOn: false },
  'one-pagers': { pages: 1, isHandedOn: true },
  objections: { pages: undefined, isHandedOn: false },
  'case-studies': { pages: undefined, isHandedOn: true },
  calculators: { pages: undefined, isHandedOn: true },
} as const satisfies Partial<Record<CollectionName, PrintRule>>;
export type PrintableType = keyof typeof PRINTABLE;

export const isPrintable = (name: string): name is PrintableType => Object.hasOwn(PRINTABLE, name);

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Where people print on Letter (Unicode CLDR, territories with paperSize US-Letter); everybody else has A4. */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

export const paperOf = (locale: string): Paper =>
  LETTER_REGIONS.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4';

export { pdfPath } from './pdf-path.ts';

/** What stands in the margins of every sheet. Styles read it from attributes of the root: the policy allows no styles of a page's own. */
export interface PaperFrame {
  'data-paper': PrintableType;
  'data-paper-for': Audience;
  'data-paper-head': string;
  'data-paper-mark': string;
  'data-paper-care': string;
  'data-paper-live': string;
}

export const paperFrame = (ui: Ui, { entry, paperFor }: EntryView): PaperFrame | undefined => {
  const { collection, data } = entry;
  if (!isPrintable(collection)) return undefined;
  const { labels, settings } = ui;
  const reviewed = 'reviewed_on' in data ? formatDay(data.reviewed_on, settings.locale) : '';
  // Who keeps it true is for colleagues to know.
  const owner = 'owner' in data && paperFor === 'internal' ? data.owner : '';
  return {
    'data-paper': collection,
    'data-paper-for': paperFor,
    'data-paper-head': `${settings.brand.name} · ${nameOf(ui, collection)}`,
    'data-paper-mark': labels.paper[paperFor],
    'data-paper-care': [owner, reviewed === '' ? '' : fill(labels.paper.reviewed, { date: reviewed })]
      .filter(Boolean)
      .join(' · '),
    'data-paper-live': liveAddress(ui, entry, paperFor),
  };
};

/** The live page on the site of those whom the paper is for: a buyer cannot open ours. */
export const liveAddress = (ui: Ui, { collection, id }: EntryView['entry'], paperFor: Audience): string =>
  `${ui.settings.sites[paperFor]}${entryPath(collection, id)}`;

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
