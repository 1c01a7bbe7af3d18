import { arrive, inLanguage } from './support/arrive';
import { fill, follow, press } from './support/form';
import { letterTo, linkHere, linkIn } from './support/letters';
import { askFor, codeOf } from './support/members';
import { PASSWORD, PEOPLE, joined } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test, type Someone } from './support/test';

/** A name that the other project does not use: letters of both go to one mail server. */
const mine = (name: string) => `${name} ${hasScript() ? 'with' : 'without'}`;

/** Adds an organisation, and gives its slug. */
async function add(someone: Someone, name: string, domain = '') {
  const page = await someone(PEOPLE.analyst);
  await page.goto('/team/add-organisation');
  const contact = `office-of-${name.toLowerCase().replaceAll(' ', '-')}@letters.example`;
  await fill(page, { name, kind: 'Voluntary, community or social enterprise', 'email-domain': domain, contact });
  await press(page, 'Save');
  await expect(page.locator('h1')).toHaveText(name);
  return { slug: page.url().split('/').pop()!, contact };
}

test('somebody shows that their address is theirs, and joins by its domain', async ({ page, someone }) => {
  const { slug, contact } = await add(someone, mine('Harbour Lights'), 'folkmoot.example');
  await page.goto(`/organisations/${slug}`);
  await expect(page.getByRole('main')).toContainText('Not checked');
  await expectGoodAtAnySize(page);
  const reader = await someone(PEOPLE.reader);
  await reader.goto(`/organisations/${slug}`);
  await follow(reader, 'Do you work here?');
  await expectGoodAtAnySize(reader);
  await follow(reader, 'Show that it is yours');
  await expectGoodAtAnySize(reader);
  await press(reader, 'Send the letter');
  await expect(reader.locator('.govuk-inset-text')).toContainText(PEOPLE.reader);
  await reader.goto(await linkHere(reader, PEOPLE.reader, '/account/address/'));
  await expectGood(reader);
  await press(reader, 'Yes, this address is mine');
  await reader.goto(`/account/organisations/${slug}/join`);
  await expectGood(reader);
  await press(reader, 'Become a member');
  await expect(reader.locator('h1')).toHaveText(`Members of ${mine('Harbour Lights')}`);
  await expectGoodAtAnySize(reader);
  await inLanguage(reader, 'Cymraeg');
  await expect(reader.locator('h1')).toHaveText(`Aelodau ${mine('Harbour Lights')}`);
  await expectGood(reader);
  await page.goto(`/organisations/${slug}`);
  await expect(page.getByRole('main')).toContainText('Checked by e-mail domain folkmoot.example on');
  await expectGood(page);
  expect((await letterTo(contact)).text).toContain('somebody has shown that they act for');
});

test('an owner by code invites a colleague, hands over to them and leaves', async ({ page, someone }) => {
  const name = mine('Old Quay');
  const { slug } = await add(someone, name);
  const code = await codeOf(someone, slug);
  const owner = (await joined(someone, mine('Olwen Quay'))).page;
  await owner.goto(`/account/organisations/${slug}/join`);
  await fill(owner, { code: 'BCDF-BCDF-BCDF-BCDF' });
  await press(owner, 'Use the code');
  await expect(owner.locator('.govuk-error-summary')).toContainText('This code is wrong');
  await expectGood(owner);
  await fill(owner, { code: ` ${code.toLowerCase().replaceAll('-', ' ')}` });
  await press(owner, 'Use the code');
  await expect(owner.locator('h1')).toHaveText(`Members of ${name}`);
  await follow(owner, 'Invite somebody');
  await expectGoodAtAnySize(owner);
  const email = `colleague-${hasScript()}@letters.example`;
  await fill(owner, { name: 'Colin League', email, role: 'Editor' });
  await press(owner, 'Send the invitation');
  await expectGoodAtAnySize(owner);

  await page.goto(linkIn(await letterTo(email), '/invitation/'));
  await expect(page.getByRole('main')).toContainText(`${name} wants you to act for it`);
  await expectGoodAtAnySize(page);
  await page.locator('#password').fill(PASSWORD);
  await press(page, /^Accept$/);
  await expect(page.locator('h1')).toHaveText(`Members of ${name}`);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Team' })).toHaveCount(0);
  await expectGood(page);

  await owner.goto(`/account/organisations/${slug}/leave`);
  await expect(owner.locator('.govuk-warning-text')).toContainText('Hand over to another member first');
  await expectGood(owner);
  await owner.goto(`/account/organisations/${slug}`);
  await follow(owner, 'Colin League');
  await expectGoodAtAnySize(owner);
  await press(owner, 'Hand over');
  await expect(owner.getByRole('row', { name: /Olwen Quay/ })).toContainText('Editor');
  await follow(owner, 'Leave this organisation');
  await expectGoodAtAnySize(owner);
  await press(owner, 'Leave');
  await expect(owner.locator('h1')).toHaveText('Your account');
  await page.goto(`/account/organisations/${slug}`);
  await expect(page.getByRole('row', { name: /Colin League/ })).toContainText('Owner');
});

test('whoever asks is let in by the team first, and then by the owner', async ({ someone }) => {
  const name = mine('Far Pier');
  const { slug } = await add(someone, name);
  const first = (await joined(someone, mine('Ffion Pier'))).page;
  await askFor(first, slug);
  await expect(first.getByRole('main')).toContainText('You asked on');
  await expectGood(first);
  const administrator = await someone(PEOPLE.administrator);
  await administrator.goto('/team/organisations');
  await follow(administrator, 'Who asks to act for organisations');
  await expectGood(administrator);
  await arrive(administrator, () => administrator.getByRole('row', { name }).getByRole('link').click());
  await fill(administrator, { decision: 'Do not let them in' });
  await press(administrator, 'Decide');
  await expect(administrator.locator('.govuk-error-summary')).toContainText('Give a reason');
  await expectGood(administrator);
  await fill(administrator, { decision: 'Let them in as its first owner' });
  await press(administrator, 'Decide');
  await expect(administrator.getByRole('main')).toContainText('Checked by the review team');
  await expectGood(administrator);

  const { page: second, email } = await joined(someone, mine('Sioned Pier'));
  await askFor(second, slug);
  await first.goto(`/account/organisations/${slug}`);
  await follow(first, 'Sioned Pier');
  await expectGoodAtAnySize(first);
  await fill(first, { decision: 'Let them in', role: 'Approver' });
  await press(first, 'Decide');
  await expect(first.getByRole('row', { name: /Sioned Pier/ })).toContainText('Approver');
  // The first letter to them is the invitation to the team.
  expect((await letterTo(email, 2)).text).toContain('Your role is: Approver');
  await second.goto('/account');
  await expect(second.getByRole('main')).toContainText(`${name} Approver`);
  await expectGoodAtAnySize(second);
});
