/** An `<add-to-kit>` for a list made in the browser. The element itself comes with every page. */
import { assetKeyOf } from '../../domain/kit/kit.ts';

/** @returns nothing for what is no asset, and in a build that has no kits */
export const makeKitButton = ({ path, title }: { path: string; title: string }): HTMLElement[] => {
  const asset = assetKeyOf(path);
  if (asset === undefined || document.body.dataset['kitWords'] === undefined) return [];
  const host = document.createElement('add-to-kit');
  Object.assign(host.dataset, { asset, title });
  return [host];
};
