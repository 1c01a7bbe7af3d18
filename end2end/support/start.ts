// Before all tests: one demonstration, and a server of its own copy for each project, so that what the journey with
// script enters is not in the way of the journey without, each with a provider of sign-in beside it. Their letters go to
// one mail server. E2E_ADDRESS tests a server that runs already.

import type { FullConfig } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf } from './address';
import { takeLetters } from './letters';
import { UNLIMITED, makeDemonstration, serve } from './program.mjs';
import { startProvider } from './provider.mjs';

export default async function start(config: FullConfig) {
  if (process.env.E2E_ADDRESS) return;
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-end2end-'));
  const servers: { stop: () => Promise<void> }[] = [];
  const finish = async () => {
    const stopped = await Promise.allSettled(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
    for (const result of stopped) if (result.status === 'rejected') throw result.reason;
  };
  try {
    const letters = await takeLetters(join(folder, 'letters'));
    servers.push(letters);
    const demonstration = join(folder, 'demonstration');
    await makeDemonstration(demonstration);
    for (const { name } of config.projects) {
      const data = join(folder, name);
      await cp(demonstration, data, { recursive: true });
      const server = await serve(data, join(folder, `${name}.log`), async (address) => {
        const provider = await startProvider(address);
        servers.push(provider);
        return UNLIMITED + letters.settings + provider.settings;
      });
      servers.push(server);
      process.env[addressOf(name)] = server.address;
    }
  } catch (error) {
    await finish();
    throw error;
  }
  return finish;
}
