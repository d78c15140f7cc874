/** One build: the check, the pages, the search index, and the proof that nothing is in it that must not be. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Audience } from '../../src/schemas/fields.ts';
import { outFolderOf } from '../../src/site.ts';
import { runNode, StepFailed } from './run.ts';

/** A program of this project, and what it is started with. */
export interface BuildStep {
  /** Path of its JavaScript or TypeScript file, from the project's folder. */
  entry: string;
  args: readonly string[];
  /** Node's own options. */
  node: readonly string[];
  env: Readonly<Record<string, string>>;
}

/** Where Node keeps its own reading of our code: it is the same for every build. */
const COMPILED = { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/dealshelf-code') };

export const pagesStep = (audience: Audience): BuildStep => ({
  entry: 'node_modules/astro/bin/astro.mjs',
  args: ['build', '--silent'],
  // Most of what a build makes is garbage at once: more room for it, from the beginning, and it is collected a third as often.
  node: ['--min-semi-space-size=32', '--max-semi-space-size=32'],
  env: {
    ...COMPILED,
    AUDIENCE: audience,
    NODE_ENV: 'production',
    // Pictures are drawn on these threads; Node's own choice is four, however many processors there are.
    UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())),
    // Linux keeps freed memory for each thread apart: with two places instead of many, 0.1 GB less lies idle.
    MALLOC_ARENA_MAX: '2',
    // The same for the search engine, which has another allocator: 0.3 GB less.
    _RJEM_MALLOC_CONF: `narenas:${availableParallelism()},dirty_decay_ms:2000`,
  },
});

export const leaksStep = (audience: Audience): BuildStep => ({
  entry: 'scripts/check-leaks.ts',
  args: ['--audience', audience],
  node: [],
  env: COMPILED,
});

type Environment = BuildStep['env'];

/** @param own environment of this build alone, such as where it is written */
export const buildAudience = async (audience: Audience, own: Environment = {}): Promise<void> => {
  const run = ({ entry, args, env, node }: BuildStep): Promise<void> => runNode(entry, args, { ...env, ...own }, node);
  const out = own['DEALSHELF_OUT'] === undefined ? outFolderOf(audience) : path.resolve(own['DEALSHELF_OUT'], audience);
  await run(pagesStep(audience));
  // It is written last: a build that stopped half-way without an error must not pass for a finished one.
  if (!existsSync(path.join(out, '_headers')))
    throw new StepFailed(`The ${audience} build ended before it was finished. Please build again.`);
  await run(leaksStep(audience));
};
