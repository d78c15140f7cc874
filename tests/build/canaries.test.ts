/**
 * The promise of the product: what is internal is in no public build. Every internal field, entry and
 * file carries a canary, and the finished build is searched for them, once by the leak proof and once
 * by brute force, which knows nothing of how the proof works.
 */
import { cp, rm } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames } from '../../src/domain/entries.ts';
import type { Audience } from '../../src/schemas/fields.ts';
import type { CollectionName } from '../../src/schemas/index.ts';
import { CANARY, fullEntry, pdf, type Words } from './canaries.ts';
import { Site } from './site.ts';

let site: Site;

/** Canary → where it was put. */
const canaries = new Map<string, string>();
const numbers: number[] = [];

const newCanary = (of: string): string => {
  const word = `${CANARY}${String(canaries.size + 1).padStart(4, '0')}`;
  canaries.set(word, of);
  return word;
};

const newNumber = (): number => {
  const number = 7_310_001 + 7 * numbers.length;
  numbers.push(number);
  return number;
};

const secretIds = new Map<CollectionName, string>();
const isCollection = (name: string): name is CollectionName => collectionNames().some((known) => known === name);
const openId = (target: string): string => (target === 'asset' ? 'open-one-pagers' : `open-${target}`);
const secretId = (target: string): string =>
  secretIds.get(target === 'asset' ? 'one-pagers' : isCollection(target) ? target : 'kits') ?? '';

const picture = (exif: string): Promise<Buffer> =>
  sharp({ create: { width: 24, height: 16, channels: 3, background: '#0b5d57' } })
    .withExif({ IFD0: { ImageDescription: exif, Copyright: exif } })
    .jpeg()
    .toBuffer();

/** Every word is a canary. */
const secretWords = (media: string[]): Words => ({
  text: ({ collection, field }) => `${newCanary(`${collection}/secret: ${field?.path.join('.')}`)} told inside`,
  number: newNumber,
  references: (target) => [secretId(target), openId(target)],
  media: ({ collection, field }) => {
    const name = `${newCanary(`${collection}/secret: file name`)}.${field?.format === 'image' ? 'jpg' : 'pdf'}`;
    media.push(name);
    return name;
  },
});

/** Only what the public may not see is a canary. */
const openWords: Words = {
  text: ({ collection, field, isRestricted }) =>
    isRestricted
      ? `${newCanary(`${collection}/open: ${field?.path.join('.')}`)} told inside`
      : `plain ${collection} ${field?.path.at(-1)}`,
  number: ({ isRestricted }) => (isRestricted ? newNumber() : 42),
  // Also what the public may not see: the gate must drop it.
  references: (target) => [openId(target), secretId(target)],
  media: ({ field }) => (field?.format === 'image' ? 'open.jpg' : 'open.pdf'),
};

const writeAll = async (): Promise<void> => {
  for (const collection of collectionNames())
    secretIds.set(collection, `${newCanary(`${collection}/secret: id`)}-${collection}`);
  for (const collection of collectionNames()) {
    const media: string[] = [];
    const secret = { ...fullEntry(collection, secretWords(media)), audience: 'internal' };
    const body = newCanary(`${collection}/secret: body`);
    const drawn = `${newCanary(`${collection}/secret: picture in the body`)}.jpg`;
    media.push(drawn);
    await site.writeEntry(
      collection,
      secretId(collection),
      secret,
      `Told **${body}** inside.\n\n![${newCanary('alt')}](/media/${drawn})`,
    );
    for (const name of media) {
      const inside = newCanary(`media/${name}: metadata`);
      await site.write(
        `media/${name}`,
        name.endsWith('.pdf') ? pdf(inside, newCanary(`media/${name}: text`)) : await picture(inside),
      );
    }
    const open = { ...fullEntry(collection, openWords), audience: 'public' };
    const link = `[words that stay](/${collection}/${secretId(collection)}/)`;
    await site.writeEntry(
      collection,
      openId(collection),
      open,
      `Plain ${collection} body, ${link}, {claim:${secretId('claims')}}.`,
    );
  }
  await site.write('media/open.jpg', await picture(newCanary('media/open.jpg: metadata')));
  await site.write('media/open.pdf', pdf('Plain title', 'Plain line'));
  await writeSpecialCases();
  await writeFlip('public');
};

