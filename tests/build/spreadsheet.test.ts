/**
 * The engine and LibreOffice work out the same workbooks, apart from each other: thousands of formulas
 * made at random, and every calculator of the example. What the file stores is not believed.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { findSpreadsheet } from '../../scripts/spreadsheet.ts';
import { readDefinition } from '../../scripts/calc/read-definition.ts';
import { compile } from '../../src/domain/calculators/calculate.ts';
import type { Choices, Definition } from '../../src/domain/calculators/definition.ts';
import type { PlannedCell, WorkbookPlan } from '../../src/domain/calculators/workbook-sheet.ts';
import { writeWorkbook } from '../../src/domain/calculators/workbook-xlsx.ts';
import { planWorkbook } from '../../src/domain/calculators/workbook.ts';
import { labelsSchema } from '../../src/schemas/labels.ts';
import { definition, SPEND } from '../fixtures/calculators.ts';
import { SHEET_INPUTS, SHEET_SERIES, sheetFormulas } from '../fixtures/sheet-formulas.ts';
import { recalculate, type Found, type Recalculated } from './recalculate.ts';

const soffice = findSpreadsheet();
const CONTENT = path.resolve(import.meta.dirname, '../../content');
const GENERATED = 2_400;

/** A model whose lines are these formulas. */
const modelOf = (formulas: readonly string[]): Definition => ({
  ...definition({
    inputs: Object.entries(SHEET_INPUTS).map(([id, value]) => ({ id, label: id, default: value })),
    series: Object.entries(SHEET_SERIES).map(([id, values]) => ({ id, label: id, values, unit: 'currency' })),
  }),
  lines: formulas.map((formula, i) => ({ id: `generated_${i}`, label: formula, formula, unit: 'count', show: false })),
});

const plans = new Map<string, WorkbookPlan>();
let recalculated: ReadonlyMap<string, Recalculated>;

const addPlan = async (name: string, given: Definition, choices: Choices = {}): Promise<void> => {
  const labels = labelsSchema.parse(load(await readFile(path.join(CONTENT, 'labels/en.yml'), 'utf8')));
  plans.set(name, planWorkbook(compile(given), choices, { labels, locale: 'en-GB', currency: given.currency }));
};

/** The stored values are taken away from some files and falsified in others: they must not matter. */
const falsified = (plan: WorkbookPlan): WorkbookPlan => {
  for (const { rows } of plan.sheets)
    for (const cells of rows.values())
      for (const cell of cells) if (cell.formula !== undefined) Object.assign(cell, { value: 4711, error: undefined });
  return plan;
};

if (soffice === undefined)
  test.skip('LibreOffice is not installed, so no workbook is recalculated: install it, or name it in SOFFICE', () =>
    undefined);

describe.skipIf(soffice === undefined)('LibreOffice comes to the same', () => {
  beforeAll(async () => {
    await addPlan('generated', modelOf(sheetFormulas(GENERATED, 20_261_122)));
    for (const file of await readdir(path.join(CONTENT, 'calculators'))) {
      const id = path.parse(file).name;
      const found = await readDefinition(id, CONTENT);
      await addPlan(id, found);
      await addPlan(`${id} cautious`, found, { scenario: 'conservative', delayMonths: 3, discountRate: 0.05 });
    }
    const changed: Choices = {
      inputs: { employees: 77, share_saved: 0.9 },
      series: { adoption: [0, 0.5, 0.7] },
      switches: { more_revenue: true },
    };
    await addPlan('changed', definition(SPEND), changed);
    // Nothing is paid, nothing comes back, and money that comes and goes.
    await addPlan('free', definition({ ...SPEND, costs: [] }));
    await addPlan('never', definition(SPEND), { inputs: { seat_price: 100 } });
    const flows = (net: readonly number[]) =>
      definition({
        series: [{ id: 'gains', label: 'Gains', unit: 'currency', min: -1000, values: net }],
        benefits: [{ id: 'gain', label: 'Gain', kind: 'cost', formula: 'gains' }],
        costs: [{ id: 'spending', label: 'Spending', initial: 100 }],
        outputs: [{ id: 'own_rate', label: 'Rate', formula: 'IRR(-100, net_by_year)', format: 'percent' }],
      });
    await addPlan('twice', flows([150, -100, 200]));
    await addPlan('at last', flows([20, 30, 90]));
    await addPlan(
      'nothing',
      definition({ ...SPEND, benefits: [], costs: [{ id: 'free', label: 'Free' }], outputs: [] }),
    );

    const files = new Map<string, Uint8Array>();
    for (const [name, plan] of plans) files.set(name, await writeWorkbook(plan));
    const lie = falsified(
      planWorkbook(
        compile(definition(SPEND)),
        {},
        {
          labels: labelsSchema.parse(load(await readFile(path.join(CONTENT, 'labels/en.yml'), 'utf8'))),
          locale: 'en-GB',
          currency: 'EUR',
        },
      ),
    );
    files.set('falsified', await writeWorkbook(lie));
    await addPlan('falsified', definition(SPEND));
    recalculated = await recalculate(soffice ?? '', files);
  }, 120_000);

  test(`in ${GENERATED} generated formulas, and what else is in their workbook`, () => {
    const compared = differencesIn('generated');
    expect(compared.differences).toEqual([]);
    expect(compared.count).toBeGreaterThan(GENERATED);
  });

  test('in every calculator of the example, and in cases at the edges', () => {
    const names = [...plans.keys()].filter((name) => name !== 'generated');
    expect(names.length).toBeGreaterThan(10);
    expect(names.flatMap((name) => differencesIn(name).differences)).toEqual([]);
  });

  const differencesIn = (name: string): { differences: string[]; count: number } => {
    const differences: string[] = [];
    let count = 0;
    for (const sheet of plans.get(name)?.sheets ?? []) {
      const found = recalculated.get(name)?.get(sheet.name);
      for (const [row, cells] of sheet.rows)
        for (const [column, cell] of cells.entries()) {
          if (cell.formula === undefined) continue;
          count++;
          const actual = found?.get(`${row},${column}`) ?? null;
          if (!agrees(cell, actual))
            differences.push(
              `${name}, ${sheet.name} ${row + 1}:${column}: =${cell.formula} is ${String(cell.error ?? cell.value)} here and ${String(actual)} there`,
            );
        }
    }
    return { differences, count };
  };
});

const RELATIVE = 1e-9;
/** What is left of a difference of equal numbers is noise, and differs. */
const NOISE = 1e-9;

const agrees = (cell: PlannedCell, actual: Found): boolean => {
  if (cell.error !== undefined) return sameError(cell.error, actual, cell.formula ?? '');
  const { value } = cell;
  if (typeof value !== 'number') return value === '' ? actual === null || actual === '' : value === actual;
  if (typeof actual !== 'number') return false;
  return Math.abs(value - actual) <= Math.max(RELATIVE * Math.max(Math.abs(value), Math.abs(actual)), NOISE);
};

/**
 * What Excel calls `#NUM!`, LibreOffice knows as an invalid argument, and writes down as `#VALUE!`; so it
 * does with any error among the flows of NPV.
 */
const sameError = (error: string, actual: Found, formula: string): boolean =>
  actual === error || (actual === '#VALUE!' && (error === '#NUM!' || formula.includes('NPV(')));
