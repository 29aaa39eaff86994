import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { dist, expect, hold, open, ready, test } from './fixtures.mjs';
import { serve } from '../../script/serve.mjs';

const root = (page) => page.locator('html');
const figureIsThere = async (page) => {
  await expect(page.locator('figure h2').first()).toContainText('Hamburg vorn');
  await expect(page.locator('svg.chart:visible .mark')).not.toHaveCount(0);
};
/** Nothing looks alive that is not: the notice stands at the controls, and those are gone; what works without them is there. */
const saysSo = async (page, code) => {
  await expect(root(page)).toHaveAttribute('data-state', 'error', { timeout: 7_000 });
  await expect(root(page)).toHaveAttribute('data-error', code);
  await expect(page.locator('#notice')).toBeVisible();
  await expect(page.locator('#notice')).toContainText('Die Auswahl ist gerade nicht möglich');
  for (const gone of ['.ask', '.views', '.line', '.card input']) await expect(page.locator(gone).first()).toBeHidden();
  await expect(page.locator('.no-script a:visible').first()).toBeVisible();
};
const changed = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};
const answers = async (page) => {
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page.locator('.sentence').first()).toContainText('Bayern');
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
  test.use({ expectedMessages: /Failed to load resource|integrity|E-[A-Z]+|error: |warning: |CompileError|panicked|Failed to find a valid digest/ });

  const cut = changed((body) => body.subarray(0, 5_000));
  const flipped = changed((body) => { body[body.length - 9] ^= 1; return body; });
  const missing = (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' });
  for (const [name, pattern, fault, code] of [
    ['the starter is missing', '**/start-*.js*', missing, /^E-BOOT file$/],
    ['the starter is another page', '**/start-*.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: '<!doctype html><p>Login' }), /^E-BOOT file$/],
    ['one byte of the starter is wrong', '**/start-*.js*', flipped, /^E-BOOT file$/],
    ['the module is missing', '**/app-*.wasm', missing, /^E-BOOT-CODE TypeError/],
    ['the module is cut', '**/app-*.wasm', cut, /^E-BOOT-CODE TypeError/],
    ['one byte of the module is wrong', '**/app-*.wasm', flipped, /^E-BOOT-CODE TypeError/],
    ['the data is missing', '**/data/release-*.bin', missing, /^E-DATA-STATUS: 404$/],
    ['the data is cut', '**/data/release-*.bin', cut, /^E-DATA-FETCH: TypeError/],
    ['the data is another page', '**/data/release-*.bin', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Login' }), /^E-DATA-FETCH: TypeError/],
  ]) {
    test(`${name}: the page stays and says so`, async ({ page }) => {
      await page.route(pattern, fault);
      await page.goto('/');
      await saysSo(page, code);
      await figureIsThere(page);
    });
  }

  test('WebAssembly switched off: the page stays and says so', async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto('/');
    await saysSo(page, /^E-BOOT-CODE ReferenceError/);
    await figureIsThere(page);
  });

  test('a browser without modules, and a starter that hangs: said after eight seconds; what comes late still answers', async ({ page }) => {
    let go;
    await page.route('**/start-*.js', async (route) => { await new Promise((resolve) => (go = resolve)); await route.continue(); });
    await page.goto('/', { waitUntil: 'commit' });
    await expect(root(page)).toHaveAttribute('data-error', 'E-BOOT-TIME', { timeout: 12_000 });
    await expect(page.locator('#notice')).toBeVisible();
    await expect(page.locator('.ask').first()).toBeHidden();
    await figureIsThere(page);
    go();
    await ready(page);
    expect(await root(page).getAttribute('data-error')).toBeNull();
    await expect(page.locator('#notice')).toBeHidden();
    await expect(page.locator('.no-script').first()).toBeHidden();
    await answers(page);
  });

  test('another question than the page carries, and no data: the frame says so, no wrong chart', async ({ page }) => {
    await page.route('**/data/release-*.bin', missing);
    await page.goto('/?measure=ozg-land-any');
    await saysSo(page, /^E-DATA-STATUS: 404$/);
    await expect(page.locator('figure h2').first()).toBeHidden();
    expect(await page.locator('figure').first().evaluate((node) => getComputedStyle(node, '::before').content)).toContain('Die Auswahl ist gerade nicht möglich');
  });

  test('what passes is tried again: the starter, the module, the data', async ({ page }) => {
    const tries = {};
    for (const [what, pattern, fault] of [['starter', '**/start-*.js*', { status: 503 }], ['module', '**/app-*.wasm', { status: 503 }], ['data', '**/data/release-*.bin', { status: 503 }]]) {
      tries[what] = 0;
      // Preloads are asked for without a hash; only what follows counts.
      await page.route(pattern, (route) => (tries[what]++ < 2 && (what !== 'starter' || tries[what] < 2) ? route.fulfill({ ...fault, body: '' }) : route.continue()));
    }
    await open(page);
    expect(Object.values(tries).every((count) => count > 1), JSON.stringify(tries)).toBe(true);
    expect(await root(page).getAttribute('data-error')).toBeNull();
    await answers(page);
  });

  test('the server says how long to wait; what is not there is not asked for again', async ({ page }) => {
    const asked = [];
    await page.route('**/data/release-*.bin', (route) => {
      asked.push(performance.now());
      return asked.length <= 3 ? route.fulfill({ status: 429, headers: { 'Retry-After': '2' }, body: '' }) : route.continue();
    });
    await open(page);
    // Preload, try, why; then the wait.
    const pause = Math.max(...asked.slice(1).map((time, index) => time - asked[index]));
    expect(pause).toBeGreaterThan(1_900);
    expect(pause).toBeLessThan(4_000);
    await page.unroute('**/data/release-*.bin');
    let count = 0;
    await page.route('**/data/release-*.bin', (route) => { count += 1; return missing(route); });
    await page.goto('/en/');
    await expect(root(page)).toHaveAttribute('data-error', 'E-DATA-STATUS: 404');
    const before = count;
    expect(before).toBeLessThanOrEqual(4);
    await page.waitForTimeout(2_500);
    expect(count).toBe(before);
  });

  test('data that stall half-way are given up and asked for again', async ({ page }) => {
    test.setTimeout(60_000);
    await page.addInitScript(() => {
      const { fetch } = window;
      let tries = 0;
      // A body that never ends, of which only its first bytes come; aborting it ends it.
      window.fetch = (request, options) => {
        const url = String(request.url ?? request);
        if (!url.includes('/release-') || tries++ > 0) return fetch(request, options);
        const { signal } = request;
        return Promise.resolve(new Response(new ReadableStream({ start(stream) { stream.enqueue(new Uint8Array(99)); signal.addEventListener('abort', () => stream.error(signal.reason)); } })));
      };
    });
    const begin = performance.now();
    await page.goto('/');
    await expect(root(page)).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
    expect(performance.now() - begin).toBeGreaterThan(8_000);
    expect(await root(page).getAttribute('data-error')).toBeNull();
    await answers(page);
  });

  test('what the first view does not need follows; without it the page stays usable', async ({ page }) => {
    await page.route('**/data/complete-*.bin', (route) => route.abort());
    await open(page, '/?period=2023-06');
    await expect(root(page)).toHaveAttribute('data-state', 'partial', { timeout: 15_000 });
    await answers(page);
  });

  test('files that the page can do without raise no notice', async ({ page }) => {
    for (const pattern of ['**/style-*.css', '**/later-*.js', '**/icon.svg', '**/sw.js']) await page.route(pattern, missing);
    await open(page);
    await expect(page.locator('#notice')).toBeHidden();
    expect(await root(page).getAttribute('data-error')).toBeNull();
    await answers(page);
  });

  test('a module of a wrong type starts all the same', async ({ page }) => {
    await page.route('**/app-*.wasm', async (route) => route.fulfill({ response: await route.fetch(), headers: { 'Content-Type': 'text/plain' } }));
    await open(page);
    await answers(page);
  });

  test('a panic: the page stays, says so with a code, and nothing looks alive', async ({ page }) => {
    const release = await hold(page);
    await page.goto('/');
    // As many elements, but others: what cannot be taken over.
    await page.evaluate(() => document.querySelectorAll('#page select, #page label').forEach((node) => node.replaceWith(document.createElement('i'))));
    await page.evaluate(() => addEventListener('ozg-take', () => document.querySelectorAll('#page h1, #page h2').forEach((node) => node.remove())));
    await release();
    await saysSo(page, /^E-PANIC /);
  });

  test('a trap after the start: no half-made chart stands there, and the page says so', async ({ page }) => {
    await page.addInitScript(() => {
      const { instantiateStreaming } = WebAssembly;
      WebAssembly.instantiateStreaming = async (...all) => {
        const found = await instantiateStreaming(...all);
        // More memory than there is.
        window.trap = () => setTimeout(() => found.instance.exports.__wbindgen_malloc(-9, 1));
        return found;
      };
    });
    await open(page);
    await page.evaluate(() => window.trap());
    await saysSo(page, /^E-(TRAP|PANIC) /);
    await expect(page.locator('figure h2').first()).toBeHidden();
  });
});

