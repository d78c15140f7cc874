/** Where an entry is named in the fields and texts of another, and the same with its new id. */
import { fieldPlan, type PlannedField } from '../../schemas/field-plan.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { replaceClaims } from '../claims.ts';
import { isAssetType, valuesAt, type Path } from '../entries.ts';
import { linkTarget, rewriteLinks } from '../links.ts';

export interface Renaming {
  collection: CollectionName;
  from: string;
  to: string;
}

/** A text that names the entry, or is its id. */
export interface Mention {
  at: Path;
  /** Gives any piece of the text the new id. */
  rewrite: (text: string) => string;
}

/** @param folder of the texts inside the content folder, which relative links start from */
export const mentionsIn = (
  data: unknown,
  plan: readonly PlannedField[],
  folder: string,
  renaming: Renaming,
): Mention[] =>
  plan.flatMap(({ path, refersTo, format }) => {
    const isReference = refersTo === renaming.collection || (refersTo === 'asset' && isAssetType(renaming.collection));
    const rewrite = isReference
      ? (text: string) => (text === renaming.from ? renaming.to : text)
      : format === 'url'
        ? (text: string) => rewriteHref(text, folder, renaming)
        : format === 'text' || format === 'markdown'
          ? (text: string) => rewriteText(text, format === 'markdown', folder, renaming)
          : undefined;
    if (!rewrite) return [];
    return [...valuesAt(data, path)].flatMap(({ value, at }) =>
      typeof value === 'string' && rewrite(value) !== value ? [{ at, rewrite }] : [],
    );
  });

export const entryMentions = (data: unknown, collection: CollectionName, renaming: Renaming): Mention[] =>
  mentionsIn(data, fieldPlan(collection), collections[collection].folder, renaming);

/** Claims and, in Markdown, links. */
export const rewriteText = (text: string, isMarkdown: boolean, folder: string, renaming: Renaming): string => {
  const cited =
    renaming.collection === 'claims'
      ? replaceClaims(text, (id) => `{claim:${id === renaming.from ? renaming.to : id}}`)
      : text;
  return isMarkdown ? rewriteLinks(cited, ({ href }) => rewriteHref(href, folder, renaming)) : cited;
};

/** `/battlecards/old/#news` and `../battlecards/old.md`: only the id changes, the rest stays as it is written. */
const rewriteHref = (href: string, folder: string, { collection, from, to }: Renaming): string => {
  if (collection === 'claims' && href === `#claim:${from}`) return `#claim:${to}`;
  const target = linkTarget(href, folder);
  if (target.kind !== 'entry' || target.address.collection !== collection || target.address.id !== from) return href;
  const end = /[?#]/.exec(href)?.index ?? href.length;
  return (
    href.slice(0, end).replace(LAST_NAME, (_, before: string, after: string) => before + to + after) + href.slice(end)
  );
};

const LAST_NAME = /^(.*?)[^/]+?((?:\.(?:md|ya?ml))?\/?)$/s;
