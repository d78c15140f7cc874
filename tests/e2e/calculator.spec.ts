/** A buyer's finance team at a calculator: what they put in, what they are told, what they take away. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PUBLIC } from './sites.ts';

/** The token --muted, light. */
const MUTED = 'rgb(84, 97, 95)';

const ROI = `${PUBLIC}/calculators/roi-of-spend-control/`;

class Calculator {
  readonly page: Page;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.result = page.getByRole('region', { name: 'Result', exact: true });
  }

  static async open(page: Page, address = ROI): Promise<Calculator> {
    await page.goto(address);
    await expect(page.locator('[data-live]')).toBeVisible();
    return new Calculator(page);
  }

  field(name: string): Locator {
    return this.page.locator(`input[name="${name}"]`);
  }

  /** The figures of a row, one for each scenario. */
  figures(label: string): Locator {
    return this.result.locator('tbody').filter({ hasText: label }).locator('td');
  }

  /** What is said at a field. */
  message(name: string): Locator {
    return this.page
      .locator('.calc-field')
      .filter({ has: this.field(name) })
      .locator('.calc-message');
  }

  async put(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).blur();
  }
}

test.describe('numbers as people type them', () => {
  const REFUSED: [name: string, text: string, message: string][] = [
    ['i.employees', '', 'Enter a number, for example 600'],
    ['i.employees', 'about six hundred', 'Enter a number, for example 600'],
    ['i.employees', '1e309', 'Enter a number, for example 600'],
    ['i.employees', 'NaN', 'Enter a number, for example 600'],
    ['i.employees', '12', 'Enter a number from 20 to 50,000'],
    ['i.employees', '600000', 'Enter a number from 20 to 50,000'],
    ['i.employees', '600.5', 'Enter a whole number, for example 600'],
    ['i.active_user_share', '140%', 'Enter a number from 1% to 100%'],
    ['i.software_spend', '€ 5k', 'Amounts here are in USD and are not converted. Enter USD'],
    ['i.seat_price', '1.234', 'Do you mean'],
  ];
  for (const [name, text, message] of REFUSED) {
    test(`${name} “${text}”: ${message}; the last result stays, dimmed, and what was typed too`, async ({ page }) => {
      const calculator = await Calculator.open(page);
      const before = await calculator.figures('Net present value').allTextContents();
      await calculator.put(name, text);
      await expect(calculator.message(name)).toContainText(message);
      await expect(calculator.field(name)).toHaveValue(text);
      await expect(calculator.field(name)).toHaveAttribute('aria-invalid', 'true');
      await expect(calculator.field(name)).toHaveAccessibleDescription(new RegExp(message.slice(0, 12)));
      await expect(calculator.result.getByText('This is the last result')).toBeVisible();
      await expect(calculator.figures('Net present value').first()).toHaveCSS('color', MUTED);
      expect(await calculator.figures('Net present value').allTextContents()).toEqual(before);
      await calculator.put(name, '50');
      await expect(calculator.message(name)).toBeEmpty();
      await expect(calculator.result.locator('.calc-stale')).toHaveCount(0);
    });
  }

  const READ: [name: string, text: string, shown: string][] = [
    ['i.software_spend', '1.234.567,50', '1,234,567.5'],
    ['i.software_spend', '1,234.5', '1234.5'],
    ['i.software_spend', '$ 5k', '5000'],
    ['i.software_cut', '22 %', '22'],
    ['i.employees', '1.234', '1234'],
  ];
  for (const [name, text, shown] of READ) {
    test(`${name} “${text}” is read as ${shown}`, async ({ page }) => {
      const calculator = await Calculator.open(page);
      await calculator.put(name, text);
      await expect(calculator.field(name)).toHaveValue(shown);
      await expect(calculator.message(name)).toBeEmpty();
    });
  }

  test('what could mean two things is asked, and the answer is taken', async ({ page }) => {
    const calculator = await Calculator.open(page);
    await calculator.put('i.software_spend', '1.234');
    await expect(calculator.message('i.software_spend')).toContainText('Do you mean $1.234 or $1,234?');
    await calculator.message('i.software_spend').getByRole('button', { name: '$1,234' }).click();
    await expect(calculator.field('i.software_spend')).toHaveValue('1234');
    await expect(calculator.result.locator('.calc-stale')).toHaveCount(0);
  });

  test('without any cost there is no ROI, and the net present value still stands', async ({ page }) => {
    const calculator = await Calculator.open(page);
    for (const name of ['seat_price', 'set_up_fee', 'rollout_hours', 'training_hours', 'admin_hours'])
      await calculator.put(`i.${name}`, '0');
    await expect(calculator.figures('ROI, present value').nth(1)).toHaveText('ROI needs a cost');
    await expect(calculator.figures('Net present value').nth(1)).toHaveText('$395,000');
  });

  test('what does not pay back is said plainly, with what matters most', async ({ page }) => {
    const calculator = await Calculator.open(page);
    await calculator.put('i.seat_price', '200');
    await expect(calculator.result).toContainText('At these numbers it does not pay back in 3 years');
    await expect(calculator.result).toContainText(/What matters most: .+, .+, .+\./);
    await calculator.put('i.seat_price', '24');
    await expect(calculator.result).not.toContainText('does not pay back');
  });
});

