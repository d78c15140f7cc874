/**
 * The picture that stands beside a link to a page when somebody shares it: what it says, as a plain
 * value. How it is drawn is decided elsewhere (src/integrations/share-images/).
 */
import { contrast } from './contrast.ts';
import { isAssetType, isRecord } from './entries.ts';
import { nameOf, type Ui } from './ui.ts';
import type { EntryView, IndexView } from './views.ts';

/** Pixels; what Open Graph readers expect. */
export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/**
 * Counted up when the card's design changes: its address then changes too, and previews are fetched
 * anew. Code and fonts need no counting: the cache of drawn cards knows them.
 */
const DESIGN = 1;

export interface ShareImage {
  /** May be of any length and script, or empty. */
  title: string;
  /** What kind of page it is; empty where the title says it. */
  type: string;
  /** For whom and for which industry, a few words each. */
  facts: string[];
  brand: string;
  /** The site's host, without `https://`. */
  host: string;
  /** Address of the brand's logo in this build. */
  logo?: string | undefined;
  ground: string;
  ink: string;
  /** Language tag: the same Chinese characters are drawn otherwise in Japan. */
  language: string;
}

const LIGHT = '#ffffff';
const DARK = '#16201f';
const MOST_FACTS = 3;

const frameOf = ({ settings, origin, logo }: Ui): Omit<ShareImage, 'title' | 'type' | 'facts'> => {
  const { brand, locale } = settings;
  return {
    brand: brand.name,
    host: origin.replace(/^https?:\/\//, ''),
    logo,
    ground: brand.accent,
    ink: contrast(brand.accent, LIGHT) >= contrast(brand.accent, DARK) ? LIGHT : DARK,
    language: locale,
  };
};

/** Of a field that holds one id or several. */
const idsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(idsIn) : [];

const FACT_FIELDS = [
  ['personas', 'personas'],
  ['persona', 'personas'],
  ['industry', 'industries'],
  ['industries', 'industries'],
] as const;

/** Labels of the personas and industries an asset names: the first of each, then more while there is room. */
const factsOf = ({ entry, tags }: EntryView): string[] => {
  if (!isAssetType(entry.collection)) return [];
  const data: unknown = entry.data;
  const labelsOf = (wanted: string): string[] =>
    FACT_FIELDS.filter(([, collection]) => collection === wanted).flatMap(([field, collection]) =>
      idsIn(isRecord(data) ? data[field] : undefined).flatMap((id) => tags[`${collection}/${id}`]?.label ?? []),
    );
  const industry = [...new Set(labelsOf('industries'))].slice(0, 1);
  const personas = [...new Set(labelsOf('personas'))].slice(0, MOST_FACTS - industry.length);
  return [...personas, ...industry];
};

const languageOf = ({ entry }: EntryView, { settings }: Ui): string =>
  ('language' in entry.data ? entry.data.language : undefined) ?? settings.locale;

/** The card of an entry's page. */
export const entryShareImage = (ui: Ui, view: EntryView): ShareImage => ({
  ...frameOf(ui),
  title: view.card.title,
  type: nameOf(ui, view.card.collection),
  facts: factsOf(view),
  language: languageOf(view, ui),
});

/** The card that the public site will show for an entry, for those who share it from another build. */
export const outsideShareImage = (ui: Ui, view: EntryView): ShareImage =>
  entryShareImage({ ...ui, audience: 'public', origin: ui.settings.sites.public }, view);

/** The card of the pages that list a collection. */
export const indexShareImage = (ui: Ui, { collection }: Pick<IndexView, 'collection'>): ShareImage => ({
  ...frameOf(ui),
  title: nameOf(ui, collection, 'many'),
  type: '',
  facts: [],
});

/** The card of the landing page, and of pages that have none of their own. */
export const siteShareImage = (ui: Ui): ShareImage => ({
  ...frameOf(ui),
  title: ui.settings.landing.headline,
  type: '',
  facts: [],
});

/**
 * Where a card lies in the finished site: named by what it says, so that the page knows the address
 * before the card is drawn.
 * @param hash of a plain value, as a text that an address can hold
 */
export const shareImagePath = (image: ShareImage, hash: (value: unknown) => string): string =>
  `/share/${hash([DESIGN, image])}.png`;

/** A share image as a page's metadata name it. */
export interface SharePicture {
  /** With the site's origin: readers of metadata resolve nothing. */
  url: string;
  alt: string;
}

/**
 * The picture of a page, which only the public site has: nobody outside can follow a link to another build.
 * @param hash see {@link shareImagePath}
 */
export const sharePicture = (ui: Ui, image: ShareImage, hash: (value: unknown) => string): SharePicture | undefined =>
  ui.audience === 'public'
    ? { url: `${ui.origin}${shareImagePath(image, hash)}`, alt: image.title || image.brand }
    : undefined;

/** Where the pages leave their order for the build, until the cards are drawn. */
export const shareImagesPath = (): string => '/share-images.json';

/** The script of a title decides its direction and how much room a line needs. */
export interface Writing {
  direction: 'ltr' | 'rtl';
  /** Height of a line, as a multiple of the letters' size. */
  leading: number;
  /** Runs against its direction somewhere. */
  turns: boolean;
  /** Lines end between words only; Korean has spaces, unlike Chinese and Japanese. */
  keepsWords: boolean;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters with parts far above or below the line. */
const TALL_LETTER = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;

/** The first letter decides the direction, as in Unicode's own rule. */
export const writingOf = (text: string): Writing => {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const direction = RTL_LETTER.test(first) ? 'rtl' : 'ltr';
  return {
    direction,
    leading: TALL_LETTER.test(text) ? 1.42 : 1.16,
    turns: direction === 'ltr' && RTL_LETTER.test(text),
    keepsWords: /\p{Script=Hangul}/u.test(text),
  };
};

/**
 * Sets the ends of lines, for a renderer that does not keep the spaces of a text that turns.
 * @param fits whether a text has room in one line
 */
export const breakLines = async (text: string, fits: (line: string) => Promise<boolean>): Promise<string> => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && (await fits(longer))) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What nobody sees, and what would turn the rest of the card around; joiners and what chooses an emoji stay. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?!\p{Join_Control}|\p{Variation_Selector}|[\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/gu;
/** A letter under a tower of accents would reach into the lines above. */
const TOWER = /(\p{M}{4})\p{M}+/gu;
/** These have no shape of their own. */
const SHAPELESS = /^(?:\s|\p{Join_Control}|\p{Variation_Selector}|[\u{E0020}-\u{E007F}])$/u;
/** A title of which so many letters cannot be drawn says nothing any more. */
const MOST_LOST = 0.2;

/**
 * The text without what cannot be drawn, so that no card ever has an empty box on it.
 * @param isDrawn whether there is a glyph for a character
 * @returns empty if too little would be left to make sense
 */
export const drawableText = (text: string, isDrawn: (char: string) => boolean): string => {
  const clean = text.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').replaceAll(TOWER, '$1');
  const draws = (cluster: string): boolean => [...cluster].every((char) => SHAPELESS.test(char) || isDrawn(char));
  let kept = '';
  let letters = 0;
  let lost = 0;
  for (const { segment } of graphemes.segment(clean)) {
    const simpler = segment.normalize('NFKC');
    const drawn = draws(segment) ? segment : draws(simpler) ? simpler : '';
    kept += drawn;
    if (!/[\p{L}\p{N}]/u.test(segment)) continue;
    letters += 1;
    if (drawn === '') lost += 1;
  }
  return lost > letters * MOST_LOST ? '' : kept.replaceAll(/ {2,}/g, ' ').trim();
};

/** A text in the size that fits. */
export interface FittedText {
  text: string;
  /** Pixels. */
  size: number;
}

/** Whether a text in a size of letters stays inside its box. */
export type Fits = (text: string, size: number) => Promise<boolean>;

/**
 * The largest size in which the whole text fits; in the smallest, as much of it as fits, with an ellipsis.
 * @param sizes pixels, the largest first
 */
export const fitText = async (text: string, sizes: readonly number[], fits: Fits): Promise<FittedText> => {
  for (const size of sizes) if (await fits(text, size)) return { text, size };
  const size = sizes.at(-1) ?? 0;
  return { text: await shorten(text, (shorter) => fits(shorter, size)), size };
};

const shorten = async (text: string, fits: (text: string) => Promise<boolean>): Promise<string> => {
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  const upTo = (count: number): string =>
    `${parts
      .slice(0, count)
      .join('')
      .replace(/[\s\p{P}]+$/u, '')}…`;
  let [enough, tooMany] = [0, parts.length];
  while (tooMany - enough > 1) {
    const middle = (enough + tooMany) >> 1;
    if (await fits(upTo(middle))) enough = middle;
    else tooMany = middle;
  }
  return upTo(wordEnd(parts, enough));
};

/** Back to the end of a word, unless that gives up too much: one word may be longer than the card. */
const wordEnd = (parts: readonly string[], count: number): number => {
  if (parts[count] === ' ') return count;
  const space = parts.lastIndexOf(' ', count - 1);
  return space > count * 0.75 ? space : count;
};
