// Three thousand words and two documents, written over three days: on a phone without script, on another device in between,
// and on a server that is started anew each night. Not a word is lost.

import type { Browser, Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, begin, later, onward } from './support/answer';
import { arrive } from './support/arrive';
import { addQuestion, addSection, giveTimes, makeCall, openNow } from './support/call';
import { docx, pdf } from './support/files';
import { fill, follow, press } from './support/form';
import { PEOPLE, signIn } from './support/people';
import { UNLIMITED, makeDemonstration, serve } from './support/program.mjs';
import { expect, expectGood, listen, test } from './support/test';

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const SECTION = 'Your submission';
const LONG = 'What should we know?';
const PAPERS = 'What have you written before?';
const LINES = ['In March she waited for fourteen weeks.', 'The ward lost the letter twice.'];
const DOCUMENTS = [docx('our-diary.docx', LINES[0]), pdf('the-letter.pdf', LINES[1])];

/** Words with letters, signs and accents that are easily lost on the way. */
const WORDS = ['ward', 'carer’s', 'tŷ', 'Llŷn', 'naïve', '“home”', '<b>', 'R&D', '£5', '50%', 'bus+tram', "she'd", 'a\\b', '{x}', '🚌', 'half-past'];

/** So many words from this one on, each with its number, in sentences and paragraphs: one that is lost or comes twice is seen. */
function written(from: number, count: number) {
  let text = '';
  for (let at = from; at < from + count; at++) {
    text += `${WORDS[at % WORDS.length]}${at}`;
    text += (at + 1) % 50 === 0 ? '.\n\n' : (at + 1) % 10 === 0 ? '. ' : ' ';
  }
  return text.trimEnd();
}

const DAYS = [written(0, 1000), written(1000, 1200), written(2200, 800)];
const upTo = (day: number) => DAYS.slice(0, day).join('\n\n');
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

// Nobody can start the server anew that the other tests share.
let folder: string;
let server: { address: string; stop: () => Promise<void> };
const start = () => serve(join(folder, 'data'), join(folder, 'log'), async () => UNLIMITED);

/** The night between two days: the server is stopped, and started at another address. */
async function night() {
  await server.stop();
  server = await start();
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-long-'));
  await makeDemonstration(join(folder, 'data'));
  server = await start();
});

test.afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A browser that has never been here, does something, and is closed. */
async function device<T>(browser: Browser, complaints: string[], kind: object, use: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ baseURL: server.address, ...kind });
  const page = await context.newPage();
  listen(page, complaints);
  const done = await use(page);
  await context.close();
  return done;
}

/** Makes a call for something long and for documents, and opens it; gives its address. */
async function asking(team: Page) {
  await signIn(team, PEOPLE.analyst);
  const call = await makeCall(team, 'Tell us at length');
  await addSection(team, call, { title: SECTION });
  await addQuestion(team, SECTION, { title: LONG, kind: 'In many lines', 'word-limit': '3000' });
  await addQuestion(team, SECTION, { title: PAPERS, kind: 'By attaching documents', 'most-documents': '2' });
  await giveTimes(team, call);
  await openNow(team, call);
  return call;
}

/** Stops for the day, and gives the private link. */
async function untilTomorrow(page: Page) {
  await arrive(page, () => later(page).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answers are saved');
  await expectGood(page);
  return new URL((await page.locator('.fm-private-link').innerText()).trim()).pathname;
}

/** Comes back by the private link to a question, by the page of all of them. */
async function comeBack(page: Page, call: string, link: string, question: string) {
  await page.goto(link);
  await page.goto(`${call}/contents`);
  await expectGood(page);
  await follow(page, question);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
}

/** Comes back to what was written on the days before, of which nothing is lost, and writes on. */
async function writeOn(page: Page, call: string, link: string, day: number) {
  await comeBack(page, call, link, LONG);
  await expect(page.locator('#answer')).toHaveValue(upTo(day - 1));
  await page.locator('#answer').fill(upTo(day));
  await expectGood(page);
}

test('three thousand words and two documents are sent on the third day', async ({ browser, complaints }) => {
  test.slow();
  // Three thousand words are what the call takes at most.
  expect(wordsOf(upTo(3))).toHaveLength(3000);
  const base = await device(browser, complaints, {}, asking);
  const call = base.replace('/team', '');

  const link = await test.step('a thousand words on a phone', () =>
    device(browser, complaints, PHONE, async (page) => {
      await page.goto(call);
      await begin(page);
      await answer(page);
      await answer(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(LONG);
      await page.locator('#answer').fill(upTo(1));
      await expectGood(page);
      return await untilTomorrow(page);
    }),
  );
  await night();

  await test.step('more of them and two documents on another device', () =>
    device(browser, complaints, {}, async (page) => {
      await writeOn(page, call, link, 2);
      await press(page, 'Save and continue');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAPERS);
      for (const [at, document] of DOCUMENTS.entries()) {
        await page.locator('#answer').setInputFiles(document);
        await press(page, 'Attach');
        await expect(page.locator('.fm-document')).toHaveCount(at + 1);
      }
      await expectGood(page);
      expect(await untilTomorrow(page)).toBe(link);
    }),
  );
  await night();

  const receipt = await test.step('the rest on the phone, and all of it is sent', () =>
    device(browser, complaints, PHONE, async (page) => {
      await writeOn(page, call, link, 3);
      await press(page, 'Save and continue');
      for (const { name } of DOCUMENTS) await expect(page.locator('.fm-document').filter({ hasText: name })).toHaveCount(1);
      await press(page, 'Save and continue');
      await answer(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
      await expectGood(page);
      await onward(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your response has been received');
      await follow(page, 'See your receipt');
      await expectGood(page);
      expect((await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')).toContain(wordsOf(upTo(3)).join(' '));
      for (const { name } of DOCUMENTS) await expect(page.locator('main')).toContainText(name);
      const [reference, code] = [page.locator('.fm-facts dd').first(), page.locator('.fm-hash')];
      return { reference: await reference.innerText(), code: await code.innerText() };
    }),
  );
  await night();

  await test.step('what is held is what was sent', () =>
    device(browser, complaints, PHONE, async (page) => {
      await page.goto('/my-words');
      await fill(page, receipt);
      await press(page, 'Show me');
      await expect(page.locator('.fm-facts')).toContainText('What we hold still gives it');
      await expectGood(page);
    }),
  );

  await test.step('and what the team reads is what was written', () =>
    device(browser, complaints, {}, async (team) => {
      await signIn(team, PEOPLE.analyst);
      await expect(async () => {
        await team.goto(`${base}/responses/${receipt.reference}`);
        for (const line of LINES) await expect(team.getByRole('main')).toContainText(line, { timeout: 500 });
      }).toPass();
      await expectGood(team);
      const paragraphs = await team.getByRole('region', { name: LONG }).locator('.fm-reading').allInnerTexts();
      expect(paragraphs.flatMap(wordsOf)).toHaveLength(3000);
      expect(paragraphs.join('\n\n')).toBe(upTo(3));
      for (const [at, document] of DOCUMENTS.entries()) {
        const [saved] = await Promise.all([team.waitForEvent('download'), team.locator('.fm-document a').nth(at).click()]);
        expect(await readFile(await saved.path())).toEqual(document.buffer);
      }
    }),
  );
});
