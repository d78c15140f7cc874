/** What kind of result was measured. */
import { describe, expect, test } from 'vitest';
import { outcomeOf, resultLine, type Result } from '../../../../src/domain/case-studies/outcome.ts';

describe('the kind of a result', () => {
  test.each<[Result, string]>([
    [{ metric: 'From receipt to approval', before: '14.5', after: '3.8', unit: 'days' }, 'speed'],
    [{ metric: 'From request to approval', before: '3 days', after: '2 hours' }, 'speed'],
    [{ metric: 'Rollout', before: 'stalled for 11 months', after: 'live in 44 days' }, 'speed'],
    [{ metric: 'Working days to close the month', before: '11', after: '5', unit: 'working days' }, 'speed'],
    [{ metric: 'Hours saved by the AP team', before: '0', after: '48', unit: 'hours a month' }, 'effort'],
    [{ metric: 'Retyping', after: '3', unit: 'days per quarter' }, 'effort'],
    [{ metric: 'Working time to prepare the yearly audit', before: '24', after: '9', unit: 'days' }, 'effort'],
    [{ metric: 'People needed', before: '3', after: '1', unit: 'FTE' }, 'effort'],
    [{ metric: 'Saved in licences', after: '$310,000', unit: 'a year' }, 'money'],
    [{ metric: 'Saved', after: '310000', unit: 'EUR' }, 'money'],
    [{ metric: 'Duplicate invoices stopped', after: '£112,000' }, 'money'],
    [{ metric: 'Change in subscription spend', after: '−21', unit: '%' }, 'money'],
    [{ metric: 'Spend approved before it is committed', before: '31', after: '89', unit: '%' }, 'rate'],
    [{ metric: 'Invoices that need no retyping', before: '31%', after: '74%' }, 'rate'],
    [{ metric: 'Audit findings', before: '7', after: '0', unit: 'findings' }, 'quality'],
    [{ metric: 'Errors in payroll', before: '40', after: '2' }, 'quality'],
    [{ metric: 'Satisfaction', before: '3.2', after: '4.6', unit: 'of 5' }, 'other'],
    [{ metric: 'IT projects', after: '4', unit: 'SAP' }, 'other'],
  ])('%o', (result, expected) => {
    expect(outcomeOf(result)).toBe(expected);
  });
});

test.each<[Result, string]>([
  [{ metric: 'To approval', before: '14.5', after: '3.8', unit: 'days' }, 'To approval: 14.5 → 3.8 days'],
  [{ metric: 'Approved', before: '31', after: '89', unit: '%' }, 'Approved: 31 → 89%'],
  [{ metric: 'From kick-off to live', after: '31', unit: 'days' }, 'From kick-off to live: 31 days'],
  [{ metric: 'Happier people' }, 'Happier people'],
])('a result in a line: %o', (result, expected) => {
  expect(resultLine(result)).toBe(expected);
});
