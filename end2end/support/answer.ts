import { expect, type Page } from '@playwright/test';
import { arrive } from './arrive';

/** The button that begins a response, in English and in Welsh. */
export const start = (page: Page) => page.locator('form[action$="/start"] button');

/** The button that goes on to the next step. */
export const goOn = (page: Page) => page.locator('main form button[type=submit]').first();

/** Begins a response, on the page of a call. */
export const begin = (page: Page) => arrive(page, () => start(page).click());

/** Goes on to the next step, or to the same one with what is wrong. */
export const onward = (page: Page) => arrive(page, () => goOn(page).click());

/** The button that keeps what is there for another day. */
export const later = (page: Page) => page.locator('main form button[name=later]');

/** What a step asks for, whatever call it belongs to. */
export type Kind = 'who' | 'about' | 'consent' | 'check' | 'long' | 'short' | 'one' | 'any' | 'number' | 'day' | 'email' | 'scale';

/** What the step that is shown asks for. */
export async function kindOf(page: Page): Promise<Kind> {
  const step = new URL(page.url()).pathname.split('/').pop() ?? '';
  if (['who', 'about', 'consent', 'check'].includes(step)) return step as Kind;
  if (await page.locator('main input[type=radio]').count()) return (await page.locator('#why').count()) ? 'scale' : 'one';
  if (await page.locator('main input[type=checkbox]').count()) return 'any';
  if (await page.locator('main textarea').count()) return 'long';
  if (await page.locator('#answer-day').count()) return 'day';
  if (await page.locator('#answer[type=email]').count()) return 'email';
  if (await page.locator('#answer[inputmode]').count()) return 'number';
  return 'short';
}

/** What is written where anything may be. */
export const WRITTEN = 'Somebody who knew her name came on Monday.';

/** Answers the step that is shown, as an individual who gives a name, and goes on. */
export async function answer(page: Page) {
  switch (await kindOf(page)) {
    case 'who':
      await page.locator('input[value=individual]').check();
      break;
    case 'about':
      await page.locator('#name').fill('Sioned Parry');
      break;
    case 'consent':
      await page.locator('input[value=with-name]').check();
      break;
    case 'long':
      await page.locator('#answer').fill(WRITTEN);
      break;
    case 'short':
      await page.locator('#answer').fill('Llandudno');
      break;
    case 'number':
      await page.locator('#answer').fill('3');
      break;
    case 'day':
      for (const [part, value] of [['day', '9'], ['month', '1'], ['year', '2023']]) await page.locator(`#answer-${part}`).fill(value);
      break;
    case 'email':
      await page.locator('#answer').fill('sioned@folkmoot.example');
      break;
    case 'scale':
      await page.locator('#answer').check();
      await page.locator('#why').fill('Because of the bus.');
      break;
    case 'one':
    case 'any':
      await page.locator('#answer').check();
      break;
    case 'check':
      break;
  }
  await onward(page);
}

/** Begins a response to a call and answers until a step is of this kind. */
export async function answerUntil(page: Page, call: string, kind: Kind) {
  await page.goto(call);
  await begin(page);
  for (let steps = 0; steps < 60; steps++) {
    if ((await kindOf(page)) === kind) return;
    await answer(page);
    await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  }
  throw new Error(`answering ${call} did not lead to a step of the kind ${kind}`);
}

/** The address of the first call that is open, as the list of calls gives it. */
export async function openCall(page: Page, language = '') {
  await page.goto(`${language}/calls`);
  const link = page.locator('#open + ul a').first();
  return (await link.getAttribute('href')) ?? '';
}
