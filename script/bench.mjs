// Times of the built site in one run, as ratios to a plain HTML page with the same bars as SVG: the limit of what can be
// reached. A filter is compared with a plain page that moves and re-labels sixteen rows by the fewest writes. Slow 4G
// (1.6 Mbit/s, 150 ms) with a CPU four times slower, then without limits. Then publishing and importing, with the command
// built for speed. Medians; JSON on request; another build beside this one on request.
// Usage: script/bench [--runs N] [--json FILE] [--only site|visits|command] [--beside DIST]
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { serve } from './serve.mjs';

const table = {};
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'string' }, only: { type: 'string' }, beside: { type: 'string' } } });
const runs = Number(values.runs);
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const plain = mkdtempSync(join(tmpdir(), 'ozg-bench-'));
const svg = execFileSync('cargo', ['run', '--quiet', '--locked', '--bin', 'ozg', '--', 'svg'], { encoding: 'utf8' });
writeFileSync(join(plain, 'index.html'), `<!doctype html><html lang="de"><meta charset="utf-8"><title>Grenze</title><body>${svg}</body></html>`);

// Sixteen rows that move to another place and get another length, value and rank, by the fewest writes.
const rows = Array.from({ length: 16 }, (_, row) => `<g transform="translate(0 ${34 * row})"><text x="150" y="22" text-anchor="end">Land ${row}</text><rect x="160" y="5" width="${500 - 20 * row}" height="24"/><text x="740" y="22" text-anchor="end">${300 - row}</text><text x="810" y="22" text-anchor="end">${row + 1}</text></g>`);
writeFileSync(join(plain, 'filter.html'), `<!doctype html><html lang="de"><meta charset="utf-8"><title>Filter</title><h2>0</h2><select id="control-period">${rows.map((_, row) => `<option>Stand ${row}`).join('')}</select><svg viewBox="0 0 820 544" width="820" height="544">${rows.join('')}</svg><script>
const groups = [...document.querySelectorAll('g')].map((g) => [g, g.querySelector('rect'), ...[...g.querySelectorAll('text')].slice(1).map((text) => text.firstChild)]);
const title = document.querySelector('h2').firstChild;
document.querySelector('select').addEventListener('change', ({ target }) => {
  title.data = target.selectedIndex;
  groups.forEach(([g, bar, value, rank], row) => {
    const at = (row * 7 + target.selectedIndex * 3) % 16;
    g.setAttribute('transform', 'translate(0 ' + 34 * at + ')');
    bar.setAttribute('width', 500 - 20 * at - target.selectedIndex);
    value.data = 300 - at - target.selectedIndex;
    rank.data = at + 1;
  });
});
</script></html>`);

// Hosts send packed copies.
for (const file of ['index.html', 'filter.html']) writeFileSync(join(plain, `${file}.br`), brotliCompressSync(readFileSync(join(plain, file))));
const [site, limit] = await Promise.all([serve('dist'), serve(plain)]);
const beside = values.beside ? await serve(values.beside) : undefined;
const SERVERS = { site, limit, beside };
const NAMES = Object.keys(SERVERS).filter((name) => SERVERS[name]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** One visit with an empty cache. */
async function visit(server, slow, path = '/') {
  // What the visit before has left is cleared away, and the next process is there.
  await pause(1_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (slow) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  let bytes = 0;
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value))).observe({ type: 'layout-shift', buffered: true });
    // The first frame after the whole chart is there, and what stands behind it: what was painted before may lack rows.
    let isThere = false;
    const look = () => {
      if (isThere || (!document.getElementById('keys') && document.readyState === 'loading')) return;
      isThere = true;
      requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => (window.chart = performance.now()); port2.postMessage(0); });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', look);
  });
  await page.goto(`${server.origin}${path}`);
  const app = server !== limit;
  if (app) await page.waitForFunction(() => document.documentElement.dataset.state === 'ready', undefined, { timeout: 30_000 });
  else await page.waitForTimeout(500);
  const result = await page.evaluate((app) => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
    const found = { paint: at('first-contentful-paint'), chart: window.chart, interactive: at('ozg:interactive'), shift: window.shift };
    if (app) {
      const release = performance.getEntriesByType('resource').find(({ name }) => name.includes('/data/release-'));
      found.load = found.interactive - release.responseEnd;
    }
    return found;
  }, app);
  await context.close();
  return { ...result, bytes };
}

/** How often each page is in front, and how often its period is changed then. */
const [TURNS, CHANGES] = [6, 4];

