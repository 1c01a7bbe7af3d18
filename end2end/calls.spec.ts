import { readFile } from 'node:fs/promises';
import { start } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { expect, expectGood, test } from './support/test';

const said = /(\d{1,2}(:\d\d)?(am|pm)|midday) on \d{1,2} [A-Z][a-z]+ \d{4}/;

for (const language of ['', '/cy']) {
  test(`a call of each state, and its questions, at ${language || '/'}`, async ({ page }) => {
    test.slow();
    for (const state of ['open', 'upcoming', 'closed']) {
      await page.goto(`${language}/calls`);
      // The last of the closed ones is the demonstration's own.
      const calls = page.locator(`#${state} + ul a`);
      await arrive(page, () => (state === 'closed' ? calls.last() : calls.first()).click());
      await expectGood(page);
      await expect(start(page)).toHaveCount(state === 'open' ? 1 : 0);
      if (!language) await expect(page.locator('.fm-facts')).toContainText(said);
      await arrive(page, () => page.locator('main a[href$="/questions"]').click());
      await expectGood(page);
      expect(await page.locator('.fm-question').count()).toBeGreaterThan(3);
      await expect(page.locator('main form')).toHaveCount(0);
    }
  });
}

test('every page of a demonstration says that it is one', async ({ page }) => {
  for (const path of ['/', '/calls', '/cy/calls', '/sign-in', '/no/such/page']) {
    await page.goto(path);
    await expect(page.locator('.fm-demonstration')).toBeVisible();
  }
});

test('the questions are taken along, in Welsh and in large print as well', async ({ page }) => {
  for (const language of ['', '/cy']) {
    await page.goto(`${language}/calls`);
    await arrive(page, () => page.locator('#open + ul a').first().click());
    for (const ending of ['/questions.docx', '/questions-large-print.docx', '/questions.txt']) {
      const link = page.locator(`main a[href$="${ending}"]`);
      const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(saved.suggestedFilename()).toMatch(new RegExp(`-${language ? 'cy-' : ''}${ending.slice(1)}$`));
      const bytes = await readFile(await saved.path());
      expect(bytes.length).toBeGreaterThan(2000);
      expect(bytes.subarray(0, 2).toString() === 'PK').toBe(ending.endsWith('docx'));
    }
  }
});

test('the questions print on plain paper', async ({ page }) => {
  await page.goto('/calls');
  await arrive(page, () => page.locator('#open + ul a').first().click());
  await arrive(page, () => page.locator('main a[href$="/questions"]').click());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.fm-header__nav')).toBeHidden();
  await expect(page.locator('.fm-question').first()).toBeVisible();
});

test('an address that leads nowhere says so, in its language', async ({ page }) => {
  for (const [path, language] of [['/no/such/page', 'en'], ['/cy/calls/no-such-call', 'cy']]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectGood(page);
  }
});

test('the other language is one link away, on the same page', async ({ page }) => {
  await page.goto('/calls');
  await arrive(page, () => page.locator('#open + ul a').first().click());
  const english = new URL(page.url()).pathname;
  await inLanguage(page, 'Cymraeg');
  expect(new URL(page.url()).pathname).toBe(`/cy${english}`);
  await inLanguage(page, 'English');
  expect(new URL(page.url()).pathname).toBe(english);
});
