/** The real command on content that is broken on purpose: every problem, and nothing but the problems. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkLibrary } from '../../src/domain/checks/index.ts';
import { PROBLEM_CODES, type Problem } from '../../src/domain/problems.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { brokenContent, copyFixture, writeContent, type TemporaryFolder } from '../fixtures/broken.ts';

interface Run {
  code: number | null;
  output: string;
  errors: string;
}

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TODAY = '2026-11-22';

const check = (content: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    env: { ...process.env, DEALSHELF_CONTENT: content, DEALSHELF_TODAY: TODAY, ...env },
  });
  return { code: status, output: stdout, errors: stderr };
};

const reportSchema = z.array(
  z.strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    field: z.string().nullable(),
    line: z.number().nullable(),
    message: z.string().min(1),
    fix: z.string().min(1),
  }),
);

const report = (run: Run) => reportSchema.parse(JSON.parse(run.output));

/** `file code field`, sorted: what is compared, so that a difference shows as one line. */
const found = (problems: readonly { file: string; code: string; field?: string | null | undefined }[]): string[] =>
  problems.map(({ file, code, field }) => row(file.replace(/^content\//, ''), code, field)).sort();

const row = (file: string, code: string, field: string | null | undefined): string =>
  [file, code, field ?? '-'].join('  ');

/** The same check without the command around it: an exception in it fails the test. */
const problemsIn = async (content: string): Promise<Problem[]> => {
  const { library, problems, drawings, name } = await loadLibrary(content, path.join(PROJECT, 'content'));
  return checkLibrary({ library, today: TODAY, drawings, name }, problems);
};

const withoutStack = ({ output, errors }: Run): void => {
  expect(output).not.toMatch(/^ {4}at /m);
  expect(errors).not.toMatch(/^ {4}at /m);
};

type Expected = readonly [file: string, code: string, field: string | null];

const BROKEN: readonly Expected[] = [
  ['calculators/failing-test.yml', 'CALCULATOR_TEST_FAILED', 'tests.1'],
  ['calculators/formulas.yml', 'FORMULA_ARGUMENTS', 'lines.3.formula'],
  ['calculators/formulas.yml', 'FORMULA_SYNTAX', 'lines.0.formula'],
  ['calculators/formulas.yml', 'FORMULA_SYNTAX', 'lines.4.formula'],
  ['calculators/formulas.yml', 'FORMULA_UNKNOWN_FUNCTION', 'lines.2.formula'],
  ['calculators/formulas.yml', 'FORMULA_UNKNOWN_NAME', 'lines.1.formula'],
  ['calculators/formulas.yml', 'FORMULA_YEARS', 'lines.5.formula'],
  ['calculators/ids.yml', 'CALCULATOR_DUPLICATE_ID', 'inputs.6.id'],
  ['calculators/ids.yml', 'CALCULATOR_ID', 'inputs.0.id'],
  ['calculators/ids.yml', 'CALCULATOR_ID', 'inputs.1.id'],
  ['calculators/ids.yml', 'CALCULATOR_ID', 'inputs.2.id'],
  ['calculators/ids.yml', 'CALCULATOR_ID', 'inputs.3.id'],
  ['calculators/ids.yml', 'CALCULATOR_ID', 'inputs.4.id'],
  ['calculators/ids.yml', 'CALCULATOR_UNKNOWN_ID', 'headlines.0'],
  ['calculators/limits.yml', 'FORMULA_TOO_DEEP', 'lines.0.formula'],
  ['calculators/limits.yml', 'FORMULA_TOO_LONG', 'lines.1.formula'],
  ['calculators/ring.yml', 'FORMULA_CYCLE', 'lines.0.formula'],
  ['calculators/units.yml', 'FORMULA_UNIT', 'benefits.0.formula'],
  ['calculators/units.yml', 'FORMULA_UNIT', 'lines.0.formula'],
  ['calculators/values.yml', 'CALCULATOR_VALUE', 'inputs.0.default'],
  ['calculators/values.yml', 'CALCULATOR_VALUE', 'inputs.1.default'],
  ['calculators/values.yml', 'CALCULATOR_VALUE', 'series.0.values'],
  ['assets/battlecard/wrong-folder.md', 'UNEXPECTED_FILE', null],
  ['assets/battlecards/four-questions.md', 'INVALID_FIELD', 'trap_questions'],
  ['assets/battlecards/unproven.md', 'CLAIM_MISSING', 'weaknesses.0.text'],
  ['assets/case-studies/lapsed-consent.md', 'CONSENT_LAPSED', 'consent.expires_on'],
  ['assets/notes.txt', 'UNEXPECTED_FILE', null],
  ['assets/objections/out-of-breath.md', 'INVALID_FIELD', 'short_answer'],
  ['assets/resources/Capital.md', 'INVALID_FILE_NAME', null],
  ['assets/resources/a-list.md', 'INVALID_YAML', null],
  ['assets/resources/alias-of-a-page.md', 'ALIAS_TAKEN', 'aliases.0'],
  ['assets/resources/alias-outside.md', 'INVALID_FIELD', 'aliases.0'],
  ['assets/resources/anchor-bomb.md', 'INVALID_YAML', null],
  ['assets/resources/bad-yaml.md', 'INVALID_YAML', 'title'],
  ['assets/resources/blank-front-matter.md', 'FILE_EMPTY', null],
  ['assets/resources/broken-html-link.md', 'BROKEN_LINK', 'body'],
  ['assets/resources/broken-link.md', 'BROKEN_LINK', 'body'],
  ['assets/resources/byte-order-mark.md', 'BYTE_ORDER_MARK', null],
  ['assets/resources/cites-expired-claim.md', 'CLAIM_EXPIRED', 'body'],
  ['assets/resources/cites-internal-claim.md', 'PUBLIC_REFERS_TO_INTERNAL', 'body'],
  ['assets/resources/cites-unknown-claim.md', 'UNKNOWN_REFERENCE', 'body'],
  ['assets/resources/day-in-words.md', 'INVALID_FIELD', 'reviewed_on'],
  ['assets/resources/deep-nesting.md', 'INVALID_YAML', 'keywords'],
  ['assets/resources/duplicate-key.md', 'DUPLICATE_KEY', 'title'],
  ['assets/resources/empty.md', 'FILE_EMPTY', null],
  ['assets/resources/endless-anchor.md', 'INVALID_YAML', null],
  ['assets/resources/expired.md', 'EXPIRED', 'expires_on'],
  ['assets/resources/folder.md/inside.md', 'UNEXPECTED_FILE', null],
  ['assets/resources/invalid-date.md', 'INVALID_FIELD', 'reviewed_on'],
  ['assets/resources/latin-1.md', 'NOT_UTF8', null],
  ['assets/resources/leads-nowhere.md', 'FILE_UNREADABLE', null],
  ['assets/resources/leads-outside.md', 'OUTSIDE_CONTENT', null],
  ['assets/resources/leads-to-a-folder.md', 'FILE_UNREADABLE', null],
  ['assets/resources/links-to-internal.md', 'PUBLIC_REFERS_TO_INTERNAL', 'body'],
  ['assets/resources/missing-download.md', 'MISSING_FILE', 'file'],
  ['assets/resources/missing-picture.md', 'MISSING_FILE', 'body'],
  ['assets/resources/mute-picture.md', 'MISSING_ALT_TEXT', 'body'],
  ['assets/resources/names-the-customer.md', 'CUSTOMER_NAMED', 'summary'],
  ['assets/resources/no-front-matter.md', 'NO_FRONT_MATTER', null],
  ['assets/resources/nobodys.md', 'MISSING_FIELD', 'owner'],
  ['assets/resources/nul-byte.md', 'NOT_UTF8', null],
  ['assets/resources/number-title.md', 'INVALID_FIELD', 'title'],
  ['assets/resources/overdue.md', 'REVIEW_OVERDUE', 'reviewed_on'],
  ['assets/resources/prototype-key.md', 'UNKNOWN_FIELD', '__proto__'],
  ['assets/resources/refers-to-draft.md', 'REFERENCE_NOT_LIVE', 'related.0'],
  ['assets/resources/refers-to-internal.md', 'PUBLIC_REFERS_TO_INTERNAL', 'related.0'],
  ['assets/resources/scripted.md', 'UNSAFE_MARKUP', 'body'],
  ['assets/resources/tab.md', 'TAB_INDENTATION', 'starts_at'],
  ['assets/resources/taken-alias.md', 'ALIAS_TAKEN', 'aliases.0'],
  ['assets/resources/ten-megabytes.md', 'FILE_TOO_LARGE', null],
  ['assets/resources/twin.md', 'DUPLICATE_ID', null],
  ['assets/resources/two words.md', 'INVALID_FILE_NAME', null],
  ['assets/resources/unclosed-front-matter.md', 'NO_FRONT_MATTER', null],
  ['assets/resources/unknown-field.md', 'UNKNOWN_FIELD', 'sumary'],
  ['assets/resources/unknown-reference.md', 'UNKNOWN_REFERENCE', 'personas.0'],
  ['assets/resources/windows-line-ends.md', 'WINDOWS_LINE_ENDS', null],
  ['assets/resources/wrong-format.md', 'INVALID_FIELD', 'format'],
  ['assets/resources/zürich.md', 'INVALID_FILE_NAME', null],
  ['assets/snippets/unknown-channel.md', 'INVALID_FIELD', 'channel'],
  ['claims/two-documents.yml', 'INVALID_YAML', null],
  ['claims/undated.yml', 'MISSING_FIELD', 'source.dated'],
  // A kit is empty because what it refers to is not live: the second says why.
  ['kits/nothing-in-it.yml', 'EMPTY_KIT', 'items'],
  ['kits/nothing-in-it.yml', 'REFERENCE_NOT_LIVE', 'items.0.asset'],
  ['media/macro.exe', 'MEDIA_TYPE', null],
  ['media/scripted.svg', 'UNSAFE_FILE', null],
  ['media/scripted.svg', 'UNUSED_MEDIA', null],
  ['media/utf-16.svg', 'NOT_UTF8', null],
  ['media/utf-16.svg', 'UNUSED_MEDIA', null],
  ['taxonomy/industries/no-label.yml', 'MISSING_FIELD', 'label'],
  ['goals/measured-by-nothing.yml', 'UNKNOWN_REFERENCE', 'metrics.0'],
  ['metrics/from-tomorrow.yml', 'FIGURE_DAY', 'as_of'],
  ['metrics/old-figure.yml', 'FIGURE_DAY', 'history.1.on'],
  ['metrics/old-figure.yml', 'FIGURE_DAY', 'history.2.on'],
  ['metrics/old-figure.yml', 'FIGURE_OLD', 'as_of'],
];

const BROKEN_SETTINGS: readonly Expected[] = [
  ['labels/en.yml', 'INVALID_FIELD', 'nav.share'],
  ['labels/en.yml', 'UNKNOWN_FIELD', 'nav.sel'],
  ['settings.yml', 'LOW_CONTRAST', 'brand.accent'],
  ['settings.yml', 'LOW_CONTRAST', 'brand.accent_dark'],
  ['settings.yml', 'MISSING_FILE', 'brand.logo'],
  ['settings.yml', 'PUBLIC_REFERS_TO_INTERNAL', 'landing.figures.0'],
  ['settings.yml', 'REFERENCE_NOT_LIVE', 'landing.figures.1'],
  ['settings.yml', 'UNKNOWN_REFERENCE', 'landing.featured.0'],
];

const rows = (expected: readonly Expected[]): string[] => expected.map((each) => row(...each)).sort();

let broken: TemporaryFolder;
let brokenSettings: TemporaryFolder;
let asJson: Run;

beforeAll(async () => {
  broken = await brokenContent();
  brokenSettings = await copyFixture('broken-settings');
  asJson = check(broken.content, ['--format', 'json']);
});

afterAll(async () => {
  await broken.remove();
  await brokenSettings.remove();
});

describe('a tree of broken files', () => {
  test('has at least 30 of them, and every problem that there is', () => {
    expect(new Set(BROKEN.map(([file]) => file)).size).toBeGreaterThanOrEqual(30);
    const codes = new Set([...BROKEN, ...BROKEN_SETTINGS].map(([, code]) => code));
    expect([...codes].sort()).toEqual([...PROBLEM_CODES].sort());
  });

  test('is reported file by file, each with its code and field, and nothing else', () => {
    expect(found(report(asJson))).toEqual(rows(BROKEN));
    expect(asJson.code).toBe(1);
    expect(asJson.errors).toBe('');
    withoutStack(asJson);
  });

  test('names the line where the parser knows it', () => {
    const lines = report(asJson).flatMap(({ file, line }) => (line === null ? [] : [[path.basename(file), line]]));
    expect(lines).toEqual([
      ['bad-yaml.md', 2],
      ['deep-nesting.md', 3],
      ['duplicate-key.md', 4],
      ['tab.md', 4],
    ]);
  });

  test('says the same as text', () => {
    const run = check(broken.content);
    expect(run.code).toBe(1);
    expect(run.output).toMatch(/\n79 errors, 15 warnings\.\n$/);
    withoutStack(run);
    const about = (name: string) =>
      run.output
        .split('\n')
        .flatMap((line, i, all) => (line.includes(`/${name}:`) ? [line, all[i + 1]] : []))
        .join('\n');

    expect(about('duplicate-key.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/duplicate-key.md:4: title is written twice.
          Keep one of the two. [DUPLICATE_KEY]"
    `);
    expect(about('wrong-format.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/wrong-format.md: format is "artcle", which is not one of report, research, article, comparison guide, how-to, product tour, webinar, podcast, video, demo, onboarding guide, success story, documentation.
          Did you mean "article"? [INVALID_FIELD]"
    `);
    expect(about('unknown-reference.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/unknown-reference.md: personas.0 refers to the persona "champoin", which does not exist.
          Did you mean "champion"? [UNKNOWN_REFERENCE]"
    `);
    expect(about('nobodys.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/nobodys.md: owner is required once the entry is approved: "Owner" is missing.
          A team or an e-mail address: who keeps it true; seen by colleagues only. Or set "status: draft" until you have it. [MISSING_FIELD]"
    `);
    expect(about('no-label.yml')).toMatchInlineSnapshot(`
      "✗ content/taxonomy/industries/no-label.yml: label is required: "Label" is missing.
          A few words: how the term is shown. [MISSING_FIELD]"
    `);
    expect(about('links-to-internal.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/links-to-internal.md: body is seen by the public audience but refers to /resources/colleagues-only/, which only the internal audience may see.
          Remove the reference, or set "audience: public" on both after checking the other’s text. [PUBLIC_REFERS_TO_INTERNAL]"
    `);
    expect(about('lapsed-consent.md')).toMatchInlineSnapshot(`
      "! content/assets/case-studies/lapsed-consent.md: consent.expires_on ended on 2026-06-30, so outside the anonymised story is published instead.
          Ask the customer again and move the date, or set "scope: anonymised". [CONSENT_LAPSED]"
    `);
    expect(about('unproven.md')).toMatchInlineSnapshot(`
      "! content/assets/battlecards/unproven.md: weaknesses.0.text states a number without a claim: "Their rollout takes 90 days.".
          Add "claim:" with the id of a claim, or write the number as {claim:id}. [CLAIM_MISSING]"
    `);
    expect(about('zürich.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/zürich.md: has a name that cannot be an id.
          Rename it to "zurich.md": lower-case letters, digits and hyphens. [INVALID_FILE_NAME]"
    `);
    expect(about('ten-megabytes.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/ten-megabytes.md: is 10.0 MB large; 1.0 MB is the limit.
          Split it, or put large material into content/media as a file. [FILE_TOO_LARGE]"
    `);
    expect(about('leads-outside.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/leads-outside.md: is a link to a place outside the content folder and is not followed.
          Put the file itself into the content folder. [OUTSIDE_CONTENT]"
    `);
    expect(about('endless-anchor.md')).toMatchInlineSnapshot(`
      "✗ content/assets/resources/endless-anchor.md: cannot be read as YAML: it has more than 20000 values, or one that contains itself.
          Put texts with a colon, # or quotation marks in quotes, and indent with two spaces. [INVALID_YAML]"
    `);
  });

  test('says the same as annotations of GitHub, a line each', () => {
    const run = check(broken.content, ['--format', 'github']);
    expect(run.code).toBe(1);
    withoutStack(run);
    const lines = run.output.trimEnd().split('\n');
    expect(lines).toHaveLength(BROKEN.length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning) file=[^,:]+,line=\d+,title=[A-Z_0-9]+::\S/);
    expect(lines.find((line) => line.includes('duplicate-key'))).toMatchInlineSnapshot(
      `"::error file=content/assets/resources/duplicate-key.md,line=4,title=DUPLICATE_KEY::title is written twice. Keep one of the two."`,
    );
  });
});

test('settings and labels are reported like all else', () => {
  const run = check(brokenSettings.content, ['--format', 'json']);
  expect(found(report(run))).toEqual(rows(BROKEN_SETTINGS));
  expect(run.code).toBe(1);
  withoutStack(run);
});

const LINE_END = `---
title: "A title\\nwith a line end, 100%"
status: "50%\\n::error::forged"
audience: public
---
`;

describe('what authors wrote cannot act on the output', () => {
  test('annotations escape line ends and percent signs', async () => {
    const folder = await writeContent({ 'assets/resources/line-end.md': LINE_END });
    const run = check(folder.content, ['--format', 'github']);
    await folder.remove();
    expect(run.output).toMatchInlineSnapshot(`
      "::error file=content/assets/resources/line-end.md,line=1,title=INVALID_FIELD::status is "50%25%0A::error::forged", which is not one of draft, in review, approved, archived. One of draft, in review, approved, archived: only what is approved is in a build.
      "
    `);
  });

  test('text shows control characters instead of sending them', async () => {
    const folder = await writeContent({
      'assets/resources/control.md': '---\ntitle: Red\nstatus: "\\e[31m\\n::error::forged"\n---\n',
    });
    const run = check(folder.content);
    await folder.remove();
    expect(run.output).toMatchInlineSnapshot(`
      "✗ content/assets/resources/control.md: status is "\\x1b[31m\\n::error::forged", which is not one of draft, in review, approved, archived.
          One of draft, in review, approved, archived: only what is approved is in a build. [INVALID_FIELD]
      1 error, 0 warnings.
      "
    `);
  });
});

const DRAFT = '---\ntitle: A draft\n---\n';

describe('the exit code', () => {
  const codeFor = async (files: Readonly<Record<string, string>>): Promise<Run> => {
    const folder = await writeContent(files);
    const run = check(folder.content);
    await folder.remove();
    withoutStack(run);
    return run;
  };

  test('is 0 when all is well', async () => {
    const run = await codeFor({ 'assets/resources/a.md': DRAFT });
    expect(run).toEqual({ code: 0, output: '✓ The content is in order.\n', errors: '' });
  });

  test('is 0 with warnings only', async () => {
    const run = await codeFor({ 'assets/resources/a.md': `\uFEFF${DRAFT}` });
    expect(run.code).toBe(0);
    expect(run.output).toMatchInlineSnapshot(`
      "! content/assets/resources/a.md: begins with a byte order mark, which is ignored.
          Save the file as UTF-8 without BOM. [BYTE_ORDER_MARK]
      0 errors, 1 warning.
      "
    `);
  });

  test('is 1 with an error among warnings', async () => {
    const run = await codeFor({ 'assets/resources/a.md': `\uFEFF${DRAFT}`, 'assets/resources/b.md': '' });
    expect(run.code).toBe(1);
    expect(run.output).toMatch(/1 error, 1 warning\.\n$/);
  });
});

/** Each must give a named problem: no stack trace, and no hanging. */
const ODD: Readonly<Record<string, { files: Readonly<Record<string, string | Uint8Array>>; problem: string }>> = {
  'settings that are a list': { files: { 'settings.yml': '- a\n- b\n' }, problem: 'settings.yml  INVALID_YAML  -' },
  'empty settings': { files: { 'settings.yml': '' }, problem: 'settings.yml  FILE_EMPTY  -' },
  'a locale that is none': {
    files: {
      'settings.yml':
        'brand: { name: A, tagline: B, accent: "#0b5d57", accent_dark: "#5cc8bd" }\nlocale: not a locale\n',
    },
    problem: 'settings.yml  INVALID_FIELD  locale',
  },
  'labels that are a list': { files: { 'labels/en.yml': '- a\n' }, problem: 'labels/en.yml  INVALID_YAML  -' },
  'labels without a group’s words': {
    files: { 'labels/en.yml': 'site: hello\n' },
    problem: 'labels/en.yml  INVALID_FIELD  site',
  },
  'a collection’s names in part': {
    files: { 'labels/en.yml': 'collections: { battlecards: { one: Card } }\n' },
    problem: 'labels/en.yml  MISSING_FIELD  collections.battlecards.about',
  },
  'an interval beyond all time': {
    files: {
      'assets/resources/a.md': '---\ntitle: A\nstatus: approved\nreviewed_on: 2026-01-01\nreview_every: 1e300\n---\n',
    },
    problem: 'assets/resources/a.md  INVALID_FIELD  review_every',
  },
  'an interval that is no number': {
    files: {
      'assets/resources/a.md': '---\ntitle: A\nstatus: approved\nreviewed_on: 2026-01-01\nreview_every: .nan\n---\n',
    },
    problem: 'assets/resources/a.md  INVALID_FIELD  review_every',
  },
  'a mapping that contains itself': {
    files: { 'claims/a.yml': 'statement: A\nsource: &s { title: *s }\n' },
    problem: 'claims/a.yml  INVALID_YAML  -',
  },
  'a list of twenty thousand': {
    files: { 'assets/resources/a.md': `---\ntitle: A\nrelated: [${'b,'.repeat(20_000)}]\n---\n` },
    problem: 'assets/resources/a.md  INVALID_YAML  -',
  },
  'a tag that runs code elsewhere': {
    files: { 'claims/a.yml': 'statement: !!js/function "x"\n' },
    problem: 'claims/a.yml  INVALID_YAML  statement',
  },
  'a control character': {
    files: { 'claims/a.yml': 'statement: "a\u0001b"\n' },
    problem: 'claims/a.yml  INVALID_YAML  statement',
  },
  'a name of the language': {
    files: { 'claims/a.yml': 'statement: A\nconstructor: b\n' },
    problem: 'claims/a.yml  UNKNOWN_FIELD  constructor',
  },
  'a complex key': {
    files: { 'claims/a.yml': 'statement: A\n? [b, c]\n: d\n' },
    problem: 'claims/a.yml  UNKNOWN_FIELD  b,c',
  },
  'a text where a list of groups belongs': {
    files: { 'kits/a.yml': 'title: A\nitems: all of them\n' },
    problem: 'kits/a.yml  INVALID_FIELD  items',
  },
  'a group where a text belongs': {
    files: { 'kits/a.yml': 'title: { en: A }\n' },
    problem: 'kits/a.yml  INVALID_FIELD  title',
  },
  'UTF-16': {
    files: { 'claims/a.yml': Buffer.from('\uFEFFstatement: A\n', 'utf16le') },
    problem: 'claims/a.yml  NOT_UTF8  -',
  },
  'a million brackets': {
    files: { 'assets/resources/a.md': `---\ntitle: A\n---\n${'['.repeat(999_000)}[x](/nowhere/)` },
    problem: 'assets/resources/a.md  BROKEN_LINK  body',
  },
  'half-written links without end': {
    files: { 'assets/resources/a.md': `---\ntitle: A\n---\n${'[a]('.repeat(240_000)} [x](/nowhere/)` },
    problem: 'assets/resources/a.md  BROKEN_LINK  body',
  },
  'a million signs of less': {
    files: { 'assets/resources/a.md': `---\ntitle: A\n---\n${'<'.repeat(999_000)} [x](/nowhere/)` },
    problem: 'assets/resources/a.md  BROKEN_LINK  body',
  },
  'definitions without end': {
    files: { 'assets/resources/a.md': `---\ntitle: A\n---\n[x](/nowhere/)\n${'[\n'.repeat(499_000)}` },
    problem: 'assets/resources/a.md  BROKEN_LINK  body',
  },
};

describe('odd input gives a named problem', () => {
  test.each(Object.entries(ODD))('%s', async (_, { files, problem }) => {
    const folder = await writeContent(files);
    const problems = await problemsIn(folder.content);
    await folder.remove();
    expect(found(problems)).toContain(problem);
  });

  test('a content folder that is not there', () => {
    const run = check(path.join(broken.content, 'nowhere'));
    withoutStack(run);
    expect(run.code).toBe(1);
    expect(run.output).toContain('there is no such folder');
  });

  test('a content folder that is a file', async () => {
    const problems = await problemsIn(path.join(broken.content, 'assets/notes.txt'));
    expect(found(problems)).toEqual(['notes.txt  FILE_UNREADABLE  -']);
  });

  test('arguments that mean nothing', () => {
    for (const args of [['--format', 'xml'], ['--fromat', 'json'], ['--format'], ['json'], ['--format', 'toString']]) {
      const run = check(broken.content, args);
      withoutStack(run);
      expect(run).toEqual({ code: 2, output: '', errors: 'Usage: npm run check -- --format text|json|github\n' });
    }
  });

  test('an environment that means nothing', () => {
    const run = check(broken.content, [], { DEALSHELF_TODAY: 'tomorrow', AUDIENCE: 'everyone' });
    withoutStack(run);
    expect(run.code).toBe(2);
    expect(run.errors).toContain('DEALSHELF_TODAY');
    expect(run.errors).toContain('AUDIENCE');
  });
});
