import { expect, test } from 'vitest';
import { audiencesFrom, maySee, narrower, whyNotLive } from '../../../src/domain/audiences.ts';
import { AUDIENCES } from '../../../src/schemas/fields.ts';
import { entry, TODAY } from '../../fixtures/entries.ts';

test('each audience sees what the ones before it see, and its own', () => {
  expect(AUDIENCES.map((reader) => AUDIENCES.map((target) => maySee(reader, target)))).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

test('the narrower of two, whichever comes first', () => {
  expect(AUDIENCES.map((a) => AUDIENCES.map((b) => narrower(a, b)))).toEqual([
    ['public', 'partner', 'internal'],
    ['partner', 'partner', 'internal'],
    ['internal', 'internal', 'internal'],
  ]);
});

test('the builds that show an entry', () => {
  expect(AUDIENCES.map(audiencesFrom)).toEqual([
    ['public', 'partner', 'internal'],
    ['partner', 'internal'],
    ['internal'],
  ]);
});

test.each([
  [{}, undefined],
  [{ status: 'draft' }, 'a draft'],
  [{ status: undefined }, 'a draft'],
  [{ status: 'in review' }, 'still in review'],
  [{ status: 'archived' }, 'archived'],
  [{ expires_on: TODAY }, `expired since ${TODAY}`],
  [{ expires_on: '2026-11-23' }, undefined],
  [{ publish_on: '2026-11-23' }, 'not published before 2026-11-23'],
  [{ publish_on: TODAY }, undefined],
])('%j is not live because it is %s', (data, why) => {
  expect(whyNotLive(entry('resources', 'a', data), TODAY)).toBe(why);
});
