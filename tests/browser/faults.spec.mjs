import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { dist, expect, open, ready, test } from './fixtures.mjs';
import { serve } from '../../script/serve.mjs';

const figureIsThere = async (page) => {
  await expect(page.locator('figure h2').first()).toContainText('Hamburg vorn');
  await expect(page.locator('svg.chart:visible .mark')).not.toHaveCount(0);
};

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  for (const [path, words] of [['/', 'Hamburg vorn, Saarland hinten'], ['/en/', 'Hamburg leads, Saarland is last']]) {
    test(`${path} shows chart, sentence and table`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('data-state', 'static');
      await expect(page.locator('figure h2').first()).toContainText(words);
      await expect(page.locator('svg.chart:visible')).toHaveCount(2);
      // What would need a script is not there; the figures of the state and the pages of the others are.
      for (const hidden of ['.ask', '.views', '.line', '.card input']) await expect(page.locator(hidden).first()).toBeHidden();
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('.card')).toContainText(['197', '380', '1']);
      await expect(page.locator('.no-script a:visible')).toHaveCount(15);
      const state = await page.request.get(new URL(await page.locator('.no-script a').first().getAttribute('href'), page.url()).href);
      expect(state.status()).toBe(200);
      await page.locator('summary').filter({ hasText: /Tabelle|Table/ }).first().click();
      await expect(page.locator('tbody tr').first()).toBeVisible();
    });
  }
});

test.describe('with faults', () => {
  test.use({ expectedMessages: /Failed to load resource|integrity|E-BOOT|error: |warning: |CompileError|panicked|Failed to find a valid digest/ });

  const faults = [
    ['the code is missing', '**/app-*.js', (route) => route.fulfill({ status: 404, body: '<!doctype html>' })],
    ['the module is missing', '**/app-*.wasm', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' })],
    ['the module is cut', '**/app-*.wasm', async (route) => { const response = await route.fetch(); await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) }); }],
    ['one byte of the module is wrong', '**/app-*.wasm', async (route) => { const response = await route.fetch(); const body = await response.body(); body[body.length - 9] ^= 1; await route.fulfill({ response, body }); }],
    ['the data is missing', '**/data/release-*.bin', (route) => route.fulfill({ status: 404, body: 'nothing' })],
    ['the data is cut', '**/data/release-*.bin', async (route) => { const response = await route.fetch(); await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) }); }],
    ['the data is another page', '**/data/release-*.bin', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Login' })],
    ['the start script is missing', '**/start-*.js', (route) => route.fulfill({ status: 404, body: '' })],
  ];
  for (const [name, pattern, fault] of faults) {
    test(`${name}: the page stays and says so`, async ({ page }) => {
      await page.route(pattern, fault);
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('data-state', 'error', { timeout: 12_000 });
      await expect(page.locator('#notice')).toBeVisible();
      await expect(page.locator('#notice')).toContainText('Die Auswahl ist gerade nicht möglich');
      await figureIsThere(page);
      expect(await page.locator('html').getAttribute('data-error')).toMatch(/^E-/);
    });
  }

  test('another question than the page carries, and no data: the frame says so, no wrong chart', async ({ page }) => {
    await page.route('**/data/release-*.bin', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/?measure=ozg-land-any');
    await expect(page.locator('#notice')).toBeVisible({ timeout: 12_000 });
    await expect(page.locator('figure h2').first()).toBeHidden();
    expect(await page.locator('figure').first().evaluate((node) => getComputedStyle(node, '::before').content)).toContain('Die Auswahl ist gerade nicht möglich');
  });

  test('a server fault that passes is tried again', async ({ page }) => {
    let tries = 0;
    await page.route('**/data/release-*.bin', (route) => (tries++ === 0 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
    await open(page);
    expect(tries).toBe(2);
  });

  test('what the first view does not need follows; without it the page stays usable', async ({ page }) => {
    await page.route('**/data/complete-*.bin', (route) => route.abort());
    await open(page, '/?period=2023-06');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 15_000 });
    await page.locator('select[name=focus]').selectOption('by');
    await expect(page.locator('.sentence').first()).toContainText('Bayern');
  });

  test('WebAssembly switched off: the page stays and says so', async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
    await figureIsThere(page);
  });
});

test('the built pages are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'no-inline-style': 'error', 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'prefer-native-element': 'off', 'no-implicit-input-type': 'off', 'tel-non-breaking': 'off', 'require-sri': 'off', 'no-redundant-role': 'error', 'form-dup-name': 'off' /* a select and a slider are one key of the address */ } });
  for (const file of ['index.html', 'en/index.html', 'glossary/index.html', 'en/glossary/index.html']) {
    const report = await validator.validateString(readFileSync(join(dist, file), 'utf8'));
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`))).toEqual([]);
  }
});

test('no page has a mark left unfilled, and every file that it names exists', async ({ request }) => {
  for (const path of ['/', '/en/', '/glossary/', '/en/glossary/']) {
    const html = await (await request.get(path)).text();
    expect(html).not.toMatch(/%[a-z-]+%/);
    for (const [, name] of html.matchAll(/(?:src|href|data-js|data-wasm|data-release)="(\.{1,2}\/[^"?#]*|en\/|data\/[^"]*)"/g)) {
      expect((await request.get(new URL(name, `http://x${path}`).pathname)).status(), `${path} names ${name}`).toBe(200);
    }
  }
});

test('the code carries no path of the machine that built it', async () => {
  for (const name of readdirSync(dist).filter((file) => /\.(wasm|js)$/.test(file))) {
    expect(readFileSync(join(dist, name), 'latin1')).not.toMatch(/\/(home|root|Users)\/|\.cargo\/registry/);
  }
});

test('the site works under any path and without its headers', async ({ browser }) => {
  const server = await serve(dist, 0, '/some/path/');
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/some/path/?measure=ozg-land-any&period=2021-12`);
  await ready(page);
  await page.getByRole('link', { name: 'English' }).click();
  await ready(page);
  await expect(page.locator('figure h2').first()).toContainText('in at least one municipality');
  expect(new URL(page.url()).pathname).toBe('/some/path/en/');
  await page.close();
  server.close();
});
