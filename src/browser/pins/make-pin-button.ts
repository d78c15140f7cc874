/** A `<pin-button>` for a list made in the browser. The element itself comes with every page. */
import type { Pin } from '../../domain/pins.ts';
import { element } from '../element.ts';

/** @param label what the button does. @param named the same with the title, for those who hear it alone */
export const makePinButton = ({ path, title, kind }: Pin, label: string, named: string): HTMLElement => {
  const button = element('button', 'pin', label);
  button.type = 'button';
  button.setAttribute('aria-label', named);
  const host = document.createElement('pin-button');
  Object.assign(host.dataset, { path, title, kind });
  host.append(button);
  return host;
};
