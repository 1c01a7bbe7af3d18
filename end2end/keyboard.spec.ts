import { type Kind, answer, begin, kindOf, openCall } from './support/answer';
import { arrive } from './support/arrive';
import { expectFocusVisible } from './support/focus';
import { PEOPLE } from './support/people';
import { test } from './support/test';

const REVIEW = '/team/calls/hewitt-review';

test('the focus is seen wherever the tabulator leads a respondent', async ({ page }) => {
  test.slow();
  await page.goto('/sign-in');
  await expectFocusVisible(page);
  await page.goto(await openCall(page));
  await begin(page);
  const seen = new Set<Kind>();
  for (let kind = await kindOf(page); !seen.has('check'); kind = await kindOf(page)) {
    if (!seen.has(kind)) await expectFocusVisible(page);
    seen.add(kind);
    await answer(page);
  }
});

test('the focus is seen wherever the tabulator leads the team', async ({ someone }) => {
  test.slow();
  const analyst = await someone(PEOPLE.analyst);
  const forms = ['calls/new', 'calls/hewitt-review/search', 'calls/hewitt-review/codebook/new', 'calls/hewitt-review/add-recommendation', 'add-assembly'];
  for (const form of forms) {
    await analyst.goto(`/team/${form}`);
    await expectFocusVisible(analyst);
  }
  await analyst.goto(`${REVIEW}/responses`);
  await arrive(analyst, () => analyst.locator('tbody th a').first().click());
  await expectFocusVisible(analyst);
  await arrive(analyst, () => analyst.locator('a[href*="/answers/"]').first().click());
  await expectFocusVisible(analyst);
});
