/** Benefits and costs year by year, as a finance team lays them out: the same on screen and on paper. */
import type { ReactNode } from 'react';
import type { BenefitResult, CostResult } from '../../domain/calculators/calculate.ts';
import { formatValue } from '../../domain/calculators/format.ts';
import type { Figure } from '../../domain/calculators/values.ts';
import { fill } from '../../domain/ui.ts';
import { HowButton } from './HowButton.tsx';
import type { Calculator } from './use-calculator.ts';

interface Props {
  calculator: Calculator;
  /** Left out on paper, where nothing can be asked or switched. */
  ask?: ((name: string) => void) | undefined;
}

const sum = (figures: readonly Figure[]): Figure => {
  let total = 0;
  for (const figure of figures) {
    if (typeof figure !== 'number') return figure;
    total += figure;
  }
  return total;
};

export const YearTable = ({ calculator, ask }: Props) => {
  const { result, words } = calculator;
  const { cashFlow, figures } = result;
  if (!cashFlow || !figures) return null;
  const page = words.calculator_page;
  const years = Array.from({ length: result.years }, (_, i) => fill(page.year_of, { year: i + 1 }));
  const table = { calculator, ask };
  return (
    <table className="calc-years">
      <caption className="visually-hidden">{page.year_table}</caption>
      <thead>
        <tr>
          <th scope="col">{page.line}</th>
          {[page.start, ...years, page.total, page.present_value].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <GroupRow label={page.benefits} span={result.years + 4} />
        {result.benefits.map((benefit) => (
          <Row
            key={benefit.id}
            {...table}
            name={benefit.id}
            label={benefit.label}
            labelled={ask && <Switch benefit={benefit} calculator={calculator} />}
            notes={benefitNotes(benefit, calculator).slice(0, ask ? 2 : 1)}
            figures={[undefined, ...benefit.byYear, benefit.total, benefit.pv]}
          />
        ))}
        <Row
          {...table}
          kind="sum"
          name="benefits_pv"
          label={page.benefits_total}
          figures={[undefined, ...cashFlow.benefits.slice(1), sum(cashFlow.benefits), figures.benefitsPv]}
        />
      </tbody>
      <tbody>
        <GroupRow label={page.costs} span={result.years + 4} />
        {result.costs.map((cost) => (
          <Row
            key={cost.id}
            {...table}
            name={cost.id}
            label={cost.label}
            notes={costNotes(cost, calculator).slice(0, ask ? 2 : 1)}
            figures={[cost.initial, ...cost.byYear, cost.total, cost.pv]}
          />
        ))}
        <Row
          {...table}
          kind="sum"
          name="costs_pv"
          label={page.costs_total}
          figures={[...cashFlow.costs, sum(cashFlow.costs), figures.costsPv]}
        />
      </tbody>
      <tbody>
        <Row
          {...table}
          kind="sum"
          name="net_present_value"
          label={page.net}
          figures={[...cashFlow.net, sum(cashFlow.net), figures.npv]}
        />
        <Row
          {...table}
          name="payback_months"
          label={page.cumulative}
          figures={[...cashFlow.cumulative, undefined, undefined]}
        />
      </tbody>
    </table>
  );
};

const GroupRow = ({ label, span }: { label: string; span: number }) => (
  <tr className="calc-group">
    <th scope="rowgroup" colSpan={span}>
      {label}
    </th>
  </tr>
);

interface RowProps extends Props {
  name: string;
  label: string;
  /** What stands before the label's own place, such as its switch. */
  labelled?: ReactNode;
  notes?: readonly (string | undefined)[];
  kind?: 'sum';
  /** Undefined where there is nothing to show. */
  figures: readonly (Figure | undefined)[];
}

const Row = ({ calculator, ask, name, label, labelled = label, notes = [], kind, figures }: RowProps) => (
  <tr className={kind}>
    <th scope="row">
      {labelled} {ask && <HowButton words={calculator.words} label={label} onClick={() => ask(name)} />}
      {notes.map(
        (note) =>
          note !== undefined && (
            <span key={note} className="calc-note">
              {note}
            </span>
          ),
      )}
    </th>
    {figures.map((figure, i) => (
      <td key={i} data-below={typeof figure === 'number' && figure < 0 ? true : undefined}>
        {figure === undefined ? '' : formatValue(figure, 'currency', calculator.formatting)}
      </td>
    ))}
  </tr>
);

const benefitNotes = ({ id, kind, risk, isOn }: BenefitResult, { words, model, formatting }: Calculator) => {
  const page = words.calculator_page;
  return [
    [
      words.benefit_kinds[kind],
      ...(risk > 0 ? [fill(page.risk_off, { risk: formatValue(risk, 'percent', formatting) })] : []),
      ...(isOn ? [] : [page.switched_off]),
    ].join(', '),
    model.definition.benefits.find((other) => other.id === id)?.help,
  ];
};

const costNotes = ({ id, risk }: CostResult, { words, model, formatting }: Calculator) => [
  risk > 0 ? fill(words.calculator_page.risk_on, { risk: formatValue(risk, 'percent', formatting) }) : undefined,
  model.definition.costs.find((other) => other.id === id)?.help,
];

/** Switches a benefit off that a reader does not believe. */
const Switch = ({ benefit: { id, label, isOn }, calculator }: { benefit: BenefitResult; calculator: Calculator }) => {
  const { choices, choose } = calculator;
  return (
    <label>
      <input
        type="checkbox"
        name={`b.${id}`}
        checked={isOn}
        onChange={(event) => choose({ switches: { ...choices.switches, [id]: event.target.checked } })}
      />
      {label}
    </label>
  );
};
