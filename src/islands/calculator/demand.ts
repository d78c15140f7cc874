/** Parts of the page whose code is loaded when somebody turns to them; the build has drawn them already. */
import { lazy, type ComponentType } from 'react';

let wake: () => void = () => undefined;
const wanted = new Promise<void>((resolve) => (wake = resolve));

/** Somebody looks at them, has changed a number, or prints. */
export const wantDetails = (): void => wake();

/** Until it is wanted, the markup of the build stands as it is. */
export const onDemand = <P>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    if (!import.meta.env.SSR) await wanted;
    return { default: await load() };
  });
