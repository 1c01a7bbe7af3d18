import { type Page } from '@playwright/test';
import { arrive } from './support/arrive';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

const CALL = '/team/calls/hewitt-review';

/** Opens the first response of the list that this coder has not read. */
async function openUnread(page: Page) {
  await signIn(page, PEOPLE.coder);
  await page.goto(`${CALL}/responses`);
  await expectGood(page);
  await arrive(page, () => page.getByRole('button', { name: 'Read the next one' }).click());
  await expect(page.locator('.fm-reading').first()).toBeVisible();
}

test('a coder codes a sentence and takes it back, without the mouse', async ({ page }) => {
  // The keys of the workbench need script; without it words are chosen by sentence, as in the next test.
  if (!hasScript()) return;
  await openUnread(page);
  await expectGood(page);
  const codings = page.locator('.fm-codings li');
  const before = await codings.count();
  await expect(page.locator('leptos-island')).toHaveCount(1);
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('.fm-excerpt--selection').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('c');
  await page.keyboard.type('trust');
  const began = Date.now();
  await page.keyboard.press('Enter');
  await expect(codings).toHaveCount(before + 1);
  console.log(`a code showed ${Date.now() - began} ms after the key`);
  await expect(page.locator('.fm-message')).toContainText('Applied: Privacy and trust');
  await expectGood(page);
  await page.reload();
  await expect(codings).toHaveCount(before + 1);
  await page.keyboard.press('z');
  await expect(page.locator('.fm-message')).toContainText('Undone: applied Privacy and trust.');
  await expect(codings).toHaveCount(before);
  await page.keyboard.press('Shift+Z');
  await expect(page.locator('.fm-message')).toContainText('Done again: applied Privacy and trust.');
  await expect(codings).toHaveCount(before + 1);
  await page.keyboard.press('z');
  await expect(codings).toHaveCount(before);
});

