/** The deal desk: the deal on one side, what it needs on the other. */
import { useEffect, useState } from 'react';
import { isEmptyContext } from '../../domain/deal/context.ts';
import { writeDeal } from '../../domain/deal/deal-address.ts';
import { fill } from '../../domain/ui.ts';
import { Answer } from './Answer.tsx';
import { DealForm } from './DealForm.tsx';
import type { DealProps } from './props.ts';
import { RecentDeals } from './RecentDeals.tsx';
import { useDeal, type Deal } from './use-deal.ts';
import { assetsIn } from '../../domain/deal/answer.ts';
import { gapCount } from './Gaps.tsx';

/** How long a reader must have stopped choosing before the answer is read out. */
const PAUSE = 700;

const summaryOf = ({ answered, context }: Deal, words: DealProps['words']): string => {
  if (!answered || isEmptyContext(context)) return '';
  const { answer } = answered;
  const values = { assets: assetsIn(answer).length, members: answer.members.length, gaps: gapCount(answer, words) };
  return fill(values.members === 1 ? words.status_one : words.status, values);
};

/** Said once the reader has stopped choosing. */
const Announcer = ({ text }: { text: string }) => {
  const [said, say] = useState('');
  useEffect(() => {
    const waiting = setTimeout(() => say(text), PAUSE);
    return () => clearTimeout(waiting);
  }, [text]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
};

export const DealDesk = (props: DealProps) => {
  const deal = useDeal(props);
  const { words, view } = props;
  const { state, answered, unknown, namesFailed } = deal;
  return (
    <>
      <div className="deal-side">
        <DealForm deal={deal} view={view} words={words} />
        <RecentDeals deal={deal} words={words} />
      </div>
      <div
        className="deal-answer"
        id="page:deal-answer"
        data-state={state}
        data-deal={answered && writeDeal(answered.context, answered.desk).toString()}
      >
        <Announcer text={summaryOf(deal, words)} />
        {unknown.length > 0 && (
          <ul className="deal-notes" role="alert">
            {unknown.map(({ name, value }) => (
              <li key={`${name} ${value}`}>{fill(words.unknown_value, { value })}</li>
            ))}
          </ul>
        )}
        {namesFailed && (
          <p className="deal-notes" role="alert">
            {words.names_unavailable}
          </p>
        )}
        {state === 'loading' && <p className="muted">{words.loading}</p>}
        {state === 'unavailable' && (
          <p className="deal-notes" role="alert">
            {words.unavailable}
          </p>
        )}
        {answered && <Answer answered={answered} words={words} />}
      </div>
    </>
  );
};
