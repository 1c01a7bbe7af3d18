import { type Page } from '@playwright/test';
import { answerUntil, onward, openCall } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, test } from './support/test';

const CALL = '/team/calls/hewitt-review';

/** How many codings are picked: enough for some words that may be published and some that may not. */
const PICKED = 12;

/** What the team sees of the words that a finding rests on, and whether others may. */
async function wordsOf(page: Page) {
  return await page.locator('main .fm-quote').evaluateAll((quotes) =>
    quotes.map((quote) => {
      const [words, facts] = ['blockquote', 'figcaption'].map((part) => quote.querySelector(part)!.textContent!.trim());
      return { words, reference: quote.querySelector('a')!.textContent!, public: !/published\? No$/.test(facts) };
    }),
  );
}

test('a finding rests on picked words, a recommendation on it, and both are followed up and down', async ({ page, someone }) => {
  test.slow();
  const analyst = await someone(PEOPLE.analyst);
  const finding = 'Waiting is worse when nobody says how long';

  // A finding, with what is wrong said first.
  await analyst.goto(`${CALL}/findings`);
  await follow(analyst, 'Add a finding');
  expect((await press(analyst, 'Save')).status()).toBe(422);
  await expect(analyst.locator('.govuk-error-summary li')).toHaveCount(2);
  await expectGood(analyst);
  await fill(analyst, { title: finding, text: 'Many said so, and nobody said otherwise.' });
  await press(analyst, 'Save');
  const findingPage = analyst.url();
  expect((await press(analyst, /^Publish/)).status()).toBe(409);
  await expect(analyst.locator('main')).toContainText('must rest on at least one excerpt');

  // The words it rests on.
  await analyst.goto(`${CALL}/codebook`);
  await arrive(analyst, () => analyst.getByRole('link', { name: 'Waiting', exact: true }).click());
  expect((await press(analyst, 'Pick')).status()).toBe(422);
  await expect(analyst.locator('#finding-error')).toContainText('Choose a finding');
  await expect(analyst.locator('#excerpt-error')).toContainText('Choose at least one excerpt');
  await expectGood(analyst);
  const boxes = analyst.locator('input[name=excerpt]');
  for (let at = 0; at < PICKED; at++) await boxes.nth(at).check();
  await fill(analyst, { finding });
  await press(analyst, 'Pick');
  await expect(analyst).toHaveURL(findingPage);
  // Words that carry several codes are picked once.
  const picked = await wordsOf(analyst);
  expect(picked.length).toBeGreaterThan(PICKED / 2);
  await press(analyst, /^Take out/);
  const words = await wordsOf(analyst);
  expect(words).toEqual(picked.slice(1));
  const open = words.filter((one) => one.public);
  const closed = words.length - open.length;
  expect(open.length).toBeGreaterThan(0);
  expect(closed).toBeGreaterThan(0);
  await expectGood(analyst);

  // Nobody but the team sees it before it is published.
  const publicPage = findingPage.replace('/team', '');
  expect((await page.goto(publicPage))?.status()).toBe(404);
  await follow(analyst, 'Follow it both ways');
  await expect(analyst).toHaveURL(publicPage);
  await expect(analyst.locator('main')).toContainText('Not published');
  await analyst.goto(findingPage);
  await press(analyst, /^Publish/);
  await expect(analyst.locator('.govuk-tag')).toHaveText('Published');

  // A recommendation that rests on it.
  await analyst.goto(`${CALL}/recommendations`);
  await follow(analyst, 'Add a recommendation');
  expect((await press(analyst, 'Save')).status()).toBe(422);
  await expect(analyst.locator('#title-error')).toBeVisible();
  const recommendation = 'Tell everyone who waits how long it will be';
  await fill(analyst, { title: recommendation, theme: 'Getting care', source: 'Chapter 2, paragraph 14' });
  await analyst.getByRole('checkbox', { name: finding }).check();
  await press(analyst, 'Save');
  await expectGood(analyst);
  await press(analyst, /^Publish/);
  await follow(analyst, 'Add a reply of the government');
  await press(analyst, 'Save');
  await expect(analyst.locator('.govuk-error-summary li')).toHaveCount(4);
  await expectGood(analyst);
  const reply = 'We agree, and will say how by the spring.';
  await fill(analyst, { status: 'Accepted in principle', words: reply, source: 'CP 860, page 9', on: '2023-06-14' });
  await press(analyst, 'Save');
  await expect(analyst.locator('.fm-reply')).toContainText(reply);
  await follow(analyst, 'Add a note of progress');
  await fill(analyst, { status: 'Some progress', words: 'A pilot began.', source: 'A letter of the department', on: '2024-02-01' });
  await press(analyst, 'Save');

  // Anyone follows it down: the words that may be shown, and a count of the rest.
  await page.goto('/recommendations');
  await follow(page, recommendation);
  await expectGood(page);
  const trace = page.url();
  await expect(page.locator('.fm-facts')).toContainText('Accepted in principle');
  await expect(page.locator('main')).toContainText(`You can read ${open.length} of them here`);
  await expect(page.locator('.fm-quote blockquote')).toHaveCount(open.length);
  await expect(page.locator('.fm-quote--withheld')).toHaveText(new RegExp(`^${closed} more excerpt`));
  const shown = await page.locator('main').innerText();
  for (const one of words) {
    if (one.public) expect(shown).toContain(one.words.split('\n')[0]);
    expect(shown).not.toContain(one.reference);
  }
  const secrets = words.filter((one) => !one.public && !open.some((other) => other.words.includes(one.words)));
  for (const one of secrets) expect(shown).not.toContain(one.words);
  await expect(page.locator('.fm-reply').first()).toContainText(reply);
  await expect(page.locator('.fm-reply').last()).toContainText('A pilot began.');

  // So does the finding's own page, in both languages: down to its words, and up to what rests on it.
  await arrive(page, () => page.getByRole('link', { name: finding }).click());
  await expect(page).toHaveURL(publicPage);
  for (const [language, accepted] of [['en', 'Accepted in principle'], ['cy', 'Derbyniwyd mewn egwyddor']]) {
    if (language === 'cy') await inLanguage(page, 'Cymraeg');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('h1')).toHaveText(finding);
    await expectGood(page);
    await expect(page.locator('.fm-quote blockquote')).toHaveCount(open.length);
    await expect(page.locator('.fm-quote--withheld')).toHaveText(new RegExp(`^${closed} `));
    const read = await page.locator('main').innerText();
    for (const one of words) expect(read).not.toContain(one.reference);
    for (const one of secrets) expect(read).not.toContain(one.words);
    await expect(page.locator('.fm-trace').filter({ hasText: recommendation })).toContainText(accepted);
  }
  await arrive(page, () => page.getByRole('link', { name: 'Canfyddiadau' }).click());
  await expectGood(page);
  await arrive(page, () => page.locator('main').getByRole('link', { name: finding }).click());
  await arrive(page, () => page.locator('main').getByRole('link', { name: recommendation }).click());
  await expect(page).toHaveURL(trace.replace('/recommendations', '/cy/recommendations'));

  // The team sees them all, and follows a response up again.
  await analyst.goto(trace);
  await expect(analyst.locator('.fm-quote blockquote')).toHaveCount(words.length);
  await arrive(analyst, () => analyst.locator('.fm-quote').filter({ hasText: open[0].reference }).first().getByRole('link').click());
  await follow(analyst, 'Where did these words go?');
  await expectGood(analyst);
  await expect(analyst.locator('.fm-trace').filter({ hasText: finding }).first()).toContainText('Accepted in principle');
  await arrive(analyst, () => analyst.locator('main').getByRole('link', { name: recommendation }).first().click());
  await expect(analyst).toHaveURL(trace);
});

