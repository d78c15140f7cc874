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

type Told = { readonly [P in Part]: (value: Prepared[P]) => void };

const expectParts = (): Parts => {
  const entries = Promise.withResolvers<Prepared['entries']>();
  const history = Promise.withResolvers<Prepared['history']>();
  const media = Promise.withResolvers<Prepared['media']>();
  const problems = Promise.withResolvers<Prepared['problems']>();
  const faces = Promise.withResolvers<Prepared['faces']>();
  const health = Promise.withResolvers<Prepared['health']>();
  const all = [entries, history, media, problems, faces, health];
  // Parts that nobody has asked for yet must not end the program.
  for (const { promise } of all) promise.catch(() => undefined);
  const told: Told = {
    entries: entries.resolve,
    history: history.resolve,
    media: media.resolve,
    problems: problems.resolve,
    faces: faces.resolve,
    health: health.resolve,
  };
  return {
    preparing: {
      entries: entries.promise,
      history: history.promise,
      media: media.promise,
      problems: problems.promise,
      faces: faces.promise,
      health: health.promise,
    },
    tell: (part, value) => told[part](value),
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
