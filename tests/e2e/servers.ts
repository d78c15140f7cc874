/** Serves the finished builds for the browser tests; ports of their own, so that `npm start` may run beside. */
import { serve } from '../../scripts/serve.ts';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

for (const [audience, url] of [
  ['internal', INTERNAL],
  ['partner', PARTNER],
  ['public', PUBLIC],
] as const) {
  const server = await serve(`dist/${audience}`, Number(new URL(url).port));
  if (server.url !== url) throw new Error(`${url} is taken: stop what runs there.`);
}