/** Entries that are public by their audience, and yet must stay inside. */
const writeSpecialCases = async (): Promise<void> => {
  const full = (collection: CollectionName): Record<string, unknown> => ({
    ...fullEntry(collection, openWords),
    audience: 'public',
    related: [],
  });
  const notLive = {
    draft: { status: 'draft' },
    review: { status: 'in review' },
    archived: { status: 'archived' },
    expired: { expires_on: '2026-11-22' },
    early: { publish_on: '2026-11-23' },
  };
  for (const [name, state] of Object.entries(notLive)) {
    const id = `${newCanary(`resources/${name}: id`)}-${name}`;
    const title = newCanary(`resources/${name}: title`);
    await site.writeEntry(
      'resources',
      id,
      { ...full('resources'), ...state, title, aliases: [] },
      newCanary(`resources/${name}: body`),
    );
  }

  const study = { ...full('case-studies'), aliases: [newCanary('case-studies/anonymous: aliases')] };
  const customer = `${newCanary('case-studies/anonymous: customer')} Group`;
  const logo = `${newCanary('case-studies/anonymous: logo')}.jpg`;
  await site.write(`media/${logo}`, await picture(newCanary(`media/${logo}: metadata`)));
  const story = `${newCanary('case-studies/anonymous: id')}-story`;
  // Addresses in fields of their own lead where the public may not go.
  await site.writeEntry('resources', 'open-address', {
    ...full('resources'),
    aliases: [],
    url: `/case-studies/${story}/`,
    event: { starts_at: '2027-03-15T15:00:00+01:00', url: `/media/${logo}` },
  });
  await site.writeEntry('one-pagers', 'open-call', {
    ...full('one-pagers'),
    aliases: [],
    call_to_action: { label: 'Go there', url: `/kits/${secretId('kits')}/` },
  });
  await site.writeEntry(
    'case-studies',
    story,
    {
      ...study,
      title: `${customer} closes sooner`,
      customer,
      logo,
      anonymised_name: 'a group of clinics',
      consent: { scope: 'anonymised' },
      quotes: [
        { text: `${newCanary('case-studies/anonymous: quote')} said inside`, role: 'Controller', consent: false },
      ],
    },
    `What ${customer} did.`,
  );
  for (const consent of [{ scope: 'none' }, { scope: 'named', expires_on: '2026-11-21' }]) {
    const name = newCanary(`case-studies/${consent.scope}: customer`);
    const { ['anonymised_name']: _unnamed, ...silent } = full('case-studies');
    await site.writeEntry(
      'case-studies',
      `${name}-story`,
      { ...silent, aliases: [], title: name, customer: name, consent },
      name,
    );
  }

  const report = `${newCanary('security-answers/nda: file')}.pdf`;
  await site.write(`media/${report}`, pdf(newCanary(`media/${report}: title`), newCanary(`media/${report}: text`)));
  await site.writeEntry('security-answers', 'under-nda', {
    ...full('security-answers'),
    aliases: [],
    evidence: [
      { label: 'Report under NDA', file: report, nda: true },
      { label: 'Room under NDA', url: `https://${newCanary('security-answers/nda: url')}.example/`, nda: true },
    ],
  });
};

const FLIP = 'zqflipword';

/** An entry that changes its audience; its own words are canaries only while it is internal. */
const writeFlip = async (audience: Audience): Promise<void> => {
  const flip = {
    ...fullEntry('resources', { ...openWords, text: ({ field }) => `${FLIP} ${field?.path.at(-1)}` }),
    aliases: [],
  };
  await site.writeEntry('resources', `${FLIP}-entry`, { ...flip, file: `${FLIP}.pdf`, audience }, `${FLIP} body`);
  await site.write(`media/${FLIP}.pdf`, pdf(`${FLIP} title`, `${FLIP} line`));
};

/** Every file, raw and unpacked, in every encoding that could hide a word; and every path. */
const bruteForce = async (folder: string, pattern: RegExp): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const [name, bytes] of await site.filesIn(folder)) {
    const odd = bytes.subarray(1, bytes.length - ((bytes.length - 1) % 2));
    const texts = [name, bytes.toString('latin1'), bytes.toString('utf16le'), odd.toString('utf16le')];
    for (const text of texts) {
      for (const [word] of text.toLowerCase().matchAll(pattern)) found.set(word, [...(found.get(word) ?? []), name]);
    }
  }
  return found;
};

const CANARIES = new RegExp(`${CANARY}\\d*`, 'g');
const numbersPattern = (): RegExp =>
  new RegExp(`(?<![\\da-z])(?:${numbers.map((n) => `${n}|${n.toLocaleString('en')}`).join('|')})(?![\\da-z])`, 'g');

