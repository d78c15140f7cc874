/** The workbook and the CSV file: what stands in them, and that a text in them is never a formula. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/domain/calculators/calculate.ts';
import { writeCsv } from '../../../../src/domain/calculators/workbook-csv.ts';
import { writeWorkbook } from '../../../../src/domain/calculators/workbook-xlsx.ts';
import { planWorkbook, type WorkbookPlan } from '../../../../src/domain/calculators/workbook.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { definition, SPEND } from '../../../fixtures/calculators.ts';

const labels = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8')));
const CONTEXT = { labels, locale: 'en-GB', currency: 'EUR', address: 'https://halyard.example/calculators/a/' };

const model = compile(
  definition({ ...SPEND, methodology: 'See [here](/a/).\n\n- **One**', disclosure: 'No promise.' }),
);
const plan = planWorkbook(model, { inputs: { employees: 900 } }, CONTEXT);

const EVIL = ['=1+1', "=CMD|' /C calc'!A0", '+1', '-1', '@SUM(1)', '\t=1', '|x'];
const evil = compile(
  definition({
    title: EVIL[1],
    inputs: EVIL.map((label, i) => ({
      id: `input_${i}`,
      label,
      default: -5,
      unit_note: label.trim(),
      source: { text: label },
    })),
    outputs: [{ id: 'sum_of_two', label: EVIL[0], formula: '-input_1 + input_2' }],
    methodology: EVIL.join('\n\n'),
    disclosure: EVIL[4],
  }),
);

const cellsOf = ({ sheets }: WorkbookPlan) => sheets.flatMap(({ rows }) => [...rows.values()].flat());

describe('the plan', () => {
  test('has the five sheets, and a name for every value', () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual(['Summary', 'Inputs', 'Model', 'Scenarios', 'Method']);
    const names = plan.names.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of model.cells.keys()) if (name !== 'year') expect(names, name).toContain(name);
    expect(plan.names.find(({ name }) => name === 'employees')?.ref).toMatch(/^'Inputs'!\$B\$\d+$/);
    expect(plan.names.find(({ name }) => name === 'adoption')?.ref).toMatch(/^'Inputs'!\$B\$\d+:\$D\$\d+$/);
  });

  test('has the author’s formulas, by name, and every scenario with cells of its own', () => {
    const formulas = cellsOf(plan).map(({ formula }) => formula);
    expect(formulas).toContain('requests * hours_per_request * share_saved');
    expect(formulas).toContain('NPV(discount_rate, benefits_by_year)');
    expect(formulas.filter((formula) => formula?.startsWith('NPV(discount_rate, $C$'))).toHaveLength(3);
    expect(formulas).toContain('SUM(benefits_by_year)');
  });

  test('has the reader’s number where it can be changed', () => {
    const inputs = plan.sheets.find(({ name }) => name === 'Inputs');
    const row = [...(inputs?.rows.values() ?? [])].find(([first]) => first?.value === 'Employees');
    expect(row?.map(({ value }) => value).slice(1, 6)).toEqual([900, 900, 900, 900, 900]);
    expect(row?.[2]).toMatchObject({ role: 'entry', formula: undefined });
  });
});

describe('texts are texts', () => {
  test('no formula holds anything but what the engine printed', () => {
    for (const { formula } of cellsOf(planWorkbook(evil, {}, CONTEXT))) expect(formula ?? '').not.toMatch(/CMD|@|\|/);
  });

  test('and in the file none begins a formula', async () => {
    const files = unzipSync(await writeWorkbook(planWorkbook(evil, {}, CONTEXT)));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(5);
    const xml = sheets.map(([, bytes]) => strFromU8(bytes)).join('');
    const formulas = [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => formula);
    expect(formulas.length).toBeGreaterThan(10);
    for (const formula of formulas) expect(formula).not.toMatch(/CMD|1\+1|SUM\(1\)/);
    expect(Object.keys(files).filter((name) => /external|macro|vba/i.test(name))).toEqual([]);
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain("=CMD|' /C calc'!A0");
  });

  test('in CSV they are told to be texts, and numbers stay numbers', () => {
    const lines = writeCsv(evil, {}, CONTEXT).split('\r\n');
    const fields = lines.flatMap((line) => line.split(','));
    for (const field of fields) expect(field.replace(/^\uFEFF?"?/, '')).not.toMatch(/^[=+@\t\r|]|^-\D/);
    expect(lines.find((line) => line.includes('input_1'))).toContain(',-5,');
    expect(lines.find((line) => line.includes('sum_of_two'))).toContain("'-input_1 + input_2");
  });
});

test('a CSV file has every name with its values, years and formula', () => {
  const lines = writeCsv(model, { inputs: { employees: 900 } }, CONTEXT).split('\r\n');
  expect(lines[0]).toBe('\uFEFFWhat it is,Name in formulas,Unit,Value,Year 1,Year 2,Year 3,Formula');
  expect(lines).toContain('Employees,employees,count,900,,,,');
  expect(lines).toContain('Adoption,adoption,percent,,0.6,0.9,1,');
  expect(lines).toContain('Requests a year,requests,count,7200,,,,employees * 8');
  expect(lines).toHaveLength(model.cells.size + 2);
});