test('without styles a chart is grey lines on white, never a black box', async ({ page }) => {
  await page.route('**/*.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.route('**/cards/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/ integrity="[^"]*"/g, '') });
  });
  for (const card of ['ranking-ozg-land-statewide-2025-01', 'growth-wsp-nrw', 'profile-nw', 'areas', 'change-ozg-land-statewide']) {
    await page.goto(`/cards/${card}/`);
    const seen = await page.locator('svg.chart :is(rect, path, circle, text)').evaluateAll((shapes) => [...new Set(shapes.map((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].join(' ')))]);
    expect(seen, card).toEqual(['none rgb(89, 89, 89)']);
  }
});

test('a page that was translated and extended on the way is taken over as it came', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    document.getElementById('page').prepend(document.createElement('aside'));
    document.querySelector('#figure table').remove();
  });
  await release();
  await ready(page);
  await answers(page);
  await page.locator('input[name=view][value=map]').check({ force: true });
  await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'map');
  await expect(page.locator('#figure table')).toHaveCount(1);
});

test('whatever the clock of the reader says, a day of the data is known, and days are those of the data', async ({ browser }) => {
  for (const [now, zone] of [['2020-02-29T23:59:59Z', 'Pacific/Kiritimati'], ['2031-10-26T00:30:00Z', 'America/Los_Angeles'], ['2026-03-29T01:30:00Z', 'Europe/Berlin']]) {
    const context = await browser.newContext({ timezoneId: zone });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(now));
    const server = await serve(dist);
    await open(page, `${server.origin}/?asof=2026-11-24`);
    await expect(page.locator('.asof')).toContainText('24. November 2026');
    await expect(page.locator('#version')).toContainText('November 2026');
    expect(new URL(page.url()).search, now).toBe('?asof=2026-11-24');
    await context.close();
    server.close();
  }
});

