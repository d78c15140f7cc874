/** An old link: what has changed since, and what is not there any more. */
import { expect, test } from 'vitest';
import { isPublicType, openItem, type PublicType } from '../../../../src/domain/kit/since.ts';

const report = { id: 'report', title: 'The report', summary: '', url: 'https://a.example/resources/report/' };
const shared = { asset: 'resources/report', version: 'old', why: 'Read it' };
const open = (asset: object, item = shared) => {
  const type: unknown = { assets: [{ ...report, ...asset }] };
  if (!isPublicType(type)) throw new Error('This is no data of a type.');
  return openItem(item, '2026-11-01', new Map<string, PublicType>([['resources', type]]));
};

test('the same content is the same, however often it was reviewed', () => {
  expect(open({ content_version: 'old', reviewed_on: '2026-11-20' })).toMatchObject({ state: 'same', why: 'Read it' });
});

test('other content was updated, on the day of a review after the link', () => {
  expect(open({ content_version: 'new', reviewed_on: '2026-11-20' })).toMatchObject({ updatedOn: '2026-11-20' });
  expect(open({ content_version: 'new', reviewed_on: '2026-10-20' })).toMatchObject({
    state: 'updated',
    updatedOn: undefined,
  });
});

test('what is not there is gone, and nothing is said of it', () => {
  const item = { asset: 'resources/secret-plan', version: 'v', why: 'The secret plan' };
  expect(open({}, item)).toEqual({ state: 'gone' });
  expect(open({}, { ...item, asset: 'battlecards/report' })).toEqual({ state: 'gone' });
});

test('what was downloaded is checked', () => {
  expect(isPublicType({ assets: [report] })).toBe(true);
  for (const wrong of [null, {}, { assets: {} }, { assets: [{ ...report, title: 7 }] }, { assets: [{ id: 'x' }] }])
    expect(isPublicType(wrong)).toBe(false);
});
