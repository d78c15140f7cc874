/** The named parts of a page that an element fills: `data-part="results"`. */
export const partOf = <E extends Element>(name: string, type: new () => E): E | undefined => {
  const found = document.querySelector(`[data-part="${name}"]`);
  return found instanceof type ? found : undefined;
};

/** @throws {Error} where the page has no such part */
export const needPart = <E extends Element>(name: string, type: new () => E): E => {
  const part = partOf(name, type);
  if (!part) throw new Error(`The page has no part "${name}".`);
  return part;
};

export const reveal = (name: string, isShown: boolean): void => {
  const part = partOf(name, HTMLElement);
  if (part) part.hidden = !isShown;
};

/** Says something politely: the part is a live region. */
export const tell = (text: string): void => {
  const status = partOf('status', HTMLElement);
  if (status) status.textContent = text;
};
