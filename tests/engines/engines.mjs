// The main journeys in Debian's Firefox ESR and in WebKitGTK, behind a server that reports breaches of the policy, requests to
// others and missing files. Usage: node tests/engines/engines.mjs [folder of the built site] [name of an engine]
import { deepEqual, ok } from 'node:assert/strict';
import { createServer, request as ask } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { serve } from '../../script/serve.mjs';
import { engines, pause, until } from './driver.mjs';

/** Serves the built site: its address. */
const site = async (folder) => (await serve(folder)).origin;
const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

/** Stands before the site and is the engine's proxy for all other addresses; `faults` says what should not be. */
async function guard(inner) {
  const faults = [];
  const server = createServer(async (request, response) => {
    const { url, method, headers } = request;
    if (url === '/policy-report') {
      const { 'effective-directive': directive, 'blocked-uri': blocked, 'document-uri': page } = JSON.parse(await text(request))['csp-report'];
      faults.push(`policy: ${directive} ${blocked} on ${page}`);
    } else if (!url.startsWith('/')) faults.push(`request to another origin: ${url}`);
    if (url === '/policy-report' || !url.startsWith('/')) return response.writeHead(502).end();
    const passed = ask(inner + url, { method, headers }, (answer) => {
      const policy = answer.headers['content-security-policy'];
      if (answer.statusCode >= 400) faults.push(`${answer.statusCode}: ${url}`);
      if (/html/.test(answer.headers['content-type']) && !policy) faults.push(`no policy: ${url}`);
      response.writeHead(answer.statusCode, policy ? { ...answer.headers, 'content-security-policy': policy.replaceAll(/(?=,|$)/g, '; report-uri /policy-report') } : answer.headers);
      answer.pipe(response);
    });
    return request.pipe(passed.on('error', () => response.destroy()));
  });
  server.on('connect', ({ url }, socket) => {
    faults.push(`request to another origin: ${url}`);
    socket.on('error', () => {}).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server);
  return { port, origin: `http://127.0.0.1:${port}`, faults };
}

/** A page of others, on an origin of its own: gives the address for what stands in it. */
async function host() {
  let body = '';
  const port = await listen(createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="de"><title>Zeitung</title><link rel="icon" href="data:,"><style>main{width:600px}</style><main>${body}<p>Text</p></main></html>`);
  }));
  return (code) => ((body = code), `http://127.0.0.1:${port}/`);
}

/** What a page shows, asked in it. */
function shown() {
  const { activeElement, documentElement: { dataset, lang } } = document;
  const words = (selector) => document.querySelector(selector)?.textContent.trim().replaceAll(/\s+/g, ' ') ?? null;
  const seen = (node) => node !== null && node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0;
  const chart = [...document.querySelectorAll('#figure svg.chart')].find(seen);
  const marks = (chart?.getAttribute('aria-owns') ?? '').split(' ').map((id) => document.getElementById(id)).filter((node) => node !== null && seen(node));
  return {
    state: 'other' in dataset ? 'other' : dataset.state, lang, search: location.search, heading: words('h1'), sentence: words('.sentence'),
    focus: document.querySelector('select[name=focus]')?.value, view: document.querySelector('#figure')?.dataset.chart, marks: marks.length,
    own: marks.filter((node) => node.getAttribute('aria-selected') === 'true').map((node) => node.dataset.place).join(' '),
    active: activeElement.dataset.place ?? activeElement.id, inChart: activeElement.matches('#figure .mark'), tip: seen(document.querySelector('#tip')),
    rows: [...document.querySelectorAll('#table tbody th')].filter(seen).map((node) => node.textContent), sorted: words('#table th[aria-sort] button'),
  };
}

/** Waits until the page shows what is wanted: a value, a pattern or a question for each name. */
async function see(browser, wanted, limit) {
  let page;
  const holds = ([name, value]) => (typeof value === 'function' ? value(page[name]) : value instanceof RegExp ? value.test(page[name]) : page[name] === value);
  return until(async () => {
    page = await browser.run(shown);
    const missing = Object.entries(wanted).filter((entry) => !holds(entry));
    if (missing.length > 0) throw new Error(missing.map(([name, value]) => `${name} is ${JSON.stringify(page[name])}, not ${value}`).join('; '));
    return page;
  }, 'the page', limit);
}

const some = (value) => value > 0;
const inView = (view) => (search) => (new URLSearchParams(search).get('view') ?? 'ranking') === view;
const VIEWS = ['map', 'range', 'change', 'growth', 'areas', 'profile', 'ranking'];
const HEADINGS = { de: 'Wie digital ist Nordrhein-Westfalen?', en: 'How digital is North Rhine-Westphalia?' };

/** Opens a page of the app and waits until it answers. */
async function open(browser, address, wanted = {}, limit = 15_000) {
  await browser.go(address);
  return see(browser, { state: 'ready', marks: some, ...wanted }, limit);
}

/** Waits until a frame is as high as what it holds, and gives the height. */
async function fits(browser) {
  const height = (selector) => document.querySelector(selector).getBoundingClientRect().height;
  return until(async () => {
    await browser.frame('iframe');
    const needed = await browser.run(height, 'html');
    await browser.frame();
    const given = await browser.run(height, 'iframe');
    if (given < needed || given >= needed + 2 || needed < 200) throw new Error(`${given} px for ${needed} px`);
    return given;
  }, 'the height of the frame');
}

/** The journeys: what they are, and how they are made. */
const journeys = {
  ...Object.fromEntries(Object.entries(HEADINGS).map(([lang, heading]) => [`the start page answers: ${lang}`, (browser, { origin }) => open(browser, `${origin}/${lang === 'en' ? 'en/' : ''}`, { lang, heading, marks: 16, view: 'ranking' }, 30_000)])),
  'another state: sentence and address follow; the button back restores': async (browser, { origin }) => {
    const before = await open(browser, `${origin}/`, { focus: 'nw', search: '', own: 'DE-NW' });
    // By a key: WebKit's button back leaves out what no reader has asked for, and a choice by WebDriver is none.
    await browser.run(() => document.querySelector('select[name=focus]').focus());
    await browser.press('T');
    await see(browser, { focus: 'th', search: '?focus=th', sentence: /Thüringen/, own: 'DE-TH', heading: /Thüringen/ });
    await browser.back();
    await see(browser, { focus: 'nw', search: '', sentence: (text) => text === before.sentence, own: 'DE-NW', heading: HEADINGS.de });
  },
  ...Object.fromEntries(VIEWS.map((view) => [`the tab of the view ${view}`, async (browser, { origin }) => {
    await open(browser, `${origin}/${view === 'ranking' ? '?view=map' : ''}`);
    await browser.click(`label.tab:has(input[value=${view}])`);
    await see(browser, { view, marks: some, search: inView(view) });
  }])),
  'a question by its address': (browser, { origin }) => open(browser, `${origin}/?view=map&focus=by`, { view: 'map', focus: 'by', own: 'DE-BY', search: '?view=map&focus=by', marks: 16 }),
  'keys: Tab into the chart, arrows, Enter into the tip, Escape out': async (browser, { origin }) => {
    await open(browser, `${origin}/`);
    await browser.run(() => [...document.querySelectorAll('#figure .definition a')].at(-1).focus());
    await browser.press('Tab');
    await see(browser, { inChart: true, active: 'DE-NW', tip: true });
    await browser.press('Home', 'ArrowDown');
    const { active } = await see(browser, { inChart: true, active: (place) => place !== 'DE-NW' && place !== 'DE-HH' });
    await browser.press('Enter');
    await see(browser, { active: 'tip', tip: true });
    await browser.press('Escape');
    await see(browser, { inChart: true, active, tip: false });
  },
  'the pointer: a click on a bar opens the tip': async (browser, { origin }) => {
    await open(browser, `${origin}/`, { tip: false });
    await browser.click('#drawings .mark[data-place=DE-BY] .bar');
    await see(browser, { tip: true });
  },
  'the table is sorted by its buttons': async (browser, { origin }) => {
    await open(browser, `${origin}/`);
    await browser.click('#figure details.data > summary');
    const { rows } = await see(browser, { rows: (rows) => rows.length === 16 });
    await browser.click('#table th button');
    const { rows: sorted } = await see(browser, { sorted: 'Land' });
    deepEqual(sorted, rows.toSorted((a, b) => a.localeCompare(b, 'de')));
    ok(sorted[0] !== rows[0], 'the order is another one');
  },
  'a card: its picture is there, and its embed in a page of others gets its height': async (browser, { origin, page }) => {
    await browser.go(`${origin}/cards/profile-nw/`);
    await see(browser, { heading: /Nordrhein-Westfalen/ });
    const code = await browser.run(() => document.querySelector('#code-script').value);
    await until(() => browser.run(() => [...document.images].some((image) => image.scrollIntoView() || (image.complete && image.naturalWidth > 0))), 'a picture');
    await browser.go(page(code.replaceAll(/https:\/\/[^/"]+\//g, `${origin}/`).replace('loading="lazy"', '').replace('height:max(', 'height:333px;--unused:max(')));
    const before = await fits(browser);
    await browser.run(() => (document.querySelector('main').style.width = '300px'));
    ok((await fits(browser)) > before + 20, 'a narrow column makes it higher');
  },
  'the interactive embed in a page of others answers and gets its height': async (browser, { origin, page }) => {
    await browser.go(page(`<iframe src="${origin}/embed/?view=map&focus=by&parts=title~sentence~controls" title="Grafik" width="100%" height="300" style="border:0"></iframe><script async src="${origin}/embed.js"></script>`));
    await browser.frame('iframe');
    await see(browser, { state: 'ready', view: 'map', marks: 16, focus: 'by' }, 30_000);
    await browser.click('select[name=focus] option[value=he]');
    await see(browser, { focus: 'he', search: /focus=he/, sentence: /Hessen/ });
    await browser.frame();
    await fits(browser);
  },
  'nothing is asked of anybody else, later either': () => pause(4_000),
};
const [folder = fileURLToPath(new URL('../../target/site/frozen', import.meta.url)), only] = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

/** Makes a journey; what stood wrong meanwhile fails it too. Says how it was. */
async function make(name, what, walk, faults = [], browser) {
  const [begin, found] = [Date.now(), []];
  try {
    await walk();
    await pause(150);
  } catch (error) {
    found.push(error.message);
  }
  found.push(...faults.splice(0), ...((await browser?.faults()) ?? []));
  counts[found.length > 0 ? 'failed' : 'passed'] += 1;
  console.log([`${found.length > 0 ? 'FAILED' : 'passed'} ${name}: ${what} (${Date.now() - begin} ms)`, ...found].join('\n  '));
}

/** All journeys in an engine. */
async function walked({ name, isHere, packages, start }) {
  if (!isHere) return console.log(`SKIPPED: ${name} is not installed (apt-get install --no-install-recommends ${packages})`);
  const { port, origin, faults } = await guard(await site(folder));
  const [page, begin] = [await host(), Date.now()];
  let browser;
  await make(name, 'it starts', async () => (browser = await start(port)));
  if (browser === undefined) return;
  for (const [what, walk] of Object.entries(journeys)) await make(`${name} ${browser.version}`, what, () => walk(browser, { origin, page }), faults, browser);
  browser.stop();
  console.log(`${name}: ${Math.round((Date.now() - begin) / 1000)} s`);
}

await Promise.all(engines.filter((engine) => !only || engine.name === only).map(walked));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
