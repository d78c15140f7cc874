/** The first page of a zip: whole in itself, and readable without a network. */
import { escapeHtml } from '../escape.ts';
import type { ReadyKit } from './for-reader.ts';
import { stepText, type KitWords } from './mail.ts';

const STYLE = `body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#16201f;background:#fff}
h1{font-size:1.8rem;line-height:1.2}li{margin-block:.8rem}small{color:#54615f}a{color:#0b5d57}`;

/** @param files of assets that lie beside it, by key; others are linked */
export const coverPage = (
  { title, items, plan }: ReadyKit,
  words: KitWords,
  files: ReadonlyMap<string, string>,
  locale: string,
): string => {
  const name = escapeHtml(title || words.owners.us);
  const assets = items.map((item) => {
    const file = files.get(item.asset);
    const link = `<a href="${escapeHtml(file === undefined ? item.url : encodeURIComponent(file))}">${escapeHtml(item.title)}</a>`;
    const kind = `<small>${escapeHtml(words.typeName(item.type))} · ${escapeHtml(file ?? item.url)}</small>`;
    return `<li>${link}${item.why === '' ? '' : `<br>${escapeHtml(item.why)}`}<br>${kind}</li>`;
  });
  const steps = plan.map((step) => `<li>${escapeHtml(stepText(step, words))}</li>`);
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head>`,
    `<body><h1>${name}</h1><ol>${assets.join('')}</ol>`,
    steps.length > 0 ? `<h2>${escapeHtml(words.plan)}</h2><ul>${steps.join('')}</ul>` : '',
    '</body></html>\n',
  ].join('');
};
