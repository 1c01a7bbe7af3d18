// Runs the built program for those who look at it in a browser: the tests, and the maker of the pictures.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const READY_SECONDS = 60;
const STOP_SECONDS = 15;

/** Where `make` leaves the program that is tested; E2E_PROGRAM names another. */
export const PROGRAM =
  process.env.E2E_PROGRAM ?? join(dirname(fileURLToPath(import.meta.url)), '../../target/debug/folkmoot');

/**
 * All tests come from one address, and ask more in a minute than a whole office does. The people of the demonstration
 * sign in with a password alone, until a test sets up more.
 */
export const UNLIMITED = `
[sign-in]
second-factor = "offered"

[limits]
sign-in = 0
respond = 0
search = 0
export = 0
seconds-a-page = 0
`;

/** Creates the demonstration in a folder that does not exist yet. */
export async function makeDemonstration(data) {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: run 'make browser-tests', which builds it first`);
  await promisify(execFile)(PROGRAM, ['demo', '--data', data]);
}

/**
 * Serves a data folder on a free port and waits until it is ready. `settings` gives the file of settings for its address.
 * What the program says goes to the file `log`. `stop` ends it as an operator would, and complains if it does not end.
 */
export async function serve(data, log, settings = async () => '') {
  const address = `http://127.0.0.1:${await freePort()}`;
  const out = openSync(log, 'a');
  const config = `${log}.toml`;
  writeFileSync(config, await settings(address));
  const args = ['serve', '--config', config, '--data', data, '--listen', new URL(address).host];
  const child = spawn(PROGRAM, args, { stdio: ['ignore', out, out] });
  const ended = once(child, 'exit');
  await untilReady(address, child, log);
  return { address, stop: () => stop(child, ended) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(address, child, log) {
  for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end; await sleep(100)) {
    if (hasEnded(child)) break;
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error(`${PROGRAM} did not become ready at ${address}. It said:\n${readFileSync(log, 'utf8')}`);
}

async function stop(child, ended) {
  if (hasEnded(child)) throw new Error(`${PROGRAM} had ended before it was asked to: ${child.exitCode ?? child.signalCode}`);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
  const [code, signal] = await ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${PROGRAM} did not stop cleanly within ${STOP_SECONDS} s of SIGTERM, but with ${code ?? signal}`);
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;
