// Hostile addresses: whatever an address says, the page is there, says what it cannot use, runs nothing and asks nobody else.
// Most are asked in a page that is there already, as back and forward do; those that matter before the app is there are loaded.
import { expect, open, ready, test } from './fixtures.mjs';

const SITE = 'https://ozg-vergleich.example/';
/** The keys of a question; all others are kept as they are. */
const KEYS = ['view', 'tab', 'measure', 'area', 'places', 'focus', 'country', 'period', 'time', 'unit', 'scale', 'group', 'sort', 'facet', 'asof', 'lang', 'theme'];
/** Longest query that is read. */
const LONGEST = 2048;

/** What no key can be, as it stands in an address. */
const payloads = {
  'broken percent coding': '%FF%C3%2%',
  'an image': '<img src=x onerror=window.__xss=1>',
  'a script as address': 'javascript:window.__xss=1//',
  'another host': '//evil.example/',
  '8 kB': 'A'.repeat(8192),
  'the sign 0': '%00by%00',
  'right to left': '%E2%80%AEyb%D7%90%E2%80%AC', 'no width': 'b%E2%80%8By%EF%BB%BF',
  'half a sign': '\uD800by\uDFFF', 'a long number': '9'.repeat(400),
  'no day': '0000-13-32', 'a prototype': '__proto__', 'a constructor': 'constructor',
  SQL: "nw' OR 1=1;DROP TABLE x--", 'a cell that calculates': "=cmd|' /C calc'!A0",
  emojis: '👩‍👩‍👧‍👦🏴‍☠️', 'plus and spaces': '+by + ', 'upper case': 'RANKING',
};
/** Where it stands. */
const places = {
  ...Object.fromEntries(KEYS.map((key) => [key, (payload) => `?${key}=${payload}`])),
  'a key of others': (payload) => `?utm_source=${payload}`, 'the name of a key': (payload) => `?${payload}=1`, 'the fragment': (payload) => `?focus=xx#${payload}`,
};
/** Whole queries. */
const wholes = {
  nothing: '?', signs: '?&&&===', 'a key without a value': '?view&measure=&places',
  'a key again, the last one wrong': '?focus=by&focus=he&focus=xx',
  'a wrong key 200 times': `?${'unit=x&'.repeat(200)}`,
  'as long as is read': `?x=${'y'.repeat(LONGEST - 2)}`, 'a sign too long': `?x=${'y'.repeat(LONGEST - 1)}`,
  'times to come': '?asof=9999-12-31&period=9999-12..0000-01', 'a day to come': '?asof=2100-12-31',
  'half a range': '?period=2024-01..&time=..',
  'names of prototypes': '?__proto__[focus]=by&constructor=1&toString=2&hasOwnProperty=3&valueOf=4',
  'a coded name, upper case': '?%66ocus=BY&%56iew=map',
  'another separator': '?focus=by;view=map', 'lists of nothing': '?places=~~~nw~~by~&area=~',
  'invented data': '?data=sample&data=<img>',
};
/** What is right in the queries above and below. */
const right = ['focus=by', 'focus=he', 'focus=BY', 'view=map', 'lang=en', 'places=nw~by', '~~by'];