test.describe('a case in a link', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: PUBLIC }));

  test('holds what was changed and nothing else, and opens with the same result', async ({ page }) => {
    const calculator = await Calculator.open(page);
    await calculator.put('i.employees', '900');
    await calculator.put('s.adoption.0', '50');
    await calculator.put('rate', '8');
    await page.getByRole('checkbox', { name: 'Projects that start sooner' }).check();
    await page.getByRole('radio', { name: 'Cautious' }).check();
    await page.getByRole('button', { name: 'Copy link to this case' }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(new URLSearchParams(copied.hash.slice(1)))).toEqual({
      v: '1',
      'i.employees': '900',
      's.adoption': '0.5_0.9_1',
      'b.earlier_projects': '1',
      rate: '0.08',
      case: 'conservative',
    });
    const shown = await calculator.result.locator('td').allTextContents();

    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('about:blank');
    const opened = await Calculator.open(page, `${ROI}${copied.hash}`);
    await expect(opened.field('i.employees')).toHaveValue('900');
    expect(await opened.result.locator('td').allTextContents()).toEqual(shown);
    await expect(page.getByText('About the link you opened')).toHaveCount(0);
    expect(asked.filter((address) => address.includes('employees'))).toEqual([]);
  });

  test('is kept in the address, so that reloading loses nothing', async ({ page }) => {
    const calculator = await Calculator.open(page);
    await calculator.put('i.employees', '700');
    await expect(page).toHaveURL(/#v=1&i\.employees=700$/);
    await page.reload();
    await expect(calculator.field('i.employees')).toHaveValue('700');
  });

  const ODD: [what: string, fragment: string, notices: RegExp[]][] = [
    ['another version', '#v=9&i.employees=700', [/made with version 9 of this model; this is version 1/]],
    ['an unknown name', '#v=1&i.seats=7', [/names “i\.seats”, which this calculator does not have/]],
    ['a value out of range', '#v=1&i.employees=-5', [/value for “i\.employees” cannot be used here/]],
    ['a script', '#v=1&i.employees=<img src=x onerror=alert(1)>', [/value for “i\.employees” cannot be used/]],
    ['a prototype', '#v=1&__proto__=1&i.constructor=1', [/“__proto__”/, /“i\.constructor”/]],
    ['another calculator', '#v=2&i.invoices=10&utm=x', [/version 2/, /“i\.invoices”/, /“utm”/]],
  ];
  for (const [what, fragment, notices] of ODD) {
    test(`${what} is said, and the rest is used`, async ({ page }) => {
      const calculator = await Calculator.open(page, `${ROI}${fragment}`);
      const said = page.getByRole('status').filter({ hasText: 'About the link you opened' });
      for (const notice of notices) await expect(said).toContainText(notice);
      await expect(calculator.field('i.employees')).toHaveValue(fragment.includes('=700') ? '700' : '600');
      await expect(calculator.figures('Net present value').nth(1)).toHaveText(/^-?\$[\d,]+$/);
      await expect(page.locator('.calc img')).toHaveCount(0);
      await said.getByRole('button', { name: 'Close' }).click();
      await expect(page.getByText('About the link you opened')).toHaveCount(0);
    });
  }

  test('an anchor of the page is no link to a case', async ({ page }) => {
    await Calculator.open(page, `${ROI}#page:content`);
    await expect(page.getByText('About the link you opened')).toHaveCount(0);
  });
});

