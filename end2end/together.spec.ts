import type { Page } from '@playwright/test';
import { answer, kindOf, onward, openCall } from './support/answer';
import { arrive, inLanguage } from './support/arrive';
import { fill, follow, press } from './support/form';
import { letterTo, linkIn } from './support/letters';
import { askFor, ownerOf } from './support/members';
import { PEOPLE, joined } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test, type Someone } from './support/test';

/** A name that the other project does not use: letters of both go to one mail server. */
const mine = (name: string) => `${name} ${hasScript() ? 'with' : 'without'}`;

/** Adds an organisation, and gives its slug. */
async function add(someone: Someone, name: string) {
  const page = await someone(PEOPLE.analyst);
  await page.goto('/team/add-organisation');
  await fill(page, { name, kind: 'Voluntary, community or social enterprise' });
  await press(page, 'Save');
  return page.url().split('/').pop()!;
}

/** Somebody whom the owner of an organisation lets in with a role. */
async function member(someone: Someone, owner: Page, slug: string, name: string, role: string) {
  const them = await joined(someone, mine(name));
  await askFor(them.page, slug);
  await owner.goto(`/account/organisations/${slug}`);
  await follow(owner, mine(name));
  await fill(owner, { decision: 'Let them in', role });
  await press(owner, 'Decide');
  return them;
}

/** Says what an organisation is asked of itself, and answers all that follows, up to the check. */
async function answerAll(page: Page, call: string) {
  await page.goto(`${call}/answer/about`);
  await expectGoodAtAnySize(page);
  await fill(page, { sector: 'Voluntary, community or social enterprise', represented: '1,200' });
  await onward(page);
  for (let steps = 0; steps < 60 && (await kindOf(page)) !== 'check'; steps++) {
    await answer(page);
    await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  }
}

test('three people of an organisation answer together, and another body signs too', async ({ page, someone }) => {
  test.setTimeout(240_000);
  const name = mine('Lantern Row');
  const slug = await add(someone, name);
  const { page: owner } = await ownerOf(someone, slug, mine('Olwen Row'));
  const { page: editor } = await member(someone, owner, slug, 'Edda Row', 'Editor');
  const { page: approver, email } = await member(someone, owner, slug, 'Arial Row', 'Approver');

  // One begins, from the page of the call.
  const call = await openCall(editor);
  await editor.goto(call);
  await follow(editor, `Answer together as ${name}`);
  await expectGoodAtAnySize(editor);
  await press(editor, 'Begin');
  const desk = new URL(editor.url()).pathname;
  await expectGoodAtAnySize(editor);
  await press(editor, 'Read and write the answers');
  await expectGood(editor);
  await answerAll(editor, call);
  await expect(editor.getByRole('main')).toContainText('once somebody who may has signed it off');
  await expectGoodAtAnySize(editor);

  // Another comments; the first sees it beside the question, and settles it.
  await approver.goto(`/account/organisations/${slug}`);
  await expectGoodAtAnySize(approver);
  await arrive(approver, () => approver.locator(`main a[href="${desk}"]`).click());
  await arrive(approver, () => approver.locator('main table a').first().click());
  await press(approver, 'Add the comment');
  await expect(approver.locator('.govuk-error-summary')).toContainText('Write a comment');
  await fill(approver, { comment: 'Is this what we agreed?' });
  await press(approver, 'Add the comment');
  await expectGoodAtAnySize(approver);
  await inLanguage(approver, 'Cymraeg');
  await expectGood(approver);
  await editor.goto(desk);
  await expect(editor.locator('main table')).toContainText('1 open comment');
  await arrive(editor, () => editor.locator('main table a').first().click());
  await press(editor, 'Change this answer');
  await expect(editor.locator('main aside')).toContainText('Is this what we agreed?');
  await expectGoodAtAnySize(editor);
  await follow(editor, 'Comment on it, or see earlier texts');
  await press(editor, 'Settle it');
  await expect(editor.getByRole('main')).toContainText(`Settled by ${mine('Edda Row')}`);

  // Somebody else is asked to sign.
  await editor.goto(desk);
  await press(editor, 'Ask others to sign it too');
  await expectGoodAtAnySize(editor);
  const quay = `quay-${hasScript()}@letters.example`;
  await fill(editor, { name: 'Old Quay', email: quay });
  await press(editor, 'Ask them');
  await expect(editor.getByRole('main')).toContainText('Not answered');
  await expectGood(editor);

  // Those who may sign off are asked by letter; what is changed afterwards ends it.
  await editor.goto(desk);
  await press(editor, 'Ask for sign-off');
  await expect(editor.locator('.govuk-notification-banner')).toContainText('get a letter');
  await expectGood(editor);
  // The letters before are the invitation to the team and the role.
  const asked = linkIn(await letterTo(email, 3), '/sign-off');
  await approver.goto(asked);
  await expectGoodAtAnySize(approver);
  await press(approver, 'Sign it off');
  await expect(approver.getByRole('main')).toContainText(`Signed off by ${mine('Arial Row')}`);
  await owner.goto(desk);
  await press(owner, 'Read and write the answers');
  await owner.goto(`${call}/answer/about`);
  await fill(owner, { represented: '1,300' });
  await onward(owner);
  await approver.goto(desk);
  await expect(approver.getByRole('main')).toContainText(`It ended when ${mine('Olwen Row')} changed something`);
  await follow(approver, 'Read it and sign it off');
  await press(approver, 'Sign it off');
  await expectGoodAtAnySize(approver);

  // The other body reads what would be sent, and signs it.
  await page.goto(linkIn(await letterTo(quay), '/co-sign/'));
  await expect(page.getByRole('main')).toContainText(`${name} writes this response`);
  await expectGoodAtAnySize(page);
  await press(page, 'Send your answer');
  await expect(page.locator('.govuk-error-summary')).toContainText('Choose whether you sign it');
  await fill(page, { answer: 'Yes, I sign it as it stands here' });
  await press(page, 'Send your answer');
  await expect(page.locator('.govuk-notification-banner')).toContainText('We have your answer');
  await expectGood(page);

  // A third sends it.
  await owner.goto(desk);
  await press(owner, 'Check and send');
  await expect(owner.getByRole('main')).toContainText('Old Quay Signs it');
  await expectGoodAtAnySize(owner);
  await press(owner, 'Send your response');
  await expect(owner.locator('h1')).toHaveText('Your response has been received');
  await expectGoodAtAnySize(owner);
  await owner.goto(`${call}/receipt`);
  await expect(owner.getByRole('main')).toContainText('Old Quay');
  await expectGood(owner);
  await editor.goto(desk);
  await expect(editor.getByRole('main')).toContainText('Sent');
  await expectGoodAtAnySize(editor);
});