const asked = [
  ...Object.entries(places).flatMap(([place, at]) => Object.entries(payloads).map(([payload, text]) => ({ name: `${payload} in ${place}`, address: at(text) }))),
  ...Object.entries(wholes).map(([name, address]) => ({ name, address })),
];
const image = payloads['an image'];
/** Addresses that are loaded: of the app, and of the page with the codes for pages of others. */
const loaded = [
  `/?focus=${'A'.repeat(8192)}`, `/en/?x=${'y'.repeat(LONGEST - 1)}`, `/?x=${'y'.repeat(LONGEST - 2)}`,
  `/?measure=${image}&view=%FF`, '/?theme=javascript:window.__xss=1&lang=//evil.example', `/?lang=en&view=${image}`,
  '/?%FF=%FF&%=%&=&===', `/#${image}`, '/?view=map#javascript:window.__xss=1', '/?__proto__=1&constructor=2&data=__proto__',
  `/?data=sample&view=${image}`, '/sample/?data=//evil.example&focus=%FF', '/sample/en/?asof=%00&area=__proto__',
  `/embed/?parts=${image}&id="><script>window.__xss=1</script>`, '/embed/?parts=__proto__&theme=url(//evil.example/)&childId=%FF&fit=%00',
  `/embed/?${'y'.repeat(8192)}`, `/en/embed/?view=%00#?secret=${image}`, `/cards/?focus=${image}&theme=//evil.example`,
];
const shared = [
  '/share/?card=//evil.example/', `/share/?card=../../x&view=${image}`, `/share/?card=${'a%00'.repeat(500)}`, '/en/share/?card=__proto__&__proto__=1',
  `/share/?card=javascript:window.__xss=1&id="><script>window.__xss=1</script>`, `/share/?view=${'A'.repeat(8192)}`, '/share/?&&&===%FF',
];

/** The keys that an address has wrong, as the page says them. */
function wrong(search) {
  const query = search.replace(/^\?/, '');
  if (query.length > LONGEST) return [`?=${query.length} bytes`];
  const pairs = [...new URLSearchParams(query)].filter(([key, value]) => KEYS.includes(key) && !right.includes(`${key}=${value}`));
  return [...new Set(pairs.map(([key, value]) => `${key}=${[...value].slice(0, 40).join('')}`))];
}

/** What stands in the page: what harms, what is said, what is drawn. An address is asked first, as by back or forward; so are many. */
async function look(address) {
  if (Array.isArray(address)) return address.reduce(async (before, next) => [...(await before), await look(next)], []);
  if (address !== undefined) {
    history.pushState(null, '', location.pathname + address);
    dispatchEvent(new PopStateEvent('popstate'));
    for (const wait of [requestAnimationFrame, setTimeout, setTimeout]) await new Promise((done) => wait(done));
  }
  const isBad = ({ name, value }) => {
    if (/^on/.test(name)) return true;
    const url = /^(href|src|action|formaction|data|xlink:href)$/.test(name) && URL.canParse(value, document.baseURI) && new URL(value, document.baseURI);
    return url && (!/^(https?|mailto|data):$/.test(url.protocol) || /evil/.test(url.host));
  };
  const bad = [...document.querySelectorAll('*')].flatMap((node) => [...node.attributes].filter(isBad).map(({ name, value }) => `<${node.localName} ${name}="${value.slice(0, 80)}">`));
  const figure = document.querySelector('figure');
  return {
    bad, ran: window.__xss ?? Object.prototype.focus, search: location.search, isKept: address === undefined || new URL(address, location.href).href === location.href, state: document.documentElement.dataset.state,
    isHidden: 'other' in document.documentElement.dataset, notes: [...document.querySelectorAll('.note[role=status]')].map((note) => note.textContent),
    chart: figure?.dataset.chart, marks: figure?.querySelectorAll('svg.chart .mark').length, words: ['h2, h1', '.sentence'].map((part) => figure?.querySelector(part)?.textContent.trim() ?? ''),
  };
}

/** What is not as it should be. */
function faults(seen) {
  const found = seen.bad.map((what) => `has ${what}`);
  const check = (is, what) => is || found.push(what);
  check(seen.ran === undefined, 'a script ran');
  check(/^(ready|partial)$/.test(seen.state) && !seen.isHidden, `is ${seen.state}`);
  check(seen.chart === 'nothing' ? seen.words[0] : seen.marks > 0 && seen.words.every(Boolean), 'shows neither a chart nor a reason');
  const keys = wrong(seen.search);
  check(seen.notes.length === Math.min(keys.length, 1), `has ${seen.notes.length} notes`);
  // The first three are named, each kept apart from the words around it (U+2068, U+2069).
  const apart = (text) => text.replaceAll(/[\u2068\u2069]/g, '');
  for (const key of keys.slice(0, 3)) check([`„\u2068${key}\u2069“`, `“\u2068${key}\u2069”`].some((said) => apart(seen.notes.join('')).includes(apart(said))), `does not say ${key}`);
  return found;
}

