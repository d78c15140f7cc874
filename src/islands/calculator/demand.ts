/** Parts of the page whose code is loaded when somebody turns to them; the build has drawn them already. */
import { lazy, type ComponentType } from 'react';

const demand = () => {
  let want: () => void = () => undefined;
  const wanted = new Promise<void>((resolve) => (want = resolve));
  return { want: () => want(), wanted };
};

/** Somebody goes to the form, or a number has been changed. */
const form = demand();
/** Somebody looks at what is below it, a number has been changed, or the page is printed. */
const details = demand();

export const wantForm = form.want;
export const wantDetails = details.want;

/** Until it is wanted, the markup of the build stands as it is. */
const onDemand = <P>(wanted: Promise<void>, load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    if (!import.meta.env.SSR) await wanted;
    return { default: await load() };
  });

export const InputForm = onDemand(form.wanted, async () => (await import('./InputForm.tsx')).InputForm);
export const Details = onDemand(details.wanted, async () => (await import('./Details.tsx')).Details);
export const PrintCase = onDemand(details.wanted, async () => (await import('./PrintCase.tsx')).PrintCase);
