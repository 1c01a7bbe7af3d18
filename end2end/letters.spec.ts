import { arrive } from './support/arrive';
import { begin, openCall } from './support/answer';
import { fill, press } from './support/form';
import { header, letterTo, lettersTo, linkIn } from './support/letters';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGood, hasScript, test } from './support/test';

/** An address that no other test writes to. */
const mine = (name: string) => `${name}-${hasScript() ? 'script' : 'noscript'}@letters.example`;

test('a test letter arrives, is read by the team, and can be stopped', async ({ page, request }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/team');
  await arrive(page, () => page.getByRole('link', { name: 'Letters' }).click());
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: 'Send a test letter' }).click());
  await press(page, 'Send');
  await expect(page.locator('.govuk-error-summary li')).toHaveCount(2);
  await expectGood(page);
  const address = mine('ann');
  await fill(page, { email: address, language: 'Welsh' });
  await press(page, 'Send');
  const letter = await letterTo(address);
  expect(letter.subject).toBe('Llythyr prawf gan Folkmoot');
  expect(letter.html).toContain('<html lang="cy">');
  expect(header(letter, 'content-language')).toBe('cy');

  // It is noted as sent a moment after the mail server took it.
  await expect(async () => {
    await page.goto('/team/letters?shelf=sent');
    await expect(page.getByRole('link', { name: address })).toBeVisible({ timeout: 500 });
  }).toPass();
  await arrive(page, () => page.getByRole('link', { name: address }).click());
  await expect(page.locator('h1')).toHaveText('Llythyr prawf gan Folkmoot');
  await expect(page.locator('.fm-paper')).not.toContainText('/letters/stop/');
  await expectGood(page);

  const stop = linkIn(letter, '/letters/stop/');
  await page.goto(stop);
  await expect(page.locator('h1')).toHaveText('Atal y llythyrau hyn?');
  await expectGood(page);
  await arrive(page, () => page.locator('main form button').click());
  await expect(page.locator('h1')).toHaveText('Ni chewch ragor o\'r llythyrau hyn');
  await expectGood(page);
  await page.goto('/team/letters/test');
  await fill(page, { email: address, language: 'English' });
  await press(page, 'Send');
  await expect(async () => {
    await page.goto('/team/letters?shelf=stopped');
    await expect(page.getByRole('table')).toContainText(address, { timeout: 100 });
  }).toPass();

  // The button of a mail program: no cookies, no page, one click.
  const other = mine('gwen');
  await page.goto('/team/letters/test');
  await fill(page, { email: other, language: 'English' });
  await press(page, 'Send');
  const second = await letterTo(other);
  expect(header(second, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const button = header(second, 'list-unsubscribe').replace(/[<>]/g, '');
  const answer = await request.post(new URL(button).pathname, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  await page.goto(linkIn(second, '/letters/stop/'));
  await expect(page.locator('h1')).toHaveText('You will get no more of these letters');
});

test('a team writes its own text, sees how it looks, and takes the first one back', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/team/letters/texts');
  await expectGood(page);
  await arrive(page, () => page.getByRole('link', { name: /the text of Test letter, English/ }).click());
  await fill(page, { subject: 'A letter of ours', body: 'Hello from {sight}' });
  await press(page, 'Save');
  await expect(page.locator('.govuk-error-summary')).toContainText('There is no {sight}');
  await expectGood(page);
  await fill(page, { body: 'Hello from {site}' });
  await press(page, 'Show how it looks');
  await expect(page.locator('.fm-paper')).toContainText('Hello from http://127.0.0.1');
  await expectGood(page);
  await press(page, 'Save');
  await expect(page.getByRole('row', { name: /Test letter/ })).toContainText('Your own');
  await page.goto('/team/letters/test');
  const address = mine('own');
  await fill(page, { email: address, language: 'English' });
  await press(page, 'Send');
  expect((await letterTo(address)).subject).toBe('A letter of ours');
  await page.goto('/team/letters/texts/test/en');
  await press(page, 'Take the first text back');
  await expect(page.getByRole('row', { name: /Test letter/ })).not.toContainText('Your own');
});

test('while sending is paused letters wait, and then they leave', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await page.goto('/team/letters');
  await press(page, 'Pause sending');
  await expect(page.locator('.govuk-warning-text')).toContainText('Sending is paused since');
  await page.goto('/team/letters/test');
  const address = mine('patient');
  await fill(page, { email: address, language: 'English' });
  await press(page, 'Send');
  await expect(page.getByRole('table')).toContainText(address);
  await expectGood(page);
  await press(page, 'Go on sending');
  await expect(page.locator('.govuk-warning-text')).toHaveCount(0);
  await letterTo(address);
});

