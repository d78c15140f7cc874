/** The coverage as a person, a program or a CI service reads it. */
import { briefHeading, briefText, missingText } from '../../src/domain/coverage/brief-words.ts';
import { shareText, verdictText } from '../../src/domain/coverage/demand-words.ts';
import { percentOf } from '../../src/domain/coverage/thresholds.ts';
import type { CoverageView } from '../../src/domain/coverage/view.ts';
import { fill, type Ui } from '../../src/domain/ui.ts';
import { asTable } from './table.ts';

type Report = (ui: Ui, view: CoverageView, missed: readonly string[], name: string) => string;

const MARKS = { none: '✗', thin: '!', met: ' ', free: '·' } as const;

const matrix = (view: CoverageView): string =>
  asTable([
    ['', ...view.stages.map(({ label }) => label)],
    ...view.readers.map((row, i) => [
      view.personas[i]?.label ?? '',
      ...row.map(({ count, target, level }) => `${MARKS[level]} ${count} of ${target.assets}`),
    ]),
  ]);

const industries = (view: CoverageView): string =>
  view.stages
    .map(({ label }, stage) =>
      asTable([
        [label, ...view.industries.map((industry) => industry.label)],
        ...view.readers.map((row, i) => [
          view.personas[i]?.label ?? '',
          ...(row[stage]?.industries ?? []).map(({ fit, own, level }) => `${MARKS[level]} ${fit} (${own})`),
        ]),
      ]),
    )
    .join('\n\n');

const summary = (ui: Ui, { covered, empty, gapCount }: CoverageView): string => {
  const words = ui.labels.coverage;
  return [
    fill(words.covered, { percent: percentOf(covered) }),
    empty.length === 1
      ? words.empty_one
      : empty.length === 0
        ? words.empty_none
        : fill(words.empty_many, { count: empty.length }),
    gapCount === 1 ? words.gaps_one : fill(words.gaps_many, { count: gapCount }),
  ].join('. ');
};

const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

const text: Report = (ui, view, missed) => {
  const words = ui.labels.coverage;
  const gaps = view.gaps.map((brief, i) => `${i + 1}. ${briefHeading(ui, brief)}\n${indented(briefText(ui, brief))}`);
  return [
    words.readers,
    matrix(view),
    fill(words.by_industry_text, { name: words.by_industry }),
    industries(view),
    words.gaps,
    ...(gaps.length > 0 ? gaps : [words.gaps_empty]),
    `${words.demand}. ${shareText(ui, view.demand)} ${verdictText(ui, view.demand)}`,
    `${summary(ui, view)}.`,
    ...missed.map((sentence) => `✗ ${sentence}`),
  ].join('\n\n');
};

const json: Report = (ui, view, missed) =>
  JSON.stringify(
    {
      filter: view.filter,
      assets: view.assets,
      covered: view.covered,
      empty: view.empty,
      cells: view.readers.flat().flatMap(({ stage, persona, count, target, level, industries: cells }) => ({
        ...{ stage, persona, count, target: target.assets, own_target: target.own, level },
        industries: cells.map(({ industry, fit, own, level: of }) => ({ industry, count: fit, own, level: of })),
      })),
      types: view.types.map(({ type, counts }) => ({
        type,
        stages: Object.fromEntries(view.stages.map(({ id }, i) => [id, counts[i] ?? 0])),
      })),
      gaps: view.gaps.map((brief) => ({
        stage: brief.stage.id,
        persona: brief.persona.id,
        industry: brief.industry?.id ?? null,
        count: brief.has.fit,
        own: brief.has.own,
        target: brief.target.assets,
        own_target: brief.target.own,
        value: Number(brief.value.toFixed(4)),
        type: brief.suggestion.type,
        claims: brief.claims.map(({ id }) => id),
        brief: briefText(ui, brief),
      })),
      demand: view.demand,
      missed,
    },
    null,
    2,
  );

/** Commands of GitHub Actions: `%` and line ends must be escaped. */
const escape = (value: string): string => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Where the thresholds stand; a gap has no file yet. */
const github: Report = (ui, view, missed, name) =>
  [
    ...missed.map((sentence) => `::error file=${name}/settings.yml,line=1,title=COVERAGE::${escape(sentence)}`),
    ...view.gaps.map(
      (brief) => `::notice title=COVERAGE_GAP::${escape(`${briefHeading(ui, brief)}: ${missingText(ui, brief)}`)}`,
    ),
  ].join('\n');

export const coverageReporters = { text, json, github } as const;
