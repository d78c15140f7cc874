/** The files of the deal desk in the finished builds: what a browser works out of them is what the command line says. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerDeal, renameAssets } from '../../src/domain/deal/answer.ts';
import { parseBriefs } from '../../src/domain/deal/briefs-file.ts';
import { readDeal } from '../../src/domain/deal/deal-address.ts';
import { parseDesk } from '../../src/domain/deal/desk.ts';
import { NAMES_A_FILE, parseNames } from '../../src/domain/deal/names-file.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** The day of the example library. */
const TODAY = '2026-11-22';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(PROJECT, 'dist/internal/deal', file), 'utf8'));

const desk = parseDesk(read('desk.json'));
const names = Array.from({ length: Math.ceil(desk.rows / NAMES_A_FILE) }, (_, file) =>
  parseNames(read(`names-${file}.json`), desk.stamp),
).flat();

const onCommandLine = (args: readonly string[]): unknown => {
  const { stdout } = spawnSync(process.execPath, ['scripts/deal.ts', ...args, '--format', 'json'], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
};

const inBrowser = (address: string): unknown => {
  const { context } = readDeal(new URLSearchParams(address), desk);
  const answer = answerDeal(desk, context, { audience: 'internal', today: TODAY });
  const named = renameAssets(answer, (row) => names[row]?.key ?? '');
  // Through JSON, as the command line's: what is undefined is left out.
  return JSON.parse(JSON.stringify({ context, ...named }));
};

describe('the same deal has the same answer in the browser and on the command line', () => {
  test.each([
    ['', []],
    ['industry=retail', ['--industry', 'retail']],
    ['pipeline=negotiation&member=procurement', ['--stage', 'negotiation', '--member', 'procurement']],
    [
      'industry=healthcare&size=enterprise&region=dach&use=audit-readiness&competitor=corvane&pipeline=closing&member=legal&member=it-security',
      [
        ...['--industry', 'healthcare', '--size', 'enterprise', '--region', 'dach', '--use-case', 'audit-readiness'],
        ...['--competitor', 'corvane', '--stage', 'closing', '--member', 'legal', '--member', 'it-security'],
      ],
    ],
  ])('%s', (address, args) => {
    const answer = inBrowser(address);
    expect(answer).toEqual(onCommandLine(args));
    expect(answer).toHaveProperty('members');
  });
});

test('a name for every row, and what is said and done belongs to it', () => {
  expect(names).toHaveLength(desk.rows);
  const { plays, maps } = parseBriefs(read('briefs.json'), desk.stamp);
  expect(plays.map(({ id }) => id)).toEqual(desk.plays.map(({ id }) => id));
  expect(maps.map(({ id }) => id)).toEqual(desk.maps.map(({ id }) => id));
});

test.each(['partner', 'public'])('there is none of it in the %s build', (audience) => {
  expect(existsSync(path.join(PROJECT, 'dist', audience, 'index.html'))).toBe(true);
  expect(existsSync(path.join(PROJECT, 'dist', audience, 'deal'))).toBe(false);
});
