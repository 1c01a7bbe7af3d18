import type { Page } from '@playwright/test';
import { arrive } from './support/arrive';
import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { lettersTo } from './support/letters';
import { PEOPLE } from './support/people';
import { expect, expectGoodAtAnySize, hasScript, test } from './support/test';

/** How the name of the second person begins. */
const OTHER = 'Ruth';

/** A call of its own with one question, which two people run: who made it, and a colleague who owns it too. */
async function callOfTwo(page: Page, title: string) {
  const call = await makeCall(page, title);
  await page.goto(`${call}/questions/sections/new`);
  await fill(page, { title: 'Questions' });
  await press(page, 'Save');
  await follow(page, 'Add a question');
  await fill(page, { title: 'What happened?', kind: 'In many lines' });
  await press(page, 'Save');
  await page.goto(`${call}/schedule`);
  await fill(page, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(page, 'Save the times');
  await page.goto(`${call}/people`);
  await fill(page, { email: PEOPLE.administrator, role: 'Owner' });
  await press(page, 'Give this role');
  await page.goto(`${call}/approvals`);
  await follow(page, 'Change how many people it takes');
  await expectGoodAtAnySize(page);
  await fill(page, { people: 'Two' });
  await press(page, 'Save');
  await expect(page.locator('main')).toContainText('It takes two people');
  await expectGoodAtAnySize(page);
  return call;
}

const titled = (title: string) => `${title} ${hasScript() ? 'with script' : 'without'}`;

test('two people announce a call, move its closing date and refuse to close it', async ({ someone }) => {
  test.setTimeout(120_000);
  const asker = await someone(PEOPLE.analyst);
  const title = titled('A call of two people');
  const call = await callOfTwo(asker, title);
  await asker.goto(`${call}/acts/announce`);
  await expect(asker.locator('.govuk-inset-text')).toContainText(OTHER);
  await expectGoodAtAnySize(asker);
  await fill(asker, { note: 'All the questions were tried' });
  await press(asker, 'ask for approval');
  await expect(asker.locator('.govuk-inset-text')).toContainText(OTHER);
  await expectGoodAtAnySize(asker);
  const asked = new URL(asker.url()).pathname;
  expect((await asker.goto(call.replace('/team', '')))?.status(), 'the team alone sees it').toBe(200);
  const anyone = await someone();
  expect((await anyone.goto(call.replace('/team', '')))?.status()).toBe(404);

  // The other finds it at home, and says what is missing before saying yes.
  const other = await someone(PEOPLE.administrator);
  await other.goto('/team');
  await arrive(other, () => other.locator(`main a[href="${asked}"]`).click());
  await expect(other.locator('main')).toContainText('All the questions were tried');
  await expectGoodAtAnySize(other);
  await press(other, 'Send the decision');
  await expect(other.locator('#decision-error')).toBeVisible();
  await expectGoodAtAnySize(other);
  await fill(other, { decision: 'Approve: it is done at once' });
  await press(other, 'Send the decision');
  await expect(other.locator('main')).toContainText('Approved');
  expect((await anyone.goto(call.replace('/team', '')))?.status()).toBe(200);
  await expect(anyone.locator('h1')).toHaveText(title);

  await asker.goto(`${call}/schedule`);
  await fill(asker, { 'closes-date': '2190-07-31', reason: 'Schools asked for longer', note: 'Schools asked for longer' });
  await press(asker, 'Ask for approval');
  const longer = new URL(asker.url()).pathname;
  await other.goto(longer);
  await expect(other.locator('tbody')).toContainText('5pm on 5 June 2190');
  await expect(other.locator('tbody')).toContainText('5pm on 31 July 2190');
  await expectGoodAtAnySize(other);
  await fill(other, { decision: 'Refuse' });
  await press(other, 'Send the decision');
  await expect(other.locator('#reason-error')).toBeVisible();
  await fill(other, { reason: 'June is long enough' });
  await press(other, 'Send the decision');
  await asker.goto(longer);
  await expect(asker.locator('main')).toContainText('June is long enough');
  await expectGoodAtAnySize(asker);
  await asker.goto(`${call}/approvals`);
  await expect(asker.getByRole('row', { name: /Change when the call opens and closes/ })).toContainText('Refused');
  await expectGoodAtAnySize(asker);

  await other.goto('/team/audit');
  await expect(other.locator('tbody')).toContainText(`announced the call ‘${title}’, as`);
});

test('a draft is deleted by two, and whoever can approve gets a letter', async ({ someone }) => {
  test.setTimeout(120_000);
  const asker = await someone(PEOPLE.analyst);
  const title = titled('A call to delete');
  const call = await callOfTwo(asker, title);
  await asker.goto(call);
  await follow(asker, 'Delete the call');
  await expectGoodAtAnySize(asker);
  await press(asker, 'ask for approval');
  const asked = new URL(asker.url()).pathname;
  const told = async () => (await lettersTo(PEOPLE.administrator)).some(({ text }) => text?.includes(asked) && text.includes('delete the call'));
  await expect.poll(told, { timeout: 15_000 }).toBe(true);
  const other = await someone(PEOPLE.administrator);
  await other.goto(asked);
  await fill(other, { decision: 'Approve: it is done at once' });
  await press(other, 'Send the decision');
  await expect(other).toHaveURL(/\/team$/);
  expect((await other.goto(call))?.status()).toBe(404);
});
