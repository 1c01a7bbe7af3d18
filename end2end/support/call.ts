import type { Page } from '@playwright/test';
import { type Values, fill, follow, press } from './form';

/** Makes a call with every text that it needs, and gives its address among the team's pages. */
export async function makeCall(page: Page, title: string) {
  await page.goto('/team/calls/new');
  await fill(page, { kind: 'Call for evidence', title, summary: title });
  await press(page, 'Create the call');
  const call = page.url().match(/\/team\/calls\/[^/]+/)![0];
  await page.goto(`${call}/edit`);
  const parts = ['controller', 'purposes', 'lawful-basis', 'processors', 'sharing', 'retention', 'rights'];
  const notice = Object.fromEntries(parts.map((part) => [`privacy-${part}`, title]));
  await fill(page, { commissioner: title, remit: title, contact: title, 'publication-policy': title, ...notice });
  await press(page, 'Save');
  return call;
}

/** Adds a section to a call, and comes to the page of its questions. */
export async function addSection(page: Page, call: string, section: Values) {
  await page.goto(`${call}/questions/sections/new`);
  await fill(page, section);
  await press(page, 'Save');
}

/** Adds a question that must be answered to a section, from the page of the questions, and comes back to it. */
export async function addQuestion(page: Page, section: string, question: Values) {
  // The form that this leads to offers what is asked before as what can decide.
  await follow(page, `Add a question: ${section}`);
  await fill(page, { required: 'An answer is needed', ...question });
  await press(page, 'Save');
}

/** Gives a call its times, which lie far ahead. */
export async function giveTimes(page: Page, call: string) {
  await page.goto(`${call}/schedule`);
  await fill(page, { 'opens-date': '2190-01-05', 'opens-time': '09:00', 'closes-date': '2190-06-05', 'closes-time': '17:00', 'grace-minutes': '30', 'run-reason': 'It is a test.' });
  await press(page, 'Save the times');
}

/** Opens a call at once. */
export async function openNow(page: Page, call: string) {
  await page.goto(`${call}/acts/open-now`);
  await press(page, /^Open the call now/);
}

/** Closes a call at once: the open call that other tests answer is that of the demonstration. */
export async function closeNow(page: Page, call: string) {
  await page.goto(`${call}/acts/close-now`);
  await press(page, /^Close the call now/);
}
