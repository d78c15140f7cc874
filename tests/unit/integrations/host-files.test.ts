/** The headers that a build asks its host for: nothing can be framed but cards, by whom the settings name. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../../../scripts/serve/headers-file.ts';
import { writeHostFiles } from '../../../src/integrations/host-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const policyOf = async (
  origins: readonly string[],
  address: string,
  calculators: readonly string[] = [],
): Promise<string> => {
  await writeHostFiles(pathToFileURL(`${folder}/`), { cards: origins, calculators });
  const rules = parseHeadersFile(readFileSync(path.join(folder, '_headers'), 'utf8'));
  return headersFor(rules, address).get('content-security-policy') ?? '';
};

const CRM = ['https://crm.example', 'https://other.example:8443'];

test.each(['/battlecards/corvane/card/', '/case-studies/eirvale/card/'])(
  '%s may be framed by the CRM',
  async (card) => {
    expect(await policyOf(CRM, card)).toMatch(/frame-ancestors https:\/\/crm\.example https:\/\/other\.example:8443$/);
    expect(await policyOf(CRM, card)).toContain("default-src 'none'");
  },
);

test.each(['/', '/battlecards/', '/battlecards/corvane/', '/objections/price/card/', '/a/b/card/', '/card/'])(
  '%s may be framed by nobody',
  async (page) => {
    expect(await policyOf(CRM, page)).toMatch(/frame-ancestors 'none'$/);
  },
);

test('without origins nobody frames a card', async () => {
  expect(await policyOf([], '/battlecards/corvane/card/')).toMatch(/frame-ancestors 'none'$/);
});

const EMBEDDED = '/calculators/roi/embed/';

test('a public calculator may be framed by anybody, and by nobody else’s word a card or a page', async () => {
  expect(await policyOf([], EMBEDDED, ['*'])).toMatch(/frame-ancestors \*$/);
  expect(await policyOf([], '/calculators/roi/', ['*'])).toMatch(/frame-ancestors 'none'$/);
  expect(await policyOf([], '/battlecards/corvane/card/', ['*'])).toMatch(/frame-ancestors 'none'$/);
});

test('an internal calculator is framed by whom the settings name, and else by nobody', async () => {
  expect(await policyOf(CRM, EMBEDDED, CRM)).toMatch(/frame-ancestors https:\/\/crm\.example https/);
  expect(await policyOf([], EMBEDDED, [])).toMatch(/frame-ancestors 'none'$/);
});
