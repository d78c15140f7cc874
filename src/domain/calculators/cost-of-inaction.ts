/** What waiting costs: shown beside the return, and never added to it, because both count the same benefits. */
import type { InactionMode } from '../../schemas/assets/calculator.ts';
import type { Model } from './model.ts';
import { singleOf, type Values } from './recompute.ts';
import { isError, type Figure, type Value } from './values.ts';

export interface CostOfInaction {
  mode: InactionMode;
  /** Currency a month, never below 0. */
  perMonth: Figure;
  delayMonths: number;
  /** What the chosen delay costs. */
  ofDelay: Figure;
}

/** Undefined where a model says nothing of it. */
export const costOfInaction = (model: Model, values: Values): CostOfInaction | undefined => {
  if (!model.cells.has('inaction_per_month')) return undefined;
  return {
    mode: model.cells.has('status_quo_per_year') ? 'status_quo' : 'net_first_year',
    perMonth: figureOf(singleOf(values, 'inaction_per_month')),
    delayMonths: Number(singleOf(values, 'delay_months')),
    ofDelay: figureOf(singleOf(values, 'cost_of_delay')),
  };
};

/** The number of a value; a text or a truth among figures is an error. */
export const figureOf = (value: Value): Figure =>
  typeof value === 'number' || isError(value) ? value : { error: '#VALUE!', from: '', position: 0 };
