// Embeds in pages of others: friendly and hostile hosts, columns of every width, with and without the script.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, expect, test } from './fixtures.mjs';
import { fits, heights, hosted } from './host.mjs';

const COLUMNS = [280, 320, 360, 420, 480, 600, 720, 860];
const cards = readdirSync(join(dist, 'embed')).filter((name) => !name.startsWith('index.html'));
const text = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** A code of the page of a card, with its addresses on this server. */
const code = (card, name, origin, lang = '') =>
  text(new RegExp(`<textarea id="code-${name}"[^>]*>(.*?)</textarea>`, 's').exec(readFileSync(join(dist, `${lang}cards/${card}/index.html`), 'utf8'))[1]).replaceAll('https://ozg-vergleich.example/', `${origin}/`);

test('a frame alone is as high as what it holds, in columns of 280 to 860 px', async ({ page, origin }) => {
  test.setTimeout(120_000);
  // A host of the same origin sees at once how high its frames are and how high what they hold.
  await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Zeitung</title><main></main>' }));
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(`${origin}/host`);
  let least = Infinity;
  for (const [lang, card] of ['', 'en/'].flatMap((lang) => cards.filter((_, index) => process.env.SWEEP || index % 3 === 0).map((card) => [lang, card]))) {
    const found = await page.evaluate(async ([html, widths]) => {
      const main = document.querySelector('main');
      main.innerHTML = html.replace('loading="lazy"', '');
      const frame = main.querySelector('iframe');
      await new Promise((done) => (frame.onload = done));
      return widths.map((width) => {
        main.style.width = `${width}px`;
        return { width, given: frame.getBoundingClientRect().height, needed: frame.contentDocument.documentElement.getBoundingClientRect().height };
      });
    }, [code(card, 'frame', origin, lang), [...COLUMNS, 300, 440, 492, 496, 500, 660, 716, 720, 724, 800]]);
    for (const { width, given, needed } of found) {
      // After a change of words, styles or drawings: node script/heights.mjs dist target/site/frozen
      expect(given, `${lang}${card} in ${width} px`).toBeGreaterThanOrEqual(needed);
      if (COLUMNS.includes(width)) expect(given - needed, `${lang}${card} in ${width} px`).toBeLessThanOrEqual(24);
      least = Math.min(least, needed);
    }
  }
  expect(least, 'what was measured are embeds').toBeGreaterThan(300);
});

hosted('with the script a frame follows what it holds: columns, the table, larger text', async ({ host, origin }) => {
  const page = await host(code('growth-wsp-nrw', 'script', origin));
  const frame = page.locator('iframe');
  await fits(frame, 'first');
  for (const width of COLUMNS) {
    await page.evaluate((width) => (document.querySelector('main').style.width = `${width}px`), width);
    await fits(frame, `in ${width} px`);
  }
  const { inner, given } = await heights(frame);
  await inner.locator('summary').first().click();
  await expect.poll(async () => (await frame.boundingBox()).height, 'it grows').toBeGreaterThan(given + 100);
  await fits(frame, 'table');
  await inner.locator('summary').first().click();
  await expect.poll(async () => (await frame.boundingBox()).height, 'it shrinks').toBe(given);
  await inner.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await fits(frame, 'text of twice the size');
  expect(page.messages).toEqual([]);
});

hosted('hostile hosts: forced heights, forged messages, doubled, moved and removed frames', async ({ host, origin }) => {
  const one = code('profile-nw', 'script', origin);
  const page = await host(one + one + `<iframe id="forger" srcdoc="<script>parent.postMessage({source:'ozg-embed',v:1,type:'height',id:'profile-nw',height:3333},'*')</script>"></iframe>`, { style: 'iframe { min-height: 600px !important; max-height: 1000px !important; height: 300px !important } main { width: 420px }' });
  const frames = page.locator('iframe[src]');
  for (const index of [0, 1]) {
    await frames.nth(index).scrollIntoViewIfNeeded();
    await fits(frames.nth(index), `frame ${index}`);
  }
  expect((await page.locator('#forger').boundingBox()).height, 'a frame of others stays as it is').toBeLessThan(1010);
  await page.evaluate(() => {
    for (const height of ['900', NaN, -5, { height: 9 }, [400], null, 1e9]) postMessage({ source: 'ozg-embed', v: 1, type: 'height', id: 'profile-nw', height }, '*');
  });
  await fits(frames.first(), 'after forged messages');
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('iframe[src]').parentElement));
  await frames.nth(1).scrollIntoViewIfNeeded();
  await fits(frames.nth(1), 'moved: it loads anew');
  await page.evaluate(() => document.querySelector('iframe[src]').remove());
  await fits(frames.first(), 'the other one stays');
  expect(page.messages).toEqual([]);
});

