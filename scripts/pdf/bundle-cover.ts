/** The first sheet of a bundle: what it is for, and what is in it. */
import { escapeHtml } from '../../src/domain/escape.ts';
import { audienceOf, textOf, titleOf, type ContentEntry } from '../../src/domain/entries.ts';
import { entryPath } from '../../src/domain/routes.ts';
import { formatDay } from '../../src/domain/ui.ts';
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import { AUDIENCES, type Audience } from '../../src/schemas/fields.ts';
import type { Sheet } from './sheet.ts';

export interface ContentsLine {
  title: string;
  why: string;
  /** 0 while it is not known. */
  page: number;
}

export interface Cover {
  kit: ContentEntry;
  audience: Audience;
  today: string;
  loaded: LoadedLibrary;
  lines: readonly ContentsLine[];
  /** What follows. */
  sheets: readonly Sheet[];
}

/** A bundle may be read by those only who may read all of it. */
const narrowest = (audiences: readonly string[]): Audience =>
  AUDIENCES.findLast((audience) => audiences.includes(audience)) ?? 'internal';

const contentsLine = ({ title, why, page }: ContentsLine, i: number): string =>
  `<li><a href="#part-${i + 1}"><span class="contents-title">${escapeHtml(title)}</span><span class="contents-page">${page}</span></a>` +
  `${why === '' ? '' : `<p class="muted">${escapeHtml(why)}</p>`}</li>`;

export const coverSheet = ({ kit, today, loaded, lines, sheets }: Cover): Sheet => {
  const { settings } = loaded.library;
  const labels = loaded.labels;
  const [first] = sheets;
  const paperFor = narrowest([audienceOf(kit), ...sheets.map(({ root }) => root['data-paper-for'] ?? 'internal')]);
  const owner = paperFor === 'internal' ? (textOf(kit, 'owner') ?? '') : '';
  const kind = labels?.collections['kits']?.one ?? '';
  return {
    path: entryPath('kits', kit.id),
    title: `${titleOf(kit)} · ${settings.brand.name}`,
    root: {
      lang: settings.locale,
      'data-audience': first?.root['data-audience'] ?? 'internal',
      'data-paper': 'kits',
      'data-paper-for': paperFor,
      'data-paper-head': `${settings.brand.name} · ${kind}`,
      'data-paper-mark': labels?.paper[paperFor] ?? '',
      'data-paper-care': [owner, formatDay(today, settings.locale)].filter(Boolean).join(' · '),
      'data-paper-live': `${settings.sites[paperFor]}${entryPath('kits', kit.id)}`,
    },
    styles: first?.styles ?? [],
    main:
      `<div class="bundle-cover"><p class="eyebrow">${escapeHtml(settings.brand.name)}</p><h1>${escapeHtml(titleOf(kit))}</h1>` +
      `<p class="lead">${escapeHtml(textOf(kit, 'summary') ?? '')}</p></div>` +
      `<h2>${escapeHtml(labels?.paper.contents ?? '')}</h2><ol class="bundle-contents">${lines.map(contentsLine).join('')}</ol>`,
  };
};