/** A page whose period is changed between those whose words are `wanted`. */
async function changing(server, path, wanted) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}${path}`);
  if (server !== limit) await page.waitForFunction(() => document.documentElement.dataset.state === 'ready', undefined, { timeout: 30_000 });
  await page.waitForTimeout(800);
  const words = await page.locator('#control-period option').allTextContents();
  const periods = words.flatMap((text, index) => (wanted.test(text) ? [index] : []));
  if (periods.length < 3) throw new Error(`${path}: fewer than three periods say ${wanted}`);
  return { context, page, periods, wall: [], cdp: await context.newCDPSession(page) };
}

/** Runs in the page: changes the period; how long it takes until the next frame, in ms. */
async function changed([index, mark]) {
  const select = document.querySelector('#control-period');
  select.selectedIndex = index;
  const begin = performance.mark(`begin ${mark}`).startTime;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); }));
  return performance.mark(`framed ${mark}`).startTime - begin;
}

/** What a change costs: until the next frame (wall), what the main thread works until then, and what it works afterwards. */
function costs({ wall, mark }, events) {
  const { pid } = events.find(({ name }) => name === `begin ${mark}`);
  const own = events.filter((event) => event.pid === pid);
  const [begin, framed, over] = ['begin', 'framed', 'over'].map((name) => own.filter((event) => event.name === `${name} ${mark}`));
  const tasks = own.filter(({ name, tid }) => name === 'ThreadControllerImpl::RunTask' && tid === begin[0].tid);
  const worked = (from, to) => tasks.filter(({ ts, dur }) => ts + dur > from && ts + dur <= to).reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
  const thread = begin.map(({ ts }, index) => worked(ts, framed[index].ts));
  const after = framed.map(({ ts }, index) => worked(ts, over[index].ts));
  // The first change after a page has come to the front is not that of a reader who goes through the months.
  const counted = (list) => median(list.filter((_, index) => index % CHANGES > 0));
  return { wall: counted(wall), thread: counted(thread), after: counted(after) };
}

/**
 * What a change of the period costs on each of the pages, in ms. They take turns, so that a machine that becomes slower or
 * faster does so for all of them. Pages are `[server, path, wanted]`; for one that is not there nothing is returned.
 */
async function filters(slow, ...asked) {
  const pages = [];
  for (const one of asked) pages.push(one[0] && { ...(await changing(...one)), mark: pages.length });
  const there = pages.filter(Boolean);
  const tracing = await browser.newBrowserCDPSession();
  const events = [];
  tracing.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await tracing.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] }, transferMode: 'ReportEvents' });
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { page, periods, wall, mark, cdp } of there) {
      await page.bringToFront();
      // A slowed page takes its share of the machine even when it does nothing.
      if (slow) await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      for (let change = 0; change < CHANGES; change += 1) {
        wall.push(await page.evaluate(changed, [periods[(turn * CHANGES + change) % periods.length], mark]));
        await page.waitForTimeout(800);
        await page.evaluate((mark) => performance.mark(`over ${mark}`), mark);
      }
      if (slow) await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
    process.stderr.write(`\rchanges: turn ${turn + 1} of ${TURNS} `);
  }
  const complete = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve));
  await tracing.send('Tracing.end');
  await complete;
  for (const { context } of there) await context.close();
  return pages.map((page) => page && costs(page, events));
}

/** Runs the command; how long it takes and how much memory it has at most (Linux). */
async function timed(...args) {
  const begin = Date.now();
  const child = spawn(ozg, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch { /* it has ended, or this is not Linux */ }
  }, 10);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`ozg ${args.join(' ')} ended with ${code}`);
  return { ms: Date.now() - begin, mb: peak / 1024 };
}

/** A copy of what Trunk has built, before publishing. */
function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'ozg-stage-'));
  cpSync('target/site/stage', folder, { recursive: true });
  return folder;
}

if (values.only !== 'visits') {
  process.stderr.write('building the command for speed (the first time 4 min) …\n');
  execFileSync('cargo', ['build', '--quiet', '--locked', '--profile', 'operator', '--bin', 'ozg']);
}
const ozg = 'target/operator/ozg';

/** Publishing and importing. */
async function command() {
  const real = stage();
  const publishing = await timed('publish', '--to', real);
  rmSync(real, { recursive: true });
  table['publishing the real package'] = { 'time, ms': [publishing.ms], 'peak memory, MB': [publishing.mb] };
  for (const rows of [35_000, 350_000, 3_500_000]) {
    process.stderr.write(`\rimporting ${rows} rows `);
    const folder = mkdtempSync(join(tmpdir(), 'ozg-import-'));
    execFileSync(ozg, ['sample', '--rows', String(rows), '--to', folder], { stdio: 'ignore' });
    cpSync('assets/data', join(folder, 'data'), { recursive: true });
    const { ms, mb } = await timed('import', 'pvog', join(folder, 'export.csv'), '--catalogue', join(folder, 'catalogue.csv'), '--date', '2026-09-30', '--package', join(folder, 'data'), '--accept', 'V12');
    table[`importing ${rows.toLocaleString('en')} rows`] = { 'time, ms': [ms], 'rows a second': [(1000 * rows) / ms], 'peak memory, MB': [mb] };
    rmSync(folder, { recursive: true });
  }
}

/** The site with an invented package of 86,400 values. */
async function scaled() {
  const [data, site] = [mkdtempSync(join(tmpdir(), 'ozg-data-')), stage()];
  execFileSync('node', ['script/scale.mjs', data], { stdio: 'ignore' });
  const { ms } = await timed('publish', '--package', data, '--to', site);
  rmSync(data, { recursive: true });
  return [site, ms];
}

if (!['site', 'visits'].includes(values.only)) await command();
if (values.only !== 'command') await all();
async function all() {
  // All sixteen states have a figure before and after, as in the plain page; or all but one lose or get theirs.
  const [every, single] = [/16 von 16|Stand/, / 1 von 16|16 von 16/];
  for (const [name, slow] of [['slow 4G, CPU 4×', true], ['without limits', false]]) {
    const visits = { site: [], limit: [], beside: [] };
    for (let run = 0; run < runs; run += 1) {
      // Who comes first pays for what the last one left: they change places.
      for (const name of run % 2 ? NAMES.toReversed() : NAMES) visits[name].push(await visit(SERVERS[name], slow));
      process.stderr.write(`\r${name}: ${run + 1} of ${runs} `);
    }
    const of = (list, key) => (list.length > 0 ? median(list.map((entry) => entry[key])) : undefined);
    const [own16, plain16, beside16, own1, beside1] = await filters(slow, [site, '/', every], [limit, '/filter.html', every], [beside, '/', every], [site, '/', single], [beside, '/', single]);
    const [own, plainPage] = [visits.site, visits.limit];
    table[name] = {
      'first paint, ms': [of(own, 'paint'), of(plainPage, 'paint'), of(visits.beside, 'paint')],
      'first chart, ms': [of(own, 'chart'), of(plainPage, 'chart'), of(visits.beside, 'chart')],
      'controls answer, ms': [of(own, 'interactive'), of(plainPage, 'paint'), of(visits.beside, 'interactive')],
      'bytes to interactive': [of(own, 'bytes'), of(plainPage, 'bytes'), of(visits.beside, 'bytes')],
      'filter to next frame, wall, ms': [own16.wall, plain16.wall, beside16?.wall],
      'the same, thread time, ms': [own16.thread, plain16.thread, beside16?.thread],
      'what follows, thread time, ms': [own16.after, plain16.after, beside16?.after],
      'rows come and go, thread, ms': [own1.thread, plain16.thread, beside1?.thread],
      'layout shift': [Math.max(...own.map(({ shift }) => shift))],
    };
  }
  if (values.only === 'visits') return;
  const [folder, publishing] = await scaled();
  const many = await serve(folder);
  const scale = [];
  for (let run = 0; run < runs; run += 1) {
    scale.push(await visit(many, false));
    process.stderr.write(`\r86,400 values: ${run + 1} of ${runs} `);
  }
  const [cost] = await filters(false, [many, '/', every]);
  table['86,400 values, without limits'] = {
    'data there to controls, ms': [median(scale.map(({ load }) => load))],
    'filter to next frame, wall, ms': [cost.wall],
    'the same, thread time, ms': [cost.thread],
    'publishing, ms': [publishing],
  };
  many.close();
  rmSync(folder, { recursive: true });
}
process.stderr.write('\r');
for (const [name, rows] of Object.entries(table)) {
  console.log(`${name} (median of ${runs})`.padEnd(34), 'site'.padStart(10), 'limit'.padStart(10), 'ratio'.padStart(8), ...(beside ? ['beside'.padStart(10)] : []));
  for (const [what, [own, other, third]] of Object.entries(rows)) {
    const number = (value) => (value === undefined ? '' : value.toFixed(value < 10 && value !== 0 ? 2 : 0)).padStart(10);
    console.log(`  ${what}`.padEnd(34), number(own), number(other), (other ? (own / other).toFixed(2) : '').padStart(8), ...(third === undefined ? [] : [number(third)]));
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify(table, null, 2));
await browser.close();
site.close();
limit.close();
beside?.close();
rmSync(plain, { recursive: true });
