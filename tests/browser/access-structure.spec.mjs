// Accessibility A01 to A20: structure, names, text alternatives. The numbers are those of docs/accessibility.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { doubts } from './axe.mjs';
import { ask, dist, expect, marks, open, ready, rows, test } from './fixtures.mjs';

/** What axe cannot decide by itself, and what was found when it was looked at by hand. */
const REVIEWED = {
  'color-contrast': 'text over drawings and under a select’s arrow: A35 measures every pair of colours instead',
  'aria-hidden-focus': 'layers of drawings: A10 finds nothing focusable inside',
  'aria-valid-attr-value': 'the tip’s heading is named while the tip is closed',
  'aria-prohibited-attr': 'marks of drawings without a script are pictures with names',
  'nested-interactive': 'options of a listbox hold drawings only: A07',
  'frame-tested': 'the preview in the dialog is the embed, which is tested by itself',
  'scrollable-region-focusable': 'the region of the table has a Tab stop',
  'video-caption': 'the film of a card is silent',
  'link-in-text-block': 'links in texts are underlined',
};

async function check(page) {
  // The page around an interactive embed has the first heading.
  const isEmbed = (await page.locator('html').getAttribute('data-site')) === 'embed';
  const [wrong, undecided] = await doubts(page, REVIEWED, { 'target-size': { enabled: true }, 'page-has-heading-one': { enabled: !isEmbed } });
  expect(wrong).toEqual([]);
  expect(undecided).toEqual([]);
}

const states = {
  static: async (page) => {
    await page.route('**/start-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto('/');
  },
  loading: async (page) => {
    await page.route('**/data/release-*.bin', () => {});
    await page.goto('/?focus=by');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'loading');
  },
  ready: (page) => open(page),
  filtered: (page) => open(page, '/en/?measure=ozg-land-any&places=nw~by~he&sort=name'),
  empty: (page) => open(page, '/?measure=wsp-services'),
  partial: async (page) => {
    await page.route('**/data/complete-*.bin', (route) => route.abort());
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'partial', { timeout: 20_000 });
  },
  error: async (page) => {
    await page.route('**/data/release-*.bin', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'error', { timeout: 20_000 });
  },
  'dialog of codes': async (page) => {
    await open(page);
    await page.locator('a[data-share]').first().click();
    await expect(page.locator('dialog[open] iframe')).toBeVisible();
  },
  'dialog of sounds': async (page) => {
    await open(page);
    await page.getByRole('button', { name: 'Anhören' }).first().click();
    await expect(page.locator('dialog.listen')).toBeVisible();
  },
  'tip open': async (page) => {
    await open(page);
    await page.locator('.mark[data-place="DE-BY"]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#tip')).toBeFocused();
  },
  'table open': async (page) => {
    await open(page);
    await page.locator('details.data > summary').first().click();
  },
  embed: (page) => page.goto('/embed/latest-ozg-land-statewide/'),
  'interactive embed': async (page) => {
    await page.goto('/embed/?view=map');
    await ready(page);
  },
  card: (page) => page.goto('/en/cards/latest-ozg-land-statewide/'),
  legal: (page) => page.goto('/barrierefreiheit/'),
  sample: (page) => open(page, '/sample/?view=areas'),
  list: (page) => page.goto('/sample/services/nw/bildung/'),
};
for (const [name, reach] of Object.entries(states)) {
  test.describe(() => {
    test.use({ expectedMessages: /Failed to load resource|preload|ERR_FAILED|digest|SRI/ });
    test(`A01 axe finds nothing, and what it cannot decide was looked at: ${name}`, async ({ page }) => {
      await reach(page);
      await check(page);
    });
  });
}

