import type { Page } from '@playwright/test';
import { answerUntil, onward, openCall } from './support/answer';
import { inLanguage } from './support/arrive';
import { follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, test } from './support/test';

/** Sends a response and gives its reference. */
async function sent(page: Page) {
  const call = await openCall(page);
  await answerUntil(page, call, 'check');
  await onward(page);
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  return { call, reference: await page.locator('.govuk-panel__body strong').innerText() };
}

/** Changes the first answer that is a long text. */
async function rewrite(page: Page, words: string) {
  const row = page.locator('.govuk-summary-list__row').filter({ hasText: 'Somebody who knew her name came on Monday.' }).first();
  const to = await row.locator('a').getAttribute('href');
  await page.goto(to!);
  await page.locator('#answer').fill(words);
  await onward(page);
  await expect(page).toHaveURL(/\/answer\/check$/);
}

test('a response is changed and sent again, and the team sees what was changed', async ({ page, someone }) => {
  const { call, reference } = await sent(page);
  await follow(page, 'See your receipt');
  const first = (await page.locator('.fm-hash').innerText()).trim();
  await follow(page, 'Change your response');
  await expectGoodAtAnySize(page);
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('h1')).toHaveText('Newid eich ymateb');
  await expectGood(page);
  await inLanguage(page, 'English');
  await press(page, 'Start changing');
  await expect(page.locator('.govuk-inset-text')).toContainText('counts until you send the changed one');
  await expectGoodAtAnySize(page);
  await rewrite(page, 'Somebody who did not know her name came on Monday.');
  await page.goto(`${call}/receipt`);
  await expect(page.locator('main')).not.toContainText('did not know');
  await page.goto(`${call}/answer`);
  await press(page, 'Send your changed response');
  await expect(page.locator('h1')).toHaveText('Your changed response has been received');
  await expect(page.locator('.govuk-panel__body strong')).toHaveText(reference);
  await expectGoodAtAnySize(page);
  await follow(page, 'See your receipt');
  await expect(page.locator('main')).toContainText('did not know');
  await expect(page.locator('.fm-hash')).not.toHaveText(first);
  await expectGood(page);

  await page.goto('/my-words');
  await page.locator('#reference').fill(reference);
  await page.locator('#code').fill(first);
  await press(page, 'Show me');
  await expect(page.locator('main')).toContainText('Your receipt is of version 1 of 2');
  await expectGood(page);

  const team = await someone(PEOPLE.analyst);
  await team.goto(`/team${call}/responses/${reference}`);
  await follow(team, 'See what was changed');
  await expect(team.locator('ins').filter({ hasText: 'did not know' }).first()).toBeVisible();
  await expect(team.locator('del').filter({ hasText: 'knew' }).first()).toBeVisible();
  await expectGoodAtAnySize(team);
});

test('a change is dropped, and what was sent stays', async ({ page }) => {
  const { call } = await sent(page);
  await follow(page, 'Change your response');
  await press(page, 'Start changing');
  await rewrite(page, 'Something else.');
  await follow(page, 'Keep what I sent');
  await expect(page.locator('h1')).toHaveText('Change your response');
  await expectGoodAtAnySize(page);
  await press(page, 'Keep what I sent');
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  await page.goto(`${call}/receipt`);
  await expect(page.locator('main')).toContainText('Somebody who knew her name came on Monday.');
  await expect(page.locator('main')).not.toContainText('Something else.');
});

test('a response is withdrawn, is read by nobody, and is brought back', async ({ page, someone }) => {
  const { call, reference } = await sent(page);
  await follow(page, 'Withdraw your response');
  await expect(page.locator('main')).toContainText('The team will no longer read it');
  await expectGoodAtAnySize(page);
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('h1')).toHaveText('Tynnu eich ymateb yn ôl');
  await expectGood(page);
  await inLanguage(page, 'English');
  await press(page, 'Withdraw your response');
  await expect(page.locator('h1')).toHaveText('You have withdrawn your response');
  await expectGoodAtAnySize(page);

  const team = await someone(PEOPLE.analyst);
  await team.goto(`/team${call}/responses/${reference}`);
  await expect(team.locator('main')).toContainText('Whoever sent this response withdrew it');
  await expect(team.locator('main')).not.toContainText('Somebody who knew her name');
  await expectGoodAtAnySize(team);

  await press(page, 'Bring it back');
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  await team.reload();
  await expect(team.locator('main')).toContainText('Somebody who knew her name');
});
