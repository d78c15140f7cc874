/** A link that opens on the public site. What is inside it stands here before it is copied: it cannot be taken back. */
import { useState } from 'react';
import { copyPlain } from '../../browser/clipboard.ts';
import { localDay } from '../../browser/day.ts';
import { kitFor } from '../../domain/kit/for-reader.ts';
import { LONG_FOR_MAIL, writeShareLink } from '../../domain/kit/share-link.ts';
import type { HandOnProps } from './HandOn.tsx';
import { LeftOut } from './LeftOut.tsx';
import { sayIn } from './words.ts';

export const LinkPanel = (props: HandOnProps) => {
  const { words, kit, assets, site, sharedPath, today, say } = props;
  const text = sayIn(words);
  const [withNotes, setWithNotes] = useState(true);
  const [withPlan, setWithPlan] = useState(true);
  /** Shown to be copied by hand where the browser does not let the page do it. */
  const [byHand, setByHand] = useState<string>();
  const ready = kitFor('buyer', kit, assets.known, location.origin);
  const plan = withPlan ? ready.plan : [];

  const copyLink = async (): Promise<void> => {
    const items = ready.items.flatMap(({ shared, why }) => (shared ? [{ ...shared, why: withNotes ? why : '' }] : []));
    const madeOn = today ?? localDay(new Date());
    const fragment = writeShareLink(site, { madeOn, title: ready.title, items, plan });
    setByHand(undefined);
    if (fragment === undefined) return say(text('link_too_long'));
    const address = `${site}${sharedPath}#${fragment}`;
    try {
      await copyPlain(address);
      say(text(address.length > LONG_FOR_MAIL ? 'link_long' : 'link_copied', { count: address.length }));
    } catch {
      say(text('copy_failed'));
      setByHand(address);
    }
  };

  return (
    <section className="kit-panel" aria-labelledby="page:kit-link">
      <h2 id="page:kit-link">{text('link_title')}</h2>
      <p>{text('link_lead', { site: new URL(site).host })}</p>
      {ready.items.length === 0 ? (
        <p>{text(assets.isLoading ? 'loading' : 'link_none')}</p>
      ) : (
        <>
          <div className="kit-checks">
            <label>
              <input type="checkbox" checked={withNotes} onChange={(event) => setWithNotes(event.target.checked)} />
              {text('link_notes')}
            </label>
            <label>
              <input type="checkbox" checked={withPlan} onChange={(event) => setWithPlan(event.target.checked)} />
              {text('link_plan')}
            </label>
          </div>
          <p className="kit-warning" id="page:kit-link-warning">
            {text('link_warning')}
          </p>
          <div className="kit-preview">
            <h3>{text('link_preview')}</h3>
            <p>
              <strong dir="auto">{ready.title || text('link_untitled')}</strong>
            </p>
            <ol>
              {ready.items.map(({ asset, title, why }) => (
                <li key={asset}>
                  <span className="muted">{title}</span>
                  {withNotes && why !== '' && <q dir="auto">{why}</q>}
                </li>
              ))}
            </ol>
            {plan.length > 0 && (
              <ul>
                {plan.map(({ step, due }, i) => (
                  // A step is its place.
                  <li key={i}>
                    {step} {due}
                  </li>
                ))}
              </ul>
            )}
          </div>
          <LeftOut {...props} ready={ready} />
          <p>
            <button
              type="button"
              className="button"
              aria-describedby="page:kit-link-warning"
              onClick={() => void copyLink()}
            >
              {text('link_copy')}
            </button>
          </p>
          {byHand !== undefined && (
            <input
              className="kit-by-hand"
              readOnly
              value={byHand}
              aria-label={text('link_field')}
              onFocus={(event) => event.target.select()}
            />
          )}
        </>
      )}
    </section>
  );
};
