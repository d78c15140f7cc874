import { expect, test } from 'vitest';
import { editPath, newDraftPath } from '../../../src/domain/cms-links.ts';

test('leads to the form of an entry, whatever its id holds', () => {
  expect(editPath('case-studies', 'eirvale food')).toBe('/admin/#/collections/case-studies/entries/eirvale%20food');
});

test('leads to a new draft with its values, lists as repeated keys', () => {
  expect(newDraftPath('objections')).toBe('/admin/#/collections/objections/new');
  expect(newDraftPath('objections', { title: 'Price & value', stages: ['decision', 'awareness'] })).toBe(
    '/admin/#/collections/objections/new?title=Price+%26+value&stages=decision&stages=awareness',
  );
});
