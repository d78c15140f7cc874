/** How a case study is compared with a deal: the rules, one a line. */
import { describe, expect, test } from 'vitest';
import {
  closest,
  isEmptyDeal,
  matchStudy,
  type Deal,
  type Reason,
  type StudyTerms,
} from '../../../../src/domain/case-studies/match.ts';

const SIZES = ['small', 'mid', 'large', 'huge'];

const study = (given: Partial<StudyTerms> = {}): StudyTerms => ({
  industry: ['retail'],
  size: ['mid'],
  use: ['closing', 'buying'],
  persona: ['cfo'],
  ...given,
});

/** `industry same`, `size larger 1` */
const told = (reasons: readonly Reason[]): string =>
  reasons.map(({ criterion, fit, steps }) => [criterion, fit, ...(steps ? [steps] : [])].join(' ')).join(', ');

describe('reasons', () => {
  test.each<[string, Deal, Partial<StudyTerms>, string]>([
    ['nothing told, nothing compared', {}, {}, ''],
    ['the same industry', { industry: 'retail' }, {}, 'industry same'],
    ['another industry', { industry: 'care' }, {}, 'industry other'],
    ['one of several industries', { industry: 'care' }, { industry: ['retail', 'care'] }, 'industry same'],
    ['an industry that is not known', { industry: 'care' }, { industry: [] }, 'industry unknown'],
    ['the same size', { size: 'mid' }, {}, 'size same'],
    ['a study one size larger', { size: 'small' }, {}, 'size larger 1'],
    ['a study two sizes larger', { size: 'small' }, { size: ['large'] }, 'size larger 2'],
    ['a study one size smaller', { size: 'large' }, {}, 'size smaller 1'],
    ['a study three sizes smaller', { size: 'huge' }, { size: ['small'] }, 'size smaller 3'],
    ['the nearest of several sizes', { size: 'small' }, { size: ['huge', 'mid'] }, 'size larger 1'],
    ['a size that is not known', { size: 'small' }, { size: [] }, 'size unknown'],
    ['a size that is no term any more', { size: 'small' }, { size: ['gone'] }, 'size unknown'],
    ['one of its use cases', { use: 'buying' }, {}, 'use same'],
    ['a persona that took no part', { persona: 'legal' }, {}, 'persona other'],
    [
      'everything at once, in one order',
      { persona: 'cfo', use: 'closing', size: 'small', industry: 'retail' },
      {},
      'industry same, size larger 1, use same, persona same',
    ],
  ])('%s', (_, deal, given, expected) => {
    expect(told(matchStudy(deal, study(given), SIZES).reasons)).toBe(expected);
  });
});

describe('the order', () => {
  const DEAL: Deal = { industry: 'retail', size: 'mid', use: 'closing', persona: 'cfo' };
  const NONE = { industry: ['x'], size: ['huge'], use: ['x'], persona: ['x'] };
  const score = (given: Partial<StudyTerms>): number => matchStudy(DEAL, { ...NONE, ...given }, SIZES).score;

  test.each<[string, Partial<StudyTerms>, Partial<StudyTerms>]>([
    ['industry before use case', { industry: ['retail'] }, { use: ['closing'] }],
    ['use case before size', { use: ['closing'] }, { size: ['mid'] }],
    ['size before persona', { size: ['mid'] }, { persona: ['cfo'] }],
    ['the same size before the next one', { size: ['mid'] }, { size: ['large'] }],
    ['the next size before the one after', { size: ['large'] }, { size: ['huge'] }],
    ['a persona before the next size', { persona: ['cfo'] }, { size: ['small'] }],
    ['use case and size before industry alone', { use: ['closing'], size: ['mid'] }, { industry: ['retail'] }],
    ['industry before persona and the next size', { industry: ['retail'] }, { persona: ['cfo'], size: ['large'] }],
  ])('%s', (_, better, worse) => {
    expect(score(better)).toBeGreaterThan(score(worse));
  });

  test('leaves out what has nothing in common, and keeps equals as they were', () => {
    const studies = [
      { id: 'none', match: matchStudy(DEAL, NONE, SIZES) },
      { id: 'newer', match: matchStudy(DEAL, { ...NONE, persona: ['cfo'] }, SIZES) },
      { id: 'older', match: matchStudy(DEAL, { ...NONE, persona: ['cfo'] }, SIZES) },
      { id: 'best', match: matchStudy(DEAL, study(), SIZES) },
    ];
    expect(closest(studies).map(({ id }) => id)).toEqual(['best', 'newer', 'older']);
  });

  test('a deal of which nothing is told is empty', () => {
    expect(isEmptyDeal({})).toBe(true);
    expect(isEmptyDeal({ use: 'closing' })).toBe(false);
  });
});
