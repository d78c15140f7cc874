/** A stamp of a text (FNV-1a, 32 bit): tells it from another and shows damage; no proof of who wrote it. */
export const stampOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
};
