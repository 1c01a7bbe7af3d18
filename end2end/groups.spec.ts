// Examples and pieces of evidence: asked in the builder, added one by one, changed, taken out, checked, sent and read.

import type { Page } from '@playwright/test';
import { answer, begin, onward } from './support/answer';
import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

const good = (page: Page) => (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));

/** Makes a call that asks for examples and for evidence, and opens it. */
async function asking(someone: Someone) {
  const team = await someone(PEOPLE.analyst);
  const base = await makeCall(team, `One after another ${hasScript()}`);
  await team.goto(`${base}/questions/sections/new`);
  await fill(team, { title: 'Questions' });
  await press(team, 'Save');
  await team.goto(`${base}/questions/new`);
  await fill(team, { title: 'What are your examples?', kind: 'By filling in a group of fields, again and again', noun: 'example', 'field-1-name': 'What happened', 'field-1-kind': 'In many lines', 'field-1-needed': 'Nothing can be added without it' });
  await fill(team, { 'field-2-name': 'Where', 'field-2-kind': 'By choosing one' });
  await press(team, 'Save');
  await expect(team.locator('.govuk-error-summary')).toContainText('Enter at least two choices');
  await good(team);
  await fill(team, { 'field-2-choices': 'At home\nIn hospital', 'field-3-name': 'Since', 'field-3-kind': 'With a date', 'most-entries': '3', required: 'An answer is needed' });
  await press(team, 'Save');
  await team.goto(`${base}/questions/new`);
  await fill(team, { title: 'What is your evidence?', kind: 'By adding pieces of evidence', required: 'An answer is needed' });
  await press(team, 'Save');
  await good(team);
  await team.goto(`${base}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(team, 'Save the times');
  await team.goto(base);
  await follow(team, 'Open the call now');
  await press(team, 'Open the call now');
  return { call: base.replace('/team', ''), base, team };
}

test('examples and evidence are added one by one, sent and read', async ({ page, someone }) => {
  test.slow();
  const { call, base, team } = await asking(someone);
  await page.goto(`${call}/questions`);
  await expect(page.locator('main')).toContainText('Where (optional): At home, In hospital');
  await good(page);
  await page.goto(call);
  await begin(page);
  await answer(page);
  await answer(page);

  await expect(page.locator('h1')).toHaveText('What are your examples?');
  await good(page);
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toContainText('Add at least one');
  await page.getByLabel('What happened').fill('The ward closed.\nNobody told us.');
  await page.getByLabel('In hospital').check();
  await page.getByLabel('Day').fill('soon');
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter the day as a number');
  await good(page);
  for (const [part, value] of [['Day', '9'], ['Month', '1'], ['Year', '2023']]) await page.getByLabel(part).fill(value);
  await onward(page);
  await expect(page.locator('main')).toContainText('You have added 1 so far.');
  await expect(page.locator('main')).toContainText('9 January 2023');
  await good(page);

  await press(page, 'Add another example');
  await page.getByLabel('What happened').fill('A second time.');
  if (hasScript()) {
    await expect(page.locator('[data-saved]')).toHaveText(/^Saved at \d/);
    await page.reload();
    await expect(page.getByLabel('What happened')).toHaveValue('A second time.');
  }
  // Enter in a field of an entry goes on, and takes nothing out.
  await page.getByLabel('Year').press('Enter');
  await expect(page.locator('main')).toContainText('You have added 2 so far.');
  await press(page, 'Change Example 2');
  await good(page);
  await page.getByLabel('What happened').fill('Changed.');
  await onward(page);
  await press(page, 'Remove Example 1');
  await expect(page.locator('main')).toContainText('You have added 1 so far.');
  await expect(page.locator('main')).not.toContainText('The ward closed.');
  await press(page, 'Save and continue');

  await expect(page.locator('h1')).toHaveText('What is your evidence?');
  await page.getByLabel('What does the evidence show?').fill('Visits help.');
  await page.getByLabel('Case study').check();
  await page.getByLabel('Where can it be found?').fill('a report');
  await page.getByLabel('Year').fill('2021');
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toContainText('Choose whether this piece of evidence may be published');
  await good(page);
  await page.getByLabel('Where can it be found?').fill('https://www.example.org/report');
  await page.getByLabel('No, it is only for the team to read').check();
  await onward(page);
  await good(page);
  await press(page, 'Save and continue');
  await answer(page);

  const said = ['Example 1', 'What happened: Changed.', 'Evidence 1', 'Visits help.', 'Case study', '2021'];
  await expect(page).toHaveURL(/\/check$/);
  for (const part of said) await expect(page.locator('main')).toContainText(part);
  await good(page);
  await onward(page);
  const reference = await page.locator('.govuk-panel strong').innerText();
  await page.goto(`${call}/receipt`);
  for (const part of said) await expect(page.locator('main')).toContainText(part);
  await good(page);
  await team.goto(`${base}/responses/${reference}`);
  for (const part of [...said, 'May be published: No']) await expect(team.locator('main')).toContainText(part);
  await expectGood(team);
  // Other tests answer the call that is open.
  await team.goto(base);
  await follow(team, 'Close the call now');
  await press(team, 'Close the call now');
});
