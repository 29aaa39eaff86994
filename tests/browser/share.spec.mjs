// The page with the codes for pages of others, and the dialog that shows it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { style } from '../../assets/share.js';
import { violations } from './axe.mjs';
import { again, dist, expect, open, test } from './fixtures.mjs';
import { fits, heights, hosted } from './host.mjs';

const SITE = 'https://ozg-vergleich.example/';
const value = (page, name) => page.locator(`#share-${name}`).inputValue();
/** Waits until the codes are those of the choices. */
const prepared = (page) => page.waitForFunction(() => document.querySelector('#share-code')?.value && document.querySelector('#share .status').textContent === '' && document.querySelector('#share iframe').style.visibility === '', null, { timeout: 30_000 });
const choose = async (page, name, option) => {
  const field = page.locator(`#share [name=${name}]`);
  if (['focus', 'theme', 'lang', 'width'].includes(name)) await field.selectOption(option);
  else await page.locator(`#share [name=${name}][value=${option}]`).click();
  await page.waitForTimeout(50);
  await prepared(page);
};
async function dialog(page, path = '/') {
  await open(page, path);
  await page.locator('#figure a[data-share]').click();
  await prepared(page);
}

test('a chart opens the dialog by keyboard; Esc closes it, the focus and the address are as before', async ({ page }) => {
  await open(page, '/?focus=he&view=map');
  const link = page.locator('#figure a[data-share]');
  await expect(link).toHaveAttribute('href', 'share/?view=map&focus=he');
  await link.focus();
  const before = page.url();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog')).toBeVisible();
  await prepared(page);
  expect(await value(page, 'code')).toContain(`src="${SITE}embed/?view=map&amp;focus=he"`);
  expect(await value(page, 'address')).toBe(`${SITE}?view=map&focus=he`);
  await choose(page, 'theme', 'dark');
  expect(page.url(), 'choices are in the code alone').toBe(before);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('where a card shows the same, its codes are those of its page', async ({ page }) => {
  await dialog(page);
  const published = (name) => page.evaluate(async ([name]) => new DOMParser().parseFromString(await (await fetch('cards/latest-ozg-land-statewide/')).text(), 'text/html').getElementById(`code-${name}`).value, [name]);
  for (const kind of ['script', 'frame', 'picture']) {
    await choose(page, 'kind', kind);
    expect(await value(page, 'code')).toBe(await published(kind));
  }
  await choose(page, 'theme', 'light');
  await choose(page, 'kind', 'frame');
  expect(await value(page, 'code')).toContain(`src="${SITE}embed/latest-ozg-land-statewide/?theme=light"`);
  expect(await value(page, 'address')).toBe(`${SITE}cards/latest-ozg-land-statewide/`);
});

test('each choice is in the code: state, none, day, parts, language, element', async ({ page }) => {
  await dialog(page, '/?period=2024-01');
  const src = async () => /src="([^"]*)"/.exec(await value(page, 'code'))[1].replaceAll('&amp;', '&').replace(SITE, '');
  expect(await src()).toBe('embed/ranking-ozg-land-statewide-2024-01/');
  await choose(page, 'focus', 'by');
  expect(await src()).toBe('embed/?period=2024-01&focus=by');
  await expect(page.locator('#share .note'), 'there is no picture of it').toBeVisible();
  await expect(page.locator('#share [value=picture]')).toBeDisabled();
  await choose(page, 'focus', 'none');
  expect(await src()).toBe('embed/?period=2024-01&parts=title~sentence~table~source');
  await choose(page, 'focus', 'nw');
  await choose(page, 'parts', 'controls');
  expect(await src()).toBe('embed/?period=2024-01&parts=title~sentence~highlight~table~source~controls');
  await choose(page, 'parts', 'controls');
  expect(await src()).toBe('embed/ranking-ozg-land-statewide-2024-01/');
  await choose(page, 'lang', 'en');
  expect(await src()).toBe('en/embed/ranking-ozg-land-statewide-2024-01/');
  await choose(page, 'lang', 'de');
  await choose(page, 'time', 'frozen');
  const today = new Date().toISOString().slice(0, 10);
  expect(await src()).toBe(`embed/?period=2024-01&asof=${today}`);
  await choose(page, 'kind', 'element');
  expect(await value(page, 'code')).toMatch(new RegExp(`^<ozg-chart period="2024-01" asof="${today}" lang="de" title="[^"]+" height="\\d+"></ozg-chart><script async src="${SITE}embed.js" referrerpolicy="no-referrer"></script>$`));
  await choose(page, 'time', 'live');
  expect(await value(page, 'code')).toContain('<noscript><a href=');
});

