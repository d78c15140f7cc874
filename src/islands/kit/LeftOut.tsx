/** What a buyer does not get, by name: the rep should not find out from the buyer. */
import type { ReadyKit } from '../../domain/kit/for-reader.ts';
import type { KitProps } from './props.ts';
import type { Assets } from './use-kit.ts';
import { sayIn } from './words.ts';

interface LeftOutProps extends KitProps {
  assets: Assets;
  ready: ReadyKit;
}

export const LeftOut = ({ words, assets, ready: { leftOut, items } }: LeftOutProps) => {
  const text = sayIn(words);
  if (assets.isLoading) return <p>{text('loading')}</p>;
  if (leftOut.length === 0) return items.length > 0 ? <p className="kit-all-in">{text('left_out_none')}</p> : null;
  return (
    <div className="kit-left-out">
      <p>{text('left_out')}</p>
      <ul>
        {leftOut.map(({ asset }) => (
          <li key={asset}>{assets.known.get(asset)?.title ?? asset}</li>
        ))}
      </ul>
    </div>
  );
};
