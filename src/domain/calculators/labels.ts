/** What a name of a model is called on a page: by its author, or, for standard figures, by the interface. */
import type { Labels } from '../../schemas/labels.ts';
import { fill } from '../ui.ts';
import { STANDARD_NAMES, type StandardName } from './cells.ts';
import type { Model } from './model.ts';

/** What the engine needs of the interface's words; a page sends its reader no others. */
export type CalculatorLabels = Pick<
  Labels,
  'calculator' | 'calculator_figures' | 'calculator_workbook' | 'scenarios' | 'benefit_kinds'
>;

const isStandard = (name: string): name is StandardName => STANDARD_NAMES.some((standard) => standard === name);

/** The name itself where the model does not have it. */
export const labelOf = (model: Model, name: string, labels: CalculatorLabels): string => {
  if (isStandard(name)) return fill(labels.calculator_figures[name], { years: model.years });
  const cell = model.cells.get(name);
  // A benefit at full effect and a cost at the start are named after what their author wrote.
  if (cell?.kind === 'full') return fill(labels.calculator.full_effect, { label: cell.label });
  if (cell?.kind === 'initial') return fill(labels.calculator.at_the_start, { label: cell.label });
  if (cell?.kind === 'switch') return fill(labels.calculator.is_counted, { label: cell.label });
  return cell?.label ?? name;
};
