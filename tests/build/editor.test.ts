/** Builds of a company whose content is kept on GitLab: only colleagues get an editor, and only there is the policy another one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/domain/security-headers.ts';
import { headersFor, parseHeadersFile } from '../../scripts/serve/headers-file.ts';
import type { Audience } from '../../src/schemas/fields.ts';
import { Site } from './site.ts';

const SETTINGS = `
brand: { name: Acme, tagline: Things, accent: "#0b5d57", accent_dark: "#5cc8bd" }
sites: { public: https://acme.example, partner: https://partners.acme.example, internal: https://shelf.acme.example }
landing: { headline: Things, lead: That work. }
cms: { backend: gitlab, repo: acme/shelf, app_id: abc }
`;

const APPROVED = {
  summary: 'What it is.',
  stages: ['decision'],
  personas: ['buyer'],
  owner: 'Ann',
  reviewed_on: '2026-11-01',
  status: 'approved',
  audience: 'public',
  format: 'article',
};

let site: Site;
const files = new Map<Audience, Map<string, Buffer>>();
const text = (audience: Audience, file: string): string => files.get(audience)?.get(file)?.toString('utf8') ?? '';

beforeAll(async () => {
  site = await Site.make();
  await site.write('settings.yml', SETTINGS);
  await site.writeEntry('resources', 'a-guide', { title: 'A guide', ...APPROVED }, 'Read me.');
  await site.writeEntry('resources', 'a-draft', { title: 'Unfinished business' }, 'Not yet.');
  for (const audience of ['internal', 'partner', 'public'] as const) {
    await site.build(audience);
    files.set(audience, await site.files(audience));
  }
});
afterAll(() => site.remove());

test.each(['partner', 'public'] as const)('the %s build has no editor, and no word of it', (audience) => {
  const all = [...(files.get(audience) ?? [])];
  expect(text(audience, 'resources/a-guide/index.html')).toContain('Read me.');
  expect(all.map(([name]) => name).filter((name) => name.startsWith('admin'))).toEqual([]);
  // The desk's own code knows how such addresses are made; it is the same in all builds, and no page here loads it.
  const said = all.filter(([name, bytes]) => !name.endsWith('.js') && bytes.includes('/admin/'));
  expect(said.map(([name]) => name)).toEqual([]);
});

describe('the internal build', () => {
  test('has an editor that search engines, the sitemap and the search leave out', () => {
    expect(text('internal', 'admin/index.html')).toContain('<meta name="robots" content="noindex, nofollow" />');
    expect(text('internal', 'sitemap.xml')).not.toContain('/admin');
    const found = [...(files.get('internal') ?? [])].filter(([name]) => name.startsWith('pagefind/'));
    expect(found.filter(([, bytes]) => bytes.includes('/admin/')).map(([name]) => name)).toEqual([]);
  });

  test('knows nothing there that the build may not hold', () => {
    for (const [name, bytes] of files.get('internal') ?? [])
      if (name.startsWith('admin/')) expect(bytes.includes('Unfinished business'), name).toBe(false);
  });

  test('leads from a page to its form', () => {
    expect(text('internal', 'resources/a-guide/index.html')).toContain(
      'href="/admin/#/collections/resources/entries/a-guide"',
    );
  });

  test('has another policy there, and only there', () => {
    const rules = parseHeadersFile(text('internal', '_headers'));
    const policy = (path: string) => headersFor(rules, path).get('content-security-policy') ?? '';
    expect(policy('/admin/')).toContain("script-src 'self' 'unsafe-eval'");
    expect(policy('/admin/')).toContain("connect-src 'self' blob: https://gitlab.com");
    for (const path of ['/', '/search/', '/resources/a-guide/', '/administration/'])
      expect(policy(path)).toContain(contentSecurityPolicy);
    const pages = [...(files.get('internal') ?? [])].filter(([name]) => name.endsWith('.html'));
    const wider = pages.filter(([, bytes]) => bytes.includes("'unsafe-eval'")).map(([name]) => name);
    expect(wider).toEqual(['admin/index.html']);
  });

  test('loads the editor on its own page alone', () => {
    const pages = [...(files.get('internal') ?? [])].filter(([name]) => name.endsWith('.html'));
    expect(pages.filter(([, bytes]) => bytes.includes('/admin/assets/')).map(([name]) => name)).toEqual([
      'admin/index.html',
    ]);
  });

  test('signs in by a code that needs no secret', () => {
    expect(text('internal', 'admin/index.html')).toContain('"name":"gitlab","repo":"acme/shelf","branch":"main"');
    expect(text('internal', 'admin/index.html')).toContain('"auth_type":"pkce"');
    expect(text('internal', 'admin/index.html')).toContain('"publish_mode":"editorial_workflow"');
  });
});
