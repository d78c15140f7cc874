/** `npm run dev`: the internal portal for authors, with drafts and the editor, reloading on every save. */
import { runNode, runSteps } from './build/run.ts';

const args = process.argv.slice(2);
await runSteps(() =>
  runNode('node_modules/astro/bin/astro.mjs', ['dev', ...args], {
    AUDIENCE: 'internal',
    DEALSHELF_DRAFTS: '1',
    DEALSHELF_LOCAL_EDITOR: '1',
  }),
);
