/** One build: the pages, the search index, and the proof that nothing is in it that must not be. */
import type { Audience } from '../../src/schemas/fields.ts';
import { runNode } from './run.ts';

export const checkContent = (): Promise<void> => runNode('scripts/check.ts', []);

export const buildAudience = async (audience: Audience): Promise<void> => {
  await runNode('node_modules/astro/bin/astro.mjs', ['build', '--silent'], { AUDIENCE: audience, NODE_ENV: 'production' });
  await runNode('scripts/check-leaks.ts', ['--audience', audience]);
};
