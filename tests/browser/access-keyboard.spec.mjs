// Accessibility A21 to A34: keyboard, focus, tip, pointer. The numbers are those of docs/accessibility.md.
import { looked } from './axe.mjs';
import { inPage, picture } from './colours.mjs';
import { again, ask, expect, marks, more, open, ready, test, view } from './fixtures.mjs';

const focused = (page) => page.evaluate(() => ({ tag: document.activeElement.tagName, id: document.activeElement.id, place: document.activeElement.dataset.place, label: document.activeElement.getAttribute('aria-label') }));
const views = ['/', '/?view=map', '/?view=range', '/?view=change', '/?view=areas', '/?view=growth', '/?view=growth&measure=ozg-land-statewide&places=hh~by', '/?view=profile', '/sample/?view=areas'];

test('A21 every control is reached by Tab, forwards and backwards, and nothing traps it', async ({ page }) => {
  test.slow();
  await open(page);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled && node.tabIndex >= 0);
    // Of radio buttons with one name the chosen one is the stop.
    const found = all.filter((node) => node.type !== 'radio' || node.checked);
    found.forEach((node, index) => (node.dataset.stop = index));
    return found.length;
  });
  const walk = async (key) => {
    const seen = new Set();
    for (let step = 0; step < stops + 8; step += 1) {
      await page.keyboard.press(key);
      const stop = await page.evaluate(() => document.activeElement?.dataset.stop);
      if (stop !== undefined) seen.add(stop);
    }
    return seen.size;
  };
  await page.evaluate(() => document.activeElement.blur());
  expect(await walk('Tab')).toBe(stops);
  expect(await walk('Shift+Tab')).toBe(stops);
});

test('A22 a chart is one Tab stop, its first one the reader’s state; from the top of the page it is few keys away', async ({ page }) => {
  test.slow();
  for (const path of views) {
    await ask(page, path);
    const stops = await page.evaluate(() => [...document.querySelectorAll('#figure .drawings [tabindex="0"], #figure .drawings :is(a, button)')].length);
    expect(stops, path).toBe(1);
  }
  await open(page, '/?focus=by');
  await expect(page.locator('#figure .mark[tabindex="0"]')).toHaveAttribute('data-place', 'DE-BY');
  await open(page, '/?view=growth&measure=ozg-land-statewide&focus=by');
  const own = (await marks(page)).filter(({ place }) => place === 'DE-BY');
  expect(await page.locator('#figure .mark[tabindex="0"]').getAttribute('aria-label')).toBe(own.at(-1).label);
  // The first screen answers: the card that is chosen says the figure of the state.
  await open(page);
  await page.locator('body').press('Tab');
  let keys = 1;
  const isAnswer = () => page.evaluate(() => document.activeElement.closest('.card')?.textContent.includes('197') ?? false);
  await page.keyboard.press('Enter');
  for (keys += 1; keys < 12 && !(await isAnswer()); keys += 1) await page.keyboard.press('Tab');
  expect(keys).toBeLessThanOrEqual(5);
  // And in the chart.
  let inChart = keys;
  for (; inChart < 30 && (await focused(page)).place !== 'DE-NW'; inChart += 1) await page.keyboard.press('Tab');
  expect(inChart).toBeLessThanOrEqual(12);
});

