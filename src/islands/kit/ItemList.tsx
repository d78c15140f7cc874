/** The assets of the kit, in order, each with the reason why it is in. */
import { changeKit, changeShelf } from '../../browser/kit/store.ts';
import { insertItem, moveItem, withWhy } from '../../domain/kit/arrange.ts';
import type { KitAsset } from '../../domain/kit/for-reader.ts';
import { MOST, type KitItem } from '../../domain/kit/kit.ts';
import { removeAsset } from '../../domain/kit/shelf.ts';
import { Field } from './Field.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import type { KitProps } from './props.ts';
import type { Assets, Lookup } from './use-kit.ts';
import { sayIn, type SayDone } from './words.ts';

interface ListProps extends KitProps {
  items: readonly KitItem[];
  assets: Assets;
  say: SayDone;
}

export const ItemList = (props: ListProps) => {
  const { items, assets, words } = props;
  return (
    <>
      <ol className="kit-list">
        {items.map((item, index) => (
          <Item key={item.asset} {...props} item={item} index={index} found={assets.lookups.get(item.asset)} />
        ))}
      </ol>
      {[...assets.lookups.values()].includes('failed') && (
        <p>
          <button type="button" className="button-quiet" onClick={assets.retry}>
            {words['retry']}
          </button>
        </p>
      )}
    </>
  );
};

interface ItemProps extends ListProps {
  item: KitItem;
  index: number;
  found: Lookup | undefined;
}

const titleOf = ({ asset }: KitItem, found: Lookup | undefined): string =>
  found === undefined || typeof found === 'string' ? asset : found.title;

const Item = ({ words, types, audiences, today, items, item, index, found, say }: ItemProps) => {
  const text = sayIn(words);
  const title = titleOf(item, found);

  const move = (by: number): void => {
    const to = index + by;
    if (to < 0 || to >= items.length) return say(text('at_the_end', { title }));
    changeKit((kit) => moveItem(kit, item.asset, by));
    say(text('moved', { title, place: to + 1, count: items.length }));
  };
  const remove = (): void => {
    changeShelf((shelf) => removeAsset(shelf, item.asset));
    say(text('removed', { title }), () => changeKit((kit) => insertItem(kit, item, index)));
  };

  return (
    <li className="kit-item">
      <div className="kit-item-head">
        <AssetLine {...{ words, types, audiences, today, item, found }} />
        <OrderButtons
          onUp={() => move(-1)}
          onDown={() => move(1)}
          onRemove={remove}
          up={text('up', { title })}
          down={text('down', { title })}
          remove={text('remove', { title })}
        />
      </div>
      <Field label={text('why')}>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            value={item.why}
            maxLength={MOST.why}
            placeholder={text('why_hint')}
            aria-label={text('why_named', { title })}
            onChange={(event) => {
              const why = event.target.value;
              changeKit((kit) => withWhy(kit, item.asset, why));
            }}
          />
        )}
      </Field>
    </li>
  );
};

type LineProps = Pick<ItemProps, 'words' | 'types' | 'audiences' | 'today' | 'item' | 'found'>;

const AssetLine = ({ words, types, audiences, today, item, found }: LineProps) => {
  const text = sayIn(words);
  if (found === undefined) return <p className="muted">{text('loading')}</p>;
  if (found === 'failed') return <p className="kit-missing">{text('failed', { asset: item.asset })}</p>;
  if (found === 'gone')
    return (
      <p className="kit-missing">
        <strong>{text('gone')}</strong> {text('gone_text', { asset: item.asset })}
      </p>
    );
  return (
    <div>
      <p className="card-top">
        <span className="eyebrow">{types[found.type]}</span>
        <span className={`mark mark-${found.audience}`}>{audiences[found.audience]}</span>
        {isOverdue(found, today) && (
          <span className="freshness" data-state="overdue">
            {text('overdue')}
          </span>
        )}
      </p>
      <h3>
        <a href={`/${item.asset}/`}>{found.title}</a>
      </h3>
    </div>
  );
};

const isOverdue = ({ review_due_on }: KitAsset, today: string | undefined): boolean =>
  review_due_on !== undefined && review_due_on < (today ?? new Date().toISOString().slice(0, 10));
