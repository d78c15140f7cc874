/** The reader's own numbers: each with its unit, range, default and source. */
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { entryMessage, formatEntry, formatValue, withNote, type Formatting } from '../../domain/calculators/format.ts';
import { readNumber, type ReadNumber } from '../../domain/calculators/read-number.ts';
import { fill } from '../../domain/ui.ts';
import { fieldGroups, type Field, type FieldGroup } from './fields.ts';
import { SourceLine } from './SourceLine.tsx';
import type { Calculator } from './use-calculator.ts';

/** Takes what is typed into a field: as a number where it is one that can be used, as a text in any case. */
const typeInto = ({ type, formatting }: Calculator, field: Field, text: string): void => {
  const read = readNumber(text, field, formatting);
  type(field.key, text, read.kind === 'number' ? (choices) => field.put(choices, read.value) : undefined);
};

const putInto = ({ put }: Calculator, field: Field, value: number): void =>
  put(field.key, (choices) => field.put(choices, value));

interface Props {
  calculator: Calculator;
  onReady: () => void;
}

export const InputForm = ({ calculator, onReady }: Props) => {
  const { model, words } = calculator;
  const page = words.calculator_page;
  const groups = useMemo(() => fieldGroups(model, words), [model, words]);
  const form = useRef<HTMLElement>(null);
  const first = useRef(calculator);
  useEffect(() => {
    // What has been typed while this code was on its way is still in the fields.
    for (const field of groups.flatMap(({ fields }) => fields)) {
      const input = form.current?.querySelector(`input[name="${field.key}"]`);
      if (!(input instanceof HTMLInputElement) || input.value === input.defaultValue) continue;
      typeInto(first.current, field, input.value);
      if (document.activeElement !== input) first.current.settle(field.key);
    }
    onReady();
  }, [groups, onReady]);
  return (
    <section ref={form} className="calc-form" aria-labelledby="calc:inputs">
      <h2 id="calc:inputs">{page.inputs}</h2>
      {groups.map((group) => (
        <Group key={group.label} group={group} calculator={calculator} />
      ))}
    </section>
  );
};

const Group = ({ group, calculator }: { group: FieldGroup; calculator: Calculator }) => (
  <fieldset>
    <legend>{group.label}</legend>
    {group.help !== undefined && <p className="calc-help">{group.help}</p>}
    {group.fields.map((field) => {
      const { words, choices, typed, formatting } = calculator;
      return (
        <FieldRow
          key={field.key}
          {...{ field, words, formatting, calculator }}
          value={field.valueIn(choices)}
          text={typed[field.key]?.text}
        />
      );
    })}
    {group.source && (
      <p className="calc-note">
        <SourceLine source={group.source} calculator={calculator} />
      </p>
    )}
  </fieldset>
);

/** A word is not wrong while it is being written. */
const PAUSE = 700;

const useSettled = (text: string | undefined): boolean => {
  const [settled, settle] = useState<string>();
  useEffect(() => {
    const waiting = setTimeout(() => settle(text), PAUSE);
    return () => clearTimeout(waiting);
  }, [text]);
  return settled === text;
};

interface RowProps {
  field: Field;
  value: number;
  /** What has been typed and not yet been taken over. */
  text: string | undefined;
  words: Calculator['words'];
  formatting: Formatting;
  calculator: Calculator;
}

const ARROWS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** The next number in a field's own steps, without the noise of binary fractions, within its range. */
const stepped = ({ step, min = -Infinity, max = Infinity }: Field, value: number, steps: number): number =>
  Math.min(max, Math.max(min, Number((value + steps * step).toPrecision(12))));

