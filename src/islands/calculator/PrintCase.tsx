/** The case on paper: what it comes to, year by year, and every assumption with its source. Hidden on a screen. */
import { useEffect } from 'react';
import { formatValue, withNote } from '../../domain/calculators/format.ts';
import { fill } from '../../domain/ui.ts';
import { caseAddress } from './actions.ts';
import { CashChart } from './charts.tsx';
import { figureRows, shownScenarios } from './figures.ts';
import { verdictOf } from './ResultPanel.tsx';
import { Source } from './SourceLine.tsx';
import { paperIsReady } from './demand.ts';
import { fieldGroups, type Field } from './fields.ts';
import type { Calculator } from './use-calculator.ts';
import { YearTable } from './YearTable.tsx';

export const PrintCase = ({ calculator }: { calculator: Calculator }) => {
  const { props, words, model, choices, result, formatting } = calculator;
  useEffect(paperIsReady, []);
  const { definition } = model;
  const page = words.calculator_page;
  const address = caseAddress(props.address, model, choices);
  const scenarios = shownScenarios(calculator);
  const verdict = verdictOf(calculator);
  const valueOf = (field: Field, value: number) =>
    withNote(formatValue(value, field.unit, formatting, 'exact'), field.unitNote);
  return (
    <>
      <header>
        <p className="eyebrow">{fill(page.case_of, { site: props.siteName })}</p>
        <p className="calc-case-title">{definition.title}</p>
        <p>
          <span className="calc-case-day">
            {page.case_date} {/* Only known when it is printed: mount.ts writes it then. */}
            <time data-print-day /> ·{' '}
          </span>
          {fill(page.model_version, { version: result.modelVersion })}
          {result.figures &&
            ` · ${words.calculator_figures.discount_rate} ${formatValue(result.discountRate, 'percent', formatting)}`}
        </p>
      </header>
      {verdict.length > 0 && (
        <div className="calc-verdict">
          {verdict.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <h2>{page.result}</h2>
      <table className="calc-case-figures" aria-label={page.result}>
        {scenarios.length > 1 && (
          <thead>
            <tr>
              <td />
              {scenarios.map((scenario) => (
                <th key={scenario} scope="col">
                  {words.scenarios[scenario]}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {figureRows(calculator).map(({ name, label, isHeadline, values }) => (
            <tr key={name} className={isHeadline ? 'headline' : undefined}>
              <th scope="row">{label}</th>
              {values.map(({ scenario, text }) => (
                <td key={scenario}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {result.figures && (
        <>
          <h2>
            {page.year_table}
            {scenarios.length > 1 && `, ${words.scenarios[result.scenario]}`}
          </h2>
          <YearTable calculator={calculator} />
          <h2>{page.cash_chart}</h2>
          <CashChart calculator={calculator} />
        </>
      )}
      <h2>{page.assumptions}</h2>
      <table className="calc-case-assumptions" aria-label={page.assumptions}>
        <thead>
          <tr>
            {[page.assumption, page.value, page.default, page.source].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {fieldGroups(model, words).map((group) => (
          <tbody key={group.label}>
            <tr className="calc-group">
              <th scope="rowgroup" colSpan={4}>
                {group.label}
              </th>
            </tr>
            {group.fields.map((field) => {
              const value = field.valueIn(choices);
              const source = field.source ?? group.source;
              return (
                <tr key={field.key} className={value === field.default ? undefined : 'changed'}>
                  <th scope="row">{field.label}</th>
                  <td>{valueOf(field, value)}</td>
                  <td>{value === field.default ? '' : valueOf(field, field.default)}</td>
                  <td>{source && <Source source={source} calculator={calculator} />}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <footer>
        {definition.disclosure !== undefined && <p>{definition.disclosure}</p>}
        <p>
          {page.made_with} <a href={address}>{address}</a>
        </p>
      </footer>
    </>
  );
};
