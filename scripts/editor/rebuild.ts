/** Builds again what is being served, beside it, and swaps the two when the new one is whole. */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Audience } from '../../src/schemas/fields.ts';
import { buildAudience } from '../build/build-audience.ts';
import { StepFailed } from '../build/run.ts';

export interface Rebuilder {
  /** Asks for a build; what is asked for while one is under way is done after it, once. */
  ask: () => void;
}

const NEXT = '.next';

export const makeRebuilder = (out: string, audiences: readonly Audience[], log: (line: string) => void): Rebuilder => {
  let isAsked = false;
  let isBuilding = false;
  const work = async (): Promise<void> => {
    if (isBuilding) return;
    isBuilding = true;
    while (isAsked) {
      isAsked = false;
      for (const audience of audiences) await rebuild(out, audience, log);
    }
    isBuilding = false;
  };
  return {
    ask: () => {
      isAsked = true;
      void work();
    },
  };
};

/** A build that fails leaves what is served as it is. */
const rebuild = async (out: string, audience: Audience, log: (line: string) => void): Promise<void> => {
  const next = path.join(out, NEXT);
  const [served, old] = [path.join(out, audience), path.join(next, `${audience}.old`)];
  const start = Date.now();
  try {
    await mkdir(next, { recursive: true });
    await buildAudience(audience, { DEALSHELF_OUT: next });
    await rm(old, { recursive: true, force: true });
    await rename(served, old);
    await rename(path.join(next, audience), served);
    await rm(old, { recursive: true, force: true });
    log(`The ${audience} build shows what was published, after ${((Date.now() - start) / 1_000).toFixed(1)} s.`);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    log(`The ${audience} build stays as it was: ${error.message}`);
  }
};
