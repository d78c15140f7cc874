/** The full internal build of Dealshelf over a generated library, step by step. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { leaksStep, pagesStep, type BuildStep } from '../build/build-audience.ts';
import { measure, together, type Measured } from './measure.ts';

/** The day that the generated library is written for. */
const BENCH_DAY = '2026-11-22';

export interface DealshelfSite {
  content: string;
  /** Folders for its pages and its cache. */
  out: string;
  cache: string;
}

export interface FullBuild extends Measured {
  /** Content check, pages and search index. */
  pages: Measured;
  /** undefined where this checkout has no leak check. */
  leaks: Measured | undefined;
}

export const pagesFolder = ({ out }: DealshelfSite): string => path.join(out, 'internal');

export const buildDealshelf = async (site: DealshelfSite): Promise<FullBuild> => {
  const env = {
    DEALSHELF_CONTENT: site.content,
    DEALSHELF_OUT: site.out,
    DEALSHELF_CACHE: site.cache,
    DEALSHELF_TODAY: BENCH_DAY,
  };
  const run = (name: string, step: BuildStep): Promise<Measured> =>
    measure({ name, file: path.resolve(step.entry), args: step.args, node: step.node, env: { ...step.env, ...env } });

  const pages = await run('the pages', pagesStep('internal'));
  const proof = leaksStep('internal');
  const leaks = existsSync(proof.entry) ? await run('the leak check', proof) : undefined;
  return { pages, leaks, ...together([pages, ...(leaks ? [leaks] : [])]) };
};
