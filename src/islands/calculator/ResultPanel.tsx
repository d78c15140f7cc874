/** What it comes to: the largest figures, in three scenarios side by side. */
import { useEffect, useState } from 'react';
import { formatPayback } from '../../domain/calculators/format.ts';
import { isError } from '../../domain/calculators/values.ts';
import { fill } from '../../domain/ui.ts';
import { figureRows, shownScenarios, type FigureRow } from './figures.ts';
import { HowButton } from './HowButton.tsx';
import type { Calculator } from './use-calculator.ts';

interface Props {
  calculator: Calculator;
  ask: (name: string) => void;
}

/** How many inputs are named as those that matter most. */
const LEVERS = 3;

/** What has to be said before anything else, where there is such a thing. */
export const verdictOf = ({ result, model, words, formatting }: Calculator): string[] => {
  const npv = result.figures?.npv ?? 0;
  if (!result.figures || isError(npv) || npv >= 0) return [];
  const levers = result.tornado.slice(0, LEVERS).map(({ label }) => label);
  const { payback } = result.figures;
  return [
    fill(words.calculator.does_not_pay_back, { years: model.years }),
    ...(isError(payback.months)
      ? []
      : [
          fill(words.calculator_page.undiscounted_payback, {
            payback: formatPayback(payback, model.years, formatting),
          }),
        ]),
    ...(levers.length > 0 ? [fill(words.calculator.levers, { levers: levers.join(', ') })] : []),
  ];
};

/** How long a reader must have stopped before the result is read out. */
const PAUSE = 1200;

/** Said once the reader has stopped typing; nothing while they go on, and nothing when the page opens. */
const Announcer = ({ text }: { text: string }) => {
  const [[first, said], say] = useState([text, '']);
  useEffect(() => {
    const waiting = setTimeout(() => say(([begun]) => (text === begun ? [begun, ''] : ['', text])), PAUSE);
    return () => clearTimeout(waiting);
  }, [text, first]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
};

export const ResultPanel = ({ calculator, ask }: Props) => {
  const { words, result, isStale } = calculator;
  const page = words.calculator_page;
  const rows = figureRows(calculator);
  const headlines = rows.filter(({ isHeadline }) => isHeadline);
  const verdict = verdictOf(calculator);
  // What is wrong is said at the field.
  const spoken = isStale
    ? ''
    : [
        fill(page.announce, {
          scenario: words.scenarios[result.scenario],
          figures: headlines.map(({ label, values }) => `${label} ${shownText(values, result.scenario)}`).join(', '),
        }),
        ...verdict,
      ].join(' ');
  const [main] = headlines;
  return (
    <section className="calc-result" aria-labelledby="calc:result">
      <h2 id="calc:result">{page.result}</h2>
      <Announcer text={spoken} />
      {isStale && <p className="calc-stale-note">{page.stale}</p>}
      <div className={isStale ? 'calc-stale' : undefined}>
        {verdict.length > 0 && (
          <div className="calc-verdict">
            {verdict.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        <ScenarioTable calculator={calculator} rows={rows} ask={ask} />
      </div>
      {main && (
        <p className="calc-bar" aria-hidden="true">
          <span>{main.label}</span> <b>{shownText(main.values, result.scenario)}</b>
        </p>
      )}
    </section>
  );
};

/** A number of this many signs must be set smaller to stand in one line. */
const LONG_WORD = 10;

const hasLongWord = (text: string): boolean => text.split(' ').some((word) => word.length >= LONG_WORD);

const shownText = (values: FigureRow['values'], shown: string): string =>
  (values.find(({ scenario }) => scenario === shown) ?? values[0])?.text ?? '';

const ScenarioTable = ({ calculator, rows, ask }: Props & { rows: readonly FigureRow[] }) => {
  const { words, result, choose } = calculator;
  const page = words.calculator_page;
  const scenarios = shownScenarios(calculator);
  return (
    <table className="calc-scenarios" data-columns={scenarios.length}>
      <caption className="visually-hidden">{page.results_by_scenario}</caption>
      {scenarios.length > 1 && (
        <thead>
          <tr>
            {scenarios.map((scenario) => (
              <th key={scenario} scope="col" data-scenario={scenario}>
                <label title={page.scenario_hint}>
                  <input
                    type="radio"
                    name="case"
                    checked={result.scenario === scenario}
                    onChange={() => choose({ scenario })}
                  />
                  {words.scenarios[scenario]}
                </label>
              </th>
            ))}
          </tr>
        </thead>
      )}
      {rows.map(({ name, label, help, isHeadline, values }) => (
        <tbody
          key={name}
          className={isHeadline ? 'headline' : undefined}
          data-long={values.some(({ text }) => hasLongWord(text)) ? true : undefined}
        >
          <tr>
            <th scope="rowgroup" colSpan={scenarios.length}>
              {label} <HowButton words={words} label={label} onClick={() => ask(name)} />
              {help !== undefined && isHeadline && <span className="calc-help">{help}</span>}
            </th>
          </tr>
          <tr>
            {values.map(({ scenario, text, value }) => (
              <td
                key={scenario}
                data-scenario={scenario}
                data-below={typeof value === 'number' && value < 0 ? true : undefined}
              >
                {text}
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
};
