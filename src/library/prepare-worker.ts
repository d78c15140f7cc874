/** The thread of `preparing.ts`. */
import { parentPort } from 'node:worker_threads';
import { prepareLibrary } from './prepare-library.ts';

await prepareLibrary((part, value) => parentPort?.postMessage({ part, value }));
