import { expect, test } from 'vitest';
import { settingsSchema } from '../../../src/schemas/settings.ts';
import { settings } from '../../fixtures/entries.ts';

test('what may be left out has a value', () => {
  expect(settings()).toMatchObject({
    example: false,
    review_notice: 14,
    review_every: { battlecards: 45, resources: 365 },
    embedding: { origins: [] },
    framework: {
      figure_old_after: 45,
      layers: { buyer_centric_tools: { collections: ['personas', 'stages', 'message-maps'] } },
    },
    landing: { figures: [], featured: [] },
  });
});

const BRAND = { name: 'A', tagline: 'B', accent: '#0b5d57', accent_dark: '#5cc8bd' };

test.each([
  [{ locale: 'not a locale' }],
  [{ locale: 'e' }],
  [{ brand: { ...BRAND, accent: 'teal' } }],
  [{ brand: { ...BRAND, accent: '#0b5d5' } }],
  [{ sites: { public: 'https://a.example/path', partner: 'https://b.example', internal: 'https://c.example' } }],
  [{ sites: { public: 'a.example', partner: 'https://b.example', internal: 'https://c.example' } }],
  [{ frozen_on: '2026-02-30' }],
  [{ review_notice: -1 }],
  [{ review_every: { battlecards: 0 } }],
  [{ review_every: { battlecard: 30 } }],
  [
    {
      landing: {
        headline: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
        lead: 'B',
      },
    },
  ],
  [{ landing: { headline: 'A', lead: 'B', figures: ['a', 'b', 'c', 'd', 'e'] } }],
  [{ embedding: { origins: ['*'] } }],
  [{ embedding: { origins: ['https://*.crm.example'] } }],
  [{ embedding: { origins: ['http://crm.example'] } }],
  [{ embedding: { origins: ['https://crm.example/path'] } }],
  [{ embedding: { origins: ['https://crm.example; script-src *'] } }],
  [{ embedding: { origins: ["'self'"] } }],
  [{ framework: { figure_old_after: 0 } }],
  [{ framework: { layers: { tactics: { rhythm: 'sometimes' } } } }],
  [{ framework: { layers: { tactics: { collections: ['synonyms'] } } } }],
  // Personas are already among the tools.
  [{ framework: { layers: { tactics: { collections: ['personas'] } } } }],
  [{ unknown: true }],
])('%j is refused', (given) => {
  expect(settingsSchema.safeParse({ ...settings(), ...given }).success).toBe(false);
});

test.each(['https://crm.example', 'https://eu-1.crm.example:8443'])('%s may frame cards', (origin) => {
  expect(settingsSchema.safeParse({ ...settings(), embedding: { origins: [origin] } }).success).toBe(true);
});

test('the base of these cases is accepted', () => {
  expect(settingsSchema.safeParse(settings()).success).toBe(true);
});
