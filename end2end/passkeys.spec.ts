import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, follow, press } from './support/form';
import { PEOPLE, fillSignIn, signOut } from './support/people';
import { makeDemonstration, serve } from './support/program.mjs';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

// Browsers keep passkeys for names alone, and the other tests reach their server by its number.
let folder: string;
let server: { address: string; stop: () => Promise<void> };
const byName = (address: string) => address.replace('127.0.0.1', 'localhost');

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-passkeys-'));
  const data = join(folder, 'data');
  await makeDemonstration(data);
  server = await serve(data, join(folder, 'log'), async (address) => `public-address = "${byName(address)}"\n[limits]\nsign-in = 0\n`);
});

test.afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A device that keeps passkeys, and asks for a finger that is always there. It answers no more once axe has looked at the page. */
async function device(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verified: (isUserVerified: boolean) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    forget: () => session.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}

const at = (path: string) => byName(server.address) + path;

test('the pages that ask for a passkey are good to look at', async ({ page }) => {
  test.skip(!hasScript(), 'a passkey is asked for by script');
  await page.goto(at('/sign-in'));
  await expectGood(page);
  await press(page, 'Sign in with a passkey');
  await expectGoodAtAnySize(page);
  await page.goto(at('/sign-in'));
  await fillSignIn(page, PEOPLE.moderator);
  // A role that reads responses needs a second step, and a passkey is one.
  await expect(page).toHaveURL(/\/account\/authenticator/);
  await expectGoodAtAnySize(page);
  await press(page, 'Add a passkey');
  await expectGoodAtAnySize(page);
  await press(page, 'Make the passkey');
  await expect(page.locator('#name-error')).toContainText('Say what you call the passkey');
  await expectGood(page);
});

test('an administrator adds a passkey, and signs in with it alone and as the second step', async ({ page }) => {
  test.skip(!hasScript(), 'a passkey is asked for by script');
  const finger = await device(page);
  await page.goto(at('/sign-in'));
  await fillSignIn(page, PEOPLE.administrator);
  // Her role needs a second step, and a passkey is one.
  await expect(page).toHaveURL(/\/account\/authenticator/);
  await press(page, 'Add a passkey');
  await fill(page, { name: 'My phone' });
  await press(page, 'Make the passkey');
  await expect(page.locator('.fm-recovery li')).toHaveCount(10);
  await follow(page, 'I have kept them');
  await expect(page).toHaveURL(/\/team$/);
  await page.goto(at('/account'));
  await expect(page.locator('main')).toContainText('My phone');
  await signOut(page);

  // Alone: neither address nor password is typed.
  await page.goto(at('/sign-in'));
  await press(page, 'Sign in with a passkey');
  await press(page, 'Use a passkey');
  await expect(page).toHaveURL(/\/team$/);
  await page.goto(at('/team/audit'));
  await expect(page.locator('main')).toContainText('signed in with a passkey');
  await signOut(page);

  // After the password, instead of a code.
  await page.goto(at('/sign-in'));
  await fillSignIn(page, PEOPLE.administrator);
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await press(page, 'Sign in with a passkey');
  await press(page, 'Use a passkey');
  await expect(page).toHaveURL(/\/team$/);
  await signOut(page);

  // A device that does not ask who holds it is not believed.
  await finger.verified(false);
  await page.goto(at('/sign-in'));
  await press(page, 'Sign in with a passkey');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('No passkey was used');
  await finger.verified(true);
  // A button takes no second press at once.
  await page.reload();
  await press(page, 'Use a passkey');
  await expect(page).toHaveURL(/\/team$/);

  // Taken away, it opens nothing, though the device still has it.
  await page.goto(at('/account'));
  await press(page, 'Take My phone away');
  await expect(page.locator('main')).not.toContainText('My phone');
  await page.context().clearCookies();
  await page.goto(at('/sign-in'));
  await press(page, 'Sign in with a passkey');
  await press(page, 'Use a passkey');
  await expect(page.locator('.govuk-error-summary')).toContainText('could not be used');
  await expectGoodAtAnySize(page);
  await page.goto(at('/team'));
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an answer counts once', async ({ page }) => {
  test.skip(!hasScript(), 'a passkey is asked for by script');
  await device(page);
  await page.goto(at('/sign-in'));
  await fillSignIn(page, PEOPLE.analyst);
  await press(page, 'Add a passkey');
  await fill(page, { name: 'My computer' });
  await press(page, 'Make the passkey');
  await page.context().clearCookies();
  await page.goto(at('/sign-in'));
  await press(page, 'Sign in with a passkey');
  // What the browser answers is taken note of on its way.
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/sign-in/passkey?')),
    press(page, 'Use a passkey'),
  ]);
  await expect(page).toHaveURL(/\/team$/);
  const answer = new URLSearchParams(asked.postData() ?? '').get('answer') ?? '';
  expect(answer).toContain('signature');
  await page.context().clearCookies();
  await page.goto(at('/sign-in'));
  await press(page, 'Sign in with a passkey');
  const again = (value: string) =>
    page.evaluate(async (answer) => {
      const form = document.querySelector<HTMLFormElement>('form[data-passkey]')!;
      const said = await fetch(form.action, { method: 'POST', body: new URLSearchParams({ answer }) });
      return said.status;
    }, value);
  expect(await again(answer)).toBe(422);
  expect(await again('no answer at all')).toBe(422);
});

test('without script nobody is offered what script alone can do', async ({ page }) => {
  test.skip(hasScript(), 'this is about browsers without script');
  await page.goto(at('/sign-in'));
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden();
  await expectGood(page);
});
