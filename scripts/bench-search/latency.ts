/** From a key press to painted results, in a real browser, beside what the engine alone needs for the same words. */
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../browser.ts';
import { serve } from '../serve.ts';

/** Of the same queries, in milliseconds. */
export interface Latency {
  /** Key press to results painted. */
  page: Spread;
  /** The engine's own call, with the ten results it shows. */
  engine: Spread;
  queries: number;
}

export interface Spread {
  median: number;
  p95: number;
}

const spreadOf = (times: readonly number[]): Spread => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
};

/** Types a query into the search page; answers how long it took until the results of it were painted. */
const timeOnPage = (page: Page, query: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement>('.search-page [data-search-input]');
        const status = document.querySelector<HTMLElement>('site-search [data-part="status"]');
        if (!field || !status) return reject(new Error('There is no search on the page.'));
        const begin = performance.now();
        const observer = new MutationObserver(() => {
          if (!status.textContent.includes('“')) return;
          observer.disconnect();
          // The frame after next comes when this one has been painted.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
        });
        observer.observe(status, { childList: true });
        setTimeout(() => reject(new Error(`No answer to “${text}”: ${status.textContent}`)), 10_000);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );

interface Engine {
  search: (query: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
}

const timeOfEngine = (page: Page, query: string): Promise<number> =>
  page.evaluate((text) => {
    const address = '/pagefind/pagefind.js';
    return import(address).then(async (engine: Engine) => {
      const begin = performance.now();
      const { results } = await engine.search(text);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return performance.now() - begin;
    });
  }, query);

/** Each query once to warm up, and once to be measured: what a reader has at the second word. */
const timeAll = async (queries: readonly string[], time: (query: string) => Promise<number>): Promise<Spread> => {
  for (const query of queries) await time(query);
  const times: number[] = [];
  // Turned round, so that no query follows itself, and none is the one that is on the page already.
  for (const query of [...queries].reverse().slice(1)) times.push(await time(query));
  return spreadOf(times);
};

/** @param site folder of a build */
export const measureLatency = async (site: string, queries: readonly string[]): Promise<Latency> => {
  const server = await serve(site, 0);
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGS], ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/search/`);
    const onPage = await timeAll(queries, (query) => timeOnPage(page, query));
    const engine = await timeAll(queries, (query) => timeOfEngine(page, query));
    return { page: onPage, engine, queries: queries.length - 1 };
  } finally {
    await browser.close();
    await server.close();
  }
};
