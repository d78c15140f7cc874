/** `npm run bench:insight [-- --assets 10000]`: what coverage and health cost, beside reading the content. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countCube } from '../src/domain/coverage/cube.ts';
import { measureCoverage } from '../src/domain/coverage/measure.ts';
import { readTargets } from '../src/domain/coverage/targets.ts';
import { coverageView } from '../src/domain/coverage/view.ts';
import { healthContext } from '../src/domain/health/context.ts';
import { findContradictions } from '../src/domain/health/contradictions.ts';
import { findDuplicates } from '../src/domain/health/duplicates.ts';
import { findHealth } from '../src/domain/health/find-health.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { portalLibrary } from '../src/library/portal-library.ts';
import { writeLibrary } from './bench/library.ts';
import { needLabels } from './insight/labels.ts';

/** The generated library's own day. */
const TODAY = '2026-11-22';

/** Of the time that reading the content takes, coverage and health may take so much. */
const MOST = { health: 2, coverage: 0.1 };

const { values } = parseArgs({ options: { assets: { type: 'string', default: '10000' } } });
const assets = Number(values.assets);
if (!Number.isInteger(assets) || assets < 1) {
  console.error('Usage: npm run bench:insight [-- --assets 10000]');
  process.exit(2);
}

const ROUNDS = 3;

/** The quickest of a few rounds: what else the machine does only ever adds. */
const timed = async <T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> => {
  let best: { result: T; ms: number } | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const result = await work();
    const ms = performance.now() - begin;
    if (best === undefined || ms < best.ms) best = { result, ms };
  }
  if (best === undefined) throw new Error('Nothing was measured.');
  return best;
};

const folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-insight-'));
try {
  await writeLibrary(folder, assets);
  const reading = await timed(() => loadLibrary(folder, 'content'));
  const loaded = reading.result;
  const { library, drawings, name } = loaded;
  const check = { library, drawings, name, today: TODAY };
  const health = await timed(() => findHealth(check));
  const context = healthContext(check);
  const duplicates = await timed(() => findDuplicates(context));
  const contradictions = await timed(() => findContradictions(context));
  const portal = portalLibrary(loaded, needLabels(loaded), TODAY);
  const axes = {
    stages: [...(library.entries.get('stages')?.keys() ?? [])],
    personas: [...(library.entries.get('personas')?.keys() ?? [])],
    industries: [...(library.entries.get('industries')?.keys() ?? [])],
  };
  const counting = await timed(() =>
    measureCoverage(axes, countCube(portal.facets, Array(portal.rows).keys()), readTargets(library.settings.coverage)),
  );
  const coverage = await timed(() => coverageView({ ...portal, most: 12 }));

  const line = (what: string, ms: number): string =>
    `  ${what.padEnd(46)} ${ms.toFixed(0).padStart(7)} ms   × ${(ms / reading.ms).toFixed(3)}`;
  const isMet = health.ms <= MOST.health * reading.ms && coverage.ms <= MOST.coverage * reading.ms;
  console.log(`${assets} generated assets, on this machine:

${line('reading the content', reading.ms)}
${line('health, all of it', health.ms)}
${line('  of which near-duplicates', duplicates.ms)}
${line('  of which contradictions', contradictions.ms)}
${line('coverage: counts, targets, gaps', counting.ms)}
${line('coverage: the page, with its briefs', coverage.ms)}

  ${health.result.length} findings, ${coverage.result.gapCount} gaps
  ${isMet ? '✓' : '✗'} health within × ${MOST.health}, coverage within × ${MOST.coverage} of reading`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
