import { expect, marks, more, open, ready, rows, test, view } from './fixtures.mjs';

const views = [
  ['ranking', 'bars'], ['map', 'tiles'], ['range', 'dots'], ['change', 'slopes'], ['growth', 'points'], ['areas', 'bars'], ['profile', 'strips'],
];

test('every view has its chart, sentence and table, which agree; the switch keeps the state', async ({ page }) => {
  await open(page, '/?focus=by');
  for (const [name] of views) {
    await view(page, name);
    const figure = page.locator('#figure');
    await expect(figure).toHaveAttribute('data-chart', name);
    await expect(page).toHaveURL(/focus=by/);
    await expect(figure.locator('.sentence')).not.toBeEmpty();
    await expect(figure.locator('h2')).toContainText(/OZG|Leistungen|Bayern/);
    const values = (list) => list.map(({ place, area, value, low, high }) => `${place} ${area ?? ''} ${value} ${low} ${high}`).sort();
    await expect.poll(async () => values(await rows(page))).toEqual(values(await marks(page)));
  }
});

for (const query of ['?view=map&unit=share&period=2024-01', '?view=change&period=2023-06..2024-01&places=hh~nw~by&sort=name', '?view=growth&measure=ozg-land-statewide&places=hh~by&scale=index', '?view=areas&area=bildung~gesundheit', '?group=city&facet=measure', '?view=range&unit=share&asof=2026-11-24', '?period=2024-01..2025-01&group=area']) {
  test(`a copied address is the same page: ${query}`, async ({ page }) => {
    await open(page, `/${query}`);
    expect(await page.locator('.note').count()).toBe(query.includes('asof') ? 1 : 0);
    const state = async () => [await page.locator('#title').textContent(), await marks(page)];
    const before = await state();
    const written = new URLSearchParams(new URL(page.url()).search);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(new URLSearchParams(query)));
    await page.reload();
    await ready(page);
    expect(await state()).toEqual(before);
    await page.getByRole('link', { name: 'English' }).click();
    await ready(page);
    expect(Object.fromEntries(new URLSearchParams(new URL(page.url()).search))).toEqual(Object.fromEntries(written));
    await page.goBack();
    await ready(page);
    expect(await state()).toEqual(before);
  });
}

test('chips say what is chosen and take it back; one link resets all', async ({ page }) => {
  await open(page, '/?focus=by');
  await more(page);
  await page.locator('select[name=group]').selectOption('area');
  await page.locator('select[name=unit]').selectOption('share');
  await expect(page.locator('.chip')).toHaveCount(2);
  await expect(page.locator('.count')).toHaveText('13 von 16 Ländern gezeigt');
  await expect(page.locator('#title')).toContainText('unter den 13 Flächenländern');
  await page.locator('.chip', { hasText: 'Gruppe' }).click();
  await expect(page).toHaveURL(/\?focus=by&unit=share$/);
  await page.getByRole('link', { name: 'Auswahl zurücksetzen' }).click();
  await expect(page).toHaveURL(/\?focus=by$/);
  await expect(page.locator('.chip')).toHaveCount(0);
  await expect(page.locator('details.more')).toHaveAttribute('open', '');
});

