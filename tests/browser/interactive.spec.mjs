// The interactive embed, `/embed/?…`, and the element of embed.js, in pages of others.
import { expect, open, rows, test } from './fixtures.mjs';
import { fits, heights, hosted } from './host.mjs';

const frame = (src, more = '') => `<iframe src="${src}" title="Grafik" width="100%" height="600" style="border:0" ${more}></iframe>`;
const script = (origin) => `<script async src="${origin}/embed.js"></script>`;
const ready = (frame) => frame.locator('html[data-state=ready]:not([data-other])').waitFor({ state: 'attached', timeout: 20_000 });

test('an embed shows what its address asks, in the parts that it names', async ({ page }) => {
  await open(page, '/embed/?view=map&measure=leika-land-statewide&focus=by');
  await expect(page.locator('#title')).toContainText('LeiKa');
  await expect(page.locator('#drawings')).toBeVisible();
  await expect(page.locator('.legend')).toContainText('Hervorgehoben: Bayern');
  await expect(page.locator('#control-focus')).toBeHidden();
  await expect(page.locator('body')).not.toContainText('Mein Land');
  await expect(page.locator('figure:visible'), 'one figure').toHaveCount(1);
  await expect(page.locator('button[data-save]'), 'no buttons of the site').toHaveCount(0);
  const parts = { title: '#title', sentence: '.sentence', controls: '#control-focus', table: 'details.data', source: '.source' };
  for (const [part, selector] of Object.entries(parts)) {
    const others = Object.keys(parts).filter((own) => own !== part);
    await open(page, `/embed/?parts=${others.join('~')}`);
    for (const own of others) await expect(page.locator(parts[own]).first(), `${own} without ${part}`).toBeVisible();
    if (part === 'title') expect((await page.locator(selector).boundingBox()).width, 'the title is only heard').toBeLessThan(2);
    else await expect(page.locator(selector).first(), part).toBeHidden();
    // What was counted is always said.
    await expect(page.locator('.definition')).toContainText('OZG-Leistungen, im Land flächendeckend online');
  }
});

test('where no state stands out, none does: not in the key, the sentence, the table, the picture', async ({ page }) => {
  await open(page, '/embed/?parts=title~sentence~table~source');
  await page.locator('#figure details.data summary').click();
  expect(await page.locator('#figure').innerText()).not.toContain('ervorgehoben');
  await expect(page.locator('.sentence')).toContainText('Oben stehen');
  const fill = (place) => page.locator(`#drawings [data-place=${place}] rect`).evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).fill));
  expect(new Set(await fill('DE-NW'))).toEqual(new Set(await fill('DE-HH')));
  await open(page, '/embed/');
  expect(new Set(await fill('DE-NW')), 'with the highlight it is another colour').not.toEqual(new Set(await fill('DE-HH')));
});

test('a choice is answered; the way back of the page around it is left alone, and nothing is kept', async ({ page }) => {
  await open(page, '/embed/?parts=title~controls');
  const length = await page.evaluate(() => history.length);
  await page.locator('#control-focus').selectOption('he');
  await expect(page).toHaveURL(/focus=he/);
  await page.locator('input[name=view][value=map]').check({ force: true });
  await expect(page.locator('figure').first()).toHaveAttribute('data-chart', 'map');
  await expect(page.locator('#brand')).toHaveAttribute('href', /\d\/\?view=map&focus=he$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.waitForTimeout(3_500);
  expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length, localStorage.length, document.cookie])).toEqual([0, 0, 0, '']);
});