/** Each find in a line: the word, where it was put, and one file it came out in. */
const findings = async (pattern: RegExp, folder = site.outFolder('public')): Promise<string[]> =>
  [...(await bruteForce(folder, pattern))].map(
    ([word, files]) => `${word} (${canaries.get(word) ?? '?'}) in ${files[0]}`,
  );

const expectNoCanary = async (): Promise<void> => {
  expect(await findings(CANARIES)).toEqual([]);
  expect(await findings(numbersPattern())).toEqual([]);
  // Nor in what the next public build starts from: no two audiences share a cache.
  expect(await findings(CANARIES, site.cacheFolder('public'))).toEqual([]);
  const { code, output } = await site.checkLeaks('public');
  expect(output).toMatch(/^✓ public: [\d,]+ strings and [\d,]+ files that must not be there .* none found/m);
  expect(code).toBe(0);
};

const leaksSchema = z
  .array(
    z.object({
      leaks: z.array(
        z.object({
          kind: z.string(),
          file: z.string(),
          field: z.string().nullable(),
          places: z.array(z.object({ excerpt: z.string() })),
        }),
      ),
    }),
  )
  .length(1);

const problemsSchema = z.array(
  z.object({ code: z.string(), file: z.string(), field: z.string().nullable(), message: z.string() }),
);

beforeAll(async () => {
  site = await Site.make();
  await writeAll();
});

afterAll(() => site.remove());

describe('no canary', () => {
  test('is in an entry that is not valid: what is never built cannot leak', async () => {
    const { output } = await site.check('--format', 'json');
    const wrong = /_FIELD$|YAML|FILE_|_FILE/;
    const problems = problemsSchema.parse(JSON.parse(output));
    expect(
      problems.filter(({ code }) => wrong.test(code)).map(({ file, field, message }) => `${file} ${field} ${message}`),
    ).toEqual([]);
  });

  test('is in a public build made from nothing', async () => {
    expect(canaries.size).toBeGreaterThan(400);
    await site.build('public');
    await expectNoCanary();
    expect((await bruteForce(site.outFolder('public'), new RegExp(FLIP, 'g'))).size).toBe(1);
    // The build is no empty shell: what is public is in it.
    const texts = [...(await site.files('public')).values()].map((bytes) => bytes.toString('utf8'));
    const shown = [
      'plain battlecards',
      'plain case-studies',
      'plain claims',
      'plain kits',
      'plain personas',
      'a group of clinics',
      'Report under NDA',
    ];
    expect(shown.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([]);
  });

  test('is lost on the proof: put in place of the public build, the internal one fails it for every canary it shows', async () => {
    await site.build('internal');
    const shown = await bruteForce(site.outFolder('internal'), CANARIES);
    // Keywords and terms without a page are shown nowhere; most others are.
    expect(shown.size).toBeGreaterThan(canaries.size * 0.6);

    await cp(site.outFolder('public'), `${site.out}/kept`, { recursive: true });
    await rm(site.outFolder('public'), { recursive: true });
    await cp(site.outFolder('internal'), site.outFolder('public'), { recursive: true });
    const { code, output } = await site.checkLeaks('public', '--format', 'json');
    expect(code).toBe(1);
    const [proof] = leaksSchema.parse(JSON.parse(output));
    const leaks = proof?.leaks ?? [];
    const excerpts = leaks.flatMap(({ places }) => places.map(({ excerpt }) => excerpt.toLowerCase())).join('\n');
    // What stands inside a file is found with the file.
    const files = leaks.filter(({ kind }) => kind === 'file').map(({ file }) => file);
    const isReported = (word: string) =>
      excerpts.includes(word) || files.includes(`content/${canaries.get(word)?.replace(/: .*/, '')}`);
    expect(
      [...shown.keys()].filter((word) => !isReported(word)).map((word) => `${word} ${canaries.get(word)}`),
    ).toEqual([]);
    await rm(site.outFolder('public'), { recursive: true });
    await cp(`${site.out}/kept`, site.outFolder('public'), { recursive: true });
    await rm(`${site.out}/kept`, { recursive: true });
  });

  test('is in a public build right after an internal one, nor an entry that has become internal', async () => {
    await writeFlip('internal');
    await site.build('public');
    await expectNoCanary();
    expect(await findings(new RegExp(FLIP, 'g'))).toEqual([]);
  });

  test('comes with an entry that is public again', async () => {
    await writeFlip('public');
    await site.build('public');
    await expectNoCanary();
    const pages = (await bruteForce(site.outFolder('public'), new RegExp(FLIP, 'g'))).get(FLIP) ?? [];
    expect(pages).toContain(`resources/${FLIP}-entry/index.html`);
  });
});
