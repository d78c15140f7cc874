/** The mapping file of an import, checked before anything else is read. */
import { readFile } from 'node:fs/promises';
import { CORE_SCHEMA, load } from 'js-yaml';
import { collectionNames, isCollectionName, isRecord } from '../../src/domain/entries.ts';
import { readMapping, type Mapping } from '../../src/domain/import/mapping.ts';
import { suggest } from '../../src/domain/suggest.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';
import { Refused } from '../refused.ts';

/** @param given the type of the command line, which wins over the mapping's own */
export const loadMapping = async (
  file: string,
  given: string | undefined,
): Promise<{ type: CollectionName; mapping: Mapping }> => {
  const data = await readYaml(file);
  const own = isRecord(data) && typeof data['type'] === 'string' ? data['type'] : undefined;
  const type = typeNamed(given ?? own);
  const { mapping, problems } = readMapping(data, type);
  if (mapping) return { type, mapping };
  throw new Refused([`${file} is not as a mapping should be:`, ...problems.map((line) => `  ${line}`)].join('\n'));
};

const readYaml = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`There is no mapping file ${file}, or you may not read it.`);
  });
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    throw new Refused(`${file} cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Terms of the taxonomy have no drafts: what is imported there would be live at once. */
const types = (): CollectionName[] => collectionNames().filter((name) => collections[name].kind !== 'taxonomy');

const typeNamed = (name: string | undefined): CollectionName => {
  const known = types();
  if (name === undefined) throw new Refused(`Say with --type what to make: ${known.join(', ')}.`);
  if (isCollectionName(name) && known.includes(name)) return name;
  const near = suggest(name, known);
  const isTerm = isCollectionName(name);
  const why = isTerm ? `${name} are terms, which have no drafts: write them by hand.` : `There is no type "${name}".`;
  throw new Refused(
    `${why} ${near === undefined || isTerm ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`}`,
  );
};
