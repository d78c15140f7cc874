/** How the library is prepared: in a build by a thread of its own, while Astro starts and stores the first parts. */
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { isRecord } from '../domain/entries.ts';
import { prepareLibrary, type Part, type Prepared, type Tell } from './prepare-library.ts';
import { beginOnce, type Preparing } from './under-way.ts';

interface Parts {
  preparing: Preparing;
  tell: Tell;
  /** Whoever waits for a part that will never come is told why. */
  fail: (error: unknown) => void;
}

type Waited = { readonly [P in Part]: PromiseWithResolvers<Prepared[P]> };

const expectParts = (): Parts => {
  const waited: Waited = {
    entries: Promise.withResolvers(),
    history: Promise.withResolvers(),
    media: Promise.withResolvers(),
    problems: Promise.withResolvers(),
    faces: Promise.withResolvers(),
    health: Promise.withResolvers(),
  };
  const all = Object.values(waited);
  // Parts that nobody has asked for yet must not end the program.
  for (const { promise } of all) promise.catch(() => undefined);
  return {
    preparing: (part) => waited[part].promise,
    tell: (part, value) => waited[part].resolve(value),
    fail: (error) => all.forEach(({ reject }) => reject(error)),
  };
};

const prepareHere = (): Preparing => {
  const { preparing, tell, fail } = expectParts();
  prepareLibrary(tell).catch(fail);
  return preparing;
};

/** What the thread says: it is this project's own, so only the frame is looked at. */
const messageSchema = z.custom<{ [P in Part]: { part: P; value: Prepared[P] } }[Part]>(
  (message) => isRecord(message) && 'part' in message && 'value' in message,
);

const prepareInThread = (): Preparing => {
  const { preparing, tell, fail } = expectParts();
  const worker = new Worker(new URL('prepare-worker.ts', import.meta.url));
  worker.on('message', (message) => {
    const { part, value } = messageSchema.parse(message);
    tell(part, value);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The library was not prepared to the end.')));
  return preparing;
};

/** Begins before anybody asks. */
export const prepareAhead = (): void => {
  beginOnce(prepareInThread);
};

/** What has been begun ahead, or what begins now. */
export const prepareOnce = (): Preparing => beginOnce(prepareHere);
