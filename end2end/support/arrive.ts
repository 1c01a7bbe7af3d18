import type { Page } from '@playwright/test';

/**
 * Does what leads to another page, and waits until that page is shown. A click alone does not wait for the page it leads to:
 * what is asked of the browser next, its address, the page before, may still meet the old page, or neither.
 */
export async function arrive(page: Page, act: () => Promise<unknown>) {
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()), act()]);
  await page.waitForLoadState();
}

/** Reads the same page in the other language. */
export const inLanguage = (page: Page, language: 'Cymraeg' | 'English') => arrive(page, () => page.getByRole('link', { name: language }).click());
