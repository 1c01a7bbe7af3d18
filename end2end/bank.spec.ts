// The builder: questions are dragged where script runs, shown as they will look, kept in the question bank and taken out of it.

import type { Locator } from '@playwright/test';
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

test('questions and sections are moved by dragging, and by buttons', async ({ someone }) => {
  test.slow();
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
  if (!hasScript()) {
    await press(team, 'Move down A');
    expect(await order()).toEqual(['One', '1. B', '2. A', '3. C', 'Two']);
    return;
  }
  // A hand tries again where the page was not as quick as it was.
  const drag = (what: RegExp, to: Locator, wanted: string[]) =>
    expect(async () => {
      if ((await order()).join() === wanted.join()) return;
      await team.getByRole('heading', { name: what }).locator('.fm-handle').hover();
      await team.mouse.down();
      const { x, y } = (await to.boundingBox())!;
      for (const below of [30, 4]) {
        await team.mouse.move(x + 40, y + below, { steps: 8 });
        await team.waitForTimeout(200);
      }
      await team.mouse.up();
      await team.waitForTimeout(1000);
      expect(await order()).toEqual(wanted);
    }).toPass({ timeout: 40_000 });
  await drag(/C$/, team.getByRole('heading', { name: /A$/ }), ['One', '1. C', '2. A', '3. B', 'Two']);
  await drag(/C$/, team.locator('[data-section]').last().locator('ol'), ['One', '1. A', '2. B', 'Two', '3. C']);
  await drag(/^Two$/, team.getByRole('heading', { name: /^One$/ }), ['Two', '1. C', 'One', '2. A', '3. B']);
  await expectGood(team);
});
