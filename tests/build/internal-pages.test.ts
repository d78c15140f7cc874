/** Pages for colleagues only: other builds have neither the pages nor anything that would make them. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { committeePath, frameworkPath, indexPath, journeyPath } from '../../src/domain/routes.ts';

const OUT = path.resolve('dist');
const PAGES = [committeePath(), journeyPath(), frameworkPath()];
/** Collections of the demo whose entries are all internal. */
const COLLECTIONS = [indexPath('goals'), indexPath('metrics')];

const isBuilt = (audience: string, page: string): boolean => existsSync(path.join(OUT, audience, page, 'index.html'));

test.each([...PAGES, ...COLLECTIONS])('the internal build has %s', (page) => {
  expect(isBuilt('internal', page)).toBe(true);
});

test.each(
  ['partner', 'public'].flatMap((audience) => [...PAGES, ...COLLECTIONS].map((page) => [audience, page] as const)),
)('the %s build has no %s', (audience, page) => {
  expect(existsSync(path.join(OUT, audience, page))).toBe(false);
});

/** From the demo: a goal, a metric, an owner of a layer's planning, and what a persona risks. */
const SECRETS = [
  'Finance leads know us before they look for a vendor',
  'Opportunities with three or more voices',
  'overdue since 20 Oct 2026',
  'the last project they are given for a long time',
  'Losing the two people who know how the close really works',
  'The finance lead role, when it comes up in two years',
];

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test.each(['partner', 'public'])('no page of the %s build says what stands on them', async (audience) => {
  const files = await readdir(path.join(OUT, audience), { recursive: true });
  const telling = files
    .filter((file) => /\.(?:html|json|xml|txt|js)$/.test(file))
    .flatMap((file) => {
      const text = textOf(readFileSync(path.join(OUT, audience, file), 'utf8'));
      return SECRETS.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${secret}`);
    });
  expect(telling).toEqual([]);
});

test('the internal build says all of it, so that the search above can find it', async () => {
  const pages = ['framework', 'personas/champion'].map((page) =>
    textOf(readFileSync(path.join(OUT, 'internal', page, 'index.html'), 'utf8')),
  );
  for (const secret of SECRETS)
    expect(
      pages.some((text) => text.includes(secret)),
      secret,
    ).toBe(true);
});
