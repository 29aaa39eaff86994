// What the browser tests share: a server for each worker, a browser without background traffic, and a page that fails
// its test over any console message, any request to another origin and any breach of the content security policy.
import { expect, test as base } from '@playwright/test';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../script/serve.mjs';

export { expect };
/** The site of the frozen package, and the site as it is built. */
export const dist = fileURLToPath(new URL('../../target/site/frozen', import.meta.url));
const SHELL = '/usr/bin/chromium-headless-shell';
export const built = fileURLToPath(new URL('../../dist', import.meta.url));

/** What Chromium says, without a reason, of a hashed file on its way to an embed whose frame is asked something else meanwhile. */
const isLeft = (message) => /^Fetch API cannot load \S+\. $/.test(message.text()) && message.location().url.includes('/embed/');

export const test = base.extend({
  /** Chromium without its windows takes half the time; the whole one where a test needs what lies around a page. */
  isWhole: [false, { scope: 'worker', option: true }],
  launchOptions: [
    async ({ isWhole }, use) => {
      await use({
        executablePath: process.env.CHROMIUM ?? (isWhole || !existsSync(SHELL) ? '/usr/bin/chromium' : SHELL),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      });
    },
    { scope: 'worker', option: true },
  ],
  origin: [
    async ({}, use) => {
      const server = await serve(dist);
      await use(server.origin);
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  /** Messages that a test expects; all others fail it. */
  expectedMessages: [/^$/, { option: true }],
  page: async ({ page, origin, expectedMessages }, use) => {
    const messages = [];
    page.on('console', (message) => isLeft(message) || messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) messages.push(`foreign request: ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(messages.filter((message) => !expectedMessages.test(message) && !message.includes('blocked by Playwright'))).toEqual([]);
  },
});

/** Marks a test that does the same again in another theme, width or language: `script/test --all` runs it. */
export const again = (isAgain) => ({ tag: isAgain ? ['@sweep'] : [] });

/** Opens an address and waits until the controls answer and the chart of the address is there. */
export async function open(page, path = '/') {
  await page.goto(path);
  await ready(page);
}

export async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready' && !('other' in document.documentElement.dataset));
  // Drawings that do not fit go a moment later.
  await page.waitForFunction(() => document.querySelectorAll('#drawings svg').length <= 1 && 'live' in document.documentElement.dataset);
}

/** Asks another question in the page that is there, as the way back does: where the answer is looked at, not the arrival. */
export async function ask(page, path) {
  const [folder, query] = path.split('?');
  if (new URL(page.url()).pathname !== folder) return open(page, path);
  await page.evaluate((query) => {
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    dispatchEvent(new PopStateEvent('popstate'));
    // Tables and controls follow after the frame.
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  }, query);
}

/** Holds the data back until what it returns is called. */
export async function hold(page) {
  let release;
  await page.route('**/data/release-*.bin', async (route) => {
    await new Promise((resolve) => (release = resolve));
    await route.continue();
  });
  return async () => {
    await expect.poll(() => release).toBeTruthy();
    release();
  };
}

/** Chooses a view by its tab. */
export async function view(page, name) {
  await page.locator(`input[name=view][value=${name}]`).check({ force: true });
}

/** Opens the further choices. */
export async function more(page) {
  await page.locator('details.more > summary').click();
}

/**
 * The data of the marks of the main figure, in the order in which they are read: that of `aria-owns`, which follows a choice as
 * names do.
 */
export const marks = (page) =>
  page.locator('figure').first().locator('svg.chart:visible').evaluateAll(async (charts) => {
    const nodes = () => charts.flatMap((chart) => chart.getAttribute('aria-owns').split(' ').filter(Boolean)).map((id) => document.getElementById(id));
    for (let tries = 100; tries > 0 && nodes().includes(null); tries -= 1) await new Promise((done) => setTimeout(done, 20));
    return nodes().map((node) => ({ ...node.dataset, label: node.getAttribute('aria-label') }));
  });

/** The data of the table rows of the main figure. */
export const rows = (page) =>
  page.locator('figure').first().locator('tbody tr').evaluateAll((nodes) => nodes.map((node) => ({ ...node.dataset })));
