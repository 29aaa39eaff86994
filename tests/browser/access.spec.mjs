import { COLOURS, violations } from './axe.mjs';
import { expect, marks, more, open, test } from './fixtures.mjs';

const states = ['/', '/en/', '/?view=map', '/en/?view=range', '/?view=change&places=hh~by~nw', '/?view=areas', '/en/?view=profile&focus=by', '/?facet=measure', '/?view=growth&measure=ozg-land-statewide&places=hh~by', '/?measure=ozg-land-any&period=2021-12', '/?view=growth', '/en/?view=growth&measure=ozg-nationwide', '/?measure=wsp-services', '/?measure=nonsense'];
for (const path of states) {
  test(`axe finds nothing: ${path}`, async ({ page }) => {
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    // A theme changes nothing but colours, which A35 measures.
    for (const [colorScheme, runOnly] of [['light'], ...(process.env.SWEEP ? [['dark', COLOURS]] : [])]) {
      await page.emulateMedia({ colorScheme });
      // Colours change in a moment.
      await page.evaluate(() => new Promise(requestAnimationFrame).then(() => Promise.all(document.getAnimations().map((animation) => animation.finished))));
      expect(await violations(page, { runOnly }), colorScheme).toEqual([]);
    }
  });
}

for (const path of ['/glossary/', '/en/glossary/']) {
  test(`the glossary explains without a script: ${path}`, async ({ page }) => {
    await page.goto('/en/');
    await page.goto(path);
    await expect(page.locator('dt')).toHaveCount(13);
    await expect(page.locator('script:not([src*="kept-"])')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: /^(English|Deutsch)$/ }).click();
    await expect(page.locator('h1')).toHaveText(path === '/glossary/' ? 'Glossary' : 'Glossar');
  });
}

test('one Tab stop a chart, arrow keys from mark to mark', async ({ page }) => {
  await open(page);
  await expect(page.locator('figure').first().locator('.mark[tabindex="0"]')).toHaveCount(1);
  const label = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.locator('#figure .definition a').last().focus();
  await page.keyboard.press('Tab');
  expect(await label()).toMatch(/^Nordrhein-Westfalen, mein Land, 197 OZG-Leistungen, Rang 13 von 16/);
  await page.keyboard.press('Home');
  expect(await label()).toMatch(/^Hamburg, 290 OZG-Leistungen, Rang 1 von 16/);
  await page.keyboard.press('ArrowDown');
  expect(await label()).toMatch(/^Bayern, 276 OZG-Leistungen/);
  await page.keyboard.press('End');
  expect(await label()).toMatch(/^Saarland, 196 OZG-Leistungen/);
  await page.keyboard.press('ArrowRight');
  expect(await label()).toMatch(/^Saarland/);
  await page.keyboard.press('ArrowUp');
  expect(await label()).toMatch(/^Sachsen, 197 OZG-Leistungen/);
  await page.keyboard.press('Home');
  expect(await label()).toMatch(/^Hamburg/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.closest('.mark'))).toBeNull();
});

test('focus stays on its datum and on its control when the question changes', async ({ page }) => {
  await open(page);
  await page.locator('.mark[data-place="DE-NW"]').first().focus();
  await page.evaluate(() => {
    const select = document.querySelector('select[name=sort]');
    select.value = 'name';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page).toHaveURL(/sort=name/);
  expect(await page.evaluate(() => document.activeElement.dataset.place)).toBe('DE-NW');
  await page.locator('#control-period').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).not.toHaveURL(/^[^?]*\?sort=name$/);
  expect(await page.evaluate(() => document.activeElement.name)).toBe('period');
});