test('the register narrows by theme and by reply', async ({ page }) => {
  await page.goto('/recommendations');
  const all = page.locator('.fm-recommendation');
  const count = await all.count();
  await page.locator('#reply').selectOption({ index: 2 });
  await arrive(page, () => page.getByRole('button', { name: 'Show' }).click());
  expect(await all.count()).toBeLessThan(count);
  await expect(page.locator('main')).toContainText(`${await all.count()} of ${count} recommendations`);
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: 'Show all recommendations' }).click());
  await expect(all).toHaveCount(count);
});

test('a finding is not published before its words, nor shown before it is published', async ({ page, someone }) => {
  const analyst = await someone(PEOPLE.analyst);
  await analyst.goto(`${CALL}/add-recommendation`);
  const title = 'A recommendation that nobody has published';
  await fill(analyst, { title, source: 'A draft' });
  await press(analyst, 'Save');
  const address = await analyst.getByRole('link', { name: 'Follow it both ways' }).getAttribute('href');
  await page.goto('/recommendations');
  await expect(page.locator('main')).not.toContainText(title);
  expect((await page.goto(address!))?.status()).toBe(404);
  await analyst.goto(address!);
  await expect(analyst.locator('main')).toContainText('Not published');
});

test('a receipt asks where its words went', async ({ page }) => {
  test.slow();
  await page.goto('/my-words');
  expect((await press(page, 'Show me')).status()).toBe(422);
  await expect(page.locator('#reference-error')).toBeVisible();
  await expect(page.locator('#code-error')).toBeVisible();
  await expectGood(page);
  await fill(page, { reference: '7KXD-93QM', code: '0123456789ab' });
  await press(page, 'Show me');
  await expect(page.locator('#code-error')).toContainText('do not belong together');
  await expect(page.locator('#reference')).toHaveValue('7KXD-93QM');
  await answerUntil(page, await openCall(page), 'check');
  await onward(page);
  await arrive(page, () => page.getByRole('link', { name: /receipt/ }).click());
  const receipt = { reference: await page.locator('.fm-facts dd').first().innerText(), code: await page.locator('.fm-hash').innerText() };
  await page.goto('/my-words');
  await fill(page, { reference: receipt.reference.toLowerCase(), code: receipt.code.slice(0, 14) });
  await press(page, 'Show me');
  await expect(page.locator('main')).toContainText('Nothing rests on your words yet');
  await expect(page.locator('.fm-facts')).toContainText(receipt.reference);
  expect(page.url()).not.toContain(receipt.reference);
  await expectGood(page);
});
