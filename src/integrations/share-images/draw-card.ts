/**
 * A card as pixels. takumi lays out every script, right-to-left ones as well, and draws a card in a
 * fraction of the time and memory of satori with resvg, which was tried first.
 */
import { Renderer, type Node } from 'takumi-js/node';
import {
  breakLines,
  drawableText,
  fitText,
  SHARE_IMAGE_SIZE,
  writingOf,
  type ShareImage,
  type Writing,
} from '../../domain/share-image.ts';
import { fontFileFor, fontStack, type FontFile } from './fonts.ts';

/** All lengths are pixels. */
const MARGIN = 72;
const WIDTH = SHARE_IMAGE_SIZE.width - 2 * MARGIN;
const STRIP = 108;
const LOGO = 44;
const PILL = 20;
/** Room for one line of letters in any script. */
const ONE_LINE = 1.4;

const STRIP_GROUND = '#ffffff';
const STRIP_INK = '#16201f';
const STRIP_MUTED = '#54615f';

/** A place on the card, and the letters that may stand in it. */
interface Slot {
  width: number;
  height: number;
  /** The largest first. */
  sizes: readonly number[];
  weight: number;
}

const line = (size: number, width: number, weight: number): Slot => ({
  width,
  height: Math.ceil(size * ONE_LINE),
  sizes: [size],
  weight,
});

const SLOTS = {
  title: { width: WIDTH, height: 290, sizes: [80, 70, 62, 54, 46], weight: 700 },
  type: line(26, WIDTH - 2 * PILL, 600),
  facts: line(30, WIDTH, 500),
  brand: line(34, 520, 700),
  host: line(26, 440, 500),
} as const satisfies Record<string, Slot>;
type SlotName = keyof typeof SLOTS;

/** What stands in a slot: whole, or cut with an ellipsis. */
export interface PlacedText extends Writing {
  text: string;
  size: number;
  slot: Slot;
}
type PlacedTexts = Record<SlotName, PlacedText>;

export interface DrawnCard {
  png: Buffer;
  texts: PlacedTexts;
}

/** Draws cards; fonts stay loaded in between. */
export interface CardPainter {
  /** @param logo bytes of the brand's logo, an SVG or a picture */
  paint: (image: ShareImage, logo: Buffer | undefined) => Promise<DrawnCard>;
}

export const createCardPainter = (): CardPainter => {
  const renderer = new Renderer();
  const registered = new Map<FontFile, Promise<unknown>>();

  const register = ({ family, bytes, ranges }: FontFile): Promise<unknown> =>
    renderer.registerFont({ name: family, data: bytes, unicodeRange: ranges });

  /** The text without what no font has, once its fonts are loaded. */
  const drawable = async (text: string, language: string): Promise<string> => {
    const stack = fontStack(text, language);
    const files = new Set<FontFile>();
    const find = (char: string): boolean => {
      const file = fontFileFor(char, stack);
      if (file) files.add(file);
      return file !== undefined;
    };
    find('…');
    const kept = drawableText(text, find);
    for (const file of files) if (!registered.has(file)) registered.set(file, register(file));
    await Promise.all([...files].flatMap((file) => registered.get(file) ?? []));
    return kept;
  };

  const place = async (name: SlotName, text: string, language: string): Promise<PlacedText> => {
    const slot = SLOTS[name];
    const writing = writingOf(text);
    const placed = { ...writing, slot, leading: name === 'title' ? writing.leading : ONE_LINE };
    if (text === '') return { ...placed, text, size: 0 };
    const heightOf = async (part: string, size: number): Promise<number> => {
      const node = textNode({ ...placed, text: part, size }, language, STRIP_INK);
      return Math.floor((await renderer.measure(node, { width: slot.width })).height);
    };
    const inLines = async (part: string, size: number): Promise<string> =>
      writing.turns
        ? breakLines(part, async (line) => (await heightOf(line, size)) <= Math.ceil(size * placed.leading))
        : part;
    const fitted = await fitText(
      text,
      slot.sizes,
      async (part, size) => (await heightOf(await inLines(part, size), size)) <= slot.height,
    );
    return { ...placed, ...fitted, text: await inLines(fitted.text, fitted.size) };
  };

  const placeAll = async (image: ShareImage): Promise<PlacedTexts> => {
    const { language } = image;
    const [title, type, facts, brand, host] = await Promise.all(
      [image.title, image.type, image.facts.join(' · '), image.brand, image.host].map((text) =>
        drawable(text, language),
      ),
    );
    // A title that no font can draw, or none at all: the card then speaks of what kind of page it is.
    const heading = title || type || brand || '';
    return {
      title: await place('title', heading, language),
      type: await place('type', type === heading ? '' : (type ?? ''), language),
      facts: await place('facts', facts ?? '', language),
      brand: await place('brand', brand ?? '', language),
      host: await place('host', host ?? '', language),
    };
  };

  return {
    paint: async (image, logo) => {
      const texts = await placeAll(image);
      const png = await renderer.render(cardNode(image, texts, logo !== undefined), {
        ...SHARE_IMAGE_SIZE,
        format: 'png',
        images: logo ? [{ src: LOGO_NAME, data: logo }] : [],
      });
      return { png, texts };
    },
  };
};

