/**
 * Brings the calculator of a page to life. Astro's own islands start with inline scripts, which the
 * policy of every page refuses; this file is a script like any other.
 */
import { hydrateRoot } from 'react-dom/client';
import { Calculator } from './Calculator.tsx';
import { wantDetails } from './demand.ts';
import { isCalculatorProps } from './props.ts';

/** What has been typed while this code was on its way. */
const typedEarly = (root: Element): Record<string, string> =>
  Object.fromEntries(
    [...root.querySelectorAll<HTMLInputElement>('.calc-form input')]
      .filter(({ value, defaultValue }) => value !== defaultValue)
      .map(({ name, value }) => [name, value]),
  );

const mount = (root: Element): void => {
  const props: unknown = JSON.parse(root.nextElementSibling?.textContent ?? 'null');
  if (!isCalculatorProps(props)) return;
  const early = typedEarly(root);
  hydrateRoot(root, <Calculator {...props} early={early} />);
  root.setAttribute('data-live', '');

  const details = root.querySelector('[data-details]');
  if (details) {
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) wantDetails();
      },
      { rootMargin: '200px' },
    );
    watch.observe(details);
  }
  addEventListener('beforeprint', () => {
    const day = root.querySelector('[data-print-day]');
    if (day) day.textContent = new Intl.DateTimeFormat(props.locale, { dateStyle: 'long' }).format(new Date());
  });
};

document.querySelectorAll('[data-calculator]').forEach(mount);