test('of one place that place is the subject: none can be chosen', async ({ page }) => {
  await dialog(page, '/?view=profile&focus=by');
  await expect(page.locator('#share-focus')).toBeHidden();
  expect(await value(page, 'code')).toContain('/embed/profile-by/');
});

test('the chart is cited with its title, its source and the day', async ({ page }) => {
  await dialog(page);
  const day = new Date().toISOString().slice(0, 10);
  await page.locator('#share details summary').first().click();
  expect(await value(page, 'text')).toMatch(/^Hamburg vorn.*\. In: OZG-Ländervergleich, Datenstand .*Quelle: .*Februar 2025\. https:\/\/ozg-vergleich\.example\/cards\/latest-ozg-land-statewide\/ \(abgerufen am \d{1,2}\. \S+ \d{4}\)$/);
  expect(await value(page, 'apa')).toContain('Abgerufen am');
  const bibtex = await value(page, 'bibtex');
  expect(bibtex).toContain(`urldate = {${day}}`);
  expect(bibtex).toContain('@misc{ozg-cards-latest-ozg-land-statewide,');
  expect([...bibtex].filter((sign) => sign === '{').length).toBe([...bibtex].filter((sign) => sign === '}').length);
});

test('a code is copied; without permission it is selected, and the dialog says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog(page);
  await page.locator('[data-copy=share-code]').click();
  await expect(page.locator('#share .status')).toHaveText('Kopiert');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await value(page, 'code'));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no permission'));
    document.execCommand = () => false;
  });
  await page.locator('[data-copy=share-address]').click();
  await expect(page.locator('#share .status')).toHaveText(/^Markiert/);
  expect(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd))).toBe(await value(page, 'address'));
});

test('the picture of a card is copied; what is no card has none', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog(page);
  await page.locator('#share .image').click();
  await expect(page.locator('#share .status')).toHaveText('Kopiert');
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await createImageBitmap(await item.getType('image/png'))).width;
  });
  expect(width, 'at twice its size').toBe(1720);
  await page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new Error('no permission'))));
  await page.locator('#share .image').click();
  await expect(page.locator('#share .status')).toHaveText(/^Das Bild lässt sich hier nicht kopieren/);
  await choose(page, 'focus', 'by');
  await expect(page.locator('#share .image')).toBeHidden();
});

test('the page of a card opens the dialog too, and the page stands alone', async ({ page }) => {
  await page.goto('/en/cards/growth-wsp-nrw/');
  await page.locator('a[data-share]').click();
  await prepared(page);
  await expect(page.locator('dialog h2').first()).toHaveText('Embed and share');
  expect(await value(page, 'code')).toContain('/en/embed/growth-wsp-nrw/');
  await page.locator('dialog .close').click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.goto('/share/?view=areas&card=areas');
  await prepared(page);
  expect(await value(page, 'code')).toContain('/embed/areas/');
});

