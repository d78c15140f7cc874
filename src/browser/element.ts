/** Elements made in a line. Texts become text nodes: nothing that was downloaded or typed is ever read as HTML. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

/** A button that sends no form. */
export const button = (className: string, label: string, onClick: () => void): HTMLButtonElement => {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
};
