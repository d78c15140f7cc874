/** The schemas as a table for authors: one section a type, one row a field. */
import { collectionNames } from '../../src/domain/entries.ts';
import { fieldPlan, type PlannedField } from '../../src/schemas/field-plan.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';

const HEAD = `# Fields

Made from the schemas by \`npm run generate\`; do not edit. **\\*** marks what an approved entry must have.
\`list.*.field\` is a field of every item of a list.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A list of references says what its items refer to. */
const targetOf = (field: PlannedField, plan: readonly PlannedField[]): string | undefined =>
  field.refersTo ?? plan.find(({ path }) => path.join('.') === `${field.path.join('.')}.*`)?.refersTo;

const row = (field: PlannedField, plan: readonly PlannedField[]): string => {
  const { path, label, hint, required, audience } = field;
  const target = targetOf(field, plan);
  const notes = [target && `id from \`${target}\``, audience && audience !== 'public' && `${audience} only`].filter(
    Boolean,
  );
  return `| \`${path.join('.')}\`${required ? ' **\\***' : ''} | ${cell(label ?? '')} | ${cell(hint ?? '')} | ${cell(notes.join('; '))} |`;
};

const section = (name: CollectionName): string => {
  const plan = fieldPlan(name);
  const rows = plan.filter((field) => field.hint !== undefined).map((field) => row(field, plan));
  return [
    `## ${name}`,
    '',
    `\`content/${collections[name].folder}/<id>.md\` or \`.yml\``,
    '',
    '| field | name | what to write | notes |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
};

export const fieldReference = (): string => `${[HEAD, ...collectionNames().map(section)].join('\n\n')}\n`;
