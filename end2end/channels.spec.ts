// Other channels: a letter that one of the team enters, and files of another program that are brought in, with script and without.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { kindOf, openCall } from './support/answer';
import { makeCall } from './support/call';
import { zip } from './support/files';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

/** Enters a step off paper and goes on: who it is, that nothing is published, and nothing else but one text. */
async function enter(page: Page, words: string) {
  const kind = await kindOf(page);
  if (kind === 'who') await page.locator('input[value=individual]').check();
  if (kind === 'consent') await page.locator('input[value=not-at-all]').check();
  if (kind === 'long') await page.locator('#answer').fill(words);
  await press(page, 'Save and continue');
}

test('a letter is entered, stored with a receipt, and read by the team', async ({ page, someone }) => {
  const call = await openCall(page);
  const keyer = await someone(PEOPLE.moderator);
  await keyer.goto(`/team${call}`);
  await follow(keyer, 'Responses that came another way');
  await expectGood(keyer);
  await follow(keyer, 'Enter a response');
  await press(keyer, 'Begin');
  await expect(keyer.locator('.govuk-error-summary li')).toHaveCount(2);
  await expectGood(keyer);
  await keyer.goto(`/team${call}/entering/new`);
  await fill(keyer, { channel: 'On paper', received: '2024-01-05', language: 'English' });
  await press(keyer, 'Begin');
  await expect(keyer.locator('main')).toContainText('on paper, 5 January 2024');
  await expectGoodAtAnySize(keyer);
  const entry = keyer.url().replace('/answer/who', '');

  const words = `The letter said this ${hasScript()}.`;
  for (let steps = 0; steps < 60 && (await kindOf(keyer)) !== 'check'; steps++) await enter(keyer, words);
  await expectGood(keyer);
  await keyer.goto(entry);
  await expectGoodAtAnySize(keyer);
  const paper = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('The letter itself.') };
  await keyer.locator('#scan').setInputFiles(paper);
  await press(keyer, 'Attach');
  await expect(keyer.locator('.fm-document')).toHaveCount(1);
  await follow(keyer, 'Drop it');
  await expectGood(keyer);
  await keyer.goto(entry);

  await follow(keyer, 'Check and store it');
  await fill(keyer, { note: 'Several questions were left blank on paper.' });
  await press(keyer, 'Store the response');
  await expect(keyer.locator('main')).toContainText('The response is stored');
  await expectGoodAtAnySize(keyer);
  const reference = await keyer.locator('.govuk-panel__body strong').innerText();
  await follow(keyer, 'Receipt to print');
  await expect(keyer.locator('main')).toContainText('Your response came on paper.');
  await expectGood(keyer);

  const team = await someone(PEOPLE.analyst);
  await team.goto(`/team${call}/responses/${reference}`);
  await expect(team.locator('.fm-facts')).toContainText('On paper');
  await expect(team.locator('.fm-facts')).toContainText('Several questions were left blank on paper.');
  await expectGood(team);
});

/** A CSV file of these rows. */
const csv = (rows: string[][]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');

/** A workbook of one sheet with these rows. */
function workbook(rows: string[][]) {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${of}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${of}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${of}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

/** Makes a call that asks one question and opens it; gives its address. */
async function asking(team: Page) {
  const title = `Gathered elsewhere ${hasScript()}`;
  const call = await makeCall(team, title);
  await team.goto(`${call}/questions/sections/new`);
  await fill(team, { title: 'Your words' });
  await press(team, 'Save');
  await team.goto(`${call}/questions/new`);
  await fill(team, { title: 'What helped you to come home?', kind: 'In many lines' });
  await press(team, 'Save');
  await team.goto(`${call}/schedule`);
  await fill(team, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': title });
  await press(team, 'Save the times');
  await team.goto(`${call}/acts/open-now`);
  await press(team, /^Open the call now/);
  return call;
}

test('a text with commas and a workbook are brought in, each without its bad row', async ({ someone }) => {
  const team = await someone(PEOPLE.analyst);
  const call = await asking(team);
  for (const ending of ['csv', 'xlsx']) {
    const key = `${ending}-${hasScript()}`;
    const rows = [
      ['Reference', 'Type of respondent', 'What helped you to come home?'],
      [`${key}-1`, 'individual', 'The bus was late.'],
      ['', 'individual', 'This row has no reference.'],
      [`${key}-2`, 'Charity', 'We drove people home.'],
    ];
    await team.goto(call);
    await follow(team, 'Responses from a file');
    await expectGoodAtAnySize(team);
    await press(team, 'Upload');
    await expect(team.locator('#file-error')).toContainText('Choose a file');
    const buffer = ending === 'csv' ? Buffer.from(csv(rows)) : workbook(rows);
    await team.locator('#file').setInputFiles({ name: `${key}.${ending}`, mimeType: 'application/octet-stream', buffer });
    await press(team, 'Upload');
    await expect(team.locator('h1')).toHaveText('What is in each column?');
    await expect(team.locator('#column-0')).toHaveValue('id');
    await expect(team.locator('#column-1')).toHaveValue('kind');
    await expectGoodAtAnySize(team);
    await expect(team.locator('#column-2')).toHaveValue('answer-1');
    await press(team, 'Go on');
    await expect(team.locator('h1')).toHaveText('What do these mean?');
    await expectGoodAtAnySize(team);
    await press(team, 'Check every row');
    await expect(async () => {
      await team.reload();
      await expect(team.locator('main')).toContainText('Every row was checked', { timeout: 500 });
    }).toPass();
    await expect(team.locator('tbody')).toContainText('the row has no id');
    await expectGoodAtAnySize(team);
    const link = team.getByRole('link', { name: /^Report of every row/ });
    const [saved] = await Promise.all([team.waitForEvent('download'), link.click()]);
    expect(await readFile(await saved.path(), 'utf8')).toContain('the row has no id');
    await press(team, 'Bring in 2 responses');
    await expect(team.locator('#knowing-error')).toHaveCount(1);
    await team.locator('#knowing').check();
    await press(team, 'Bring in 2 responses');
    await expect(async () => {
      await team.reload();
      await expect(team.locator('main')).toContainText('2 responses were brought in', { timeout: 500 });
    }).toPass();
    await expectGood(team);
  }
  // The open call that other tests answer is that of the demonstration.
  await team.goto(`${call}/acts/close-now`);
  await press(team, /^Close the call now/);
});
