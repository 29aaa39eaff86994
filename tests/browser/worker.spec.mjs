// The worker: a second visit without a network, whatever the server says in between.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, open, ready } from './fixtures.mjs';
import { release, test } from './worker.mjs';

const OFFLINE = 'Ohne Netz. Sie sehen, was zuletzt geladen wurde.';
/** What a start page needs to be whole, and what a reader may ask for then. */
const NEEDED = ['app-de', 'complete-de', 'later', 'listen', 'release-de', 'share', 'start-de', 'style'];

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 90_000 });

const html = (response, status, body) => response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);
/** The addresses in the cache of a site. */
const kept = (page, site) =>
  page.evaluate(async (name) => ((await caches.has(name)) ? (await (await caches.open(name)).keys()).map(({ url }) => url) : []), `ozg ${site}`);
/** What stands before the hash in names of those. */
const stems = async (page, site) => [...new Set((await kept(page, site)).flatMap((url) => /([\w-]+)-[0-9a-f]{16}\.\w+$/.exec(url)?.[1] ?? []))].sort();
/** Waits until a site is kept whole. */
const whole = (page, site) => expect.poll(() => stems(page, site), { timeout: 20_000 }).toEqual(expect.arrayContaining(NEEDED));
const active = (page) => page.evaluate(async () => new Promise((done) => navigator.serviceWorker.ready.then(({ active }) => (active.state === 'activated' ? done() : active.addEventListener('statechange', () => active.state === 'activated' && done())))));
const note = (page) => page.locator('.note[role=status]');
/** Without a network all answers, and a quiet line says so, with the day of the figures. */
async function offline({ page, context, url, heard }, path = '') {
  await context.setOffline(true);
  heard.length = 0;
  await open(page, `${url}${path}`);
  await expect(note(page)).toHaveCount(1);
  await expect(note(page)).toHaveText(`${OFFLINE} ${await page.locator('#version').textContent()}`);
  await expect(page.locator('#version')).toContainText(/\d{4}/);
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page.locator('.sentence').first()).toContainText('Bayern');
  // The worker's own file is asked for by the browser, past what is set here.
  expect(heard.filter((path) => !path.endsWith('/sw.js'))).toEqual([]);
}
async function online({ page, context, url }) {
  await context.setOffline(false);
  await open(page, url);
  await page.waitForTimeout(500);
  await expect(note(page)).toHaveCount(0);
}

test('a second visit without a network is ready and says so', async ({ host }) => {
  const own = await host();
  const { page, context, url } = own;
  await open(page, url);
  await whole(page, url);
  await offline(own, '?view=map&focus=he');
  await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'map');
  // A visit that ends before the page could say so is nothing that a later one should say.
  await page.goto(url, { waitUntil: 'commit' });
  await page.goto('about:blank');
  await online(own);
  // The codes for pages of others are there, too.
  await context.setOffline(true);
  await page.locator('[data-listen]').first().click();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name, decodedBodySize }) => name.includes('/listen-') && decodedBodySize > 0))).toBe(true);
  expect(own.messages).toEqual([]);
});

test('a server that fails, and a page of others in place of ours: ours stays kept', async ({ host }) => {
  const own = await host();
  const { page, url } = own;
  await open(page, url);
  await whole(page, url);
  const login = '<!doctype html><html><title>WLAN</title><h1>Login</h1></html>';
  for (const [status, seen] of [[500, 'Nordrhein-Westfalen'], [503, 'Nordrhein-Westfalen'], [200, 'Login'], [404, 'Login']]) {
    own.fault = (path, response) => path === '/' && html(response, status, login);
    await page.goto(url);
    await expect(page.locator('h1'), `${status}`).toContainText(seen);
    if (status >= 500) {
      await ready(page);
      await expect(note(page)).toContainText(OFFLINE);
    }
    await page.waitForTimeout(300);
    await offline(own);
    await own.context.setOffline(false);
  }
  own.fault = () => false;
  await online(own);
  expect(own.messages).toEqual([]);
});

test('a file that comes as a page is not kept, and comes right later', async ({ host }) => {
  const own = await host();
  const { page, context, url } = own;
  await open(page, url);
  // The worker asks the server, not the cache of the browser.
  own.fault = (path, response) => /\/(release|style|listen)-[^/]*$/.test(path) && html(response, 200, '<!doctype html><h1>Login</h1>');
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await active(page);
  await expect.poll(() => own.heard.filter((path) => path.includes('/style-')).length, { timeout: 10_000 }).toBeGreaterThan(1);
  await page.waitForTimeout(1_000);
  const found = await stems(page, url);
  expect(found).toEqual(expect.arrayContaining(['app-de', 'start-de']));
  expect(found.filter((stem) => /release|style|listen/.test(stem))).toEqual([]);
  own.fault = () => false;
  await online(own);
  await whole(page, url);
  await offline(own);
  // Half of a newer version does not replace a whole older one.
  await context.setOffline(false);
  const fresh = release(own.folder);
  own.fault = (path, response) => path.includes(fresh) && html(response, 200, '<!doctype html><h1>Login</h1>');
  await page.goto(url);
  await expect.poll(() => own.heard.filter((path) => path.includes(fresh)).length, { timeout: 10_000 }).toBeGreaterThan(1);
  await page.waitForTimeout(1_000);
  await offline(own);
});

