import { answerUntil, begin, later, onward, openCall } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { fill, press } from './support/form';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, test } from './support/test';

test('a draft begun at home is kept in an account and sent from elsewhere', async ({ page, someone }) => {
  const call = await openCall(page);
  await answerUntil(page, call, 'consent');
  await arrive(page, () => later(page).click());
  await expect(page.locator('.fm-private-link')).toBeVisible();
  await expectGood(page);
  const link = new URL((await page.locator('.fm-private-link').innerText()).trim()).pathname;

  const mine = await someone(PEOPLE.reader);
  await mine.goto(link);
  await expect(mine.locator('h1')).toHaveText('Keep this in your account?');
  await expectGoodAtAnySize(mine);
  await inLanguage(mine, 'Cymraeg');
  await expect(mine.locator('h1')).toHaveText('Cadw hwn yn eich cyfrif?');
  await expectGood(mine);
  await inLanguage(mine, 'English');
  await press(mine, 'Keep this in my account');
  await expect(mine.locator('input[value=with-name]')).toBeVisible();
  await mine.goto('/account');
  await expectGood(mine);

  const other = await someone(PEOPLE.reader);
  await other.goto('/account');
  await arrive(other, () => other.locator('main a[href*="/account/responses/"]').first().click());
  await expect(other.getByRole('button', { name: 'Let go of it' })).toBeVisible();
  await expectGoodAtAnySize(other);
  await press(other, 'Go on with your response');
  await other.locator('input[value=without-name]').check();
  await onward(other);
  await expect(other).toHaveURL(/\/answer\/check$/);
  await press(other, 'Send your response');
  const reference = await other.locator('.govuk-panel__body strong').innerText();
  await mine.goto('/account');
  await expect(mine.getByRole('main')).toContainText(reference);
  await arrive(mine, () => mine.locator('main a[href*="/account/responses/"]').first().click());
  await expect(mine.getByRole('main')).toContainText(reference);
  await expectGood(mine);
  await press(mine, 'Let go of it');
  await expect(mine.getByRole('main')).not.toContainText(reference);
});

test('whoever is signed in chooses whether a new draft is kept', async ({ page }) => {
  await signIn(page, PEOPLE.coder);
  const call = await openCall(page);
  await page.goto(call);
  await begin(page);
  await expect(page.locator('h1')).toHaveText('Keep this in your account?');
  await press(page, 'Go on without');
  await expect(page.locator('input[value=individual]')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('main')).toContainText('You keep no response and no draft here yet.');
});

test('a response that was sent is taken in by what is on its receipt', async ({ page, someone }) => {
  const call = await openCall(page);
  await answerUntil(page, call, 'check');
  await onward(page);
  await expect(page.locator('.govuk-panel__body strong')).toBeVisible();
  await page.goto(`${call}/receipt`);
  const [reference, code] = [page.locator('.fm-facts dd').first(), page.locator('.fm-hash')];
  const typed = { reference: await reference.innerText(), code: (await code.innerText()).slice(0, 12) };

  const mine = await someone(PEOPLE.administrator);
  await mine.goto('/account/take-in');
  await expectGoodAtAnySize(mine);
  await fill(mine, { ...typed, code: '000000000000' });
  await press(mine, 'Keep this in my account');
  await expect(mine.locator('.govuk-error-summary')).toBeVisible();
  await expect(mine.locator('#reference')).toHaveValue(typed.reference);
  await expectGood(mine);
  await fill(mine, typed);
  await press(mine, 'Keep this in my account');
  await expect(mine).toHaveURL(/\/account/);
  await expect(mine.getByRole('main')).toContainText(typed.reference);
});
