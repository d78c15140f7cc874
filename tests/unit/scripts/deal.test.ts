/** The command: what it says, and what it refuses. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContext, readOptions } from '../../../scripts/deal/options.ts';
import { deskOf } from '../../fixtures/deals.ts';

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/deal.ts', ...args], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    encoding: 'utf8',
  });
  return { code: status, output: stdout, errors: stderr };
};

test('a deal, in words', () => {
  const { code, output } = run('--industry', 'healthcare', '--stage', 'closing', '--member', 'legal');
  expect(code).toBe(0);
  expect(output).toContain('Healthcare · Closing · Legal\nThe buyer is at Decision');
  expect(output).toMatch(
    /1\. HIPAA and health data \(same industry; used at Closing; made for Legal; Decision stage\)/,
  );
  expect(output).toContain('Legal and security, side by side');
  expect(output).toContain('#v=1&i.employees=1400');
});

test('to a partner, nothing internal', () => {
  const { output } = run('--audience', 'partner', '--format', 'json');
  expect(output).toContain('"members"');
  expect(output).not.toContain('battlecard-corvane');
});

test('what cannot be done is refused in words, and not with a stack trace', () => {
  const { code, output, errors } = run('--industry', 'helthcare');
  expect([code, output]).toEqual([2, '']);
  expect(errors).toContain('--industry helthcare is not known. Did you mean "healthcare"? There are: healthcare,');
  expect(errors).not.toMatch(/^ {4}at /m);
});

describe('refused', () => {
  const { desk } = deskOf([]);
  test.each([
    [['--industry', 'helth'], '--industry helth is not known. Did you mean "health"? There are: health, retail.'],
    [['--stage', 'zzzzzzzz'], '--stage zzzzzzzz is not known. There are: meet, offer, sign, deliver.'],
    [['--member', '__proto__'], '--member __proto__ is not known.'],
    [['--use-case', 'clos'], '--use-case clos is not known. Did you mean "close"?'],
    [['--audience', 'everybody'], '--audience everybody is not one of public, partner, internal.'],
    [['--format', 'xml'], '--format xml is not known. Use text or json.'],
    [['--persona', 'lawyer'], 'Usage: npm run deal'],
    [['--industry'], 'Usage: npm run deal'],
  ])('%j', (args, words) => {
    expect(() => readContext(desk, readOptions(args))).toThrow(words);
  });

  test('and what is known is read', () => {
    const args = ['--stage', 'sign', '--use-case', 'close', '--member', 'lawyer', '--member', 'lawyer'];
    const context = { pipeline: 'sign', use: 'close', members: ['lawyer'] };
    expect(readContext(desk, readOptions(args))).toEqual(context);
  });
});
