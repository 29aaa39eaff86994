// Accessibility A52 to A60: what is said, errors, help, sounds, protocol. The numbers are those of docs/accessibility.md.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, hold, marks, more, open, ready, test, view } from './fixtures.mjs';

/** Collects what the status says, with the time of each. */
const listen = (page) => page.evaluate(() => {
  window.said = [];
  const status = document.getElementById('said');
  new MutationObserver(() => status.textContent.trim() && window.said.push([status.textContent, performance.now()])).observe(status, { childList: true, characterData: true, subtree: true });
});
const said = async (page) => {
  await page.waitForTimeout(900);
  return page.evaluate(() => window.said.splice(0));
};

test('A52 each choice is announced once, in at most 120 characters, what has changed first', async ({ page }) => {
  test.slow();
  await open(page);
  await listen(page);
  const once = async (what, pattern) => {
    const heard = await said(page);
    expect(heard.map(([text]) => text), what).toHaveLength(1);
    expect(heard[0][0].length, heard[0][0]).toBeLessThanOrEqual(120);
    expect(heard[0][0]).toMatch(pattern);
  };
  await page.locator('#control-period').selectOption('2024-01');
  await once('a period', /^Hamburg vorn/);
  await page.locator('select[name=focus]').selectOption('by');
  await once('a state', /^Bayern/);
  await page.locator('.card', { hasText: 'in mindestens einer Kommune' }).click();
  await once('a count', /OZG-Leistungen in mindestens einer Kommune|Nordrhein-Westfalen/);
  await more(page);
  await page.locator('select[name=sort]').selectOption('name');
  await once('an order', /^Sortiert nach Name/);
  await view(page, 'growth');
  await once('a view', /./);
  // Of many choices in a moment one is said.
  for (const index of [0, 1, 0, 1]) await page.locator('#control-measure').selectOption({ index });
  expect(await said(page)).toHaveLength(1);
});

test('A53 loading is said after a second, and what was loaded when it is there', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/');
  await expect(page.locator('#said')).toHaveText(/wird geladen/, { timeout: 5000 });
  await release();
  await ready(page);
  await expect(page.locator('#said')).toHaveText(/^Hamburg vorn/);
});

test('choices made before the app is there are kept and answered', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/');
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page.locator('#said')).toHaveText(/wird geladen/);
  await expect(page.locator('figure h2').first()).toBeHidden();
  await page.locator('#control-period').selectOption('2024-01');
  await release();
  await ready(page);
  await expect(page).toHaveURL(/\?focus=by&period=2024-01$/);
  await expect(page.locator('select[name=focus]')).toHaveValue('by');
  await expect(page.locator('#figure .sentence')).toContainText('Bayern kam im Januar 2024 auf 251');
});

test.describe(() => {
  test.use({ expectedMessages: /Failed to load resource|digest|SRI|404/ });
  test('A54 an error says what is wrong, what is shown instead and what helps; what was chosen before does not hide the chart', async ({ page }) => {
    await page.route('**/data/release-*.bin', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.fulfill({ status: 404, body: '' });
    });
    await page.goto('/');
    await page.locator('select[name=focus]').selectOption('by');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error', { timeout: 20_000 });
    const alert = page.getByRole('alert');
    await expect(alert).toHaveCount(1);
    await expect(alert).toContainText('Die Auswahl ist gerade nicht möglich');
    await expect(alert).toContainText('Alle Ansichten stehen auch unter „Grafiken“');
    await expect(alert.getByRole('link', { name: 'Seite neu laden' })).toBeVisible();
    await expect(page.locator('#figure svg.chart:visible')).toHaveCount(1);
  });
});

test('A54 an address that cannot be used is named, with what is shown instead', async ({ page }) => {
  await open(page, '/?period=2024-13&measure=nonsense');
  const note = page.locator('.note[role=status]');
  await expect(note).toContainText('2024-13');
  await expect(note).toContainText('nonsense');
});

test('A55 controls have labels, periods say how many figures they have, and the way back restores', async ({ page }) => {
  await open(page);
  await more(page);
  for (const control of await page.locator('.controls :is(select, input):visible').all()) expect((await control.evaluate((node) => [...(node.labels ?? [])].map((label) => label.textContent).join('') + (node.ariaLabel ?? ''))).trim()).not.toBe('');
  await expect(page.locator('#control-period option').first()).toHaveText(/\d+ von 16/);
  await page.locator('#control-period').selectOption('2024-01');
  await expect(page).toHaveURL(/period=2024-01/);
  await page.locator('.controls select[name=group]').selectOption('city');
  await expect(page.locator('.chosen a').last()).toBeVisible();
  await expect(page).toHaveURL(/group=city/);
  await page.goBack();
  await page.goBack();
  await expect(page.locator('#control-period')).not.toHaveValue('2024-01');
  await expect(page.locator('.chosen a')).toHaveCount(0);
});

test('A56 an address restores choice, order and appearance', async ({ page }) => {
  await open(page, '/?measure=ozg-land-any&focus=by&period=2021-12&sort=name&theme=dark');
  await expect(page.locator('input[name=measure]:checked')).toHaveValue('ozg-land-any');
  await expect(page.locator('select[name=focus]')).toHaveValue('by');
  await expect(page.locator('#control-period')).toHaveValue('2021-12');
  await expect(page.locator('select[name=theme]')).toHaveValue('dark');
  const names = (await marks(page)).filter(({ value }) => value).map(({ label }) => label.split(',')[0]);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'de')));
  await expect(page.locator('#figure .mark[tabindex="0"]')).toHaveAttribute('data-place', 'DE-BY');
});

