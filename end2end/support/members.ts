import type { Page } from '@playwright/test';
import { fill, press } from './form';
import { PEOPLE, joined } from './people';
import type { Someone } from './test';

/** Has the team give an organisation a code by telephone, and gives it. */
export async function codeOf(someone: Someone, slug: string) {
  const page = await someone(PEOPLE.administrator);
  await page.goto(`/team/organisations/${slug}/members`);
  await fill(page, { passing: 'By telephone: it is shown to me once, to read it out' });
  await press(page, 'Give it a code');
  return await page.locator('.fm-secret').innerText();
}

/** Somebody of this name who becomes an owner of an organisation by its code. */
export async function ownerOf(someone: Someone, slug: string, name: string) {
  const code = await codeOf(someone, slug);
  const owner = await joined(someone, name);
  await owner.page.goto(`/account/organisations/${slug}/join`);
  await fill(owner.page, { code });
  await press(owner.page, 'Use the code');
  return owner;
}

/** Asks an organisation to be let in. */
export async function askFor(page: Page, slug: string) {
  await page.goto(`/account/organisations/${slug}/join`);
  await fill(page, { note: 'I look after the volunteers.' });
  await press(page, 'Ask to be let in');
}
