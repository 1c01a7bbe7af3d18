// Documents that come along with a response: attached on a telephone, with and without script, and opened by the team.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answer, begin, goOn } from './support/answer';
import { arrive } from './support/arrive';
import { makeCall } from './support/call';
import { fill, press } from './support/form';
import { PEOPLE } from './support/people';
import { type Someone, expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

/** A text that is a file. */
const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

/** Makes a call that asks for documents alone and opens it; gives its address. */
async function asking(someone: Someone) {
  const team = await someone(PEOPLE.analyst);
  const title = `Send us what you have ${hasScript()}`;
  const call = (await makeCall(team, title)).replace('/team', '');
  await team.goto(`/team${call}/questions/sections/new`);
  await fill(team, { title: 'What you have written' });
  await press(team, 'Save');
  await team.goto(`/team${call}/questions/new`);
  await fill(team, { title: 'Your submission', kind: 'By attaching documents', 'most-documents': '3' });
  await press(team, 'Save');
  await team.goto(`/team${call}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': title });
  await press(team, 'Save the times');
  await team.goto(`/team${call}/acts/open-now`);
  await press(team, /^Open the call now/);
  return { call, team };
}

/** Goes on to the next step: the last button but one, behind those that attach and take out. */
const onward = (page: Page) => arrive(page, () => page.getByRole('button', { name: 'Save and continue' }).click());

test('documents are attached, taken out, checked, sent, read and opened', async ({ page, someone }) => {
  const { call, team } = await asking(someone);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(call);
  await begin(page);
  await answer(page);
  await answer(page);
  await expect(page.locator('h1')).toHaveText('Your submission');
  await expect(page.locator('main')).toContainText('You can attach up to 3 documents');
  await expectGood(page);

  await press(page, 'Attach');
  await expect(page.locator('#answer-error')).toContainText('Choose a file');
  await page.locator('#answer').setInputFiles(text('trap.pdf', '<html><script>alert(1)</script></html>'));
  await press(page, 'Attach');
  await expect(page.locator('#answer-error')).toContainText('“trap.pdf” has something in it that would run');
  await expectGood(page);

  const long = 'our-evidence-about-coming-home-from-hospital-with-a-very-long-name-indeed.txt';
  await page.locator('#answer').setInputFiles([text(long, 'We waited for fourteen weeks.'), text('second.txt', 'Nobody told us why.')]);
  await press(page, 'Attach');
  await expect(page.locator('.fm-document')).toHaveCount(2);
  await (hasScript() ? expectGoodAtAnySize(page) : expectGood(page));
  await press(page, 'Remove second.txt');
  await expect(page.locator('.fm-document')).toHaveCount(1);
  // What is chosen and not attached yet is taken when going on.
  await page.locator('#answer').setInputFiles(text('third.txt', 'The ward was kind.'));
  await onward(page);
  await answer(page);
  await expect(page.locator('main')).toContainText('third.txt (text, 18 bytes)');
  await expectGood(page);
  await arrive(page, () => goOn(page).click());
  await expect(page.locator('h1')).toHaveText('Your response has been received');
  const reference = await page.locator('.govuk-panel__body strong').innerText();
  await page.goto(`${call}/receipt`);
  await expect(page.locator('main')).toContainText(long);
  await expectGood(page);

  const address = `/team${call}/responses/${reference}`;
  await expect(async () => {
    await team.goto(address);
    await expect(team.locator('main')).toContainText('We waited for fourteen weeks.', { timeout: 500 });
  }).toPass();
  await expect(team.locator('.fm-sent')).toContainText('2 documents came with it');
  await expectGoodAtAnySize(team);
  const [saved] = await Promise.all([team.waitForEvent('download'), team.locator('.fm-document a').first().click()]);
  expect(saved.suggestedFilename()).toBe(`${reference}-1.txt`);
  expect(await readFile(await saved.path(), 'utf8')).toBe('We waited for fourteen weeks.');
  // The open call that other tests answer is that of the demonstration.
  await team.goto(`/team${call}/acts/close-now`);
  await press(team, /^Close the call now/);
});
