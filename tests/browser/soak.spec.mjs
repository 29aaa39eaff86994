// Random use for OZG_SOAK seconds (60), the same for the same OZG_SEED (16): after each step the page answers, at the end it
// holds no more memory than after its first seconds. `script/soak` runs it for longer.
import { expect, open, ready, test } from './fixtures.mjs';

const SECONDS = Number(process.env.OZG_SOAK || 60);
const SEED = Number(process.env.OZG_SEED || 16);
/** After so many seconds everything has been used once, and the memory is looked at. */
const WARM = Math.min(10, SECONDS / 2);
const WIDTHS = [320, 375, 768, 1280, 1440];
const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp', ' ', 'Enter', 'Escape'];

/** Numbers from 0 to 1 that look random (mulberry32). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs in the page before its scripts: keeps the memory of the module, and offers what the test asks after each step. */
function prepare() {
  if (window !== top) return;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await original.apply(WebAssembly, all);
      window.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0;
  /** Does something at one of the elements that are there, the one at a share of the list; returns its name, or nothing. */
  window.act = (what, selector, share, choose) => {
    const found = [...document.querySelectorAll(selector)].filter((node) => !node.disabled && isSeen(node.closest('label') ?? node));
    const node = found[Math.floor(share * found.length)];
    if (!node) return null;
    const name = node.id || node.value || node.getAttribute('href') || node.textContent.trim().slice(0, 30) || node.localName;
    if (what === 'fill') {
      const values = choose.length ? choose : [...node.options].map(({ value }) => value);
      node.value = values[Math.floor(((share * 997) % 1) * values.length)];
      for (const type of ['input', 'change']) node.dispatchEvent(new Event(type, { bubbles: true }));
      return `${name} ${node.value}`;
    }
    if (what !== 'place') {
      node[what]();
      return name;
    }
    node.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = node.getBoundingClientRect();
    return { name, at: [x + width / 2, y + height / 2] };
  };
  const sticksOut = () => [...document.querySelectorAll('body *')].filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth).slice(0, 5)
    .map((node) => `<${node.localName} id="${node.id}" class="${node.getAttribute('class') ?? ''}"> to ${Math.round(node.getBoundingClientRect().right)} of ${innerWidth} px`);
  window.look = async (isSettled) => {
    await new Promise(requestAnimationFrame);
    // The address follows after a moment of quiet.
    for (const wait of [0, 0, isSettled ? 250 : 0]) await new Promise((done) => setTimeout(done, wait));
    const root = document.documentElement;
    const figure = document.getElementById('figure');
    const text = (selector) => (figure.querySelector(selector)?.textContent ?? '').trim();
    const focus = document.getElementById('control-focus');
    const own = [...figure.querySelectorAll('svg.chart .mark')].filter((mark) => mark.dataset.place?.toLowerCase() === `de-${focus?.value}`);
    const query = (search) => [...new URLSearchParams(search)].filter(([key]) => key !== 'lang').map(String).sort().join('&');
    return {
      state: root.dataset.state, other: 'other' in root.dataset, lang: root.lang, theme: root.dataset.kernTheme ?? 'auto',
      chosen: document.querySelector('select[name=theme]').value, chart: figure.dataset.chart, marks: figure.querySelectorAll('svg.chart .mark').length,
      title: text('h2'), sentence: text('.sentence'), place: focus?.selectedOptions[0].textContent, drawings: document.querySelectorAll('#drawings > svg').length,
      // Of the portal it is the portal that is named; of counts side by side, who leads.
      hasFigure: !/^wsp/.test(figure.dataset.measure) && document.getElementById('control-facet')?.value !== 'measure' && own.some(({ dataset }) => dataset.value ?? dataset.low), here: query(location.search), there: query(document.querySelector('#header a[hreflang]').search),
      wide: document.scrollingElement.scrollWidth <= innerWidth ? [] : sticksOut(), dialogs: document.querySelectorAll('dialog').length,
    };
  };
}

