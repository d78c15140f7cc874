/** A leak that somebody, or some mistake, put into a finished build is found, wherever it was put. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeVocabulary, wordsInFile } from '../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary } from '../../src/domain/search/vocabulary.ts';
import { pdf } from './canaries.ts';
import { Site, type Ended } from './site.ts';

let site: Site;

const asset = {
  summary: 'What a reader gets from it.',
  stages: ['decision'],
  personas: ['champion'],
  owner: 'Enablement team',
  reviewed_on: '2026-11-01',
  status: 'approved',
};

const REAL_CONCERN = 'They fear that the controller loses face before the board';
const internalReport = pdf('Win report', 'Why deals were lost');

beforeAll(async () => {
  site = await Site.make();
  await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Which one is it?' });
  await site.writeEntry('personas', 'champion', {
    label: 'Champion',
    committee_role: 'champion',
    forces: { push: ['Month ends take too long to bear'] },
  });
  await site.writeEntry('competitors', 'pocketwren', { label: 'Pocketwren', kind: 'direct' });
  await site.writeEntry('objections', 'too-dear', {
    ...asset,
    audience: 'public',
    title: 'It is too expensive',
    verbatim: 'That is a lot of money for us.',
    category: 'price',
    short_answer: 'It pays back within a year.',
    real_concern: REAL_CONCERN,
  });
  await site.writeEntry('resources', 'losses', {
    ...asset,
    audience: 'internal',
    title: 'Why we lose',
    format: 'report',
    file: 'report.pdf',
  });
  await site.write('media/report.pdf', internalReport);
  await site.build('public');
});

afterAll(() => site.remove());

const fullPath = (file: string): string => path.join(site.outFolder('public'), file);

/** Puts a file into the public build, runs the proof, and takes the file out again. */
const withPlanted = async (file: string, content: string | Buffer): Promise<Ended> => {
  const before = await readFile(fullPath(file)).catch(() => undefined);
  await mkdir(path.dirname(fullPath(file)), { recursive: true });
  await writeFile(fullPath(file), content);
  try {
    return await site.checkLeaks('public');
  } finally {
    if (before) await writeFile(fullPath(file), before);
    else await rm(fullPath(file));
  }
};

const changed = async (file: string, from: string, to: string): Promise<string> => {
  const text = await readFile(fullPath(file), 'utf8');
  expect(text).toContain(from);
  return text.replace(from, to);
};

const CONCERN = ['content/assets/objections/too-dear.md: real_concern'];
const NAME = ['content/taxonomy/competitors/pocketwren.md: label'];
const REPORT = ['content/media/report.pdf'];

const expectLeak = ({ code, output }: Ended, origins: readonly string[], file: string): void => {
  for (const origin of origins) expect(output).toContain(`✗ ${origin} is in`);
  expect(output).toContain(`    public/${file}\n`);
  expect(output).toMatch(/✗ public: .* leaks? found/);
  expect(code).toBe(1);
};

test('an untouched build holds none', async () => {
  const { code, output } = await site.checkLeaks('public');
  expect(output).toMatch(
    /^✓ public: [\d,]+ strings and 1 file that must not be there were searched for in [\d,]+ files: none found/,
  );
  expect(code).toBe(0);
});

