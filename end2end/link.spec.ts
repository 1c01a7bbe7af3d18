import { arrive } from './support/arrive';
import { fill, follow, press } from './support/form';
import { letterTo, linkIn } from './support/letters';
import { joined, signOut } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

/** An address of this project alone: the letters of both go to one mail server. */
const address = (name: string) => `${name}-${hasScript()}@link.example`;

test('somebody without an account makes one with a link, on another device', async ({ page, someone }) => {
  const email = address('rhiannon');
  await page.goto('/sign-in');
  await follow(page, 'Have a link sent to you');
  await expectGoodAtAnySize(page);
  await fill(page, { email: 'rhiannon' });
  await press(page, 'Send the link');
  await expect(page.locator('#email-error')).toContainText('such as name@example.org');
  await expectGood(page);
  await fill(page, { email });
  await press(page, 'Send the link');
  await expect(page.locator('h1')).toHaveText('Look into your mailbox');
  await expectGood(page);

  const phone = await someone();
  const link = linkIn(await letterTo(email), '/sign-in/by-link/');
  await phone.goto(link);
  // The link is in no address from here on: not in the history of the browser, nor where a page leads.
  await expect(phone).toHaveURL(/\/sign-in\/by-link$/);
  await expectGoodAtAnySize(phone);
  await press(phone, 'Make an account');
  await expect(phone.locator('#name-error')).toBeVisible();
  await fill(phone, { name: 'Rhiannon Rees' });
  await press(phone, 'Make an account');
  await expect(phone).toHaveURL(/\/account$/);
  await expect(phone.locator('main')).toContainText('Rhiannon Rees');
  await signOut(phone);

  await phone.goto(link);
  await expect(phone.locator('h1')).toHaveText('This link does not work any more');
  await expectGood(phone);
});

test('whoever has an account signs in by a link, in Welsh, and is led to where they were going', async ({ page, someone }) => {
  const { email } = await joined(someone, 'Link Forgotten');
  await page.goto('/cy/sign-in?next=/team/permissions');
  await follow(page, 'Gofyn am ddolen drwy e-bost');
  await fill(page, { email });
  await press(page, 'Anfon y ddolen');
  await expectGood(page);
  // The first letter was the invitation.
  const link = linkIn(await letterTo(email, 2), '/sign-in/by-link/');
  expect(link).toMatch(/^\/cy\//);
  await page.goto(link);
  await expect(page.locator('main')).toContainText('Rydych yn mewngofnodi fel Link Forgotten');
  await expectGood(page);
  await press(page, 'Mewngofnodi');
  await expect(page).toHaveURL(/\/team\/permissions/);
});

test('a link that was asked for as proof leads on to what wanted it', async ({ page }) => {
  const email = address('bethan');
  await page.goto('/sign-in/link');
  await fill(page, { email });
  await press(page, 'Send the link');
  await page.goto(linkIn(await letterTo(email), '/sign-in/by-link/'));
  await fill(page, { name: 'Bethan Bevan' });
  await press(page, 'Make an account');
  await page.goto('/account/confirm?next=/account/password');
  await expectGoodAtAnySize(page);
  await press(page, 'Have a link sent to me instead');
  await page.goto(linkIn(await letterTo(email, 2), '/sign-in/by-link/'));
  await expect(page.locator('main')).toContainText('You sign in as Bethan Bevan');
  await arrive(page, () => page.locator('main form button').click());
  await expect(page).toHaveURL(/\/account\/password$/);
});