/** What can be done, and how often: each returns what was done, or nothing where it cannot be done now. */
function actions(page, random) {
  const below = (count) => Math.floor(random() * count);
  const one = (list) => list[below(list.length)];
  const act = (what, selector, choose = []) => page.evaluate((all) => window.act(...all), [what, selector, random(), choose]);
  // Whatever covers it: a pointer could hit a link of the tip, which leads away.
  const click = (selector) => () => act('click', selector);
  const fill = (selector, choose) => () => act('fill', selector, choose);
  const press = (selector, keys) => async () => {
    const name = await act('focus', selector);
    if (name === null) return null;
    const list = keys();
    for (const key of list) await page.keyboard.press(key);
    return `${name} ${list.join(' ')}`;
  };
  const mark = (isClick) => async () => {
    const found = await act('place', 'svg.chart .mark');
    if (found === null) return null;
    await page.mouse.move(...found.at, { steps: 2 });
    if (!isClick) return found.name;
    // The tip that opens may lie over it, or scroll the page.
    const isThere = await page.evaluate(async (at) => {
      await new Promise((done) => setTimeout(done, 30));
      return Boolean(document.elementFromPoint(...at)?.closest('.mark'));
    }, found.at);
    if (isThere) await page.mouse.down().then(() => page.mouse.up());
    return isThere ? found.name : `${found.name}, covered`;
  };
  const size = async () => {
    const now = { width: one(WIDTHS), height: 500 + below(500) };
    await page.setViewportSize(now);
    return `${now.width} × ${now.height}`;
  };
  const way = (name) => () => page.evaluate((name) => {
    const can = name === 'back' ? navigation.canGoBack : navigation.canGoForward;
    return can ? (history[name](), name) : null;
  }, name);
  const share = async () => {
    const { here } = await page.evaluate(() => window.look(true));
    if ((await act('click', 'a[data-share]')) === null) return null;
    await page.waitForFunction(() => document.querySelector('dialog #share-code')?.value && document.querySelector('dialog .status').textContent === '', null, { timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    expect((await page.evaluate(() => window.look(true))).here, 'the dialog leaves the address').toBe(here);
    return 'open, close';
  };
  const steps = (keys) => () => Array.from({ length: 1 + below(6) }, () => one(keys));
  return Object.entries({
    select: [6, fill('#controls select, select[name=theme]')], tab: [4, click('input[name=view]')], count: [2, click('input[name=measure]')], box: [4, click('.boxes .choice input')],
    'quick choice': [2, click('.quick a, .chip, .chosen a, .ways a[href^="./"], .note a')], open: [4, click('#page summary')],
    slider: [3, press('input.slider', steps(KEYS.slice(0, 8)))], mark: [3, mark(true)], point: [3, mark(false)],
    keys: [4, press('svg.chart .mark[tabindex="0"]', steps(KEYS))], sort: [3, click('th button')], tip: [2, click('#tip button')],
    back: [4, way('back')], forward: [2, way('forward')], share: [0.4, share], size: [2, size], day: [1, fill('input[name=asof]', ['', '2026-11-24', '2026-11-25', '2026-11-26'])],
    search: [1, fill('#controls input[type=search]', ['', 'sachsen', 'n', 'zzz', 'ü'])],
    navigation: [0.5, click('#header a[href^="./"]:not([hreflang])')],
  }).map(([name, [weight, run]]) => ({ name, weight, run }));
}

/** The page as it began, with nothing open; what it holds then. */
async function held(page, cdp, height) {
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height });
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.querySelectorAll('details[open]').forEach((details) => (details.open = false));
    history.replaceState(null, '', location.pathname);
    dispatchEvent(new PopStateEvent('popstate'));
    // The page forgets what had the focus, which may be gone with all that it stood in.
    dispatchEvent(new Event('pointerdown'));
    scrollTo(0, 0);
  });
  await page.waitForTimeout(1_500);
  for (let turn = 0; turn < 4; turn += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(100);
  }
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents'), memory: await page.evaluate(() => window.memory.buffer.byteLength) };
}

