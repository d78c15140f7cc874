/** Words → an id, which is a file's name. */

/** `Über uns (neu)` → `uber-uns-neu`; empty where nothing is left. */
export const toId = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
