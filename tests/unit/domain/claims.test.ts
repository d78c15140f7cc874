import { describe, expect, test } from 'vitest';
import { claimsIn, claimText, formatQuantity, replaceClaims } from '../../../src/domain/claims.ts';

test.each([
  [6.5, 'days', 'en-GB', '6.5 days'],
  [38, '%', 'en-GB', '38%'],
  [4, '× faster', 'en-GB', '4× faster'],
  [120_000, 'USD', 'en-GB', '$120,000'],
  [120_000, 'EUR', 'de-DE', '120.000\u00A0€'],
  [12.5, 'USD', 'en-US', '$12.5'],
  [0.1 + 0.2, undefined, 'en-GB', '0.3'],
  [1_234_567, undefined, 'en-GB', '1,234,567'],
  [-3, 'days', 'en-GB', '-3 days'],
  // Three capitals are not always money.
  [5, 'FTE', 'en-GB', '5 FTE'],
  [99.95, 'SLA', 'en-GB', '99.95 SLA'],
  [3, 'usd', 'en-GB', '3 usd'],
])('%d %s in %s is written %s', (value, unit, locale, written) => {
  expect(formatQuantity(value, unit, locale)).toBe(written);
});

describe('a claim in a text', () => {
  test('is found and replaced', () => {
    const text = 'From {claim:before} to {claim:after}, and {claim:before} again.';
    expect(claimsIn(text)).toEqual(['before', 'after', 'before']);
    expect(replaceClaims(text, (id) => id.toUpperCase())).toBe('From BEFORE to AFTER, and BEFORE again.');
  });

  test.each(['{claim:}', '{claim: a}', '{ claim:a}', '{{claim}}', '{claim:a b}', 'claim:a'])('%s is none', (text) => {
    expect(claimsIn(text)).toEqual([]);
    expect(replaceClaims(text, () => '!')).toBe(text);
  });

  test('a dollar sign in its value stands for itself', () => {
    expect(replaceClaims('{claim:a}', () => '$1 $& $$')).toBe('$1 $& $$');
  });

  test('shows its value, or its statement where it has none', () => {
    expect(claimText({ data: { statement: 'It takes 4 days.', value: 4, unit: 'days' } }, 'en-GB')).toBe('4 days');
    expect(claimText({ data: { statement: 'It is certified.' } }, 'en-GB')).toBe('It is certified.');
    expect(claimText({ data: {} }, 'en-GB')).toBe('');
  });
});
