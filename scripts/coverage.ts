/** `npm run coverage`: what each reader finds at each stage, what is missing, and whether that is still acceptable. */
import { coverageView } from '../src/domain/coverage/view.ts';
import { missedThresholds } from '../src/domain/coverage/thresholds.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { portalLibrary } from '../src/library/portal-library.ts';
import { buildDay, site } from '../src/site.ts';
import { readFilter, readOptions } from './insight/coverage-options.ts';
import { coverageReporters } from './insight/coverage-report.ts';
import { needLabels } from './insight/labels.ts';
import { Refused } from './refused.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const loaded = await loadLibrary(site.contentFolder, site.shippedFolder);
  const portal = portalLibrary(loaded, needLabels(loaded), buildDay(loaded.library.settings.frozen_on));
  const filter = readFilter(options, portal);
  const view = coverageView({ ...portal, filter, most: options.format === 'json' ? Infinity : options.gaps });
  const missed = missedThresholds(portal.ui, view, {
    ...portal.library.settings.coverage.thresholds,
    ...options.least,
  });
  console.log(coverageReporters[options.format](portal.ui, view, missed, loaded.name));
  process.exitCode = missed.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
