import { answerUntil, onward, openCall } from './support/answer';
import { arrive } from './support/arrive';
import { fill, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, test } from './support/test';

test('what fills in the field that nobody sees is held back until the team decides', async ({ page, someone }) => {
  const call = await openCall(page);
  await answerUntil(page, call, 'check');
  await page.locator('#leave-empty').fill('https://cheap.example');
  await onward(page);
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  const reference = await page.locator('.govuk-panel__body strong').innerText();

  const team = await someone(PEOPLE.analyst);
  await team.goto(`/team${call}/responses`);
  await expect(team.getByRole('link', { name: reference })).toHaveCount(0);
  await arrive(team, () => team.getByRole('link', { name: 'Held back' }).click());
  await expectGood(team);
  await arrive(team, () => team.getByRole('link', { name: reference }).click());
  await expect(team.locator('main')).toContainText('A field that people do not see was filled in.');
  await press(team, 'Keep it out');
  await expect(team.locator('.govuk-error-summary li')).toHaveCount(1);
  await expectGood(team);
  await fill(team, { reason: 'An advertisement' });
  await press(team, 'Keep it out');
  await expect(team.getByRole('link', { name: reference })).toHaveCount(0);

  await arrive(team, () => team.getByRole('link', { name: /^Kept out/ }).click());
  await arrive(team, () => team.getByRole('link', { name: reference }).click());
  await expect(team.locator('main')).toContainText('It was kept out: An advertisement');
  await press(team, 'Admit it as a response');
  await team.goto(`/team${call}/responses/${reference}`);
  await expect(team.locator('h1')).toContainText(reference);
});