for (const [name, fault] of [['put', 'Cache.prototype.put'], ['open', 'caches.open']]) {
  test(`a full storage (${name}): ready, quiet, and the next visit works`, async ({ host }) => {
    const own = await host();
    const { page, url, folder } = own;
    const full = `${fault} = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n`;
    writeFileSync(join(folder, 'sw.js'), full + readFileSync(join(folder, 'sw.js'), 'utf8'));
    await open(page, url);
    await active(page);
    for (const visit of [2, 3]) {
      await online(own);
      expect(await page.evaluate(() => navigator.serviceWorker.controller !== null), `visit ${visit}`).toBe(true);
    }
    expect(await kept(page, url)).toEqual([]);
    expect(own.messages).toEqual([]);
  });
}

test('caches of other names are left alone, also where the worker is switched off', async ({ host }) => {
  const own = await host();
  const { page, url, folder } = own;
  const others = ['fotos', `ozg ${url}other/`];
  await page.goto(`${url}icon.svg`);
  await page.evaluate((names) => Promise.all(names.map(async (name) => (await caches.open(name)).put('/x', new Response(name)))), [...others, 'ozg-1']);
  await open(page, url);
  await whole(page, url);
  expect((await page.evaluate(() => caches.keys())).sort()).toEqual([...others, `ozg ${url}`].sort());
  writeFileSync(join(folder, 'sw.js'), readFileSync('assets/sw-off.js'));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), { timeout: 10_000 }).toBe(0);
  expect((await page.evaluate(() => caches.keys())).sort()).toEqual(others.sort());
  expect(await page.evaluate((names) => Promise.all(names.map(async (name) => (await (await (await caches.open(name)).match('/x')).text()))), others)).toEqual(others);
});

test('a server that does not answer: after three seconds what was kept', async ({ host }) => {
  const own = await host();
  const { page, url } = own;
  await open(page, url);
  await whole(page, url);
  let held;
  own.fault = (path, response) => path === '/' && (held ??= response) && true;
  const begin = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  const waited = performance.now() - begin;
  expect(waited).toBeGreaterThan(2_500);
  expect(waited).toBeLessThan(6_000);
  await ready(page);
  await expect(note(page)).toHaveText(`${OFFLINE} ${await page.locator('#version').textContent()}`);
  held.destroy();
  own.fault = () => false;
  await online(own);
});

test('an open tab is told once of a newer release; others and embeds are not', async ({ host }) => {
  const own = await host();
  const { page, url, folder } = own;
  // A clock that goes on by ten minutes when it is told to.
  const clock = `{ const { now } = Date; let more = 0; Date.now = () => now() + more; addEventListener('message', (event) => { if (event.data === 'later') { more += 6e5; event.stopImmediatePropagation(); } }); }\n`;
  writeFileSync(join(folder, 'sw.js'), clock + readFileSync(join(folder, 'sw.js'), 'utf8'));
  // They are open when the worker begins.
  const embed = await own.tab();
  await open(embed, `${url}embed/?focus=by`);
  await open(page, url);
  await whole(page, url);
  const english = await own.tab();
  await open(english, `${url}en/?view=map`);
  await open(page, `${url}?focus=he#figure`);
  await page.waitForTimeout(500);
  const seen = (tab) => tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  const later = () => page.evaluate(() => navigator.serviceWorker.controller.postMessage('later'));
  const [old] = (await kept(page, url)).filter((name) => name.includes('/start-de-'));
  const fresh = release(folder);
  own.heard.length = 0;
  await seen(page);
  await page.waitForTimeout(1_000);
  expect(own.heard.filter((path) => !path.endsWith('/sw.js')), 'not asked again so soon').toEqual([]);
  for (const tab of [english, embed]) {
    await later();
    await seen(tab);
    await page.waitForTimeout(500);
  }
  await later();
  await seen(page);
  await expect(note(page)).toHaveText('Es gibt neue Zahlen oder eine neue Fassung. Neu laden');
  await later();
  await seen(page);
  await page.waitForTimeout(1_000);
  await expect(note(page)).toHaveCount(1);
  for (const tab of [english, embed]) await expect(note(tab)).toHaveCount(0);
  expect((await kept(page, url)).filter((name) => name.includes('/embed/'))).toEqual([]);
  await note(page).getByRole('link', { name: 'Neu laden' }).click();
  await expect(page.locator('#start')).toHaveAttribute('src', new RegExp(fresh));
  await ready(page);
  await expect(page).toHaveURL(/\?focus=he/);
  await page.waitForTimeout(500);
  await expect(note(page)).toHaveCount(0);
  // The older starter is not kept any longer.
  await expect.poll(() => kept(page, url)).toEqual(expect.not.arrayContaining([old]));
  expect((await kept(page, url)).some((name) => name.endsWith(fresh))).toBe(true);
  expect(own.messages).toEqual([]);
});

test('two sites on one host keep apart', async ({ host }) => {
  const own = await host('/a/', '/b/');
  const sites = ['a', 'b'].map((at) => `${own.url}${at}/`);
  const tabs = [own.page, await own.tab()];
  for (const index of [0, 1]) await open(tabs[index], sites[index]);
  for (const index of [0, 1]) await whole(tabs[index], sites[index]);
  for (const [index, site] of sites.entries()) {
    await offline({ ...own, page: tabs[index], url: site });
    expect((await kept(tabs[index], site)).filter((url) => !url.startsWith(site))).toEqual([]);
    expect(await kept(tabs[index], site)).toContain(site);
  }
  expect((await own.page.evaluate(() => caches.keys())).sort()).toEqual(sites.map((site) => `ozg ${site}`));
  await own.context.setOffline(false);
  writeFileSync(join(own.folders['/a/'], 'sw.js'), readFileSync('assets/sw-off.js'));
  await open(own.page, sites[0]);
  await own.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => own.page.evaluate(() => caches.keys()), { timeout: 10_000 }).toEqual([`ozg ${sites[1]}`]);
  await offline({ ...own, page: tabs[1], url: sites[1] });
});