test('A23 keys lead from mark to mark in every view; in map and grid they follow the eye', async ({ page }) => {
  test.slow();
  for (const path of views) {
    await ask(page, path);
    const all = await marks(page);
    await page.locator('#figure .mark[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    expect((await focused(page)).label, path).toBe(all[0].label);
    await page.keyboard.press('End');
    expect((await focused(page)).label, path).toBe(all.at(-1).label);
    const isGrid = /view=map|sample/.test(path);
    if (isGrid) {
      for (const [key, axis, sign] of [['ArrowLeft', 'x', -1], ['ArrowUp', 'y', -1], ['ArrowRight', 'x', 1], ['ArrowDown', 'y', 1]]) {
        await page.locator(`#figure .mark[data-place="DE-NI"]`).first().focus();
        const place = () => page.evaluate(() => { const { e, f } = document.activeElement.transform.baseVal.consolidate().matrix; return { x: e, y: f }; });
        const before = await place();
        await page.keyboard.press(key);
        const after = await place();
        const moved = { x: after.x - before.x, y: after.y - before.y };
        if (moved.x !== 0 || moved.y !== 0) expect(moved[axis] * sign, `${path} ${key}`).toBeGreaterThan(0);
        if (axis === 'x') expect(Math.abs(moved.y), `${path} ${key} stays in its row`).toBeLessThan(4);
      }
    } else {
      await page.keyboard.press('Home');
      for (const { label } of all.slice(1, 5)) {
        await page.keyboard.press('ArrowDown');
        expect((await focused(page)).label, path).toBe(label);
      }
    }
  }
  await open(page);
  await page.locator('.mark[data-place="DE-BY"]').first().focus();
  await page.keyboard.press(' ');
  await expect(page).toHaveURL(/focus=by/);
  await expect(page.locator('.mark[data-place="DE-BY"]').first()).toHaveAttribute('aria-selected', 'true');
  expect((await focused(page)).place).toBe('DE-BY');
});

test('A24 the tip touches its mark, can be pointed at, stays when clicked, and goes with Escape', async ({ page }) => {
  await open(page);
  const tip = page.locator('#tip');
  const mark = page.locator('.mark[data-place="DE-BY"]').first();
  await mark.hover();
  await expect(tip).toBeVisible();
  const [a, b] = [await mark.boundingBox(), await tip.boundingBox()];
  expect(Math.min(Math.abs(b.y - a.y - a.height), Math.abs(a.y - b.y - b.height))).toBeLessThanOrEqual(1);
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 12 });
  await page.waitForTimeout(450);
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(350);
  await mark.hover();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(100);
  await expect(tip).toBeVisible();
  await page.waitForTimeout(400);
  await expect(tip).toBeHidden();
  await mark.click();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(450);
  await expect(tip).toBeVisible();
  await tip.getByRole('button', { name: 'Schließen' }).click();
  await expect(tip).toBeHidden();
  expect((await focused(page)).place).toBe('DE-BY');
});

test('A24 by keys: Enter leads into the tip, Escape back, Tab on behind the chart', async ({ page }) => {
  await open(page);
  await page.locator('.mark[data-place="DE-BY"]').first().focus();
  await expect(page.locator('#tip')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('#tip')).toBeFocused();
  await expect(page.locator('#tip')).toHaveAccessibleName('Bayern');
  await page.keyboard.press('Escape');
  expect((await focused(page)).place).toBe('DE-BY');
  await expect(page.locator('#tip')).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).place).toBe('DE-BY');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 6 && (await page.evaluate(() => document.activeElement.closest('#tip') !== null)); step += 1) await page.keyboard.press('Tab');
  const isBehind = () => document.querySelector('#drawings').compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING && document.activeElement.closest('#figure');
  expect(await page.evaluate(isBehind)).toBeTruthy();
  await expect(page.locator('#tip')).toBeHidden();
  // What it says beside the value stands outside of the table for those who do not see it.
  await page.locator('.mark[data-place="DE-BY"]').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#tip').ariaSnapshot()).toMatch(/Quelle/);
});

