/** A rep's own kit: collected anywhere, put in order here, and handed on. */
import { useState } from 'react';
import { changeKit } from '../../browser/kit/store.ts';
import { isEmptyKit, MOST } from '../../domain/kit/kit.ts';
import { fill } from '../../domain/ui.ts';
import { Completeness } from './Completeness.tsx';
import { Field } from './Field.tsx';
import { HandOn } from './HandOn.tsx';
import { ItemList } from './ItemList.tsx';
import { NoticeBar, type Notice } from './notice.tsx';
import { OtherKits } from './OtherKits.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import type { KitProps } from './props.ts';
import { useAssets, useIsKept, useShelf } from './use-kit.ts';

export const KitWorkspace = (props: KitProps) => {
  const { words } = props;
  const shelf = useShelf();
  const isKept = useIsKept();
  const { kit } = shelf;
  const assets = useAssets(kit.items.map(({ asset }) => asset));
  const [notice, setNotice] = useState<Notice>();
  const say = (text: string | undefined, undo?: () => void): void => setNotice({ text: text ?? '', undo });
  const hasItems = kit.items.length > 0;
  const count = kit.items.length === 1 ? words['count_one'] : words['count_many'];
  const counted = fill(count ?? '', { count: kit.items.length });

  return (
    <div className="kit-workspace">
      {!isKept && (
        <p className="notice" role="alert">
          {words['not_kept']}
        </p>
      )}
      <div className="kit-main">
        <Field label={words['name'] ?? ''}>
          {(id) => (
            <>
              <input
                id={id}
                data-part="kit-title"
                value={kit.title}
                maxLength={MOST.title}
                autoComplete="off"
                aria-describedby="page:kit-title-hint"
                onChange={(event) => {
                  const title = event.target.value;
                  changeKit((old) => ({ ...old, title }));
                }}
              />
              <small id="page:kit-title-hint">{words['name_hint']}</small>
            </>
          )}
        </Field>
        <section aria-labelledby="page:kit-items">
          <h2 id="page:kit-items" tabIndex={-1}>
            {words['items']}
            {hasItems && <span className="muted"> {counted}</span>}
          </h2>
          {hasItems ? (
            <ItemList {...props} items={kit.items} assets={assets} say={say} />
          ) : (
            <div className="kit-empty">
              <h3>{words['empty_title']}</h3>
              <p>{words['empty_text']}</p>
              <p className="kit-actions">
                <a className="button" href={props.libraryPath}>
                  {words['to_library']}
                </a>
                <a className="button-quiet" href={props.searchPath}>
                  {words['to_search']}
                </a>
              </p>
            </div>
          )}
        </section>
        <PlanEditor words={words} plan={kit.plan} say={say} />
      </div>
      <div className="kit-side">
        {hasItems && <Completeness {...props} items={kit.items} known={assets.known} />}
        {!isEmptyKit(kit) && <HandOn {...props} kit={kit} assets={assets} say={say} />}
        <OtherKits words={words} shelf={shelf} say={say} />
      </div>
      <NoticeBar words={words} notice={notice} onUndone={() => say(words['undone'])} />
    </div>
  );
};