test('words are coded by sentence, and everything can be undone, with or without script', async ({ page }) => {
  await openUnread(page);
  const reading = page.url();
  await arrive(page, () => page.locator('a[href*="/answers/"]').first().click());
  await expectGood(page);
  await arrive(page, () => page.getByRole('button', { name: 'Apply the code' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('Choose a code');
  await expectGood(page);
  await page.locator('input[name="sentence"]').first().check();
  await page.locator('select[name="code"]').selectOption({ index: 3 });
  await arrive(page, () => page.getByRole('button', { name: 'Apply the code' }).click());
  await expect(page.locator('main .fm-columns__far .fm-code').first()).toBeVisible();
  await expectGood(page);
  await page.goto(reading);
  const notice = page.locator('.govuk-notification-banner');
  await page.locator('main form[action$="/undo"] button').click();
  await expect(notice).toContainText('Undone: applied');
  await expectGood(page);
  await page.locator('main form[action$="/redo"] button').click();
  await expect(notice).toContainText('Done again: applied');
  await page.locator('main form[action$="/undo"] button').click();
  await expect(notice).toContainText('Undone: applied');
  expect(page.url().startsWith(reading)).toBe(true);
});

test('an answer is marked by buttons, with or without script, and taken back', async ({ page }) => {
  await openUnread(page);
  const reading = page.url();
  const marks = page.locator('.fm-marks').first();
  const button = (name: string) => marks.getByRole('button', { name, exact: true });
  await expect(button('Mixed')).toHaveAttribute('aria-pressed', 'false');
  await button('Mixed').click();
  await expect(button('Mixed')).toHaveAttribute('aria-pressed', 'true');
  await expect(marks.locator('li')).toContainText('Mixed');
  await expectGood(page);
  await button('Unclear').click();
  await expect(button('Unclear')).toHaveAttribute('aria-pressed', 'true');
  await expect(button('Mixed')).toHaveAttribute('aria-pressed', 'false');
  await button('Unclear').click();
  await expect(marks.locator('li')).toHaveCount(0);
  await button('Rich in evidence').click();
  await expect(marks.locator('li')).toContainText('Rich in evidence');
  await page.goto(`${CALL}/responses?marked=evidence-rich`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expectGood(page);
  await page.goto(`${CALL}/stances`);
  await expect(page.locator('thead')).toContainText('Analysts differ');
  await expectGood(page);
  await page.goto(reading);
  await page.locator('main form[action$="/undo"] button').click();
  await expect(page.locator('.govuk-notification-banner')).toContainText('Undone: marked an answer: Rich in evidence');
  await expect(marks.locator('li')).toHaveCount(0);
});

test('keys mark the answer with the chosen words', async ({ page }) => {
  if (!hasScript()) return;
  await openUnread(page);
  const marks = page.locator('.fm-marks').first();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('.fm-excerpt--selection').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('a');
  await expect(marks.locator('li')).toContainText('Agrees');
  await expect(page.locator('.fm-message')).toContainText('Marked: Agrees.');
  await page.keyboard.press('x');
  await expect(marks.locator('li')).toContainText('Disagrees');
  await page.keyboard.press('e');
  await expect(marks.locator('li')).toHaveCount(2);
  await expectGood(page);
  await page.keyboard.press('e');
  await expect(marks.locator('li')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(marks.locator('li')).toHaveCount(0);
});

test('a coder notes and asks, and the lead analyst answers, with or without script', async ({ page, someone }) => {
  await openUnread(page);
  const reading = page.url();
  const said = (what: string) => `${what} ${hasScript() ? 'with' : 'without'} script`;
  await arrive(page, () => page.getByRole('link', { name: /^Write a memo on this answer/ }).first().click());
  await expectGood(page);
  await arrive(page, () => page.getByRole('button', { name: 'Save' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('Write what you want to note');
  await expectGood(page);
  await page.locator('#text').fill(said('Noted'));
  await arrive(page, () => page.getByRole('button', { name: 'Save' }).click());
  await expect(page.locator('#memos')).toContainText(said('Noted'));
  await arrive(page, () => page.getByRole('link', { name: /^See it and what it said before/ }).first().click());
  await expectGood(page);
  await page.locator('#text').fill(said('Noted otherwise'));
  await arrive(page, () => page.getByRole('button', { name: 'Save' }).click());
  await expect(page.locator('.fm-given')).toContainText(said('Noted'));
  await page.goto(`${CALL}/memos`);
  await expect(page.locator('.fm-memo').first()).toContainText(said('Noted otherwise'));
  await expectGood(page);

  await page.goto(reading);
  await arrive(page, () => page.getByRole('link', { name: /^Ask the lead analyst/ }).first().click());
  await expectGood(page);
  await page.locator('#text').fill(said('Asked'));
  await arrive(page, () => page.getByRole('button', { name: 'Ask', exact: true }).click());
  await expect(page.locator('#flags')).toContainText(said('Asked'));
  await expectGood(page);
  const lead = await someone(PEOPLE.analyst);
  await lead.goto(`${CALL}/flags`);
  await expectGood(lead);
  const mine = lead.locator('.fm-memo').filter({ hasText: said('Asked') });
  await arrive(lead, () => mine.getByRole('link', { name: /^Answer this question/ }).click());
  await expectGood(lead);
  await lead.locator('#reply').fill(said('Answered'));
  await arrive(lead, () => lead.getByRole('button', { name: 'Answer', exact: true }).click());
  await page.reload();
  await expect(page.locator('#flags')).toContainText(said('Answered'));
});

test('the codebook is a tree that a lead analyst keeps', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto(`${CALL}/codebook`);
  await expectGood(page);
  await arrive(page, () => page.getByRole('button', { name: 'Add a code' }).click());
  await arrive(page, () => page.getByRole('button', { name: 'Add a code' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter a name');
  await expectGood(page);
  const name = `Made in a test ${hasScript() ? 'with' : 'without'} script`;
  await page.locator('#name').fill(name);
  await arrive(page, () => page.getByRole('button', { name: 'Add a code' }).click());
  await expect(page.locator('.fm-tree')).toContainText(name);
  await arrive(page, () => page.getByRole('link', { name, exact: true }).click());
  await expect(page.locator('main')).toContainText('Nothing has been coded');
  await expectGood(page);
});

test('a search narrows by theme and leads to the words', async ({ page }) => {
  await signIn(page, PEOPLE.reader);
  await page.goto(`${CALL}/search`);
  await page.locator('#words').fill('discharge');
  await arrive(page, () => page.getByRole('button', { name: 'Search' }).click());
  await expect(page.locator('.fm-hit').first()).toBeVisible();
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: /Leaving hospital/ }).click());
  await expect(page.locator('.fm-chosen-filters')).toContainText('Leaving hospital');
  await arrive(page, () => page.locator('.fm-hit__title a').first().click());
  await expect(page.locator('main')).toContainText(/discharge/i);
});