for (const [index, host] of ['/', '/en/', '/embed/'].entries()) {
  test(`a third of the hostile addresses: ${host}`, async ({ page }) => {
    test.setTimeout(90_000);
    expect(asked.length + loaded.length + shared.length).toBe(400);
    await open(page, host);
    const plain = await page.evaluate(look);
    // Each payload comes to each page.
    const [own, found] = [asked.filter((_, at) => (at + Math.floor(at / Object.keys(payloads).length)) % 3 === index), []];
    while (own.length) {
      const some = own.splice(0, 14);
      const all = await page.evaluate(look, some.map(({ address }) => address));
      for (const [at, seen] of all.entries()) {
        const { name, address } = some[at];
        const isDefault = seen.chart === plain.chart && seen.marks === plain.marks;
        const wrongs = [...faults(seen), ...(seen.isKept ? [] : ['changes the address']), ...(isDefault || right.some((part) => address.includes(part)) ? [] : ['is not the default'])];
        found.push(...wrongs.map((what) => `${name} (${address.slice(0, 60)}) ${what}`));
      }
      // The last one is followed by a choice: what is wrong goes, keys of others stay, and back leads to what was typed. In an
      // embed the controls are hidden.
      const { search } = all.at(-1);
      await page.locator('#control-focus').selectOption('by', { force: true });
      await expect(page, search).toHaveURL(/[?&]focus=by(&|$)/);
      const now = await page.evaluate(look);
      const others = (query) => (query.length > LONGEST ? [] : [...new URLSearchParams(query)].filter(([key]) => !KEYS.includes(key)));
      expect([wrong(now.search), now.notes, others(now.search)], search).toEqual([[], [], others(search)]);
      if (host === '/embed/') continue;
      await page.goBack();
      await expect.poll(async () => faults(await page.evaluate(look)), search).toEqual([]);
      expect(new URL(page.url()).search).toBe(search);
    }
    expect(found).toEqual([]);
  });
}

test('hostile addresses that are loaded', async ({ page, origin }) => {
  test.setTimeout(90_000);
  const found = [];
  for (const address of loaded) {
    await page.goto(address);
    const isApp = !address.startsWith('/cards/');
    if (isApp) await ready(page);
    const seen = await page.evaluate(look);
    const own = isApp ? faults(seen) : seen.bad;
    // The language and the invented data have pages of their own, with the same query.
    if (seen.search !== new URL(address, origin).search) own.push('does not keep the address');
    found.push(...own.map((what) => `${address.slice(0, 80)} ${what}`));
  }
  expect(found).toEqual([]);
});

/** The code for pages of others, once it is there; and what of it is not ours. */
async function code(page, kind) {
  await page.locator(`#share [name=kind][value=${kind}]`).check();
  await page.waitForFunction((tag) => document.querySelector('#share-code')?.value.includes(tag) && document.querySelector('#share .status').textContent === '' && document.querySelector('#share iframe').style.visibility === '', kind === 'element' ? '<ozg-chart' : '<iframe', { timeout: 15_000 });
  const written = await page.locator('#share-code').inputValue();
  // Read in a page of others, as here the policy forbids its styles.
  const outside = await page.context().newPage();
  const bad = await outside.evaluate(([code, site]) => {
    const known = 'view measure area places focus period unit scale group sort facet asof theme parts lang title height src style loading width frameborder referrerpolicy async href'.split(' ');
    const nodes = [...new DOMParser().parseFromString(code, 'text/html').body.querySelectorAll('*')];
    const attributes = nodes.flatMap((node) => [...node.attributes].filter(({ name, value }) => !known.includes(name) || (name === 'style' && node.localName === 'ozg-chart') || (/^(src|href)$/.test(name) && !value.startsWith(site))));
    return [...nodes.map((node) => node.localName).filter((tag) => !/^(div|iframe|script|ozg-chart|noscript|a|img)$/.test(tag)), ...attributes.map(({ name, value }) => `${name}="${value.slice(0, 60)}"`)];
  }, [written, SITE]);
  await outside.close();
  return { written, bad };
}

