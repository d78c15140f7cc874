/** An answer as text for people. */
import type { DealAnswer, Listed, Suggested } from '../../src/domain/deal/answer.ts';
import type { Briefs, PlayBrief } from '../../src/domain/deal/briefs-file.ts';
import type { DealContext } from '../../src/domain/deal/context.ts';
import { dealName, gapWords, matchWords, reasonWords, type DealLabels } from '../../src/domain/deal/deal-words.ts';
import { labelOfTerm, type Desk } from '../../src/domain/deal/desk.ts';
import type { AssetName } from '../../src/domain/deal/names-file.ts';
import { fill } from '../../src/domain/ui.ts';

export interface Told {
  desk: Desk;
  context: DealContext;
  answer: DealAnswer<number>;
  names: readonly AssetName[];
  briefs: Briefs;
  labels: DealLabels;
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...indent(lines)];

/** A title, and its reasons in brackets. */
const line = ({ names }: Told, asset: number, reasons: readonly { text: string }[], more = ''): string => {
  const { title = '', key = '' } = names[asset] ?? {};
  const why = reasons.map(({ text }) => text).join('; ');
  return `${title}${more}${why ? ` (${why})` : ''}  ${key}`;
};

const suggested = (told: Told, { asset, reasons }: Suggested<number>, persona?: string, stage?: string): string =>
  line(told, asset, reasonWords(told.labels, told.desk, told.context, reasons, { persona, stage }));

const listLines = (
  told: Told,
  persona: string,
  { stage, assets, count }: Listed<number>,
  isNext: boolean,
): string[] => {
  const { labels, desk } = told;
  const name = stage === undefined ? '' : labelOfTerm(desk, 'stage', stage);
  const heading = name === '' ? labels.best : fill(isNext ? labels.next : labels.now, { stage: name });
  const nothing = fill(name === '' ? labels.nothing_any : labels.nothing, {
    persona: labelOfTerm(desk, 'persona', persona),
    stage: name,
  });
  const lines = assets.map((asset, i) => `${i + 1}. ${suggested(told, asset, persona, stage)}`);
  const empty = count === 0 ? nothing : labels.same_as_now;
  return [`${heading} (${assets.length}/${count})`, ...indent(lines.length > 0 ? lines : [empty])];
};

const memberLines = (told: Told): string[] =>
  told.answer.members.flatMap(({ persona, now, next, pitch, heard }) => {
    const { labels, desk, briefs } = told;
    const map = briefs.maps.find(({ id }) => id === pitch?.map);
    const said = pitch?.as === 'reframed' ? map?.reframes[persona] : map?.short || map?.core;
    return section(labelOfTerm(desk, 'persona', persona), [
      ...(said ? [`“${said}”`] : []),
      ...listLines(told, persona, now, false),
      ...(next ? listLines(told, persona, next, true) : []),
      ...heard.flatMap(({ force, objections }) => {
        const heading = force === '' ? labels.no_force : labelOfTerm(desk, 'force', force);
        return [
          `${labels.heard}: ${heading}`,
          ...indent(objections.map((one) => suggested(told, one, persona, now.stage))),
        ];
      }),
    ]);
  });

const playLines = ({ know, say, show, do: steps, ...play }: PlayBrief, labels: DealLabels): string[] => [
  play.title,
  ...section(labels.know, know),
  ...section(
    labels.say,
    say.map((spoken) => `“${spoken.line}” ${spoken.question}`.trim()),
  ),
  ...section(
    labels.show,
    show.map(({ title, key }) => `${title}  ${key}`),
  ),
  ...section(
    labels.do,
    steps.map(({ step, note }) => (note ? `${step} (${note})` : step)),
  ),
];

export const asText = (told: Told): string => {
  const { desk, context, answer, briefs, labels } = told;
  const { stage, plays, battlecards, studies, calculators, gaps } = answer;
  const play = briefs.plays.find(({ id }) => id === plays[0]);
  return [
    dealName(desk, context) || labels.any_deal,
    ...(stage === undefined ? [] : [fill(labels.buyer_at, { stage: labelOfTerm(desk, 'stage', stage) })]),
    ...section(
      labels.gaps,
      gaps.map((gap) => gapWords(labels, desk, gap)),
    ),
    ...memberLines(told),
    ...section(labels.play, play ? playLines(play, labels) : []),
    ...section(
      labels.against,
      battlecards.map((card) => suggested(told, card)),
    ),
    ...section(
      labels.stories,
      studies.map(({ asset, match }) => line(told, asset, matchWords(labels, desk, context, match))),
    ),
    ...section(
      labels.numbers,
      calculators.map((one) => `${suggested(told, one, undefined, stage)}${one.fragment ? ` #${one.fragment}` : ''}`),
    ),
  ].join('\n');
};
