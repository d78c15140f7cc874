import { describe, expect, test } from 'vitest';
import { BREAK, decodeEntities, layersOf, piecesOf, wordsOf } from '../../../src/domain/words.ts';

describe('wordsOf', () => {
  test.each([
    ['case and punctuation', 'Never say: “It’s FREE”.', ['never', 'say', 'it', 's', 'free']],
    ['accents, composed or not', 'Zürich Zu\u0308rich', ['zurich', 'zurich']],
    ['ligatures, full-width letters and fractions', 'ﬁnance ＡＢＣ １２', ['finance', 'abc', '12']],
    ['letters beyond the first plane', '\u{1D40F}ocket', ['pocket']],
    ['what nobody sees', 'Pocket\u00ADw\u200Bren', ['pocketwren']],
    ['scripts without spaces', '価格表', ['価', '格', '表']],
    ['nothing', ' — … ', []],
  ])('%s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('layersOf', () => {
  const last = (text: string) => [...layersOf(text)].at(-1);

  test.each([
    ['entities', 'fear&nbsp;&mdash;&#32;lose&#x73; &eacute;t&eacute;', 'fear   loses ete'],
    [
      'data in an attribute',
      '{&quot;a&quot;:&quot;P\\u006fcketwren\\n&quot;}',
      '{\u0001a\u0001:\u0001Pocketwren \u0001}',
    ],
    ['addresses', '/search/?q=%50ocketwren%20Z%C3%BCrich', '/search/?q=Pocketwren Zürich'],
    ['bytes that are no UTF-8', '%FCber', 'über'],
    ['markup in a feed, escaped twice', '&lt;p&gt;Anna &amp;amp; Bert&lt;/p&gt;', '<p>Anna & Bert</p>'],
    ['escapes of stylesheets', "content:'\\50 ocket'", "content:'Pocket'"],
  ])('undoes %s', (_what, text, plain) => {
    expect(last(text)).toBe(plain);
  });

  test('reads the text as it is first: a backslash may be one', () => {
    expect([...layersOf('C:\\notes')][0]).toBe('C:\\notes');
  });

  test('leaves unknown entities alone', () => {
    expect(decodeEntities('a&secret;b')).toBe('a&secret;b');
  });
});

describe('piecesOf', () => {
  test('cuts Markdown into what stands in one line of a page', () => {
    const markdown = `# Hold the *price*

They fear the board. It will
say no.

- one **item**
- [another](../plays/x.md "why")

| what | how |
| --- | --- |
| cell \`one\` | cell two |

![a drawing](/media/x.png)

Saves {claim:time} each month[^1].

[^1]: A note.
`;
    expect(piecesOf(markdown, true)).toEqual([
      'Hold the *price*',
      'They fear the board.',
      'It will say no.',
      'one **item**',
      'another',
      'what',
      'how',
      '---',
      '---',
      'cell `one`',
      'cell two',
      'Saves',
      'each month',
      '.',
      'A note.',
      'a drawing',
      '/media/x.png',
      '../plays/x.md',
      'why',
    ]);
  });

  test('keeps a text in its lines', () => {
    expect(piecesOf('Hi {{first name}},\nwe spoke.', false)).toEqual(['Hi', 'first name', ',', 'we spoke.']);
  });

  test('reads a word with a mark inside it both ways', () => {
    expect(piecesOf('Pocket**wren** wins', true)).toEqual(['Pocket**wren** wins', 'Pocketwren wins']);
  });

  test('never leaves a mark that ends every sequence', () => {
    expect(piecesOf(`a ${BREAK} b {claim:x} c`, true).join('')).not.toContain(BREAK);
  });
});
