/**
 * A reader's own numbers as the fragment of an address: what has been changed and nothing else, so that
 * nothing is sent to a server. Whatever comes back is checked again, as if somebody had typed it.
 */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import { discountRateOf, LONGEST_DELAY, type Choices } from './definition.ts';
import type { Model } from './model.ts';
import { problemOf, type NumberField } from './read-number.ts';
import { isOn } from './recompute.ts';
import { chosenInput, chosenSeries, seriesRange, SCENARIOS_IN_ORDER } from './scenarios.ts';

/** What a reader is told about a link that is not as this calculator makes them. */
export type LinkNotice =
  | { kind: 'unknown'; key: string }
  | { kind: 'refused'; key: string; text: string }
  | { kind: 'other version'; made: string; now: number };

export interface SharedChoices {
  choices: Choices;
  notices: readonly LinkNotice[];
}

/** Keys: `v` model version, `i.<id>` input, `s.<id>` series, `b.<id>` benefit on or off, `rate`, `case`, `delay`. */
const VERSION = 'v';
const RATE = 'rate';
const SCENARIO = 'case';
const DELAY = 'delay';

/** Longer than any link this makes: 60 inputs, 20 series, 30 switches. */
const LONGEST_LINK = 8_000;
const MOST_NOTICES = 5;
const LONGEST_QUOTE = 40;

/** The fragment, without `#`; empty where nothing has been changed. */
export const writeLink = (model: Model, choices: Choices): string => {
  const { definition, years } = model;
  const params = new URLSearchParams();
  for (const input of definition.inputs) {
    const value = chosenInput(input, choices);
    if (value !== input.default) params.set(`i.${input.id}`, String(value));
  }
  for (const series of definition.series) {
    const values = chosenSeries(series, choices, years);
    const usual = chosenSeries(series, {}, years);
    if (values.some((value, i) => value !== usual[i])) params.set(`s.${series.id}`, values.join('_'));
  }
  for (const benefit of definition.benefits) {
    const on = isOn(benefit, choices);
    if (on !== benefit.on_by_default) params.set(`b.${benefit.id}`, on ? '1' : '0');
  }
  const { discountRate, scenario = 'expected', delayMonths = 0 } = choices;
  if (discountRate !== undefined && discountRate !== discountRateOf(definition).default)
    params.set(RATE, String(discountRate));
  if (scenario !== 'expected') params.set(SCENARIO, scenario);
  if (delayMonths !== 0) params.set(DELAY, String(delayMonths));
  const changes = params.toString();
  return changes === '' ? '' : `${VERSION}=${definition.model_version}&${changes}`;
};

/** @param fragment with or without `#`; anything at all may stand in it */
export const readLink = (model: Model, fragment: string): SharedChoices => {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { choices: {}, notices: [] };
  if (text.length > LONGEST_LINK) return { choices: {}, notices: [{ kind: 'refused', key: '#', text: quote(text) }] };
  const read = new LinkReader(model);
  for (const [key, value] of new URLSearchParams(text)) read.take(key, value);
  return read.result();
};

const quote = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text);

class LinkReader {
  readonly #model: Model;
  readonly #inputs = new Map<string, number>();
  readonly #series = new Map<string, number[]>();
  readonly #switches = new Map<string, boolean>();
  readonly #notices: LinkNotice[] = [];
  #discountRate: number | undefined;
  #scenario: Scenario | undefined;
  #delayMonths: number | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  take(key: string, text: string): void {
    const { definition } = this.#model;
    const id = key.slice(2);
    const input = key.startsWith('i.') ? definition.inputs.find((known) => known.id === id) : undefined;
    const series = key.startsWith('s.') ? definition.series.find((known) => known.id === id) : undefined;
    const benefit = key.startsWith('b.') ? definition.benefits.find((known) => known.id === id) : undefined;
    if (input) this.#keep(key, text, readPlain(text, input), (value) => this.#inputs.set(id, value));
    else if (series?.editable === true) this.#takeSeries(key, text, series);
    else if (benefit) this.#keep(key, text, SWITCHES.get(text), (on) => this.#switches.set(id, on));
    else this.#takeSetting(key, text);
  }

  result(): SharedChoices {
    return {
      choices: {
        ...(this.#inputs.size > 0 && { inputs: Object.fromEntries(this.#inputs) }),
        ...(this.#series.size > 0 && { series: Object.fromEntries(this.#series) }),
        ...(this.#switches.size > 0 && { switches: Object.fromEntries(this.#switches) }),
        ...(this.#discountRate !== undefined && { discountRate: this.#discountRate }),
        ...(this.#scenario !== undefined && { scenario: this.#scenario }),
        ...(this.#delayMonths !== undefined && { delayMonths: this.#delayMonths }),
      },
      notices: this.#notices.slice(0, MOST_NOTICES),
    };
  }

  #takeSeries(key: string, text: string, series: Model['definition']['series'][number]): void {
    const field = { ...seriesRange(series), default: 0, unit: series.unit };
    const values = text.split('_').map((part) => readPlain(part, field));
    const known = values.filter((value) => value !== undefined);
    const isWhole = known.length === values.length && known.length === this.#model.years;
    this.#keep(key, text, isWhole ? known : undefined, (years) => this.#series.set(series.id, years));
  }

  #takeSetting(key: string, text: string): void {
    const { definition } = this.#model;
    const rate = discountRateOf(definition);
    switch (key) {
      case VERSION:
        if (text !== String(definition.model_version))
          this.#notices.push({ kind: 'other version', made: quote(text), now: definition.model_version });
        return;
      case RATE:
        this.#keep(key, text, readPlain(text, { ...rate, unit: 'percent' }), (value) => (this.#discountRate = value));
        return;
      case SCENARIO:
        this.#keep(
          key,
          text,
          SCENARIOS_IN_ORDER.find((name) => name === text),
          (name) => (this.#scenario = name),
        );
        return;
      case DELAY:
        this.#keep(key, text, readPlain(text, DELAY_FIELD), (months) => (this.#delayMonths = months));
        return;
      default:
        this.#notices.push({ kind: 'unknown', key: quote(key) });
    }
  }

  #keep<T>(key: string, text: string, value: T | undefined, keep: (value: T) => unknown): void {
    if (value === undefined) this.#notices.push({ kind: 'refused', key: quote(key), text: quote(text) });
    else keep(value);
  }
}

const SWITCHES = new Map([
  ['1', true],
  ['0', false],
]);

/** A delay of whole months. */
const DELAY_FIELD: NumberField = { unit: 'months', min: 0, max: LONGEST_DELAY, integer: true, default: 0 };

/** A number as this file writes it, and as the field allows it; nothing else. */
const readPlain = (text: string, field: NumberField): number | undefined => {
  if (!/^-?\d{1,16}(?:\.\d{1,25})?(?:e[+-]?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  return problemOf(value, field) === undefined ? value + 0 : undefined;
};
