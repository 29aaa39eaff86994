import { cpus } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Tests of memory, of paper and of what is taken along run in the whole browser. */
const WHOLE = /(soak|print|take)\.spec\.mjs$/;

// A real browser against the built site on a plain static server (see tests/browser/fixtures.mjs).
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'target/browser',
  timeout: 30_000,
  // One more than processors: some tests wait for most of their time.
  workers: cpus().length + 1,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // The same again in another theme, width or language: `script/test --all` runs that too.
  grepInvert: process.env.SWEEP ? undefined : /@sweep/,
  // Requests of a service worker cannot be changed by tests; the one test of it allows it.
  use: { serviceWorkers: 'block' },
  projects: [
    // The longest test first: nothing runs beside it at the end.
    { name: 'whole', testMatch: WHOLE, use: { isWhole: true } },
    { name: 'shell', testIgnore: WHOLE },
  ],
  reporter: [['list'], ['json', { outputFile: 'target/browser.json' }]],
});
