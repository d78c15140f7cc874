/** Two hundred titles in eight scripts, drawn for real: no empty boxes, nothing outside its place. */
import { Renderer } from 'takumi-js/node';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHARE_IMAGE_SIZE, type ShareImage } from '../../../../src/domain/share-image.ts';
import { createCardPainter, type DrawnCard } from '../../../../src/integrations/share-images/draw-card.ts';
import { fontFileFor, fontStack, type FontFile } from '../../../../src/integrations/share-images/fonts.ts';
import { SHARE_TITLES } from '../../../fixtures/share-titles.ts';

const GROUND = '#0b5d57';
const LANGUAGE = 'en-GB';

const card = (title: string): ShareImage => ({
  title,
  type: 'Case study',
  facts: ['Economic buyer', 'Healthcare'],
  brand: 'Halyard',
  host: 'halyard.example',
  ground: GROUND,
  ink: '#ffffff',
  language: LANGUAGE,
});

const painter = createCardPainter();
const paint = (title: string, others: Partial<ShareImage> = {}): Promise<DrawnCard> =>
  painter.paint({ ...card(title), ...others }, undefined);

interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Whether all pixels of every part have the colour of the part's first one. */
const arePlain = async (png: Buffer, parts: readonly Part[]): Promise<boolean> => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number => data.readUIntBE((y * info.width + x) * info.channels, info.channels);
  return parts.every(({ left, top, width, height }) => {
    const colour = at(left, top);
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) if (at(x, y) !== colour) return false;
    }
    return true;
  });
};

const { width: WIDTH, height: HEIGHT } = SHARE_IMAGE_SIZE;
const STRIP_TOP = HEIGHT - 108;
/** What is left free at the sides: letters may lean out of their box by a few pixels. */
const EDGE = 60;

const edgesArePlain = (png: Buffer): Promise<boolean> =>
  arePlain(png, [
    { left: 0, top: 0, width: WIDTH, height: 50 },
    { left: 0, top: 0, width: EDGE, height: STRIP_TOP },
    { left: WIDTH - EDGE, top: 0, width: EDGE, height: STRIP_TOP },
    { left: 0, top: STRIP_TOP - 24, width: WIDTH, height: 24 },
    { left: 0, top: STRIP_TOP, width: EDGE, height: 108 },
    { left: WIDTH - EDGE, top: STRIP_TOP, width: EDGE, height: 108 },
    { left: 0, top: STRIP_TOP, width: WIDTH, height: 20 },
    { left: 0, top: HEIGHT - 20, width: WIDTH, height: 20 },
  ]);

const isShapeless = (char: string): boolean =>
  /\s|\p{Join_Control}|\p{Variation_Selector}|[\u{E0020}-\u{E007F}]/u.test(char);

describe('two hundred titles', () => {
  const drawn = new Map<string, DrawnCard>();
  beforeAll(async () => {
    for (const { title } of SHARE_TITLES) drawn.set(title, await paint(title));
  }, 60_000);

  test('there are two hundred, in eight scripts', () => {
    expect(SHARE_TITLES).toHaveLength(200);
    expect(new Set(SHARE_TITLES.map(({ script }) => script)).size).toBe(8);
  });

  test('every one says what it can, and keeps its letters', () => {
    const odd = SHARE_TITLES.filter(({ title }) => {
      const { text } = drawn.get(title)?.texts.title ?? { text: '' };
      const start = [...title.normalize('NFC').replaceAll(/\s+/g, ' ')].slice(0, 3).join('');
      return !text.startsWith(start);
    });
    expect(odd).toEqual([]);
  });

  test('nothing is outside its place', async () => {
    const spilt: string[] = [];
    for (const [title, { png }] of drawn) if (!(await edgesArePlain(png))) spilt.push(title);
    expect(spilt).toEqual([]);
  });

  test('only the longest are cut, with an ellipsis', () => {
    const cut = [...drawn].filter(([, { texts }]) => texts.title.text.endsWith('…'));
    expect(cut.length).toBeGreaterThan(20);
    expect(cut.filter(([title]) => title.length < 90)).toEqual([]);
  });

  test('every character has a shape of its own', async () => {
    const renderer = new Renderer();
    const registered = new Set<FontFile>();
    const picture = async (char: string, stack: readonly string[]): Promise<string> =>
      (
        await renderer.render(
          { type: 'text', text: char, style: { fontFamily: stack.map((name) => `"${name}"`).join(), fontSize: 40 } },
          { width: 90, height: 90, format: 'png' },
        )
      ).toString('base64');
    const register = async (file: FontFile): Promise<void> => {
      if (registered.has(file)) return;
      registered.add(file);
      await renderer.registerFont({ name: file.family, data: file.bytes, unicodeRange: file.ranges });
    };
    const boxes: string[] = [];
    const seen = new Set<string>();
    for (const { texts } of drawn.values()) {
      const { text } = texts.title;
      const stack = fontStack(text, LANGUAGE);
      for (const char of text) {
        // A flag is made of two letters that have no shape alone.
        if (seen.has(char) || isShapeless(char) || /\p{M}|\p{RI}/u.test(char)) continue;
        seen.add(char);
        const file = fontFileFor(char, stack);
        if (file) await register(file);
        // No font has this one: it is drawn as the box that must never be seen.
        const box = await picture('\u{10FFFD}', stack);
        if (!file || (await picture(char, stack)) === box) boxes.push(char);
      }
    }
    expect(seen.size).toBeGreaterThan(300);
    expect(boxes).toEqual([]);
  }, 60_000);
});

test('a card turns with a title that reads from right to left', async () => {
  const { texts, png } = await paint('שלום');
  expect(texts.title.direction).toBe('rtl');
  const half = WIDTH / 2;
  const middle = { top: 130, width: half, height: 300 };
  expect(await arePlain(png, [{ ...middle, left: 0 }])).toBe(true);
  expect(await arePlain(png, [{ ...middle, left: half }])).toBe(false);
});

test('a title that no font can draw gives way to the kind of page', async () => {
  const { texts } = await paint('ภาษาไทยไม่มีฟอนต์');
  expect(texts.title.text).toBe('Case study');
  expect(texts.type.text).toBe('');
});

test('a character that no font can draw is left out of a title', async () => {
  const { texts } = await paint('Good \u{1CC00}news');
  expect(texts.title.text).toBe('Good news');
});

test('empty fields and endless ones stay inside', async () => {
  const long = 'Endless'.repeat(40);
  const cards = [
    await paint('', { type: '', facts: [] }),
    await paint('', { type: '', facts: [], brand: '', host: '' }),
    await paint('A', { type: long, facts: [long, long], brand: long, host: `${long}.example` }),
  ];
  for (const { png } of cards) expect(await edgesArePlain(png)).toBe(true);
  expect(cards[2]?.texts.brand.text).toMatch(/…$/);
});

test('the ink keeps its distance from a light ground', async () => {
  const { png } = await paint('Light', { ground: '#fff1a8', ink: '#16201f' });
  expect((await sharp(png).metadata()).width).toBe(SHARE_IMAGE_SIZE.width);
});
