/** An owner, a team or an e-mail address, as a part of an address or of a file's name. */

const PRIME = 0x01000193;

const hash = (text: string, seed: number): string => {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return (value >>> 0).toString(36);
};

const LONGEST = 40;

/**
 * Words of plain letters that a person recognises, and a digest of the whole: `anna@a.example` and `Anna a example` differ
 * by it, on systems too that do not tell capital letters from small ones.
 */
export const ownerName = (owner: string): string => {
  const words = owner
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, '');
  const digest = `${hash(owner, 0x811c9dc5)}${hash(owner, 0x9747b28c)}`;
  return words === '' ? digest : `${words}-${digest}`;
};
