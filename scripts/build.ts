/** `npm run build [-- --audience public]`: checks the content, then makes and proves each build. */
import { parseArgs } from 'node:util';
import { AUDIENCES, audienceSchema } from '../src/schemas/fields.ts';
import { buildAudience } from './build/build-audience.ts';
import { runSteps } from './build/run.ts';

const { values } = parseArgs({ options: { audience: { type: 'string' } } });
const chosen = values.audience === undefined ? undefined : audienceSchema.safeParse(values.audience);
if (chosen && !chosen.success) {
  console.error(`--audience ${values.audience} is not known. Use one of ${AUDIENCES.join(', ')}.`);
  process.exit(2);
}

await runSteps(async () => {
  for (const audience of chosen ? [chosen.data] : AUDIENCES) await buildAudience(audience);
});
