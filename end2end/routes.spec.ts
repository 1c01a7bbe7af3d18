// A form that skips and ends early: built in the browser, then answered along three routes.

import type { Page } from '@playwright/test';
import { begin, goOn, onward } from './support/answer';
import { inLanguage } from './support/arrive';
import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

const OUT = 'If the answer to question 1 is “No”, go to the page “This call is not for you”, where the form ends.';
const ENOUGH = 'If the answer to question 2 is “No”, go to the page “That is all we ask”, where the form ends.';

const good = (page: Page) => (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));

/** Adds a skip after the question with this title, by the links and forms of the builder. */
async function skip(team: Page, title: string, number: number, to: string) {
  await follow(team, `Add a skip after this question: ${title}`);
  await expect(team.locator('h1')).toHaveText('Add a skip');
  await good(team);
  await fill(team, { to, 'asked-if': `The answer to question ${number} is “No”` });
  await press(team, 'Save');
}

/** Makes a call with this form and opens it; gives its address. */
async function asking(someone: Someone) {
  const team = await someone(PEOPLE.analyst);
  const base = await makeCall(team, `Three ways ${hasScript()}`);
  for (const title of ['You', 'Your work', 'Your care']) {
    await team.goto(`${base}/questions/sections/new`);
    await fill(team, { title });
    await press(team, 'Save');
  }
  const yesOrNo = { kind: 'By choosing one', choices: 'Yes\nNo' };
  const questions: Record<string, string>[] = [
    { title: 'Do you care for somebody?', section: 'You', ...yesOrNo },
    { title: 'Do you work as well?', section: 'You', ...yesOrNo },
    { title: 'What is your work?', section: 'Your work', kind: 'In one line' },
    { title: 'What would help?', section: 'Your care', kind: 'In one line' },
  ];
  for (const question of questions) {
    await team.goto(`${base}/questions/new`);
    await fill(team, { ...question, required: 'An answer is needed' });
    await press(team, 'Save');
  }
  const pages: Record<string, string>[] = [
    { title: 'This call is not for you', text: 'We ask people who care for somebody.\n\nThe council can tell you more.', sends: 'There is nothing to send' },
    { title: 'That is all we ask', text: 'We ask those who work as well for more.', sends: 'They can still be sent' },
  ];
  for (const page of pages) {
    await follow(team, 'Add a page where the form ends');
    await good(team);
    await fill(team, page);
    await press(team, 'Save');
  }
  await expect(team.locator('main')).toContainText('Nobody can ever come to this page');
  await good(team);
  await skip(team, 'Do you care for somebody?', 1, 'This call is not for you');
  await skip(team, 'Do you work as well?', 2, 'That is all we ask');
  await expect(team.locator('.fm-skips').first()).toContainText(OUT);
  await expect(team.locator('.fm-skips').last()).toContainText(ENOUGH);
  await expect(team.locator('main')).not.toContainText('Nobody can ever');
  await good(team);
  await team.goto(`${base}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(team, 'Save the times');
  await team.goto(base);
  await follow(team, 'Open the call now');
  await press(team, 'Open the call now');
  return { call: base.replace('/team', ''), base, team };
}

/** Begins, says who answers, and chooses these answers one after the other. */
async function walk(page: Page, call: string, answers: ('Yes' | 'No')[]) {
  await page.goto(call);
  await begin(page);
  await page.locator('input[value=individual]').check();
  await onward(page);
  await onward(page);
  for (const answer of answers) await choose(page, answer);
}

async function choose(page: Page, answer: 'Yes' | 'No') {
  await page.getByRole('radio', { name: answer, exact: true }).check();
  await onward(page);
}

async function write(page: Page, words: string) {
  await page.locator('#answer').fill(words);
  await onward(page);
}

/** Says what may be published, checks and sends. */
async function send(page: Page) {
  await page.locator('input[value=without-name]').check();
  await onward(page);
  await expect(page.locator('h1')).toHaveText('Check your answers');
  await good(page);
  await press(page, 'Send your response');
  await expect(page.locator('h1')).toHaveText('Your response has been received');
}

test('a form skips and ends where its builder said, and every route ends', async ({ page, someone }) => {
  test.slow();
  const { call, base, team } = await asking(someone);
  await page.goto(`${call}/questions`);
  await expect(page.locator('main')).toContainText(OUT);
  await expect(page.locator('main')).toContainText('Where the form can end early');
  await good(page);

  // The first way: not for them. By keyboard back, and on along the second.
  await walk(page, call, ['No']);
  await expect(page.locator('h1')).toHaveText('This call is not for you');
  await expect(page.locator('main')).toContainText('The council can tell you more.');
  await expect(goOn(page)).toHaveCount(0);
  await good(page);
  await inLanguage(page, 'Cymraeg');
  await expect(page.locator('main')).toContainText('Nid oes dim i’w anfon.');
  await good(page);
  await inLanguage(page, 'English');
  await page.goto(`${call}/answer/check`);
  await expect(page.locator('h1')).toHaveText('This call is not for you');
  const back = page.getByRole('link', { name: 'Change your answer to “Do you care for somebody?”' });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Do you care for somebody?');
  await choose(page, 'Yes');

  // The second way: it ends early, and what was answered is sent.
  await choose(page, 'No');
  await expect(page.locator('h1')).toHaveText('That is all we ask');
  await expect(page.locator('main')).toContainText('You can still send us what you have answered so far.');
  await good(page);
  await press(page, 'Continue to send your answers');
  await send(page);
  await page.goto(`${call}/receipt`);
  await expect(page.locator('main')).toContainText('Do you work as well?');
  await expect(page.locator('main')).not.toContainText('What would help?');

  // The third way: all of it.
  const other = await someone();
  await walk(other, call, ['Yes', 'Yes']);
  await write(other, 'I teach.');
  await write(other, 'Time.');
  await send(other);

  await team.goto(`${base}/questions`);
  await expect(team.locator('.fm-skips').first()).toContainText(OUT);
  await expect(team.locator('a', { hasText: 'Add a skip' })).toHaveCount(0);
  await good(team);
  // Other tests answer the call that is open.
  await team.goto(base);
  await follow(team, 'Close the call now');
  await press(team, 'Close the call now');
});
