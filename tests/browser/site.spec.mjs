// The site as files: without script, on any path, in frames of others, without a network.
import { readFileSync, readdirSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { serve } from '../../script/serve.mjs';
import { COLOURS, violations } from './axe.mjs';
import { again, dist, expect, open, ready, test } from './fixtures.mjs';

const cards = readdirSync(join(dist, 'cards'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const sample = [...new Set(cards.map((name) => name.split('-')[0]))].map((kind) => cards.find((name) => name.startsWith(kind)));
const statics = ['cards/', 'method/', 'data/', 'news/', 'glossary/', 'impressum/', 'datenschutz/', 'barrierefreiheit/', 'kontakt/'];

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('every kind of card is whole', async ({ page }) => {
    for (const card of sample) {
      await page.goto(`/cards/${card}/`);
      await expect(page.locator('html')).toHaveAttribute('data-state', 'static');
      await expect(page.locator('svg.chart:visible')).toHaveCount(1);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('tbody tr:visible').first()).toBeVisible();
      await expect(page.locator('.sentence')).toBeVisible();
      for (const link of await page.locator('.files a').all()) {
        const response = await page.request.get(new URL(await link.getAttribute('href'), page.url()).href);
        expect(response.status()).toBe(200);
      }
    }
  });
  test('static pages in both languages lead to each other', async ({ page }) => {
    for (const path of statics) {
      await page.goto(`/${path}`);
      const heading = await page.locator('h1').textContent();
      await page.getByRole('link', { name: 'English', exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/en/${path}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
      await expect(page.locator('h1')).toHaveText(heading);
    }
  });
});

for (const [scheme, path] of [['light', ''], ['dark', ''], ['light', 'en/']]) {
  test(`static pages and embeds are accessible: ${scheme} /${path}`, again(scheme === 'dark' || path !== ''), async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: scheme });
    // A kind of card as page or as embed; with --all both.
    const own = sample.flatMap((card, index) => [`cards/${card}/`, `embed/${card}/`].filter((_, host) => process.env.SWEEP || host === index % 2));
    for (const name of [...statics, ...own]) {
      await page.goto(`/${path}${name}`);
      expect(await violations(page, { runOnly: scheme === 'dark' ? COLOURS : undefined }), name).toEqual([]);
    }
  });
}

for (const scheme of ['light', 'dark']) {
  test(`invented pages, Leichte Sprache and the page for what is not there are accessible: ${scheme}`, again(scheme === 'dark'), async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: scheme });
    for (const name of ['sample/', 'sample/en/', 'sample/services/', 'sample/services/nw/', 'sample/services/nw/bildung/', 'leichte-sprache/', '404.html']) {
      await page.goto(`/${name}`);
      expect(await violations(page, { runOnly: scheme === 'dark' ? COLOURS : undefined }), name).toEqual([]);
      // The first stop of the keyboard skips what comes before the content.
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement.getAttribute('href')), name).toBe('#content');
    }
  });
}

for (const width of [280, 320, 500, 768, 1400]) {
  test(`cards and embeds fit ${width} px`, again(![320, 768].includes(width)), async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const card of sample) {
      for (const path of [`/cards/${card}/`, `/embed/${card}/`, `/en/embed/${card}/`]) {
        await page.goto(path);
        const found = await page.evaluate(() => {
          const chart = [...document.querySelectorAll('svg.chart')].find((svg) => svg.getBoundingClientRect().width > 0);
          const box = chart.getBoundingClientRect();
          const cut = [...chart.querySelectorAll('text')].filter((text) => { const own = text.getBoundingClientRect(); return own.left < -1 || own.right > innerWidth + 1; });
          return { scrolls: document.documentElement.scrollWidth > innerWidth, cut: cut.map((text) => text.textContent), small: (14 * box.width) / chart.viewBox.baseVal.width };
        });
        expect(found.scrolls, path).toBe(false);
        expect(found.cut, path).toEqual([]);
        expect(found.small, path).toBeGreaterThanOrEqual(12);
      }
    }
  });
}

