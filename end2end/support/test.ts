import { test as base, expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe';

/** The narrowest window that everything must fit: 1280 pixels enlarged to 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** A page that fails its test when the browser complains about it: an error in a script, or one that the policy refused. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
    page.on('console', (message) => {
      // The browser also notes each page with an error status, which the tests look at themselves.
      const status = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
      if (message.type() === 'error' && !status) complaints.push(`${page.url()}: ${message.text()}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Whether the pages of this test run their scripts. */
export const hasScript = () => test.info().project.use.javaScriptEnabled !== false;

/** Fails when the page is hard to use for someone, has no one heading, or must be scrolled sideways in a narrow window. */
export async function expectGood(page: Page) {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/ – Folkmoot$/);
  await expectAccessible(page);
  const size = page.viewportSize()!;
  await page.setViewportSize(NARROW);
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      // What scrolls inside its own frame, or is only for screen readers, takes no room.
      return box.right > room + 1 && box.width > 1 && !element.closest('.govuk-visually-hidden, .fm-scroll, .govuk-skip-link');
    });
    const scrolls = document.documentElement.scrollWidth > room;
    return scrolls ? over.map(({ tagName, className }) => `${tagName}.${className}`).slice(0, 5) : undefined;
  });
  await page.setViewportSize(size);
  expect(wide, `${page.url()} scrolls sideways at ${NARROW.width} pixels`).toBeUndefined();
}
