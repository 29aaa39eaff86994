// Accessibility A35 to A51: colours, zoom, motion, paper. The numbers are those of docs/accessibility.md.
import { inPage, picture } from './colours.mjs';
import { ask, expect, open, ready, test } from './fixtures.mjs';

const views = ['/', '/?view=map', '/?view=range', '/?view=change', '/?view=areas', '/?view=growth&measure=ozg-land-statewide&places=hh~by', '/?view=profile', '/sample/?view=areas', '/?measure=ozg-land-any&period=2021-12'];
for (const [colorScheme, contrast] of [['light', 'no-preference'], ['dark', 'no-preference'], ['light', 'more'], ['dark', 'more']]) {
  test(`A35, A36, A42 and A43 texts have a contrast of 4.5, marks and controls of 3: ${colorScheme}, contrast ${contrast}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, contrast });
    await page.addInitScript(inPage);
    const least = contrast === 'more' ? 7 : 4.5;
    for (const path of views) {
      await ask(page, path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      const faults = await page.evaluate((least) => {
        const found = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('.visually-hidden, script, style, option') || parent.closest('svg')) continue;
          const ratio = contrast(rgb(getComputedStyle(parent).color), ground(parent));
          if (ratio < 4.5) found.push(`${node.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
          // With more contrast nothing is faint.
          if (least > 4.5 && ratio < least && rgb(getComputedStyle(parent).color).join() === rgb(getComputedStyle(document.documentElement).getPropertyValue('--muted')).join()) found.push(`faint: ${node.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
        }
        const page = ground(document.querySelector('#figure'));
        for (const text of document.querySelectorAll('#figure svg.chart text')) {
          // A text on a tile stands on the colour of the tile.
          const tile = /tile/.test(text.getAttribute('class')) ? [...text.parentElement.querySelectorAll('[class^=class-]')][0] : null;
          const under = tile ? rgb(getComputedStyle(tile).fill) : page;
          const ratio = contrast(rgb(getComputedStyle(text).fill), under);
          if (ratio < 4.5) found.push(`text ${text.textContent}: ${ratio.toFixed(2)}`);
        }
        for (const shape of document.querySelectorAll('#figure svg.chart :is(rect, path, circle)')) {
          const style = getComputedStyle(shape);
          const own = shape.getAttribute('class') ?? '';
          // The grid helps only; halos are the ground; the area that can be pointed at is not seen.
          if (/grid|halo|hit/.test(own)) continue;
          const parts = [style.fill, style.stroke].filter((paint) => paint && paint !== 'none' && rgb(paint)[3] !== 0).map(rgb);
          // Filled in the colour of the ground, it is seen by its edge.
          const best = Math.max(...parts.map((part) => contrast(part, page)));
          if (best < 3) found.push(`mark ${own}: ${best.toFixed(2)}`);
        }
        for (const control of document.querySelectorAll('select, .card, input[type=date], .chip')) {
          if (!control.checkVisibility()) continue;
          const style = getComputedStyle(control.closest('.kern-form-input__select-wrapper') ?? control);
          const edges = [style.borderBottomColor, style.borderTopColor].map((edge) => contrast(rgb(edge), page));
          if (Math.max(...edges) < 3) found.push(`control ${control.id || control.className}: ${Math.max(...edges).toFixed(2)}`);
        }
        return [...new Set(found)];
      }, least);
      expect(faults, path).toEqual([]);
    }
  });
}

/** The colours of some points of an element, as they are painted. */
async function painted(page, locator, points) {
  return page.evaluate(async ([data, points]) => {
    const { width, height, data: bytes } = await pixels(data);
    return points.map(([x, y]) => {
      const at = 4 * (Math.round(y * (height - 1)) * width + Math.round(x * (width - 1)));
      return [...bytes.slice(at, at + 3)];
    });
  }, [await picture(locator), points]);
}

for (const colorScheme of ['light', 'dark']) {
  test(`A36 as painted: a gap between bar and band, a halo beside lines on bars, frames around cells: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(inPage);
    await open(page);
    const places = await page.evaluate(() => {
      const chart = document.querySelector('#figure svg.chart').getBoundingClientRect();
      const box = (node) => node.getBoundingClientRect();
      const band = box(document.querySelector('#figure .mark .band'));
      const bar = box(document.querySelector('#figure .mark:has(.band) .bar'));
      const line = box(document.querySelector('#figure .reference'));
      const long = box([...document.querySelectorAll('#figure .mark .bar')].sort((a, b) => box(b).width - box(a).width)[0]);
      const at = (x, y) => [(x - chart.left) / chart.width, (y - chart.top) / chart.height];
      const row = Array.from({ length: 8 }, (_, index) => at(line.left + line.width / 2 - 1.5, long.top + 3 + index));
      return { gap: band.left - bar.right, row, bar: at(long.left + 20, long.top + long.height / 2) };
    });
    expect(places.gap).toBeGreaterThanOrEqual(0.5);
    const [bar, ...beside] = await painted(page, page.locator('#figure svg.chart'), [places.bar, ...places.row]);
    const ratios = await page.evaluate(([bar, beside]) => beside.map((color) => contrast(color, bar)), [bar, beside]);
    expect(Math.max(...ratios), 'the ground is seen beside the line').toBeGreaterThanOrEqual(2.5);
    await open(page, '/sample/?view=areas');
    const frames = await page.evaluate(() => [...document.querySelectorAll('#figure [class^=class-]')].map((cell) => contrast(rgb(getComputedStyle(cell).stroke), ground(document.querySelector('#figure')))));
    expect(Math.min(...frames)).toBeGreaterThanOrEqual(3);
  });
}

test('A37 nothing is told by colour alone', async ({ page }) => {
  await open(page, '/?view=growth&measure=ozg-land-statewide&places=hh~by~sn&focus=nw');
  const series = await page.evaluate(() => {
    const dash = (selector) => { const node = document.querySelector(`#figure ${selector}`); return node && getComputedStyle(node).strokeDasharray; };
    return { dashes: ['.series-1', '.series-2', '.series-3'].map(dash).filter(Boolean), names: document.querySelectorAll('#figure [class^=series-text]').length };
  });
  expect(new Set(series.dashes).size).toBe(series.dashes.length);
  expect(series.names).toBe(series.dashes.length);
  await open(page);
  // The reader's state: also bold, in its row, in its name.
  await expect(page.locator('#figure .mark[data-place="DE-NW"] .label-focus')).toHaveCSS('font-weight', '700');
  await expect(page.locator('#figure .mark[data-place="DE-NW"]')).toHaveAttribute('aria-label', /mein Land/);
  // Classes: their value stands on each tile.
  await open(page, '/?view=map');
  expect(await page.evaluate(() => [...document.querySelectorAll('#figure .mark')].filter((mark) => mark.querySelectorAll('text').length < 2).length)).toBe(0);
});

test('A38 colours differ for every kind of colour vision', async ({ page }) => {
  test.slow();
  // Palette::tests in src/chart/palette.rs compares all pairs; here is what the browser paints.
  const cdp = await page.context().newCDPSession(page);
  await page.addInitScript(inPage);
  for (const type of ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia']) {
    await open(page);
    await cdp.send('Emulation.setEmulatedVisionDeficiency', { type });
    const at = await page.evaluate(() => {
      const chart = document.querySelector('#figure svg.chart').getBoundingClientRect();
      return ['.mark .bar', '.mark .focus'].map((selector) => { const box = document.querySelector(`#figure ${selector}`).getBoundingClientRect(); return [(box.left + 20 - chart.left) / chart.width, (box.top + box.height / 2 - chart.top) / chart.height]; });
    });
    const [bar, focus] = await painted(page, page.locator('#figure svg.chart'), at);
    expect(await page.evaluate(([a, b]) => contrast(a, b), [bar, focus]), type).toBeGreaterThanOrEqual(3);
  }
  await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
});

test('A39 patterns can be had beside the colours, and taken away again', async ({ page }) => {
  await open(page, '/?view=map');
  const fill = () => page.evaluate(() => getComputedStyle(document.querySelector('#figure [class^=class-5], #figure [class^=class-3]')).fill);
  expect(await fill()).toMatch(/^rgb/);
  await page.getByLabel('Muster zusätzlich zu Farben').check();
  expect(await fill()).toMatch(/url\(.*#p-\d/);
  expect(await page.evaluate(() => [...document.querySelectorAll('#figure [class^=class-]')].every((tile) => { const id = /#(p-\d)/.exec(getComputedStyle(tile).fill); return !id || document.getElementById(id[1]) !== null; }))).toBe(true);
  await page.getByLabel('Muster zusätzlich zu Farben').uncheck();
  expect(await fill()).toMatch(/^rgb/);
});

for (const colorScheme of ['light', 'dark']) {
  test(`A40 and A41 with forced colours, also when they come later: ${colorScheme}`, async ({ page }) => {
    await page.addInitScript(inPage);
    await page.emulateMedia({ colorScheme });
    await open(page, '/?view=map');
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    const map = await page.evaluate(() => {
      const paint = (tile) => getComputedStyle(tile).fill;
      const tiles = [...document.querySelectorAll('#figure .mark [class^=class-]')];
      const classes = new Map(tiles.map((tile) => [tile.getAttribute('class'), paint(tile)]));
      const frame = getComputedStyle(document.querySelector('#figure .frame')).stroke;
      // The key shows the same patterns.
      const keys = [...document.querySelectorAll('#figure [class^=legend-class-]')].map((entry) => getComputedStyle(entry, '::before').backgroundImage);
      return { classes: [...classes], keys, frame: contrast(rgb(frame), ground(document.querySelector('#figure'))), own: getComputedStyle(document.querySelector('#figure .frame-focus')).stroke };
    });
    // Each class has a fill of its own: the ground, or its pattern.
    expect(new Set(map.classes.map(([, fill]) => fill)).size).toBe(map.classes.length);
    expect(new Set(map.keys).size).toBe(map.keys.length);
    expect(map.frame).toBeGreaterThanOrEqual(3);
    await open(page);
    const found = await page.evaluate(() => {
      const ratio = (selector, property) => contrast(rgb(getComputedStyle(document.querySelector(`#figure ${selector}`))[property]), ground(document.querySelector('#figure')));
      const color = (selector) => getComputedStyle(document.querySelector(`#figure ${selector}`)).fill;
      return { bar: ratio('.bar', 'fill'), own: ratio('.focus', 'fill'), text: ratio('text.label', 'fill'), tick: ratio('text.tick', 'fill'), line: ratio('.reference', 'stroke'), differ: color('.bar') !== color('.focus'), card: getComputedStyle(document.querySelector('.card:has(:checked)')).outlineStyle };
    });
    for (const name of ['bar', 'own', 'text', 'tick', 'line']) expect(found[name], name).toBeGreaterThanOrEqual(3);
    expect(found).toMatchObject({ differ: true, card: 'solid' });
  });
}

/** What is cut, or lies over something else. */
const clipped = () => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`wide by ${document.documentElement.scrollWidth - innerWidth}`);
  const texts = [...document.querySelectorAll('h1, h2, h3, p, summary, label, legend, strong, span, a, button, th, td, li, dt, dd')].filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.visually-hidden, .skip, svg'));
  for (const node of texts) {
    const style = getComputedStyle(node);
    if (style.display !== 'inline' && style.overflow !== 'visible' && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)) found.push(`cut: ${node.textContent.slice(0, 30)}`);
    const box = node.getBoundingClientRect();
    if (box.width > 0 && !node.closest('.table, pre') && (box.left < -1 || box.right > innerWidth + 1)) found.push(`outside: ${node.textContent.slice(0, 30)}`);
  }
  // A select shows what is chosen.
  for (const select of document.querySelectorAll('select')) {
    if (!select.checkVisibility()) continue;
    const style = getComputedStyle(select);
    const context = document.createElement('canvas').getContext('2d');
    context.font = style.font;
    context.letterSpacing = style.letterSpacing;
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const line = parseFloat(style.fontSize);
    if (select.clientHeight < line) found.push(`low select: ${select.id} ${select.clientHeight} < ${line}`);
    const first = select.selectedOptions[0]?.textContent.trim().split(' ')[0] ?? '';
    if (context.measureText(first).width > room + 1) found.push(`narrow select: ${select.id} ${first}`);
  }
  // Blocks that follow each other do not overlap.
  const blocks = [...document.querySelectorAll('.ask, .cards, .views, .line, .head > *, .drawings, .text > *, figcaption > *')].filter((node) => node.checkVisibility() && node.getBoundingClientRect().height > 0);
  blocks.slice(1).forEach((node, index) => {
    const [a, b] = [blocks[index].getBoundingClientRect(), node.getBoundingClientRect()];
    if (b.top < a.bottom - 10 && b.left < a.right - 1 && a.left < b.right - 1 && !blocks[index].contains(node)) found.push(`over: ${blocks[index].className} ${node.className}`);
  });
  return found;
};
const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
for (const [name, width, height, css] of [['A44 at 400 % zoom', 320, 256, ''], ['A45 with doubled text', 640, 800, 'html { font-size: 200% !important }'], ['A45 with doubled text on a phone', 320, 640, 'html { font-size: 200% !important }'], ['A46 with spaced text', 320, 640, spacing], ['A48 in landscape', 640, 320, '']]) {
  test(`${name} nothing is cut or covered, and selects show their value`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    for (const path of ['/', '/en/?view=growth', '/?view=profile', '/cards/latest-ozg-land-statewide/', '/method/', '/leichte-sprache/', '/sample/services/nw/all/']) {
      await page.goto(path);
      if (path === '/' || path.includes('?')) await ready(page);
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, css);
      await page.waitForTimeout(120);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      // With doubled text on a phone, which WCAG does not ask for, selects beside their label may show the start of a word.
      const isBeyond = name.includes('on a phone');
      const found = [...new Set(await page.evaluate(clipped))].filter((fault) => !isBeyond || !/^narrow select: control-(measure|period)/.test(fault));
      expect(found.slice(0, 8), path).toEqual([]);
    }
  });
}

test('A44 a table that is too wide scrolls in a region of its own, which the keyboard reaches', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const table = page.locator('#figure .table');
  expect(await table.evaluate((node) => node.scrollWidth > node.clientWidth && node.tabIndex === 0)).toBe(true);
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
});

test('A47 texts in charts are 12 pixels or more, at every width', async ({ page }) => {
  test.slow();
  for (const width of [280, 320, 480, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/?view=areas', '/cards/latest-ozg-land-statewide/']) {
      await page.goto(path);
      if (!path.startsWith('/cards/')) await ready(page);
      const small = await page.evaluate(() => [...document.querySelectorAll('figure svg.chart')].filter((svg) => svg.checkVisibility()).flatMap((svg) => [...svg.querySelectorAll('text')].map((text) => (parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width)).filter((size) => size < 11.99));
      expect(small, `${path} ${width}`).toEqual([]);
    }
  }
});

test('A49 and A50 nothing moves for those who do not want it, and nothing flashes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const moving = () => page.evaluate(() => [...document.querySelectorAll('*')].filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).map((node) => node.tagName));
  expect(await moving()).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.locator('#control-period').selectOption('2024-01');
  const running = await page.evaluate(() => document.getAnimations().map((animation) => animation.effect.getComputedTiming()).filter(({ iterations, duration }) => iterations !== 1 || duration > 5000).length);
  expect(running).toBe(0);
  // Nothing repeats, so nothing flashes.
  const css = await page.evaluate(async () => (await Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map((link) => fetch(link.href).then((answer) => answer.text())))).join(''));
  expect(css).not.toMatch(/@keyframes|infinite/);
});

test('A51 on paper: every figure with its table, source and date, one after the other', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility({ contentVisibilityAuto: true }) && node.getBoundingClientRect().height > 0).length;
    return { charts: seen('figure svg.chart'), rows: seen('#figure tbody tr'), sources: seen('#figure .source'), tip: seen('#tip'), controls: seen('.controls select'), second: getComputedStyle(document.querySelector('#figure-2')).breakBefore };
  });
  expect(found).toMatchObject({ charts: 2, rows: 16, tip: 0, controls: 0, second: 'page' });
  expect(found.sources).toBeGreaterThan(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.length).toBeGreaterThan(20_000);
});
