// The builder: questions are dragged where script runs, shown as they will look, kept in the question bank and taken out of it.

import { makeCall } from './support/call';
import { fill, follow, press } from './support/form';
import { PEOPLE } from './support/people';
import { expect, expectGood, expectGoodAtAnySize, hasScript, test } from './support/test';

test('a question is shown as it will look, kept in the bank, found there and taken into another call', async ({ someone }) => {
  const team = await someone(PEOPLE.analyst);
  const title = `How far is the surgery? ${hasScript()}`;
  const base = await makeCall(team, `The first call ${hasScript()}`);
  await team.goto(`${base}/questions/sections/new`);
  await fill(team, { title: 'Getting there' });
  await press(team, 'Save');
  await team.goto(`${base}/questions/new`);
  await fill(team, { title, kind: 'By choosing one', choices: 'Near\nFar' });
  const shown = team.locator('#preview');
  if (!hasScript()) await press(team, 'Show what it looks like');
  await expect(shown.getByRole('group', { name: title })).toBeVisible();
  await expect(shown.getByRole('radio', { name: 'Far' })).toBeVisible();
  await expectGoodAtAnySize(team);
  await fill(team, { choices: 'Near' });
  if (!hasScript()) await press(team, 'Show what it looks like');
  await expect(shown.getByRole('radio')).toHaveCount(0);
  await expect(shown).toContainText('when this is put right');
  await expectGood(team);
  await fill(team, { choices: 'Near\nFar\nVery far' });
  await press(team, 'Save');
  await follow(team, 'Keep in the question bank');
  await expectGood(team);
  await fill(team, { note: 'For calls about buses.' });
  await press(team, 'Keep it');

  const other = await makeCall(team, `The second call ${hasScript()}`);
  await team.goto(`${other}/questions/sections/new`);
  await fill(team, { title: 'Buses' });
  await press(team, 'Save');
  await follow(team, 'Add questions from the question bank');
  await fill(team, { words: 'buses surgery' });
  await press(team, 'Find');
  await expectGoodAtAnySize(team);
  await press(team, 'Add these questions');
  await expect(team.locator('.govuk-error-summary')).toContainText('Choose at least one question');
  await fill(team, { take: title });
  await press(team, 'Add these questions');
  await expect(team.locator('main')).toContainText('Near · Far · Very far');

  await team.goto('/team/bank?words=buses+surgery');
  await expect(team.locator('main li')).toContainText(`The second call ${hasScript()}`);
  await expectGoodAtAnySize(team);
  await follow(team, 'Change');
  await fill(team, { help: 'On foot.' });
  await press(team, 'Save');
  await expect(team).toHaveURL(/\/team\/bank#item-/);
});

test('questions and sections are moved by buttons, and can be dragged where script runs', async ({ someone }) => {
  const team = await someone(PEOPLE.analyst);
  const base = await makeCall(team, `An order ${hasScript()}`);
  for (const section of ['One', 'Two']) {
    await team.goto(`${base}/questions/sections/new`);
    await fill(team, { title: section });
    await press(team, 'Save');
  }
  for (const title of ['A', 'B', 'C']) {
    await team.goto(`${base}/questions/new`);
    await fill(team, { title, kind: 'In one line', section: 'One' });
    await press(team, 'Save');
  }
  const order = () => team.locator('main :is(h2, h3)').allInnerTexts().then((all) => all.map((one) => one.trim()));
  expect(await order()).toEqual(['One', '1. A', '2. B', '3. C', 'Two']);
  await press(team, 'Move down A');
  expect(await order()).toEqual(['One', '1. B', '2. A', '3. C', 'Two']);
  await press(team, 'Move down One');
  expect(await order()).toEqual(['Two', 'One', '1. B', '2. A', '3. C']);
  // What is dragged is sent to the address of these buttons; there is something to drag by only where script runs.
  await expect(team.locator('.fm-handle')).toHaveCount(hasScript() ? 5 : 0);
  await expectGood(team);
});
