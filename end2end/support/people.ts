import { expect, type Page } from '@playwright/test';
import { arrive } from './arrive';
import { invitationTo } from './letters';
import { hasScript, type Someone } from './test';

/** The people of the demonstration, by their role. */
export const PEOPLE = {
  administrator: 'ruth@folkmoot.example',
  analyst: 'tomasz@folkmoot.example',
  coder: 'nia@folkmoot.example',
  reader: 'eleanor@folkmoot.example',
  moderator: 'marged@folkmoot.example',
  officer: 'dilys@folkmoot.example',
};

/** The password of each of them. */
export const PASSWORD = 'everyone may speak';

/** Fills the form to sign in, on the page that shows it, and sends it. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD) {
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await arrive(page, () => page.locator('main form:has(#password) button').click());
}

/** Signs in. */
export async function signIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await fillSignIn(page, email);
}

/** Invites somebody as a reader, who accepts with the password of everyone else and is signed in. */
export async function joined(someone: Someone, name: string): Promise<{ page: Page; email: string }> {
  const administrator = await someone(PEOPLE.administrator);
  await administrator.goto('/team/people');
  // The letters of both projects go to one mail server.
  const email = `${name.toLowerCase().replaceAll(' ', '-')}-${hasScript()}@folkmoot.example`;
  await administrator.locator('#name').fill(name);
  await administrator.locator('#email').fill(email);
  await administrator.locator('input[value=reader]').check();
  await arrive(administrator, () => administrator.locator('main form[action="/team/people"] button').click());
  await expect(administrator.locator('h1')).toHaveText('Invitation');
  const page = await someone();
  await page.goto(await invitationTo(email));
  await page.locator('#password').fill(PASSWORD);
  await arrive(page, () => page.getByRole('button', { name: 'Accept', exact: true }).click());
  await expect(page).toHaveURL(/\/team$/);
  return { page, email };
}

/** Signs out, and waits until it is done. */
export async function signOut(page: Page) {
  await arrive(page, () => page.getByRole('button', { name: 'Sign out', exact: true }).click());
  await expect(page).toHaveURL(/\/$/);
}
