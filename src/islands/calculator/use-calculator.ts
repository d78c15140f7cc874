/** The state of a calculator: what stands in its fields, and the last numbers that could be used. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { calculate, compile, type Result } from '../../domain/calculators/calculate.ts';
import type { Choices } from '../../domain/calculators/definition.ts';
import type { Formatting } from '../../domain/calculators/format.ts';
import type { Model } from '../../domain/calculators/model.ts';
import type { LinkNotice } from '../../domain/calculators/share-link.ts';
import { loadActions, wantDetails, wantForm } from './demand.ts';
import type { CalculatorProps, CalculatorWords } from './props.ts';

/** A text that stands in a field and has not been taken over yet. */
interface Entry {
  text: string;
  /** It is a number that the model can use, and does. */
  isUsed: boolean;
}

interface Entries {
  /** By the key of their field. */
  typed: Readonly<Record<string, Entry>>;
  choices: Choices;
}

const NOTHING: Entries = { typed: {}, choices: {} };

/** How a number that has been put in changes what is chosen. */
type Change = (choices: Choices) => Choices;

export interface Calculator {
  props: CalculatorProps;
  words: CalculatorWords;
  model: Model;
  formatting: Formatting;
  choices: Choices;
  typed: Entries['typed'];
  result: Result;
  /** A field holds what cannot be used, so the result is that of the last numbers that could. */
  isStale: boolean;
  notices: readonly LinkNotice[];
  dropNotices: () => void;
  /** Keeps the text of a field. @param change what its number changes; undefined where it is none that can be used */
  type: (key: string, text: string, change: Change | undefined) => void;
  /** Puts a number in as if it had been typed and taken over. */
  put: (key: string, change: Change) => void;
  /** What was read stands in the field from now on, written as the page writes numbers. */
  settle: (key: string) => void;
  choose: (change: Partial<Choices>) => void;
  isChanged: boolean;
  reset: () => void;
  /** Brings back what was there before the reset; undefined where there was none. */
  undo: (() => void) | undefined;
}

const without = (typed: Entries['typed'], key: string): Entries['typed'] =>
  Object.fromEntries(Object.entries(typed).filter(([other]) => other !== key));

/** How long a reader must have stopped before the address is changed: browsers refuse to do it all the time. */
const PAUSE = 300;

export const useCalculator = (props: CalculatorProps): Calculator => {
  const { definition, words, locale } = props;
  const model = useMemo(() => compile(definition), [definition]);
  const formatting = useMemo(
    () => ({ locale, currency: definition.currency, labels: words }),
    [locale, definition, words],
  );
  const [entries, setEntries] = useState(NOTHING);
  const [before, setBefore] = useState<Entries>();
  const [notices, setNotices] = useState<readonly LinkNotice[]>([]);
  const { typed, choices } = entries;
  const result = useMemo(() => calculate(model, choices), [model, choices]);

  /** What a reader does, after which there is nothing to bring back. */
  const change = useCallback((next: (old: Entries) => Entries): void => {
    wantDetails();
    wantForm();
    setBefore(undefined);
    setEntries(next);
  }, []);

  useEffect(() => {
    const openLink = () => {
      // Anchors of the page are no links to a case.
      if (!location.hash.includes('=')) return;
      void loadActions().then(({ readLink }) => {
        const shared = readLink(model, location.hash);
        change(() => ({ typed: {}, choices: shared.choices }));
        setNotices(shared.notices);
      });
    };
    openLink();
    addEventListener('hashchange', openLink);
    return () => removeEventListener('hashchange', openLink);
  }, [model, change]);

  useEffect(() => {
    if (choices === NOTHING.choices) return;
    // The address always says what the page shows, so that going back and reloading lose nothing.
    const waiting = setTimeout(() => {
      void loadActions().then(({ keepInAddress }) => keepInAddress(model, choices));
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [model, choices]);

  return {
    ...{ props, words, model, formatting, choices, typed, result, notices },
    isStale: Object.values(typed).some(({ isUsed }) => !isUsed),
    dropNotices: () => setNotices([]),
    type: (key, text, apply) =>
      change((old) => ({
        typed: { ...old.typed, [key]: { text, isUsed: apply !== undefined } },
        choices: apply ? apply(old.choices) : old.choices,
      })),
    put: (key, apply) => change((old) => ({ typed: without(old.typed, key), choices: apply(old.choices) })),
    settle: (key) =>
      setEntries((old) => (old.typed[key]?.isUsed === true ? { ...old, typed: without(old.typed, key) } : old)),
    choose: (made) => change((old) => ({ ...old, choices: { ...old.choices, ...made } })),
    isChanged: Object.keys(typed).length > 0 || Object.keys(choices).length > 0,
    reset: () => {
      setBefore(entries);
      setEntries({ typed: {}, choices: {} });
    },
    undo: before && (() => change(() => before)),
  };
};
