/**
 * Brings the page of the reader's own kit to life. The build knows nothing of what is in it, so there is nothing to
 * take over: the sentence for readers without JavaScript gives way.
 */
import { createRoot } from 'react-dom/client';
import { KitWorkspace } from './KitWorkspace.tsx';
import { isKitProps } from './props.ts';

const mount = (root: Element): void => {
  const props: unknown = JSON.parse(root.nextElementSibling?.textContent ?? 'null');
  if (isKitProps(props)) createRoot(root).render(<KitWorkspace {...props} />);
};

document.querySelectorAll('[data-kit-workspace]').forEach(mount);
