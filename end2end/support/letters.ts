// A mail server for the letters of the program. What it takes lies in a folder, so that the tests, which run in other
// processes, can read it.

import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** The variable in which the tests find the folder of the letters. */
const FOLDER = 'E2E_LETTERS';

/** The seconds within which a letter arrives. */
const SECONDS = 15;

/** Starts the mail server, and gives what the file of settings says of it. */
export async function takeLetters(folder: string) {
  await mkdir(folder, { recursive: true });
  process.env[FOLDER] = folder;
  let taken = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, answer) {
      keep(stream, join(folder, String(taken++).padStart(6, '0'))).then(() => answer(), answer);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: `
[smtp]
host = "127.0.0.1"
port = ${port}
tls = "none"
from = "evidence@folkmoot.example"
`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Keeps a letter under a name that it has only once it is whole. */
async function keep(stream: AsyncIterable<Buffer>, file: string) {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  await writeFile(`${file}.part`, Buffer.concat(parts));
  await rename(`${file}.part`, `${file}.eml`);
}

/** The letters to an address that have arrived, oldest first. */
export async function lettersTo(address: string): Promise<Email[]> {
  const folder = process.env[FOLDER] ?? '';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const letters = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  return letters.filter((letter) => letter.to?.some((to) => to.address === address));
}

/** Waits for the letter of this number, from 1, to an address. */
export async function letterTo(address: string, number = 1): Promise<Email> {
  for (const end = Date.now() + SECONDS * 1000; Date.now() < end; await sleep(200)) {
    const letters = await lettersTo(address);
    if (letters.length >= number) return letters[number - 1];
  }
  throw new Error(`letter ${number} to ${address} did not arrive within ${SECONDS} s`);
}

/** The path of the first link of a letter whose address holds this. */
export function linkIn(letter: Email, part: string): string {
  const found = letter.text?.match(/https?:\/\/\S+/g)?.find((link) => link.includes(part));
  if (!found) throw new Error(`no link with ${part} is in: ${letter.text}`);
  return new URL(found).pathname;
}

/** The path of a link in a letter to somebody whom both projects know: of the letter that the server of this page has sent. */
export async function linkHere(page: Page, address: string, part: string): Promise<string> {
  const { origin } = new URL(page.url());
  for (const end = Date.now() + SECONDS * 1000; Date.now() < end; await sleep(200)) {
    const here = (await lettersTo(address)).filter(({ text }) => text?.includes(`${origin}${part}`));
    if (here.length) return linkIn(here[here.length - 1], part);
  }
  throw new Error(`no letter from ${origin} to ${address} with ${part} arrived within ${SECONDS} s`);
}

/** The value of a header of a letter. */
export const header = (letter: Email, name: string) =>
  letter.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '';

/** The private link of the invitation that a letter takes to an address. */
export const invitationTo = async (address: string) => linkIn(await letterTo(address), '/invitation/');
