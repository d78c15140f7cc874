/** Markdown → its words alone, for places that know no markup. */
import { renderMarkdown } from './render.ts';

const NO_WORDS = { footnotes: '', footnoteBack: '', taskDone: '', taskOpen: '', table: '' };

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Marks of footnotes, and their list, mean nothing outside the page. */
const ASIDE = /<sup>\s*<a [^>]*>[^<]*<\/a>\s*<\/sup>|<section class="footnotes"[\s\S]*<\/section>/g;

export const plainText = (markdown: string): string =>
  renderMarkdown(markdown, NO_WORDS)
    .html.replaceAll(ASIDE, '')
    .replaceAll('\n', ' ')
    .replaceAll(/<\/t[dh]>\s*(?=<t[dh])/g, ' · ')
    .replaceAll(/<\/(?:p|li|h\d|tr|pre|blockquote)>/g, '\n')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ([,.;:!?])/g, '$1')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
