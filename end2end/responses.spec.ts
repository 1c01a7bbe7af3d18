import { type Locator, type Page } from '@playwright/test';
import { type Kind, answer, answerUntil, begin, goOn, kindOf, later, onward, openCall, start, WRITTEN } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { expect, expectGood, hasScript, test } from './support/test';

const reference = /^[2-9B-Y]{4}-[2-9B-Y]{4}$/;

test('a person answers the open call, from the list to the receipt', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await arrive(page, () => page.locator('main .fm-card a').first().click());
  await expectGood(page);
  const title = await page.locator('h1').innerText();
  await begin(page);
  const seen = new Set<Kind>();
  for (let kind = await kindOf(page); kind !== 'check'; kind = await kindOf(page)) {
    if (!seen.has(kind)) await expectGood(page);
    seen.add(kind);
    await answer(page);
  }
  expect([...seen].sort()).toEqual(['about', 'any', 'consent', 'day', 'email', 'long', 'number', 'one', 'scale', 'short', 'who']);
  await expectGood(page);
  await expect(page.locator('main')).toContainText('Sioned Parry');
  await expect(page.locator('main')).toContainText(WRITTEN);
  await onward(page);
  await expect(page).toHaveURL(/\/confirmation$/);
  await expectGood(page);
  const given = await page.locator('.govuk-panel strong').innerText();
  expect(given).toMatch(reference);
  await arrive(page, () => page.getByRole('link', { name: /receipt/ }).click());
  await expectGood(page);
  for (const part of [title, given, 'Sioned Parry', WRITTEN, 'Llandudno']) {
    await expect(page.locator('main')).toContainText(part);
  }
});

test('the receipt prints without what is not part of it', async ({ page }) => {
  await answerUntil(page, await openCall(page), 'check');
  await onward(page);
  await arrive(page, () => page.getByRole('link', { name: /receipt/ }).click());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.fm-header__nav')).toBeHidden();
  await expect(page.locator('.fm-hash')).toBeVisible();
});

test('what is wrong is said first, leads to its field, and takes the focus', async ({ page }) => {
  await page.goto(await openCall(page));
  await begin(page);
  const [sent] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), goOn(page).click()]);
  expect(sent.status()).toBe(422);
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.locator('.govuk-error-summary');
  await expect(page.locator('main :is(.govuk-error-summary, h1)').first()).toHaveClass(/error-summary/);
  if (hasScript()) await expect(summary).toBeFocused();
  await expectGood(page);
  await summary.getByRole('link').click();
  if (hasScript()) await expect(page.locator('#kind')).toBeFocused();
  else await expect(page).toHaveURL(/#kind$/);
});

test('too many words are counted, refused and kept', async ({ page }) => {
  await answerUntil(page, await openCall(page), 'long');
  const limit = Number((await page.locator('#answer-info, .govuk-character-count__message').first().innerText()).match(/\d+/)?.[0]);
  expect(limit).toBeGreaterThan(1);
  const written = `${'word '.repeat(limit)}</textarea><b>last`;
  await page.locator('#answer').fill(written);
  if (hasScript()) await expect(page.locator('.govuk-character-count__status')).toHaveText('You have one word too many');
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toContainText('it is 1 word too long');
  await expect(page.locator('#answer')).toHaveValue(written);
  await expectGood(page);
  await page.locator('#answer').fill('word '.repeat(limit));
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
});

test('a draft is kept, and goes on from its private link on another device', async ({ page, browser }) => {
  await answerUntil(page, await openCall(page), 'long');
  const here = page.url();
  await page.locator('#answer').fill(WRITTEN);
  await arrive(page, () => later(page).click());
  await expect(page).toHaveURL(/\/later$/);
  await expectGood(page);
  const link = await page.locator('.fm-private-link').innerText();
  const elsewhere = await browser.newContext({ javaScriptEnabled: hasScript() });
  const other = await elsewhere.newPage();
  await other.goto(link.trim());
  expect(other.url()).not.toContain('/resume/');
  await other.goto(here);
  await expect(other.locator('#answer')).toHaveValue(WRITTEN);
  await elsewhere.close();
});

