// Makes docs/pictures: every page below, as it stands in a fresh demonstration, on a desk and on a telephone.
// `node end2end/pictures.mjs [name …]` makes all of them, or those that are named.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER } from './support/browser.mjs';
import { makeDemonstration, serve } from './support/program.mjs';

const CLOSED = 'hewitt-review';
const OPEN = 'living-well-at-home';
const ANALYST = { email: 'tomasz@folkmoot.example', password: 'everyone may speak' };
// How much of a long page a picture shows, in windows. On a desk, the team works in one.
const WINDOWS = 1.6;
const SIZES = [
  { width: 1280, height: 860 },
  { width: 360, height: 740 },
];

// In this order, in one browser: what answering leaves behind is there for the pages after it. `find` leads on by the
// first link that it matches; `act` does what a person would do first.
const PAGES = [
  { name: 'home', path: '/' },
  { name: 'call', path: `/calls/${OPEN}` },
  { name: 'outcome', path: `/calls/${CLOSED}` },
  { name: 'question', path: `/calls/${OPEN}`, act: (page) => answerUntil(page, isLongQuestion) },
  { name: 'check', path: `/calls/${OPEN}/answer`, act: (page) => answerUntil(page, isCheck) },
  { name: 'receipt', path: `/calls/${OPEN}/answer/check`, act: send },
  { name: 'recommendations', path: '/recommendations' },
  { name: 'trace', path: '/recommendations', find: 'main a[href^="/recommendations/"]' },
  { name: 'assembly', path: '/assemblies', find: 'main a[href^="/assemblies/"]' },
  { name: 'meeting', path: '/assemblies', find: ['main a[href^="/assemblies/"]', 'main a[href*="/meetings/"]'] },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'team', path: '/sign-in', act: signIn },
  { name: 'codebook', path: `/team/calls/${CLOSED}/codebook` },
  { name: 'responses', path: `/team/calls/${CLOSED}/responses` },
  { name: 'coding', path: `/team/calls/${CLOSED}/responses`, find: 'tbody th a', act: mostCoded },
  { name: 'words', path: `/team/calls/${CLOSED}/responses`, find: ['tbody th a', 'main a[href$="/trace"]'] },
  { name: 'search', path: `/team/calls/${CLOSED}/search?words=prevention` },
];

const WRITTEN = `My mother came home from hospital on a Friday evening.

The district nurse had already spoken to the care worker, and the two of them had agreed who would come on which day. \
Nobody asked us the same question twice. When the dressing came off on the Sunday we rang one number, and somebody who \
knew her name answered it.

If they had not spoken to each other, she would have been back on the ward by Monday.`;

const pictures = join(dirname(fileURLToPath(import.meta.url)), '../docs/pictures');
const wanted = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), 'folkmoot-pictures-'));
try {
  await mkdir(pictures, { recursive: true });
  const browser = await chromium.launch(BROWSER);
  for (const size of SIZES) await picturesAt(browser, size);
  await browser.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

// A demonstration of its own for each size, because answering changes it.
async function picturesAt(browser, size) {
  const data = join(folder, `${size.width}`);
  await makeDemonstration(data);
  const server = await serve(data, join(folder, `${size.width}.log`), async () => '[sign-in]\nsecond-factor = "offered"\n');
  const page = await browser.newPage({ baseURL: server.address, viewport: size, locale: 'en-GB', timezoneId: 'Europe/London' });
  page.setDefaultTimeout(15_000);
  try {
    for (const shown of PAGES) await picture(page, shown, size);
  } finally {
    await server.stop();
  }
}

async function picture(page, { name, path, find = [], act }, { width, height }) {
  const missing = (await arrive(page, path, [find].flat())) ?? (await act?.(page));
  if (missing) return console.log(`    ${name}-${width}: left out, because ${missing}`);
  if (wanted.length > 0 && !wanted.includes(name)) return;
  // The focus after a click is not part of the picture.
  await page.evaluate(() => document.activeElement?.blur());
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const desk = width > 600 && (await page.locator('body.fm-team').count()) > 0;
  const windows = desk ? 1 : WINDOWS;
  const clip = { x: 0, y: 0, width, height: Math.min(whole, Math.round(height * windows)) };
  await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true, clip });
  console.log(`    ${name}-${width}.png`);
}

// Goes to an address and on by links. Says what is missing, if something is.
async function arrive(page, path, links) {
  const problem = async (response) => (response?.ok() === false ? `${path} answers ${response.status()}` : undefined);
  const missing = await problem(await page.goto(path));
  if (missing) return missing;
  for (const link of links) {
    const href = await page.locator(link).first().getAttribute('href', { timeout: 1000 }).catch(() => undefined);
    if (!href) return `${path} has no ${link}`;
    const beyond = await problem(await page.goto(href));
    if (beyond) return beyond;
  }
}

async function isLongQuestion(page) {
  return (await page.locator('textarea').count()) > 0;
}

async function isCheck(page) {
  return page.url().endsWith('/check');
}

// Answers page after page, until one is as wanted.
async function answerUntil(page, there) {
  const start = page.getByRole('button', { name: 'Start your response' });
  if (await start.count()) await start.click();
  for (let pages = 0; pages < 40; pages++) {
    await fill(page);
    if (await there(page)) return;
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  return 'answering did not lead there';
}

async function fill(page) {
  // Publishing without a name is the choice that needs none.
  const choices = page.locator('input[type=radio], input[type=checkbox]');
  const unnamed = page.locator('input[value=without-name]');
  if (await unnamed.count()) await unnamed.check();
  else if (await choices.count()) await choices.first().check();
  for (const field of await page.locator('textarea').all()) await field.fill(WRITTEN);
  for (const field of await page.locator('main input[type=text]').all()) await field.fill('Camborne');
  // The count of words follows what is typed within a second.
  if (await isLongQuestion(page)) await page.waitForTimeout(1500);
}

async function send(page) {
  await page.getByRole('button', { name: 'Send your response' }).click();
  await page.getByRole('link', { name: /receipt/ }).click();
}

async function signIn(page) {
  await page.getByLabel('E-mail address').fill(ANALYST.email);
  await page.getByLabel('Password').fill(ANALYST.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const response = await page.goto('/team');
  if (!response.ok()) return `/team answers ${response.status()}`;
}

// Goes on to the response with the most excerpts among the next ones, which shows best what coding is.
async function mostCoded(page) {
  let best = { excerpts: -1, url: page.url() };
  for (let responses = 0; responses < 12; responses++) {
    const excerpts = await page.locator('.fm-excerpt').count();
    if (excerpts > best.excerpts) best = { excerpts, url: page.url() };
    const next = await page.getByRole('link', { name: 'Next' }).first().getAttribute('href', { timeout: 1000 }).catch(() => undefined);
    if (!next) break;
    await page.goto(next);
  }
  await page.goto(best.url);
}
