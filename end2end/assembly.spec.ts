import { arrive } from './support/arrive';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, test } from './support/test';

const NAME = 'Assembly of the upper valley';
const PERSON = 'Gwenllian Ashdown';

test('an assembly is kept from its seats to a decision, and anyone can read it', async ({ page, someone }) => {
  test.slow();
  const analyst = await someone(PEOPLE.analyst);

  // A body.
  await analyst.goto('/team/assemblies');
  await follow(analyst, 'Add an assembly');
  expect((await press(analyst, 'Save')).status()).toBe(422);
  await expect(analyst.locator('.govuk-error-summary li')).toHaveCount(3);
  await expectGood(analyst);
  await fill(analyst, { name: NAME, kind: 'Citizens’ assembly', remit: 'To say what the valley needs.\n\nIt answers to the county.' });
  await press(analyst, 'Save');
  const home = analyst.url();
  await expectGood(analyst);

  // A constituency with seats, one of them held.
  await follow(analyst, 'Add a constituency');
  await fill(analyst, { name: 'The upper valley', seats: 'many' });
  expect((await press(analyst, 'Save')).status()).toBe(422);
  await expect(analyst.locator('#seats-error')).toBeVisible();
  await expect(analyst.locator('#seats')).toHaveValue('many');
  await fill(analyst, { seats: '3' });
  await press(analyst, 'Save');
  await expect(analyst.locator('.fm-seat--vacant')).toHaveCount(3);
  await arrive(analyst, () => analyst.locator('.fm-seat a').first().click());
  await fill(analyst, { label: 'Farms' });
  await press(analyst, 'Save');
  await follow(analyst, 'Appoint someone');
  await fill(analyst, { holder: PERSON, starts: '2024-05-01', ends: '2024-04-01' });
  await press(analyst, 'Save');
  await expect(analyst.locator('#capacity-error')).toBeVisible();
  await expectGood(analyst);
  await fill(analyst, { capacity: 'As a delegate', ends: '' });
  await press(analyst, 'Save');
  await expect(analyst.locator('main')).toContainText(`${PERSON} As a delegate, since 1 May 2024`);
  await follow(analyst, 'Appoint someone');
  await fill(analyst, { holder: 'Somebody Else', capacity: 'As a delegate', starts: '2024-06-01' });
  await press(analyst, 'Save');
  await expect(analyst.locator('#starts-error')).toContainText(PERSON);

  // A meeting.
  await analyst.goto(home);
  await follow(analyst, 'Add a meeting');
  await fill(analyst, { title: 'On help at home', place: 'Village hall', date: '2024-09-10', starts: '10:00', ends: '09:00' });
  await press(analyst, 'Save');
  await expect(analyst.locator('#ends-error')).toBeVisible();
  await expect(analyst.locator('#starts')).toHaveValue('10:00');
  await expectGood(analyst);
  await fill(analyst, { ends: '12:30' });
  await press(analyst, 'Save');
  await expect(analyst).toHaveURL(/\/meetings\/1$/);
  const meeting = analyst.url();

  // What is on its agenda: a paper, and a pack of a finding and of words.
  await follow(analyst, 'Add an agenda item');
  await press(analyst, 'Save');
  await expect(analyst.locator('.govuk-error-summary li')).toHaveCount(3);
  await fill(analyst, { title: 'Care that does not come', text: 'What people told us.', minutes: '40', purpose: 'For decision' });
  await press(analyst, 'Save');
  await follow(analyst, /^Add a paper/);
  await fill(analyst, { title: 'What we read', author: 'The secretary', body: 'One page.\n\n<b>No more</b> than that.' });
  await press(analyst, 'Save');
  await follow(analyst, /^Evidence pack \(0\)/);
  await press(analyst, /^Put in/);
  await expect(analyst.locator('main')).not.toContainText('The pack is empty');
  await expectGood(analyst);
  await follow(analyst, /^Choose from its excerpts/);
  const words = (await analyst.locator('#words ~ .fm-picked blockquote').first().innerText()).trim();
  await arrive(analyst, () => analyst.locator('#words ~ .fm-picked button').first().click());
  await expect(analyst.locator('.fm-panel .fm-quote').first()).toContainText(words);
  await analyst.goto(meeting);
  await follow(analyst, /^What was said and settled/);
  await fill(analyst, { record: 'Members heard the evidence against before the evidence for.' });
  await press(analyst, 'Save');

  // A decision that rests on what was read.
  await follow(analyst, /^Add a decision/);
  await fill(analyst, { title: 'Begin with travel time', text: 'Travel time is to be paid.', for: '2', against: 'one' });
  await press(analyst, 'Save');
  await expect(analyst.locator('#finding-error')).toBeVisible();
  await expect(analyst.locator('#against-error')).toBeVisible();
  await expectGood(analyst);
  await fill(analyst, { against: '1', abstained: '0', dissent: 'Nobody has said who pays.' });
  const cited = analyst.locator('input[name=recommendation]').first();
  const recommendation = (await analyst.locator('label[for=recommendation]').innerText()).trim();
  await cited.check();
  await analyst.locator('input[name=finding]').first().check();
  await press(analyst, 'Save');
  await expectGood(analyst);

  // Nobody sees the meeting before it is published.
  await page.goto('/assemblies');
  await arrive(page, () => page.getByRole('link', { name: NAME }).click());
  await expectGood(page);
  await expect(page.locator('.fm-seats')).toContainText(`${PERSON}Seat Farms. As a delegate, since 1 May 2024`);
  await expect(page.locator('.fm-seat--vacant')).toHaveCount(2);
  await expect(page.locator('main')).not.toContainText('On help at home');
  const assembly = page.url();
  expect((await page.goto(`${assembly}/meetings/1`))?.status()).toBe(404);
  await press(analyst, /^Publish/);

  // Then anyone reads the agenda, the paper, the pack, the record and the decision.
  await page.goto(assembly);
  await expect(page.locator('#decisions ~ .fm-decision')).toContainText('Begin with travel time');
  await arrive(page, () => page.getByRole('link', { name: 'On help at home' }).click());
  await expectGood(page);
  const item = page.locator('.fm-agenda__item');
  await expect(item).toContainText('For decision, 40 minutes');
  await item.getByText('Paper: What we read').click();
  await expect(item).toContainText('<b>No more</b> than that.');
  await expect(item.locator('.fm-quote').filter({ hasText: words })).not.toHaveCount(0);
  await expect(item).toContainText('Members heard the evidence against');
  const decision = page.locator('.fm-decision');
  for (const part of ['Travel time is to be paid.', 'For: 2', 'Against: 1', 'Nobody has said who pays.']) {
    await expect(decision).toContainText(part);
  }

  // From the decision to the recommendation it cites, and back.
  await arrive(page, () => decision.getByRole('link', { name: recommendation }).click());
  await arrive(page, () => page.locator('#up ~ ul').getByRole('link', { name: 'Begin with travel time' }).click());
  await expect(page).toHaveURL(/\/meetings\/1#decision-1$/);
});

test('a term that is over leaves its seat vacant', async ({ someone }) => {
  const analyst = await someone(PEOPLE.analyst);
  await analyst.goto('/team/assemblies');
  await arrive(analyst, () => analyst.locator('.fm-list a').first().click());
  const held = analyst.locator('.fm-seat:not(.fm-seat--vacant) a').last();
  const name = await held.innerText();
  await arrive(analyst, () => held.click());
  await arrive(analyst, () => analyst.getByRole('link', { name: `Change ${name}` }).click());
  await expect(analyst.locator('#holder')).toHaveValue(name);
  const starts = await analyst.locator('#starts').inputValue();
  await fill(analyst, { ends: starts });
  await press(analyst, 'Save');
  await expect(analyst.locator('main')).toContainText('Nobody holds it today');
  await expectGood(analyst);
});
