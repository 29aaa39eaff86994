import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { dist, expect, hold, marks, more, open, ready, test, view } from './fixtures.mjs';

test('the page is taken over: nodes stay, nothing shifts, moments are marked', async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifts += entry.value))).observe({ type: 'layout-shift', buffered: true });
    addEventListener('DOMContentLoaded', () => document.querySelectorAll('body *').forEach((node) => (node.delivered = true)));
  });
  await open(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.shifts)).toBe(0);
  // What stands behind "Mehr Auswahl", and the patterns, come with the app; everything else is what was delivered.
  const replaced = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((node) => !node.delivered && !node.closest('.more, #appearance')).map((node) => node.outerHTML.slice(0, 90)));
  expect(replaced).toEqual([]);
  const [paint, interactive] = await page.evaluate(() => ['first-contentful-paint', 'ozg:interactive'].map((name) => performance.getEntriesByName(name)[0]?.startTime));
  expect(paint).toBeGreaterThan(0);
  expect(interactive).toBeGreaterThan(paint);
  await expect(page.locator('svg.chart')).toHaveCount(2);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => window.shifts)).toBe(0);
});

test('the first frame has the whole chart, however slowly the page comes', async ({ browser }) => {
  const [before, chart, after] = readFileSync(join(dist, 'index.html'), 'utf8').split(/(?=<div id="drawings"|<p id="keys")/, 3);
  expect(after.length, 'the rest of the page').toBeGreaterThan(20);
  const server = createServer(async (request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const part of [before, chart.slice(0, 20_000), chart.slice(20_000), after]) {
      response.write(part);
      await new Promise((then) => setTimeout(then, 250));
    }
    response.end();
  });
  await new Promise((then) => server.listen(0, '127.0.0.1', then));
  // Not the page of the other tests, which fails where a file is not there.
  const page = await browser.newPage();
  try {
    await page.addInitScript(() => requestAnimationFrame(() => (window.first = document.querySelectorAll('#drawings > svg').length)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    expect(await page.evaluate(() => window.first)).toBe(3);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
});

test('before the frame only the picture changes, its title and its legend; everything else follows', async ({ page }) => {
  await open(page);
  const changed = await page.evaluate(async () => {
    const records = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const select = document.querySelector('#control-period');
    select.value = '2024-03';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    observer.disconnect();
    const nodes = records.map(({ target }) => (target.nodeType === Node.TEXT_NODE ? target.parentElement : target));
    const names = records.filter(({ target, attributeName }) => target.closest?.('#drawings') && /^(data|aria)-/.test(attributeName ?? ''));
    const parts = '#drawings, #title, #figure .legend, #figure .head, #figure, .controls, header, footer, figcaption, #figure-2';
    const changed = nodes.map((node) => node.closest(parts)).map((part) => part?.id || part?.className || part?.localName);
    return { changed: [...new Set(changed)].sort(), names: names.map(({ attributeName }) => attributeName) };
  });
  expect(changed).toEqual({ changed: ['drawings', 'figure', 'legend', 'title'], names: [] });
  await expect(page.locator('#drawings .mark[data-place="DE-HH"]')).toHaveAttribute('aria-label', /^Hamburg, 259 OZG-Leistungen/);
  await expect(page.locator('.sentence').first()).toContainText('155 davon gibt es bundesweit');
  await expect(page.locator('#table caption')).toContainText('März 2024');
});

test('a bar that gets a band leaves the texts beside it as they are', async ({ page }) => {
  await open(page);
  const texts = page.locator('#drawings .value, #drawings .rank');
  await texts.evaluateAll((nodes) => nodes.forEach((node) => (node.kept = true)));
  const bands = await page.locator('#drawings .band').count();
  await page.locator('#control-period').selectOption('2024-03');
  await expect.poll(() => page.locator('#drawings .band').count()).toBeGreaterThan(bands);
  expect(await texts.evaluateAll((nodes) => nodes.filter((node) => node.kept).length)).toBe(32);
});

test('another question than the page carries shows its frame, never the wrong chart', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/?measure=ozg-land-any&period=2021-12');
  await expect(page.locator('html')).toHaveAttribute('data-other', '');
  await expect(page.locator('figure h2').first()).toBeHidden();
  expect(await page.locator('figure').first().evaluate((node) => getComputedStyle(node, '::before').content)).toContain('wird geladen');
  await release();
  await ready(page);
  await expect(page.locator('figure h2').first()).toContainText('in mindestens einer Kommune');
  await expect(page).toHaveTitle(/^Nordrhein-Westfalen vorn unter 4 Ländern mit Angabe/);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('ozg:first-chart').length)).toBe(1);
});

