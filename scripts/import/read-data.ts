/** JSON and YAML: one entry a file, a list of them, or entries somewhere inside. */
import { parseAllDocuments } from 'yaml';
import type { Mapping } from '../../src/domain/import/mapping.ts';
import { valuesOf } from '../../src/domain/import/read-source.ts';
import type { ReadFile } from './read-rows.ts';
import { Unreadable } from './unreadable.ts';

export const readJson = (text: string, mapping: Mapping): ReadFile => rowsIn([JSON.parse(text)], mapping);

export const readYaml = (text: string, mapping: Mapping): ReadFile => {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return { rows: [] };
  return rowsIn(
    documents.map((document) => {
      const [error] = document.errors;
      if (error) throw new Unreadable(`cannot be read as YAML: ${error.message.split('\n')[0] ?? ''}`);
      // Few entries name a value a hundred times; a file that multiplies into millions does.
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      return value;
    }),
    mapping,
  );
};

const rowsIn = (documents: readonly unknown[], { rows }: Mapping): ReadFile => {
  const items = documents.flatMap((document) => valuesOf(document, rows === undefined ? [] : rows.split('.')));
  const isWhole = items.length === 1 && rows === undefined;
  return { rows: items.map((data, i) => (isWhole ? { data } : { data, part: `item ${i + 1}` })) };
};
