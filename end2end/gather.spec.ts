import type { Page } from '@playwright/test';
import { answer, kindOf, onward, openCall } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { fill, follow, press } from './support/form';
import { ownerOf } from './support/members';
import { PEOPLE } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test, type Someone } from './support/test';

/** A name that the other project does not use: letters of both go to one mail server. */
const mine = (name: string) => `${name} ${hasScript() ? 'with' : 'without'}`;

/** Adds a patient group, and gives its slug. */
async function group(someone: Someone, name: string) {
  const page = await someone(PEOPLE.analyst);
  await page.goto('/team/add-organisation');
  await fill(page, { name, kind: 'Patient or carer group' });
  await press(page, 'Save');
  return page.url().split('/').pop()!;
}

/** Says what an organisation is asked of itself, and answers all that follows, up to the check. */
async function answerAll(page: Page, call: string) {
  await page.goto(`${call}/answer/about`);
  await fill(page, { sector: 'Voluntary, community or social enterprise', represented: '340' });
  await onward(page);
  for (let steps = 0; steps < 60 && (await kindOf(page)) !== 'check'; steps++) {
    await answer(page);
    await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  }
}

/** Tells a group something by the link that it hands out; gives the path of the link of one's own. */
async function tell(page: Page, link: string, story: string, name: string, use: string) {
  await page.goto(link);
  await fill(page, { story, name, use });
  await press(page, 'Send your story');
  await expect(page.locator('.govuk-notification-banner')).toContainText('has your story');
  return new URL(page.url()).pathname;
}

