/** A calculator's file, or its id in the content folder → a definition that the check accepts. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Definition } from '../../src/domain/calculators/definition.ts';
import { parseContentFile } from '../../src/domain/content-file.ts';
import { fixOf, reasonOf, severityOf, type Problem } from '../../src/domain/problems.ts';
import { suggest } from '../../src/domain/suggest.ts';
import { validateEntry } from '../../src/domain/validate.ts';
import { collections } from '../../src/schemas/index.ts';
import { Refused } from '../refused.ts';

const FILE = /\.(?:ya?ml|md)$/;

export const readDefinition = async (calculator: string, contentFolder: string): Promise<Definition> => {
  const file = await findFile(calculator, contentFolder);
  const { parsed, problems } = parseContentFile(file, await readFile(file, 'utf8'));
  if (!parsed) return refuse(problems);
  const entry = { collection: 'calculators', id: 'calculator', file, ...parsed, valid: false } as const;
  const wrong = [...problems, ...validateEntry(entry)].filter((problem) => severityOf(problem) === 'error');
  if (wrong.length > 0) return refuse(wrong);
  return collections.calculators.draft.parse(parsed.data);
};

const findFile = async (calculator: string, contentFolder: string): Promise<string> => {
  if (FILE.test(calculator) && existsSync(calculator)) return calculator;
  const folder = path.join(contentFolder, collections.calculators.folder);
  const files = existsSync(folder) ? (await readdir(folder)).filter((name) => FILE.test(name)) : [];
  const found = files.find((name) => name.replace(FILE, '') === calculator);
  if (found !== undefined) return path.join(folder, found);
  const ids = files.map((name) => name.replace(FILE, ''));
  const near = suggest(calculator, ids);
  const hint = near === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean "${near}"?`;
  throw new Refused(`There is no calculator "${calculator}". ${hint}`);
};

const refuse = (problems: readonly Problem[]): never => {
  const lines = problems.map(
    (problem) => `${problem.file}: ${problem.field ?? ''} ${reasonOf(problem)}. ${fixOf(problem)}`,
  );
  throw new Refused(lines.join('\n'));
};
