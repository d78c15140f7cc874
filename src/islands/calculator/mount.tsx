/**
 * Brings the calculator of a page to life. Astro's own islands start with inline scripts, which the
 * policy of every page refuses; this file is a script like any other.
 */
import { hydrateRoot } from 'react-dom/client';
import { Calculator } from './Calculator.tsx';
import { wantDetails, wantForm } from './demand.ts';
import { isCalculatorProps } from './props.ts';

const mount = (root: Element): void => {
  const props: unknown = JSON.parse(root.nextElementSibling?.textContent ?? 'null');
  if (!isCalculatorProps(props)) return;
  hydrateRoot(root, <Calculator {...props} />);
  root.setAttribute('data-live', '');
  watch(root, props.locale);
};

/** Sees when a part is wanted whose code is not there yet. */
const watch = (root: Element, locale: string): void => {
  const toForm = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('.calc-form')) wantForm();
  };
  // Here, and before it goes down: React stops events on their way to what it has not taken over yet.
  for (const sign of ['pointerover', 'touchstart', 'focusin'])
    root.addEventListener(sign, toForm, { capture: true, passive: true });
  if (document.activeElement?.closest('.calc-form')) wantForm();

  const details = root.querySelector('.calc-details');
  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) wantDetails();
    },
    { rootMargin: '200px' },
  );
  if (details) seen.observe(details);

  addEventListener('beforeprint', () => {
    const day = root.querySelector('[data-print-day]');
    if (day) day.textContent = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date());
  });
};

document.querySelectorAll('[data-calculator]').forEach(mount);
