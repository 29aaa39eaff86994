import { defineConfig } from '@playwright/test';

// A real browser against the built site on a plain static server (see tests/browser/fixtures.mjs).
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.mjs',
  outputDir: 'target/browser',
  timeout: 30_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Requests of a service worker cannot be changed by tests; the one test of it allows it.
  use: { serviceWorkers: 'block' },
  reporter: [['list'], ['json', { outputFile: 'target/browser.json' }]],
});
