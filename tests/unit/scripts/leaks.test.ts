/** What is looked for, from the content; and what texts a file holds. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cborStrings } from '../../../src/integrations/cbor.ts';
import { forbiddenOf } from '../../../scripts/leaks/forbidden.ts';
import { allowedTexts } from '../../../scripts/leaks/allowed.ts';
import { metadataOf, withoutPixels } from '../../../scripts/leaks/image-metadata.ts';
import { partsOf } from '../../../scripts/leaks/parts.ts';
import type { ContentEntry, Library } from '../../../src/domain/entries.ts';
import { encodeVocabulary } from '../../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary } from '../../../src/domain/search/vocabulary.ts';
import { gate, indexEntries } from '../../../src/domain/gate.ts';
import { collections, type CollectionName } from '../../../src/schemas/index.ts';
import { settingsSchema } from '../../../src/schemas/settings.ts';

const settings = settingsSchema.parse({
  brand: { name: 'Halyard', tagline: 'Spend control', accent: '#0b5d57', accent_dark: '#5cc8bd' },
  sites: { public: 'https://a.example', partner: 'https://b.example', internal: 'https://c.example' },
  review_every: {},
  landing: { headline: 'Know it sooner', lead: 'Before it is spent.' },
});

const entry = (collection: CollectionName, id: string, data: Record<string, unknown>, body = ''): ContentEntry => ({
  collection,
  id,
  file: `content/${collections[collection].folder}/${id}.md`,
  data: { status: 'approved', ...data },
  body,
  valid: true,
});

const library = (entries: ContentEntry[], media: { path: string; hash: string }[] = []): Library => ({
  settings,
  entries: indexEntries(entries),
  media: new Map(media.map((file) => [file.path, { ...file, size: 10 }])),
});

const forbidden = (whole: Library) => {
  const gated = gate(whole, { audience: 'public', today: '2026-11-22', drafts: false });
  return forbiddenOf({
    library: whole,
    gated,
    name: 'content',
    allowed: [...allowedTexts(gated, undefined)],
    engine: ['class title card'],
  });
};

const wordsIn = (whole: Library): string[] => forbidden(whole).secrets.map(({ words }) => words);

describe('forbiddenOf', () => {
  test('looks for every text of an entry that is left out, and for its id', () => {
    const { secrets } = forbidden(
      library([
        entry(
          'resources',
          'hold-line',
          { title: 'Holding the line', keywords: ['discounts'] },
          'Never below **ten** percent of list. Ask Ann.',
        ),
      ]),
    );
    expect(secrets.map(({ words, strength, origins }) => `${strength} ${words} < ${origins[0]?.field}`)).toEqual([
      'phrase holding the line < title',
      'phrase discounts < keywords.0',
      'sentence never below ten percent of list < body',
      'phrase hold line < file name',
    ]);
  });

  test('looks for the fields that the gate drops, and not for those that it keeps', () => {
    const objection = entry('objections', 'too-dear', {
      audience: 'public',
      title: 'It is too expensive for us',
      real_concern: 'They fear to lose face with the board',
      owner: 'Enablement',
    });
    expect(wordsIn(library([objection]))).toEqual(['they fear to lose face with the board', 'enablement']);
  });

  test('leaves out what public text says anyway, and counts it', () => {
    const open = entry('resources', 'open', { audience: 'public', title: 'Close the books in five days' });
    const closed = entry('resources', 'closed', { title: 'the books in five days', keywords: ['books', 'haggling'] });
    const { secrets, excused } = forbidden(library([open, closed]));
    expect(secrets.map(({ words }) => words)).toEqual(['haggling', 'closed']);
    expect(excused).toBe(1);
  });

  test('a word of the engine is no evidence, a sentence of it is', () => {
    const whole = library([entry('resources', 'card', { title: 'class title card' })]);
    expect(wordsIn(whole)).toEqual([]);
  });

  test('options, dates and references are no evidence', () => {
    const data = {
      title: 'Why we lose deals',
      format: 'report',
      expires_on: '2027-01-01',
      personas: ['champion'],
      duration: 90,
    };
    expect(wordsIn(library([entry('resources', 'losses', data)]))).toEqual(['why we lose deals', 'losses']);
  });

  test('distinctive numbers are looked for as they are written', () => {
    const claim = entry('claims', 'savings', { statement: 'Saved a lot', value: 184_250, unit: 'EUR' });
    expect(
      forbidden(library([claim]))
        .secrets.filter(({ strength }) => strength === 'number')
        .map(({ words }) => words),
    ).toEqual(['184250', '184 250']);
    expect(wordsIn(library([entry('claims', 'savings', { statement: 'Saved a lot', value: 90_000 })]))).not.toContain(
      '90000',
    );
  });

  test('an anonymised customer: the name, each telling word, the id, the logo', () => {
    const study = entry(
      'case-studies',
      'northgate-story',
      {
        audience: 'public',
        title: 'How Northgate closes sooner',
        customer: 'Northgate Precision',
        anonymised_name: 'a maker of tools',
        consent: { scope: 'anonymised' },
        logo: 'northgate.png',
      },
      'At Northgate the month ends on day three.',
    );
    const { secrets, files } = forbidden(library([study], [{ path: 'northgate.png', hash: 'ab12'.repeat(16) }]));
    const names = secrets.filter(({ strength }) => strength === 'name').map(({ words }) => words);
    expect(names).toEqual(['northgate precision', 'northgate', 'precision', 'ab12'.repeat(16), 'ab12'.repeat(4)]);
    expect(secrets.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'how northgate closes sooner',
        'at northgate the month ends on day three',
        'northgate story',
        'northgate png',
      ]),
    );
    expect([...files.values()]).toEqual([
      { origin: { file: 'content/media/northgate.png', field: undefined }, size: 10 },
    ]);
  });

  test('a file that the build offers under another name is no secret', () => {
    const open = entry('resources', 'open', { audience: 'public', title: 'Open', file: 'a.pdf' });
    const { files } = forbidden(
      library(
        [open],
        [
          { path: 'a.pdf', hash: 'aa' },
          { path: 'b.pdf', hash: 'aa' },
        ],
      ),
    );
    expect(files.size).toBe(0);
  });

  test('settings that name an asset do not excuse its id', () => {
    const whole = library([entry('resources', 'secret-plan', { title: 'Plans' })]);
    const featured = {
      ...whole,
      settings: { ...settings, landing: { ...settings.landing, featured: ['secret-plan'] } },
    };
    expect(wordsIn(featured)).toContain('secret plan');
  });

  test('the internal build leaves out what is not live', () => {
    const whole = library([entry('resources', 'early', { title: 'Next year’s prices', status: 'draft' })]);
    const gated = gate(whole, { audience: 'internal', today: '2026-11-22', drafts: false });
    const { secrets } = forbiddenOf({ library: whole, gated, name: 'content', allowed: [], engine: [] });
    expect(secrets.map(({ words }) => words)).toEqual(['next year s prices', 'early']);
  });
});

describe('partsOf', () => {
  const textsOf = async (name: string, bytes: Buffer): Promise<string> => {
    const texts: string[] = [];
    for await (const part of partsOf(name, bytes)) if ('text' in part) texts.push(`${part.place}: ${part.text}`);
    return texts.join('\n');
  };

  test('the vocabulary is words, in its index and in its parts', async () => {
    const [index, part] = encodeVocabulary(collectVocabulary([['Pocket Pocketwren']]));
    if (!index || !part) throw new Error('There is no vocabulary.');
    expect(part.text).not.toContain('pocketwren');
    expect(await textsOf(`pagefind/${index.name}`, Buffer.from(index.text))).toBe('stems: pocket');
    expect(await textsOf(`pagefind/${part.name}`, Buffer.from(part.text))).toMatch(/^stems: pocket\W+pocketwren$/);
  });

  test('a search fragment is data', async () => {
    const packed = gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from('{"content":"Hello"}')]));
    expect(await textsOf('pagefind/fragment/en_1.pf_fragment', packed)).toBe('data: {"content":"Hello"}');
  });

  test('texts in other encodings are texts', async () => {
    expect(await textsOf('a.txt', Buffer.from('\uFEFFHello', 'utf16le'))).toBe('data: Hello');
  });

  test('bytes are read in every encoding', async () => {
    const bytes = Buffer.concat([Buffer.from([0, 0xff]), Buffer.from('Pocketwren', 'utf16le')]);
    expect(await textsOf('a.bin', bytes)).toContain('Pocketwren');
  });

  test('a container in a container in a container … is an error, not a hang', async () => {
    let bytes: Buffer = Buffer.from('x');
    for (let i = 0; i < 10; i++) bytes = gzipSync(bytes);
    await expect(textsOf('a.gz', bytes)).rejects.toThrow('packed too deep');
  });
});

test('texts of CBOR, whatever is around them', () => {
  const bytes = Buffer.from([
    0x82,
    0x65,
    ...Buffer.from('1.6.0'),
    0x81,
    0x82,
    0x63,
    ...Buffer.from('für').subarray(0, 3),
    0x19,
    0x01,
    0x00,
  ]);
  expect(cborStrings(bytes)).toEqual(['1.6.0', 'f\u00FC']);
  expect(() => cborStrings(Buffer.from([0x6a, 0x61]))).toThrow('cut off');
});

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunk = (type: string, data: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
};

test('a PNG is searched without its pixels, and to its very end', () => {
  const png = Buffer.concat([
    PNG_SIGNATURE,
    chunk('tEXt', 'Title\0first'),
    chunk('IDAT', 'pixels'),
    chunk('IDAT', 'more pixels'),
    chunk('tEXt', 'Title\0last'),
    chunk('IEND', ''),
    Buffer.from('after the end'),
  ]);
  const text = withoutPixels(png).toString('latin1');
  expect(text).toContain('first');
  expect(text).toContain('last');
  expect(text).toContain('after the end');
  expect(text).not.toContain('pixels');
  const other = Buffer.from('GIF89a IDAT');
  expect(withoutPixels(other)).toBe(other);
});

test('a PNG that promises more than it holds is searched all the same', () => {
  const png = Buffer.concat([PNG_SIGNATURE, Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('tEXtTitle secret')]);
  expect(withoutPixels(png).toString('latin1')).toContain('secret');
});

test('metadata of a PNG, packed or not', () => {
  const png = Buffer.concat([
    PNG_SIGNATURE,
    chunk('tEXt', 'Title\0plain'),
    chunk('zTXt', 'Title\0\0packed'),
    chunk('iTXt', 'Title\0\x01\0en\0\0packed too'),
    chunk('IDAT', 'pixels'),
  ]);
  const texts = metadataOf(png, (packed) => Buffer.from(`inflated ${packed.toString()}`)).map(String);
  expect(texts).toContain('Title\0plain');
  expect(texts).toContain('inflated packed');
  expect(texts).toContain('inflated packed too');
  expect(texts.join()).not.toContain('pixels');
});
