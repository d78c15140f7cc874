/** The preview reads Markdown with another engine: what it shows must be what the build makes, and as safe. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { allEntries } from '../../../../src/domain/entries.ts';
import { loadLibrary } from '../../../../src/library/load-library.ts';
import { renderMarkdown, type RenderOptions } from '../../../../src/markdown/render.ts';

const OPTIONS: RenderOptions = {
  footnotes: 'Notes',
  footnoteBack: 'Back',
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Open',
};

const inPreview = async (): Promise<typeof renderMarkdown> => {
  vi.resetModules();
  vi.doMock('satteri', () => import('../../../../cms/admin/preview/markdown.ts'));
  return (await import('../../../../src/markdown/render.ts')).renderMarkdown;
};
afterEach(() => vi.doUnmock('satteri'));

/** White space between elements shows nowhere. */
const shown = (html: string): string => html.replaceAll(/\s+/g, ' ').replaceAll(/> | </g, (gap) => gap.trim());

describe('Markdown in the preview', () => {
  test('looks as on the page, for every text of the example', async () => {
    const preview = await inPreview();
    const { library } = await loadLibrary('content');
    const texts = [...allEntries(library)].map(({ body }) => body).filter((body) => body !== '');
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts)
      expect(shown(preview(text, OPTIONS).html)).toBe(shown(renderMarkdown(text, OPTIONS).html));
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '<a href="java\tscript:alert(1)">a</a>',
    '<iframe src="https://x.example"></iframe>',
    '<svg onload=alert(1)>',
    '![a](https://x.example/track.png)',
    '<form action="https://x.example"><input name="q"></form>',
  ])('%s does nothing', async (text) => {
    const preview = await inPreview();
    expect(preview(text, OPTIONS).html).not.toMatch(/<script|<img|<iframe|<svg|<form|<input|javascript:|\son\w+=/i);
  });
});
