/** What the deal needs, in the order in which a rep in a hurry asks for it. */
import type { ReactNode } from 'react';
import type { MemberAnswer } from '../../domain/deal/answer.ts';
import { isEmptyContext } from '../../domain/deal/context.ts';
import { dealName, matchWords, reasonWords, type DealLabels } from '../../domain/deal/deal-words.ts';
import { labelOfTerm } from '../../domain/deal/desk.ts';
import { fill } from '../../domain/ui.ts';
import { AssetRow } from './AssetRow.tsx';
import { Gaps } from './Gaps.tsx';
import { Member } from './Member.tsx';
import { Play } from './Play.tsx';
import type { Answered } from './use-deal.ts';

interface Props {
  answered: Answered;
  words: DealLabels;
}

/** Where the deal is, in the buyer's words. */
const Standing = ({ answered: { desk, context, answer }, words }: Props) => {
  const stage = desk.stages.find(({ id }) => id === answer.stage);
  const next = desk.stages.find(({ id }) => id === answer.next);
  const isEmpty = isEmptyContext(context);
  return (
    <header className="deal-standing">
      <h2>{isEmpty ? words.any_deal : dealName(desk, context)}</h2>
      {stage ? (
        <p>
          <b>{fill(words.buyer_at, { stage: stage.label })}.</b> {fill(words.buyer_asks, { question: stage.question })}
          {next && <span className="muted"> {fill(words.then, { stage: next.label })}.</span>}
        </p>
      ) : (
        <p className="muted">{isEmpty ? words.any_deal_hint : words.no_stage_hint}</p>
      )}
    </header>
  );
};

/** Parts after the committee, whose members are named one by one. */
const PARTS = ['play', 'against', 'stories', 'numbers'] as const;
type PartName = (typeof PARTS)[number] | 'committee';

const countOf = ({ now, next }: MemberAnswer<number>, words: DealLabels): string =>
  next
    ? fill(words.counts, { now: now.count, next: next.count })
    : fill(now.stage === undefined ? words.count_any : words.count_now, { now: now.count });

/** The committee at a glance, and the way to every part. */
const Jumps = ({ answered: { answer, desk }, words }: Props) => (
  <nav className="deal-jumps" aria-label={words.on_page}>
    <ul className="deal-glance">
      {answer.members.map((member) => (
        <li key={member.persona}>
          <a href={`#page:deal-${member.persona}`} data-gap={member.now.count === 0 || member.next?.count === 0}>
            <b>{labelOfTerm(desk, 'persona', member.persona)}</b>
            <span>{countOf(member, words)}</span>
          </a>
        </li>
      ))}
    </ul>
    <ul className="deal-parts">
      {PARTS.map((part) => (
        <li key={part}>
          <a href={`#page:deal-${part}`}>{words[part]}</a>
        </li>
      ))}
    </ul>
  </nav>
);

const Part = ({ name, heading, children }: { name: PartName; heading: string; children: ReactNode }) => (
  <section className="deal-part" aria-labelledby={`page:deal-${name}`} data-part={name}>
    <h2 id={`page:deal-${name}`}>{heading}</h2>
    {children}
  </section>
);

const Battlecards = ({ answered: { desk, context, answer, names }, words }: Props) => (
  <ul className="deal-assets">
    {answer.battlecards.map(({ asset, reasons }) => (
      <AssetRow
        key={asset}
        desk={desk}
        row={asset}
        name={names.of(asset)}
        reasons={reasonWords(words, desk, context, reasons)}
        words={words}
      >
        <p className="deal-text">{names.of(asset)?.text}</p>
      </AssetRow>
    ))}
  </ul>
);

const Stories = ({ answered: { desk, context, answer, names }, words }: Props) =>
  answer.studies.length === 0 ? (
    <p className="deal-nothing">{words.stories_none}</p>
  ) : (
    <ol className="deal-assets">
      {answer.studies.map(({ asset, match }) => (
        <AssetRow
          key={asset}
          desk={desk}
          row={asset}
          name={names.of(asset)}
          reasons={matchWords(words, desk, context, match)}
          words={words}
        >
          <p className="deal-text">{names.of(asset)?.text}</p>
        </AssetRow>
      ))}
    </ol>
  );

const Numbers = ({ answered: { desk, context, answer, names }, words }: Props) => {
  const industry = context.industry === undefined ? '' : labelOfTerm(desk, 'industry', context.industry);
  return (
    <ul className="deal-assets">
      {answer.calculators.map(({ asset, reasons, fragment }) => {
        const key = names.of(asset)?.key;
        return (
          <AssetRow
            key={asset}
            desk={desk}
            row={asset}
            name={names.of(asset)}
            reasons={reasonWords(words, desk, context, reasons, { stage: answer.stage })}
            words={words}
          >
            {fragment !== '' && key !== undefined && (
              <p>
                <a className="button-quiet" href={`/${key}/#${fragment}`}>
                  {fill(words.open_prefilled, { industry })}
                </a>
              </p>
            )}
          </AssetRow>
        );
      })}
    </ul>
  );
};

export const Answer = ({ answered, words }: Props) => {
  const { answer } = answered;
  const isMatched = answer.studies.every(({ match }) => match.reasons.length > 0);
  const shared = { answered, words };
  return (
    <>
      <Standing {...shared} />
      {(answer.gaps.length > 0 || !isEmptyContext(answered.context)) && <Gaps {...shared} />}
      <Jumps {...shared} />
      <Part name="committee" heading={words.committee}>
        {answer.members.map((member) => (
          <Member key={member.persona} {...shared} member={member} />
        ))}
      </Part>
      <Part name="play" heading={words.play}>
        <Play {...shared} />
      </Part>
      <div className="deal-rest">
        <Part name="against" heading={words.against}>
          <Battlecards {...shared} />
        </Part>
        <Part name="stories" heading={isMatched ? words.stories : words.stories_latest}>
          <Stories {...shared} />
        </Part>
        <Part name="numbers" heading={words.numbers}>
          <Numbers {...shared} />
        </Part>
      </div>
    </>
  );
};
