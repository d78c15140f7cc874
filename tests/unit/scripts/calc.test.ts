/** The real command: what it says, and what it refuses. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/calc.ts', ...args], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    encoding: 'utf8',
  });
  return { code: status, output: stdout, errors: stderr };
};

test('a calculator by its id, as a table', () => {
  const { code, output } = run('roi-of-spend-control');
  expect(code).toBe(0);
  expect(output).toMatch(/Net present value +\$172,000/);
  expect(output).toMatch(/Payback +25 months +12 months +under 6 months/);
});

test('a file, as JSON, with inputs of its reader', () => {
  const { output } = run(
    'content/calculators/roi-of-spend-control.yml',
    ...['--set', 'employees=1,200', '--set', 'seat_price=$ 20', '--set', 'adoption=50%/80%/90%'],
    ...['--set', 'earlier_projects=on', '--set', 'discount_rate=8%', '--scenario', 'conservative', '--format', 'json'],
  );
  const result = z
    .object({ scenario: z.string(), discountRate: z.number(), values: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(output));
  expect(result).toMatchObject({ scenario: 'conservative', discountRate: 0.08 });
  expect(result.values).toMatchObject({ employees: 1200, seat_price: 20, earlier_projects_on: 1, active_users: 480 });
});

test.each([
  [[], 'Usage: npm run calc'],
  [['roi-of-spend-contro'], 'Did you mean "roi-of-spend-control"?'],
  [['../../etc/passwd'], 'There is no calculator "../../etc/passwd".'],
  [['b2b-metrics', '--set', 'win_rat=5%'], 'Did you mean "win_rate"?'],
  [['b2b-metrics', '--set', 'win_rate=150%'], 'Enter a number from 0% to 100%'],
  [['b2b-metrics', '--set', 'deal_size=NaN'], 'Enter a number, for example 42,000'],
  [['b2b-metrics', '--set', '__proto__=5'], 'This calculator has no "__proto__".'],
  [['b2b-metrics', '--scenario', 'best'], '--scenario best is not one of'],
  [['tests/fixtures/broken/calculators/formulas.yml'], 'at character 1: unknown name "seat". Did you mean "seats"?'],
])('%j is refused in words', (args, words) => {
  const { code, output, errors } = run(...args);
  expect(code).toBe(2);
  expect(output).toBe('');
  expect(errors).toContain(words);
  expect(errors).not.toMatch(/^ {4}at /m);
});