test('two clicks, and the back button, make one response', async ({ page }) => {
  await answerUntil(page, await openCall(page), 'check');
  await goOn(page).dblclick();
  const given = await page.locator('.govuk-panel strong').innerText();
  await page.goBack();
  // From the browser's memory, or from the server: either way it can be sent again and changes nothing.
  if (new URL(page.url()).pathname.endsWith('/check')) await onward(page);
  await expect(page).toHaveURL(/\/confirmation$/);
  await expect(page.locator('.govuk-panel strong')).toHaveText(given);
});

test('changing language in mid-form keeps the answers', async ({ page }) => {
  await answerUntil(page, await openCall(page), 'long');
  await page.locator('#answer').fill(WRITTEN);
  await onward(page);
  await page.goBack();
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await expect(page.locator('#answer')).toHaveValue(WRITTEN);
  await expectGood(page);
  while ((await kindOf(page)) !== 'check') await answer(page);
  await expectGood(page);
  await expect(page.locator('main')).toContainText('Sioned Parry');
  await inLanguage(page, 'English');
  await onward(page);
  await expect(page).toHaveURL(/\/confirmation$/);
});

test('an answer that is far too large is refused on a page that says so', async ({ page }) => {
  await answerUntil(page, await openCall(page), 'long');
  await page.locator('#answer').fill('a'.repeat(4_300_000));
  await onward(page);
  await expect(page.locator('main')).toContainText('What you sent is too large');
});

test('nothing but a style sheet and one script is loaded', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() !== 'document') files.push(new URL(request.url()).pathname);
  });
  await answerUntil(page, await openCall(page), 'check');
  await onward(page);
  await expect(page).toHaveURL(/\/confirmation$/);
  const kinds = new Set(files.map((file) => file.replace(/\.[0-9a-f]{16}\./, '.')));
  kinds.delete('/assets/icon.svg');
  expect([...kinds].sort()).toEqual(hasScript() ? ['/assets/main.css', '/assets/page.js'] : ['/assets/main.css']);
});

test('a whole response by the keyboard alone', async ({ page }) => {
  test.skip(!hasScript(), 'the keyboard is the same without script, and slower to follow');
  test.slow();
  await page.goto(await openCall(page));
  await page.keyboard.press('Tab');
  await expect(page.locator('.govuk-skip-link')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, start(page));
  await press(page);
  for (let kind = await kindOf(page); kind !== 'check'; kind = await kindOf(page)) {
    await answerByKeyboard(page, kind);
    await tabTo(page, goOn(page));
    await press(page);
  }
  await tabTo(page, goOn(page));
  await press(page);
  await expect(page.locator('.govuk-panel strong')).toHaveText(reference);
});

async function answerByKeyboard(page: Page, kind: Kind) {
  const field = page.locator({ who: '#kind', about: '#name', consent: '#consent', day: '#answer-day' }[kind as string] ?? '#answer');
  await tabTo(page, field);
  if (['who', 'one', 'any', 'scale'].includes(kind)) await page.keyboard.press('Space');
  else if (kind === 'number') await page.keyboard.type('3');
  else if (kind === 'email') await page.keyboard.type('sioned@folkmoot.example');
  else if (kind === 'day') for (const part of ['9', '1', '2023']) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  // The second choice publishes without a name.
  else if (kind === 'consent') await page.keyboard.press('ArrowDown');
  else await page.keyboard.type('By hand');
}

/** Presses the button that has the focus, and waits for the page it leads to. */
async function press(page: Page) {
  const here = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== here);
}

/** Presses the tabulator until this has the focus. */
async function tabTo(page: Page, goal: Locator) {
  for (let stops = 0; stops < 80; stops++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${page.url()}: the tabulator does not lead to ${goal}`);
}
