/** Which entry a rename means, and whether its new id is free. */
import { ID_PATTERN } from '../../schemas/fields.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { allEntries, ASSET_TYPES, isAssetType, isCollectionName, type ContentEntry, type Library } from '../entries.ts';
import { aliasPath, entryPath, isPaged } from '../routes.ts';
import { suggest } from '../suggest.ts';
import { toId } from '../to-id.ts';

export type Target = { entry: ContentEntry; reason?: undefined } | { entry?: undefined; reason: string };

const keyOf = ({ collection, id }: ContentEntry): string => `${collection}/${id}`;

/** @param written `roi-one-pager`, or `one-pagers/roi-one-pager` where several collections have the id */
export const findTarget = (library: Pick<Library, 'entries'>, written: string): Target => {
  const slash = written.indexOf('/');
  const [collection, id] = slash === -1 ? [undefined, written] : [written.slice(0, slash), written.slice(slash + 1)];
  if (collection !== undefined && !isCollectionName(collection))
    return { reason: `There is no collection "${collection}".${didYouMean(collection, Object.keys(collections))}` };
  const entries = [...allEntries(library)];
  const found = entries.filter((entry) => entry.id === id && (collection ?? entry.collection) === entry.collection);
  const [entry, ...others] = found;
  if (!entry) {
    const known = entries.flatMap((other) => (collection === undefined ? [other.id, keyOf(other)] : keyOf(other)));
    return { reason: `There is no entry "${written}".${didYouMean(written, known)}` };
  }
  if (others.length === 0) return { entry };
  return { reason: `There are several "${written}": say which, ${found.map(keyOf).join(' or ')}.` };
};

const didYouMean = (word: string, known: readonly string[]): string => {
  const near = suggest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
};

/** Why an entry cannot be called so; undefined when it can. */
export const whyNotFree = (library: Pick<Library, 'entries'>, entry: ContentEntry, id: string): string | undefined => {
  if (!ID_PATTERN.test(id)) {
    const near = toId(id);
    return `"${id}" cannot be an id: lower-case letters, digits and hyphens.${near === '' ? '' : ` How about "${near}"?`}`;
  }
  if (id === entry.id) return `It is called "${id}" already.`;
  const types: readonly CollectionName[] = isAssetType(entry.collection) ? ASSET_TYPES : [entry.collection];
  for (const type of types) {
    const other = library.entries.get(type)?.get(id);
    if (other) return `"${id}" is taken by ${other.file}.`;
  }
  const owner = formerOwner(library, entry, id);
  return owner && `"${id}" is a former id of ${owner.file}: links to it lead there.`;
};

const formerOwner = (library: Pick<Library, 'entries'>, entry: ContentEntry, id: string): ContentEntry | undefined => {
  const { collection } = entry;
  if (!isPaged(collection)) return undefined;
  const path = entryPath(collection, id);
  return [...allEntries(library)].find((other) => {
    const { aliases } = other.data;
    if (other === entry || !isPaged(other.collection) || !Array.isArray(aliases)) return false;
    const own = other.collection;
    return aliases.some((alias) => typeof alias === 'string' && aliasPath(own, alias) === path);
  });
};
