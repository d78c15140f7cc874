/** A kit as an e-mail: formatted, and as plain text for programs that show no other. */
import { escapeHtml } from '../escape.ts';
import { fill } from '../ui.ts';
import type { ReadyKit } from './for-reader.ts';
import type { KitStep } from './kit.ts';

export interface KitWords {
  /** `Next steps` */
  plan: string;
  /** Who does a step, as the reader calls them: `Halyard`, `Your team`. */
  owners: Readonly<Record<KitStep['owner'], string>>;
  /** `by {due}` */
  by: string;
  /** Name of a type: `Case study`. */
  typeName: (type: string) => string;
}

export const stepText = ({ step, owner, due }: KitStep, { owners, by }: KitWords): string =>
  `${owners[owner]}: ${step.trim()}${due.trim() === '' ? '' : ` (${fill(by, { due: due.trim() })})`}`;

export const mailText = ({ title, items, plan }: ReadyKit, words: KitWords): string => {
  const assets = items.map((item, i) =>
    [`${i + 1}. ${item.title} (${words.typeName(item.type)})`, item.why, item.url].filter(Boolean).join('\n   '),
  );
  const steps = plan.map((step) => `- ${stepText(step, words)}`);
  return [title, assets.join('\n\n'), ...(steps.length > 0 ? [`${words.plan}\n${steps.join('\n')}`] : [])]
    .filter(Boolean)
    .join('\n\n');
};

/** A fragment of HTML: no styles, which the mail program has its own of. */
export const mailHtml = ({ title, items, plan }: ReadyKit, words: KitWords): string => {
  const assets = items.map(({ title: name, type, url, why }) => {
    const link = `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`;
    return `<li>${link} (${escapeHtml(words.typeName(type))})${why === '' ? '' : `<br>${escapeHtml(why)}`}</li>`;
  });
  const steps = plan.map((step) => `<li>${escapeHtml(stepText(step, words))}</li>`);
  return [
    title === '' ? '' : `<p><strong>${escapeHtml(title)}</strong></p>`,
    assets.length > 0 ? `<ol>${assets.join('')}</ol>` : '',
    steps.length > 0 ? `<p><strong>${escapeHtml(words.plan)}</strong></p><ul>${steps.join('')}</ul>` : '',
  ].join('');
};
