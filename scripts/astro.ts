/** Any command of Astro's, without its telemetry: nothing leaves this machine unasked. */
import { runNode, runSteps } from './build/run.ts';

await runSteps(() => runNode('node_modules/astro/bin/astro.mjs', process.argv.slice(2)));
