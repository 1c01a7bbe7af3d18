import { arrive } from './support/arrive';
import { fill, follow, press } from './support/form';
import { lettersTo } from './support/letters';
import { PEOPLE } from './support/people';
import { expect, expectGoodAtAnySize, hasScript, test } from './support/test';

const REVIEW = '/team/calls/hewitt-review';

test('a coder sees who wrote a response only behind glass, and the officer hears of it', async ({ someone }) => {
  const moderator = await someone(PEOPLE.moderator);
  await moderator.goto(`${REVIEW}/search?kind=individual`);
  // A person who gave a name: the moderator sees it, and each run takes a response of its own.
  const links = moderator.locator('main .fm-hit a[href*="/responses/"]');
  const address = (await links.nth(hasScript() ? 0 : 5).getAttribute('href'))!.split('#')[0];
  await moderator.goto(address);
  const name = (await moderator.locator('.fm-facts dd').first().innerText()).trim();
  expect(name).not.toContain('Name not shown');

  const coder = await someone(PEOPLE.coder);
  await coder.goto(address);
  await expect(coder.locator('.fm-facts dd').first()).toContainText('Name not shown');
  await follow(coder, 'See who wrote this');
  await expectGoodAtAnySize(coder);
  await press(coder, 'See who wrote it');
  await expect(coder.locator('#reason-error')).toBeVisible();
  await expectGoodAtAnySize(coder);
  await fill(coder, { reason: 'Somebody may be in danger' });
  await press(coder, 'See who wrote it');
  await expect(coder.locator('.fm-facts dd').first()).toContainText(name);
  await expect(coder.locator('.fm-facts dd').first()).toContainText('because: Somebody may be in danger');
  await expectGoodAtAnySize(coder);

  const officer = await someone(PEOPLE.officer);
  await officer.goto('/team/audit?act=glass-broken');
  await expect(officer.locator('tbody tr').first()).toContainText('because: Somebody may be in danger');
  // Both projects write to the officer, each of its own response.
  const reference = address.split('/').pop()!;
  const told = async () => (await lettersTo(PEOPLE.officer)).some((letter) => letter.text?.includes(reference));
  await expect.poll(told, { timeout: 15_000 }).toBe(true);
});

test('who answers for a call gives a colleague a role there, and takes it', async ({ someone }) => {
  const owner = await someone(PEOPLE.analyst);
  await owner.goto(REVIEW);
  await arrive(owner, () => owner.locator('.fm-subnav').getByRole('link', { name: 'People' }).click());
  await expectGoodAtAnySize(owner);
  await fill(owner, { email: 'nobody@folkmoot.example', role: 'Editor' });
  await press(owner, 'Give this role');
  await expect(owner.locator('#email-error')).toBeVisible();
  await fill(owner, { email: PEOPLE.reader });
  await press(owner, 'Give this role');
  const row = owner.getByRole('row', { name: /Eleanor/ }).filter({ hasText: 'Editor' });
  await expect(row).toHaveCount(1);
  await expectGoodAtAnySize(owner);

  const reader = await someone(PEOPLE.reader);
  expect((await reader.goto(`${REVIEW}/questions`))?.status()).toBe(200);
  await arrive(owner, () => row.getByRole('button', { name: /Take away/ }).click());
  expect((await reader.goto(`${REVIEW}/questions`))?.status()).toBe(403);
});
