/** Finding a Chromium for tests and print, and installing one where there is none. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { isRootOnDebian, run } from './install.ts';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Keeps the browser from asking the network for anything of its own. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to use; `CHROMIUM` names another one. Undefined where there is none. */
export const findBrowser = (): string | undefined =>
  [process.env['CHROMIUM'], ...SYSTEM_BROWSERS, chromium.executablePath()].find(
    (path): path is string => path !== undefined && existsSync(path),
  );

/** Debian's own browser where that can be installed, Playwright's elsewhere. */
export const ensureBrowser = async (): Promise<void> => {
  if (findBrowser() !== undefined) return;
  console.log('No Chromium found: installing one.');
  if (isRootOnDebian()) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  } else {
    await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium']);
  }
  if (findBrowser() === undefined) {
    throw new Error('No Chromium could be installed. Install one, and name it in the environment variable CHROMIUM.');
  }
};