// Names are not in a language (WCAG 3.1.2): of publishers, of indexes, of laws.
const publishers = readFileSync(new URL('../package/sources.csv', import.meta.url), 'utf8').split('\n').slice(1).flatMap((line) => (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).slice(1, 3)).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"')).filter((name) => name.length > 2);
const own = ['Baden-Württemberg', 'Thüringen', 'Nordrhein-Westfalen', 'Wirtschafts-Service-Portal', 'Bitkom-Länderindex', 'Deutschland-Index der Digitalisierung', 'Onlinezugangsgesetz', 'Leistungskatalog', 'Landesverband der Freien Berufe', '© Statistisches Bundesamt (Destatis)', 'OZG-Ländervergleich'];
const published = (page) => page.evaluate((names) => {
  const german = /[äöüß]|\b(und|der|die|das|für|mit|nicht|Leistungen)\b/i;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const lang = parent.closest('[lang]').lang;
    if (lang === 'en' && !parent.closest('script, style, pre, code, textarea') && german.test(names.reduce((text, name) => text.replaceAll(name, ''), node.data).replace(/[“"„][^”"“]*[”"“]/g, ''))) found.push(`${node.data.trim().slice(0, 90)}`);
  }
  return found;
}, [...publishers, ...own].sort((a, b) => b.length - a.length));
for (const path of ['/en/', '/en/?view=growth', '/en/?view=range', '/en/?view=profile&focus=by', '/en/cards/latest-ozg-land-statewide/', '/en/method/', '/en/data/', '/en/news/', '/en/cards/', '/sample/en/', '/en/sample/services/nw/all/']) {
  test(`A02 German stands in English pages only where it is marked as German: ${path}`, async ({ page }) => {
    await page.goto(path);
    if (path.includes('?') || path === '/en/') await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await published(page)).toEqual([]);
  });
}

test('A03 every view and every page has a title of its own', async ({ page }) => {
  test.slow();
  const titles = new Map();
  const views = ['', '?view=growth', '?view=map', '?view=range', '?view=change', '?view=areas', '?view=profile', '?measure=ozg-land-any', '?focus=by&view=profile'];
  for (const [base, own] of [['/', views], ['/en/', process.env.SWEEP ? views : views.slice(0, 2)], ['/sample/', views], ['/sample/en/', process.env.SWEEP ? views : views.slice(0, 2)]]) {
    for (const query of own) {
      await ask(page, base + query);
      if (query) await expect(page).not.toHaveTitle(/\?/);
      titles.set(base + query, await page.title());
    }
  }
  for (const path of ['/cards/', '/method/', '/data/', '/glossary/', '/news/', '/impressum/', '/barrierefreiheit/', '/leichte-sprache/', '/sample/services/nw/all/', '/en/cards/', '/en/method/', '/en/glossary/']) {
    await page.goto(path);
    titles.set(path, await page.title());
  }
  const seen = new Map();
  for (const [path, title] of titles) seen.set(title, [...(seen.get(title) ?? []), path]);
  // The map shows the finding of the ranking, the profile of a state is the same with and without its name in the address.
  const shared = [...seen].filter(([, paths]) => paths.length > 1).map(([title, paths]) => `${title}: ${paths.join(' ')}`);
  expect(shared.filter((line) => !/view=map/.test(line))).toEqual([]);
  expect([...titles].filter(([path, title]) => path.startsWith('/sample/') !== /Beispiel|ample/.test(title))).toEqual([]);
});

test('A04 one first heading, no level left out, a heading for each figure', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/en/?view=areas', '/cards/latest-ozg-land-statewide/', '/method/', '/data/', '/barrierefreiheit/', '/leichte-sprache/', '/sample/services/nw/all/', '/embed/latest-ozg-land-statewide/']) {
    await page.goto(path);
    const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1])));
    expect(levels.filter((level) => level === 1), path).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0), `${path}: ${levels}`).toBeLessThanOrEqual(1));
    const unnamed = await page.evaluate(() => [...document.querySelectorAll('figure.figure:not([hidden])')].filter((figure) => !figure.querySelector('h1, h2')).length);
    expect(unnamed).toBe(0);
  }
});

