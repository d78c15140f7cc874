/** Shared links: what comes back is what was written, or a reason why not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST, STEP_OWNERS } from '../../../../src/domain/kit/kit.ts';
import { LONGEST_LINK, readShareLink, writeShareLink, type SharedKit } from '../../../../src/domain/kit/share-link.ts';

const SITE = 'https://halyard.example';

const kit: SharedKit = {
  madeOn: '2026-11-22',
  title: 'For Möbel & Söhne 🪑',
  items: [
    { asset: 'case-studies/eirvale-clinics', version: 'a1B2-_c3', why: 'Same size; “live in 31 days”.' },
    { asset: 'one-pagers/cfo', version: 'x', why: '' },
  ],
  plan: [{ step: 'Agree on one site.', owner: 'them', due: 'week 1' }],
};

const written = (value: SharedKit = kit, site = SITE): string => {
  const fragment = writeShareLink(site, value);
  if (fragment === undefined) throw new Error('The link is too long.');
  return fragment;
};

/** A link whose stamps are right, around anything at all: as somebody would forge it. */
const forged = (payload: unknown): string => {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const stamp = (of: string): string => {
    let hash = 0x811c9dc5;
    for (const char of of) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return ['k1', stamp(SITE), stamp(SITE + text), text].join('.');
};

const text = (most: number) =>
  fc.string({ maxLength: most, unit: 'grapheme' }).map((made) => made.slice(0, most).toWellFormed());
const asset = fc.stringMatching(/^[a-z]{1,9}\/[a-z0-9]{1,20}$/);
const sharedKit: fc.Arbitrary<SharedKit> = fc.record({
  madeOn: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  title: text(MOST.title),
  items: fc.uniqueArray(fc.record({ asset, version: fc.stringMatching(/^[\w-]{1,16}$/), why: text(80) }), {
    selector: (item) => item.asset,
    minLength: 1,
    maxLength: 12,
  }),
  plan: fc.array(fc.record({ step: text(80), owner: fc.constantFrom(...STEP_OWNERS), due: text(MOST.due) }), {
    maxLength: 6,
  }),
});

test('a link brings back what was shared, and needs no escaping in an address', () => {
  fc.assert(
    fc.property(sharedKit, (value) => {
      const fragment = written(value);
      expect(fragment).toMatch(/^[\w.-]+$/);
      expect(readShareLink(SITE, `#${fragment}`)).toEqual({ kit: value });
    }),
  );
});

describe('a link is refused', () => {
  test('when one character of it is another one', () => {
    const fragment = written();
    fc.assert(
      fc.property(fc.nat(fragment.length - 1), fc.constantFrom(...'abcXYZ019-_'), (at, char) => {
        fc.pre(fragment[at] !== char);
        expect(readShareLink(SITE, fragment.slice(0, at) + char + fragment.slice(at + 1)).kit).toBeUndefined();
      }),
    );
  });

  test('when it is cut off anywhere', () => {
    const fragment = written();
    for (let end = 1; end < fragment.length; end++)
      expect(readShareLink(SITE, fragment.slice(0, end))).toEqual({ fault: 'damaged' });
  });

  test('when it was made for another site', () => {
    expect(readShareLink('https://other.example', written())).toEqual({ fault: 'foreign' });
  });

  test('when it is huge, before anything of it is read', () => {
    expect(readShareLink(SITE, `k1.${'a'.repeat(LONGEST_LINK)}`)).toEqual({ fault: 'too_long' });
    expect(readShareLink(SITE, 'a'.repeat(10_000_000))).toEqual({ fault: 'too_long' });
  });

  test.each([
    ['', 'missing'],
    ['#', 'missing'],
    ['k2.a.b.c', 'newer'],
    ['page:content', 'damaged'],
    ['k1', 'damaged'],
    ['k1...', 'damaged'],
    ['<script>alert(1)</script>', 'damaged'],
  ])('%j: %s', (fragment, fault) => expect(readShareLink(SITE, fragment)).toEqual({ fault }));

  test('whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (fragment) => {
        expect(readShareLink(SITE, fragment).kit).toBeUndefined();
      }),
    );
  });

  const item = ['resources/a', 'v', 'why'];
  test.each<[string, unknown]>([
    ['no list', {}],
    ['null', null],
    ['no assets', ['2026-11-22', 'T', [], []]],
    ['a day that is none', ['2026-13-40', 'T', [item], []]],
    ['a title that is no text', ['2026-11-22', 7, [item], []]],
    ['a title too long for its field', ['2026-11-22', 'x'.repeat(MOST.title + 1), [item], []]],
    ['a note too long for its field', ['2026-11-22', 'T', [['resources/a', 'v', 'x'.repeat(MOST.why + 1)]], []]],
    ['an address for an asset', ['2026-11-22', 'T', [['https://evil.example/a', 'v', '']], []]],
    ['a way out of the site', ['2026-11-22', 'T', [['resources/../admin', 'v', '']], []]],
    ['the title of an asset', ['2026-11-22', 'T', [[...item, 'A title']], []]],
    ['a version that is none', ['2026-11-22', 'T', [['resources/a', '<b>', '']], []]],
    ['an asset twice', ['2026-11-22', 'T', [item, item], []]],
    [
      'more assets than a kit holds',
      ['2026-11-22', 'T', Array.from({ length: 61 }, (_, i) => [`r/a${i}`, 'v', '']), []],
    ],
    ['an owner that is none', ['2026-11-22', 'T', [item], [['Step', 2, '']]]],
    ['more than there is', ['2026-11-22', 'T', [item], [], 'more']],
  ])('that is well stamped around %s', (_, payload) => {
    expect(readShareLink(SITE, forged(payload))).toEqual({ fault: 'damaged' });
  });

  test('and so the forger of this test would succeed with what is right', () => {
    expect(readShareLink(SITE, forged(['2026-11-22', 'T', [item], []])).kit?.items).toHaveLength(1);
  });
});

test('a link too long to be opened is not made', () => {
  const items = Array.from({ length: MOST.items }, (_, i) => ({
    asset: `resources/a${i}`,
    version: 'v',
    why: 'ü'.repeat(MOST.why),
  }));
  expect(writeShareLink(SITE, { ...kit, items })).toBeUndefined();
  const usual = items.map((item) => ({ ...item, asset: `${item.asset}-${'x'.repeat(40)}`, why: 'x'.repeat(200) }));
  expect(writeShareLink(SITE, { ...kit, items: usual })).toBeDefined();
});
