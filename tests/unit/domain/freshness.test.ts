import { describe, expect, test } from 'vitest';
import { addDays, freshness, isDay } from '../../../src/domain/freshness.ts';

const NOTICE = 14;

/** Reviewed on 1 January, every 30 days: due on the 31st. */
test.each([
  ['2026-01-01', 'fresh'],
  ['2026-01-16', 'fresh'],
  ['2026-01-17', 'due'],
  ['2026-01-31', 'due'],
  ['2026-02-01', 'overdue'],
])('on %s it is %s', (today, state) => {
  expect(freshness('2026-01-01', 30, NOTICE, today)).toEqual({ state, due_on: '2026-01-31' });
});

test('what was never reviewed has no due day', () => {
  expect(freshness('', 30, NOTICE, '2026-01-01')).toEqual({ state: 'unreviewed', due_on: '' });
});

test('without notice it turns on the day itself', () => {
  expect(freshness('2026-01-01', 30, 0, '2026-01-30').state).toBe('fresh');
  expect(freshness('2026-01-01', 30, 0, '2026-01-31').state).toBe('due');
});

describe('days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    // The day on which clocks change has 23 or 25 hours.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['9999-12-31', 365, '9999-12-31'],
    ['2026-01-01', 1e300, '9999-12-31'],
  ])('%s and %d days', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    'March 2026',
    '2026-01-01T00:00',
    '',
    '20260101',
    '2025-02-29',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
  test.each(['2026-02-28', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });
});
