/** `npm start`: builds the internal portal and the public site and serves both on this machine. */
import path from 'node:path';
import { buildAudience } from './build/build-audience.ts';
import { runSteps } from './build/run.ts';
import { serve } from './serve.ts';

const PORTAL_PORT = 4321;
const SITE_PORT = 4322;

await runSteps(async () => {
  await buildAudience('internal');
  await buildAudience('public');
  const out = process.env['DEALSHELF_OUT'] ?? 'dist';
  const portal = await serve(path.resolve(out, 'internal'), PORTAL_PORT);
  const site = await serve(path.resolve(out, 'public'), SITE_PORT);
  console.log(`\n  Internal portal   ${portal.url}\n  Public site       ${site.url}\n\n  Press Ctrl+C to stop.`);
});
