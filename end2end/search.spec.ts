import { type Page } from '@playwright/test';
import { arrive } from './support/arrive';
import { fill, press } from './support/form';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

const CALL = '/team/calls/hewitt-review';

/** How soon a change must be found. */
const FRESH = 2000;

const hits = (page: Page) => page.locator('.fm-hit');
const facet = (page: Page, title: string) => page.locator('.fm-facet').filter({ has: page.locator('summary', { hasText: title }) });
const chosen = (page: Page) => page.locator('.fm-chosen-filters li');

/** How many answers the page says were found. */
async function total(page: Page) {
  return Number((await page.getByRole('status').innerText()).match(/^\d+/)?.[0]);
}

async function search(page: Page, words: string) {
  await page.goto(`${CALL}/search`);
  await page.locator('#words').fill(words);
  await arrive(page, () => page.getByRole('button', { name: 'Search' }).click());
}

/** Narrows by the first value of a facet that is not chosen yet, and gives its name. The facet's count is what is found. */
async function narrow(page: Page, title: string, at = 0) {
  const link = facet(page, title).locator('a:not([aria-current])').nth(at);
  const [, name, count] = (await link.innerText()).match(/^(.*?)\s*(\d+)$/s)!;
  await arrive(page, () => link.click());
  await expect(chosen(page).filter({ hasText: name })).toHaveCount(1);
  expect(await total(page), `${title}: ${name}`).toBe(Number(count));
  return name;
}

test.beforeEach(({ page }) => signIn(page, PEOPLE.reader));

test('words are found in all their forms, and shown where they stand', async ({ page }) => {
  await search(page, 'waiting');
  await expectGood(page);
  const found = await total(page);
  expect(found).toBeGreaterThan(20);
  for (const word of await page.locator('.fm-hit__snippet mark').allInnerTexts()) expect(word).toMatch(/^wait/i);
  await search(page, 'waited');
  expect(await total(page)).toBe(found);
});

test('a phrase is found as it stands, and a word can be kept out', async ({ page }) => {
  await search(page, 'care at home');
  const loose = await total(page);
  await search(page, '"care at home"');
  const strict = await total(page);
  expect(strict).toBeGreaterThan(0);
  expect(strict).toBeLessThan(loose);
  for (const snippet of await page.locator('.fm-hit__snippet').allInnerTexts()) expect(snippet).toMatch(/care at home/i);
  await search(page, '"care at home" -hospital');
  expect(await total(page)).toBeLessThan(strict);
  for (const snippet of await page.locator('.fm-hit__snippet').allInnerTexts()) expect(snippet).not.toMatch(/hospital/i);
});

test('a theme is found with those under it', async ({ page }) => {
  await page.goto(`${CALL}/codebook`);
  const rows = page.locator('.fm-tree__item');
  const parent = (await rows.nth(0).locator('a.fm-code').innerText()).trim();
  const child = (await rows.nth(1).locator('a.fm-code').innerText()).trim();
  await expect(rows.nth(1)).toHaveClass(/item--1/);
  await search(page, '');
  const everything = await total(page);
  await arrive(page, () => facet(page, 'Theme').getByRole('link', { name: parent }).click());
  const theme = await total(page);
  expect(theme).toBeLessThan(everything);
  await arrive(page, () => facet(page, 'Theme').getByRole('link', { name: child }).click());
  expect(await total(page)).toBeLessThanOrEqual(theme);
  expect(await total(page)).toBeGreaterThan(0);
  await arrive(page, () => chosen(page).filter({ hasText: child }).getByRole('link').click());
  expect(await total(page)).toBe(everything);
});

test('facets say what they lead to, combine, and are taken away one by one', async ({ page }) => {
  await search(page, 'people');
  const totals = [await total(page)];
  const names: string[] = [];
  for (const title of ['Theme', 'Answered for', 'Sector', 'Integrated care system', 'Question']) {
    names.push(await narrow(page, title));
    totals.push(await total(page));
    expect(totals.at(-1)).toBeLessThanOrEqual(totals.at(-2)!);
  }
  await expectGood(page);
  await expect(chosen(page)).toHaveCount(5);
  await expect(page.locator('#words')).toHaveValue('people');
  for (const name of names.reverse()) {
    totals.pop();
    await arrive(page, () => chosen(page).filter({ hasText: name }).getByRole('link').click());
    expect(await total(page), `without ${name}`).toBe(totals.at(-1));
  }
});

test('what was found opens at the place', async ({ page }) => {
  await search(page, '"care at home"');
  const link = hits(page).first().getByRole('link');
  const words = (await hits(page).first().locator('mark').first().innerText()).trim();
  await arrive(page, () => link.click());
  const heading = page.locator(new URL(page.url()).hash);
  await expect(heading).toBeInViewport();
  await expect(page.locator('section', { has: heading })).toContainText(words);
  if (hasScript()) {
    await expect(page.locator('.fm-excerpt--selection').first()).toBeInViewport();
    expect((await page.locator('.fm-excerpt--selection').allInnerTexts()).join('')).toContain(words);
  }
});

test('the page says how fresh the index is, and nothing found is said too', async ({ page }) => {
  await search(page, 'zyzzyva');
  expect(await total(page)).toBe(0);
  await expect(hits(page)).toHaveCount(0);
  await expect(page.locator('main')).toContainText(/Everything is searched. The index was last written at .* on \d+ \w+ \d{4}/);
  await expectGood(page);
});

test('a change is found within two seconds', async ({ page, someone }) => {
  const analyst = await someone(PEOPLE.analyst);
  const name = 'Found at once';
  await analyst.goto(`${CALL}/codebook/new`);
  await fill(analyst, { name });
  await press(analyst, 'Add a code');
  const address = await analyst.getByRole('link', { name, exact: true }).getAttribute('href');
  const code = address!.match(/codebook\/([^/]+)/)![1];
  await page.goto(`${CALL}/search?code=${code}`);
  expect(await total(page)).toBe(0);
  await analyst.goto(`${CALL}/responses`);
  await arrive(analyst, () => analyst.locator('tbody th a').first().click());
  await arrive(analyst, () => analyst.locator('a[href*="/answers/"]').first().click());
  await fill(analyst, { code: name });
  await press(analyst, 'Apply the code');
  const began = Date.now();
  await expect(async () => {
    await page.reload();
    expect(await total(page)).toBe(1);
  }).toPass({ timeout: FRESH, intervals: [50] });
  console.log(`a code was found ${Date.now() - began} ms after it was applied`);
  await expect(chosen(page)).toContainText(name);
});
