/** Two charts as inline SVG: sizes are attributes, because the page's policy allows no inline styles. */
import { formatPayback, formatValue } from '../../domain/calculators/format.ts';
import { labelOf } from '../../domain/calculators/labels.ts';
import type { Figure } from '../../domain/calculators/values.ts';
import { fill } from '../../domain/ui.ts';
import type { Calculator } from './use-calculator.ts';

const HEIGHT = 240;
const MARGIN = 44;

const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;

/** The lowest and highest of some numbers, with nought among them. */
const rangeOf = (numbers: readonly number[]): { low: number; high: number } => ({
  low: Math.min(0, ...numbers),
  high: Math.max(0, ...numbers),
});

const isNumber = (figure: Figure): figure is number => typeof figure === 'number';

export const CashChart = ({ calculator }: { calculator: Calculator }) => {
  const { result, words, formatting } = calculator;
  const { cashFlow, figures, years } = result;
  const sums = cashFlow?.cumulative.filter(isNumber) ?? [];
  if (!figures || sums.length !== years + 1) return null;
  const page = words.calculator_page;
  const { low, high } = rangeOf(sums);
  const y = (value: number): number =>
    MARGIN + (high === low ? 0.5 : (high - value) / (high - low)) * (HEIGHT - 2 * MARGIN);
  /** Room for the first and the last label on both sides. */
  const x = (year: number): number => 0.08 + (year / years) * 0.84;
  const money = (value: number): string => formatValue(value, 'currency', formatting, 'headline');
  const labels = [page.start, ...Array.from({ length: years }, (_, i) => fill(page.year_of, { year: i + 1 }))];
  const summary = fill(page.cash_summary, {
    first: money(sums[0] ?? 0),
    last: money(sums.at(-1) ?? 0),
    years,
    payback: formatPayback(figures.payback, years, formatting),
  });
  const { months } = figures.payback;
  return (
    <svg className="calc-cash" role="img" aria-label={`${page.cash_chart}. ${summary}`} width="100%" height={HEIGHT}>
      <line className="axis" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      {typeof months === 'number' && months > 0 && months <= years * 12 && (
        <g className="payback">
          <line x1={percent(x(months / 12))} x2={percent(x(months / 12))} y1="18" y2={y(0)} />
          <text x={percent(x(months / 12))} y="12" textAnchor="middle">
            {words.calculator_figures.payback_months}: {formatPayback(figures.payback, years, formatting)}
          </text>
        </g>
      )}
      {sums.slice(1).map((value, i) => (
        <line
          key={labels[i + 1]}
          className="flow"
          x1={percent(x(i))}
          y1={y(sums[i] ?? 0)}
          x2={percent(x(i + 1))}
          y2={y(value)}
        />
      ))}
      {sums.map((value, year) => (
        <g key={labels[year]}>
          <circle cx={percent(x(year))} cy={y(value)} r="4.5" className={value < 0 ? 'below' : undefined} />
          <text x={percent(x(year))} y={y(value) + (value < 0 ? 20 : -12)} textAnchor="middle" className="value">
            {money(value)}
          </text>
          <text x={percent(x(year))} y={HEIGHT - 6} textAnchor="middle">
            {labels[year]}
          </text>
        </g>
      ))}
    </svg>
  );
};

export const CashTable = ({ calculator }: { calculator: Calculator }) => {
  const { result, words, formatting } = calculator;
  const page = words.calculator_page;
  const { cashFlow, years } = result;
  if (!cashFlow) return null;
  const rows = [
    [page.benefits, cashFlow.benefits],
    [page.costs, cashFlow.costs],
    [page.net, cashFlow.net],
    [page.cumulative, cashFlow.cumulative],
  ] as const;
  return (
    <table>
      <caption className="visually-hidden">{page.cash_chart}</caption>
      <thead>
        <tr>
          <th scope="col">{page.line}</th>
          {Array.from({ length: years + 1 }, (_, year) => (
            <th key={year} scope="col">
              {year === 0 ? page.start : fill(page.year_of, { year })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, figures]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {figures.map((figure, year) => (
              <td key={year}>{formatValue(figure, 'currency', formatting)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** More bars say less. */
const MOST_BARS = 8;

export const Tornado = ({ calculator }: { calculator: Calculator }) => {
  const { result, formatting, model } = calculator;
  const unit = model.cells.get(result.tornadoOf ?? '')?.unit ?? 'count';
  const bars = result.tornado.slice(0, MOST_BARS);
  const ends = bars.flatMap(({ low, high }) => [low.result, high.result]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number): number => (most === least ? 0.5 : (value - least) / (most - least));
  const base = result.values.get(result.tornadoOf ?? '');
  const money = (value: number): string => formatValue(value, unit, formatting, 'headline');
  return (
    <ol className="calc-tornado" aria-hidden="true">
      {bars.map(({ input, label, low, high }) => {
        const [from, to] = [Math.min(low.result, high.result), Math.max(low.result, high.result)];
        const middle = typeof base === 'number' ? Math.min(to, Math.max(from, base)) : from;
        return (
          <li key={input}>
            <span className="name">{label}</span>
            <span className="end">{money(from)}</span>
            <svg width="100%" height="20">
              <rect className="less" x={percent(at(from))} width={percent(at(middle) - at(from))} y="2" height="16" />
              <rect className="more" x={percent(at(middle))} width={percent(at(to) - at(middle))} y="2" height="16" />
              <line x1={percent(at(middle))} x2={percent(at(middle))} y1="0" y2="20" />
            </svg>
            <span className="end">{money(to)}</span>
          </li>
        );
      })}
    </ol>
  );
};

export const TornadoTable = ({ calculator }: { calculator: Calculator }) => {
  const { result, words, formatting, model } = calculator;
  const page = words.calculator_page;
  const unit = model.cells.get(result.tornadoOf ?? '')?.unit ?? 'count';
  const show = (value: number): string => formatValue(value, unit, formatting);
  return (
    <table>
      <caption className="visually-hidden">{page.tornado_chart}</caption>
      <thead>
        <tr>
          {[page.assumption, page.low_value, page.high_value, page.swing].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.tornado.map(({ input, label, low, high, swing }) => {
          const inputUnit = model.cells.get(input)?.unit ?? 'count';
          const at = (value: number) => fill(page.at, { value: formatValue(value, inputUnit, formatting) });
          return (
            <tr key={input}>
              <th scope="row">{label}</th>
              {[low, high].map((end, i) => (
                <td key={i}>
                  {show(end.result)} <span className="calc-note">{at(end.input)}</span>
                </td>
              ))}
              <td>{show(swing)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** What the tornado watches, as a page calls it. */
export const watchedLabel = ({ model, result, words }: Calculator): string =>
  result.tornadoOf === undefined ? '' : labelOf(model, result.tornadoOf, words);
