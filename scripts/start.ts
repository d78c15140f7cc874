/**
 * `npm start`: builds the internal portal and the public site and serves both on this machine, with an editor
 * whose published work appears in them.
 */
import path from 'node:path';
import { adminPath } from '../src/domain/cms-links.ts';
import { site } from '../src/site.ts';
import { buildAudience } from './build/build-audience.ts';
import { runSteps } from './build/run.ts';
import { EDITOR_STATE } from './editor/place.ts';
import { startLocalEditor } from './editor/local-editor.ts';
import { makeRebuilder } from './editor/rebuild.ts';
import { serve } from './serve.ts';

const PORTAL_PORT = Number(process.env['PORT'] ?? 4321);
const AUDIENCES = ['internal', 'public'] as const;

const log = (line: string): void => console.log(line);

await runSteps(async () => {
  // Builds are programs of their own: they learn from the environment that there is an editor.
  process.env['DEALSHELF_LOCAL_EDITOR'] = '1';
  for (const audience of AUDIENCES) await buildAudience(audience);
  const out = path.resolve(process.env['DEALSHELF_OUT'] ?? 'dist');
  const rebuilder = makeRebuilder(out, AUDIENCES, log);
  const editor = await startLocalEditor({
    contentFolder: site.contentFolder,
    stateFolder: EDITOR_STATE,
    onPublished: rebuilder.ask,
    log,
  });
  const portal = await serve(path.join(out, 'internal'), PORTAL_PORT, editor);
  const publicSite = await serve(path.join(out, 'public'), PORTAL_PORT + 1);
  console.log(
    `\n  Internal portal   ${portal.url}\n  Editor            ${portal.url}${adminPath()}\n  Public site       ${publicSite.url}\n\n  Press Ctrl+C to stop.`,
  );
});