test('the preview is seen whole, and can be had wider', async ({ page }) => {
  const preview = () => page.locator('#share .preview').evaluate((node) => [node.querySelector('iframe').clientWidth, node.clientWidth, node.scrollWidth]);
  for (const [screen, width] of [[1280, '480'], [768, '600'], [320, '320']]) {
    await page.setViewportSize({ width: screen, height: 800 });
    await page.goto('/share/?view=map');
    await prepared(page);
    expect(await page.locator('#share-width').inputValue(), `${screen} px`).toBe(width);
    const [frame, room, needed] = await preview();
    expect(frame).toBe(Number(width));
    // The narrowest column is wider than the room on the narrowest phone: that is moved.
    if (screen > 320) expect(needed).toBe(room);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog(page);
  expect(await page.locator('#share-width').inputValue(), 'the dialog is wider').toBe('600');
  await choose(page, 'width', '860');
  const [frame, room] = await preview();
  expect([frame, frame > room]).toEqual([860, true]);
});

test.describe('without the script of the dialog', () => {
  test.use({ expectedMessages: /Failed to load resource/ });
  test('the link leads to the page', async ({ page }) => {
    await open(page, '/?view=map');
    await page.route('**/share-*.js', (route) => route.abort());
    await page.locator('#figure a[data-share]').click();
    await expect(page).toHaveURL(/\/share\/\?view=map$/);
  });
});

test.describe('with a card that there is not', () => {
  test.use({ expectedMessages: /Failed to load resource/ });
  test('the question itself is embedded', async ({ page }) => {
    for (const card of ['nope', '../../x', '<b>']) {
      await page.goto(`/share/?view=map&card=${encodeURIComponent(card)}`);
      await prepared(page);
      expect(await value(page, 'code'), card).toContain(`src="${SITE}embed/?view=map"`);
      expect(await value(page, 'address'), card).toBe(`${SITE}?view=map`);
      await expect(page.locator('#share [value=picture]')).toBeDisabled();
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the page leads to the codes of the cards', async ({ page }) => {
    await page.goto('/en/share/');
    await expect(page.locator('#share')).toBeHidden();
    await page.locator('.no-script a').click();
    await expect(page).toHaveURL(/\/en\/cards\/$/);
  });
});

hosted('the codes work in a page of others: at each width nothing is hidden, and little is blank', async ({ page, host, origin }) => {
  test.setTimeout(120_000);
  for (const path of ['/?view=map&focus=by', '/en/?view=change&measure=ozg-land-statewide&focus=he']) {
    await dialog(page, path);
    await choose(page, 'kind', 'frame');
    const code = (await value(page, 'code')).replaceAll(SITE, `${origin}/`);
    const outside = await host(code.replace('loading="lazy"', ''));
    const frame = outside.locator('iframe');
    await outside.frameLocator('iframe').locator('html[data-state=ready]:not([data-other])').waitFor({ state: 'attached', timeout: 20_000 });
    for (const width of [280, 300, 320, 360, 404, 420, 480, 520, 600, 720, 860]) {
      await outside.evaluate((width) => (document.querySelector('main').style.width = `${width}px`), width);
      await outside.waitForTimeout(150);
      const { needed, given } = await heights(frame);
      expect(given, `${path} in ${width} px`).toBeGreaterThanOrEqual(needed);
      expect(given - needed, `${path} in ${width} px`).toBeLessThanOrEqual(90);
    }
    await page.keyboard.press('Escape');
    await dialog(page, path);
    const script = (await value(page, 'code')).replaceAll(SITE, `${origin}/`);
    const following = await host(script);
    await following.frameLocator('iframe').locator('html[data-state=ready]').waitFor({ state: 'attached', timeout: 20_000 });
    await fits(following.locator('iframe'), path);
  }
});

test('heights are written in the browser as they are written natively', () => {
  const known = JSON.parse(readFileSync(new URL('../../assets/embed-heights.json', import.meta.url), 'utf8'));
  let count = 0;
  for (const card of readdirSync(join(dist, 'embed')).filter((name) => !name.startsWith('index.html'))) {
    const [, key] = /data-key="([^"]+)"/.exec(readFileSync(join(dist, 'embed', card, 'index.html'), 'utf8'));
    if (!known[key]) continue;
    expect(readFileSync(join(dist, 'cards', card, 'index.html'), 'utf8')).toContain(`height:${style(known[key])}`);
    count += 1;
  }
  expect(count).toBeGreaterThan(60);
});

for (const [width, height] of [[320, 640], [1280, 800]]) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });
      test('axe finds nothing in the dialog, and it fits', again((width === 320) !== (colorScheme === 'light')), async ({ page }) => {
        await dialog(page, '/?view=map&focus=by');
        await page.locator('dialog details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
        expect(await violations(page, { within: 'dialog', iframes: false, rules: {} })).toEqual([]);
        expect(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      });
    });
  }
}
