/** "How is this worked out?": the formula of a figure, the values in it, their sources, and on to each of them. */
import { useEffect, useRef, useState } from 'react';
import { explain, type ExplainedName, type Explanation } from '../../domain/calculators/explain.ts';
import { formatValue } from '../../domain/calculators/format.ts';
import { labelOf } from '../../domain/calculators/labels.ts';
import type { Value } from '../../domain/calculators/values.ts';
import { fill } from '../../domain/ui.ts';
import { Source } from './SourceLine.tsx';
import type { Calculator } from './use-calculator.ts';

interface Props {
  calculator: Calculator;
  name: string;
  close: () => void;
}

/** A dialog: the keyboard stays inside, Escape closes it, and the focus goes back to where it came from. */
export const ExplanationDialog = ({ calculator, name, close }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** The way from the figure that was asked about to the one that is shown. */
  const [path, setPath] = useState([name]);
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
  }, []);
  useEffect(() => heading.current?.focus(), [path]);
  const shown = path.at(-1) ?? name;
  const explanation = explain(calculator.model, calculator.result.values, shown);
  const page = calculator.words.calculator_page;
  return (
    <dialog ref={dialog} className="calc-dialog" aria-labelledby="calc:explained" onClose={close}>
      <header>
        {path.length > 1 && (
          <button type="button" className="button-quiet" onClick={() => setPath(path.slice(0, -1))}>
            {page.back}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
          {page.close}
        </button>
      </header>
      <p className="eyebrow">{page.explain_title}</p>
      <h2 id="calc:explained" ref={heading} tabIndex={-1}>
        {labelOf(calculator.model, shown, calculator.words)}
      </h2>
      {explanation && (
        <Body calculator={calculator} explanation={explanation} goOn={(next) => setPath([...path, next])} />
      )}
    </dialog>
  );
};

const isList = (value: ExplainedName['value']): value is readonly Value[] => Array.isArray(value);

const valueText = ({ value, unit, kind }: ExplainedName, { formatting, words }: Calculator): string => {
  const page = words.calculator_page;
  if (kind === 'switch') return value === 1 ? page.switched_on : page.switched_off;
  return (isList(value) ? value : [value]).map((one) => formatValue(one, unit, formatting)).join(' · ');
};

const procedureText = (
  procedure: NonNullable<Explanation['procedure']>,
  { calculator_page: page }: Calculator['words'],
): string => {
  switch (procedure) {
    case 'payback':
      return page.procedure_payback;
    case 'internal rate':
      return page.procedure_rate;
    case 'first year of benefits':
    case 'first year of costs':
      return page.procedure_first_year;
  }
};

interface BodyProps {
  calculator: Calculator;
  explanation: Explanation;
  goOn: (name: string) => void;
}

const Body = ({ calculator, explanation, goOn }: BodyProps) => {
  const { words, model } = calculator;
  const page = words.calculator_page;
  const { name, formula, procedure, names, brokenAt, kind, source } = explanation;
  const hasSources = names.some((part) => part.source !== undefined);
  const labelFor = (part: string) => labelOf(model, part, words);
  return (
    <>
      <p className="calc-value">{valueText(explanation, calculator)}</p>
      {brokenAt && <p className="calc-broken">{fill(page.broken, { label: labelFor(brokenAt.name) })}</p>}
      {formula !== undefined && (
        <>
          <h3>{page.formula}</h3>
          <p>
            <code>{`${name} = ${formula}`}</code>
          </p>
        </>
      )}
      {procedure && <p>{procedureText(procedure, words)}</p>}
      {formula === undefined && !procedure && <p>{kind === 'setting' ? page.setting : page.entered}</p>}
      {source && (
        <p>
          {page.source}: <Source source={source} calculator={calculator} />
        </p>
      )}
      {names.length > 0 && (
        <div className="table-scroll">
          <table>
            <caption>{page.worked_out_from}</caption>
            <thead>
              <tr>
                <th scope="col">{page.name}</th>
                <th scope="col">{page.value}</th>
                {hasSources && (
                  <th scope="col" className="calc-from">
                    {page.source}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {names.map((part) => (
                <tr key={part.name}>
                  <th scope="row">
                    {part.hasFormula ? (
                      <button type="button" className="calc-link" onClick={() => goOn(part.name)}>
                        {labelFor(part.name)}
                      </button>
                    ) : (
                      labelFor(part.name)
                    )}
                    <code>{part.name}</code>
                  </th>
                  <td>{valueText(part, calculator)}</td>
                  {hasSources && (
                    <td className="calc-from">
                      {part.source ? <Source source={part.source} calculator={calculator} /> : page.no_source}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
