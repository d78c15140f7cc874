/** Brings the desk of the page to life; a script like any other, because the policy refuses inline ones. */
import { hydrateRoot } from 'react-dom/client';
import { DealDesk } from './DealDesk.tsx';
import { isDealProps } from './props.ts';

const root = document.querySelector('[data-deal-desk]');
const props: unknown = JSON.parse(root?.nextElementSibling?.textContent ?? 'null');
if (root && isDealProps(props)) {
  hydrateRoot(root, <DealDesk {...props} />);
  root.setAttribute('data-live', '');
}