for (const [width, height] of [[320, 640], [1280, 800]]) {
  test(`A24 and A28 the tip covers neither its mark nor what has the focus: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.locator('#figure .mark[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 16; step += 1) {
      await expect(page.locator('#tip')).toBeVisible();
      await page.waitForTimeout(60);
      const covered = await page.evaluate(() => {
        const [mark, tip] = [document.activeElement, document.getElementById('tip')].map((node) => node.getBoundingClientRect());
        const inside = mark.top >= -1 && mark.bottom <= innerHeight + 1;
        return { overlap: Math.min(mark.bottom, tip.bottom) - Math.max(mark.top, tip.top) > 2 && Math.min(mark.right, tip.right) - Math.max(mark.left, tip.left) > 2, inside };
      });
      expect(covered, `step ${step}`).toEqual({ overlap: false, inside: true });
      await page.keyboard.press('ArrowDown');
    }
  });
}

test('A25 chords and keys outside of a chart are never taken', async ({ page }) => {
  await open(page);
  const taken = await page.evaluate(() => {
    const press = (target, init) => !target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    const mark = document.querySelector('.mark');
    const chords = ['ctrlKey', 'altKey', 'metaKey'].flatMap((chord) => ['ArrowDown', 'Home', 'Enter', ' '].map((key) => press(mark, { key, [chord]: true })));
    return [...chords, ...['ArrowDown', ' ', 'Enter', 'Home', 'a', '/'].map((key) => press(document.body, { key })), press(mark, { key: 'Tab' }), press(mark, { key: 'F6' }), press(mark, { key: 'Escape' }), press(mark, { key: 'n' })].some(Boolean);
  });
  expect(taken).toBe(false);
});

test('A26 the focus goes the way the eye goes', async ({ page }) => {
  for (const path of ['/', '/?view=growth', '/method/', '/cards/']) {
    await page.goto(path);
    if (!/method|cards/.test(path)) await ready(page);
    const back = await page.evaluate(() => {
      const faults = [];
      for (const landmark of document.querySelectorAll('header.site, main, footer')) {
        const stops = [...landmark.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((node) => node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !node.closest('.skip') && (node.type !== 'radio' || node.checked));
        // What stands in a column of its own, or is wrapped in a line, may start higher, but never ends above what was before.
        stops.slice(1).forEach((node, index) => {
          const [a, b] = [stops[index].getBoundingClientRect(), node.getBoundingClientRect()];
          if (b.bottom < a.top - 1) faults.push(`${stops[index].textContent.slice(0, 20)} > ${node.textContent.slice(0, 20)}`);
        });
      }
      return faults;
    });
    expect(back, path).toEqual([]);
  }
});

/** How many pixels of two pictures differ by a contrast of 3:1 at least. */
const changed = (page, ...pictures) =>
  page.evaluate(async (pictures) => {
    const [before, after] = (await Promise.all(pictures.map(pixels))).map(({ data }) => data);
    let seen = 0;
    for (let at = 0; at < before.length; at += 4) if (contrast([...before.slice(at, at + 3)], [...after.slice(at, at + 3)]) >= 3) seen += 1;
    return seen;
  }, pictures);

for (const [colorScheme, forcedColors] of [['light', 'none'], ['dark', 'none'], ['light', 'active'], ['dark', 'active']]) {
  test(`A27 the focus is seen on every control, tile and bar: ${colorScheme}, forced colours ${forcedColors}`, again((colorScheme === 'dark') !== (forcedColors === 'active')), async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.addInitScript(inPage);
    await open(page, '/?view=map');
    // By keys, so that the browser shows the focus.
    await page.locator('#figure .definition a').last().focus();
    await page.keyboard.press('Tab');
    const targets = [...['DE-NW', 'DE-HH', 'DE-BY', 'DE-SL', 'DE-BE'].map((place) => `.mark[data-place="${place}"]`), '#control-focus', '#control-period', 'input[name=view]:checked', 'details.data > summary', '.brand'];
    for (const target of targets) {
      const node = page.locator(target).first();
      await page.evaluate(() => document.activeElement.blur());
      await node.scrollIntoViewIfNeeded();
      const box = await node.boundingBox();
      const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
      const before = await picture(page, { clip });
      await node.focus();
      await page.evaluate(() => document.getElementById('tip').setAttribute('hidden', ''));
      const seen = await changed(page, before, await picture(page, { clip }));
      // A ring of two pixels around the smallest of them.
      expect(seen, target).toBeGreaterThanOrEqual(2 * 2 * Math.min(box.width, 40));
    }
  });
}

test('A29 the focus never falls on the page itself', async ({ page }) => {
  test.slow();
  const never = async (what) => {
    await page.waitForTimeout(250);
    expect(['BODY', 'HTML'], what).not.toContain((await focused(page)).tag);
  };
  await open(page, '/?places=nw~by~he');
  await page.locator('.chosen .chip').first().focus();
  await page.keyboard.press('Enter');
  await never('a chip');
  for (let left = 0; left < 3 && (await page.locator('.chosen a').count()) > 0; left += 1) {
    await page.locator('.chosen a').last().focus();
    await page.keyboard.press('Enter');
    await never('the last chip, or back to the start');
  }
  await open(page, '/?asof=2025-01-01');
  await page.locator('.asof a').focus();
  await page.keyboard.press('Enter');
  await never('the way back from a past day');
  await expect(page.locator('#title')).toBeFocused();
  await open(page, '/?measure=wsp-services');
  await page.locator('.ways a').first().focus();
  await page.keyboard.press('Enter');
  await never('a way out of an empty answer');
  await open(page);
  await view(page, 'growth');
  await never('another view');
  await page.locator('#control-measure').focus();
  await page.keyboard.press('ArrowDown');
  await never('another measure');
  await open(page);
  await page.locator('a[data-share]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] .close').click();
  await never('a closed dialog');
  await page.getByRole('button', { name: 'Anhören' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog.listen')).toBeVisible();
  await page.keyboard.press('Escape');
  await never('the closed sounds');
  await page.locator('.mark[data-place="DE-BY"]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Als mein Land wählen' }).press('Enter');
  await never('a chosen state');
  await page.locator('details.data > summary').first().click();
  await page.locator('#figure th button').first().press('Enter');
  await never('a sorted table');
});

test('A30 the help names exactly the keys that are taken, once, where it is needed', async ({ page }) => {
  await open(page);
  const help = page.locator('#keys');
  await expect(help).toBeHidden();
  await page.locator('#figure .definition a').last().focus();
  await page.keyboard.press('Tab');
  await expect(help).toBeInViewport();
  const text = await help.textContent();
  const names = { ArrowDown: 'Pfeiltasten', ArrowUp: 'Pfeiltasten', ArrowLeft: 'Pfeiltasten', ArrowRight: 'Pfeiltasten', Home: 'Pos1', End: 'Ende', PageDown: 'Bild auf', PageUp: 'und ab', Enter: 'Eingabetaste', ' ': 'Leertaste' };
  const taken = await page.evaluate(() => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp', 'Enter', ' ', 'Tab', 'Insert', 'Delete', 'Backspace', 'F2', '+', '-', 'a', '1'];
    return keys.filter((key) => {
      const mark = document.querySelector('#figure .mark[tabindex="0"]');
      return !mark.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  });
  expect(taken.sort()).toEqual(Object.keys(names).sort());
  for (const name of Object.values(names)) expect(text).toContain(name);
  expect(text).toContain('Esc');
  await expect(page.locator('#figure svg.chart')).toHaveAccessibleDescription(text);
  expect((await page.evaluate(() => document.body.textContent)).split('Pfeiltasten').length - 1).toBeLessThanOrEqual(2);
});

test('A31 marks can be touched, controls easily', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  // Points of several lines lie as close as their dates: their rows in the table do the same (A32).
  for (const path of views.filter((path) => !path.includes('places='))) {
    await ask(page, path);
    const small = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('#figure .mark .hit')].map((hit) => hit.getBoundingClientRect());
      const spaced = (own) => boxes.every((other) => other === own || Math.hypot(own.x + own.width / 2 - other.x - other.width / 2, own.y + own.height / 2 - other.y - other.height / 2) >= 24);
      return boxes.filter((box) => Math.min(box.width, box.height) < 23.5 && !spaced(box)).map(({ width, height }) => `${width.toFixed(0)}×${height.toFixed(0)}`);
    });
    expect(small, path).toEqual([]);
  }
  await open(page, '/?places=nw~by');
  await page.locator('#figure .mark').first().click();
  const controls = await page.evaluate(() => [...document.querySelectorAll('label.card, .tab, .choice, .chosen a, select, summary, .slider, .take button, .take > a, #tip button')].filter((node) => node.checkVisibility({ visibilityProperty: true })).map((node) => [node.textContent.slice(0, 20), (node.closest('.kern-form-input__select-wrapper') ?? node).getBoundingClientRect().height]).filter(([, height]) => height > 0 && height < 43.5));
  expect(controls).toEqual([]);
});

test('A32 what is too small to hit stands in the table, and A33 nothing needs dragging', async ({ page }) => {
  await open(page, '/?view=growth&measure=ozg-land-statewide&places=hh~by');
  const values = (await marks(page)).map(({ value }) => value);
  const listed = await page.evaluate(() => [...document.querySelectorAll('#figure tbody tr')].map((row) => row.dataset.value));
  expect(listed).toEqual(values);
  await open(page);
  const slider = page.locator('input[type=range]').first();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/period=/);
  await expect(page.locator('#control-period')).toBeVisible();
  // A press that is taken back does nothing.
  const before = page.url();
  const box = await page.locator('.mark[data-place="DE-HH"]').first().boundingBox();
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  expect(page.url()).toBe(before);
});

test('A34 what is seen on a control is part of its name', async ({ page }) => {
  await open(page);
  await more(page);
  const found = await looked(page, { within: { exclude: ['svg'] }, runOnly: { type: 'rule', values: ['label-content-name-mismatch'] }, rules: { 'label-content-name-mismatch': { enabled: true } } });
  expect(found.violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 100)))).toEqual([]);
  // The name of a mark begins with what is written at it.
  const unlike = await page.evaluate(() => [...document.querySelectorAll('#figure .mark:has(.label, .label-focus)')].filter((mark) => !mark.getAttribute('aria-label').startsWith(mark.querySelector('.label, .label-focus').textContent)).map((mark) => mark.id));
  expect(unlike).toEqual([]);
  const faults = await page.evaluate(() => [...document.querySelectorAll('button[aria-label], a[aria-label], input[aria-label], summary')].filter((node) => node.hasAttribute('aria-label') && node.textContent.trim() && !node.getAttribute('aria-label').includes(node.textContent.trim())).map((node) => node.outerHTML.slice(0, 80)));
  expect(faults).toEqual([]);
  for (const select of await page.locator('.controls select:visible').all()) expect((await select.evaluate((node) => node.labels[0]?.textContent ?? node.ariaLabel ?? '')).length).toBeGreaterThan(2);
});
