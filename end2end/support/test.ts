import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { signIn } from './people';

/** The narrowest window that everything must fit: 1280 pixels enlarged to 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** Notes what a browser complains about: an error in a script, or one that the policy refused. */
export function listen(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  page.on('console', (message) => {
    // The browser also notes each page with an error status, which the tests look at themselves.
    const status = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
    if (message.type() === 'error' && !status) complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** Opens the browser of one more person, who signs in where an e-mail address is given. */
export type Someone = (email?: string) => Promise<Page>;

/** A test fails when one of its browsers complains. */
export const test = base.extend<{ complaints: string[]; someone: Someone }>({
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    listen(page, complaints);
    await use(page);
  },
  someone: async ({ browser, baseURL, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript() });
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      if (email) await signIn(page, email);
      return page;
    });
    for (const context of contexts) await context.close();
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
  await inNarrow(page, () => expectNotWide(page));
}

/** Fails for the same reasons as `expectGood`, and when the page is hard to use in a narrow window. */
export async function expectGoodAtAnySize(page: Page) {
  await expectGood(page);
  await inNarrow(page, () => expectAccessible(page));
}

async function inNarrow(page: Page, look: () => Promise<void>) {
  const size = page.viewportSize()!;
  await page.setViewportSize(NARROW);
  await look();
  await page.setViewportSize(size);
}

async function expectNotWide(page: Page) {
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
  expect(wide, `${page.url()} scrolls sideways at ${NARROW.width} pixels`).toBeUndefined();
}