hosted('a host that answers each height with another width is not followed for ever', async ({ host, origin }) => {
  const script = `let count = 0; let wide = true; addEventListener('message', ({ data }) => { if (data?.type !== 'height') return; count += 1; wide = !wide; document.querySelector('main').style.width = wide ? '600px' : '360px'; }); window.heard = () => count;`;
  const page = await host(code('profile-nw', 'frame', origin), { script });
  const heard = () => page.evaluate(() => window.heard());
  await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(0);
  // Two heights heard at once end where they began: another width begins it anew.
  await page.waitForTimeout(500);
  await page.evaluate(() => (document.querySelector('main').style.width = '420px'));
  await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(2);
  await page.waitForTimeout(2_500);
  expect(await heard()).toBeLessThan(14);
  // It ends with what is high enough.
  const { needed, given } = await heights(page.locator('iframe'));
  expect(given).toBeGreaterThanOrEqual(needed);
});

hosted('newsroom systems that know Datawrapper, pym, AMP, Medium or WordPress hear what they know', async ({ host, origin }) => {
  const script = `window.heard = []; addEventListener('message', ({ data, source }) => { heard.push(data);
    // The listener that Datawrapper gave to newsrooms for years.
    if (data['datawrapper-height'] !== undefined) for (const id in data['datawrapper-height']) { const frame = document.getElementById('datawrapper-chart-' + id) || document.querySelector("iframe[src*='" + id + "']"); if (frame) frame.style.height = data['datawrapper-height'][id] + 'px'; } });`;
  const frame = code('profile-nw', 'frame', origin).replace(/src="([^"]+)"/, 'src="$1?childId=pym-0#?secret=abc123"');
  const page = await host(frame, { script });
  await fits(page.locator('iframe'), 'an old listener of Datawrapper');
  const heard = await page.evaluate(() => window.heard);
  const { height } = heard.find((data) => data.type === 'height');
  expect(heard.find((data) => data.type === 'ready')).toEqual({ source: 'ozg-embed', v: 1, type: 'ready', id: 'profile-nw', title: expect.stringContaining('Nordrhein-Westfalen'), lang: 'de', asof: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(heard).toContainEqual({ 'datawrapper-height': { 'profile-nw': height } });
  expect(heard).toContainEqual({ sentinel: 'amp', type: 'embed-size', height });
  expect(heard).toContainEqual(JSON.stringify({ src: `${origin}/embed/profile-nw/?childId=pym-0#?secret=abc123`, context: 'iframe.resize', height }));
  expect(heard).toContainEqual(`pymxPYMxpym-0xPYMxheightxPYMx${height}`);
  expect(heard).toContainEqual({ message: 'height', value: height, secret: 'abc123' });
  // WordPress asks again once its script is there.
  await page.evaluate(() => {
    window.heard.length = 0;
    document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'abc123' }, '*');
  });
  await expect.poll(() => page.evaluate(() => window.heard)).toContainEqual({ message: 'height', value: height, secret: 'abc123' });
});

for (const [name, sandbox, works] of [['allow-scripts', 'allow-scripts', true], ['without any token', '', false]]) {
  hosted(`a frame in a sandbox ${name}`, async ({ host, origin }) => {
    const page = await host(code('profile-nw', 'script', origin).replace('<iframe ', `<iframe sandbox="${sandbox}" `).replace('height:max(', 'height:500px;--unused:max('));
    const frame = page.locator('iframe');
    await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
    if (works) await fits(frame, name);
    else {
      await page.waitForTimeout(500);
      expect((await frame.boundingBox()).height).toBe(500);
    }
  });
}