test('A57 help and contact stand at the same place of every page', async ({ page }) => {
  const lists = [];
  for (const path of ['/', '/method/', '/cards/', '/cards/latest-ozg-land-statewide/', '/barrierefreiheit/', '/leichte-sprache/']) {
    await page.goto(path);
    lists.push(await page.evaluate(() => [...document.querySelectorAll('footer a')].map((link) => link.textContent).filter((text) => /Methode|Glossar|Kontakt|Barriere|Leichte|Impressum|Datenschutz/.test(text))));
  }
  for (const list of lists.slice(1)) expect(list).toEqual(lists[0]);
  expect(lists[0].join()).toMatch(/Leichte Sprache/);
});

test('A59 a chart is heard when a reader starts it, in the order of its marks, and stops when told to', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    window.tones = [];
    window.contexts = 0;
    const Real = window.AudioContext;
    window.AudioContext = class extends Real {
      constructor(...options) { super(...options); window.contexts += 1; window.current = this; }
      createOscillator() {
        const made = super.createOscillator();
        const tone = { from: null, to: null };
        const { setValueAtTime, exponentialRampToValueAtTime } = AudioParam.prototype;
        made.frequency.setValueAtTime = function (value, at) { Object.assign(tone, { from: value, at }); return setValueAtTime.call(this, value, at); };
        made.frequency.exponentialRampToValueAtTime = function (value, end) { Object.assign(tone, { to: value, end }); return exponentialRampToValueAtTime.call(this, value, end); };
        window.tones.push(tone);
        return made;
      }
      createBufferSource() { window.tones.push({ noise: true }); return super.createBufferSource(); }
    };
  });
  await open(page, '/?measure=ozg-land-any&period=2021-12');
  expect(await page.evaluate(() => window.contexts), 'nothing plays by itself').toBe(0);
  await expect(page.getByRole('button', { name: 'Satz kopieren' }).first().locator('xpath=following-sibling::button[.="Anhören"] | ../button[.="Anhören"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Anhören' }).first().click();
  const dialog = page.locator('dialog.listen');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Anhalten' })).toBeFocused();
  const data = await marks(page);
  const tones = await page.evaluate(() => window.tones);
  expect(Math.max(...tones.map(({ end }) => end ?? 0)) - Math.min(...tones.map(({ at }) => at ?? Infinity))).toBeLessThanOrEqual(6);
  expect(tones.filter(({ noise }) => noise)).toHaveLength(data.filter(({ value }) => value === undefined).length);
  const exact = tones.filter(({ from, to }) => from === to && from > 100);
  const values = data.filter(({ qualifier }) => qualifier === 'exact').map(({ value }) => Number(value));
  // Higher is more: pitches and values have the same order.
  const [most] = [Math.max(...values)];
  for (const value of values) expect(exact.some(({ from }) => Math.abs(from - 220 * 4 ** (value / most)) < 0.01), `${value}`).toBe(true);
  await expect(dialog.locator('.now')).not.toHaveText('', { timeout: 3000 });
  await expect(page.locator('.mark[data-heard]')).toHaveCount(1);
  await dialog.getByRole('slider', { name: /Lautstärke/ }).fill('20');
  await dialog.getByRole('button', { name: 'Anhalten' }).click();
  expect(await page.evaluate(() => window.current.state)).toBe('closed');
  await expect(dialog.getByRole('button', { name: 'Noch einmal' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Anhören' }).first()).toBeFocused();
  // A band is two tones, an open end rises, the reader's state has a beat.
  await page.evaluate(() => (window.tones = []));
  await open(page, '/?view=growth');
  await page.getByRole('button', { name: 'Anhören' }).first().click();
  await expect(dialog).toBeVisible();
  const open_ = await page.evaluate(() => window.tones.filter(({ from, to }) => to > from * 1.4).length);
  expect(open_).toBeGreaterThanOrEqual(1);
  // Of a map nothing is heard.
  await page.keyboard.press('Escape');
  await open(page, '/?view=areas');
  await expect(page.locator('#figure').getByRole('button', { name: 'Anhören' })).toHaveCount(0);
});

test('the search of a list says that there are no hits', async ({ page }) => {
  await page.goto('/sample/services/nw/all/');
  await page.locator('#search').fill('gibt es nicht');
  await expect(page.locator('#hits')).toHaveText(/^0 Treffer/);
});

/** The numbers of the known barriers: as the published statement names them. */
async function barriers(page) {
  await page.goto('/barrierefreiheit/');
  return page.locator('[data-barrier]').evaluateAll((list) => list.map((item) => item.dataset.barrier).filter(Boolean));
}

test('A60 the protocol of people with screen readers is there, or stands in the statement as missing', async ({ page }) => {
  const known = await barriers(page);
  expect(known.filter((id) => !/^A\d\d$/.test(id))).toEqual([]);
  const protocol = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8');
  const results = readdirSync(new URL('../../docs', import.meta.url)).filter((name) => /^screen-readers-\d{4}-\d\d-\d\d\.md$/.test(name));
  // Twelve tasks, each with what is expected to be said.
  expect(protocol.match(/^\| T\d+ \|/gm)).toHaveLength(12);
  expect(results.length > 0).toBe(!known.includes('A60'));
  expect(known.length, 'all others must pass').toBe(known.includes('A60') ? 1 : 0);
});