test('hostile addresses of the page with the codes for pages of others', async ({ page }) => {
  test.setTimeout(90_000);
  for (const address of shared) {
    await page.goto(address);
    const { bad } = await code(page, 'frame');
    const seen = await page.evaluate(look);
    const ran = await page.evaluate(() => document.querySelector('iframe').contentWindow.__xss);
    expect([...bad, ...seen.bad, seen.ran ?? ran], address.slice(0, 80)).toEqual([undefined]);
  }
});

test('keys of others are no attributes of the element for pages of others', async ({ page }) => {
  await page.goto('/share/?view=map&onmouseover=alert(1)&style=position:fixed&"><script>alert(1)</script>=x');
  expect((await code(page, 'element')).bad).toEqual([]);
});

test('a state that there is not, or in another spelling, is in no code', async ({ page }) => {
  for (const focus of ['xx', 'BY']) {
    await page.goto(`/share/?view=map&focus=${focus}`);
    expect((await code(page, 'frame')).written, focus).not.toContain('undefined');
  }
});

test('what is chosen beside a long key of others survives a reload', async ({ page }) => {
  for (const query of [`x=${'y'.repeat(LONGEST - 4)}`, `x=${'('.repeat(1000)}`]) {
    await open(page, `/?${query}`);
    await page.locator('#control-focus').selectOption('by');
    await expect(page).toHaveURL(/[?&]focus=by/);
    await page.reload();
    await ready(page);
    expect(await page.locator('#control-focus').inputValue(), query.slice(0, 9)).toBe('by');
  }
});

test('what turns the direction of a text turns only its own', async ({ page }) => {
  await open(page, '/?focus=%E2%80%AEyb');
  // The sentence behind the wrong key is read from left to right.
  const [first, second] = await page.locator('.note[role=status]').evaluate(({ lastChild: text }) => {
    const range = new Range();
    return [0, 1].map((sign) => {
      range.setStart(text, text.data.lastIndexOf('Angabe') + sign);
      range.setEnd(text, range.startOffset + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(first).toBeLessThan(second);
});

test('what is wrong many times is said once, and of much that is wrong not all', async ({ page }) => {
  await open(page);
  for (const query of ['unit=x&'.repeat(200), Array.from({ length: 200 }, (_, index) => `unit=${index}`).join('&')]) {
    const { notes } = await page.evaluate(look, `?${query}`);
    expect(notes.join('').length, query.slice(0, 20)).toBeLessThan(2_000);
  }
});

test('the address follows on a path that begins with two slashes, which many hosts take for one', async ({ page, origin }) => {
  await page.route(/\d\/\//, (route) => route.continue({ url: route.request().url().replace(/(\d\/)\//, '$1') }));
  await page.goto(`${origin}//en/?focus=xx`);
  await ready(page);
  await page.locator('#control-focus').selectOption('by');
  await expect(page).toHaveURL(/\/en\/\?focus=by$/);
});

test('notes of wide words without a break wrap at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const host of ['/', '/en/', '/embed/']) {
    await open(page, host);
    for (const wide of ['W'.repeat(60), '9'.repeat(400), '﷽'.repeat(40), '👩‍👩‍👧‍👦'.repeat(5), '—'.repeat(40), '\u00A0W'.repeat(20), 'x\u2060'.repeat(20)]) {
      const seen = await page.evaluate(look, `?measure=${wide}&area=${wide}&${wide}=${wide}`);
      expect(faults(seen), wide.slice(0, 9)).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth), `${host} ${wide.slice(0, 9)}`).toBeLessThanOrEqual(320);
    }
  }
});
