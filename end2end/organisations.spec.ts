import { answerUntil, onward, openCall } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { fill, follow, press } from './support/form';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

/** A name that the other project does not use: both would else look at each other's. */
const mine = (name: string) => `${name} ${hasScript() ? 'with' : 'without'}`;

test('anyone looks through the directory, in both languages', async ({ page }) => {
  await page.goto('/');
  await arrive(page, () => page.getByRole('contentinfo').getByRole('link', { name: 'Organisations' }).click());
  await expect(page.locator('h1')).toHaveText('Organisations');
  await expectGoodAtAnySize(page);
  await fill(page, { name: 'manchester', kind: 'Integrated care system' });
  await press(page, 'Find');
  await expect(page.locator('.fm-directory li')).toHaveCount(1);
  await arrive(page, () => page.locator('.fm-directory a').click());
  await expect(page.locator('h1')).toHaveText('Greater Manchester');
  await expect(page.locator('.fm-facts')).toContainText('QOP');
  await expectGoodAtAnySize(page);
  await arrive(page, () => page.getByRole('link', { name: 'North West' }).click());
  await expect(page.locator('h1')).toHaveText('North West');
  await arrive(page, () => page.getByRole('link', { name: 'See the' }).click());
  await expect(page.locator('.fm-directory')).toContainText('Cheshire and Merseyside');
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('h1')).toHaveText('Sefydliadau');
  await expectGood(page);
});

test('the team adds an organisation, ends it, and says what followed', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/team');
  await arrive(page, () => page.getByRole('main').getByRole('link', { name: 'Organisations' }).click());
  await expectGood(page);
  await follow(page, 'Add an organisation');
  await fill(page, { 'code-charity': '12', website: 'harbour' });
  await press(page, 'Save');
  await expect(page.locator('.govuk-error-summary li')).toHaveCount(4);
  await expect(page.locator('#website')).toHaveValue('harbour');
  await expectGood(page);
  const [old, next] = [mine('Old Harbour'), mine('New Harbour')];
  await fill(page, { name: old, kind: 'Voluntary, community or social enterprise', 'code-charity': '', website: 'https://harbour.example.org' });
  await press(page, 'Save');
  await expect(page.locator('h1')).toHaveText(old);
  await expectGood(page);
  await page.goto('/team/add-organisation');
  await fill(page, { name: next, kind: 'Voluntary, community or social enterprise' });
  await press(page, 'Save');
  await expect(page.locator('h1')).toHaveText(next);
  await page.goto(`/team/organisations?name=${old}`);
  await arrive(page, () => page.getByRole('link', { name: old }).click());
  await follow(page, 'End this organisation');
  await fill(page, { 'valid-to': '2020-03-31', successor: next, note: 'It merged with its neighbour.' });
  await expectGood(page);
  await press(page, 'Save');
  await expect(page.locator('.govuk-inset-text')).toContainText('Ended on 31 March 2020');
  await expectGood(page);
  await follow(page, 'See the public page');
  await expect(page.locator('.govuk-inset-text')).toContainText('It merged with its neighbour.');
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: next }).click());
  await expect(page.locator('h1')).toHaveText(next);
  await expect(page.getByRole('main')).toContainText(old);
});

test('a table is checked row by row before any of it is added', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/team/import-organisations');
  await expectGood(page);
  const good = `name\tkind\tods\n${mine('Trust of the Moor')}\tnhs-trust\t\n`;
  await fill(page, { rows: `${good}\tcastle\t?\n` });
  await press(page, 'Check the table');
  await expect(page.locator('.govuk-warning-text')).toContainText('1 row cannot be taken');
  await expect(page.getByRole('row').nth(2).getByRole('listitem')).toHaveCount(3);
  await expectGood(page);
  await fill(page, { rows: good });
  await press(page, 'Check the table');
  await press(page, 'Add 1 organisation');
  await expect(page.locator('.govuk-inset-text')).toContainText('1 organisation was added.');
  await expectGood(page);
});

test('whoever answers for an organisation is offered its name, and may type any', async ({ page }) => {
  const call = await openCall(page);
  await answerUntil(page, call, 'who');
  await page.locator('input[value=organisation]').check();
  await onward(page);
  const name = page.locator('#organisation');
  await expect(name).toHaveAttribute('list', 'organisation-offers');
  expect(await page.locator('#organisation-offers option').count()).toBeGreaterThan(40);
  await expectGood(page);
  await name.fill('A name that no directory has');
  await page.locator('input[value=other]').check();
  await onward(page);
  await expect(name).toHaveCount(0);
});

test('the team says which organisation a response is from', async ({ page }) => {
  await signIn(page, PEOPLE.moderator);
  await page.goto('/team/calls/hewitt-review/search?kind=organisation');
  await arrive(page, () => page.locator('main a[href*="/responses/"]').first().click());
  await expect(page.locator('.fm-facts')).toContainText('Organisation of this response');
  await follow(page, 'Link it to the directory');
  await expectGood(page);
  await fill(page, { name: 'Greater Manchester' });
  await press(page, 'Find');
  await arrive(page, () => page.getByRole('button', { name: 'Link to this organisation Greater Manchester' }).click());
  await expect(page.locator('.fm-facts').getByRole('link', { name: 'Greater Manchester' })).toBeVisible();
  await expectGood(page);
});