test.describe(() => {
  test.use({ expectedMessages: /404/ });
  test('A05 landmarks, and a skip link that comes first and works', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/sample/', '/cards/latest-ozg-land-statewide/', '/method/', '/no-such-page/']) {
    await page.goto(path);
    for (const role of ['banner', 'main', 'contentinfo', 'navigation']) {
      if (path === '/no-such-page/' && role !== 'main') continue;
      expect(await page.getByRole(role).count(), `${path} ${role}`).toBeGreaterThanOrEqual(1);
    }
    await page.locator('body').press('Tab');
    const skip = page.locator('.skip');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  }
  });
});

test('A06 and A07: every drawing has a role and a name or is hidden, and no picture holds something focusable', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/?view=map', '/?view=areas', '/?view=growth', '/?view=profile', '/cards/latest-ozg-land-statewide/', '/embed/latest-ozg-land-statewide/', '/cards/']) {
    await page.goto(path);
    const faults = await page.evaluate(() => [
      ...[...document.querySelectorAll('svg:not([hidden])')].filter((svg) => !(svg.getAttribute('role') && svg.getAttribute('aria-label')) && svg.getAttribute('aria-hidden') !== 'true').map((svg) => `unnamed ${svg.outerHTML.slice(0, 80)}`),
      ...[...document.querySelectorAll('[role=img] *, [role=option] *, [role=graphics-symbol] *')].filter((node) => node.tabIndex >= 0 && node.hasAttribute('tabindex')).map((node) => `focusable ${node.outerHTML.slice(0, 80)}`),
      ...[...document.querySelectorAll('.mark')].filter((mark) => !mark.getAttribute('aria-label')).map((mark) => `mark ${mark.id}`),
    ]);
    expect(faults, path).toEqual([]);
  }
});