test.describe('on a slow network', () => {
  // What was asked for early is needed late.
  test.use({ expectedMessages: /preloaded using link preload but not used/ });
  test('the figures are there before anything else, and loading is said once', async ({ page, context }) => {
    test.setTimeout(60_000);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
    const begin = performance.now();
    await page.goto('/', { waitUntil: 'commit' });
    await figureIsThere(page);
    expect(performance.now() - begin).toBeLessThan(3_000);
    await expect(page.locator('#said')).toContainText('geladen', { timeout: 10_000 });
    await expect(root(page)).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
    await answers(page);
  });
});

test.describe('offline', () => {
  // Browsers ask for the icon again when the title changes.
  test.use({ expectedMessages: /ERR_INTERNET_DISCONNECTED/ });
  test('without a network after the start everything answers', async ({ page, context }) => {
    await open(page);
    await page.waitForLoadState('networkidle');
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await context.setOffline(true);
    await answers(page);
    for (const view of ['map', 'change', 'growth', 'range']) {
      await page.locator(`input[name=view][value=${view}]`).check({ force: true });
      await expect(page.locator('#figure')).toHaveAttribute('data-chart', /./);
      await expect(page.locator('svg.chart:visible .mark')).not.toHaveCount(0);
    }
    expect(failed.filter((url) => !url.endsWith('/icon.svg'))).toEqual([]);
    await context.setOffline(false);
  });
});

test('the built pages are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'no-inline-style': 'error', 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'prefer-native-element': 'off', 'no-implicit-input-type': 'off', 'tel-non-breaking': 'off', 'no-redundant-role': 'error', 'form-dup-name': 'off' /* a select and a slider are one key of the address */ } });
  for (const file of ['index.html', 'en/index.html', 'glossary/index.html', 'en/glossary/index.html']) {
    const report = await validator.validateString(readFileSync(join(dist, file), 'utf8'));
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`))).toEqual([]);
  }
});

test('no page has a mark left unfilled, and every file that it names exists', async ({ request }) => {
  for (const path of ['/', '/en/', '/glossary/', '/en/glossary/']) {
    const html = await (await request.get(path)).text();
    expect(html).not.toMatch(/%[a-z-]+%/);
    for (const [, name] of html.matchAll(/(?:src|href|data-release)="(\.{1,2}\/[^"?#]*|en\/|data\/[^"]*)"/g)) {
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
  const server = await serve(dist, { at: '/some/path/' });
  const page = await browser.newPage();
  await page.goto(`${server.origin}/?measure=ozg-land-any&period=2021-12`);
  await ready(page);
  await page.getByRole('link', { name: 'English' }).click();
  await ready(page);
  await expect(page.locator('figure h2').first()).toContainText('in at least one municipality');
  expect(new URL(page.url()).pathname).toBe('/some/path/en/');
  await page.close();
  server.close();
});