test('states are searched, ticked, and chosen by groups; none says why and offers the way back', async ({ page }) => {
  await open(page);
  await more(page);
  await page.locator('.boxes summary').click();
  await page.locator('.search').fill('sachsen');
  await expect(page.locator('.boxes .choice:visible')).toHaveCount(3);
  await page.locator('.search').fill('');
  await page.locator('.quick a', { hasText: 'Stadtstaaten' }).click();
  await expect(page).toHaveURL(/places=hh~hb~be/);
  expect((await marks(page)).map(({ place }) => place).sort()).toEqual(['DE-BE', 'DE-HB', 'DE-HH']);
  await page.locator('input[name=places][value=by]').check();
  await expect(page).toHaveURL(/places=hh~hb~by~be/);
  await page.locator('input[name=places][value=hh]').uncheck();
  await expect(page).toHaveURL(/places=hb~by~be/);
  await page.locator('.quick a', { hasText: 'keine' }).click();
  await expect(page.locator('#title')).toContainText('Kein Land ausgewählt');
  await page.getByRole('link', { name: 'Alle Länder zeigen' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('a slider moves through the months with one entry of the history', async ({ page }) => {
  await open(page);
  const entries = await page.evaluate(() => history.length);
  await page.locator('input.slider').focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/period=2024-/);
  await expect.poll(async () => (await page.locator('#control-period').inputValue()) === new URL(page.url()).searchParams.get('period')).toBe(true);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 3);
  await expect(page.locator('input.slider')).toBeFocused();
});

test('a comparison with an earlier month names the change of rank', async ({ page }) => {
  await open(page, '/?focus=sn');
  await more(page);
  await page.locator('#control-period-from').selectOption('2024-01');
  await expect(page).toHaveURL(/period=2024-01\.\.2025-01/);
  await expect(page.locator('.sentence').first()).toContainText('Seit Januar 2024:');
  await page.locator('#figure details.data > summary').click();
  await expect(page.locator('#table th', { hasText: 'Rangänderung' })).toBeVisible();
});

test('the table is sorted by buttons in its heads, which is said', async ({ page }) => {
  await open(page);
  await page.locator('#figure details.data > summary').click();
  const names = () => page.locator('#table tbody th').allTextContents();
  await page.locator('#table th button', { hasText: 'Land' }).click();
  await expect(page.locator('#table th[aria-sort=ascending] button')).toHaveText('Land');
  expect((await names()).slice(0, 3)).toEqual(['Baden-Württemberg', 'Bayern', 'Berlin']);
  await page.locator('#table th button', { hasText: 'Wert' }).click();
  await page.locator('#table th button', { hasText: 'Wert' }).click();
  await expect(page.locator('#table th[aria-sort=descending] button')).toHaveText('Wert');
  expect((await names())[0]).toBe('Hamburg');
  await expect(page.locator('#said')).toHaveText('Sortiert: Wert, absteigend');
  await expect(page.locator('#table th button', { hasText: 'Wert' })).toBeFocused();
  await page.locator('select[name=focus]').selectOption('by');
  await expect(page.locator('#table th[aria-sort=descending] button')).toHaveText('Wert');
  await page.locator('.card', { hasText: 'in mindestens einer Kommune' }).click();
  await expect(page.locator('#table th[aria-sort]')).toHaveCount(0);
});

test('pointer, keyboard and touch say the same of a mark; Escape closes; Space chooses the state', async ({ page }) => {
  await open(page, '/?period=2023-06');
  const tip = page.locator('#tip');
  await page.locator('#drawings .mark[data-place=DE-BY]').hover();
  await expect(tip).toBeVisible();
  for (const words of ['Bayern', '223', 'Juni 2023', 'OZG-Leistungen, im Land flächendeckend online', 'Andere Angabe', '225']) await expect(tip).toContainText(words);
  await expect(tip.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  const said = await tip.textContent();
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(tip).toBeHidden();
  await page.locator('#drawings .mark[data-place=DE-BY]').focus();
  await expect(tip).toBeVisible();
  expect(await tip.textContent()).toBe(said);
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(page.locator('#drawings .mark[data-place=DE-BY]')).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page).toHaveURL(/focus=by/);
  await expect(page.locator('#drawings .mark[data-place=DE-BY]')).toBeFocused();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 720 } });
  test('a tap says what is known and chooses nothing', async ({ page }) => {
    await open(page, '/?view=map');
    await page.locator('#drawings .mark[data-place=DE-HH]').tap();
    await expect(page.locator('#tip')).toBeVisible();
    await expect(page).toHaveURL(/view=map$/);
    await expect(page.locator('#tip')).toContainText('290');
    // On a small screen the tip stands at the foot of the window and covers no neighbour.
    await page.locator('#drawings .mark[data-place=DE-MV]').tap();
    await expect(page.locator('#tip')).toContainText('238');
    await page.locator('#title').tap();
    await expect(page.locator('#tip')).toBeHidden();
  });
});

test('a tip stays inside a small window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, '/?view=map');
  for (const place of ['DE-SL', 'DE-MV', 'DE-NW']) {
    await page.locator(`#drawings .mark[data-place=${place}]`).focus();
    const box = await page.locator('#tip').boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
  }
});

test('the data of an earlier day is shown under a banner with the way back', async ({ page }) => {
  await open(page);
  await more(page);
  await page.locator('input[name=asof]').fill('2026-11-24');
  await page.locator('input[name=asof]').dispatchEvent('change');
  await expect(page).toHaveURL(/asof=2026-11-24/);
  await expect(page.locator('.note')).toContainText('Datenstand vom 24. November 2026');
  await page.locator('.note a').click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator('.note')).toHaveCount(0);
});

test('two counts cannot be put on one axis by address', async ({ page }) => {
  await open(page, '/?view=range&measure=leika-land-statewide');
  await expect(page.locator('#title')).toContainText('keinen Teil und kein Ganzes');
  await open(page, '/?view=areas&measure=ozg-land-statewide');
  await expect(page.locator('#title')).toContainText('Keine Angaben nach Themenfeld');
  await page.getByRole('link', { name: 'Zur Größe der Themenfelder' }).click();
  await expect(page.locator('#title')).toContainText('Am größten ist das Themenfeld');
});

test('twenty changes a second: the last one wins, one sentence is said, memory comes back', async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  const cdp = await page.context().newCDPSession(page);
  const heap = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await cdp.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(100);
    }
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  const storm = (seconds) =>
    page.evaluate(async (seconds) => {
      const select = document.querySelector('#control-period');
      const count = select.options.length;
      window.said = [];
      const status = document.getElementById('said');
      const observer = new MutationObserver(() => status.textContent.trim() && window.said.push(status.textContent));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      for (let step = 0; step < 20 * seconds; step += 1) {
        const live = document.querySelector('#control-period');
        live.selectedIndex = step % Math.min(count, 8);
        live.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const last = document.querySelector('#control-period');
      last.value = '2024-01';
      last.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 900));
      observer.disconnect();
      return [window.said, document.querySelector('#figure').dataset.period];
    }, seconds);
  await storm(2);
  const before = await heap();
  const [said, period] = await storm(10);
  // Measured before anything else: the tools of the test take memory of the page too.
  const after = await heap();
  expect(period).toBe('2024-01');
  await expect(page).toHaveURL(/period=2024-01/);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Januar 2024');
  expect(after).toBeLessThan(before * 1.1);
});
