import { describe, expect, test } from 'vitest';
import { editorOrigins, hasEditor } from '../../../src/domain/editor.ts';
import { editorContentSecurityPolicy, editorHeaders } from '../../../src/domain/security-headers.ts';
import { AUDIENCES } from '../../../src/schemas/fields.ts';
import { settingsSchema } from '../../../src/schemas/settings.ts';

const withCms = (cms: object) =>
  settingsSchema.safeParse({
    brand: { name: 'C', tagline: 'T', accent: '#0b5d57', accent_dark: '#5cc8bd' },
    sites: { public: 'https://a.example', partner: 'https://b.example', internal: 'https://c.example' },
    landing: { headline: 'H', lead: 'L' },
    cms,
  });
const settings = (cms: object) => {
  const { data, error } = withCms(cms);
  if (!data) throw error;
  return data;
};
const GITLAB = { backend: 'gitlab', repo: 'acme/content', app_id: 'x' };

describe('a build has an editor', () => {
  test.each(AUDIENCES)('%s: only colleagues, and only with something to write to', (audience) => {
    const isOurs = audience === 'internal';
    expect(hasEditor(settings({}), { audience, localEditor: false })).toBe(false);
    expect(hasEditor(settings({}), { audience, localEditor: true })).toBe(isOurs);
    expect(hasEditor(settings(GITLAB), { audience, localEditor: false })).toBe(isOurs);
  });
});

describe('the editor talks to', () => {
  const LOCAL = { localEditor: true };
  const BUILT = { localEditor: false };
  test('nobody, on this machine', () => {
    expect(editorOrigins(settings(GITLAB), LOCAL)).toEqual([]);
    expect(editorOrigins(settings({}), BUILT)).toEqual([]);
  });
  test('the host that is named, or the usual one', () => {
    expect(editorOrigins(settings(GITLAB), BUILT)).toEqual(['https://gitlab.com']);
    const own = { ...GITLAB, base_url: 'https://git.acme.example', api_root: 'https://git.acme.example/api/v4' };
    expect(editorOrigins(settings(own), BUILT)).toEqual(['https://git.acme.example']);
    const github = { backend: 'github', repo: 'acme/content', base_url: 'https://auth.acme.example' };
    expect(editorOrigins(settings(github), BUILT)).toEqual([
      'https://auth.acme.example',
      'https://api.github.com',
      'https://www.githubstatus.com',
    ]);
  });
});

describe('the settings of the editor', () => {
  test.each([
    [{ backend: 'gitlab', app_id: 'x' }, 'repo'],
    [{ backend: 'gitlab', repo: 'a/b' }, 'app_id'],
    [{ backend: 'github', repo: 'a/b' }, 'base_url'],
    [{ backend: 'gitea', repo: 'a/b', app_id: 'x' }, 'base_url'],
    [{ backend: 'sharepoint' }, 'backend'],
    [{ repo: 'no-slash' }, 'repo'],
    [{ folder: '../elsewhere' }, 'folder'],
  ])('%j: what is missing or wrong is named', (cms, field) => {
    expect(withCms(cms).error?.issues.map(({ path }) => path.join('.'))).toEqual([`cms.${field}`]);
  });
});

test('its policy is wider than that of other pages by what Decap needs, and closed to everything else', () => {
  const policy = editorContentSecurityPolicy([]);
  expect(policy).toContain("script-src 'self' 'unsafe-eval';");
  expect(policy).toContain("connect-src 'self' blob:;");
  expect(policy).not.toMatch(/https?:/);
  expect(policy).not.toContain("script-src 'self' 'unsafe-eval' 'unsafe-inline'");
  expect(editorHeaders([])['Content-Security-Policy']).toContain("frame-ancestors 'none'");
});
