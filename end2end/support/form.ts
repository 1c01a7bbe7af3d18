import type { Page } from '@playwright/test';
import { arrive } from './arrive';

/** What a form holds: of each field its text, or the names of what is chosen. */
export type Values = Record<string, string | string[]>;

/** Types into fields and chooses from them, by the name of each field. What has a label is chosen by its label. */
export async function fill(page: Page, values: Values) {
  // What is folded away can be filled only once it is open.
  await page.locator('main details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type);
    for (const part of [value].flat()) {
      if (kind === 'radio' || kind === 'checkbox') await field.and(page.getByRole(kind, { name: part, exact: true })).check();
      else if (kind === 'select-one') await field.selectOption(await field.locator('option', { hasText: part }).first().getAttribute('value'));
      else await field.fill(part);
    }
  }
}

/** What the form that is shown holds, and what it says of things that can no longer be changed, so that another can be filled alike. */
export async function valuesOf(page: Page): Promise<Values> {
  return await page.locator('main form').first().evaluate((form: HTMLFormElement) => {
    const values: Values = {};
    for (const field of form.elements as HTMLCollectionOf<HTMLInputElement & HTMLSelectElement>) {
      if (!field.name) continue;
      const chosen = field.labels?.[0]?.textContent?.trim() ?? '';
      if (field.type === 'select-one') values[field.name] = field.selectedOptions[0].label;
      else if (field.type === 'checkbox' && field.checked) values[field.name] = [...(values[field.name] ?? []), chosen];
      else if (field.type === 'radio' && field.checked) values[field.name] = chosen;
      else if (!['checkbox', 'radio', 'submit', 'hidden'].includes(field.type)) values[field.name] = field.value;
    }
    for (const fixed of form.querySelectorAll('.govuk-form-group[id] > .govuk-label ~ .fm-lines')) {
      values[fixed.parentElement!.id] = fixed.textContent!;
    }
    return values;
  });
}

/** Presses a button of the page, and gives the answer that is then shown. */
export async function press(page: Page, name: string | RegExp) {
  const shown = (status: number) => status < 300 || status >= 400;
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && shown(response.status())),
    arrive(page, () => page.locator('main').getByRole('button', { name }).first().click()),
  ]);
  return answer;
}

/** Follows a link of the page, whether it looks like one or like a button. */
export async function follow(page: Page, text: string | RegExp) {
  await arrive(page, () => page.locator('main a').filter({ hasText: text }).first().click());
}