test('someone follows a call, says yes, hears of what happens once, and stops', async ({ page, someone, request }) => {
  const call = '/calls/hewitt-review';
  await page.goto(call);
  await press(page, 'Get letters');
  await expect(page.locator('.govuk-error-summary')).toContainText('e-mail');
  await expectGood(page);
  const address = mine('follower');
  await fill(page, { email: address, rate: 'at once' });
  await press(page, 'Get letters');
  await expect(page.locator('h1')).toHaveText('Look into your mailbox');
  await expectGood(page);
  const asks = await letterTo(address);
  expect(asks.subject).toContain('Do you want letters about');
  await page.goto(linkIn(asks, '/follow/confirm/'));
  await expectGood(page);
  await press(page, 'Yes, send me letters');
  await expect(page.locator('h1')).toHaveText('You get letters from now on');
  await expectGood(page);

  const analyst = await someone(PEOPLE.analyst);
  await analyst.goto('/recommendations?call=hewitt-review');
  const recommendation = await analyst.locator('.fm-recommendation a').first().getAttribute('href');
  await analyst.goto(`/team${call}${recommendation}/progress`);
  await fill(analyst, { status: 'Some progress', words: 'A pilot began.', source: 'A letter of the department', on: '2024-02-01' });
  await press(analyst, 'Save');
  const news = await letterTo(address, 2);
  expect(news.subject).toContain('News of');
  expect(news.text).toContain('There is progress on the recommendation');
  expect(news.html).toContain('<strong>');
  expect(header(news, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');

  await page.goto(linkIn(news, '/letters/stop/'));
  await expect(page.locator('h1')).toHaveText('What you follow');
  await expectGood(page);
  await press(page, 'Change to once a week');
  await expect(page.locator('.fm-following')).toContainText('Letters come once a week');
  await expectGood(page);
  const button = header(news, 'list-unsubscribe').replace(/[<>]/g, '');
  const answer = await request.post(new URL(button).pathname, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  await page.reload();
  await expect(page.locator('main')).toContainText('You follow nothing');
  await expectGood(page);
  expect(await lettersTo(address), 'one that asks, and one with news').toHaveLength(2);
});

test('a team invites people, sees who has answered, and shows a reminder before it goes', async ({ page, someone }) => {
  const call = await openCall(page);
  const analyst = await someone(PEOPLE.analyst);
  await analyst.goto(`/team${call}`);
  await arrive(analyst, () => analyst.getByRole('link', { name: 'Invited by letter' }).click());
  await expect(analyst.locator('h1')).toHaveText('Invited by letter');
  await expectGood(analyst);
  const address = mine('invited');
  await fill(analyst, { list: `Ann Example, ${address}\nnobody` });
  await press(analyst, 'Send the invitations');
  await expect(analyst.locator('.govuk-error-summary')).toContainText('1 line cannot be read, and nobody was invited');
  await expect(analyst.getByRole('row', { name: /nobody/ })).toContainText('There is no e-mail address in it');
  await expectGood(analyst);
  const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name,E-mail\nBob,${mine('invited-too')}\n`) };
  await analyst.locator('#file').setInputFiles(file);
  await fill(analyst, { wrong: 'Leave them out, and invite the others' });
  await press(analyst, 'Send the invitations');
  await expect(analyst.locator('.govuk-notification-banner')).toContainText('2 people were invited');
  await expectGood(analyst);
  await page.goto(linkIn(await letterTo(address), '/invited/'));
  await expect(page).toHaveURL(new RegExp(`${call}$`));
  await begin(page);
  await analyst.goto(`/team${call}/invited`);
  await expect(analyst.getByRole('row', { name: new RegExp(address) })).toContainText('Has begun');
  const bob = analyst.getByRole('row', { name: new RegExp(mine('invited-too')) });
  await arrive(analyst, () => bob.getByRole('link', { name: 'Take off the list' }).click());
  await expect(analyst.locator('h1')).toHaveText('Take Bob off the list?');
  await expectGood(analyst);
  await press(analyst, 'Take them off the list');
  await expect(analyst.locator('.govuk-notification-banner')).toContainText('They are off the list');
  await expect(bob).toHaveCount(0);
  await analyst.goto(`/team${call}/invited/remind`);
  await expect(analyst.locator('main')).toContainText('Nobody can be reminded now');
  await expectGood(analyst);
});

test('someone follows an organisation, and hears of its end', async ({ page, someone }) => {
  const slug = hasScript() ? 'somerset' : 'dorset';
  await page.goto(`/organisations/${slug}`);
  await expect(page.locator('.fm-follow')).toContainText('a finding is published that quotes it by name');
  const address = mine('of-a-body');
  await fill(page, { email: address, rate: 'at once' });
  await press(page, 'Get letters');
  await page.goto(linkIn(await letterTo(address), '/follow/confirm/'));
  await press(page, 'Yes, send me letters');
  const analyst = await someone(PEOPLE.analyst);
  await analyst.goto(`/team/organisations/${slug}/end`);
  await fill(analyst, { 'valid-to': '2190-03-31' });
  await press(analyst, /./);
  const news = await letterTo(address, 2);
  expect(news.text).toContain('It ends, or has ended');
  await page.goto(linkIn(news, `/organisations/${slug}`));
  await expect(page.locator('main')).toContainText('31 March 2190');
  await expectGood(page);
});
