import { defineConfig } from '@playwright/test';
import { addressOf } from './support/address';
import { BROWSER } from './support/browser.mjs';

// Every page must do its work with script and without.
const projects = [
  { name: 'script', javaScriptEnabled: true },
  { name: 'noscript', javaScriptEnabled: false },
];

export default defineConfig({
  testDir: '.',
  globalSetup: './support/start.ts',
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The two projects run side by side; the tests of one share its server, and run one after the other.
  workers: 2,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    // A trace of every step takes half as long again, so it is made when asked for.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    actionTimeout: 15_000,
    launchOptions: BROWSER,
  },
  projects: projects.map(({ name, javaScriptEnabled }) => ({
    name,
    workers: 1,
    use: { javaScriptEnabled, baseURL: process.env.E2E_ADDRESS ?? process.env[addressOf(name)] },
  })),
});
