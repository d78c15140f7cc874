/** The library of this process on its way: each part can be waited for, by the loaders and by pages. */
import type { Part, Prepared } from './prepare-library.ts';

/** Waits for a part. */
export type Preparing = <P extends Part>(part: P) => Promise<Prepared[P]>;

interface UnderWay {
  preparing: Preparing;
  /** The content folder has changed since. */
  isOld: boolean;
}

declare global {
  /**
   * Astro reads the content configuration as a second copy of these modules, and pages as a third: what one of them has
   * begun, the others find here.
   */
  var dealshelfUnderWay: UnderWay | undefined;
}

/** What has been begun, for whoever comes after the loaders. */
export const underWay = (): Preparing | undefined => globalThis.dealshelfUnderWay?.preparing;

/** What has been begun and is still true, or what begins now. */
export const beginOnce = (begin: () => Preparing): Preparing => {
  const known = globalThis.dealshelfUnderWay;
  if (known && !known.isOld) return known.preparing;
  const preparing = begin();
  globalThis.dealshelfUnderWay = { preparing, isOld: false };
  return preparing;
};

/** The next who asks begins anew. */
export const outdate = (): void => {
  if (globalThis.dealshelfUnderWay) globalThis.dealshelfUnderWay.isOld = true;
};
