/**
 * `npm start [-- --audience internal --port 4321]`: builds the internal portal and the public site and serves both
 * on this machine, with an editor whose published work appears in them.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { adminPath } from '../src/domain/cms-links.ts';
import { audienceSchema, type Audience } from '../src/schemas/fields.ts';
import { outFolderOf, site } from '../src/site.ts';
import { buildAudience } from './build/build-audience.ts';
import { runSteps } from './build/run.ts';
import { startLocalEditor } from './editor/local-editor.ts';
import { makeRebuilder } from './editor/rebuild.ts';
import { serve } from './serve.ts';

const NAMES: Readonly<Record<Audience, string>> = {
  internal: 'Internal portal',
  partner: 'Partner portal ',
  public: 'Public site    ',
};

const { values } = parseArgs({ options: { audience: { type: 'string', multiple: true }, port: { type: 'string' } } });
const options = z
  .object({
    audience: z.array(audienceSchema).default(['internal', 'public']),
    port: z.coerce.number().int().min(1).max(65_000).default(4321),
  })
  .safeParse(values);
if (!options.success) {
  console.error('Usage: npm start -- --audience internal|partner|public --port 4321');
  process.exit(2);
}
const { audience: audiences, port } = options.data;

const log = (line: string): void => console.log(line);

await runSteps(async () => {
  // Builds are programs of their own: they learn from the environment that there is an editor.
  process.env['DEALSHELF_LOCAL_EDITOR'] = '1';
  for (const audience of audiences) await buildAudience(audience);
  const rebuilder = makeRebuilder(path.dirname(outFolderOf('internal')), audiences, log);
  const { contentFolder, stateFolder } = site;
  const editor = audiences.includes('internal')
    ? await startLocalEditor({ contentFolder, stateFolder, onPublished: rebuilder.ask, log })
    : undefined;
  const lines: string[] = [];
  for (const [i, audience] of audiences.entries()) {
    const hasEditor = audience === 'internal';
    const { url } = await serve(outFolderOf(audience), port + i, hasEditor ? editor : undefined);
    lines.push(`  ${NAMES[audience]}   ${url}`, ...(hasEditor ? [`  Editor            ${url}${adminPath()}`] : []));
  }
  console.log(`\n${lines.join('\n')}\n\n  Press Ctrl+C to stop.`);
});