const FieldRow = memo(
  ({ field, value, text, words, formatting, calculator }: RowProps) => {
    const page = words.calculator_page;
    const { key, unit, label } = field;
    const read = text === undefined ? undefined : readNumber(text, field, formatting);
    const [isLeft, setLeft] = useState(true);
    const isSettled = useSettled(text);
    const message = read && (isLeft || isSettled) ? entryMessage(read, unit, formatting) : undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const steps = ARROWS[event.key];
      if (event.key === 'Enter') calculator.settle(key);
      if (steps === undefined) return;
      event.preventDefault();
      putInto(calculator, field, stepped(field, value, steps));
    };
    const id = `calc:${key}`;
    const isChanged = value !== field.default;
    return (
      <div className="calc-field" data-changed={isChanged ? true : undefined}>
        <div className="calc-about">
          <label htmlFor={id}>{label}</label>
          <div id={`${id}.about`}>
            {field.help !== undefined && <p className="calc-help">{field.help}</p>}
            {(field.source ?? field.whoKnows) !== undefined && (
              <p className="calc-note">
                {field.source && <SourceLine source={field.source} calculator={calculator} />}
                {field.source && field.whoKnows !== undefined && ' · '}
                {field.whoKnows !== undefined && `${page.who_knows}: ${field.whoKnows}`}
              </p>
            )}
          </div>
        </div>
        <div className="calc-entry">
          <div className="calc-input" data-unit={unit}>
            <UnitMark field={field} formatting={formatting} side="before" words={words} />
            <input
              id={id}
              name={key}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              spellCheck={false}
              value={text ?? formatEntry(value, unit, formatting.locale)}
              aria-invalid={message === undefined ? undefined : true}
              aria-describedby={`${id}.message ${id}.about`}
              onChange={(event) => {
                setLeft(false);
                typeInto(calculator, field, event.target.value);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => {
                setLeft(true);
                calculator.settle(key);
              }}
            />
            <UnitMark field={field} formatting={formatting} side="after" words={words} />
          </div>
          <div className="calc-message" id={`${id}.message`} aria-live="polite">
            {message !== undefined && <p>{message}</p>}
            {message !== undefined && read?.kind === 'ambiguous' && (
              <Readings read={read} field={field} calculator={calculator} />
            )}
          </div>
          <p className="calc-note">
            {isChanged && (
              <>
                <button type="button" className="calc-link" onClick={() => putInto(calculator, field, field.default)}>
                  {fill(page.default_is, { value: withUnit(field.default, field, formatting) })}
                </button>{' '}
              </>
            )}
            {rangeText(field, calculator)}
          </p>
        </div>
      </div>
    );
  },
  (old, next) => old.value === next.value && old.text === next.text && old.field === next.field,
);

const withUnit = (value: number, { unit, unitNote }: Field, formatting: Formatting): string =>
  withNote(formatValue(value, unit, formatting, 'exact'), unitNote);

const rangeText = ({ min, max, unit }: Field, { words, formatting }: Calculator): string => {
  const page = words.calculator_page;
  // The words for hours and months stand beside the field.
  const sign = unit === 'hours' || unit === 'months' ? 'count' : unit;
  const show = (value: number) => formatValue(value, sign, formatting, 'exact');
  if (min !== undefined && max !== undefined) return fill(page.range_both, { min: show(min), max: show(max) });
  if (min !== undefined) return fill(page.range_from, { min: show(min) });
  return max === undefined ? '' : fill(page.range_to, { max: show(max) });
};

interface MarkProps {
  field: Field;
  formatting: Formatting;
  side: 'before' | 'after';
  words: Calculator['words'];
}

/** The sign of a unit where the locale writes it, and the author's own words after it. */
const UnitMark = ({ field: { unit, unitNote }, formatting, side, words }: MarkProps) => {
  const { unit_hours, unit_months } = words.calculator_page;
  const sign =
    unit === 'hours' ? ['', unit_hours] : unit === 'months' ? ['', unit_months] : signAround(unit, formatting);
  const text = side === 'before' ? sign[0] : [sign[1], unitNote].filter(Boolean).join(' ');
  return text === undefined || text === '' ? null : <span className="calc-unit">{text}</span>;
};

/** What a locale writes before and after an amount or a percentage: `$`, `%`. */
const signAround = (unit: Field['unit'], formatting: Formatting): readonly string[] =>
  unit === 'currency' || unit === 'percent'
    ? formatValue(1, unit, formatting, 'exact')
        .split('1')
        .map((part) => part.replace(/^[01.,]+/, '').trim())
    : [];

interface ReadingsProps {
  read: Extract<ReadNumber, { kind: 'ambiguous' }>;
  field: Field;
  calculator: Calculator;
}

/** What a text could mean, for the reader to choose. */
const Readings = ({ read, field, calculator }: ReadingsProps) => (
  <p className="calc-readings">
    {read.readings.map((reading) => (
      <button key={reading} type="button" className="button-quiet" onClick={() => putInto(calculator, field, reading)}>
        {formatValue(reading, field.unit, calculator.formatting, 'exact')}
      </button>
    ))}
  </p>
);
