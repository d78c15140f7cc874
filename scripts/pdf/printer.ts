/**
 * One browser with several pages, each of them printing one sheet after another. A sheet is put into a
 * page that has its styles and fonts already: opening an address for each would take twice as long.
 */
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Paper } from '../../src/domain/paper.ts';
import { BROWSER_ARGS, findBrowser } from '../browser.ts';
import { serve, type RunningServer } from '../serve.ts';
import type { Sheet } from './sheet.ts';

/** Pages of a larger work count from its beginning. */
export interface PageCount {
  /** Pages before this sheet. */
  before: number;
  /** What the margin says, as the value of CSS `content`. */
  content: string;
}

/** A part of a sheet as a reader sees it. */
export interface ShownField {
  name: string;
  heading: string;
  text: string;
  /** The front of a card, which has a page of its own. */
  isFront: boolean;
}

export interface Printed {
  pdf: Buffer;
  /** Reads the parts of the sheet; only before the next one is printed. */
  fields: () => Promise<ShownField[]>;
}

const FORMATS = { a4: 'A4', letter: 'Letter' } as const satisfies Record<Paper, string>;

/** What says that another printer would print otherwise: the browser, and this file. */
export const printerStamp = (): string => {
  const browser = requireBrowser();
  const { size, mtimeMs } = statSync(browser);
  return `${browser} ${size} ${mtimeMs} ${readFileSync(import.meta.filename, 'utf8')}`;
};

const requireBrowser = (): string => {
  const browser = findBrowser();
  if (browser === undefined)
    throw new Error('PDFs need a Chromium. Install one, and name it in the environment variable CHROMIUM.');
  return browser;
};

/** One page of the browser. */
export class Press {
  readonly #page: Page;
  readonly #url: string;
  #styles = '';

  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  async print(sheet: Sheet, paper: Paper, count?: PageCount): Promise<Printed> {
    await this.#load(sheet.styles);
    await this.#page.evaluate(lay, { ...sheet, count });
    const pdf = await this.#page.pdf({
      format: FORMATS[paper],
      tagged: true,
      outline: true,
      printBackground: true,
    });
    return { pdf, fields: () => this.#page.evaluate(readFields) };
  }

  /** An empty page of the build's own address, with the styles of the sheet. */
  async #load(styles: readonly string[]): Promise<void> {
    const key = styles.join(' ');
    if (key === this.#styles) return;
    // Any page of the build will do, for its address and its encoding.
    await this.#page.goto(`${this.#url}/404.html`);
    const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
    await this.#page.setContent(
      `<!doctype html><html><head><meta charset="utf-8">${links}</head><body></body></html>`,
      {
        waitUntil: 'load',
      },
    );
    await this.#page.emulateMedia({ media: 'print', colorScheme: 'light' });
    this.#styles = key;
  }
}

/** Runs in the browser: puts a sheet into the page, and waits until its fonts and pictures are there. */
const lay = async ({ title, root, main, count }: Sheet & { count?: PageCount | undefined }): Promise<void> => {
  const { documentElement: html, body } = document;
  for (const { name } of [...html.attributes]) html.removeAttribute(name);
  for (const [name, value] of Object.entries(root)) html.setAttribute(name, value);
  document.title = title;
  body.innerHTML = `<div class="frame"><main>${main}</main></div>`;
  // A reader of the paper has no server of ours: links lead to the live site.
  const live = root['data-paper-live'];
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    if (live !== undefined) link.href = new URL(link.getAttribute('href') ?? '/', live).href;
  // The browser tags these by names that files of this version do not know; readers of the file would complain.
  for (const marked of body.querySelectorAll('b, strong, em, i, aside')) {
    marked.removeAttribute('aria-label');
    marked.setAttribute('role', 'presentation');
  }
  const sheets = new CSSStyleSheet();
  if (count)
    sheets.replaceSync(`:root { counter-reset: page ${count.before}; --paper-count: ${count.content} !important }`);
  document.adoptedStyleSheets = [sheets];
  const pictures = [...body.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  // Fonts are asked for when the text is laid out.
  body.getBoundingClientRect();
  await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode().catch(() => undefined))]);
};

/** Runs in the browser. */
const readFields = (): ShownField[] =>
  [...document.querySelectorAll<HTMLElement>('[data-field]')].map((field) => ({
    name: field.dataset['field'] ?? '',
    heading: field.querySelector('h2')?.textContent?.trim() ?? '',
    text: field.innerText,
    isFront: field.closest('.card-front') !== null,
  }));

export interface Printer {
  /** Hands every item to a free press, several at once; ends when all are done. */
  run: <T>(items: readonly T[], work: (press: Press, item: T) => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * @param folder a finished build
 * @param presses pages that print at once; left out, one a core
 */
export const openPrinter = async (folder: string, presses = availableParallelism()): Promise<Printer> => {
  const server: RunningServer = await serve(folder, 0);
  const browser: Browser = await chromium.launch({ executablePath: requireBrowser(), args: [...BROWSER_ARGS] });
  const context = await browser.newContext();
  const open = await Promise.all(
    Array.from({ length: presses }, async () => new Press(await context.newPage(), server.url)),
  );
  return {
    run: async (items, work) => {
      const queue = items.values();
      await Promise.all(
        open.map(async (press) => {
          for (const item of queue) await work(press, item);
        }),
      );
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