test('every page is valid HTML', async () => {
  test.setTimeout(90_000);
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-inline-style': 'error', 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'prefer-native-element': 'off', 'no-implicit-input-type': 'off', 'tel-non-breaking': 'off', 'require-sri': 'off', 'script-type': 'off', 'valid-for': 'off', 'form-dup-name': 'off' /* a select and a slider are one key of the address */ },
  });
  // Cards and embeds: one of each kind (all with --all).
  const isOf = (list, name) => list.some((card) => name.includes(`/${card}/`));
  const isShown = (name) => !/sample\/services\/(?!nw)/.test(name) && (process.env.SWEEP || !isOf(cards, name) || isOf(sample, name));
  const pages = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.html') && isShown(name));
  expect(pages.length).toBeGreaterThan(process.env.SWEEP ? 100 : 80);
  const faults = [];
  for (const name of pages) {
    const report = await validator.validateString(readFileSync(join(dist, name), 'utf8'));
    for (const { messages } of report.results) faults.push(...messages.slice(0, 2).map(({ ruleId, message }) => `${name}: ${ruleId} ${message}`));
  }
  expect(faults.slice(0, 10)).toEqual([]);
});

test('five embeds in a page of others, also sandboxed without any token', async ({ browser, origin }) => {
  // No override of the colour scheme: each frame follows its host.
  const context = await browser.newContext({ colorScheme: null });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const frames = sample.slice(0, 5).map((card, index) => {
    const code = /<textarea id="code-frame"[^>]*>(.*?)<\/textarea>/s.exec(readFileSync(join(dist, `cards/${card}/index.html`), 'utf8'))[1];
    const html = code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace('https://ozg-vergleich.example', origin);
    return index % 2 ? html.replace('<iframe ', '<iframe sandbox="" ') : html;
  });
  const host = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(`<!doctype html><html style="color-scheme:dark"><title>Zeitung</title><link rel="icon" href="data:,"><main style="width:600px">${frames.join('<p>Text</p>')}</main>`));
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${host.address().port}/`).catch(() => {});
    expect(await page.locator('iframe').count()).toBe(5);
    for (let index = 0; index < 5; index += 1) {
      const element = page.locator('iframe').nth(index);
      await element.scrollIntoViewIfNeeded();
      const inside = page.frameLocator('iframe').nth(index);
      await expect(inside.locator('h1')).toBeVisible();
      await expect(inside.locator('svg.chart:visible')).toHaveCount(1);
      expect(await inside.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(18, 20, 29)');
      // The height that the code gives is enough, and not twice what is needed.
      const [needed, given] = [await inside.locator('main').evaluate((main) => main.getBoundingClientRect().bottom), (await element.boundingBox()).height];
      expect(needed, sample[index]).toBeLessThanOrEqual(given);
      expect(given, sample[index]).toBeLessThan(needed * 2);
    }
    // One request for each embed, and its icon at most: nothing else is loaded, nobody else is asked.
    expect(asked.filter((url) => !url.includes('/embed/') && !url.endsWith('/icon.svg') && !url.startsWith('data:')).length).toBe(1);
  } finally {
    await context.close();
    host.close();
  }
});

test('the main pages refuse to be framed', async ({ page, origin }) => {
  const [start, embed] = await Promise.all(['/', '/embed/profile-nw/'].map((path) => page.request.get(origin + path)));
  expect(start.headers()['x-frame-options']).toBe('DENY');
  expect(start.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(embed.headers()['x-frame-options']).toBeUndefined();
  expect(embed.headers()['content-security-policy']).toContain('frame-ancestors *');
  expect(embed.headers()['cross-origin-resource-policy']).toBe('cross-origin');
});

test('the site works below any path and without its headers', async ({ browser }) => {
  const bare = mkdtempSync(join(tmpdir(), 'ozg-bare-'));
  cpSync(dist, bare, { recursive: true });
  rmSync(join(bare, '_headers'));
  const server = await serve(bare, { at: '/some/path/' });
  const context = await browser.newContext();
  const page = await context.newPage();
  const failed = [];
  page.on('response', (response) => { if (response.status() >= 400) failed.push(response.url()); });
  page.on('console', (message) => message.text().includes('blocked by Playwright') || failed.push(message.text()));
  const base = server.origin;
  await open(page, `${base}/?measure=ozg-land-any&period=2021-12`);
  await expect(page.locator('#figure')).toHaveAttribute('data-measure', 'ozg-land-any');
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await ready(page);
  await page.getByRole('link', { name: 'Charts', exact: true }).first().click();
  await page.locator('.tile a').first().click();
  await expect(page.locator('svg.chart:visible')).toHaveCount(1);
  await page.locator('.explore a').first().click();
  await ready(page);
  expect(failed).toEqual([]);
  await context.close();
  server.close();
  rmSync(bare, { recursive: true });
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });
  test('the second visit works, and a new version replaces the old one', async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ozg-offline-'));
    // Without packed copies, as a file changes.
    cpSync(dist, folder, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    const server = await serve(folder);
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    const base = server.origin;
    await open(page, `${base}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // What the page loaded is kept, itself at last.
    const kept = () => page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url), `ozg ${base}/`);
    await expect.poll(kept, { timeout: 10_000 }).toContain(`${base}/`);
    expect((await kept()).length).toBeGreaterThan(5);
    await context.setOffline(true);
    await open(page, `${base}/?view=map`);
    await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'map');
    await context.setOffline(false);
    // A new version of the page.
    const file = join(folder, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Wie digital ist Nordrhein-Westfalen?</h1>', 'Neu</h1>'));
    await open(page, `${base}/`);
    await expect(page.locator('h1')).toHaveText('Neu');
    // Embeds are left alone.
    await page.goto(`${base}/embed/profile-nw/`);
    expect((await kept()).filter((url) => url.includes('/embed/'))).toEqual([]);
    // Switched off by the operator: the worker removes itself.
    writeFileSync(join(folder, 'sw.js'), readFileSync('assets/sw-off.js'));
    await open(page, `${base}/`);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 10_000 }).toBe(0);
    await context.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
});

