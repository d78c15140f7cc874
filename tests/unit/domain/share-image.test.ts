/** What a share image says, and how its texts are made to fit. */
import { describe, expect, test } from 'vitest';
import {
  breakLines,
  drawableText,
  entryShareImage,
  fitText,
  indexShareImage,
  shareImagePath,
  sharePicture,
  siteShareImage,
  writingOf,
} from '../../../src/domain/share-image.ts';
import { settings } from '../../fixtures/entries.ts';
import { siteEntry, siteLibraryOf, uiOf, viewOf } from '../../fixtures/views.ts';

const library = siteLibraryOf([
  siteEntry('personas', 'cfo', { label: 'Economic buyer' }),
  siteEntry('personas', 'champion', { label: 'Champion' }),
  siteEntry('personas', 'legal', { label: 'Legal' }),
  siteEntry('industries', 'health', { label: 'Healthcare' }),
  siteEntry('case-studies', 'eirvale', {
    title: 'Live in 31 days',
    personas: ['cfo', 'champion', 'legal'],
    industry: 'health',
    industries: ['health'],
    language: 'ja',
  }),
]);
const ui = uiOf(library, { logo: '/media/logo.svg' });
const hash = (value: unknown): string => JSON.stringify(value).length.toString(16);

describe('what a card says', () => {
  test('of an asset: its title, type, personas and industry, and the brand', () => {
    expect(entryShareImage(ui, viewOf(library, 'eirvale'))).toEqual({
      title: 'Live in 31 days',
      type: 'Case study',
      facts: ['Economic buyer', 'Champion', 'Healthcare'],
      brand: 'Halyard',
      host: 'a.example',
      logo: '/media/logo.svg',
      ground: '#0b5d57',
      ink: '#ffffff',
      language: 'ja',
    });
  });

  test('of a term: its label, and nothing that it does not have', () => {
    const image = entryShareImage(ui, viewOf(library, 'cfo'));
    expect(image).toMatchObject({ title: 'Economic buyer', type: 'Persona', facts: [], language: 'en-GB' });
  });

  test('of a list and of the site', () => {
    expect(indexShareImage(ui, { collection: 'case-studies' })).toMatchObject({ title: 'Case studies', type: '' });
    expect(siteShareImage(ui)).toMatchObject({ title: 'Know first', type: '' });
  });

  test('the ink is dark on a light brand', () => {
    const brand = { name: 'Sun', tagline: 'Warm', accent: '#ffd84d', accent_dark: '#ffd84d' };
    const light = uiOf(library, { settings: settings({ brand }) });
    expect(siteShareImage(light)).toMatchObject({ ground: '#ffd84d', ink: '#16201f' });
  });
});

describe('its address', () => {
  test('changes with what the card says, and with nothing else', () => {
    const image = siteShareImage(ui);
    const name = (value: unknown): string => JSON.stringify(value);
    expect(shareImagePath(image, name)).toBe(shareImagePath({ ...image }, name));
    expect(shareImagePath(image, name)).not.toBe(shareImagePath({ ...image, title: 'Another' }, name));
  });

  test('is whole, and only the public site has one', () => {
    const image = siteShareImage(ui);
    const picture = sharePicture(ui, image, hash);
    expect(picture?.url).toMatch(/^https:\/\/a\.example\/share\/[0-9a-f]+\.png$/);
    expect(picture?.alt).toBe('Know first');
    expect(sharePicture(uiOf(library, { audience: 'internal' }), image, hash)).toBeUndefined();
  });
});

describe('how a title is written', () => {
  test.each([
    ['How we charge', 'ltr', false],
    ['כמה זה עולה', 'rtl', false],
    ['2026: كيف', 'rtl', false],
    ['Halyard 2026: كيف', 'ltr', true],
    ['支出', 'ltr', false],
    ['', 'ltr', false],
  ])('%s', (text, direction, turns) => {
    expect(writingOf(text)).toMatchObject({ direction, turns });
  });

  test('letters that reach far up and down have taller lines', () => {
    expect(writingOf('कैसे').leading).toBeGreaterThan(writingOf('How').leading);
  });

  test('Korean lines end between words, Chinese ones anywhere', () => {
    expect(writingOf('지출을').keepsWords).toBe(true);
    expect(writingOf('支出').keepsWords).toBe(false);
  });
});

describe('what can be drawn', () => {
  const latin = (char: string): boolean => char < '\u0370';

  test('what no font has is left out', () => {
    expect(drawableText('Ready 🚀 to go', latin)).toBe('Ready to go');
  });

  test('a simpler spelling of the same stands in', () => {
    expect(drawableText('ﬁnance ① ％', latin)).toBe('finance 1 %');
  });

  test('too little left is nothing', () => {
    expect(drawableText('ไทย and', latin)).toBe('');
    expect(drawableText('🚀', latin)).toBe('');
  });

  test('what nobody sees, and what would turn the card around, is taken out', () => {
    expect(drawableText('a\u202Eb\u2066c\u0000d\u00ADe\u200Bf', latin)).toBe('abcdef');
    expect(drawableText('  two \n lines ', latin)).toBe('two lines');
  });

  test('joiners stay, because scripts and emoji need them', () => {
    expect(drawableText('ها\u200Cی 👩\u200D💻', () => true)).toBe('ها\u200Cی 👩\u200D💻');
  });

  test('a tower of accents is cut down', () => {
    expect(drawableText(`a${'\u0316'.repeat(40)}`, () => true)).toBe(`a${'\u0316'.repeat(4)}`);
  });
});

describe('fitting', () => {
  /** A box in which so many letters of size 1 have room. */
  const room =
    (letters: number) =>
    (text: string, size: number): Promise<boolean> =>
      Promise.resolve(text.length * size <= letters);

  test('the largest size that holds the whole text', async () => {
    expect(await fitText('0123456789', [4, 3, 2, 1], room(30))).toEqual({ text: '0123456789', size: 3 });
  });

  test('in the smallest size as much as fits, to the end of a word', async () => {
    expect(await fitText('Know what is being spent', [2, 1], room(15))).toEqual({ text: 'Know what is…', size: 1 });
  });

  test('one endless word is cut anywhere', async () => {
    expect(await fitText('x'.repeat(300), [1], room(10))).toEqual({ text: `${'x'.repeat(9)}…`, size: 1 });
  });

  test('an emoji of several parts is kept whole or not at all', async () => {
    const { text } = await fitText('family👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', [1], room(24));
    expect(text).toBe('family👨‍👩‍👧‍👦…');
  });

  test('lines end where the room does', async () => {
    const upTo = (most: number) => (line: string) => Promise.resolve(line.length <= most);
    expect(await breakLines('one two three four', upTo(8))).toBe('one two\nthree\nfour');
    expect(await breakLines('endless', upTo(3))).toBe('endless');
  });
});