test('two members write at once, meet both texts, and bring one back', async ({ someone }) => {
  test.setTimeout(120_000);
  const slug = await add(someone, mine('Ferry Steps'));
  const { page: owner } = await ownerOf(someone, slug, mine('Fay Steps'));
  const { page: editor } = await member(someone, owner, slug, 'Finn Steps', 'Editor');
  await owner.goto(`/account/organisations/${slug}`);
  await follow(owner, 'Answer a call together');
  await expectGoodAtAnySize(owner);
  await owner.locator('input[name=call]').first().check();
  await press(owner, 'Begin');
  const desk = new URL(owner.url()).pathname;
  // Both open the first question that asks for many words.
  await press(owner, 'Read and write the answers');
  const base = new URL(owner.url()).pathname.replace('/contents', '');
  await editor.goto(desk);
  await press(editor, 'Read and write the answers');
  let number = 1;
  for (; number < 30; number++) {
    await owner.goto(`${base}/answer/${number}`);
    if (await owner.locator('main textarea#answer').count()) break;
  }
  await editor.goto(`${base}/answer/${number}`);
  await owner.locator('#answer').fill('What the owner wrote.');
  await onward(owner);
  await editor.locator('#answer').fill('What the editor wrote.');
  await onward(editor);
  await expect(editor.locator('main')).toContainText('What the owner wrote.');
  await expect(editor.locator('#answer')).toHaveValue('What the editor wrote.');
  await expectGoodAtAnySize(editor);
  await onward(editor);
  await owner.goto(`${base}/answer/${number}`);
  await expect(owner.locator('#answer')).toHaveValue('What the editor wrote.');
  await follow(owner, 'Comment on it, or see earlier texts');
  await expectGoodAtAnySize(owner);
  await press(owner, /Bring this text back/);
  await expect(owner.locator('.govuk-inset-text').first()).toContainText('What the owner wrote.');
});
