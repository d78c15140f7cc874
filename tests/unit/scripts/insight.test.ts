/** The real commands: what they say, what fails them, and what they refuse. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FINDING_KINDS } from '../../../src/schemas/finding.ts';

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    encoding: 'utf8',
  });
  return { code: status, output: stdout, errors: stderr };
};

const coverageSchema = z.object({
  covered: z.number(),
  assets: z.number(),
  cells: z.array(
    z.object({ stage: z.string(), persona: z.string(), count: z.number(), industries: z.array(z.unknown()) }),
  ),
  gaps: z.array(z.object({ value: z.number(), brief: z.string() })),
  missed: z.array(z.string()),
});

describe('coverage', () => {
  test('of the example meets its thresholds, and says what is worth most', () => {
    const { code, output } = run('coverage');
    expect(code).toBe(0);
    expect(output).toMatch(/^Economic buyer +10 of 5/m);
    expect(output).toMatch(/^Most valuable gaps\n\n1\. /m);
    expect(output).toContain('44% create demand; 50% are wanted, give or take 15. That is in balance.');
    expect(output).toMatch(/\d+% of your targets are met, by weight\./);
  });

  test('as JSON has every cell and every gap, the most valuable first', () => {
    const { output } = run('coverage', '--format', 'json', '--audience', 'public');
    const { cells, gaps, assets } = coverageSchema.parse(JSON.parse(output));
    expect(cells).toHaveLength(24);
    expect(cells.every(({ industries }) => industries.length === 6)).toBe(true);
    expect(assets).toBeLessThan(coverageSchema.parse(JSON.parse(run('coverage', '--format', 'json').output)).assets);
    expect(gaps.map(({ value }) => value)).toEqual(gaps.map(({ value }) => value).toSorted((a, b) => b - a));
  });

  test('fails below a threshold, in words and as an annotation', () => {
    const failed = run('coverage', '--covered', '99.5', '--format', 'github');
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(
      /^::error file=content\/settings\.yml,line=1,title=COVERAGE::\d+%25 of the targets are met, and 99\.5%25 is the least\.$/m,
    );
    const empty = run('coverage', '--product', 'halyard-cards', '--audience', 'public', '--gaps', '0');
    expect(empty.code).toBe(1);
    expect(empty.output).toContain('Legal · Decision');
  });

  test.each([
    [['--product', 'halyard-card'], 'Did you mean "halyard-cards"?'],
    [['--audience', 'everybody'], 'There are: public, partner, internal.'],
    [['--covered', 'most'], '--covered most is not a number from 0 to 100.'],
    [['--format', 'xml'], 'Use text, json, github.'],
    [['--colour'], 'Usage: npm run coverage'],
  ])('refuses %j in words', (args, words) => {
    const { code, output, errors } = run('coverage', ...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(words);
    expect(errors).not.toMatch(/^ {4}at /m);
  });
});

const healthSchema = z.array(
  z.object({
    kind: z.enum(FINDING_KINDS),
    owner: z.string().nullable(),
    message: z.string(),
    subject: z.object({ file: z.string(), edit: z.string(), page: z.string().nullable() }),
  }),
);

describe('health', () => {
  test('of the example, by owner, with files', () => {
    const { code, output } = run('health');
    expect(code).toBe(0);
    expect(output).toContain('── Product Marketing');
    expect(output).toContain('content/assets/resources/webinar-budget-season-2026.md: It expired on 31 Oct 2026.');
  });

  test('as JSON, with the form that mends each', () => {
    const { output } = run('health', '--format', 'json', '--kind', 'claim_expiring');
    const [finding, ...more] = healthSchema.parse(JSON.parse(output));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      message: 'It expires on 20 Dec 2026; 2 entries cite it.',
      subject: {
        file: 'content/claims/support-first-response.yml',
        edit: '/admin/#/collections/claims/entries/support-first-response',
        page: '/claims/support-first-response/',
      },
    });
  });

  test('as annotations, and failing where there may be none of a kind', () => {
    const { code, output } = run(
      'health',
      '--format',
      'github',
      '--fail-on',
      'claim_expiring',
      '--kind',
      'claim_expiring',
    );
    expect(code).toBe(1);
    expect(output).toMatch(
      /^::warning file=content\/claims\/support-first-response\.yml,line=1,title=CLAIM_EXPIRING::/,
    );
  });

  test.each([
    [['--kind', 'unlinkd'], 'Did you mean "unlinked"?'],
    [['--fail-on', 'everything'], 'There are: contradiction'],
    [['--format', 'xml'], 'Use text, json, github.'],
    [['--colour'], 'Usage: npm run health'],
  ])('refuses %j in words', (args, words) => {
    const { code, output, errors } = run('health', ...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(words);
  });
});
