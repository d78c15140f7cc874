/** What the library does not have for this deal, said plainly, with the way to write it. */
import { useState } from 'react';
import { newDraftPath } from '../../domain/cms-links.ts';
import type { DealAnswer } from '../../domain/deal/answer.ts';
import { gapWords, type DealLabels } from '../../domain/deal/deal-words.ts';
import type { Gap } from '../../domain/deal/gaps.ts';
import { fill } from '../../domain/ui.ts';
import type { Answered } from './use-deal.ts';

/** So many are shown at first. */
const FIRST = 4;

export const gapCount = ({ gaps: { length } }: DealAnswer<unknown>, words: DealLabels): string => {
  if (length === 0) return words.gaps_none.replace(/\.$/, '');
  return length === 1 ? words.gaps_one : fill(words.gaps_many, { count: length });
};

/** A new draft that would close it; undefined where something that exists has to be changed. */
const draftFor = (gap: Gap): string | undefined => {
  switch (gap.kind) {
    case 'assets':
    case 'to_send':
      return newDraftPath('resources', {
        personas: [gap.persona],
        ...(gap.stage !== undefined && { stages: [gap.stage] }),
      });
    case 'pitch':
      return newDraftPath('message-maps', { persona: gap.persona });
    case 'play':
      return newDraftPath('plays', { pipeline_stage: gap.pipeline });
    case 'battlecard':
      return newDraftPath('battlecards', { competitor: gap.competitor });
    case 'study':
      return newDraftPath('case-studies', { industry: gap.industry });
    case 'industry':
      return newDraftPath('resources', { industries: [gap.industry], personas: gap.personas });
    case 'numbers':
      return undefined;
  }
};

export const Gaps = ({ answered: { answer, desk }, words }: { answered: Answered; words: DealLabels }) => {
  const [isOpen, setOpen] = useState(false);
  const { gaps } = answer;
  if (gaps.length === 0) return <p className="deal-gaps-none">{words.gaps_none}</p>;
  const shown = isOpen ? gaps : gaps.slice(0, FIRST);
  return (
    <section className="deal-gaps" aria-labelledby="page:deal-gaps">
      <h2 id="page:deal-gaps">{gapCount(answer, words)}</h2>
      <ul>
        {shown.map((gap) => {
          const text = gapWords(words, desk, gap);
          const draft = draftFor(gap);
          return (
            <li key={text} data-gap={JSON.stringify(gap)}>
              {text}
              {draft !== undefined && (
                <a href={draft} aria-label={`${words.fill_gap}: ${text}`}>
                  {words.fill_gap}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {gaps.length > FIRST && !isOpen && (
        <button type="button" className="deal-link" onClick={() => setOpen(true)}>
          {fill(words.gaps_all, { count: gaps.length })}
        </button>
      )}
    </section>
  );
};