describe('a leak is found in', () => {
  const page = 'objections/too-dear/index.html';

  test.each([
    ['the words of a page', `<p>${REAL_CONCERN.replace('controller', '<strong>controller</strong>')}</p>`, CONCERN],
    ['a name in the words of a page', '<p>Ask about Pocket<em>wren</em>.</p>', NAME],
    [
      'an attribute',
      `<img src="/x.png" alt="They fear that the controller &amp;nbsp; loses face before the board">`,
      CONCERN,
    ],
    [
      'the data of an island',
      `<astro-island props="{&quot;about&quot;:[0,&quot;Pocketwren&quot;]}"></astro-island>`,
      NAME,
    ],
    [
      'escaped data in a script',
      `<script type="application/json">{"text":"They fear that the controller\\u0020loses\\nface before the board"}</script>`,
      CONCERN,
    ],
    ['a remark', `<!-- TODO: ${REAL_CONCERN} -->`, CONCERN],
    ['an address', '<a href="/competitors/pocketwren/">Other</a>', NAME],
    ['an escaped address', '<a href="/search/?q=%70ocketwren">Other</a>', NAME],
    [
      'a document inside an address',
      `<img src="data:image/svg+xml;base64,${Buffer.from('<svg><desc>Pocketwren</desc></svg>').toString('base64')}">`,
      NAME,
    ],
  ])('%s', async (_where, html, origins) => {
    expectLeak(await withPlanted(page, await changed(page, '</main>', `${html}</main>`)), origins, page);
  });

  test.each([
    ['data', 'data/deals.json', JSON.stringify({ list: [{ note: REAL_CONCERN }] }), CONCERN],
    [
      'a feed',
      'feed.xml',
      `<rss><item><description>&lt;p&gt;They fear that the &lt;b&gt;controller&lt;/b&gt; loses face before the board&lt;/p&gt;</description></item></rss>`,
      CONCERN,
    ],
    [
      'a bundle',
      '_astro/deals.js',
      `const a=1;export default"They fear that the controller loses face before the board"`,
      CONCERN,
    ],
    [
      'a source map',
      '_astro/deals.js.map',
      JSON.stringify({ version: 3, sourcesContent: [`// ${REAL_CONCERN}`] }),
      CONCERN,
    ],
    ['a list of redirects', '_redirects', '/old /competitors/pocketwren/ 301\n', NAME],
    ['the name of a file', 'files/00/Pocketwren%20prices.txt', 'Nothing to see.', NAME],
    ['a packed copy', 'sitemap.xml.gz', gzipSync('<urlset><loc>/competitors/pocketwren/</loc></urlset>'), NAME],
    [
      'a document of an office suite',
      'files/00/deck.docx',
      Buffer.from(
        zipSync({
          'word/document.xml': strToU8(
            `<w:p><w:r><w:t>They fear that the </w:t></w:r><w:r><w:t>controller loses face before the board</w:t></w:r></w:p>`,
          ),
        }),
      ),
      CONCERN,
    ],
    ['the text of a PDF', 'files/00/open.pdf', pdf('Plain', REAL_CONCERN), CONCERN],
    ['the properties of a PDF', 'files/00/open.pdf', pdf('Against Pocketwren', 'Plain'), NAME],
  ])('%s', async (_where, file, content, origins) => {
    expectLeak(await withPlanted(file, content), origins, file);
  });

  test.each([
    [
      'the columns of the library',
      'columns.json',
      '"values":[',
      '"values":[{"id":"pocketwren","label":"Rival"},',
      NAME,
    ],
    ['the cards of the library', 'cards-0.json', 'It is too expensive', 'Against Pocketwren', NAME],
    ['the list of objections', 'objections.json', 'That is a lot of money for us.', REAL_CONCERN, CONCERN],
    ['the answers to objections', 'answers-0.json', 'It pays back within a year.', REAL_CONCERN, CONCERN],
    ['the columns of case studies', 'case-studies.json', '"facets":[', '"facets":["Pocketwren",', NAME],
  ])('%s', async (_where, name, from, to, origins) => {
    const file = `library/${name}`;
    expectLeak(await withPlanted(file, await changed(file, from, to)), origins, file);
  });

  test('a fragment of the search index', async () => {
    const folder = 'pagefind/fragment';
    const [name = ''] = await readdir(fullPath(folder));
    const file = `${folder}/${name}`;
    const text = gunzipSync(await readFile(fullPath(file))).toString('utf8');
    const planted = text.replace('"content":"', `"content":"${REAL_CONCERN}. `);
    expect(planted).not.toBe(text);
    expectLeak(await withPlanted(file, gzipSync(planted)), CONCERN, file);
  });

  test('the words of the search index', async () => {
    const folder = 'pagefind/index';
    const [name = ''] = await readdir(fullPath(folder));
    const file = `${folder}/${name}`;
    // A text of ten bytes in CBOR: 0x60 + 10, then the bytes.
    const bytes = Buffer.concat([
      gunzipSync(await readFile(fullPath(file))),
      Buffer.from([0x6a]),
      Buffer.from('pocketwren'),
    ]);
    expectLeak(await withPlanted(file, gzipSync(bytes)), NAME, file);
  });

  test('a part of the vocabulary of the search', async () => {
    const [name = ''] = await readdir(fullPath('pagefind/vocabulary'));
    const file = `pagefind/vocabulary/${name}`;
    const words = wordsInFile(JSON.parse(await readFile(fullPath(file), 'utf8')));
    const [, part] = encodeVocabulary(collectVocabulary([[...words, 'Pocketwren']]), 10_000);
    expectLeak(await withPlanted(file, part?.text ?? ''), NAME, file);
  });

  test('the index of the vocabulary', async () => {
    const file = 'pagefind/vocabulary.json';
    expectLeak(await withPlanted(file, await changed(file, '"parts":[', '"parts":[["pocketwren","x"],')), NAME, file);
  });

  test.each(['search-words.json', 'library/columns.json', 'library/cards-0.json'])(
    'what the search knows: %s',
    async (file) => {
      expectLeak(await withPlanted(file, await changed(file, '"', '"Pocketwren","')), NAME, file);
    },
  );

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('the metadata of a picture (%s)', async (format) => {
    const picture = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#123456' } })
      .withExif({ IFD0: { ImageDescription: 'Slide against Pocketwren' } })
      .toFormat(format)
      .toBuffer();
    expectLeak(await withPlanted(`media/a.${format}`, picture), NAME, `media/a.${format}`);
  });

  test('a copy of an internal file under another name', async () => {
    const ended = await withPlanted('files/00/brochure.pdf', internalReport);
    expectLeak(ended, REPORT, 'files/00/brochure.pdf');
    expect(ended.output).toContain('… the same bytes …');
  });
});

test('a file that cannot be opened is no proof', async () => {
  const { code, output } = await withPlanted('files/00/broken.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]));
  expect(output).toContain('What cannot be read cannot be searched:');
  expect(output).toContain('public/files/00/broken.gz');
  expect(code).toBe(1);
});

test('a program reads the same as JSON', async () => {
  await writeFile(fullPath('a.txt'), 'about pocketwren');
  const { code, output } = await site.checkLeaks('public', '--format', 'json');
  await rm(fullPath('a.txt'));
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject([
    {
      audience: 'public',
      media: 1,
      leaks: [
        {
          kind: 'text',
          file: 'content/taxonomy/competitors/pocketwren.md',
          field: 'label',
          outputs: 1,
          places: [{ output: 'a.txt', excerpt: 'about pocketwren' }],
        },
      ],
    },
  ]);
});

test('a build that is not there is no proof', async () => {
  const { code, output } = await site.checkLeaks('partner');
  expect(output).toMatch(
    /^There is no partner build in .*partner\. Make it with: npm run build -- --audience partner\n$/,
  );
  expect(code).toBe(2);
});

test('where nothing is left out, there is nothing to search for', async () => {
  await mkdir(site.outFolder('internal'));
  const { code, output } = await site.checkLeaks('internal');
  expect(output).toBe('internal: nothing is left out of this build, so there is nothing to search for.\n');
  expect(code).toBe(0);
});