test('an embed as of a day shows what was known then, and says when today’s figures are others', async ({ page }) => {
  const berlin = async () => (await rows(page)).find((row) => row.place === 'DE-BE');
  const line = page.locator('.note.asof');
  // A day later the figure of November 2023 got an upper bound.
  await open(page, '/embed/?period=2023-11&asof=2026-11-24');
  expect(await berlin()).toMatchObject({ low: '201' });
  expect(await berlin()).not.toHaveProperty('high');
  await expect(line).toContainText('Inzwischen gibt es neuere oder berichtigte Zahlen');
  await line.locator('a').click();
  await expect(line).toHaveCount(0);
  expect(await berlin()).toMatchObject({ low: '201', high: '222' });
  // A newer month, for which there was no figure on that day.
  await open(page, '/embed/?measure=leika-land-statewide&asof=2026-11-24');
  await expect(line).toHaveCount(1);
  // Figures that are as they were, though more is remarked about one of them; and the day itself.
  for (const address of ['/embed/?asof=2026-11-24', '/embed/?period=2023-11&asof=2026-11-25', '/embed/']) {
    await open(page, address);
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    await page.waitForTimeout(300);
    await expect(line, address).toHaveCount(0);
  }
});

test('the language and the appearance of the address hold; an unknown key is said', async ({ page }) => {
  await page.goto('/embed/?lang=en&theme=dark&view=growth');
  await expect(page).toHaveURL(/\/en\/embed\/\?lang=en/);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
  await expect(page.locator('#title')).toContainText('From 45 to over 70');
  await page.goto('/en/embed/?lang=de');
  await expect(page).toHaveURL(/\d\/embed\/\?lang=de/);
  await open(page, '/embed/?measure=nonsense&parts=title');
  await expect(page.locator('.note[role=status]')).toContainText('nonsense');
});

hosted('in a sandbox, in columns of 200 to 1,400 px: as high as what it holds, never wider', async ({ host, origin }) => {
  const page = await host(frame(`${origin}/embed/?parts=title~sentence~controls~table~source~highlight`, 'sandbox="allow-scripts"') + script(origin));
  const inner = page.frameLocator('iframe');
  await ready(inner);
  await page.setViewportSize({ width: 1500, height: 900 });
  for (const width of [200, 280, 320, 480, 720, 1024, 1400]) {
    await page.evaluate((width) => (document.querySelector('main').style.width = `${width}px`), width);
    await fits(page.locator('iframe'), `in ${width} px`);
    expect(await inner.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth), `in ${width} px`).toBeLessThanOrEqual(0);
  }
  await inner.locator('#control-focus').selectOption('by');
  await expect(inner.locator('.legend'), 'it answers in a sandbox').toContainText('Bayern');
  expect(page.messages.filter((message) => !/sandbox/i.test(message))).toEqual([]);
});

hosted('it tells the page around it what is asked, and asks what that page asks', async ({ host, origin }) => {
  const listen = `window.heard = []; addEventListener('message', ({ data }) => heard.push(data));`;
  const page = await host(frame(`${origin}/embed/?id=abc&parts=title~controls`), { script: listen });
  const inner = page.frameLocator('iframe');
  await ready(inner);
  const heard = (type) => page.evaluate((type) => window.heard.filter((data) => data.type === type), type);
  expect(await heard('ready')).toEqual([expect.objectContaining({ source: 'ozg-embed', v: 1, id: 'abc', lang: 'de' })]);
  expect(await heard('state'), 'nothing before the reader has chosen').toEqual([]);
  await inner.locator('#control-focus').selectOption('he');
  await expect.poll(() => heard('state')).toEqual([{ source: 'ozg-embed', v: 1, type: 'state', id: 'abc', query: expect.stringContaining('focus=he') }]);
  const set = (message) => page.evaluate((message) => document.querySelector('iframe').contentWindow.postMessage({ source: 'ozg-embed-host', v: 1, type: 'set', ...message }, '*'), message);
  await set({ query: 'view=map&parts=table' });
  await expect(inner.locator('figure').first()).toHaveAttribute('data-chart', 'map');
  await expect(inner.locator('#control-focus')).toBeHidden();
  await set({ query: { view: 'growth' } });
  await set({ query: 'view=<b>&parts=title' });
  await expect(inner.locator('.note[role=status]')).toContainText('<b>');
  await expect(inner.locator('figure').first(), 'what is no view is the default').toHaveAttribute('data-chart', 'ranking');
});