test('the whole journey by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: PUBLIC });
  const calculator = await Calculator.open(page);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement
        ? element.name
        : (element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    });
  const tabTo = async (name: string) => {
    for (let i = 0; i < 150 && (await focused()) !== name; i += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };

  await tabTo('How is Net present value worked out?');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Net present value' });
  await expect(dialog).toContainText('net_present_value = benefits_pv - costs_pv');
  await dialog.getByRole('button', { name: 'Benefits, present value' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Benefits, present value' })).toContainText('NPV(discount_rate');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focused()).toBe('How is Net present value worked out?');

  await tabTo('i.employees');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('900');
  await page.keyboard.press('Enter');
  await expect(calculator.field('i.employees')).toHaveValue('900');
  await page.keyboard.press('ArrowUp');
  await expect(calculator.field('i.employees')).toHaveValue('910');
  await expect(calculator.result.getByRole('status')).toContainText(/Expected: Net present value/);

  await tabTo('b.earlier_projects');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Projects that start sooner' })).toBeChecked();
  await tabTo('delay');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /3 months: \$[\d,]+\. Start in February 2027/,
  );

  await page.getByRole('radio', { name: 'Expected' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Cautious' })).toBeChecked();
  await expect(page).toHaveURL(/delay=3/);
  await page.getByRole('button', { name: 'Back to the defaults' }).focus();
  await page.keyboard.press('Enter');
  await expect(calculator.field('i.employees')).toHaveValue('600');
  await page.getByRole('button', { name: 'Bring my numbers back' }).focus();
  await page.keyboard.press('Enter');
  await expect(calculator.field('i.employees')).toHaveValue('910');
});

test('what is typed before the code has come is not lost', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_astro/InputForm*.js', async (route) => {
    await held;
    await route.continue();
  });
  const calculator = await Calculator.open(page);
  await calculator.field('i.employees').fill('1200');
  await expect(calculator.field('i.employees')).toHaveValue('1200');
  release();
  await expect(page).toHaveURL(/i\.employees=1200/);
  await expect(calculator.field('i.employees')).toHaveValue(/1,?200/);
});

test('code that cannot be loaded is asked for again, and the page stands meanwhile', async ({ page }) => {
  let isOffline = true;
  await page.route('**/_astro/InputForm*.js', (route) => (isOffline ? route.abort() : route.continue()));
  const calculator = await Calculator.open(page);
  await calculator.field('i.employees').fill('1200');
  await page.waitForTimeout(500);
  await expect(calculator.figures('Net present value').nth(1)).toHaveText('$172,000');
  await expect(calculator.field('i.employees')).toHaveValue('1200');
  isOffline = false;
  await expect(page).toHaveURL(/i\.employees=1200/, { timeout: 10_000 });
});

test('the button prints when the case on paper has the reader’s numbers', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.calc-case')?.textContent ?? '');
  });
  const calculator = await Calculator.open(page, `${ROI}#v=1&i.employees=900`);
  await expect(calculator.field('i.employees')).toHaveValue('900');
  await page.getByRole('button', { name: 'Print business case' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /Employees900600/);
});

test('each benefit can be switched off, and the rest of the page follows the chosen case', async ({ page }) => {
  const calculator = await Calculator.open(page);
  const table = page.getByRole('region', { name: /Year by year/ });
  await expect(table.getByRole('row', { name: /^Net f?/ }).first()).toContainText('$171,735');
  await table.getByRole('checkbox', { name: 'Subscriptions ended or reduced' }).uncheck();
  await expect(calculator.figures('Net present value').nth(1)).toHaveText('$5,220');
  await page.getByRole('radio', { name: 'Hopeful' }).check();
  await expect(page.getByRole('heading', { name: 'Year by year Hopeful' })).toBeVisible();
});

test.describe('downloads', () => {
  test('a workbook with formulas, whose code is loaded on the click only', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await Calculator.open(page);
    await page.getByRole('heading', { name: 'What matters most' }).scrollIntoViewIfNeeded();
    expect(asked.filter((address) => address.includes('workbook'))).toEqual([]);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel with formulas' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('roi-of-spend-control.xlsx');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(asked.some((address) => address.includes('workbook'))).toBe(true);
  });

  test('where the workbook cannot be made, it is said, and CSV comes instead', async ({ page }) => {
    await page.route('**/_astro/workbook-xlsx*.js', (route) => route.abort());
    const calculator = await Calculator.open(page);
    await calculator.put('i.employees', '900');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel with formulas' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('roi-of-spend-control.csv');
    await expect(page.getByText('The workbook could not be made')).toBeVisible();
    expect(await readFile(await download.path(), 'utf8')).toMatch(/employees.*900/);
  });
});

