import { describe, expect, test } from 'vitest';
import { mergeEntry } from '../../../../scripts/editor/three-way.ts';

const file = (fields: string, body = 'One.\n\nTwo.\n\nThree.') => `---\n${fields}\n---\n\n${body}\n`;
const BASE = file('title: A\nowner: Ann\nlist: [a, b]\nday: 2026-03-15');

const merged = async (theirs: string, mine: string) => {
  const result = await mergeEntry(BASE, theirs, mine);
  return 'text' in result ? result.text : result;
};

describe('two changes of one entry', () => {
  test('of different fields are both kept, however the editor has written the file anew', async () => {
    const theirs = file('title: A\nowner: Bob\nlist: [a, b]\nday: 2026-03-15');
    const mine = file('day: 2026-03-15\nlist:\n  - a\n  - b\n  - c\ntitle: "A"\nowner: Ann');
    const text = await merged(theirs, mine);
    expect(text).toContain('owner: Bob');
    expect(text).toContain('- c');
    expect(text).toMatch(/^day: 2026-03-15$/m);
  });

  test('a field that was removed stays removed, and one that was added is there', async () => {
    const theirs = file('title: A\nlist: [a, b]\nday: 2026-03-15\nnew: yes');
    const text = await merged(theirs, file('title: B\nowner: Ann\nlist: [a, b]\nday: 2026-03-15'));
    expect(text).not.toContain('owner');
    expect(text).toContain('title: B');
    expect(text).toContain('new: yes');
  });

  test('of the same field are told by its name', async () => {
    const theirs = file('title: A\nowner: Bob\nlist: [a]\nday: 2026-03-15');
    const mine = file('title: A\nowner: Cleo\nlist: [b]\nday: 2026-03-15');
    expect(await merged(theirs, mine)).toEqual({ conflicts: ['owner', 'list'] });
  });

  test('that are the same are no conflict', async () => {
    const same = file('title: A\nowner: Bob\nlist: [a, b]\nday: 2026-03-15');
    expect(await merged(same, same)).toBe(same);
  });

  test('of different lines of the text are both kept; of the same line they are told', async () => {
    const fields = 'title: A\nowner: Ann\nlist: [a, b]\nday: 2026-03-15';
    const theirs = file(fields, 'One, changed.\n\nTwo.\n\nThree.');
    expect(await merged(theirs, file(fields, 'One.\n\nTwo.\n\nThree, changed.'))).toContain(
      'One, changed.\n\nTwo.\n\nThree, changed.',
    );
    expect(await merged(theirs, file(fields, 'One, otherwise.\n\nTwo.\n\nThree.'))).toEqual({ conflicts: ['body'] });
  });

  test('of a file without a text below its fields work alike', async () => {
    expect(await mergeEntry('a: 1\nb: 1\n', 'a: 2\nb: 1\n', 'a: 1\nb: 2\n')).toEqual({ text: 'a: 2\nb: 2\n' });
  });

  test('of a file that cannot be read are joined by lines, or told', async () => {
    expect(await mergeEntry('a: [\n', 'a: [1\n', 'a: [2\n')).toEqual({ conflicts: ['the file'] });
  });
});
