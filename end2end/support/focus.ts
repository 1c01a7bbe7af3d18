import { expect, type Page } from '@playwright/test';

/** More stops than any form has. */
const MOST = 400;

/**
 * Goes through everything on the page that takes the focus, by the tabulator alone. Fails where the focus cannot be seen
 * (WCAG 2.4.7) or something lies over it (2.4.11), and where it does not come to each field in turn (2.4.3).
 */
export async function expectFocusVisible(page: Page) {
  const fields = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('main :is(input, textarea, select, button)')] as HTMLInputElement[];
    // Of radio buttons, only one of a name is a stop.
    const first = shown.filter((field, at) => field.type !== 'radio' || shown.findIndex(({ name }) => name === field.name) === at);
    // The field that only programs fill in is no stop.
    return first.filter((field) => field.type !== 'hidden' && field.tabIndex >= 0 && field.checkVisibility()).length;
  });
  const met = new Set<string>();
  for (let stops = 0; stops < MOST; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (!stop) break;
    expect(stop.hidden, `${page.url()}: ${stop.name} has the focus and cannot be seen`).toBe(false);
    expect(stop.same, `${page.url()}: nothing shows that ${stop.name} has the focus`).toBe(false);
    if (stop.field) met.add(stop.field);
  }
  expect(met.size, `${page.url()}: the tabulator comes to ${[...met].join(', ')}`).toBe(fields);
}

/** Looks at what has the focus, in the page: whether it is seen, and whether it would look the same without. */
function look() {
  const element = document.activeElement as HTMLElement;
  if (!element || element === document.body) return undefined;
  const shown = (one: Element, part?: string) => {
    const { outline, boxShadow, backgroundColor, border, color } = getComputedStyle(one, part);
    return [outline, boxShadow, backgroundColor, border, color].join();
  };
  const label = (element as HTMLInputElement).labels?.[0];
  // A choice shows its focus on the ring that its label draws.
  const looks = () => shown(element) + (label ? shown(label) + shown(label, '::before') : '');
  const box = (label && element.matches('[type=radio], [type=checkbox]') ? label : element).getBoundingClientRect();
  const on = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2);
  const seen = !!on && (element.contains(on) || !!label?.contains(on) || on.contains(element));
  const withFocus = looks();
  element.blur();
  const without = looks();
  element.focus();
  const all = [...document.querySelectorAll('main :is(input, textarea, select, button)')];
  const field = (element as HTMLInputElement).type === 'radio' ? `any ${(element as HTMLInputElement).name}` : `field ${all.indexOf(element)}`;
  return {
    name: `${element.tagName.toLowerCase()} ${element.id || element.textContent?.trim()}`,
    hidden: !seen,
    same: withFocus === without,
    field: all.includes(element) ? field : undefined,
  };
}