test(`random use for ${SECONDS} s, seed ${SEED}`, async ({ page }) => {
  test.setTimeout((SECONDS + 120) * 1_000);
  const random = mulberry32(SEED);
  const messages = [];
  page.on('console', (message) => message.text().includes('blocked by Playwright') || messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.addInitScript(prepare);
  const lang = SEED % 2 ? 'en' : 'de';
  await open(page, lang === 'en' ? '/en/' : '/');
  await page.locator('details.more > summary').click();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const all = actions(page, random);
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const done = [];
  const counts = {};
  const start = Date.now();
  const passed = () => (Date.now() - start) / 1_000;

  async function step(action) {
    const what = await action.run();
    if (what === null) return;
    done.push(`${action.name}: ${what}`);
    counts[action.name] = (counts[action.name] ?? 0) + 1;
    const isSettled = random() < 0.4;
    const seen = await page.evaluate((isSettled) => window.look(isSettled), isSettled);
    expect(messages).toEqual([]);
    expect(seen).toMatchObject({ state: expect.stringMatching(/^(ready|partial)$/), other: false, lang, theme: seen.chosen, drawings: 1, dialogs: 0 });
    expect(seen.title, 'there is a finding').not.toBe('');
    expect(seen.sentence, 'there is a sentence').not.toBe('');
    if (seen.chart !== 'nothing') expect(seen.marks, 'there is a chart').toBeGreaterThan(0);
    if (!isSettled) return;
    if (seen.hasFigure) expect(`${seen.title} ${seen.sentence}`, 'the state is in the sentence').toContain(seen.place);
    expect(seen.there, 'the page in the other language is asked the same').toBe(seen.here);
    // The tip follows a window that has become narrower in a moment.
    await expect.poll(() => page.evaluate(() => window.look(true).then((now) => now.wide)), 'nothing is wider than the window').toEqual([]);
  }

  try {
    for (const action of all) await step(action);
    let warm;
    while (passed() < SECONDS) {
      if (!warm && passed() > WARM) warm = await held(page, cdp, 720);
      let at = random() * total;
      await step(all.find(({ weight }) => (at -= weight) < 0));
    }
    // Browsers give back what nobody needs any more when they find the time; what leaks is never given back.
    let end;
    const nodes = async () => (end = await held(page, cdp, 720)).nodes;
    await expect.poll(nodes, { message: 'nodes', timeout: 30_000, intervals: [1_000] }).toBeLessThan(warm.nodes + 500);
    console.log(`seed ${SEED}: ${done.length} steps`, JSON.stringify({ counts, warm, end }));
    expect(end.heap, 'JS heap').toBeLessThan(Math.max(warm.heap * 1.1, warm.heap + 2 * 2 ** 20));
    expect(end.listeners, 'listeners').toBeLessThan(warm.listeners + 20);
    expect(end.documents, 'documents').toBeLessThanOrEqual(warm.documents + 1);
    expect(end.memory, 'memory of the module').toBeLessThanOrEqual(warm.memory + 2 ** 20);
    // The other language is another page, with the same choices.
    await page.locator('#control-focus').selectOption('by');
    await page.locator('select[name=theme]').selectOption('dark');
    await expect(page).toHaveURL(/\?focus=by&theme=dark$/);
    await page.locator('#header a[hreflang]').click();
    await page.waitForURL(lang === 'en' ? /\d\/\?/ : /\/en\/\?/);
    await ready(page);
    expect(new URL(page.url()).search).toBe('?focus=by&theme=dark');
    await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
    expect(messages).toEqual([]);
  } catch (error) {
    console.log(`seed ${SEED}, ${done.length} steps, ${Math.round(passed())} s, at ${page.url()}; the last ones:\n  ${done.slice(-20).join('\n  ')}`);
    throw error;
  }
});

test('a tip stays inside a window that becomes narrower', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await open(page, '/?view=map');
  await page.locator('#drawings .mark[data-place=DE-SN]').click();
  await page.setViewportSize({ width: 768, height: 800 });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(768);
});

test('a tip stands by the room that its own words need, not those before, also after a choice', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 571 });
  await open(page, '/?places=hh~hb~be&focus=sl&period=2022-06');
  const marks = ['w0-be', 'w0-hb', 'w1-nw-2021-06-01-30', 'w0-hh', 'w0-be'];
  const seen = async () => {
    const found = [];
    for (const mark of marks) {
      await page.locator(`#${mark}`).focus();
      await page.waitForTimeout(60);
      found.push(await page.locator('#tip').evaluate(({ style, offsetWidth }) => ({ left: style.left, width: offsetWidth })));
    }
    return found;
  };
  const before = await seen();
  for (const { left, width } of before) expect(left).toContain(`${-(width + 8)}px`);
  expect(new Set(before.map(({ width }) => width)).size, 'narrow and wide ones').toBeGreaterThan(1);
  await page.locator('#w0-be').dispatchEvent('click');
  await page.locator('select[name=focus]').selectOption('by');
  await page.waitForTimeout(300);
  for (const { left, width } of await seen()) expect(left).toContain(`${-(width + 8)}px`);
});

test('choices in the dialog of codes are no steps of the way back', async ({ page }) => {
  await open(page);
  await page.locator('#figure a[data-share]').click();
  const length = () => page.waitForFunction(() => document.querySelector('#share-code')?.value && document.querySelector('#share .status').textContent === '' && history.length);
  const before = await (await length()).jsonValue();
  await page.locator('#share [name=focus]').selectOption('by');
  await expect(page.locator('#share-code')).toHaveValue(/focus=by/, { timeout: 15_000 });
  expect(await (await length()).jsonValue()).toBe(before);
});
