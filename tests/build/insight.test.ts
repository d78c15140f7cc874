/** Coverage and health are for colleagues: nothing of them is in the builds of others. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const OUT = path.resolve('dist');

const texts = async (audience: string): Promise<string[]> =>
  (await readdir(path.join(OUT, audience), { recursive: true }))
    .filter((file) => /\.(?:html|json|xml|txt|ics)$|^_headers$/.test(file))
    .map((file) => readFileSync(path.join(OUT, audience, file), 'utf8'));

describe.each(['public', 'partner'])('the %s build', (audience) => {
  test('has neither the pages nor the calendars', async () => {
    const files = await readdir(path.join(OUT, audience), { recursive: true });
    expect(files.filter((file) => /^(?:coverage|health)\b|\.ics$/.test(file))).toEqual([]);
  });

  test('leads to none of them, and to no form of the CMS', async () => {
    const leading = (await texts(audience)).filter((text) => /"\/(?:coverage|health|admin)\//.test(text));
    expect(leading).toEqual([]);
  });
});

describe('the internal build', () => {
  test('has both, with a calendar an owner', async () => {
    for (const page of ['coverage', 'health'])
      expect(existsSync(path.join(OUT, 'internal', page, 'index.html'))).toBe(true);
    const calendars = (await readdir(path.join(OUT, 'internal/health'))).filter((file) => file.endsWith('.ics'));
    expect(calendars).toHaveLength(6);
    const html = readFileSync(path.join(OUT, 'internal/health/index.html'), 'utf8');
    for (const name of calendars) expect(html).toContain(`href="/health/${name}"`);
  });

  test('does not name what has expired', () => {
    const html = readFileSync(path.join(OUT, 'internal/health/index.html'), 'utf8');
    expect(html).not.toContain('webinar-budget-season-2026');
    expect(html).toContain('1 more finding is about what has expired');
  });
});
