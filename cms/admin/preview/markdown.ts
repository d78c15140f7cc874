/**
 * Stands in for the site's Markdown engine, which is a program for servers: the same GitHub-flavoured Markdown,
 * read in the browser. What it makes is sanitised by the site's own rules, like everything else.
 */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** As the engine's function of this name, for what the site asks of it. */
export const markdownToHtml = (markdown: string): { html: string } => ({
  html: micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
});
