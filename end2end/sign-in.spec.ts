import type { Page } from '@playwright/test';
import { press } from './support/form';
import { invitationTo } from './support/letters';
import { PEOPLE, fillSignIn, signIn } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

/** Signs in at the provider, on its own page. */
async function atProvider(page: Page, name: string) {
  await expect(page.locator('h1')).toHaveText('The provider');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an analyst connects a provider, signs in by it from then on, and signs out there', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.getByRole('link', { name: 'Tomasz' }).click();
  await expect(page.locator('h1')).toHaveText('Your account');
  await expectGood(page);
  await page.getByRole('button', { name: 'Connect Care Identity' }).click();
  await atProvider(page, 'tomasz');
  await expect(page.locator('h1')).toHaveText('Your account');
  await expect(page.locator('.fm-way', { hasText: 'tomasz@care.example' })).toHaveCount(1);
  await expectGood(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);

  await page.goto('/team');
  await expectGood(page);
  await page.getByRole('button', { name: 'Sign in with Care Identity' }).click();
  // The provider knows this browser already.
  await expect(page).toHaveURL(/\/team$/);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.locator('main')).toContainText('You are still signed in with Care Identity');
  await expectGood(page);
  await page.getByRole('button', { name: 'Sign out of Care Identity' }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await expect(page).toHaveURL(/\/signed-out/);
  await expect(page.locator('main')).not.toContainText('still signed in');

  await page.goto('/team');
  await page.getByRole('button', { name: 'Sign in with Care Identity' }).click();
  await atProvider(page, 'tomasz');
  await expect(page).toHaveURL(/\/team$/);
});

test('before the way to sign in is changed, the password is asked for again', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/account/confirm');
  await expectGood(page);
  await page.locator('#password').fill('not the password');
  await press(page, 'Confirm');
  await expect(page.locator('.govuk-error-summary')).toContainText('wrong');
  await expectGood(page);
  await page.locator('#password').fill('everyone may speak');
  await press(page, 'Confirm');
  await expect(page).toHaveURL(/\/account$/);
});

test('whoever is not known here is told what to do, and nothing else', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with Care Identity' }).click();
  await atProvider(page, 'stranger');
  await expect(page.locator('h1')).toHaveText('There is one more step before you can sign in');
  await expectGood(page);
  const back = page.url();
  await page.reload();
  await expect(page.locator('main')).toContainText('no longer under way');
  expect(page.url()).toBe(back);
});

test('an e-mail address that another person has opens nothing', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with Care Identity' }).click();
  await atProvider(page, PEOPLE.administrator);
  await expect(page.locator('h1')).toHaveText('There is one more step before you can sign in');
  await expect(page.locator('main')).toContainText('An e-mail address alone does not connect an account');
  await page.goto('/team');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('whoever stops at the provider can choose another way', async ({ page }) => {
  await page.goto('/cy/sign-in');
  await expectGood(page);
  await page.getByRole('button', { name: 'Care Identity' }).click();
  await page.getByRole('link', { name: 'Stop' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await expect(page.locator('h1')).toHaveText('Nid ydych wedi mewngofnodi');
  await expectGood(page);
  await page.locator('main a').click();
  await fillSignIn(page, PEOPLE.reader);
  await expect(page).toHaveURL(/\/team$/);
});

test('a provider that is not there is said to be away', async ({ browser, baseURL }) => {
  // The browser notes the status 503 as an error, which is what is asked for here.
  const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript() });
  const page = await context.newPage();
  await page.goto('/sign-in?next=/team/people');
  await page.getByRole('button', { name: 'Sign in with Gone House' }).click();
  await expect(page.locator('main')).toContainText('Gone House does not answer');
  await expectGood(page);
  await page.getByRole('link', { name: 'Go to the sign-in page' }).click();
  await fillSignIn(page, PEOPLE.administrator);
  await expect(page).toHaveURL(/\/team$/);
  await context.close();
});

for (const { button, name } of [
  { button: 'Accept with Government Sign-In', name: 'bronwen' },
  { button: 'Accept with Town Hall', name: 'iorwerth' },
]) {
  test(`an invitation is taken up by a provider: ${button}`, async ({ page, browser, baseURL }) => {
    await signIn(page, PEOPLE.administrator);
    await page.goto('/team/people');
    await page.locator('#name').fill(name);
    await page.locator('#email').fill(`${name}-${hasScript()}@folkmoot.example`);
    await page.locator('input[value=reader]').check();
    await page.locator('main form[action="/team/people"] button').click();
    const link = await invitationTo(`${name}-${hasScript()}@folkmoot.example`);
    const theirs = await browser.newContext({ baseURL, javaScriptEnabled: hasScript() });
    const other = await theirs.newPage();
    await other.goto(link);
    await expectGood(other);
    await other.getByRole('button', { name: button }).click();
    await atProvider(other, name);
    await expect(other).toHaveURL(/\/team$/);
    await other.goto('/account');
    await expect(other.locator('main')).toContainText('You have no password here');
    await expect(other.locator('.fm-way', { hasText: `${name}@care.example` })).toHaveCount(1);
    await expectGood(other);
    await theirs.close();
  });
}
