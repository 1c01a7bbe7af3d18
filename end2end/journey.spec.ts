// The whole way, from a call that is made by hand to the page on which someone finds their own words again.

import { type Page } from '@playwright/test';
import { answer, begin, kindOf, onward, start } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { type Values, fill, follow, press, valuesOf } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

/** The call of the demonstration that is made anew. */
const MODEL = '/team/calls/hewitt-review';
const TITLE = 'The Hewitt Review, made by hand';
const CODE = 'Keeping an appointment';
const WORDS = 'The volunteer who drives the Thursday bus knows which of us must be home by four.';

/** What every form of the builder that a page links to holds, in order. */
async function formsOf(page: Page, links: string) {
  const addresses = await page.locator(links).evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const forms: Values[] = [];
  for (const address of addresses) {
    await page.goto(address);
    forms.push(await valuesOf(page));
  }
  return forms;
}

/** The answers after which a question is asked, as the form of a new question names them; none where everyone is asked. */
function conditionsOf(said: string) {
  if (said === 'It is asked of everyone.') return [];
  const [, number, choices] = said.match(/^Asked only if the answer to question (\d+) is “(.+)”\.$/)!;
  return choices.split('”, “').map((choice) => `The answer to question ${number} is “${choice}”`);
}

/** The day so many days from today, as forms take it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('from a call that is made by hand to the words that a recommendation rests on', async ({ page, someone }) => {
  test.setTimeout(300_000);
  const analyst = await someone(PEOPLE.analyst);
  let call = '';

  await test.step('a lead analyst makes a call like that of the demonstration', async () => {
    await analyst.goto(`${MODEL}/edit`);
    const texts = await valuesOf(analyst);
    await analyst.goto('/team');
    await follow(analyst, 'Create a call');
    expect((await press(analyst, 'Create the call')).status()).toBe(422);
    await expectGood(analyst);
    const { kind, title: _, 'title-cy': title, ...rest } = texts;
    await fill(analyst, { kind, title: TITLE });
    await press(analyst, 'Create the call');
    call = analyst.url().match(/\/team\/calls\/[^/]+/)![0];
    await analyst.goto(`${call}/edit`);
    await fill(analyst, { ...rest, 'title-cy': `${title}, â llaw` });
    await press(analyst, 'Save');
  });

  await test.step('with its sections, its questions, their limits and their order', async () => {
    await analyst.goto(`${MODEL}/questions`);
    const sections = await formsOf(analyst, 'section > .fm-toolbar > a:first-child');
    await analyst.goto(`${MODEL}/questions`);
    const questions = await formsOf(analyst, '.fm-question .fm-toolbar > a:first-child');
    expect(sections).toHaveLength(5);
    expect(questions.length).toBeGreaterThan(12);
    // People have answered it, so its forms say what they can no longer change.
    for (const question of questions) expect(Object.keys(question)).toEqual(expect.arrayContaining(['title', 'kind', 'section', 'asked-if']));
    expect(questions.filter((question) => question.choices).length).toBeGreaterThan(2);
    expect(questions.filter((question) => conditionsOf(question['asked-if'] as string).length).length).toBeGreaterThan(0);
    // Every section of this call is asked of everyone, which a new section is too.
    for (const { 'asked-if': asked, correction: _, ...section } of sections) {
      expect(conditionsOf(asked as string)).toEqual([]);
      await analyst.goto(`${call}/questions/sections/new`);
      await fill(analyst, section);
      await press(analyst, 'Save');
    }
    for (const { section, 'asked-if': asked, correction: _, ...question } of questions) {
      const conditions = conditionsOf(asked as string);
      if (conditions.length) question['asked-if'] = conditions;
      await follow(analyst, `Add a question: ${section}`);
      // A new question asks for an answer until someone says otherwise.
      if (!question.required) await analyst.locator('#required').uncheck();
      await fill(analyst, question);
      await press(analyst, 'Save');
    }
    await expectGood(analyst);
    const asked = (address: string) => readQuestions(analyst, address);
    expect(await asked(`${call.replace('/team', '')}/questions`)).toEqual(await asked(`${MODEL.replace('/team', '')}/questions`));
  });

  await test.step('gives it times, shows it to a friend, announces and opens it', async () => {
    await analyst.goto(`${call}/schedule`);
    await fill(analyst, { 'opens-date': inDays(7), 'opens-time': '09:00', 'closes-date': inDays(100), 'closes-time': '23:59', 'grace-minutes': '60', 'run-reason': 'It is a test.' });
    await press(analyst, 'Save the times');
    await analyst.goto(call);
    await expectGood(analyst);
    const friend = await someone();
    expect((await friend.goto(call.replace('/team', '')))?.status()).toBe(404);
    await friend.goto(await analyst.locator('.fm-private-link').innerText());
    await expect(friend.locator('h1')).toHaveText(TITLE);
    await arrive(friend, () => friend.getByRole('link', { name: 'Try the form' }).click());
    await answer(friend);
    await expect(friend.locator('main')).toContainText('This is a preview');
    for (const act of ['Announce the call', 'Open the call now']) {
      await follow(analyst, act);
      await press(analyst, act);
    }
    await expect(analyst.locator('.govuk-tag')).toHaveText('Open');
  });

  const receipt = await test.step('a respondent answers, in English and in Welsh', async () => {
    await page.goto('/calls');
    await arrive(page, () => page.getByRole('link', { name: TITLE }).click());
    await arrive(page, () => page.getByRole('link', { name: 'Read or print the questions' }).click());
    await page.goBack();
    await begin(page);
    while ((await kindOf(page)) !== 'long') await answer(page);
    await page.locator('#answer').fill(WORDS);
    await onward(page);
    await page.goBack();
    await inLanguage(page, 'Cymraeg');
    await expect(page.locator('#answer')).toHaveValue(WORDS);
    await onward(page);
    // Yes, a policy helped: so one more question is asked.
    await page.locator('#answer').check();
    await onward(page);
    await expect(page.locator('h1')).toContainText('Which policy, fund or programme was it');
    while ((await kindOf(page)) !== 'check') await answer(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await expect(page.locator('main')).toContainText(WORDS);
    await inLanguage(page, 'English');
    await expectGood(page);
    await onward(page);
    await arrive(page, () => page.getByRole('link', { name: /receipt/ }).click());
    await expect(page.locator('main')).toContainText(WORDS);
    return { reference: await page.locator('.fm-facts dd').first().innerText(), code: await page.locator('.fm-hash').innerText() };
  });

  await test.step('a coder codes the words', async () => {
    await analyst.goto(`${call}/codebook`);
    await follow(analyst, 'Add a code');
    await fill(analyst, { name: CODE, definition: 'What makes it possible to be where one should be.' });
    await press(analyst, 'Add a code');
    const coder = await someone(PEOPLE.coder);
    await coder.goto(`${call}/responses`);
    await follow(coder, 'Read the next one');
    await expect(coder.locator('h1')).toContainText(receipt.reference);
    await (hasScript() ? codeByKey(coder) : codeBySentence(coder));
    await coder.goto(`${call}/responses/${receipt.reference}`);
    await expect(coder.locator('mark.fm-excerpt')).toHaveText(WORDS);
    await expect(coder.locator('.fm-codings').first()).toContainText(CODE);
    await press(coder, 'Mark as read and go on');
    await expect(coder.locator('main')).toContainText('You have read 1 of 1');
  });

  await test.step('the search finds them by word and by theme', async () => {
    const reader = await someone(PEOPLE.reader);
    await reader.goto(`${call}/search`);
    await reader.locator('#words').fill('"Thursday bus"');
    await arrive(reader, () => reader.getByRole('button', { name: 'Search' }).click());
    await expect(async () => {
      await reader.reload();
      await expect(reader.locator('.fm-facet').first()).toContainText(CODE, { timeout: 100 });
    }).toPass({ timeout: 2000 });
    await arrive(reader, () => reader.getByRole('link', { name: CODE }).click());
    await expect(reader.locator('.fm-hit')).toHaveCount(1);
    await expect(reader.locator('.fm-hit mark').first()).toHaveText(/Thursday/);
    await arrive(reader, () => reader.locator('.fm-hit').getByRole('link').click());
    await expect(reader.getByText(WORDS).first()).toBeInViewport();
  });

  await test.step('a finding rests on them, and a recommendation on the finding', async () => {
    await analyst.goto(`${call}/findings/new`);
    await fill(analyst, { title: 'Buses decide who can be seen', text: 'One said so.' });
    await press(analyst, 'Save');
    await arrive(analyst, () => analyst.getByRole('link', { name: 'Codebook' }).last().click());
    await follow(analyst, CODE);
    await fill(analyst, { excerpt: `Choose these words of ${receipt.reference}`, finding: 'Buses decide' });
    await press(analyst, 'Pick');
    await press(analyst, /^Publish/);
    await analyst.goto(`${call}/add-recommendation`);
    await fill(analyst, { title: 'Let clinics know the timetable', source: 'Made by hand', finding: '1: Buses decide who can be seen' });
    await press(analyst, 'Save');
    await press(analyst, /^Publish/);
  });

  await test.step('whoever wrote them finds out, and anyone follows the recommendation back', async () => {
    await arrive(page, () => page.getByRole('button', { name: /^Show me/ }).click());
    await expect(page.locator('main')).toContainText('Words 1 of 1');
    await expect(page.locator('.fm-quote blockquote')).toHaveText(WORDS);
    await expectGood(page);
    await arrive(page, () => page.getByRole('link', { name: 'Buses decide who can be seen' }).click());
    await expect(page.locator('.fm-quote blockquote')).toHaveText(WORDS);
    await arrive(page, () => page.getByRole('link', { name: 'Let clinics know the timetable' }).click());
    await expect(page.locator('.fm-quote blockquote')).toHaveText(WORDS);
    await expect(page.locator('.fm-quote figcaption')).toContainText('Sioned Parry');
    await expectGood(page);
    await arrive(page, () => page.locator('.fm-facts').getByRole('link', { name: TITLE }).click());
    await expect(page).toHaveURL(new RegExp(`${call.replace('/team', '')}$`));
  });

  await test.step('and the call is closed', async () => {
    await analyst.goto(call);
    await follow(analyst, 'Close the call now');
    await press(analyst, 'Close the call now');
    await page.reload();
    await expect(start(page)).toHaveCount(0);
  });
});

/** What the page of all the questions asks: neither of which call, nor when and how it is answered. */
async function readQuestions(page: Page, address: string) {
  await page.goto(address);
  const sections = await page.locator('main .fm-paper').filter({ has: page.locator('.fm-question') }).allInnerTexts();
  expect(sections.length).toBeGreaterThan(3);
  return sections.join('\n').split('\n');
}

/** Codes the first sentence on the workbench, by keys alone. */
async function codeByKey(page: Page) {
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('.fm-excerpt--selection').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.locator('.fm-excerpt--selection').first()).toHaveText(WORDS);
  await page.keyboard.press('c');
  await page.keyboard.type('keep');
  await page.keyboard.press('Enter');
  await expect(page.locator('.fm-message')).toHaveText(`Applied: ${CODE}`);
}

/** Codes the first sentence on its page of plain forms. */
async function codeBySentence(page: Page) {
  await arrive(page, () => page.locator('a[href*="/answers/"]').first().click());
  await fill(page, { sentence: WORDS });
  expect((await press(page, 'Apply the code')).status()).toBe(422);
  await expect(page.locator('#sentence')).toBeChecked();
  await fill(page, { code: CODE });
  await press(page, 'Apply the code');
}
