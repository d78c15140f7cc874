/** Says something to those who listen; one live region a page, there before anything is said. */
let region: HTMLElement | undefined;

export const announce = (text: string): void => {
  region ??= makeRegion();
  const said = region;
  said.textContent = '';
  // The same words twice would not be said again, and a region that was made just now is not listened to yet.
  setTimeout(() => (said.textContent = text), 100);
};

const makeRegion = (): HTMLElement => {
  const made = document.createElement('p');
  made.className = 'visually-hidden';
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
};