hosted('five on one page: one module; one that nobody sees loads nothing', async ({ host, origin }) => {
  const far = '<div style="height:6000px"></div>';
  const views = ['ranking', 'map', 'range', 'growth', 'areas'];
  const page = await host(views.map((view) => frame(`${origin}/embed/?view=${view}`)).join('<p>Text</p>') + far + frame(`${origin}/embed/?view=profile`) + script(origin));
  const served = [];
  page.on('response', (response) => served.push(response));
  await page.reload();
  for (const [index, view] of views.entries()) {
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    const inner = page.frameLocator('iframe').nth(index);
    await ready(inner);
    await expect(inner.locator('figure').first()).toHaveAttribute('data-chart', view);
    await fits(page.locator('iframe').nth(index), view);
  }
  const last = page.frameLocator('iframe').nth(5);
  await expect(last.locator('html')).toHaveAttribute('data-state', 'static');
  const sent = async (index) => page.frameLocator('iframe').nth(index).locator('html').evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).map(({ transferSize }) => transferSize));
  const sizes = await Promise.all([0, 1, 2, 3, 4, 5].map(sent));
  expect(sizes.map((own) => own.length), 'each that is seen asks for it').toEqual([1, 1, 1, 1, 1, 0]);
  expect(sizes.flat().filter((size) => size > 10_000).length, 'it comes once, then from the cache').toBeLessThanOrEqual(1);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await ready(last);
  await expect(last.locator('figure').first()).toHaveAttribute('data-chart', 'profile');
  const foreign = served.map((response) => response.url()).filter((url) => !url.startsWith(origin) && !url.startsWith(new URL(page.url()).origin) && !url.startsWith('data:'));
  expect(foreign).toEqual([]);
});

hosted('the element <ozg-chart> becomes a frame of what its attributes say', async ({ host, origin }) => {
  const page = await host(`<ozg-chart view="map" focus="by" onclick="x" lang="en" title="My &quot;map&quot;" height="700"><noscript><img src="${origin}/cards/areas.svg" alt=""></noscript></ozg-chart>${script(origin)}${script(origin)}`);
  const frames = page.locator('ozg-chart > iframe');
  await expect(frames).toHaveCount(1);
  await expect(frames).toHaveAttribute('src', `${origin}/en/embed/?view=map&focus=by`);
  await expect(frames).toHaveAttribute('title', 'My "map"');
  const inner = page.frameLocator('iframe');
  await ready(inner);
  await expect(inner.locator('.legend')).toContainText('Highlighted: Bavaria');
  await fits(frames, 'as high as what it holds');
  await page.evaluate(() => document.querySelector('main').prepend(document.querySelector('ozg-chart')));
  await expect(frames, 'moved: still one').toHaveCount(1);
});

hosted('WordPress frames it without an origin of its own, and hears how high it is', async ({ host, origin }) => {
  const listen = `addEventListener('message', ({ data, source }) => { if (data?.secret === 'abc123' && data.message === 'height') document.querySelector('iframe').style.height = Math.min(data.value, 3000) + 'px'; });`;
  const page = await host(frame(`${origin}/embed/#?secret=abc123`, 'sandbox="allow-scripts" security="restricted"'), { script: listen });
  await ready(page.frameLocator('iframe'));
  await fits(page.locator('iframe'), 'WordPress');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('an interactive embed shows the start selection and says so', async ({ page }) => {
    await page.goto('/embed/');
    await expect(page.locator('.no-script').last()).toContainText('Ohne Skript');
    await expect(page.locator('#title')).toBeVisible();
    await expect(page.locator('.definition')).toBeVisible();
  });
});

test('a frame that is told its height fills it and reports none', async ({ page, origin }) => {
  await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Zeitung</title><script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>${frame(`${origin}/embed/?fit=1`)}` }));
  await page.goto(`${origin}/host`);
  await ready(page.frameLocator('iframe'));
  await page.waitForTimeout(500);
  expect((await page.evaluate(() => window.heard)).filter((data) => data.type === 'height')).toEqual([]);
  expect((await heights(page.locator('iframe'))).given).toBe(600);
});