test('data=sample shows invented data under a banner, and each number leads to its list', async ({ page }) => {
  await page.goto('/?data=sample&focus=by');
  await page.waitForURL(/\/sample\/\?data=sample&focus=by/);
  await ready(page);
  await expect(page.locator('.note.sample')).toContainText('Beispieldaten, frei erfunden');
  await expect(page.locator('.note.sample button')).toHaveCount(0);
  await expect(page.locator('#title')).toContainText('(erfunden)');
  await expect(page.locator('#source')).toContainText('frei erfunden');
  await page.locator('#figure details.data > summary').click();
  for (const measure of ['ozg-land-statewide', 'ozg-land-any', 'leika-land-statewide']) {
    await page.locator(`input[name=measure][value=${measure}]`).check({ force: true });
    const row = page.locator('#figure tbody tr[data-place="DE-NW"]');
    await expect(row.locator('.list-of')).toHaveCount(1);
    await expect(row.locator('.list-of')).toHaveAttribute('href', new RegExp(measure));
    const value = await row.getAttribute('data-value');
    const target = await row.locator('.list-of').getAttribute('href');
    const list = await page.context().newPage();
    await list.goto(new URL(target, page.url()).href);
    await expect(list.locator('#found')).toContainText(new RegExp(`^${value} `));
    await list.locator('#search').fill('gibt es nicht');
    await expect(list.locator('tbody tr:visible')).toHaveCount(0);
    await list.close();
  }
  // Service areas have figures in the invented data.
  await page.goto('/sample/?data=sample&view=areas&measure=ozg-land-statewide');
  await ready(page);
  await expect(page.locator('#figure svg.chart g.mark')).toHaveCount(16 * 14);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await page.waitForURL(/\/sample\/en\//);
  await ready(page);
  await expect(page.locator('.note.sample')).toContainText('Sample data, invented');
  await page.goto('/en/?data=sample');
  await page.waitForURL(/\/sample\/en\/\?data=sample/);
});

test('an address that does not exist gets a page in both languages', async ({ page }) => {
  const response = await page.request.get('/nowhere/at/all');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('There is no such page');
});
