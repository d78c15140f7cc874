/** The kits of this browser, and what this portal knows of the assets in the one that is worked on. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { isKept, onKitChange, readShelf } from '../../browser/kit/store.ts';
import { isKitAsset, type KitAsset } from '../../domain/kit/for-reader.ts';
import type { Shelf } from '../../domain/kit/shelf.ts';

export const useShelf = (): Shelf => useSyncExternalStore(onKitChange, readShelf);

/** Whether the browser keeps what is typed. */
export const useIsKept = (): boolean => useSyncExternalStore(onKitChange, isKept);

/** An asset as far as it has been looked up; `gone` is not in the library any more. */
export type Lookup = KitAsset | 'gone' | 'failed';

const lookUp = async (key: string): Promise<Lookup> => {
  try {
    const response = await fetch(`/${key}.json`);
    if (response.status === 404) return 'gone';
    const file: unknown = response.ok ? await response.json() : undefined;
    return isKitAsset(file) ? file : 'failed';
  } catch {
    return 'failed';
  }
};

export interface Assets {
  /** By key; what is still being looked up is not there. */
  lookups: ReadonlyMap<string, Lookup>;
  known: ReadonlyMap<string, KitAsset>;
  isLoading: boolean;
  retry: () => void;
}

/** @param keys of the assets in the kit */
export const useAssets = (keys: readonly string[]): Assets => {
  const [lookups, setLookups] = useState<ReadonlyMap<string, Lookup>>(new Map());
  const missing = keys.filter((key) => !lookups.has(key)).join(' ');

  useEffect(() => {
    let isCurrent = true;
    const wanted = missing.split(' ').filter(Boolean);
    if (wanted.length === 0) return;
    void Promise.all(wanted.map(async (key) => [key, await lookUp(key)] as const)).then((found) => {
      if (isCurrent) setLookups((old) => new Map([...old, ...found]));
    });
    return () => {
      isCurrent = false;
    };
  }, [missing]);

  const known = useMemo(
    () => new Map([...lookups].flatMap(([key, found]) => (typeof found === 'string' ? [] : [[key, found] as const]))),
    [lookups],
  );
  const retry = useCallback(() => setLookups((old) => new Map([...old].filter(([, found]) => found !== 'failed'))), []);
  return { lookups, known, isLoading: missing !== '', retry };
};
