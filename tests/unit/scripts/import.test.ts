/** The real command on messy files of its own: what it makes, what it names, and what it never does. */
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
  readdirSync,
  cpSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sharedFolder } from '../../fixtures/shared.ts';

const project = path.resolve(import.meta.dirname, '../../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-import-'));
  cpSync(path.join(project, 'content/taxonomy'), path.join(folder, 'content/taxonomy'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, content: string | Uint8Array): string => {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
};

const run = (script: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, DEALSHELF_CONTENT: path.join(folder, 'content'), DEALSHELF_TODAY: '2026-11-22' },
  });
  return { code: status, output: stdout, errors: stderr };
};

const noteSchema = z.object({ field: z.string(), reason: z.string() });
const reportSchema = z.object({
  drafts: z.array(
    z.object({
      file: z.string(),
      from: z.string(),
      title: z.string(),
      media: z.array(z.string()),
      notes: z.array(noteSchema),
      empty: z.array(z.string()),
    }),
  ),
  kept: z.array(z.object({ from: z.string(), file: z.string() })),
  refused: z.array(z.object({ from: z.string(), reason: z.string() })),
  unmatched: z.array(z.object({ taxonomy: z.string(), words: z.string(), count: z.number() })),
});

const importOf = (source: string, map: string, ...args: string[]) => {
  const { output, errors, code } = run('import', [source, '--map', map, '--format', 'json', ...args]);
  if (code !== 0) throw new Error(errors);
  return reportSchema.parse(JSON.parse(output));
};

const made = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const CSV_MAP = `
type: case-studies
id: Company
fields:
  title: { from: { template: '{Company}: {Outcome}' } }
  summary: { from: Story, steps: [first_sentence, { truncate: 200 }] }
  customer: Company
  industry: Industry
  employees: { from: Size, steps: [{ number: { of: [employees, staff] } }] }
  company_size: { from: Size, steps: [{ number: { of: [employees, staff] } }] }
  personas: { from: Buyers, steps: [{ split: [';', ' and '] }] }
  live_on: { from: Live, steps: [date] }
  challenge: Story
terms: { industries: { Zoos: null } }
source: { url: Link, licence: CC BY 4.0 }
`;

const CSV = `\uFEFFCompany;Outcome;Story;Industry;Size;Buyers;Live;Link
Ünal & Söhne;faster;"It <b>was</b> slow. Then&nbsp;it was not.
A second line.";retail industry;1,300 employees;CFO;22 Aug 2021;https://a.example/unal_(2)
Riverside;cheaper;Short.;Education;"13,000 students";Finance wizard and CFO;03/04/2026;
Kappa;safer;See {claim:nope}.;Zoos;~500;;2026-02-30;
;nameless;;;;;;
Ünal & Söhne;again;;;;;;
Too;many;cells;in;this;row;of;mine;indeed
`;