const folder = fileURLToPath(new URL('snapshots', import.meta.url));
for (const [name, path] of ['ranking', 'growth', 'range', 'areas', 'map', 'change', 'profile'].flatMap((view) => [[`${view}-de`, `/?view=${view}`], [`${view}-en`, `/en/?view=${view}`]]).concat([['embed-de', '/embed/latest-ozg-land-statewide/'], ['embed-en', '/en/embed/latest-ozg-land-statewide/'], ['growth-embed-de', '/embed/growth-wsp-nrw/'], ['interactive-de', '/embed/?measure=ozg-land-any'], ['interactive-en', '/en/embed/?measure=ozg-land-any']])) {
  test(`A08 what a screen reader finds in a figure stays as it was read: ${name}`, async ({ page }) => {
    await page.goto(path);
    if (path.includes('?')) await ready(page);
    const file = `${folder}/${name}.yml`;
    const read = async () => {
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      return (await page.locator('figure').first().ariaSnapshot()).trim();
    };
    if (process.env.UPDATE_SNAPSHOTS) {
      await page.waitForTimeout(1_000);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${await read()}\n`);
    }
    // What stands below the picture follows a moment later.
    await expect.poll(read).toBe(readFileSync(file, 'utf8').trim());
  });
}

test('A09 every figure is a mark that can be reached, and A15 its row in the table says the same', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/?view=map', '/?view=range', '/?view=change', '/?view=areas', '/?view=growth', '/?view=profile', '/sample/?view=areas']) {
    await ask(page, path);
    const [named, listed] = [await marks(page), await rows(page)];
    expect(named.length, path).toBeGreaterThan(0);
    expect(await page.locator('#figure svg [role=option]').count(), path).toBe(named.length);
    expect(named.length, path).toBe(listed.length);
    const table = await page.evaluate(() => {
      const found = document.querySelector('#figure table');
      return { caption: found.caption?.textContent ?? '', cols: found.querySelectorAll('thead th[scope=col]').length, heads: found.querySelectorAll('thead tr > *').length, rows: [...found.querySelectorAll('tbody tr')].filter((row) => !row.querySelector('th[scope=row]')).length, empty: [...found.querySelectorAll('tbody tr:not([data-value])')].filter((row) => !row.textContent.includes('keine Angabe')).length };
    });
    expect(table.caption.length, path).toBeGreaterThan(10);
    expect(table).toMatchObject({ cols: table.heads, rows: 0, empty: 0 });
  }
});

test('A10 no id twice, nothing focusable in what is hidden', async ({ page }) => {
  for (const path of ['/', '/?view=areas', '/cards/latest-ozg-land-statewide/', '/sample/', '/cards/']) {
    await page.goto(path);
    const faults = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
      return [...ids.filter((id, index) => ids.indexOf(id) !== index), ...[...document.querySelectorAll('[aria-hidden=true] :is(a, button, input, select, [tabindex])')].map((node) => node.outerHTML.slice(0, 80))];
    });
    expect(faults, path).toEqual([]);
  }
});

test('A11 the page is valid HTML also as the app has made it', async ({ page }) => {
  test.slow();
  const htmlvalidate = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    // Browsers write void elements, attributes and inline things their own way when they serialise.
    rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'no-inline-style': 'off', 'doctype-style': 'off', 'no-implicit-button-type': 'error', 'require-sri': 'off', 'long-title': 'off', 'prefer-native-element': 'off', 'text-content': 'error', 'no-raw-characters': 'off', 'script-type': 'off', 'attr-case': 'off', 'element-case': 'off' },
  });
  for (const path of ['/', '/en/?view=areas', '/?view=growth', '/?measure=wsp-services']) {
    await open(page, path);
    const report = await htmlvalidate.validateString(`<!doctype html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
    const messages = report.results.flatMap((result) => result.messages).map(({ ruleId, message, line, column }) => `${ruleId}: ${message} ${line}:${column}`);
    expect([...new Set(messages)].slice(0, 8), path).toEqual([]);
  }
});

test('A12 an embed has a title outside, and language, title and heading inside', async ({ page }) => {
  await page.goto('/cards/latest-ozg-land-statewide/');
  const code = await page.evaluate(async () => (await (await fetch('/oembed/latest-ozg-land-statewide.json')).json()).html);
  expect(code).toMatch(/<iframe[^>]+title="[^"]{20,}"/);
  for (const path of ['/embed/latest-ozg-land-statewide/', '/en/embed/latest-ozg-land-statewide/', '/embed/']) {
    await page.goto(path);
    expect(await page.evaluate(() => [document.documentElement.lang.length, document.title.length > 10, document.querySelectorAll('h1, h2').length > 0])).toEqual([2, true, true]);
  }
});

test('A16 a table is sorted by buttons in its heads, and the order is said', async ({ page }) => {
  await open(page);
  await page.locator('details.data > summary').first().click();
  const head = page.locator('#figure th', { hasText: 'Wert' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('#said')).toHaveText('Sortiert: Wert, aufsteigend');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});

test('A17 a mark is named in the words of its row', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/en/', '/?measure=ozg-land-any&period=2021-12', '/?unit=share', '/en/?view=growth&measure=ozg-land-statewide']) {
    await open(page, path);
    const faults = await page.evaluate(() => {
      const chart = document.querySelector('#figure svg.chart');
      const labels = chart.getAttribute('aria-owns').split(' ').map((id) => document.getElementById(id).getAttribute('aria-label'));
      const column = [...document.querySelectorAll('#figure thead th')].findIndex((head) => /Wert|Figure/.test(head.textContent));
      return [...document.querySelectorAll('#figure tbody tr')].map((row, index) => [row.cells[column].firstChild.data.trim(), labels[index]]).filter(([value, label]) => !label.includes(value.split(/–| \(/)[0]));
    });
    expect(faults, path).toEqual([]);
  }
});

test('A18 abbreviations lead to their explanation where they stand first', async ({ page }) => {
  await open(page, '/?view=growth&measure=wsp-target-online-services');
  await open(page);
  await expect(page.locator('#figure .definition a[href*="glossary/#ozg-leistung"]')).toHaveCount(1);
  await expect(page.locator('#figure').getByRole('link', { name: 'INSM' }).first()).toHaveAttribute('href', /glossary\/#insm/);
  await page.goto('/glossary/');
  for (const id of ['ozg', 'leika', 'efa', 'insm', 'wsp']) await expect(page.locator(`dt#${id}, #${id}`).first()).toBeVisible();
});
