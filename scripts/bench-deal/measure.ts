/** What the page of the desk downloads, and how long a choice takes until its answer is painted, in a real browser. */
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../browser.ts';
import { serve } from '../serve.ts';

export interface Download {
  path: string;
  /** Bytes as they would travel: gzip, but for what is packed already. */
  gzip: number;
}

export interface Measured {
  /** Before anything is chosen, everything that the page asks for. */
  upFront: readonly Download[];
  /** What all the choices asked for beside. */
  later: readonly Download[];
  /** Milliseconds from a choice to the painted answer, its titles included. */
  times: readonly number[];
  /** The same, again, when all titles that are needed are there. */
  again: readonly number[];
}

const PACKED = /\.(?:woff2|png|webp|jpg)$/;

const collectDownloads = (page: Page): (() => Promise<Download[]>) => {
  const responses: Promise<Download>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    responses.push(
      response.body().then((body) => {
        return { path: pathname, gzip: PACKED.test(pathname) ? body.length : gzipSync(body).length };
      }),
    );
  });
  return async () => Promise.all(responses.splice(0));
};

/** A choice on the page. */
interface Step {
  name: string;
  value: string;
}

/** Chooses as a person does, and answers how long it took until all of the answer was painted. */
const choose = (page: Page, step: Step): Promise<number> =>
  page.evaluate(
    ({ name, value }) =>
      new Promise<number>((resolve, reject) => {
        const answer = document.querySelector('.deal-answer');
        const field = document.querySelector<HTMLSelectElement>(`.deal-form select[name="${name}"]`);
        const box = document.querySelector<HTMLInputElement>(`.deal-form input[value="${value}"]`);
        if (!answer) return reject(new Error('There is no desk on the page.'));
        const before = answer.getAttribute('data-deal');
        const begin = performance.now();
        const isThere = (): boolean =>
          answer.getAttribute('data-deal') !== before && answer.querySelector('.deal-coming') === null;
        const done = (): void => {
          observer.disconnect();
          // The frame after next comes when this one has been painted.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
        };
        const observer = new MutationObserver(() => isThere() && done());
        observer.observe(answer, { attributes: true, childList: true, subtree: true });
        setTimeout(() => reject(new Error(`No answer to ${name} ${value}.`)), 10_000);
        if (name === 'member') box?.click();
        else if (field) {
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }),
    step,
  );

/** Each step changes something: values go round. */
const stepsOf = async (page: Page, count: number): Promise<Step[]> => {
  const fields = await page
    .locator('.deal-form select')
    .evaluateAll((selects) =>
      selects.flatMap((select) =>
        select instanceof HTMLSelectElement
          ? [{ name: select.name, values: [...select.options].map(({ value }) => value).filter(Boolean) }]
          : [],
      ),
    );
  const members = await page
    .locator('.deal-form input[name="member"]')
    .evaluateAll((boxes) => boxes.flatMap((box) => (box instanceof HTMLInputElement ? [box.value] : [])));
  const wheel = [...fields, { name: 'member', values: members }];
  return Array.from({ length: count }, (_, i) => {
    const { name, values } = wheel[i % wheel.length] ?? { name: '', values: [] };
    return { name, value: values[Math.floor(i / wheel.length) % values.length] ?? '' };
  });
};

const timeAll = async (page: Page, steps: readonly Step[]): Promise<number[]> => {
  const times: number[] = [];
  for (const step of steps) times.push(await choose(page, step));
  return times;
};

/** @param site folder of a build */
export const measureDesk = async (site: string, choices: number): Promise<Measured> => {
  const server = await serve(site, 0);
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGS], ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const downloads = collectDownloads(page);
    await page.goto(`${server.url}/deal/`, { waitUntil: 'networkidle' });
    await page.locator('.deal-answer[data-state="ready"]').waitFor();
    const upFront = await downloads();
    const steps = await stepsOf(page, choices);
    const times = await timeAll(page, steps);
    const later = await downloads();
    await page.getByRole('button', { name: 'New deal' }).click();
    return { upFront, later, times, again: await timeAll(page, steps) };
  } finally {
    await browser.close();
    await server.close();
  }
};