test('a table with all that goes wrong in tables', () => {
  const source = write('customers.csv', CSV);
  const map = write('map.yml', CSV_MAP);
  const report = importOf(source, map, '--write');
  expect(report.drafts.map(({ file, notes }) => [path.basename(file), notes])).toEqual([
    ['unal-sohne.md', []],
    [
      'riverside.md',
      [
        { field: 'industry', reason: '“Education” is no label or synonym in industries' },
        { field: 'employees', reason: '“13,000 students” says “students” beside the number' },
        { field: 'company_size', reason: '“13,000 students” says “students” beside the number' },
        { field: 'personas', reason: '“Finance wizard” is no label or synonym in personas' },
        {
          field: 'live_on',
          reason: '“03/04/2026” could mean two days; write "date: day first" or "date: month first" in the mapping',
        },
      ],
    ],
    [
      'kappa.md',
      [
        { field: 'summary', reason: 'named a claim “nope”, which does not exist; the word is kept' },
        { field: 'employees', reason: '“~500” says “~” beside the number' },
        { field: 'company_size', reason: '“~500” says “~” beside the number' },
        { field: 'live_on', reason: '“2026-02-30” is no day of the calendar' },
        { field: 'challenge', reason: 'named a claim “nope”, which does not exist; the word is kept' },
      ],
    ],
  ]);
  expect(report.refused).toEqual([
    { from: 'customers.csv, line 8', reason: 'has 9 cells under 8 column names' },
    { from: 'customers.csv, line 6', reason: 'has no title: nothing in {Company}: {Outcome}' },
    {
      from: 'customers.csv, line 7',
      reason: 'has the id “unal-sohne”, as has customers.csv, line 3: give the mapping an "id" that tells them apart',
    },
  ]);
  expect(report.unmatched).toEqual([
    { taxonomy: 'industries', words: 'Education', count: 1 },
    { taxonomy: 'personas', words: 'Finance wizard', count: 1 },
  ]);
  expect(made('content/assets/case-studies/unal-sohne.md')).toBe(`---
title: 'Ünal & Söhne: faster'
summary: It was slow.
personas:
  - economic-buyer
status: draft
customer: Ünal & Söhne
industry: retail
company_size: mid-market
employees: 1300
challenge: It **was** slow. Then it was not. A second line.
live_on: 2021-08-22
---

_Source: [https://a.example/unal\\_(2)](https://a.example/unal_%282%29), CC BY 4.0_
`);
  expect(run('check', []).output).toBe('✓ The content is in order.\n');
});

test('a dry run writes nothing; a second run makes nothing new; what an editor changed stays', () => {
  const source = write('customers.csv', CSV);
  const map = write('map.yml', CSV_MAP);
  const dry = run('import', [source, '--map', map]);
  expect(dry.output).toContain('This was a dry run: nothing is written.');
  expect(existsSync(path.join(folder, 'content/assets'))).toBe(false);

  importOf(source, map, '--write');
  const file = 'content/assets/case-studies/kappa.md';
  write(file, made(file).replace('title: ', 'title: Edited '));
  const again = run('import', [source, '--map', map, '--write']);
  expect(again.output).toContain(`= ${file} is there already and stays as it is (customers.csv, line 5)`);
  expect(again.output).toContain('0 drafts made (0 with nothing lost), 3 already there, 3 not imported.\nNothing new.');
  expect(made(file)).toContain('title: Edited ');
});

const PAGE_MAP = `
type: resources
id: $file.stem
fields:
  title: [title, { html: h1 }]
  summary: { section: In short }
  format: kind
  keywords: { from: [tags, { html: dl dd, labelled: 'Tags:' }], steps: [{ split: ',' }] }
  language: lang
body: $body
`;

