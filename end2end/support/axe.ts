import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 at levels A and AA, with all that came before it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails when axe finds the page hard to use for someone, and says what, where and how to mend it. */
export async function expectAccessible(page: Page) {
  const { violations } = await withScript(page, () => new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze());
  const report = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `${id} (${impact}): ${help}. ${helpUrl}`,
    ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}: ${failureSummary?.replaceAll(/\s*\n\s*/g, ' ')}`),
  ]);
  expect(violations.length, `${page.url()} has accessibility faults:\n${report.join('\n')}\n`).toBe(0);
}

/**
 * Does work that needs script, as axe does, in a page that may be shown without. The page's own scripts were passed
 * over when it was read, and stay silent.
 */
async function withScript<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const browser = await page.context().newCDPSession(page);
  const silent = await page.evaluate(() => !window.matchMedia('(scripting: enabled)').matches);
  // The browser heeds a session only when its own setting changes, so the first line says what is already so.
  const disable = (value: boolean) => browser.send('Emulation.setScriptExecutionDisabled', { value });
  if (silent) {
    await disable(true);
    await disable(false);
  }
  try {
    return await work();
  } finally {
    if (silent) await disable(true);
    await browser.detach();
  }
}
