/** The state of a calculator: what stands in its fields, and the last numbers that could be used. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { calculate, compile, type Result } from '../../domain/calculators/calculate.ts';
import type { Choices } from '../../domain/calculators/definition.ts';
import type { Formatting } from '../../domain/calculators/format.ts';
import type { Model } from '../../domain/calculators/model.ts';
import { readNumber, type ReadNumber } from '../../domain/calculators/read-number.ts';
import type { LinkNotice } from '../../domain/calculators/share-link.ts';
import { wantDetails } from './demand.ts';
import { fieldGroups, type Field, type FieldGroup } from './fields.ts';
import type { CalculatorProps, CalculatorWords } from './props.ts';

/** Texts by the key of their field. */
export type Typed = Readonly<Record<string, string>>;

interface Entries {
  typed: Typed;
  choices: Choices;
}

const NOTHING: Entries = { typed: {}, choices: {} };

export interface Calculator {
  props: CalculatorProps;
  words: CalculatorWords;
  model: Model;
  formatting: Formatting;
  groups: readonly FieldGroup[];
  choices: Choices;
  typed: Typed;
  result: Result;
  /** A field holds what cannot be used, so the result is that of the last numbers that could. */
  isStale: boolean;
  notices: readonly LinkNotice[];
  dropNotices: () => void;
  read: (field: Field) => ReadNumber | undefined;
  type: (field: Field, text: string) => void;
  /** Puts a number into a field as if it had been typed. */
  put: (field: Field, value: number) => void;
  /** What was read stands in the field from now on, written as the page writes numbers. */
  settle: (field: Field) => void;
  choose: (change: Partial<Choices>) => void;
  isChanged: boolean;
  reset: () => void;
  /** Brings back what was there before the reset; undefined where there was none. */
  undo: (() => void) | undefined;
}

const without = (typed: Typed, key: string): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([other]) => other !== key));

/** @param early what was typed before this code had come, by the key of the field */
export const useCalculator = (props: CalculatorProps, early: Typed): Calculator => {
  const { definition, words, locale } = props;
  const model = useMemo(() => compile(definition), [definition]);
  const groups = useMemo(() => fieldGroups(model, words), [model, words]);
  const formatting = useMemo(
    () => ({ locale, currency: definition.currency, labels: words }),
    [locale, definition, words],
  );
  const [entries, setEntries] = useState(NOTHING);
  const [before, setBefore] = useState<Entries>();
  const [notices, setNotices] = useState<readonly LinkNotice[]>([]);
  const { typed, choices } = entries;
  const result = useMemo(() => calculate(model, choices), [model, choices]);

  const readText = useCallback((field: Field, text: string) => readNumber(text, field, formatting), [formatting]);
  const read = (field: Field): ReadNumber | undefined => {
    const text = typed[field.key];
    return text === undefined ? undefined : readText(field, text);
  };
  const fields = groups.flatMap((group) => group.fields);
  const isStale = fields.some((field) => (read(field)?.kind ?? 'number') !== 'number');

  const enter = useCallback(
    (old: Entries, field: Field, text: string): Entries => {
      const answer = readText(field, text);
      return {
        typed: { ...old.typed, [field.key]: text },
        choices: answer.kind === 'number' ? field.put(old.choices, answer.value) : old.choices,
      };
    },
    [readText],
  );
  const change = (next: (old: Entries) => Entries): void => {
    wantDetails();
    setBefore(undefined);
    setEntries(next);
  };

  useEffect(() => {
    const all = groups.flatMap((group) => group.fields);
    const openLink = () => {
      // Anchors of the page are no links to a case.
      if (!location.hash.includes('=')) return;
      void import('./actions.ts').then(({ readLink }) => {
        const shared = readLink(model, location.hash);
        wantDetails();
        setEntries({ typed: {}, choices: shared.choices });
        setNotices(shared.notices);
      });
    };
    openLink();
    setEntries((old) =>
      all.reduce((next, field) => {
        const text = early[field.key];
        return text === undefined ? next : enter(next, field, text);
      }, old),
    );
    addEventListener('hashchange', openLink);
    return () => removeEventListener('hashchange', openLink);
  }, [model, groups, enter, early]);

  useEffect(() => {
    if (choices === NOTHING.choices) return;
    // The address always says what the page shows, so that going back and reloading lose nothing.
    const waiting = setTimeout(
      () => void import('./actions.ts').then(({ keepInAddress }) => keepInAddress(model, choices)),
      300,
    );
    return () => clearTimeout(waiting);
  }, [model, choices]);

  return {
    ...{ props, words, model, formatting, groups, choices, typed, result, isStale, notices, read },
    dropNotices: () => setNotices([]),
    type: (field, text) => change((old) => enter(old, field, text)),
    put: (field, value) =>
      change((old) => ({ typed: without(old.typed, field.key), choices: field.put(old.choices, value) })),
    settle: (field) => {
      if (read(field)?.kind === 'number') setEntries((old) => ({ ...old, typed: without(old.typed, field.key) }));
    },
    choose: (made) => change((old) => ({ ...old, choices: { ...old.choices, ...made } })),
    isChanged: Object.keys(typed).length > 0 || Object.keys(choices).length > 0,
    reset: () => {
      setBefore(entries);
      setEntries({ typed: {}, choices: {} });
    },
    undo: before && (() => change(() => before)),
  };
};