hosted('a host that isolates itself, a strict policy, the appearance that the host asks for', async ({ host, origin }) => {
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; style-src 'unsafe-inline'; img-src data:`;
  const page = await host(code('profile-nw', 'script', origin).replace(/src="([^"]+\/)"/, 'src="$1?theme=light"'), { headers: { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Content-Security-Policy': policy }, style: ':root{color-scheme:dark}' });
  const frame = page.locator('iframe');
  await fits(frame, 'isolated');
  const ground = async () => page.frameLocator('iframe').locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await ground(), 'light in a dark host').toBe('rgb(255, 255, 255)');
  await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ source: 'ozg-embed-host', v: 1, type: 'set', theme: 'dark' }, '*'));
  await expect.poll(ground).toBe('rgb(18, 20, 29)');
  await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ source: 'ozg-embed-host', v: 1, type: 'set', theme: '<b>' }, '*'));
  expect(await ground(), 'what is not known changes nothing').toBe('rgb(18, 20, 29)');
});

for (const style of ['main { display: flex; align-items: center; flex-direction: column }', 'main { display: table; width: auto } main > div { display: table }', 'iframe { border: 9px solid red; padding: 5px; box-sizing: border-box }']) {
  hosted(`a host that lays out its own way: ${style}`, async ({ host, origin }) => {
    const page = await host(code('profile-nw', 'script', origin), { style });
    const frame = page.locator('iframe');
    await fits(frame, style);
    expect((await frame.boundingBox()).width).toBeGreaterThanOrEqual(200);
  });
}

hosted('the text below a frame does not jump: the first height is the last one', async ({ host, origin }) => {
  const script = `window.moved = []; new PerformanceObserver((list) => moved.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });`;
  const page = await host(code('ranking-ozg-land-statewide-2025-01', 'script', origin), { script });
  await fits(page.locator('iframe'), 'as high as what it holds');
  // What the code leaves open is less than a line.
  expect((await page.evaluate(() => window.moved)).reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
});

test('each card says which figures it will show', async ({ page }) => {
  await page.goto('/cards/ranking-ozg-land-statewide-2024-01/?focus=he');
  await expect(page.locator('main')).toContainText('Fest: Diese Grafik bleibt bei Januar 2024.');
  await page.locator('a', { hasText: 'Immer der neueste Stand (zurzeit Januar 2025)' }).click();
  await expect(page.locator('h1')).toContainText('Januar 2025');
  await expect(page.locator('main')).toContainText('Lebend: Diese Grafik zeigt immer den Monat');
  await expect(page.locator('#code-frame')).toContainText('/embed/latest-ozg-land-statewide/');
  // The embed of an older month says so, that of the newest does not.
  await page.goto('/embed/ranking-ozg-land-statewide-2024-01/');
  await expect(page.locator('.newer a')).toHaveText('Neuere Zahlen: Januar 2025');
  for (const card of ['ranking-ozg-land-statewide-2025-01', 'latest-ozg-land-statewide', 'profile-nw']) {
    await page.goto(`/embed/${card}/`);
    await expect(page.locator('.newer')).toHaveCount(0);
  }
});

hosted('five frames: nothing is asked of anybody else, nothing is kept', async ({ host, origin }) => {
  const page = await host(cards.slice(0, 5).map((card) => code(card, 'script', origin)).join('<p>Text</p>'));
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  for (let index = 0; index < 5; index += 1) {
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    await fits(page.locator('iframe').nth(index), cards[index]);
  }
  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith(`${origin}/embed`) && !url.startsWith('data:') && !url.endsWith('/icon.svg'))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('/embed.js')).length, 'the script comes from the cache').toBeLessThanOrEqual(1);
  expect(await page.context().cookies()).toEqual([]);
});

hosted('the picture fits its column', async ({ host, origin }) => {
  const page = await host(code('profile-nw', 'picture', origin), { style: 'main { width: 360px }' });
  const picture = page.locator('img');
  await expect.poll(async () => picture.evaluate((image) => image.complete && image.naturalWidth)).toBe(860);
  const { width, height } = await picture.boundingBox();
  expect(width).toBe(360);
  expect(height / width).toBeCloseTo(await picture.evaluate((image) => image.naturalHeight / image.naturalWidth), 1);
});