test('a patient group gathers stories, quotes them, and sends one response', async ({ page, someone }) => {
  test.setTimeout(240_000);
  const name = mine('Breath Together');
  const slug = await group(someone, name);
  const { page: owner } = await ownerOf(someone, slug, mine('Olwen Breath'));
  const call = await openCall(owner);
  await owner.goto(call);
  await follow(owner, `Answer together as ${name}`);
  await press(owner, 'Begin');
  const desk = new URL(owner.url()).pathname;

  // It asks, in its own words.
  await follow(owner, 'Stories that people tell you');
  await expectGood(owner);
  await follow(owner, 'Ask for stories');
  await expectGoodAtAnySize(owner);
  await press(owner, 'Save');
  await expect(owner.locator('.govuk-error-summary')).toContainText('Enter a heading');
  await expectGood(owner);
  await fill(owner, { heading: 'Coming home', asks: 'What happened when you came home from hospital?', named: 'Ask for a name' });
  await press(owner, 'Save');
  await expect(owner.locator('.fm-qr')).toBeVisible();
  await expectGoodAtAnySize(owner);
  const link = (await owner.locator('.fm-public-link a').getAttribute('href'))!;

  // People tell it things, without an account, in either language; nothing typed is lost.
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText(`${name} asks you`);
  await expectGoodAtAnySize(page);
  await fill(page, { story: 'I waited for three days.', use: 'Quote from it, with the name I gave' });
  await press(page, 'Send your story');
  await expect(page.locator('.govuk-error-summary')).toContainText('Give a name');
  await expect(page.locator('#story')).toHaveValue('I waited for three days.');
  await expectGoodAtAnySize(page);
  await fill(page, { name: 'Ann' });
  await press(page, 'Send your story');
  await expect(page.locator('.govuk-notification-banner')).toContainText('It is story 1.');
  await expectGoodAtAnySize(page);
  const ann = new URL(page.url()).pathname;
  await page.goto(`/cy${link}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await expectGood(page);
  await tell(page, link, 'The bus never came, so I walked.', '', 'Quote from it, without a name');
  await tell(page, link, 'Please tell nobody of this.', '', 'Only read it, and never quote it');

  // The group reads, chooses, notes, and quotes word for word.
  await owner.goto(`${desk}/stories`);
  await expect(owner.locator('h3')).toHaveText(['Story 1, Ann', 'Story 2', 'Story 3']);
  await expectGoodAtAnySize(owner);
  await inLanguage(owner, 'Cymraeg');
  await expectGood(owner);
  await owner.goto(`${desk}/stories/3`);
  await expect(owner.getByRole('main')).toContainText('Not to be quoted');
  await expect(owner.locator('main a', { hasText: 'Quote from it' })).toHaveCount(0);
  await owner.goto(`${desk}/stories/1`);
  await press(owner, 'Choose it');
  await fill(owner, { note: 'Ask her whether anyone rang.' });
  await press(owner, 'Save the note');
  await expect(owner.locator('#note')).toHaveValue('Ask her whether anyone rang.');
  await expectGoodAtAnySize(owner);
  await owner.goto(desk);
  await press(owner, 'Read and write the answers');
  await answerAll(owner, call);
  for (const [story, wrong, words] of [['1', 'I waited for four days', 'waited for three days'], ['2', 'The train never came', 'The bus never came']]) {
    await owner.goto(`${desk}/stories/${story}`);
    await follow(owner, 'Quote from it');
    await expectGoodAtAnySize(owner);
    await owner.locator('input[name=question]').first().check();
    await fill(owner, { words: wrong });
    await press(owner, 'Add it to the answer');
    await expect(owner.locator('.govuk-error-summary')).toContainText('word for word');
    await expect(owner.locator('#words')).toHaveValue(wrong);
    await expectGood(owner);
    await fill(owner, { words });
    await press(owner, 'Add it to the answer');
    await expect(owner.locator('.govuk-inset-text').first()).toContainText(`“${words}” (Story ${story}`);
  }

  // One teller changes their mind: the group sees it, and cannot send.
  await page.goto(ann);
  await expect(page.getByRole('main')).toContainText('waited for three days');
  await fill(page, { use: 'Only read it, and never quote it' });
  await press(page, 'Save how it may be used');
  await expect(page.locator('.govuk-notification-banner')).toContainText('is saved');
  await expectGood(page);
  await owner.goto(desk);
  await expect(owner.getByRole('main')).toContainText('may not be quoted any more');
  await expectGoodAtAnySize(owner);
  await owner.goto(`${call}/answer/check`);
  await expect(owner.getByRole('button', { name: 'Send your response' })).toHaveCount(0);
  await expectGoodAtAnySize(owner);
  await follow(owner, 'Change the answer');
  const text = await owner.locator('#answer').inputValue();
  await owner.locator('#answer').fill(text.replace('“waited for three days” (Story 1, Ann)', ''));
  await onward(owner);
  await owner.goto(desk);
  await expect(owner.getByRole('main')).not.toContainText('may not be quoted any more');

  // It is signed off and sent, and says how many stories it quotes.
  await follow(owner, 'Read it and sign it off');
  await press(owner, 'Sign it off');
  await press(owner, 'Check and send');
  await press(owner, 'Send your response');
  await expect(owner.locator('h1')).toHaveText('Your response has been received');
  const reference = await owner.locator('.govuk-panel__body strong').innerText();
  await owner.goto(`${call}/receipt`);
  await expect(owner.getByRole('main')).toContainText(`Quotes 1 of 3 stories gathered by ${name}: 2`);
  await expectGoodAtAnySize(owner);
  const team = await someone(PEOPLE.analyst);
  await team.goto(`/team${call}/responses/${reference}`);
  await expect(team.getByRole('main')).toContainText(`Quotes 1 of 3 stories gathered by ${name}: 2`);
  await expect(team.getByRole('main')).not.toContainText('tell nobody');

  // What was not sent is still its teller's, to take back.
  await page.goto(ann);
  await expect(page.getByRole('main')).toContainText('sent its response');
  await expectGood(page);
  await follow(page, 'Take your story back');
  await expectGoodAtAnySize(page);
  await press(page, 'Take your story back');
  await expect(page.getByRole('main')).toContainText('You took your story back');
  await expectGoodAtAnySize(page);
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText('takes no more stories');
  await expectGoodAtAnySize(page);
  await owner.goto(`${desk}/stories`);
  await expectGoodAtAnySize(owner);
  await arrive(owner, () => owner.locator('h3 a').first().click());
  await expect(owner.getByRole('main')).toContainText('has taken it back');
  await expectGood(owner);
});

test('a group closes its gathering, opens it again, and replaces its link', async ({ page, someone }) => {
  test.setTimeout(120_000);
  const slug = await group(someone, mine('Hearing Better'));
  const { page: owner } = await ownerOf(someone, slug, mine('Hari Better'));
  await owner.goto(`/account/organisations/${slug}/drafts/new`);
  await owner.locator('input[name=call]').first().check();
  await press(owner, 'Begin');
  const desk = new URL(owner.url()).pathname;
  await owner.goto(`${desk}/stories/gathering`);
  await fill(owner, { heading: 'Being heard', asks: 'Who listened to you?' });
  // A name is asked for unless somebody says otherwise.
  await owner.locator('input[name=named]').uncheck();
  await press(owner, 'Save');
  const link = (await owner.locator('.fm-public-link a').getAttribute('href'))!;
  await page.goto(link);
  await expect(page.locator('#name')).toHaveCount(0);
  await expect(page.locator('input[name=use]')).toHaveCount(2);
  await page.locator('#story').fill('Nobody did.');
  await page.locator('input[value=unnamed]').check();
  await press(owner, 'Close it');
  await expectGood(owner);
  // Whoever was writing has back what they wrote.
  await press(page, 'Send your story');
  await expect(page.getByRole('main')).toContainText('Nobody did.');
  await expectGoodAtAnySize(page);
  await press(owner, 'Open it again');
  await press(owner, 'Replace the link by another');
  const other = (await owner.locator('.fm-public-link a').getAttribute('href'))!;
  expect(other).not.toBe(link);
  expect((await page.goto(link))!.status()).toBe(404);
  await page.goto(other);
  await page.locator('#story').fill('Nobody did.');
  await page.locator('input[value=unnamed]').check();
  await press(page, 'Send your story');
  await expect(page.locator('h1')).toHaveText('Your story');
});
