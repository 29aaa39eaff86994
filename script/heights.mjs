// Measures how high the embeds of built sites are, in columns of every width, and writes assets/embed-heights.json, from which
// `ozg publish` takes the heights of frames that run no script. Run after a change of their styles, words or drawings:
//   script/build && node script/heights.mjs [folder …]
// Each folder is a built site; without one it is dist/. --keep keeps the entries of sites that are not measured now.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { pieces } from '../assets/share.js';
import { serve } from './serve.mjs';

const FILE = new URL('../assets/embed-heights.json', import.meta.url).pathname;
const WIDTHS = Array.from({ length: (1200 - 240) / 4 + 1 }, (_, index) => 240 + 4 * index);

/** The heights of an embed at all widths; what it needs is rounded up, and a pixel is left for fractions. */
const measure = (page, path) => page.evaluate(async ([src, widths]) => {
  const frame = Object.assign(document.createElement('iframe'), { src });
  frame.style.cssText = 'border:0;height:100px';
  const loaded = new Promise((done) => (frame.onload = done));
  document.body.replaceChildren(frame);
  await loaded;
  const { documentElement: root, fonts } = frame.contentDocument;
  await fonts.ready;
  const heights = widths.map((width) => {
    frame.style.width = `${width}px`;
    return { width, height: Math.ceil(root.getBoundingClientRect().height) + 1 };
  });
  return { key: root.dataset.key, heights };
}, [path, WIDTHS]);

async function main(args) {
  const folders = args.filter((arg) => !arg.startsWith('-'));
  const all = args.includes('--keep') && existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const folder of folders.length ? folders : ['dist']) {
    const server = await serve(folder);
    // Scroll bars would take a part of the width.
    const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
    await page.goto(`${server.origin}/robots.txt`);
    const embeds = ['embed', 'en/embed'].flatMap((base) => readdirSync(join(folder, base)).filter((name) => !name.startsWith('index.html')).map((card) => `/${base}/${card}/?fit=1`));
    for (const [index, path] of embeds.entries()) {
      const { key, heights } = await measure(page, path);
      all[key] = pieces(heights);
      if (process.stderr.isTTY) process.stderr.write(`\r${folder}: ${index + 1} of ${embeds.length}`);
    }
    console.error(`\n${folder}: ${embeds.length} embeds`);
    await page.close();
    server.close();
  }
  await browser.close();
  const lines = Object.keys(all).sort().map((key) => `${JSON.stringify(key)}:${JSON.stringify(all[key])}`);
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main(process.argv.slice(2));