test('pages: components, scripts, unclosed tags, pictures beside them, and links that lead nowhere', () => {
  write(
    'pages/guide.mdx',
    `---
title: The <em>guide</em>
kind: How-To
tags: approvals, cards
lang: English
---
import { Chart } from '../chart';

<Callout type={{a: 1}} title="x > y">

## In short

Say **yes** sooner.

</Callout>

## More

![What it shows](./img/a%20b.png) ![](../secret.png) [Docs](/docs/x) [Ours](https://a.example/)
<script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">odd</a>

\`\`\`html
<Keep attr={1} />
\`\`\`
`,
  );
  write('pages/img/a b.png', Buffer.from('picture'));
  write('secret.png', Buffer.from('not for anybody'));
  write('pages/old.html', '<h1>Old<br>page</h1><dl><dt>Tags:<dd>one, two</dl><p>Un<b>closed<table><tr><td>cell');
  write('pages/stub.html', '');
  write('pages/toml.md', '+++\ntitle = "x"\n+++\n');
  write('pages/broken.md', '---\ntitle: a: b: [\n---\n');
  write('pages/notes.txt', 'x');
  const map = write('map.yml', PAGE_MAP);
  const { drafts, refused } = importOf(path.join(folder, 'pages'), map, '--write');

  expect(drafts.map(({ from }) => from)).toEqual(['guide.mdx', 'old.html']);
  expect(drafts[0]?.notes.map(({ field, reason }) => `${field}: ${reason}`)).toEqual([
    'body: had components, which are taken out: Callout',
    'language: must be a language tag such as en or de-AT; it is left out',
    'body: shows the picture “../secret.png”, which is outside of the folder; it is left out',
    'body: links to “/docs/x”, which leads nowhere here; its words are kept',
    'body: links to “javascript:alert(1)”, which leads nowhere here; its words are kept',
  ]);
  expect(drafts[0]?.media).toEqual(['imported/guide/a-b.png']);
  const guide = made('content/assets/resources/guide.md');
  expect(guide).toContain('title: The guide\nsummary: Say yes sooner.\n');
  expect(guide).toContain('format: how-to');
  expect(guide).toContain('![What it shows](/media/imported/guide/a-b.png)  Docs [Ours](https://a.example/)');
  expect(guide).toContain('<Keep attr={1} />');
  expect(guide).not.toMatch(/alert|Callout|import \{/);
  expect(made('content/media/imported/guide/a-b.png')).toBe('picture');
  expect(made('content/assets/resources/old.md')).toContain('title: Old page\nkeywords:\n  - one\n  - two\n');
  expect(refused.map(({ from, reason }) => `${from} ${reason}`)).toEqual([
    expect.stringContaining('broken.md has front matter that cannot be read as YAML'),
    'img/a b.png is a picture; it comes along with the text that shows it',
    expect.stringContaining('notes.txt is a .txt file; read are md,'),
    'toml.md has front matter in TOML; only YAML is read',
    'stub.html has no title: nothing in title, h1',
  ]);
  expect(run('check', []).output).toBe('✓ The content is in order.\n');
});

test('files that would harm are named: links out, bombs, what is not what its name says', () => {
  const slides = {
    'ppt/presentation.xml': strToU8('<p/>'),
    'ppt/slides/slide1.xml': strToU8('<a:p><a:t>Hello</a:t></a:p>'),
  };
  write('in/deck.pptx', zipSync(slides));
  write('in/bomb.pptx', withDeclaredSize(zipSync(slides, { level: 9 }), 0x7f_ff_ff_ff));
  write('in/cut.pptx', zipSync(slides).slice(0, 60));
  write('in/fake.pdf', 'no');
  write('in/broken.pdf', '%PDF-1.7\nno');
  write(
    'in/aliases.yml',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefg'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdef'[i]}`).join(',')}]`)
      .join('\n')}\n`,
  );
  write('in/deep.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  write('outside.md', '---\ntitle: Outside\n---\n');
  symlinkSync(path.join(folder, 'outside.md'), path.join(folder, 'in/link.md'));
  const map = write('map.yml', 'type: resources\nfields: { title: [title, text, $file.stem] }\n');
  const { drafts, refused } = importOf(path.join(folder, 'in'), map, '--write');
  expect(drafts).toMatchObject([{ title: 'Hello', media: ['imported/hello/deck.pptx'] }]);
  expect(refused.map(({ from, reason }) => `${from} ${reason}`)).toEqual([
    'link.md is a link to another place, which is not followed',
    expect.stringMatching(/^aliases\.yml /),
    expect.stringMatching(/^bomb\.pptx would be \d+ MB when it is unpacked/),
    expect.stringMatching(/^broken\.pdf is a PDF that cannot be opened/),
    'cut.pptx is a deck that cannot be opened: it is cut short, or no zip file',
    expect.stringMatching(/^deep\.json /),
    'fake.pdf is no PDF, whatever its name says',
  ]);
});

/** The directory at a zip's end says how large its files become. */
const withDeclaredSize = (zip: Uint8Array, size: number): Uint8Array => {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
};

test('a file of its own needs a type that has a place for it', () => {
  const source = write('deck.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }));
  const map = write('map.yml', 'type: battlecards\nfields: { title: $file.stem }\n');
  expect(importOf(source, map).refused).toEqual([
    { from: 'deck.pptx', reason: 'is a file of its own, and battlecards have no field for a file; resources have' },
  ]);
});

test.each([
  ['fields: { titel: x }', 'fields.titel: resources has no field "titel". Did you mean "title"?'],
  ['fields: { title: { form: x } }', '"form" is not known here. Did you mean "from"?'],
  ['fields: { title: { from: x, steps: [uppercase] } }', '"uppercase" is not known here'],
  ['fields: { title: { from: x, steps: [{ match: "(" }] } }', 'Invalid regular expression'],
  ['fields: { status: { constant: approved } }', 'what is imported is a draft'],
  ['fields: { title: x }\nterms: { industry: { a: b } }', 'terms.industry: there is no such taxonomy'],
  ['fields: { title: x }\nfieldz: {}', 'Did you mean "fields"?'],
  ['a: [', 'cannot be read as YAML'],
])('the mapping %s is refused in words', (text, words) => {
  const { code, output, errors } = run('import', [folder, '--type', 'resources', '--map', write('map.yml', text)]);
  expect(errors).toContain(words);
  expect(errors).not.toMatch(/^ {4}at /m);
  expect(output).toBe('');
  expect(code).toBe(2);
});

test.each([
  [[], 'Usage: npm run import'],
  [['x', '--map', 'nothing.yml'], 'There is no mapping file nothing.yml'],
  [['x', '--map', 'y', '--write', '--dry-run'], 'contradict each other'],
])('%j is refused', (args, words) => {
  const { code, errors } = run('import', args);
  expect(errors).toContain(words);
  expect(code).toBe(2);
});

test('terms are live at once, so that they cannot be drafts', () => {
  const map = write('map.yml', 'fields: { label: x }');
  expect(run('import', [folder, '--type', 'industries', '--map', map]).errors).toContain('which have no drafts');
  expect(run('import', [folder, '--type', 'battlecard', '--map', map]).errors).toContain('Did you mean "battlecards"?');
});

describe.skipIf(sharedFolder('samples') === undefined)(
  'samples of other people’s content (skipped: ../shared/samples is absent)',
  () => {
    const samples = sharedFolder('samples') ?? '';
    const MAPPINGS = readdirSync(path.join(project, 'tests/fixtures/import')).map((file) => file.replace(/\.yml$/, ''));
    const folderOf = (name: string): string =>
      path.join(samples, readdirSync(samples).find((sample) => name.startsWith(sample)) ?? name);

    test.each(MAPPINGS)(
      '%s: every file becomes a draft or is named, and the drafts pass the check',
      (name) => {
        const map = path.join(project, `tests/fixtures/import/${name}.yml`);
        const source = folderOf(name);
        const report = importOf(source, map, '--write');
        const files = readdirSync(source, { recursive: true, withFileTypes: true })
          .filter((file) => file.isFile())
          .map((file) => path.relative(source, path.join(file.parentPath, file.name)));
        const told = new Set(
          [...report.drafts, ...report.refused].map(({ from }) => from.replace(/, (?:item|line) \d+$/, '')),
        );
        expect([...told].sort()).toEqual(files.sort());
        expect(report.drafts.length).toBeGreaterThan(0);
        for (const { reason } of report.refused) expect(reason).not.toMatch(/undefined|\[object/);
        const { output, code } = run('check', ['--format', 'json']);
        const problems = z
          .array(z.object({ severity: z.string(), file: z.string(), message: z.string() }))
          .parse(JSON.parse(output));
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(code).toBe(0);
        for (const { file } of report.drafts) expect(made(file)).toContain('status: draft');
        const again = importOf(source, map, '--write');
        expect(again.drafts).toEqual([]);
        expect(again.kept).toHaveLength(report.drafts.length);
      },
      120_000,
    );
  },
);
