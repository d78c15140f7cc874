import { defineConfig } from '@playwright/test';
import { INTERNAL } from './tests/e2e/sites.ts';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';

/** Browser tests run on the finished builds of `npm run build`, served as a host would. */
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  timeout: 60_000,
  use: {
    launchOptions: { args: [...BROWSER_ARGS], ...(executablePath === undefined ? {} : { executablePath }) },
    viewport: { width: 1280, height: 900 },
  },
  webServer: {
    command: 'node tests/e2e/servers.ts',
    url: `${INTERNAL}/`,
    reuseExistingServer: false,
  },
});
