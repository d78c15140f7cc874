import { describe, expect, test } from 'vitest';
import { findLinks, linkTarget, mediaPath, rewriteLinks, type FoundLink } from '../../../src/domain/links.ts';

const FOLDER = 'assets/objections';

describe('what a link points to', () => {
  const entry = (collection: string, id: string, anchor = '') => ({
    kind: 'entry',
    address: { collection, id },
    anchor,
  });
  test.each([
    ['/battlecards/corvane/', entry('battlecards', 'corvane')],
    ['/battlecards/corvane', entry('battlecards', 'corvane')],
    ['/battlecards/corvane/#pricing', entry('battlecards', 'corvane', 'pricing')],
    ['../battlecards/corvane.md', entry('battlecards', 'corvane')],
    ['./other.md#why', entry('objections', 'other', 'why')],
    ['other.md', entry('objections', 'other')],
    ['../../claims/days.yml', entry('claims', 'days')],
    ['../../taxonomy/personas/champion.yaml', entry('personas', 'champion')],
    ['../../media/a.png', { kind: 'media', path: 'a.png' }],
    ['/media/logos/a.png', { kind: 'media', path: 'logos/a.png' }],
    ['media/a.png', { kind: 'media', path: 'a.png' }],
    ['../../media/my%20plan.pdf', { kind: 'media', path: 'my plan.pdf' }],
    ['#here', { kind: 'anchor' }],
    ['https://example.com', { kind: 'external' }],
    ['HTTP://example.com', { kind: 'external' }],
    ['mailto:a@b.example', { kind: 'external' }],
    ['tel:+123', { kind: 'external' }],
    ['/', { kind: 'index' }],
    ['/search/', { kind: 'index' }],
    ['/library/?stage=decision&persona=legal', { kind: 'index' }],
    ['/battlecards/', { kind: 'index' }],
    ['/pipeline-stages/closing/', { kind: 'unknown' }],
    ['/pipeline-stages/', { kind: 'unknown' }],
    ['/nowhere/', { kind: 'unknown' }],
    ['/battlecards/a/b/c/', { kind: 'unknown' }],
    ['//evil.example/x', { kind: 'unknown' }],
    ['javascript:alert(1)', { kind: 'unknown' }],
    ['data:text/html,x', { kind: 'unknown' }],
    // The way back must not turn an address that runs code into a file of ours.
    ['javascript:/../../../media/a.png', { kind: 'unknown' }],
    ['../../../../etc/passwd', { kind: 'unknown' }],
    ['../../../media/a.png', { kind: 'unknown' }],
    ['../../taxonomy/pipeline-stages/closing.yml', { kind: 'unknown' }],
    ['%E0%A4%A', { kind: 'unknown' }],
    ['/constructor/', { kind: 'unknown' }],
    ['/__proto__/x/', { kind: 'unknown' }],
  ])('%s', (href, target) => {
    expect(linkTarget(href, FOLDER)).toEqual(target);
  });

  test('media that lies beside the author’s file', () => {
    expect(mediaPath('../media/a.png', 'claims')).toBe('a.png');
    expect(mediaPath('a.png', 'media/logos')).toBe('logos/a.png');
    expect(mediaPath('/elsewhere/media/a.png', 'claims')).toBeUndefined();
  });
});

const link = (href: string, text = '', isImage = false): FoundLink => ({ href, text, isImage });

describe('links in Markdown', () => {
  test.each([
    ['[a](/x/)', [link('/x/', 'a')]],
    ['![a](b.png "title")', [link('b.png', 'a', true)]],
    ['[a]( <b.md> )', [link('b.md', 'a')]],
    ['[a [b] c](d.md)', [link('d.md', 'a [b] c')]],
    ['[a](b.md) and [c](d.md)', [link('b.md', 'a'), link('d.md', 'c')]],
    ['[a](https://e.example/x_(y))', [link('https://e.example/x_(y)', 'a')]],
    ['[a][ref]\n\n[ref]: b.md "Title"', [link('b.md')]],
    ['[^1]: not a link', []],
    ['[a] (b.md)', []],
    ['<a class="x" href="/b/">c</a>', [link('/b/')]],
    ["<img alt='c' src='d.png'>", [link('d.png', 'c', true)]],
    ['<img src=d.png>', [link('d.png', '', true)]],
    ['<A\nHREF="/b/">c</A>', [link('/b/')]],
    ['<abbr href="/b/">', []],
    ['<a data-href="/b/">c</a>', []],
  ])('%j', (markdown, links) => {
    expect(findLinks(markdown)).toEqual(links);
  });

  const upper = ({ href }: FoundLink) => href.toUpperCase();
  test.each([
    ['[a](b.md "t") c', upper, '[a](B.MD "t") c'],
    ['![a](<b.png>)', upper, '![a](B.PNG)'],
    ['[ref]: b.md "t"', upper, '[ref]: B.MD "t"'],
    ['<a class="x" href="b.md">c</a>', upper, '<a class="x" href="B.MD">c</a>'],
    ['<img src=b.png alt="">', upper, '<img src="B.PNG" alt="">'],
    ['[a](b.md) c', () => undefined, 'a c'],
    ['<a class="x" href="b.md">c</a>', () => undefined, '<a class="x">c</a>'],
    ['[ref]: b.md', () => undefined, ''],
    ['[a](b.md "t") <a href=b.md>', ({ href }: FoundLink) => href, '[a](b.md "t") <a href=b.md>'],
    ['[a](b.md)', () => '/$1/$&/', '[a](/$1/$&/)'],
    ['<a href="b.md">', () => '/$1/$&/', '<a href="/$1/$&/">'],
  ])('%j is rewritten', (markdown, rewrite, result) => {
    expect(rewriteLinks(markdown, rewrite)).toBe(result);
  });

  // Texts that once took minutes; each must take a moment.
  test.each([
    ['brackets', '['.repeat(300_000)],
    ['half-written links', '[a]('.repeat(100_000)],
    ['links without an end', `[a](${'b'.repeat(300_000)}`],
    ['definitions', '[a\n'.repeat(100_000)],
    ['spaces', `[a](b${' '.repeat(300_000)}`],
    ['elements', '<a '.repeat(100_000)],
    ['addresses', `<a ${' href ='.repeat(100_000)}`],
  ])('%s in great number do not stop it', (_, markdown) => {
    const begun = performance.now();
    findLinks(markdown);
    rewriteLinks(markdown, () => undefined);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
