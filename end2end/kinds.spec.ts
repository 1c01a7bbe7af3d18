// Long lists, places, statements on a scale, orders, points and votes: asked in the builder, answered with and without script,
// checked, sent and read.

import type { Page } from '@playwright/test';
import { answer, begin, onward } from './support/answer';
import { inLanguage } from './support/arrive';
import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

const QUESTIONS: Record<string, string>[] = [
  { title: 'Which system?', kind: 'By choosing one of a long list', 'begin-with': 'Integrated care systems of the directory' },
  { title: 'Where is it?', kind: 'By saying a place', own: 'It can be written in own words' },
  { title: 'What do you say of care?', kind: 'By rating several statements on one scale', choices: 'It came on time.\nIt was kind.' },
  { title: 'What comes first?', kind: 'By putting options in order', choices: 'Beds\nNurses\nBuses', places: '2' },
  { title: 'How much for each?', kind: 'By sharing out points', choices: 'Carers\nHomes', total: '10' },
  { title: 'And these?', kind: 'By agreeing, disagreeing or passing, statement by statement', choices: 'Pay carers.\nBuild homes.' },
];

/** Makes a call with these questions and opens it; gives its address. */
async function asking(someone: Someone) {
  const team = await someone(PEOPLE.analyst);
  const base = await makeCall(team, `What can be asked ${hasScript()}`);
  await team.goto(`${base}/questions/sections/new`);
  await fill(team, { title: 'Questions' });
  await press(team, 'Save');
  for (const question of QUESTIONS) {
    await team.goto(`${base}/questions/new`);
    await fill(team, { ...question, required: 'An answer is needed' });
    await press(team, 'Save');
  }
  await expect(team.locator('main')).toContainText('and 30 more');
  await expectGood(team);
  await team.goto(`${base}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(team, 'Save the times');
  await team.goto(base);
  await follow(team, 'Open the call now');
  await press(team, 'Open the call now');
  return { call: base.replace('/team', ''), base, team };
}

const good = (page: Page) => (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));

/** Sends what was typed, which is refused with these words, and gives it back. */
async function refused(page: Page, words: string) {
  await onward(page);
  await expect(page.locator('.govuk-error-summary')).toContainText(words);
  await good(page);
}

/** Chooses a line of the list, by its letters where script runs. */
async function choose(page: Page, letters: string, line: string) {
  if (!hasScript()) {
    await page.locator('#answer').selectOption({ label: line });
    return;
  }
  const field = page.getByRole('combobox');
  await field.fill('');
  await field.pressSequentially(letters);
  await expect(page.getByRole('option').first()).toHaveText(line);
  await expectGood(page);
  await field.press('ArrowDown');
  await page.getByRole('option').first().press('Enter');
  await expect(field).toHaveValue(line);
  await expect(page.getByRole('listbox')).toBeHidden();
}

const rate = (page: Page, statement: string, point: string) =>
  page.getByRole('group', { name: statement, exact: true }).getByRole('radio', { name: point, exact: true }).check();

test('lists, scales, orders, points and votes are asked, answered, sent and read', async ({ page, someone }) => {
  test.slow();
  const { call, base, team } = await asking(someone);
  await page.goto(`${call}/questions`);
  await expect(page.locator('main')).toContainText('Greater Manchester');
  await good(page);
  await page.goto(call);
  await begin(page);
  await answer(page);
  await answer(page);

  await expect(page.locator('h1')).toHaveText('Which system?');
  await good(page);
  await refused(page, 'Choose from the list');
  if (hasScript()) {
    await page.getByRole('combobox').fill('Greater Manchestr');
    // What is offered closes over what stands below it.
    await page.getByRole('combobox').press('Tab');
    await refused(page, 'Did you mean “Greater Manchester”?');
    await expect(page.getByRole('combobox')).toHaveValue('Greater Manchestr');
  }
  await choose(page, 'greater', 'Greater Manchester');
  await onward(page);

  await expect(page.locator('h1')).toHaveText('Where is it?');
  await choose(page, 'wal', 'Wales');
  await page.locator('#answer-own').fill('Our valley');
  await refused(page, 'but not both');
  if (hasScript()) await page.getByRole('combobox').fill('');
  else await page.locator('#answer').selectOption('');
  await onward(page);

  await rate(page, 'It came on time.', 'Strongly agree');
  await refused(page, 'Choose an answer for “It was kind.”');
  await page.locator('.govuk-error-summary a').click();
  if (hasScript()) await expect(page.getByRole('group', { name: 'It was kind.', exact: true }).getByRole('radio').first()).toBeFocused();
  else await expect(page).toHaveURL(/#answer-/);
  await rate(page, 'It was kind.', 'I do not know');
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('main')).toContainText('Cytuno’n gryf');
  await good(page);
  await inLanguage(page, 'English');
  await rate(page, 'It came on time.', 'Strongly agree');
  await rate(page, 'It was kind.', 'I do not know');
  await onward(page);

  await page.getByLabel('Nurses').selectOption('1');
  await page.getByLabel('Buses').selectOption('1');
  await refused(page, 'Give “Buses” another place: “Nurses” has place 1 already');
  await page.getByLabel('Buses').selectOption('2');
  await onward(page);

  await page.getByLabel('Carers').fill('7');
  if (hasScript()) await expect(page.locator('[data-sum]')).toHaveText('Points left: 3');
  await refused(page, 'Share out 3 points more, so that together they come to 10');
  await page.getByLabel('Homes').fill('3');
  await onward(page);

  await rate(page, 'Pay carers.', 'Agree');
  await rate(page, 'Build homes.', 'Pass');
  await good(page);
  await onward(page);
  await answer(page);

  const said = ['Greater Manchester', 'Our valley', 'Strongly agree: It came on time.', '1. Nurses', '7: Carers', 'Pass: Build homes.'];
  await expect(page).toHaveURL(/\/check$/);
  for (const part of said) await expect(page.locator('main')).toContainText(part);
  await expectGood(page);
  await onward(page);
  const reference = await page.locator('.govuk-panel strong').innerText();
  await page.goto(`${call}/receipt`);
  for (const part of said) await expect(page.locator('main')).toContainText(part);
  await expectGood(page);
  await team.goto(`${base}/responses/${reference}`);
  for (const part of said) await expect(team.locator('main')).toContainText(part);
  // Other tests answer the call that is open.
  await team.goto(base);
  await follow(team, 'Close the call now');
  await press(team, 'Close the call now');
});
