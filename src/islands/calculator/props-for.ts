/** An entry's view → what its calculator in the browser needs, and nothing more. */
import { liveAddress } from '../../domain/paper.ts';
import type { EntryOf } from '../../domain/site-library.ts';
import type { Ui } from '../../domain/ui.ts';
import type { EntryView } from '../../domain/views.ts';
import type { CalculatorProps } from './props.ts';

export const calculatorProps = (
  ui: Ui,
  view: Pick<EntryView, 'claims' | 'paperFor'>,
  entry: EntryOf<'calculators'>,
  isEmbedded: boolean,
): CalculatorProps => {
  const { labels, settings } = ui;
  const { data } = entry;
  const { calculator, calculator_page, calculator_figures, calculator_workbook, scenarios, benefit_kinds } = labels;
  return {
    definition: {
      title: data.title,
      model_version: data.model_version,
      locale: data.locale,
      currency: data.currency,
      horizon_years: data.horizon_years,
      discount_rate: data.discount_rate,
      inputs: data.inputs,
      series: data.series,
      lines: data.lines,
      benefits: data.benefits,
      costs: data.costs,
      outputs: data.outputs,
      headlines: data.headlines,
      cost_of_inaction: data.cost_of_inaction,
      // On the page as text; the browser has no use for it.
      methodology: undefined,
      disclosure: data.disclosure,
      tests: [],
    },
    words: { calculator, calculator_page, calculator_figures, calculator_workbook, scenarios, benefit_kinds },
    locale: data.locale ?? settings.locale,
    siteName: settings.brand.name,
    address: liveAddress(ui, entry, view.paperFor),
    claims: Object.fromEntries(view.claims.map((claim) => [claim.id, claim.path])),
    today: settings.frozen_on,
    isEmbedded,
  };
};
