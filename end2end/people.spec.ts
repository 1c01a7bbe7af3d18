import { press } from './support/form';
import { invitationTo } from './support/letters';
import { PEOPLE, fillSignIn, signIn } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

test('someone who asks for a page of the team signs in and is led to it', async ({ page }) => {
  await page.goto('/team/people');
  await expect(page).toHaveURL(/\/sign-in\?/);
  await fillSignIn(page, PEOPLE.administrator, 'not the password');
  await expect(page.locator('.govuk-error-summary')).toContainText('do not belong together');
  if (hasScript()) await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expect(page.locator('#email')).toHaveValue(PEOPLE.administrator);
  await expect(page.locator('#password')).toHaveValue('');
  await expectGood(page);
  await fillSignIn(page, PEOPLE.administrator);
  await expect(page).toHaveURL(/\/team\/people$/);
  await expectGood(page);
});

test('signing out closes the team area, also to the back button', async ({ page }) => {
  await signIn(page, PEOPLE.administrator);
  await page.goto('/team/people');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a page that a role does not open says so', async ({ page }) => {
  await signIn(page, PEOPLE.reader);
  const answer = await page.goto('/team/people');
  expect(answer?.status()).toBe(403);
  await expectGood(page);
});

test('an administrator invites a person, who chooses a password, and closes the account', async ({ page, browser, baseURL }) => {
  await signIn(page, PEOPLE.administrator);
  await page.goto('/team/people');
  await page.locator('main form[action="/team/people"] button').click();
  await expect(page.locator('.govuk-error-summary li')).toHaveCount(3);
  await expectGood(page);
  const email = `ffion-${hasScript()}@folkmoot.example`;
  await page.locator('#name').fill('Ffion Merrow');
  await page.locator('#email').fill(email);
  await page.locator('input[value=reader]').check();
  await page.locator('main form[action="/team/people"] button').click();
  await expect(page.locator('h1')).toHaveText('Invitation');
  await expect(page.locator('main')).toContainText('goes to Ffion Merrow by letter');
  await expectGood(page);
  const sent = await invitationTo(email);
  await press(page, 'Make a new link to pass on');
  const link = await page.locator('.fm-private-link').innerText();
  await expectGood(page);
  await page.reload();
  await expect(page.locator('.fm-private-link')).toHaveCount(0);
  expect((await page.request.get(sent)).status()).toBe(404);
  await page.goto('/team/people');
  await expect(page.getByRole('row', { name: /Ffion/ })).toContainText('Reader');
  await expectGood(page);

  const theirs = await browser.newContext({ baseURL, javaScriptEnabled: hasScript() });
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(other.locator('h1')).toHaveText('You are invited');
  await other.locator('#password').fill('too short');
  await other.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(other.locator('.govuk-error-summary')).toContainText('at least 12');
  await expectGood(other);
  await other.locator('#password').fill('three random words');
  await other.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(other).toHaveURL(/\/team$/);
  await page.goto('/team/people');
  await page.getByRole('row', { name: /Ffion/ }).getByRole('button').click();
  await expect(page.getByRole('row', { name: /Ffion/ })).toContainText('Closed');
  await other.goto('/team/people');
  await expect(other).toHaveURL(/\/sign-in/);
  await theirs.close();
});
