import type { Page } from '@playwright/test';
import { arrive } from './arrive';

/** The people of the demonstration, by their role. */
export const PEOPLE = {
  administrator: 'ruth@folkmoot.example',
  analyst: 'tomasz@folkmoot.example',
  coder: 'nia@folkmoot.example',
  reader: 'eleanor@folkmoot.example',
  moderator: 'marged@folkmoot.example',
};

/** The password of each of them. */
export const PASSWORD = 'everyone may speak';

/** Fills the form to sign in, on the page that shows it, and sends it. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD) {
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await arrive(page, () => page.locator('main form button').click());
}

/** Signs in. */
export async function signIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await fillSignIn(page, email);
}
