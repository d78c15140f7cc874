/** The kits of a browser: what it has kept is not trusted, and nothing that was typed is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetKeyOf, EMPTY_KIT, MOST, toKit, withAsset, type Kit } from '../../../../src/domain/kit/kit.ts';
import {
  addAsset,
  bringBack,
  dropAside,
  EMPTY_SHELF,
  hasRoom,
  MOST_ASIDE,
  parseShelf,
  removeAsset,
  startKit,
  takeUp,
  type Shelf,
} from '../../../../src/domain/kit/shelf.ts';

const kit = (title: string, ...assets: string[]): Kit => ({
  title,
  items: assets.map((asset) => ({ asset, why: `why ${asset}` })),
  plan: [],
});

describe('what the browser has kept', () => {
  test('comes back as it was', () => {
    const shelf: Shelf = {
      kit: { ...kit('A', 'resources/a'), plan: [{ step: 'Meet', owner: 'them', due: 'week 1' }] },
      removed: [{ asset: 'resources/b', why: 'Later' }],
      aside: [kit('B', 'resources/c')],
    };
    expect(parseShelf(JSON.stringify(shelf))).toEqual(shelf);
  });

  test('may be nonsense, and is never trusted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { kit: kept, aside } = parseShelf(text);
        expect(kept.items.length).toBeLessThanOrEqual(MOST.items);
        expect(aside.every(({ items }) => items.every(({ asset }) => assetKeyOf(asset) === asset))).toBe(true);
      }),
    );
    expect(parseShelf(null)).toEqual(EMPTY_SHELF);
  });

  test.each(['../resources/a', 'resources/../a', 'resources/.a', 'https://x/y', 'resources', 'a/b/c', 'R/a', '/a'])(
    'names assets only: %s',
    (asset) => expect(toKit({ items: [{ asset, why: '' }] })).toEqual(EMPTY_KIT),
  );

  test('holds an asset once, and texts no longer than their fields', () => {
    const kept = toKit({ title: 'x'.repeat(500), items: [kit('', 'resources/a').items[0], { asset: 'resources/a' }] });
    expect(kept.title).toHaveLength(MOST.title);
    expect(kept.items).toEqual([{ asset: 'resources/a', why: 'why resources/a' }]);
  });
});

describe('an asset', () => {
  test('goes to the end, once, and not into a full kit', () => {
    const full = toKit({ items: Array.from({ length: 200 }, (_, i) => ({ asset: `resources/a${i}` })) });
    expect(full.items).toHaveLength(MOST.items);
    expect(withAsset(full, 'resources/new')).toBe(full);
    const two = withAsset(withAsset(EMPTY_KIT, 'resources/a'), 'resources/b');
    expect(withAsset(two, 'resources/a')).toBe(two);
    expect(two.items.map(({ asset }) => asset)).toEqual(['resources/a', 'resources/b']);
  });

  test('that went with a note comes back with it, in this kit only', () => {
    const noted = { ...EMPTY_SHELF, kit: kit('A', 'resources/a') };
    const without = removeAsset(noted, 'resources/a');
    expect(without.kit.items).toEqual([]);
    expect(addAsset(without, 'resources/a').kit).toEqual(noted.kit);
    expect(addAsset(startKit(without, kit('B')), 'resources/a').kit.items[0]?.why).toBe('');
  });
});

describe('another kit', () => {
  test('puts the one at hand aside, unless it is empty', () => {
    const first = { ...EMPTY_SHELF, kit: kit('A', 'resources/a') };
    const second = startKit(first, kit('B'));
    expect(second).toEqual({ kit: kit('B'), removed: [], aside: [first.kit] });
    expect(startKit(EMPTY_SHELF, kit('B')).aside).toEqual([]);
    expect(takeUp(second, 0)).toEqual({ kit: first.kit, removed: [], aside: [kit('B')] });
    expect(takeUp(second, 5)).toBe(second);
  });

  test('is not begun where there is no room to put this one aside', () => {
    const full = { ...EMPTY_SHELF, kit: kit('A'), aside: Array.from({ length: MOST_ASIDE }, (_, i) => kit(`K${i}`)) };
    expect(hasRoom(full)).toBe(false);
    expect(startKit(full, kit('B'))).toBe(full);
    expect(hasRoom({ ...full, kit: EMPTY_KIT })).toBe(true);
  });

  test('that was dropped comes back to its place', () => {
    const shelf = { ...EMPTY_SHELF, aside: [kit('A'), kit('B'), kit('C')] };
    expect(bringBack(dropAside(shelf, 1), kit('B'), 1)).toEqual(shelf);
  });
});
