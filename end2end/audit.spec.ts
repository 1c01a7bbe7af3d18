import { readFile } from 'node:fs/promises';
import { arrive } from './support/arrive';
import { PEOPLE, signIn } from './support/people';
import { expect, expectGoodAtAnySize, test } from './support/test';

const NAME = 'Ruth Adeyemi-Pask';
const OWNER = 'Tomasz Hargreave';

test('what was done is told in sentences, narrowed, and taken out to a file', async ({ page }) => {
  await signIn(page, PEOPLE.administrator);
  await arrive(page, () => page.getByRole('link', { name: 'Audit' }).click());
  await expect(page.locator('tbody th').first()).toHaveText(`${NAME} signed in`);
  await expect(page.locator('main')).toContainText('Nothing here can be changed or removed');
  await expectGoodAtAnySize(page);

  await page.locator('#person').selectOption({ label: OWNER });
  await page.locator('#act').selectOption({ label: 'Announced a call' });
  await arrive(page, () => page.locator('main form[method=get] button').click());
  const told = page.locator('tbody th');
  await expect(told.first()).toContainText(`${OWNER} announced the call`);
  await expect(page.locator('#act option:checked')).toHaveText('Announced a call');
  await expectGoodAtAnySize(page);
  const shown = await told.count();

  for (const [button, ending] of [['Spreadsheet (CSV)', 'csv'], ['For programs (JSON)', 'json']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    expect(file.suggestedFilename()).toBe(`audit.${ending}`);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.match(/announced the call/g)).toHaveLength(shown);
  }
  await page.goto('/team/audit');
  await expect(page.locator('tbody th').first()).toContainText(`${NAME} took the audit out to a file (json)`);

  await page.goto('/team/audit?from=yesterday');
  await expect(page.locator('.govuk-error-summary')).toContainText('‘yesterday’ is not a day');
  await expectGoodAtAnySize(page);
});

test('nobody else reads the audit', async ({ page }) => {
  await signIn(page, PEOPLE.analyst);
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  expect((await page.goto('/team/audit'))?.status()).toBe(403);
});
