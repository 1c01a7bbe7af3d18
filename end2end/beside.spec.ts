// What stands beside a call: documents in several versions, from the team's forms to the pages of respondents.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answer, begin } from './support/answer';
import { closeNow, makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

/** A text that is a file. */
const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

/** Makes a call with one question; gives its address among the team's pages. */
async function makeAsking(team: Page, title: string) {
  const call = await makeCall(team, title);
  await team.goto(`${call}/questions/sections/new`);
  await fill(team, { title: 'Coming home' });
  await press(team, 'Save');
  await team.goto(`${call}/questions/new`);
  await fill(team, { title: 'What helped you?', kind: 'In many lines' });
  await press(team, 'Save');
  await team.goto(`${call}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': title });
  await press(team, 'Save the times');
  return call;
}

/** Opens a call at once. */
async function open(team: Page, call: string) {
  await team.goto(`${call}/acts/open-now`);
  await press(team, /^Open the call now/);
}

/** Adds a document with one version, a file; stays on the list. */
async function addDocument(team: Page, call: string, title: string, beside: string) {
  await team.goto(`${call}/materials`);
  await follow(team, 'Add a document');
  await expectGood(team);
  await press(team, 'Add it');
  await expect(team.locator('#title-error')).toContainText('Give the document a title');
  await fill(team, { title, summary: 'What is known so far.', question: beside });
  await press(team, 'Add it');
  await expect(team.locator('h1')).toHaveText('Add a version');
  await fill(team, { format: 'Main document', language: 'English' });
  await team.locator('#file').setInputFiles(text('facts.txt', 'Facts about coming home.'));
  await press(team, 'Add this version');
}

test('documents are put beside a call, and read, saved and asked for by respondents', async ({ page, someone }) => {
  test.slow();
  const team = await someone(PEOPLE.analyst);
  const call = await makeAsking(team, `With documents ${hasScript()}`);
  await team.setViewportSize({ width: 320, height: 640 });
  await team.goto(`${call}/materials`);
  await expect(team.locator('.fm-empty')).toContainText('Nothing stands beside this call yet');
  await addDocument(team, call, 'What we know', 'The whole call');
  await addDocument(team, call, 'Coming home in numbers', 'What helped you?');

  await follow(team, 'Add a version: What we know');
  await fill(team, { format: 'BSL video', language: 'English', link: 'http://films.example.org/1' });
  await press(team, 'Add this version');
  await expect(team.locator('#link-error')).toContainText('begins with https://');
  await expect(team.locator('#link')).toHaveValue('http://films.example.org/1');
  await expectGood(team);
  await fill(team, { link: 'https://films.example.org/1' });
  await press(team, 'Add this version');
  await follow(team, 'Add a version: What we know');
  await fill(team, { format: 'Plain text', language: 'Welsh', note: 'crynodeb' });
  await team.locator('#file').setInputFiles(text('ffeithiau.txt', 'Ffeithiau.'));
  await press(team, 'Add this version');
  await press(team, 'Move up Coming home in numbers');
  await expect(team.locator('.fm-panel h2').first()).toHaveText('Coming home in numbers');
  await (hasScript() ? expectGoodAtAnySize(team) : expectGood(team));
  await open(team, call);

  const address = call.replace('/team', '');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address);
  await expect(page.locator('#documents')).toHaveText('Documents');
  await expect(page.locator('.fm-material')).toHaveCount(2);
  await expect(page.locator('.fm-material').last()).toContainText('(on films.example.org, British Sign Language)');
  await expect(page.locator('main')).toContainText('Ask for another format');
  await (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));
  const link = page.locator('main a').filter({ hasText: 'Main document: What we know' });
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(saved.suggestedFilename()).toBe('what-we-know-main-en.txt');
  expect((await readFile(await saved.path())).toString()).toBe('Facts about coming home.');
  await page.goto(`/cy${address}`);
  await expect(page.locator('.fm-material').last().locator('li').first()).toContainText('Testun plaen');
  await expectGood(page);
  await page.goto(`${address}/questions`);
  await expect(page.locator('.fm-question .fm-material')).toContainText('Coming home in numbers');
  await expectGood(page);
  await page.goto(address);
  await begin(page);
  await answer(page);
  await answer(page);
  await expect(page.locator('h1')).toContainText('What helped you?');
  await expect(page.locator('.fm-beside')).toContainText('Coming home in numbers');
  await (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));

  await team.goto(`${call}/materials`);
  await follow(team, 'Remove: Plain text, What we know');
  await expectGood(team);
  await press(team, 'Remove');
  await page.goto(address);
  await expect(page.locator('.fm-material').last().locator('li')).toHaveCount(2);
  await page.locator('summary', { hasText: 'Changes to the documents' }).click();
  await expect(page.locator('details', { hasText: 'Changes to the documents' })).toContainText('a version of “What we know” removed (Plain text, Welsh)');
  // Other tests answer the call that is open.
  await team.goto(call);
  await follow(team, 'Close the call now');
  await press(team, 'Close the call now');
});

test('a call by invitation is not there for anyone else', async ({ page, someone }) => {
  const team = await someone(PEOPLE.analyst);
  const call = await makeAsking(team, `In confidence ${hasScript()}`);
  await team.setViewportSize({ width: 320, height: 640 });
  await team.goto(call);
  await follow(team, 'Who can take part');
  await expectGood(team);
  await fill(team, { reach: 'Only people whom we invite' });
  await press(team, 'Save');
  await team.goto(`${call}/acts/open-now`);
  await expect(team.locator('main')).toContainText('Nobody else hears of it');
  await expectGood(team);
  await press(team, /^Open the call now/);
  await expect(team.locator('main')).toContainText('It has no short link');
  await expectGood(team);
  const address = call.replace('/team', '');
  await team.goto(address);
  await expect(team.locator('.govuk-inset-text')).toContainText('by invitation only');
  await expectGood(team);
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(404);
  await expectGood(page);
  await page.goto('/calls');
  await expect(page.locator('main')).not.toContainText('In confidence');
  await closeNow(team, call);
});

test('the team sees who takes part, in figures', async ({ page, someone }) => {
  const team = await someone(PEOPLE.analyst);
  const call = await makeAsking(team, `In figures ${hasScript()}`);
  await open(team, call);
  const address = call.replace('/team', '');
  await page.goto(address);
  await begin(page);
  for (let step = 0; step < 5; step += 1) await answer(page);
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  await team.setViewportSize({ width: 320, height: 640 });
  await team.goto(call);
  await follow(team, 'Who takes part, in figures');
  await expect(team.locator('svg.fm-bars rect')).toHaveCount(1);
  await expect(team.locator('.fm-facts')).toContainText('1 of 1 (100%)');
  await team.locator('main details').first().locator('summary').click();
  await (hasScript() ? expectGoodAtAnySize(team) : expectGood(team));
  await page.goto(address);
  await expect(page.locator('#figures')).toHaveCount(0);
  await fill(team, { early: 'Also while the call is open' });
  await press(team, 'Save');
  await page.goto(address);
  await expect(page.locator('main')).toContainText('This is not a poll');
  await (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));
  await closeNow(team, call);
});
