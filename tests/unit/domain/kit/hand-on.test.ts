/** What leaves the house: a buyer gets what is public, told as it is told outside, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertItem, moveItem, moveStep, withStep, withWhy } from '../../../../src/domain/kit/arrange.ts';
import { coverPage } from '../../../../src/domain/kit/cover-page.ts';
import { isKitAsset, kitFor, type KitAsset } from '../../../../src/domain/kit/for-reader.ts';
import { fileNameOf, LONGEST_FILE, readKitFile, writeKitFile } from '../../../../src/domain/kit/kit-file.ts';
import { EMPTY_KIT, toKit, type Kit } from '../../../../src/domain/kit/kit.ts';
import { mailHtml, mailText, type KitWords } from '../../../../src/domain/kit/mail.ts';

const INSIDE = 'https://shelf.example';

const known = (type: string, id: string, given: Partial<KitAsset> = {}): [string, KitAsset] => [
  `${type}/${id}`,
  {
    type,
    id,
    title: `Our ${id}`,
    summary: '',
    audience: 'internal',
    stages: [],
    committee_roles: [],
    forces: [],
    ...given,
  },
];
const outside = (id: string, type = 'resources') => ({
  audience: 'public',
  content_version: 'v1',
  shared_as: { id, title: `The ${id}`, url: `https://a.example/${type}/${id}/` },
});

const assets = new Map([
  known('battlecards', 'secret'),
  known('resources', 'guide', { summary: 'About it.', ...outside('guide') }),
  known('case-studies', 'acme', { summary: 'Acme went live.', ...outside('customer-1', 'case-studies') }),
]);
const kit: Kit = {
  title: ' For <Rust> & Söhne ',
  items: [
    { asset: 'battlecards/secret', why: 'Read it first' },
    { asset: 'resources/guide', why: ' Because "it" <helps> ' },
    { asset: 'case-studies/acme', why: '' },
    { asset: 'resources/withdrawn', why: 'Gone' },
  ],
  plan: [
    { step: 'Meet & agree', owner: 'them', due: 'week 1' },
    { step: '  ', owner: 'us', due: '' },
    { step: 'Send it', owner: 'us', due: '' },
  ],
};
const words: KitWords = {
  plan: 'The plan',
  owners: { us: 'Halyard', them: 'Your team' },
  by: 'by {due}',
  typeName: (type) => (type === 'resources' ? 'Resource' : 'Case study'),
};

describe('for a buyer', () => {
  const ready = kitFor('buyer', kit, assets, INSIDE);

  test('only what is public, with the titles and addresses of the public site', () => {
    expect(ready.items.map(({ title, url }) => [title, url])).toEqual([
      ['The guide', 'https://a.example/resources/guide/'],
      ['The customer-1', 'https://a.example/case-studies/customer-1/'],
    ]);
    expect(ready.leftOut.map(({ asset }) => asset)).toEqual(['battlecards/secret', 'resources/withdrawn']);
    expect(ready.items.map(({ shared }) => shared)).toEqual([
      { asset: 'resources/guide', version: 'v1' },
      { asset: 'case-studies/customer-1', version: 'v1' },
    ]);
  });

  test('a story under another name shows nothing of ours', () => {
    const story = ready.items[1];
    expect(story?.isSameOutside).toBe(false);
    expect(JSON.stringify({ ...story, asset: '' })).not.toMatch(/acme/i);
  });

  test('as an e-mail', () => {
    expect(mailText(ready, words)).toBe(
      [
        'For <Rust> & Söhne',
        '',
        '1. The guide (Resource)',
        '   Because "it" <helps>',
        '   https://a.example/resources/guide/',
        '',
        '2. The customer-1 (Case study)',
        '   https://a.example/case-studies/customer-1/',
        '',
        'The plan',
        '- Your team: Meet & agree (by week 1)',
        '- Halyard: Send it',
      ].join('\n'),
    );
    expect(mailHtml(ready, words)).toBe(
      '<p><strong>For &lt;Rust&gt; &amp; Söhne</strong></p><ol>' +
        '<li><a href="https://a.example/resources/guide/">The guide</a> (Resource)<br>Because &quot;it&quot; &lt;helps&gt;</li>' +
        '<li><a href="https://a.example/case-studies/customer-1/">The customer-1</a> (Case study)</li></ol>' +
        '<p><strong>The plan</strong></p><ul><li>Your team: Meet &amp; agree (by week 1)</li><li>Halyard: Send it</li></ul>',
    );
  });

  test('as the cover of a zip: files beside it, or addresses, and no code of anybody’s', () => {
    const cover = coverPage(ready, words, new Map([['resources/guide', '01-the guide.pdf']]), 'en-GB');
    expect(cover).toContain('<a href="01-the%20guide.pdf">The guide</a>');
    expect(cover).toContain('<a href="https://a.example/case-studies/customer-1/">');
    expect(cover).toContain('For &lt;Rust&gt; &amp; Söhne');
    expect(cover).not.toMatch(/Our (?:guide|secret)|acme|secret/);
  });
});

test('for a colleague all that is there, with the addresses of the portal', () => {
  const { items, leftOut } = kitFor('colleague', kit, assets, INSIDE);
  expect(items.map(({ title, url }) => [title, url])).toEqual([
    ['Our secret', `${INSIDE}/battlecards/secret/`],
    ['Our guide', `${INSIDE}/resources/guide/`],
    ['Our acme', `${INSIDE}/case-studies/acme/`],
  ]);
  expect(leftOut.map(({ asset }) => asset)).toEqual(['resources/withdrawn']);
});

test('what was downloaded of an asset is checked', () => {
  const [, guide] = known('resources', 'guide', outside('guide'));
  expect(isKitAsset(guide)).toBe(true);
  for (const wrong of [{ title: 1 }, { stages: ['decision'] }, { forces: 'push' }, { shared_as: { id: 'x' } }])
    expect(isKitAsset({ ...guide, ...wrong })).toBe(false);
});

describe('a file', () => {
  test('brings a kit back', () => {
    const kept = toKit(kit);
    expect(readKitFile(writeKitFile(kept))).toEqual({ kit: kept });
  });

  test.each([
    ['', 'file_no_kit'],
    ['[]', 'file_no_kit'],
    ['{"kind":"dealshelf-kit"}', 'file_newer'],
    ['{"kind":"dealshelf-kit","version":2,"title":"x"}', 'file_newer'],
    ['{"kind":"dealshelf-kit","version":1}', 'file_empty'],
    [' '.repeat(LONGEST_FILE + 1), 'file_too_long'],
  ])('that is none is refused: %s', (text, fault) => expect(readKitFile(text)).toEqual({ fault }));

  test.each([
    ['For Rust & Söhne: 2027', 'for-rust-söhne-2027'],
    ['../../etc/passwd', 'etc-passwd'],
    ['🪑', 'kit'],
    ['', 'kit'],
  ])('is named after its title: %s', (title, name) => expect(fileNameOf(title)).toBe(name));
});

describe('putting in order', () => {
  const assetsOf = ({ items }: Kit) => items.map(({ asset }) => asset);

  test('moves keep every asset with its note, and stay in the list', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: -5, max: 5 }), (at, by) => {
        const moved = moveItem(kit, kit.items[at]?.asset ?? '', by);
        expect([...moved.items].sort((a, b) => (a.asset < b.asset ? -1 : 1))).toEqual(
          [...kit.items].sort((a, b) => (a.asset < b.asset ? -1 : 1)),
        );
        const to = at + by;
        expect(moved.items.indexOf(kit.items[at] ?? { asset: '', why: '' })).toBe(to < 0 || to > 3 ? at : to);
      }),
    );
    expect(moveItem(kit, 'resources/unknown', 1).items).toEqual(kit.items);
    expect(moveStep(kit, 2, -2).plan.map(({ step }) => step)).toEqual(['Send it', 'Meet & agree', '  ']);
  });

  test('what was taken out comes back to its place, once', () => {
    const item = { asset: 'resources/guide', why: 'x' };
    const without = { ...kit, items: kit.items.filter(({ asset }) => asset !== item.asset) };
    expect(assetsOf(insertItem(without, item, 1))).toEqual(assetsOf(kit));
    expect(insertItem(kit, item, 0)).toBe(kit);
  });

  test('notes and steps change alone', () => {
    expect(withWhy(kit, 'case-studies/acme', 'New').items.map(({ why }) => why)).toEqual([
      'Read it first',
      ' Because "it" <helps> ',
      'New',
      'Gone',
    ]);
    expect(withStep({ ...EMPTY_KIT, plan: kit.plan }, 0, { due: 'week 9' }).plan[0]).toEqual({
      step: 'Meet & agree',
      owner: 'them',
      due: 'week 9',
    });
  });
});
