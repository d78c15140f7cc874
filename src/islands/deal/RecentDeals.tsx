/** The last deals of this reader, to be taken up again or forgotten. */
import { useRef, useState } from 'react';
import type { DealLabels } from '../../domain/deal/deal-words.ts';
import { dealName } from '../../domain/deal/deal-words.ts';
import { readDeal } from '../../domain/deal/deal-address.ts';
import { fill } from '../../domain/ui.ts';
import type { Deal } from './use-deal.ts';

interface Props {
  deal: Deal;
  words: DealLabels;
}

export const RecentDeals = ({ deal: { answered, recent, open, forget, forgetAll }, words }: Props) => {
  const [said, say] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const named = answered
    ? recent.map((deal) => ({
        deal,
        name: dealName(answered.desk, readDeal(new URLSearchParams(deal), answered.desk).context),
      }))
    : [];
  /** What had the focus is gone: it goes to what stands above it. */
  const forgotten = () => {
    say(words.forgotten);
    heading.current?.focus();
  };
  return (
    <section className="deal-recent" aria-labelledby="page:deal-recent" hidden={named.length === 0 && said === ''}>
      <h2 id="page:deal-recent" ref={heading} tabIndex={-1}>
        {words.recent}
      </h2>
      <ul>
        {named
          .filter(({ name }) => name !== '')
          .map(({ deal, name }) => (
            <li key={deal}>
              <a
                href={`?${deal}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  open(deal);
                }}
              >
                {name}
              </a>
              <button
                type="button"
                className="deal-forget"
                aria-label={fill(words.forget, { deal: name })}
                onClick={() => {
                  forget(deal);
                  forgotten();
                }}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
      </ul>
      <p className="muted">
        {words.recent_hint}{' '}
        {named.length > 0 && (
          <button
            type="button"
            className="deal-link"
            onClick={() => {
              forgetAll();
              forgotten();
            }}
          >
            {words.forget_all}
          </button>
        )}
      </p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  );
};
