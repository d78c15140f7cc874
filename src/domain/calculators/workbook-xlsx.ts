/** A workbook's plan → the bytes of an XLSX file. Loaded only when somebody asks for the file. */
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Unit } from '../../schemas/assets/calculator.ts';
import type { CellRole, PlannedCell, SheetPlan, WorkbookPlan } from './workbook-sheet.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const writeWorkbook = async (plan: WorkbookPlan): Promise<Uint8Array> =>
  writeXlsx({
    sheets: plan.sheets.map((sheet) => toSheet(sheet, plan.currency)),
    namedRanges: plan.names.map(({ name, ref }) => ({ name, range: ref })),
    properties: { title: plan.title },
    defaultFont: FONT,
  });

const toSheet = (sheet: SheetPlan, currency: string): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, planned] of sheet.rows)
    planned.forEach((cell, column) => {
      if (cell.value !== '' || cell.formula !== undefined) cells.set(`${row},${column}`, toCell(cell, currency));
    });
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
};

const toCell = (cell: PlannedCell, currency: string): Partial<Cell> => {
  const style = styleOf(cell, currency);
  const value = cell.error ?? cell.value ?? null;
  // A text stays a text, whatever it begins with: only what the engine printed is a formula.
  return cell.formula === undefined ? { value, style } : { formula: cell.formula, formulaResult: value, style };
};

const numberFormat = (unit: Unit | undefined, currency: string): string | undefined => {
  switch (unit) {
    case 'currency':
      return `[>=100]#,##0\\ "${currency}";[<=-100]-#,##0\\ "${currency}";#,##0.00\\ "${currency}"`;
    case 'percent':
      return '0.0%';
    case 'ratio':
      return '0.00';
    case 'hours':
    case 'months':
      return '#,##0.0';
    case 'count':
    case undefined:
      return undefined;
  }
};

const FONT = { name: 'Arial', size: 10 } as const;
const LINE = { bottom: { style: 'thin', color: { rgb: '666666' } } } as const;

const LOOKS: Readonly<Record<CellRole, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 16 } },
  heading: { font: { ...FONT, bold: true }, border: LINE },
  'number heading': { font: { ...FONT, bold: true }, border: LINE, alignment: { horizontal: 'right' } },
  text: { font: FONT },
  quiet: { font: { ...FONT, color: { rgb: '595959' } } },
  note: { font: { ...FONT, color: { rgb: '404040' } } },
  entry: { font: FONT, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6D6' } } },
  figure: { font: FONT },
};

const styleOf = ({ role, unit }: PlannedCell, currency: string): CellStyle => {
  const numFmt = numberFormat(unit, currency);
  return numFmt === undefined ? LOOKS[role] : { ...LOOKS[role], numFmt };
};