test('every mark is named, and the finding is announced after a choice only', async ({ page }) => {
  await open(page);
  const status = page.locator('[role=status].visually-hidden');
  await expect(status).toHaveText('');
  expect((await marks(page)).every(({ label }) => label.length > 5)).toBe(true);
  await page.locator('#control-period').selectOption('2024-01');
  await expect(status).toHaveText(/^Hamburg vorn/);
  await page.locator('select[name=focus]').selectOption('by');
  await expect(status).toHaveText(/^Bayern kam im Januar 2024 auf 251 von 575/);
  await more(page);
  await page.locator('select[name=sort]').selectOption('name');
  await expect(status).toHaveText('Sortiert nach Name');
});

test('the reader’s state is named in chart and table, targets stand in their place in time', async ({ page }) => {
  await open(page, '/?focus=by');
  await expect(page.locator('.mark[data-place="DE-BY"]').first()).toHaveAttribute('aria-label', /^Bayern, mein Land, 276 OZG-Leistungen/);
  await expect(page.locator('tr[data-place="DE-BY"] th').first()).toContainText('(mein Land)');
  await open(page, '/?view=growth');
  const said = (await marks(page)).map(({ label }) => label);
  expect(said).toEqual(['Juni 2021, 45 Leistungen', 'Herbst 2021, über 70 Leistungen', 'geplant: rund 350 Leistungen bis Ende 2022, genannt: zweites Halbjahr 2021, undatiert']);
  await expect(page.locator('svg.chart')).toHaveAccessibleDescription(/Pfeiltasten/);
  await expect(page.locator('svg.chart')).toHaveAccessibleName('Zeitdiagramm, 3 Angaben');
});

test('focus is not lost when its place goes', async ({ page }) => {
  await open(page, '/?measure=wsp-services');
  await page.getByRole('link', { name: 'Zum Verlauf' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#title')).toBeFocused();
  await page.locator('.mark').first().focus();
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.locator('svg.chart-narrow')).toBeVisible();
  await expect(page.locator('.mark').first()).toBeFocused();
});

/** What is cut, too small, too wide or over another text. */
function faults() {
  const found = [];
  const left = ['.brand', '.ask', '.figure', 'footer p'].map((selector) => Math.round(document.querySelector(selector).getBoundingClientRect().left));
  if (new Set(left).size > 1) found.push(`left edges: ${left}`);
  for (const svg of document.querySelectorAll('svg.chart')) {
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    for (const text of svg.querySelectorAll('text')) {
      const { left, right } = text.getBoundingClientRect();
      if (left < -0.5 || right > innerWidth + 0.5 || left < box.left - 6 || right > box.right + 6) found.push(`cut: ${text.textContent} ${left} ${right}`);
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 11.99) found.push(`small: ${text.textContent} ${size}`);
    }
    const labels = [...svg.querySelectorAll('.mark .label, .mark .label-focus, .mark .value, .mark .rank')].map((node) => [node.textContent, node.getBoundingClientRect()]);
    labels.forEach(([text, a], index) => labels.slice(index + 1).forEach(([other, b]) => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4) found.push(`overlap: ${text} ${other}`);
    }));
  }
  for (const node of document.querySelectorAll('h1, h2, p, summary, label strong, label span, a')) {
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && getComputedStyle(node).display !== 'inline' && !node.closest('.visually-hidden')) found.push(`wide: ${node.textContent.slice(0, 40)}`);
  }
  return found;
}

// Each page is loaded at three widths and made wider from there.
for (const path of ['/', '/en/?view=growth&measure=ozg-land-statewide&focus=by', '/?measure=ozg-land-statewide&period=2023-11', '/?view=map', '/?view=range', '/en/?view=change', '/?view=areas', '/?view=profile', '/?facet=measure']) {
  for (const widths of [[280, 320, 375], [480, 640, 768], [1024, 1280, 1440]]) {
    test(`${widths.join(', ')} px ${path}: no horizontal scroll bar, no cut label, no small text`, async ({ page }) => {
      await page.setViewportSize({ width: widths[0], height: 800 });
      await open(page, path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
        expect(await page.evaluate(faults), `${width} px`).toEqual([]);
      }
    });
  }
}

