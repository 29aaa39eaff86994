// Two persons' ways, by clicking alone: a visitor who asks about Hessen, an analyst who filters by service area.
import { again, expect, open, ready, test, view } from './fixtures.mjs';

const screens = [['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true }], ['a desk', { viewport: { width: 1280, height: 800 } }]];
const languages = [
  ['/', { ask: 'Wie digital ist Hessen?', rank: /^229 OZG-Leistungen Januar 2025 · Rang 6 von 16$/, none: 'keine', back: 'Zurück zur Grafik', mine: 'Als mein Land wählen', areas: 'Themenfelder' }],
  ['/en/', { ask: 'How digital is Hesse?', rank: /^229 OZG services January 2025 · rank 6 of 16$/, none: 'none', back: 'Back to the chart', mine: 'Make this my state', areas: 'Service areas' }],
];
const inside = async (page, locator) => {
  const [box, size] = [await locator.boundingBox(), page.viewportSize()];
  return box.y >= 0 && box.y + box.height <= size.height && box.x >= 0 && box.x + box.width <= size.width;
};
/** Clicks, or taps where there is a finger. */
const press = (page, locator) => (page.context()._options.hasTouch ? locator.tap() : locator.click());

for (const [screen, use] of screens) {
  test.describe(`on ${screen}`, () => {
    test.use(use);
    for (const [path, words] of languages) {
      test(`a visitor from Hessen: one action to value, month and rank: ${path}`, async ({ page }) => {
        await page.addInitScript(() => {
          window.shifts = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifts += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
        });
        await open(page, path);
        const card = page.locator('.card').first();
        expect(await page.evaluate(() => window.shifts)).toBe(0);
        expect(await inside(page, card), 'the figure of the state is on the first screen').toBe(true);
        await expect(card).toContainText('197');
        if (screen === 'a phone') expect((await page.locator('#header').boundingBox()).height).toBeLessThan(64);
        else expect(await inside(page, page.locator('#figure .mark[data-place=DE-BY]')), 'the first bars too').toBe(true);
        await page.locator('#control-focus').selectOption('he');
        await expect(page.locator('h1')).toHaveText(words.ask);
        await expect(card.locator('span:not(.visually-hidden)')).toHaveText([/^229 OZG/, words.rank.source.includes('rank') ? 'January 2025 · rank 6 of 16' : 'Januar 2025 · Rang 6 von 16']);
        expect(await inside(page, card)).toBe(true);
      });

      test(`an analyst: six actions to three service areas, from a cell to its list and back: ${path}`, async ({ page }) => {
        await open(page, path === '/' ? '/?focus=he' : '/en/?focus=he');
        await press(page, page.locator('.tab', { has: page.locator('[value=areas]') })); // 1
        await expect(page.locator('#figure .sentence')).toContainText(path === '/' ? 'noch niemand veröffentlicht' : 'Nobody has published');
        await press(page, page.locator('.ways a').first()); // 2
        await page.waitForURL(/sample\/.*view=areas/);
        await ready(page);
        await expect(page).toHaveURL(/focus=he/);
        await expect(page.locator('#figure .mark')).toHaveCount(16 * 14);
        await press(page, page.locator('.line > .contents .quick a', { hasText: words.none })); // 3
        for (const area of ['bildung', 'gesundheit', 'umwelt']) await press(page, page.locator(`.line > .contents .choice:has([value=${area}])`)); // 4 to 6
        await expect(page.locator('#figure .mark')).toHaveCount(16 * 3);
        await expect(page).toHaveURL(/area=bildung~gesundheit~umwelt/);
        await press(page, page.locator('#figure .mark[data-place=DE-NW][data-area=bildung]'));
        await expect(page.locator('#tip')).toBeVisible();
        await expect(page.locator('#tip button').first()).toHaveText(words.mine);
        const [asked, value] = [new URL(page.url()), await page.locator('#figure .mark[data-place=DE-NW][data-area=bildung]').getAttribute('data-value')];
        await press(page, page.locator('#tip a', { hasText: /^list|^Liste/i }));
        await page.waitForURL(/services\/nw\/bildung\//);
        await expect(page.locator('#found')).toHaveText(new RegExp(`^${value} OZG`));
        await page.locator('#search').fill('zzz');
        await expect(page.locator('#hits')).toHaveText(/^0 /);
        await expect(page.locator('#found')).toHaveText(new RegExp(`^${value} OZG`));
        for (const file of await page.locator('.files a').all()) {
          const response = await page.request.get(new URL(await file.getAttribute('href'), page.url()).href);
          expect(response.status()).toBe(200);
        }
        await press(page, page.getByRole('link', { name: words.back }));
        await ready(page);
        expect(new URL(page.url()).search).toBe(asked.search);
        expect(new URL(page.url()).pathname).toBe(asked.pathname);
      });

      test(`a mark that is pressed says what it is, and chooses nothing: ${path}`, async ({ page }) => {
        await open(page, path);
        await press(page, page.locator('#figure .mark[data-place=DE-BY]'));
        await expect(page.locator('#tip')).toContainText('276');
        expect(new URL(page.url()).search).toBe('');
        // It stays while the pointer moves, until something else is pressed.
        await page.mouse.move(5, 5);
        await expect(page.locator('#tip')).toBeVisible();
        await press(page, page.locator('#tip button', { hasText: words.mine }));
        await expect(page).toHaveURL(/focus=by$/);
        await expect(page.locator('h1')).toContainText(path === '/' ? 'Bayern' : 'Bavaria');
        await expect(page.locator('#tip button', { hasText: words.mine })).toHaveCount(0);
        expect(await page.evaluate(() => document.activeElement.dataset.place)).toBe('DE-BY');
        await press(page, page.locator('#tip button').last());
        await expect(page.locator('#tip')).toBeHidden();
      });
    }
  });
}

test('a count without a figure of the state leads to the newest one', async ({ page }) => {
  await open(page, '/?measure=ozg-land-any&focus=he&period=2022-05');
  await expect(page.locator('#figure .sentence')).toContainText('Für Hessen gibt es keine Angabe');
  await page.getByRole('link', { name: 'Neueste Angabe: 248 (Dezember 2022)' }).click();
  await expect(page).toHaveURL(/period=2022-12/);
  await expect(page.locator('#figure .sentence')).toContainText('Hessen kam im Dezember 2022 auf 248');
  // Twelve states without a figure: names in lines, no rows.
  await open(page, '/?measure=ozg-land-any&period=2021-12');
  await expect(page.locator('#figure svg')).toContainText('12 Länder ohne Angabe');
  await expect(page.locator('#figure .mark')).toHaveCount(16);
});

test('a card chooses the count in every view; where none can be chosen, the ranking shows it', async ({ page }) => {
  const chart = page.locator('#figure');
  for (const [from, to] of [['range', 'ranking'], ['profile', 'ranking'], ['areas', 'ranking'], ['map', 'map'], ['growth', 'growth'], ['change', 'change']]) {
    await open(page, `/?view=${from}&focus=he`);
    await page.locator('.card').first().click();
    await expect(chart).toHaveAttribute('data-chart', to);
    await expect(page.locator('.card input').first()).toBeChecked();
  }
});

test('terms lead to their explanation, and the state comes along', async ({ page }) => {
  await open(page, '/?focus=he&theme=dark');
  await page.locator('.definition a', { hasText: 'flächendeckend' }).click();
  await expect(page).toHaveURL(/glossary\/\?focus=he&theme=dark#im-ganzen-land$/);
  await expect(page.locator('#im-ganzen-land')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
});

test('old figures say how old they are', async ({ page }) => {
  await open(page, '/?period=2024-01');
  await expect(page.locator('#figure .remark')).toContainText('Diese Zahlen sind 34 Monate älter als der Datenstand. Neuer: Januar 2025, 16 von 16 Ländern.');
  await open(page, '/?measure=leika-land-statewide');
  await expect(page.locator('#figure .remark')).not.toContainText('Monate älter');
});

for (const [focus, lang, start] of [['he', 'de', '/'], ['by', 'en', '/en/'], ['nw', 'de', '/']])
  test(`every link inside the site keeps state, language and theme: ${focus} ${lang}`, again(focus !== 'he'), async ({ page }) => {
    test.setTimeout(120_000);
    const query = focus === 'nw' ? 'theme=dark' : `focus=${focus}&theme=dark`;
    const kinds = new Map();
    const kind = (path) => path.replace(/profile-..|growth-..(?=\/)/, 'own').replace(/(ranking|change|areas)-[^/]+/, '$1').replace(/services\/..\/[^/]+/, 'services').replace(/services\/..\//, 'states');
    const waiting = [`${start}?${query}`];
    const wrong = [];
    while (waiting.length) {
      const address = waiting.shift();
      await page.goto(address);
      if (await page.locator('#start').count()) await ready(page);
      const links = await page.evaluate(() => [...document.links].map((link) => ({ href: link.href, hreflang: link.hreflang, download: link.hasAttribute('download') })));
      for (const { href, hreflang, download } of links) {
        const url = new URL(href);
        if (url.origin !== new URL(page.url()).origin || download || !url.pathname.endsWith('/') || url.hash) continue;
        const is = (key) => url.searchParams.get(key);
        // What is embedded is the chart, with the state that it is about.
        const isShared = url.pathname.includes('/share/');
        const keeps = is('theme') === 'dark' && (focus === 'nw' || is('focus') !== null || isShared) && (hreflang || url.pathname.startsWith(start === '/' ? '/' : '/en/') || url.pathname.startsWith('/sample/en/'));
        const own = isShared || /profile-|growth-/.test(address + url.pathname) ? true : focus === 'nw' || is('focus') === focus;
        if (!keeps || !own) wrong.push(`${address} → ${href}`);
        const next = kind(url.pathname);
        if (hreflang || kinds.has(next) || (lang === 'de') === url.pathname.includes('/en/')) continue;
        kinds.set(next, href);
        waiting.push(href);
      }
    }
    expect(kinds.size).toBeGreaterThan(15);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

test('what the address says and what does not exist is told, and stays until something is chosen', async ({ page }) => {
  for (const [query, note, shown] of [
    ['measure=foo', '„\u2068measure=foo\u2069“', { measure: 'ozg-land-statewide' }],
    ['places=he~xx', '„\u2068places=he~xx\u2069“', { measure: 'ozg-land-statewide' }],
    ['asof=2999-01-01', '„\u2068asof=2999-01-01\u2069“', { period: '2025-01' }],
  ]) {
    await open(page, `/?${query}`);
    await expect(page.locator('.note[role=status]')).toContainText(note);
    expect(new URL(page.url()).search).toBe(`?${query}`);
    for (const [key, value] of Object.entries(shown)) await expect(page.locator('#figure')).toHaveAttribute(`data-${key}`, value);
    await page.locator('#control-focus').selectOption('sn');
    await expect(page).toHaveURL(query.startsWith('places') ? /\?places=he&focus=sn$/ : /\?focus=sn$/);
    await expect(page.locator('.note[role=status]')).toHaveCount(0);
  }
  await open(page, '/?places=he~xx');
  await expect(page.locator('#figure .mark')).toHaveCount(1);
});

test('under the sample every view has a default of its own', async ({ page }) => {
  for (const [name, measure] of [['areas', 'ozg-land-statewide'], ['growth', 'ozg-land-statewide'], ['ranking', 'ozg-land-statewide'], ['range', 'ozg-land-statewide'], ['profile', '']]) {
    await page.goto(`/sample/?view=${name}`);
    await ready(page);
    await expect(page.locator('#figure')).toHaveAttribute('data-chart', name);
    await expect(page.locator('#figure')).toHaveAttribute('data-measure', measure);
  }
  await page.goto('/sample/');
  await ready(page);
  await view(page, 'growth');
  await expect(page.locator('#figure')).toHaveAttribute('data-chart', 'growth');
});

test('the index of charts is filtered by kind, state, count, area and words', async ({ page }) => {
  await page.goto('/cards/');
  const tiles = page.locator('.tile:visible');
  const all = await tiles.count();
  await expect(page.locator('.tile').first()).toContainText('Hamburg vorn, Saarland hinten');
  await page.locator('#filter-kind').selectOption('growth');
  await page.locator('#filter-place').selectOption('he');
  await expect(page.locator('#hits')).toHaveText('1 Treffer');
  await expect(tiles).toHaveCount(1);
  await tiles.locator('img').scrollIntoViewIfNeeded();
  await expect.poll(() => tiles.locator('img').evaluate((image) => image.complete && image.naturalWidth)).toBeGreaterThan(100);
  await expect(page.locator('main section:visible')).toHaveCount(1);
  await page.locator('#filter-kind').selectOption('');
  await page.locator('#filter-place').selectOption('');
  await page.locator('#filter-measure').selectOption('leika-land-statewide');
  expect(await tiles.count()).toBeGreaterThan(1);
  expect(await tiles.count()).toBeLessThan(all);
  await page.locator('#filter-measure').selectOption('');
  await page.locator('#filter-search').fill('SAARLAND hinten');
  await expect(tiles.first()).toContainText('Saarland');
  await page.locator('#filter-search').fill('zzz');
  await expect(page.locator('#hits')).toHaveText('0 Treffer');
  // The page of a state gathers what there is about it.
  await page.goto('/cards/profile-he/');
  await expect(page.locator('main')).toContainText('Alle Grafiken mit Angaben für Hessen');
  await expect(page.locator('.tile').first().locator('a')).toHaveAttribute('href', /growth-he\/$/);
});