test('every control is in the address; back, forward and reload restore it', async ({ page }) => {
  await open(page);
  await page.locator('.card', { hasText: 'in mindestens einer Kommune' }).click();
  await expect(page).toHaveURL(/\?measure=ozg-land-any$/);
  await page.locator('#control-period').selectOption('2021-12');
  await expect(page).toHaveURL(/period=2021-12/);
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page).toHaveURL(/focus=by/);
  await more(page);
  const heights = await page.locator('.controls .kern-form-input__select-wrapper:visible').evaluateAll((nodes) => nodes.map((node) => node.offsetHeight));
  expect([...new Set(heights)]).toEqual([44]);
  // As wide as its wrapper; what it offers gives it no width, so that no browser measures that.
  const [spare, own] = await page.locator('.time .kern-form-input__select').evaluate((node) => {
    const wrapper = node.parentElement;
    const spare = wrapper.clientWidth - node.offsetWidth;
    wrapper.style.cssText = 'flex: none; width: max-content';
    const own = wrapper.clientWidth;
    wrapper.removeAttribute('style');
    return [spare, own];
  });
  expect(spare).toBe(0);
  expect(own).toBeLessThan(60);
  await page.locator('select[name=sort]').selectOption('name');
  await expect(page).toHaveURL(/\?measure=ozg-land-any&focus=by&period=2021-12&sort=name$/);
  await expect(page.locator('.sentence').first()).toContainText('Bayern kam im Dezember 2021 auf 176 von 575');
  await expect(page).toHaveTitle(/^Nordrhein-Westfalen vorn unter 4 Ländern mit Angabe: .* – OZG-Ländervergleich$/);
  const before = await marks(page);
  await page.reload();
  await ready(page);
  expect(await marks(page)).toEqual(before);
  expect(await page.locator('select[name=sort]').inputValue()).toBe('name');
  await page.goBack();
  await expect(page).toHaveURL(/\?measure=ozg-land-any&focus=by&period=2021-12$/);
  await expect(page.locator('select[name=sort]')).toHaveValue('value');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.locator('input[name=measure]:checked')).toHaveValue('ozg-land-statewide');
  await expect(page.locator('figure').first()).toHaveAttribute('data-period', '2025-01');
  await page.goForward();
  await expect(page.locator('figure').first()).toHaveAttribute('data-measure', 'ozg-land-any');
});

test('the view switch keeps what the other view can show', async ({ page }) => {
  await open(page, '/?measure=ozg-land-any&focus=he');
  await view(page, 'growth');
  await expect(page).toHaveURL(/\?view=growth&measure=ozg-land-any&focus=he$/);
  await expect(page.locator('figure:visible')).toHaveCount(1);
  await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'growth');
  await page.locator('select[name=measure]').selectOption('wsp-services');
  await view(page, 'ranking');
  await expect(page).toHaveURL(/\?focus=he$/);
});

