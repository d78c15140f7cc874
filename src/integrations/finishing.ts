/**
 * What happens to a page once it is made: it is written, kept for the next build and read into the search index,
 * in a thread of its own, while the next pages are being rendered.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { FinishingTask, MadePage } from './finishing-worker.ts';

export interface Finishing {
  /** Hands a page over; waits while too many are under way. */
  put: (page: MadePage) => Promise<void>;
  /** Waits until every page is kept and the index is written. */
  end: () => Promise<void>;
}

/** How many pages may be under way: enough to keep the thread busy, few enough to fit into memory. */
const MOST_AT_ONCE = 128;
/** Pages that travel together: waking the other thread costs more than a page. */
const BATCH = 16;

/** After each batch the thread says how many pages are done; at the very end it says so. */
const newsSchema = z.union([z.number(), z.literal('end')]);

/** A page with bytes of its own, which can change hands. */
type OwnedPage = MadePage & { bytes: Uint8Array<ArrayBuffer> };

export const startFinishing = (task: FinishingTask): Finishing => {
  const worker = new Worker(new URL('finishing-worker.ts', import.meta.url), { workerData: task });
  // Asked for at once: a thread that is already gone never says so again, and whoever waits waits for ever.
  const exited = once(worker, 'exit');
  const waiting: (() => void)[] = [];
  let underWay = 0;
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('error', (error) => {
      reject(new Error('A finished page could not be kept or read into the search index.', { cause: error }));
      // Nobody waits for a thread that is gone; `end` says why it is.
      while (waiting.length > 0) waiting.pop()?.();
    });
    worker.on('message', (message) => {
      const news = newsSchema.parse(message);
      if (news === 'end') return resolve();
      underWay -= news;
      waiting.splice(0, news).forEach((goOn) => goOn());
    });
  });
  ended.catch(() => undefined);
  exited.catch(() => undefined);

  let batch: OwnedPage[] = [];
  const send = (): void => {
    worker.postMessage(
      batch,
      batch.map(({ bytes }) => bytes.buffer),
    );
    batch = [];
  };

  return {
    put: async (page) => {
      underWay += 1;
      // Handing over a copy is much faster than having one made of the message.
      batch.push({ ...page, bytes: new Uint8Array(page.bytes) });
      if (batch.length === BATCH) send();
      if (underWay > MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    end: async () => {
      send();
      worker.postMessage('end');
      await ended;
      await exited;
    },
  };
};
