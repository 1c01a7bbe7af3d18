import type { Page } from '@playwright/test';
import { fill, press } from './form';

/** Makes a call with every text that it needs, and gives its address among the team's pages. */
export async function makeCall(page: Page, title: string) {
  await page.goto('/team/calls/new');
  await fill(page, { kind: 'Call for evidence', title, summary: title });
  await press(page, 'Create the call');
  const call = page.url().match(/\/team\/calls\/[^/]+/)![0];
  await page.goto(`${call}/edit`);
  const parts = ['controller', 'purposes', 'lawful-basis', 'processors', 'sharing', 'retention', 'rights'];
  const notice = Object.fromEntries(parts.map((part) => [`privacy-${part}`, title]));
  await fill(page, { commissioner: title, remit: title, contact: title, 'publication-policy': title, ...notice });
  await press(page, 'Save');
  return call;
}