test('language: the same question on the other page, and by key', async ({ page }) => {
  await open(page, '/?measure=ozg-land-any&period=2021-12&focus=by');
  await page.getByRole('link', { name: 'English' }).click();
  await ready(page);
  await expect(page).toHaveURL(/\/en\/\?measure=ozg-land-any&focus=by&period=2021-12$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.sentence').first()).toContainText('In December 2021 Bavaria had 176 of 575');
  await page.goto('/?lang=en&view=growth');
  await page.waitForURL(/\/en\/\?lang=en&view=growth/);
  await ready(page);
  await expect(page.locator('h1')).toHaveText('How digital is North Rhine-Westphalia?');
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL(/\/\?view=growth$/);
});

test('theme: by system and by choice', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  expect(await ground()).toBe('rgb(18, 20, 29)');
  await page.locator('select[name=theme]').selectOption('light');
  await expect(page).toHaveURL(/\?theme=light$/);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/?theme=dark');
  expect(await ground()).toBe('rgb(18, 20, 29)');
});

test('garbage in the address gives the default and a note, and stays until something is chosen', async ({ page }) => {
  for (const query of ['?measure=%3Cimg%20src%3Dx%3E', '?period=2024-13', '?focus=%FF', '?view=3d&sort=up', `?x=${'y'.repeat(3000)}`]) {
    await open(page, `/${query}`);
    await expect(page.locator('.note[role=status]')).toBeVisible();
    await expect(page.locator('figure').first()).toHaveAttribute('data-measure', 'ozg-land-statewide');
    expect(new URL(page.url()).search).toBe(query);
    await page.locator('#control-focus').selectOption('by');
    await expect(page).toHaveURL(/\/\?focus=by$/);
  }
  await open(page, '/?utm_source=paper&focus=by');
  expect(new URL(page.url()).search).toBe('?utm_source=paper&focus=by');
});

test('an empty answer says why and offers the way back', async ({ page }) => {
  await open(page, '/?measure=wsp-services');
  await expect(page.locator('figure h2').first()).toContainText('nicht vergleichbar');
  await expect(page.locator('#control-period'), 'no month can be chosen').toHaveCount(0);
  await page.getByRole('link', { name: 'Zum Verlauf' }).click();
  await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'growth');
  await open(page, '/?measure=ozg-land-any&period=2019-05');
  await expect(page.locator('figure h2').first()).toContainText('Keine Angabe in diesem Zeitraum');
  await page.getByRole('link', { name: 'Zum Stand mit den meisten Angaben' }).click();
  await expect(page.locator('figure').first()).toHaveAttribute('data-period', '2022-05');
  await open(page, '/?view=growth&measure=ozg-land-statewide&focus=sh&asof=2020-01-01');
  await expect(page.locator('figure h2').first()).toContainText('Keine Angaben');
  await expect(page.locator('.note', { hasText: 'Datenstand vom 1. Januar 2020' })).toBeVisible();
  await page.getByRole('link', { name: 'Zum heutigen Datenstand' }).click();
  await expect(page.locator('figure').first()).toHaveAttribute('data-chart', 'growth');
});

test('what the reader opens before the app is there stays open', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/');
  await page.locator('#foot summary', { hasText: 'Was wird gezählt?' }).click();
  await page.locator('#figure details.data > summary').click();
  await release();
  await ready(page);
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page.locator('#title')).toContainText('Hamburg vorn');
  await page.waitForTimeout(300);
  await expect(page.locator('#foot details').first()).toHaveAttribute('open', '');
  await expect(page.locator('#figure details.data')).toHaveAttribute('open', '');
});

