/** axe over one page of every type, light and dark; and nothing wider than a small phone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PAGES } from './sites.ts';

const pages = Object.entries(PAGES).flatMap(([site, paths]) => paths.map((path) => `${site}${path}`));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const url of pages) {
      test(`axe finds nothing on ${url}`, async ({ page }) => {
        await page.goto(url);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        ).toEqual([]);
      });
    }
  });
}

test.describe('narrow and wide', () => {
  for (const width of [360, 1024, 1920]) {
    test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const tooWide: string[] = [];
      for (const url of pages) {
        await page.goto(url);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) tooWide.push(`${url} by ${excess} px`);
      }
      expect(tooWide).toEqual([]);
    });
  }
});
