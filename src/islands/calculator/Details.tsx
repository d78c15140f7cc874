/** What stands behind the result: waiting, every year, the two charts. Its code comes when it is looked at. */
import { useEffect, useRef } from 'react';
import type { LineResult } from '../../domain/calculators/calculate.ts';
import { LONGEST_DELAY } from '../../domain/calculators/definition.ts';
import { formatValue } from '../../domain/calculators/format.ts';
import type { Value } from '../../domain/calculators/values.ts';
import { fill } from '../../domain/ui.ts';
import { CashChart, CashTable, Tornado, TornadoTable, watchedLabel } from './charts.tsx';
import { HowButton } from './HowButton.tsx';
import { startMonth } from './start-month.ts';
import type { Calculator } from './use-calculator.ts';
import { YearTable } from './YearTable.tsx';

interface Props {
  calculator: Calculator;
  ask: (name: string) => void;
}

export const Details = ({ calculator, ask, onReady }: Props & { onReady: () => void }) => {
  const { result, words, isStale } = calculator;
  const page = words.calculator_page;
  const area = useRef<HTMLDivElement>(null);
  const first = useRef(calculator);
  useEffect(() => {
    // What has been switched while this code was on its way.
    const { choose, model } = first.current;
    const touched = model.definition.benefits.flatMap(({ id }) => {
      const input = area.current?.querySelector(`input[name="b.${id}"]`);
      const isTouched = input instanceof HTMLInputElement && input.checked !== input.defaultChecked;
      return isTouched ? [[id, input.checked] as const] : [];
    });
    if (touched.length > 0) choose({ switches: Object.fromEntries(touched) });
    onReady();
  }, [onReady]);
  return (
    <div ref={area} className={isStale ? 'calc-stale' : undefined}>
      {result.figures && (
        <section aria-labelledby="calc:years">
          <h2 id="calc:years">
            {page.year_table}
            {result.hasScenarios && <span className="muted"> {words.scenarios[result.scenario]}</span>}
          </h2>
          <p className="calc-lead">{fill(page.year_table_note, { year: 'n' })}</p>
          <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="calc:years">
            <YearTable calculator={calculator} ask={ask} />
          </div>
        </section>
      )}
      <Lines calculator={calculator} ask={ask} />
      <Waiting calculator={calculator} ask={ask} />
      {result.figures && (
        <section aria-labelledby="calc:cash">
          <h2 id="calc:cash">{page.cash_chart}</h2>
          <CashChart calculator={calculator} />
          <details>
            <summary>{page.as_table}</summary>
            <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="calc:cash">
              <CashTable calculator={calculator} />
            </div>
          </details>
        </section>
      )}
      {result.tornado.length > 0 && (
        <section aria-labelledby="calc:tornado">
          <h2 id="calc:tornado">{page.tornado_chart}</h2>
          <p className="calc-lead">{fill(page.tornado_note, { figure: watchedLabel(calculator) })}</p>
          <Tornado calculator={calculator} />
          <details>
            <summary>{page.as_table}</summary>
            <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="calc:tornado">
              <TornadoTable calculator={calculator} />
            </div>
          </details>
        </section>
      )}
    </div>
  );
};

const isList = (value: LineResult['value']): value is readonly Value[] => Array.isArray(value);

/** Values in between that the author wants to be seen. */
const Lines = ({ calculator, ask }: Props) => {
  const { result, words, formatting } = calculator;
  const page = words.calculator_page;
  const lines = result.lines.filter(({ show }) => show);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="calc:lines">
      <h2 id="calc:lines">{page.between}</h2>
      <dl className="calc-lines">
        {lines.map(({ id, label, unit, value }) => (
          <div key={id}>
            <dt>
              {label} <HowButton words={words} label={label} onClick={() => ask(id)} />
            </dt>
            <dd>{(isList(value) ? value : [value]).map((one) => formatValue(one, unit, formatting)).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** What each month of waiting costs, and what the chosen delay comes to. */
const Waiting = ({ calculator, ask }: Props) => {
  const { props, result, words, formatting, choose } = calculator;
  const waiting = result.costOfInaction;
  if (!waiting) return null;
  const page = words.calculator_page;
  const { delayMonths, perMonth, ofDelay } = waiting;
  const cost = formatValue(ofDelay, 'currency', formatting, 'headline');
  const said =
    delayMonths === 0
      ? page.no_delay
      : fill(page.delay_text, { months: formatValue(delayMonths, 'months', formatting), amount: cost });
  const month = startMonth(delayMonths, formatting.locale, props.today);
  return (
    <section aria-labelledby="calc:waiting" className="calc-waiting">
      <h2 id="calc:waiting">{page.waiting}</h2>
      <p className="calc-lead">
        {fill(page.waiting_lead, { amount: formatValue(perMonth, 'currency', formatting, 'headline') })}{' '}
        <HowButton
          words={words}
          label={words.calculator_figures.inaction_per_month}
          onClick={() => ask('inaction_per_month')}
        />
      </p>
      <div className="calc-delay">
        <label htmlFor="calc:delay">{page.start_later}</label>
        <input
          id="calc:delay"
          name="delay"
          type="range"
          min={0}
          max={LONGEST_DELAY}
          step={1}
          value={delayMonths}
          aria-valuetext={`${said}. ${fill(page.delay_from, { month })}`}
          onChange={(event) => choose({ delayMonths: event.target.valueAsNumber })}
        />
        <output htmlFor="calc:delay">
          <b>{said}</b> <span suppressHydrationWarning>{fill(page.delay_from, { month })}</span>
        </output>
      </div>
      <p className="calc-note">{page.not_added}</p>
    </section>
  );
};