test('nodes survive a change: each mark keeps its own, none moves, and what stays the same is not written', async ({ page }) => {
  await open(page, '/?period=2024-01');
  await page.evaluate(() => {
    window.order = [...document.querySelectorAll('#drawings .mark')];
    window.named = new Map(window.order.map((mark) => [mark.dataset.place, mark]));
    window.written = [];
    const observer = new MutationObserver((list) => list.forEach(({ type, target, attributeName, oldValue }) => {
      if (type === 'attributes' && target.getAttribute(attributeName) === oldValue) window.written.push(`${target.tagName} ${attributeName}`);
      if (type === 'childList' && target.closest('#drawings .mark') === null && target.closest('#drawings')) window.written.push(`children of ${target.tagName}`);
    }));
    observer.observe(document.getElementById('page'), { subtree: true, attributes: true, attributeOldValue: true, childList: true });
  });
  await page.locator('#control-period').selectOption('2025-01');
  await expect(page.locator('#figure')).toHaveAttribute('data-period', '2025-01');
  await page.waitForTimeout(400);
  const kept = () => page.evaluate(() => [...document.querySelectorAll('#drawings .mark')].map((mark) => window.named.get(mark.dataset.place) === mark && window.order.indexOf(mark)));
  expect(await kept()).toEqual([...Array(16).keys()]);
  // The number of lines of the grid and the reference line may change, nothing else comes or goes.
  expect((await page.evaluate(() => window.written)).filter((what) => what !== 'children of g')).toEqual([]);
  // Those that stay keep their nodes when others go and come back.
  await more(page);
  await page.locator('select[name=group]').selectOption('city');
  await expect(page.locator('#drawings .mark')).toHaveCount(3);
  expect((await kept()).every((place) => place !== false)).toBe(true);
});

test('a day picked as the day of the data and left by the way back leaves an empty field', async ({ page }) => {
  await open(page);
  await more(page);
  await page.locator('input[name=asof]').fill('2026-11-24');
  await page.locator('input[name=asof]').dispatchEvent('change');
  await expect(page).toHaveURL(/asof=2026-11-24/);
  await page.locator('.note a').click();
  await expect(page.locator('input[name=asof]')).toHaveValue('');
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(page.locator('input[name=asof]')).toHaveValue('2026-11-24');
});

test('the live page reads in the order of the data', async ({ page }) => {
  await open(page);
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const names = [];
  const walk = (node) => {
    const name = node.name?.value ?? '';
    if (/, Rang \d+/.test(name) && node.role?.value !== 'StaticText') names.push(name.split(',')[0]);
    node.childIds?.forEach((id) => byId.has(id) && walk(byId.get(id)));
  };
  walk(nodes[0]);
  const expected = (await marks(page)).filter(({ value }) => value).map(({ label }) => label.split(',')[0]);
  expect(names.slice(0, expected.length)).toEqual(expected);
  expect(expected[0]).toBe('Hamburg');
});

for (const [colorScheme, path] of [['light', '/'], ['dark', '/?view=growth'], ['light', '/en/?view=profile&focus=by'], ['light', '/?view=change&places=hh~by~nw'], ['dark', '/?view=map'], ['light', '/?view=growth&measure=ozg-land-statewide&places=hh~by'], ['light', '/?measure=nonsense']]) {
  test(`the parts of the styles give what the whole sheet gives: ${path} ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const sheet = (await (await page.request.get('/method/')).text()).match(/pages-[0-9a-f]+\.css/)[0];
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    // What follows the picture (address, status, the complete data) has arrived: only the sheet changes.
    await page.waitForLoadState('networkidle');
    const differing = await page.evaluate(async (href) => {
      // Custom properties themselves may differ: what counts is what they give.
      const styles = () => [...document.querySelectorAll('html, body, body *')].flatMap((node) =>
        [undefined, '::before', '::after'].flatMap((pseudo) => {
          const style = getComputedStyle(node, pseudo);
          if (pseudo && style.content === 'none') return [];
          return [[`${node.tagName}.${node.getAttribute('class') ?? ''}${pseudo ?? ''}`, Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))]];
        }));
      const parts = [...document.styleSheets];
      const split = styles();
      const whole = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/${href}` });
      await new Promise((done) => {
        whole.onload = done;
        document.head.append(whole);
      });
      parts.forEach((part) => (part.disabled = true));
      const all = styles();
      if (all.length !== split.length) return [`${split.length} boxes instead of ${all.length}`];
      return all.flatMap(([name, style], index) =>
        Object.entries(style).filter(([property, value]) => !property.startsWith('--') && split[index][1][property] !== value).map(([property, value]) => `${name} ${property}: ${split[index][1][property]} instead of ${value}`));
    }, sheet);
    expect(differing.slice(0, 20)).toEqual([]);
  });
}
