// What comes from others: messages to embeds and from them, a storm of steps back and forward, and what a release gives away.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, expect, open, test, view } from './fixtures.mjs';
import { fits, hosted } from './host.mjs';

const frame = (src, more = '') => `<iframe id="ours" src="${src}" title="Grafik" width="100%" height="600" style="border:0" ${more}></iframe>`;
const script = (origin) => `<script async src="${origin}/embed.js"></script>`;
const ready = (frame) => frame.locator('html[data-state=ready]:not([data-other])').waitFor({ state: 'attached', timeout: 20_000 });

hosted('messages of a sibling frame are ignored, those of the page around are not', async ({ host, origin }) => {
  // Its messages have the origin of nobody, as those of a sandboxed frame of ours.
  const sibling = `<iframe id="sibling" sandbox="allow-scripts" srcdoc="<title>Werbung</title>" title="Werbung"></iframe>`;
  for (const more of ['', 'sandbox="allow-scripts"']) {
    const page = await host(frame(`${origin}/embed/?view=map&parts=title~table`, more) + sibling + script(origin));
    const inner = page.frameLocator('#ours');
    await ready(inner);
    await fits(page.locator('#ours'), 'before');
    const before = await page.locator('#ours').getAttribute('style');
    await page.evaluate(() => (window.heard = []) && addEventListener('message', ({ data }) => window.heard.push(data)));
    const messages = [
      { source: 'ozg-embed-host', v: 1, type: 'set', query: 'view=growth&parts=controls' },
      { source: 'ozg-embed-host', v: 1, type: 'set', theme: 'dark' },
      { source: 'ozg-embed-host', v: 1, type: 'ping' },
      { message: 'ready', secret: 'abc' },
    ];
    const other = page.frames().find((own) => own.parentFrame() && !own.url().startsWith(origin));
    await other.evaluate((messages) => {
      for (const message of messages) parent[0].postMessage(message, '*');
      for (const height of [3333, 200]) parent.postMessage({ source: 'ozg-embed', v: 1, type: 'height', id: 'ozg', height }, '*');
    }, messages);
    await page.waitForTimeout(1_000);
    await expect(inner.locator('figure').first()).toHaveAttribute('data-chart', 'map');
    await expect(inner.locator('html')).toHaveAttribute('data-parts', 'title table');
    await expect(inner.locator('html')).not.toHaveAttribute('data-kern-theme', 'dark');
    expect(await page.locator('#ours').getAttribute('style'), more).toBe(before);
    expect(await page.locator('#sibling').getAttribute('style')).toBeNull();
    expect(await page.evaluate(() => window.heard.filter(({ type }) => type !== 'height')), 'it answers nobody else').toEqual([]);
    // The same messages count where the page around the frame sends them.
    await page.evaluate((messages) => messages.forEach((message) => document.querySelector('#ours').contentWindow.postMessage(message, '*')), messages);
    await expect(inner.locator('figure').first()).toHaveAttribute('data-chart', 'growth');
    await expect(inner.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
    await expect.poll(() => page.evaluate(() => window.heard.some(({ type }) => type === 'ready'))).toBe(true);
  }
});

hosted('a height that our own frame reports has bounds', async ({ host, origin }) => {
  // A frame that fills its height says nothing of its own.
  const page = await host(frame(`${origin}/embed/?fit=1`) + script(origin));
  await ready(page.frameLocator('#ours'));
  const own = page.frames().find((one) => one.url().startsWith(origin));
  const report = (height) => own.evaluate((height) => parent.postMessage({ source: 'ozg-embed', v: 1, type: 'height', id: 'ozg', height }, '*'), height);
  const given = () => page.locator('#ours').evaluate((node) => node.getBoundingClientRect().height);
  await page.waitForFunction(() => Object.getOwnPropertySymbols(window).some(({ description }) => description.startsWith('ozg-embed')));
  expect(await given()).toBe(600);
  for (const [height, expected] of [[1e9, 10_000], [1, 120], [777, 777], [0.5, 120], [10_001, 10_000]]) {
    await report(height);
    await expect.poll(given, { message: `${height}` }).toBe(expected);
  }
  for (const height of [0, -1, Infinity, NaN, '500', null, [500], undefined]) await report(height);
  await page.waitForTimeout(300);
  expect(await given()).toBe(10_000);
});

test('name, definition and date stand there whatever the parts are', async ({ page }) => {
  for (const [lang, date] of [['', 'Januar 2025'], ['en/', 'January 2025']]) {
    for (const parts of ['', 'title', 'none', '~~', '<b>', 'brand', 'title~sentence~controls~table~source~highlight']) {
      await open(page, `/${lang}embed/?parts=${encodeURIComponent(parts)}`);
      const said = `${lang}parts=${parts}`;
      for (const part of ['#brand', '.definition']) {
        const node = page.locator(part).first();
        await expect(node, said).toBeVisible();
        const { width, height, cut } = await node.evaluate((node) => ({ ...node.getBoundingClientRect().toJSON(), cut: getComputedStyle(node).clipPath }));
        expect(width, said).toBeGreaterThan(80);
        expect(height, said).toBeGreaterThan(10);
        expect(cut, said).toBe('none');
      }
      await expect(page.locator('#brand'), said).toHaveText(lang ? /Comparison/i : /OZG-Ländervergleich/);
      await expect(page.locator('.definition').first(), said).toContainText(date);
      await expect(page.locator('.definition').first(), said).toContainText('575');
    }
  }
});

test('twenty steps back and forward within a second: address, picture and controls agree, and one sentence is said', async ({ page }) => {
  await open(page);
  const choices = [
    // Browsers may leave out a step under load: so far back that no storm leaves the page.
    ...['th', 'sl', 'st', 'mv', 'hb', 'bb'].map((place) => () => page.locator('select[name=focus]').selectOption(place)),
    () => page.locator('select[name=focus]').selectOption('by'),
    () => view(page, 'map'),
    () => page.locator('select[name=focus]').selectOption('he'),
    () => view(page, 'growth'),
    () => page.locator('select[name=focus]').selectOption('sn'),
  ];
  const written = [page.url()];
  for (const choose of choices) {
    await choose();
    await expect(page).not.toHaveURL(written.at(-1));
    written.push(page.url());
  }
  const asked = () => page.evaluate(() => new URLSearchParams(location.search).toString());
  /** What a search says of view and state; the starting choice is not in it. */
  const now = () => page.evaluate(() => {
    const query = new URLSearchParams(location.search);
    const address = [query.get('view') ?? 'ranking', query.get('focus') ?? 'nw'];
    const controls = [document.querySelector('input[name=view]:checked').value, document.querySelector('select[name=focus]').value];
    const { chart } = document.querySelector('#figure').dataset;
    return { address, controls, chart };
  });
  expect(await now()).toEqual({ address: ['growth', 'sn'], controls: ['growth', 'sn'], chart: 'growth' });
  const storms = [
    // Ends in the midst.
    [-1, -1, -1, 1, -1, 1, 1, -1, -1, 1, -1, -1, 1, 1, -1, 1, -1, 1, -1, 1],
    // To and fro, and further back.
    [-1, 1, -1, 1, -1, 1, -1, -1, 1, -1, 1, 1, -1, 1, -1, 1, -1, 1, -1, -1],
    // More than there are, and to the end.
    [1, 1, -1, 1, 1, -1, 1, 1, -1, 1, 1, -1, 1, 1, -1, 1, 1, 1, 1, 1],
  ];
  for (const [index, steps] of storms.entries()) {
    await page.waitForTimeout(1_000);
    const before = await asked();
    const took = await page.evaluate(async (steps) => {
      window.sentences = [];
      window.watch?.disconnect();
      window.watch = new MutationObserver(() => document.getElementById('said').textContent && window.sentences.push(document.getElementById('said').textContent));
      window.watch.observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true });
      const begin = performance.now();
      for (const step of steps) {
        if (step < 0) history.back();
        else history.forward();
        await new Promise((then) => setTimeout(then, 20));
      }
      return performance.now() - begin;
    }, steps);
    expect(took).toBeLessThan(2_000);
    await expect.poll(() => page.evaluate(() => window.sentences.length), `storm ${index}: something is said`).toBeGreaterThan(0);
    // Longer than the quiet after which anything is said.
    await page.waitForTimeout(1_000);
    const found = await now();
    expect(await asked(), `storm ${index} moves`).not.toBe(before);
    expect(found.controls, `storm ${index}`).toEqual(found.address);
    expect(found.chart, `storm ${index}`).toBe(found.address[0]);
    const sentences = await page.evaluate(() => window.sentences);
    expect(sentences, `storm ${index}`).toHaveLength(1);
    expect(sentences[0]).toContain((await page.locator('#title').textContent()).split(':')[0]);
    expect(written, 'an address that the choices have written').toContain(page.url());
  }
  expect(await now()).toEqual({ address: ['growth', 'sn'], controls: ['growth', 'sn'], chart: 'growth' });
});

test('a release has no maps, no names of functions and nothing for debuggers', async () => {
  const files = readdirSync(dist, { recursive: true }).map(String);
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  const texts = files.filter((name) => /\.(js|css|mjs)$/.test(name));
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((name) => /sourceMappingURL|sourceURL=/.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
  const modules = files.filter((name) => name.endsWith('.wasm'));
  expect(modules).toHaveLength(2);
  for (const name of modules) {
    const module = new WebAssembly.Module(readFileSync(join(dist, name)));
    const sections = ['name', '.debug_info', '.debug_line', '.debug_str', 'sourceMappingURL', 'external_debug_info', 'producers'];
    expect(sections.filter((section) => WebAssembly.Module.customSections(module, section).length > 0), name).toEqual([]);
  }
});
