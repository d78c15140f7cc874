import { describe, expect, test } from 'vitest';
import { readPartial } from '../../../../cms/admin/preview/partial.ts';

describe('an entry that is being written', () => {
  test('may be empty', () => {
    expect(readPartial('battlecards', {})).toMatchObject({ title: '', strengths: [] });
  });

  test('loses what is not right yet, and nothing else', () => {
    const data = {
      title: 'T',
      won: -1,
      reviewed_on: '2026-3',
      nonsense: true,
      status: 'almost',
      strengths: [{ text: 'One' }, { text: 5 }, 'x', { text: 'Two', claim: 7 }],
    };
    const read = readPartial('battlecards', data);
    expect(read?.strengths[0]).toEqual({ text: 'One' });
    expect(read).not.toHaveProperty('nonsense');
    expect(read).toMatchObject({
      title: 'T',
      reviewed_on: '',
      status: 'draft',
    });
  });

  test.each([[null], [7], ['x'], [[]], [{}]])('takes %j in the place of any field', (value) => {
    for (const name of ['title', 'strengths', 'comparison', 'stages', 'audience'])
      expect(readPartial('battlecards', { title: 'T', [name]: value })).toBeDefined();
  });
});
