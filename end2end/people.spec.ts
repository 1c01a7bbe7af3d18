import { arrive } from './support/arrive';
import { codeOf, setUp } from './support/authenticator';
import { press } from './support/form';
import { invitationTo } from './support/letters';
import { PEOPLE, fillSignIn, joined, signIn, signOut } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

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
  await arrive(page, () => page.getByRole('button', { name: 'Sign out', exact: true }).click());
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
  await arrive(page, () => page.locator('main form[action="/team/people"] button').click());
  await expect(page.locator('.govuk-error-summary li')).toHaveCount(3);
  await expectGood(page);
  const email = `ffion-${hasScript()}@folkmoot.example`;
  await page.locator('#name').fill('Ffion Merrow');
  await page.locator('#email').fill(email);
  await page.locator('input[value=reader]').check();
  await arrive(page, () => page.locator('main form[action="/team/people"] button').click());
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
  await expect(page.getByRole('row', { name: /Ffion Merrow/ })).toContainText('Reader');
  await expectGood(page);

  const theirs = await browser.newContext({ baseURL, javaScriptEnabled: hasScript() });
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(other.locator('h1')).toHaveText('You are invited');
  await other.locator('#password').fill('too short');
  await arrive(other, () => other.getByRole('button', { name: 'Accept', exact: true }).click());
  await expect(other.locator('.govuk-error-summary')).toContainText('at least 12');
  await expectGood(other);
  await other.locator('#password').fill('three random words');
  await arrive(other, () => other.getByRole('button', { name: 'Accept', exact: true }).click());
  await expect(other).toHaveURL(/\/team$/);
  await page.goto('/team/people');
  await arrive(page, () => page.getByRole('row', { name: /Ffion Merrow/ }).getByRole('button').click());
  await expect(page.getByRole('row', { name: /Ffion Merrow/ })).toContainText('Closed');
  await other.goto('/team/people');
  await expect(other).toHaveURL(/\/sign-in/);
  await theirs.close();
});

test('a person adds a second step, signs in with a code, then with a recovery code, and removes it', async ({ someone }) => {
  const { page, email } = await joined(someone, 'Gwen Twice');
  await page.goto('/account');
  await expectGood(page);
  await arrive(page, () => page.getByRole('button', { name: 'Set up a second step' }).click());
  await expect(page.locator('h1')).toHaveText('Set up a second step');
  await expectGoodAtAnySize(page);
  await page.locator('#code').fill('12345');
  await arrive(page, () => page.getByRole('button', { name: 'Finish' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('six digits');
  await expectGood(page);
  const kept = await setUp(page);
  expect(kept.recovery).toHaveLength(10);
  await expectGoodAtAnySize(page);
  await arrive(page, () => page.getByRole('button', { name: 'I have kept them' }).click());
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.locator('main')).toContainText('10 recovery codes left');
  await expectGood(page);

  await signOut(page);
  await page.goto('/team/permissions');
  await fillSignIn(page, email);
  await expect(page.locator('h1')).toHaveText('Enter your code');
  await expectGoodAtAnySize(page);
  await page.goto('/account');
  await expect(page.locator('h1')).toHaveText('Enter your code');
  await page.goto('/sign-in/code?next=/team/permissions');
  await page.locator('#code').fill('000 000');
  await arrive(page, () => page.getByRole('button', { name: 'Go on' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('wrong');
  await expectGood(page);
  await page.locator('#code').fill(codeOf(kept.secret, 1));
  await arrive(page, () => page.getByRole('button', { name: 'Go on' }).click());
  await expect(page).toHaveURL(/\/team\/permissions$/);

  await signOut(page);
  await signIn(page, email);
  await page.getByText('I do not have my app here').click();
  await page.locator('#recovery-code').fill(kept.recovery[0].toLowerCase());
  await arrive(page, () => page.getByRole('button', { name: 'Use a recovery code' }).click());
  await expect(page).toHaveURL(/\/team$/);
  await page.goto('/account');
  await expect(page.locator('main')).toContainText('9 recovery codes left');
  await arrive(page, () => page.getByRole('link', { name: 'Remove the app' }).click());
  await expect(page.locator('h1')).toHaveText('Remove the app');
  await page.getByText('I do not have my app here').click();
  await page.locator('#recovery-code').fill(kept.recovery[1]);
  await arrive(page, () => page.getByRole('button', { name: 'Remove with a recovery code' }).click());
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.locator('main')).toContainText('You sign in with one step');
});

test('a person chooses another password', async ({ someone }) => {
  const { page, email } = await joined(someone, 'Mair Forgetful');
  await page.goto('/account');
  await arrive(page, () => page.getByRole('link', { name: 'Change your password' }).click());
  await expect(page.locator('h1')).toHaveText('Choose a password');
  await page.locator('#password').fill('too short');
  await arrive(page, () => page.getByRole('button', { name: 'Save the password' }).click());
  await expect(page.locator('.govuk-error-summary')).toContainText('at least 12');
  await expectGood(page);
  const chosen = 'four other random words';
  await page.locator('#password').fill(chosen);
  await arrive(page, () => page.getByRole('button', { name: 'Save the password' }).click());
  await expect(page).toHaveURL(/\/account$/);
  await signOut(page);
  await page.goto('/sign-in');
  await fillSignIn(page, email, chosen);
  await expect(page).toHaveURL(/\/team$/);
});

test('an administrator clears the second step of someone who has lost everything', async ({ page, someone }) => {
  const { page: other, email } = await joined(someone, 'Huw Lost');
  await other.goto('/account/authenticator');
  await setUp(other);
  await signIn(page, PEOPLE.administrator);
  await page.goto('/team/people');
  await expectGood(page);
  await arrive(page, () => page.getByRole('row', { name: /Huw Lost/ }).getByRole('button', { name: /Clear second step/ }).click());
  await expect(page.getByRole('row', { name: /Huw Lost/ })).not.toContainText('Clear second step');
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in\?/);
  await fillSignIn(other, email);
  await expect(other).toHaveURL(/\/account$/);
});
