import { describe, expect, test } from 'vitest';
import { searchedPart, searchedTexts } from '../../../src/integrations/searched-page.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><body><nav>Menu</nav><article data-pagefind-body>${body}` +
  '<div data-search-end>Owner</div></article><footer>Foot</footer></body></html>';
const partOf = (body: string): string => searchedPart(page(body)) ?? '';

test('the part between the marks, with the language of the page', () => {
  expect(partOf('<h1>Title</h1><p>Text</p>')).toBe(
    '<html lang="en"><body><article data-pagefind-body><h1>Title</h1> <p>Text</p></article></body></html>',
  );
});

test('none of a page that is not searched; a page without an end is a mistake', () => {
  expect(searchedPart('<html><body>Text</body></html>')).toBeUndefined();
  expect(() => searchedPart('<html><body><article data-pagefind-body>Text</article></body></html>')).toThrow('no');
});

test('drawings and buttons are left out', () => {
  const part = partOf(
    '<p>Say<svg viewBox="0 0 1 1"><title>Icon</title></svg> this</p><button type="button">Copy</button>',
  );
  expect(part).toContain('<p>Say this</p>');
  expect(part).not.toMatch(/Icon|Copy/);
});

describe('words of different elements are different words', () => {
  test.each([
    ['cells of a table', '<table><tr><th>Framework</th><th>Control</th></tr></table>', 'Framework Control'],
    ['a caption', '<table><caption>Three cases</caption><tr><td>Net</td></tr></table>', 'Three cases Net'],
    ['terms', '<dl><dt>Plan</dt><dd>Business</dd><dt>Price</dt></dl>', 'Plan Business Price'],
    ['a badge', '<p><span class="support">Yes</span>Backups are made</p>', 'Yes Backups are made'],
    ['a mark behind a text', '<ul><li>Report<span class="mark">Under NDA</span></li></ul>', 'Report Under NDA'],
    ['links side by side', '<p><a href="/a/">Champion</a><a href="/b/">Legal</a></p>', 'Champion Legal'],
    ['a text before a list', '<div>First<ol><li>Second</li></ol></div>', 'First Second'],
  ])('%s', (_, body, words) => {
    const text = searchedTexts(partOf(body))[0] ?? '';
    expect(text.replaceAll(/\s+/g, ' ').trim()).toBe(words);
  });

  test.each([
    ['emphasis inside of a word', '<p>in<em>visible</em></p>', 'invisible'],
    ['a number beside its sign', '<p>€<span>30</span>, at most</p>', '€30, at most'],
    ['a code', '<p><code>npm</code>’s</p>', 'npm’s'],
  ])('but not: %s', (_, body, words) => {
    const text = searchedTexts(partOf(body))[0] ?? '';
    expect(text.replaceAll(/\s+/g, ' ').trim()).toBe(words);
  });
});
