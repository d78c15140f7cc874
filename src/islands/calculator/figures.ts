/** Which figures stand among the results, in which order, and what each is in every scenario. */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import { formatNamed, withNote, type Style } from '../../domain/calculators/format.ts';
import { labelOf } from '../../domain/calculators/labels.ts';
import { singleOf, valuesIn } from '../../domain/calculators/recompute.ts';
import { SCENARIOS_IN_ORDER } from '../../domain/calculators/scenarios.ts';
import type { Value } from '../../domain/calculators/values.ts';
import type { Calculator } from './use-calculator.ts';

/** Standard figures that every business case shows. */
const STANDARD = [
  'net_present_value',
  'roi',
  'payback_months',
  'internal_rate_of_return',
  'benefits_pv',
  'costs_pv',
  'status_quo_per_year',
  'inaction_per_month',
];

export interface FigureRow {
  name: string;
  label: string;
  help: string | undefined;
  isHeadline: boolean;
  /** As text, one for each scenario that is shown. */
  values: { scenario: Scenario; text: string; value: Value }[];
}

/** All three where they differ; else the expected one alone. */
export const shownScenarios = ({ result }: Pick<Calculator, 'result'>): readonly Scenario[] =>
  result.hasScenarios ? SCENARIOS_IN_ORDER : ['expected'];

export const figureRows = (
  calculator: Pick<Calculator, 'model' | 'choices' | 'result' | 'formatting' | 'words'>,
): FigureRow[] => {
  const { model, choices, result, formatting, words } = calculator;
  const outputs = model.definition.outputs;
  const names = new Set([...result.headlines, ...STANDARD, ...outputs.map(({ id }) => id)]);
  const scenarios = shownScenarios(calculator).map((scenario) => ({
    scenario,
    values: scenario === result.scenario ? result.values : valuesIn(model, choices, scenario),
    figures: result.scenarios.find((other) => other.scenario === scenario)?.figures,
  }));
  return [...names].flatMap((name): FigureRow[] => {
    const cell = model.cells.get(name);
    if (!cell || cell.yearly) return [];
    const output = outputs.find(({ id }) => id === name);
    const isHeadline = result.headlines.includes(name);
    const style: Style = isHeadline ? 'headline' : 'full';
    return [
      {
        ...{ name, isHeadline, label: labelOf(model, name, words), help: output?.help },
        values: scenarios.map(({ scenario, values, figures }) => {
          const value = singleOf(values, name);
          const context = { ...formatting, figures, years: model.years };
          return {
            scenario,
            value,
            text: withNote(formatNamed(name, value, cell.unit, context, style), output?.unit_note),
          };
        }),
      },
    ];
  });
};
