// An app that shows codes (RFC 6238), as a telephone would.

import { createHmac } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { arrive } from './arrive';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;

/** What someone keeps for the second step. */
export interface Kept {
  secret: string;
  recovery: string[];
}

/**
 * The code of now, or of so many steps later. Each can be used once: set up with that of now, and sign in with the next,
 * which a portal takes from a clock that is a little ahead.
 */
export function codeOf(secret: string, later = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_SECONDS) + later));
  const mac = createHmac('sha1', bytes(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The bytes of a text in base 32 (RFC 4648). */
function bytes(text: string): Buffer {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** Finishes setting up on the page that shows the secret, and stays on the page of recovery codes. */
export async function setUp(page: Page): Promise<Kept> {
  const secret = (await page.locator('.fm-secret').textContent())!.replaceAll(' ', '');
  await page.locator('#code').fill(codeOf(secret));
  await arrive(page, () => page.getByRole('button', { name: 'Finish' }).click());
  await expect(page.locator('h1')).toHaveText('Recovery codes');
  return { secret, recovery: await page.locator('.fm-recovery li').allInnerTexts() };
}
