/** One member of the committee: what to say to them, what to give them now and next, and what they will say. */
import type { Listed, MemberAnswer, Pitch } from '../../domain/deal/answer.ts';
import { reasonWords, type DealLabels } from '../../domain/deal/deal-words.ts';
import { labelOfTerm } from '../../domain/deal/desk.ts';
import { pathOfKey } from '../../domain/deal/names-file.ts';
import { fill } from '../../domain/ui.ts';
import { AssetRow } from './AssetRow.tsx';
import type { Answered } from './use-deal.ts';

interface Props {
  answered: Answered;
  words: DealLabels;
  persona: string;
}

interface ListProps extends Props {
  listed: Listed<number>;
  isNext: boolean;
}

/** The library page with the same member and stage. */
const libraryOf = (persona: string, stage: string | undefined): string =>
  `/library/?${new URLSearchParams({ ...(stage !== undefined && { stage }), persona }).toString()}`;

const AssetList = ({ answered, words, persona, listed, isNext }: ListProps) => {
  const { desk, context, names } = answered;
  const { stage, assets, count } = listed;
  const names_ = {
    persona: labelOfTerm(desk, 'persona', persona),
    stage: stage === undefined ? '' : labelOfTerm(desk, 'stage', stage),
    count,
  };
  const heading = stage === undefined ? words.best : fill(isNext ? words.next : words.now, names_);
  const isSame = count > 0 && assets.length === 0;
  return (
    <div className="deal-list" data-list={isNext ? 'next' : 'now'}>
      <div className="deal-list-head">
        <h4>{heading}</h4>
        {count > assets.length && !isSame && (
          <a
            href={libraryOf(persona, stage)}
            aria-label={fill(stage === undefined ? words.more_named_any : words.more_named, names_)}
          >
            {fill(words.more, { count })}
          </a>
        )}
      </div>
      {count === 0 && (
        <p className="deal-nothing">{fill(stage === undefined ? words.nothing_any : words.nothing, names_)}</p>
      )}
      {isSame && <p className="muted">{words.same_as_now}</p>}
      {assets.length > 0 && (
        <ol className="deal-assets">
          {assets.map(({ asset, reasons }) => (
            <AssetRow
              key={asset}
              desk={desk}
              row={asset}
              name={names.of(asset)}
              reasons={reasonWords(words, desk, context, reasons, { persona, stage })}
              words={words}
            />
          ))}
        </ol>
      )}
    </div>
  );
};

const Said = ({ answered, words, persona, pitch, stage }: Props & { pitch: Pitch; stage: string | undefined }) => {
  const map = answered.briefs.maps.find(({ id }) => id === pitch.map);
  if (!map) return null;
  const isOwn = pitch.as === 'own';
  const said = isOwn ? map.short || map.core : map.reframes[persona];
  const ask = isOwn && stage !== undefined ? map.asks[stage] : undefined;
  return (
    <div className="deal-pitch" data-map={map.id} data-as={pitch.as}>
      <h4>{words.pitch}</h4>
      <blockquote>
        <p>{said}</p>
      </blockquote>
      {isOwn && map.long !== '' && (
        <details>
          <summary>{words.pitch_long}</summary>
          <p>{map.long}</p>
        </details>
      )}
      {ask !== undefined && (
        <p>
          <b>{words.ask}:</b> {ask}
        </p>
      )}
      <a href={pathOfKey(`message-maps/${map.id}`)}>{isOwn ? map.title : fill(words.reframed, { title: map.title })}</a>
    </div>
  );
};

const HeardFrom = ({
  answered,
  words,
  heard,
}: {
  answered: Answered;
  words: DealLabels;
  heard: MemberAnswer<number>['heard'];
}) => {
  const { desk, names } = answered;
  return (
    <div className="deal-heard">
      <h4>{words.heard}</h4>
      {heard.map(({ force, objections }) => (
        <div key={force} data-force={force}>
          <p className="eyebrow">{force === '' ? words.no_force : labelOfTerm(desk, 'force', force)}</p>
          <ul>
            {objections.map(({ asset }) => {
              const name = names.of(asset);
              return (
                <li key={asset} data-key={name?.key}>
                  {name ? (
                    <>
                      <a href={pathOfKey(name.key)}>“{name.title}”</a>
                      <details>
                        <summary>{words.answer}</summary>
                        <p>{name.text}</p>
                      </details>
                    </>
                  ) : (
                    <span className="deal-coming" />
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
};

export const Member = ({ answered, words, member }: Omit<Props, 'persona'> & { member: MemberAnswer<number> }) => {
  const { persona, now, next, pitch, heard } = member;
  const shared = { answered, words, persona };
  const id = `page:deal-${persona}`;
  const hasAside = pitch !== undefined || heard.length > 0;
  return (
    <section className="deal-member" aria-labelledby={id} data-member={persona}>
      <h3 id={id}>
        <a href={pathOfKey(`personas/${persona}`)}>{labelOfTerm(answered.desk, 'persona', persona)}</a>
      </h3>
      <div className="deal-member-body" data-aside={hasAside}>
        <div className="deal-lists">
          <AssetList {...shared} listed={now} isNext={false} />
          {next && <AssetList {...shared} listed={next} isNext />}
        </div>
        {hasAside && (
          <div className="deal-aside">
            {pitch && <Said {...shared} pitch={pitch} stage={now.stage} />}
            {heard.length > 0 && <HeardFrom answered={answered} words={words} heard={heard} />}
          </div>
        )}
      </div>
    </section>
  );
};
