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

/** The case on paper has been drawn by its own code, and so with the reader's numbers. */
const paper = demand();

export const wantForm = form.want;
export const wantDetails = details.want;

export const paperIsReady = paper.want;
export const whenPaperIsReady = paper.wanted;

const RETRY = 3000;

/** What cannot be loaded now, on a train for example, is asked for again: what stands on the page goes on standing. */
const untilThere = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (import.meta.env.SSR) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
};

export const loadActions = () => untilThere(() => import('./actions.ts'));

/** Until it is wanted, the markup of the build stands as it is. */
const onDemand = <P>(wanted: Promise<void>, load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    if (!import.meta.env.SSR) await wanted;
    return { default: await untilThere(load) };
  });

export const ExplanationDialog = lazy(async () => ({
  default: (await untilThere(() => import('./Explanation.tsx'))).ExplanationDialog,
}));
export const InputForm = onDemand(form.wanted, async () => (await import('./InputForm.tsx')).InputForm);
export const Details = onDemand(details.wanted, async () => (await import('./Details.tsx')).Details);
export const PrintCase = onDemand(details.wanted, async () => (await import('./PrintCase.tsx')).PrintCase);