test.describe('on paper', () => {
  for (const format of ['A4', 'Letter'] as const) {
    test(`${format}: one to three pages, light, with the reader’s numbers, their sources and the way back`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const calculator = await Calculator.open(page);
      await calculator.put('i.employees', '900');
      const paper = page.locator('.calc-case');
      await expect(paper).toContainText('i.employees=900');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await expect(paper).toBeVisible();
      await expect(paper).toContainText('Model version 1');
      await expect(paper.locator('time')).toContainText(/20\d\d/);
      await expect(paper.getByRole('row', { name: /^Employees 900 600/ })).toContainText('Merrow & Tide Research');
      await expect(page.getByRole('textbox').first()).toBeHidden();
      // Nothing is painted: paper has a colour of its own.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
      expect(await paper.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(22, 32, 31)');
      const pdf = (await page.pdf({ format })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(1);
      expect(pages).toBeLessThanOrEqual(3);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the default case can be read: results, inputs, sources, years, formulas', async ({ page }) => {
    await page.goto(ROI);
    await expect(page.getByText('To put in your own, switch JavaScript on')).toBeVisible();
    const calculator = new Calculator(page);
    await expect(calculator.figures('Net present value')).toHaveText(['$35,500', '$172,000', '$319,000']);
    await expect(calculator.field('i.employees')).toHaveValue('600');
    await expect(page.getByText('Source: The composite company').first()).toBeVisible();
    await expect(page.getByRole('region', { name: /Year by year/ })).toContainText('$171,735');
    await expect(page.getByRole('button', { name: 'Print business case' })).toBeHidden();
    await page.getByRole('heading', { name: 'Every formula' }).click();
    await expect(page.getByText('software_spend * software_cut')).toBeVisible();
  });
});

test.describe('in a page of somebody else', () => {
  let elsewhere: Server | undefined;
  test.afterEach(() => elsewhere?.close());

  /** A page of another origin around the address; really served, because browsers look at where a page is from. */
  const around = async (page: Page, address: string) => {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><title>Elsewhere</title><iframe src="${address}" width="900" height="1200"></iframe>`,
      );
    });
    elsewhere = server;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const bound = server.address();
    await page.goto(`http://localhost:${typeof bound === 'object' && bound ? bound.port : ''}/`);
    return page.frameLocator('iframe');
  };

  test('a calculator works, without the site’s header', async ({ page }) => {
    const frame = await around(page, `${ROI}embed/`);
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('What spend control returns in three years');
    await expect(frame.locator('[data-live]')).toBeVisible();
    await expect(frame.locator('.site-header')).toHaveCount(0);
    await frame.locator('input[name="i.employees"]').fill('900');
    await expect(frame.getByRole('region', { name: 'Result' })).not.toContainText('$172,000');
    await expect(frame.getByRole('link', { name: /Open the whole page/ })).toHaveAttribute('target', '_blank');
  });

  test('its page cannot be framed', async ({ page }) => {
    const frame = await around(page, ROI);
    await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0);
  });

  test('the code to copy is on the page', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: PUBLIC });
    await Calculator.open(page);
    await page.getByText('Put this calculator into a page of your own').click();
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await expect(page.getByText('Code copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^<iframe src="https:\/\/halyard\.example\/calculators\/roi-of-spend-control\/embed\/" title=/,
    );
  });
});

test('search finds a calculator by its keyword, by an input and by a result', async ({ page }) => {
  for (const [query, title] of [
    ['roi', 'What spend control returns in three years'],
    ['duplicates that nobody notices', 'What waiting costs'],
    ['sales velocity', 'B2B revenue metrics on one sheet'],
  ] as const) {
    await page.goto(`${PUBLIC}/search/?q=${query}`);
    await expect(page.locator('.search-results a', { hasText: title })).toBeVisible();
  }
});

test('axe finds nothing in an open explanation, nor where a number is refused', async ({ page }) => {
  const calculator = await Calculator.open(page);
  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  await calculator.put('i.software_spend', '1.234');
  await expect(calculator.message('i.software_spend')).toContainText('Do you mean');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'How is Net present value worked out?' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('from a key to the painted result: measured, not judged', async ({ page }) => {
  const calculator = await Calculator.open(page);
  await calculator.field('i.employees').focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'event',
      // The shortest that browsers tell.
      ...{ durationThreshold: 16 },
    });
  });
  for (const digit of '12345') await page.keyboard.press(digit, { delay: 60 });
  await page.waitForTimeout(500);
  const times = await page.evaluate((): unknown => Reflect.get(window, 'times'));
  test.info().annotations.push({ type: 'interaction to paint, ms', description: JSON.stringify(times) });
  console.log(`Interaction to paint: ${JSON.stringify(times)} ms; what took less than 16 ms is not told.`);
});
