/** What a reader does with a case when it is worked out: keep it, send it. Loaded when it is asked for. */
import { offerFile } from '../../browser/offer-file.ts';
import type { Choices } from '../../domain/calculators/definition.ts';
import type { Model } from '../../domain/calculators/model.ts';
import { writeLink } from '../../domain/calculators/share-link.ts';
import type { WorkbookContext } from '../../domain/calculators/workbook.ts';

export { readLink } from '../../domain/calculators/share-link.ts';

/** The address of the page with the reader's numbers in its fragment, which no server ever sees. */
export const caseAddress = (address: string, model: Model, choices: Choices): string => {
  const fragment = writeLink(model, choices);
  return fragment === '' ? address : `${address}#${fragment}`;
};

export const keepInAddress = (model: Model, choices: Choices): void => {
  history.replaceState(history.state, '', caseAddress(location.pathname + location.search, model, choices));
};

/** `/calculators/roi-of-spend-control/` → `roi-of-spend-control` */
const fileName = (address: string): string => new URL(address).pathname.split('/').findLast(Boolean) ?? 'calculator';

export interface ExportedCase {
  model: Model;
  choices: Choices;
  context: WorkbookContext & { address: string };
}

export const downloadCsv = async ({ model, choices, context }: ExportedCase): Promise<void> => {
  const { writeCsv, CSV_TYPE } = await import('../../domain/calculators/workbook-csv.ts');
  offerFile(`${fileName(context.address)}.csv`, [writeCsv(model, choices, context)], CSV_TYPE);
};

/** A workbook; where it cannot be made, CSV. @returns whether it is a workbook */
export const downloadWorkbook = async (exported: ExportedCase): Promise<boolean> => {
  try {
    const { model, choices, context } = exported;
    const [{ planWorkbook }, { writeWorkbook, XLSX_TYPE }] = await Promise.all([
      import('../../domain/calculators/workbook.ts'),
      import('../../domain/calculators/workbook-xlsx.ts'),
    ]);
    const bytes = await writeWorkbook(planWorkbook(model, choices, context));
    offerFile(`${fileName(context.address)}.xlsx`, [new Uint8Array(bytes)], XLSX_TYPE);
    return true;
  } catch {
    await downloadCsv(exported);
    return false;
  }
};
