import { answerUntil, onward, openCall } from './support/answer';
import { arrive } from './support/arrive';
import { expect, expectGood, hasScript, test } from './support/test';

test('what is typed is kept while it is typed, and nothing is lost when the network is', async ({ browser, baseURL }) => {
  test.skip(!hasScript(), 'without script a page is kept when it is sent');
  test.slow();
  // A browser that is off line complains of it, so nobody listens to this one.
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await answerUntil(page, await openCall(page), 'long');
  const here = page.url();
  await page.locator('#answer').pressSequentially('The bus was late on Monday');
  await expect(page.locator('[data-saved]')).toHaveText(/^Saved at \d/);
  await expectGood(page);

  // Nothing was pressed: another window has it all the same.
  const other = await context.newPage();
  await other.goto(here);
  await expect(other.locator('#answer')).toHaveValue('The bus was late on Monday');
  await other.close();

  await context.setOffline(true);
  await page.locator('#answer').pressSequentially(' and on Tuesday');
  await expect(page.locator('[data-unsaved]')).toHaveText(/Not saved yet/, { timeout: 20_000 });
  await context.setOffline(false);
  await expect(page.locator('[data-saved]')).toHaveText(/^Saved at \d/, { timeout: 20_000 });
  await expect(page.locator('[data-unsaved]')).toBeEmpty();
  await page.reload();
  await expect(page.locator('#answer')).toHaveValue('The bus was late on Monday and on Tuesday');
  await onward(page);
  await expect(page).not.toHaveURL(here);
  await context.close();
});

test('an answer that is lost on its way back is no other window', async ({ browser, baseURL }) => {
  test.skip(!hasScript(), 'without script a page is kept when it is sent');
  test.slow();
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await answerUntil(page, await openCall(page), 'long');
  // It reaches the server, and the server's answer reaches nobody.
  await page.route('**/answer/**', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.locator('#answer').pressSequentially('The bus was late');
  await expect(page.locator('[data-unsaved]')).toHaveText(/Not saved yet/, { timeout: 20_000 });
  await page.locator('#answer').pressSequentially(' and so were we');
  await page.unroute('**/answer/**');
  await expect(page.locator('[data-saved]')).toHaveText(/^Saved at \d/, { timeout: 30_000 });
  await expect(page.locator('[data-unsaved]')).toBeEmpty();
  await expect
    .poll(async () => {
      const other = await context.newPage();
      await other.goto(page.url());
      const held = await other.locator('#answer').inputValue();
      await other.close();
      return held;
    }, { timeout: 20_000 })
    .toBe('The bus was late and so were we');
  await context.close();
});

test('what two windows wrote is shown side by side', async ({ page, context }) => {
  await answerUntil(page, await openCall(page), 'long');
  const here = page.url();
  const other = await context.newPage();
  await other.goto(here);
  await other.locator('#answer').fill('Written in the other window.');
  await onward(other);
  await other.close();

  await page.locator('#answer').fill('Written in this window.');
  if (hasScript()) await expect(page.locator('[data-unsaved]')).toHaveText(/another window/);
  const [sent] = await Promise.all([page.waitForResponse((answer) => answer.request().isNavigationRequest()), onward(page)]);
  expect(sent.status()).toBe(409);
  await expect(page.locator('#answer')).toHaveValue('Written in this window.');
  await expect(page.locator('.govuk-inset-text')).toContainText('Written in the other window.');
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: 'Keep what was saved there' }).click());
  await expect(page.locator('#answer')).toHaveValue('Written in the other window.');
});

test('an answer that is too long is kept as it is, for another day', async ({ page, context }) => {
  await answerUntil(page, await openCall(page), 'long');
  const here = page.url();
  const limit = Number((await page.locator('.govuk-character-count__message').first().innerText()).match(/\d+/)?.[0]);
  const written = 'word '.repeat(limit + 1).trim();
  await page.locator('#answer').fill(written);
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  const other = await context.newPage();
  await other.goto(here);
  await expect(other.locator('#answer')).toHaveValue(written);
  await expect(other.locator('.govuk-inset-text')).toContainText('1 word too long');
  await expectGood(other);
});

test('who answers is kept while it is typed', async ({ page, context }) => {
  test.skip(!hasScript(), 'without script a page is kept when it is sent');
  await answerUntil(page, await openCall(page), 'about');
  const here = page.url();
  await page.locator('#name').pressSequentially('Sioned Parry');
  await expect(page.locator('[data-saved]')).toHaveText(/^Saved at \d/);
  await expectGood(page);
  const other = await context.newPage();
  await other.goto(here);
  await expect(other.locator('#name')).toHaveValue('Sioned Parry');
});
