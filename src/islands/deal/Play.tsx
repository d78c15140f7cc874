/** The play for the deal's stage: know, say, show, do. */
import type { ReactNode } from 'react';
import type { NamedAsset } from '../../domain/deal/briefs-file.ts';
import { gapWords, type DealLabels } from '../../domain/deal/deal-words.ts';
import { pathOfKey } from '../../domain/deal/names-file.ts';
import { AddToKit } from './AssetRow.tsx';
import type { Answered } from './use-deal.ts';

const Link = ({ asset }: { asset: NamedAsset }) => <a href={pathOfKey(asset.key)}>{asset.title}</a>;

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="deal-play-part">
    <h3>{heading}</h3>
    {children}
  </div>
);

export const Play = ({ answered, words }: { answered: Answered; words: DealLabels }) => {
  const { answer, briefs, context, desk } = answered;
  const [first, ...others] = answer.plays.flatMap((id) => briefs.plays.find((play) => play.id === id) ?? []);
  if (!first) {
    const { pipeline } = context;
    return pipeline === undefined ? (
      <p className="muted">{words.play_unsaid}</p>
    ) : (
      <p className="deal-nothing">{gapWords(words, desk, { kind: 'play', pipeline })}</p>
    );
  }
  return (
    <div className="deal-play" data-play={first.id}>
      <p className="deal-play-title">
        <a href={pathOfKey(`plays/${first.id}`)}>{first.title}</a>
      </p>
      <dl className="deal-play-facts">
        <div>
          <dt>{words.play_when}</dt>
          <dd>{first.trigger}</dd>
        </div>
        <div>
          <dt>{words.play_goal}</dt>
          <dd>{first.goal}</dd>
        </div>
      </dl>
      <div className="deal-play-parts">
        {first.know.length > 0 && (
          <Part heading={words.know}>
            <ul>
              {first.know.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        )}
        {first.say.length > 0 && (
          <Part heading={words.say}>
            <ul>
              {first.say.map(({ line, question }) => (
                <li key={line}>
                  “{line}”{question && <p className="deal-question">{question}</p>}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {first.show.length > 0 && (
          <Part heading={words.show}>
            <ul>
              {first.show.map((asset) => (
                <li key={asset.key} className="deal-shown">
                  <Link asset={asset} />
                  <AddToKit name={asset} />
                </li>
              ))}
            </ul>
          </Part>
        )}
        {first.do.length > 0 && (
          <Part heading={words.do}>
            <ol>
              {first.do.map(({ step, note, snippet }) => (
                <li key={step}>
                  {step} {note && <span className="muted">{note}</span>} {snippet && <Link asset={snippet} />}
                </li>
              ))}
            </ol>
          </Part>
        )}
      </div>
      {first.exit.length > 0 && (
        <p className="deal-exit">
          <b>{words.exit}:</b> {first.exit.join(' ')}
        </p>
      )}
      {others.length > 0 && (
        <p>
          <b>{words.other_plays}:</b>{' '}
          {others.map(({ id, title }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <a href={pathOfKey(`plays/${id}`)}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
};