const LOGO_NAME = 'logo';

type Style = NonNullable<Node['style']>;

const box = (style: Style, children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', boxSizing: 'border-box', ...style },
  children,
});

const textNode = (
  { text, size, slot, direction, leading, turns, keepsWords }: PlacedText,
  language: string,
  color: string,
): Node => ({
  type: 'text',
  text,
  lang: language,
  style: {
    fontFamily: fontStack(text, language)
      .map((family) => `"${family}"`)
      .join(', '),
    fontSize: size,
    fontWeight: slot.weight,
    lineHeight: leading,
    maxWidth: slot.width,
    direction,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    wordBreak: keepsWords ? 'keep-all' : 'normal',
    whiteSpace: turns ? 'pre-line' : 'normal',
    textWrap: turns ? 'wrap' : 'balance',
    color,
  },
});

const cardNode = (image: ShareImage, texts: PlacedTexts, hasLogo: boolean): Node => {
  const { ground, ink, language } = image;
  // The whole card turns with its title.
  const side = texts.title.direction === 'rtl' ? 'flex-end' : 'flex-start';
  const row = texts.title.direction === 'rtl' ? 'row-reverse' : 'row';
  const shown = (name: SlotName, color: string): Node[] =>
    texts[name].text === '' ? [] : [textNode(texts[name], language, color)];
  const type = shown('type', ink);
  return box({ width: '100%', height: '100%', flexDirection: 'column', backgroundColor: ground }, [
    box({ flexDirection: 'column', flexGrow: 1, padding: `56px ${MARGIN}px 36px`, alignItems: side }, [
      ...(type.length === 0
        ? []
        : [box({ padding: `4px ${PILL}px`, border: `2px solid ${ink}`, borderRadius: 999 }, type)]),
      box({ flexGrow: 1, alignItems: 'center', justifyContent: side, width: '100%' }, shown('title', ink)),
      ...shown('facts', ink),
    ]),
    box(
      {
        height: STRIP,
        padding: `0 ${MARGIN}px`,
        flexDirection: row,
        alignItems: 'center',
        justifyContent: 'space-between',
        backgroundColor: STRIP_GROUND,
      },
      [
        box({ flexDirection: row, alignItems: 'center', gap: 16 }, [
          ...(hasLogo
            ? [
                {
                  type: 'image' as const,
                  src: LOGO_NAME,
                  style: { width: LOGO, height: LOGO, objectFit: 'contain' as const },
                },
              ]
            : []),
          ...shown('brand', STRIP_INK),
        ]),
        ...shown('host', STRIP_MUTED),
      ],
    ),
  ]);
};
