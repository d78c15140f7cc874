/** `npm run health`: what needs somebody's hand, the same as the health page, and what has expired beside it. */
import { findHealth } from '../src/domain/health/find-health.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { buildDay, site } from '../src/site.ts';
import { healthOptions } from './insight/health-options.ts';
import { healthReporters } from './insight/health-report.ts';
import { needLabels } from './insight/labels.ts';
import { Refused } from './refused.ts';

try {
  const options = healthOptions(process.argv.slice(2));
  const loaded = await loadLibrary(site.contentFolder, site.shippedFolder);
  const { library, drawings, name } = loaded;
  const labels = needLabels(loaded);
  const all = findHealth({ library, drawings, name, today: buildDay(library.settings.frozen_on) });
  const findings = all.filter(
    ({ kind, owner }) => (options.kind ?? kind) === kind && (options.owner ?? owner) === owner,
  );
  console.log(healthReporters[options.format](labels, library.settings, findings));
  process.exitCode = options.failOn.some((kind) => findings.some((finding) => finding.kind === kind)) ? 1 : 0;
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
