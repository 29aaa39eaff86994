// Prints what each reader loads and fails over a budget. Sizes are brotli, quality 11, in bytes; 1 kB is 1,000 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist);
const named = (pattern) => files.filter((name) => pattern.test(name)).map((name) => join(dist, name));
const known = new Map();
const packed = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: 1 << 20 } }).length;
const brotli = (path) => known.get(path) ?? known.set(path, packed(path)).get(path);
const sum = (paths) => paths.reduce((total, path) => total + brotli(path), 0);

const cards = (folder) => readdirSync(join(dist, folder)).filter((name) => !name.startsWith('index.html'));
const largest = (folder) => Math.max(...cards(folder).map((card) => brotli(join(dist, folder, card, 'index.html'))));
const code = (lang) => sum(named(new RegExp(`^(app|start)-${lang}-.*\\.(wasm|js)$`)));
const release = (lang) => sum(readdirSync(join(dist, 'data')).filter((name) => new RegExp(`^release-${lang}-.*\\.bin$`).test(name)).map((name) => join(dist, 'data', name)));
const page = { de: brotli(join(dist, 'index.html')), en: brotli(join(dist, 'en/index.html')) };
const styles = sum(named(/^style-.*\.css$/));
const budgets = [['de', 'German'], ['en', 'English']].flatMap(([lang, name]) => [
  [`start page with styles, ${name}`, page[lang], 14_000],
  [`code of the page, ${name}`, code(lang), 200_000],
  [`data of the page, ${name}`, release(lang), 14_000],
  [`all until controls answer, ${name}`, page[lang] + code(lang) + release(lang) + styles, 225_000],
]);
budgets.push(['largest static embed', largest('embed'), 10_000]);
let over = 0;
for (const [what, bytes, budget] of budgets) {
  if (bytes > budget) over += 1;
  console.log(`  ${what.padEnd(36)} ${String(bytes).padStart(7)} of ${budget} bytes (${((100 * bytes) / budget).toFixed(0)} %)${bytes > budget ? '  OVER THE BUDGET' : ''}`);
}
const boot = /<script>(.*?)<\/script>/s.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1].length ?? 0;
console.log(`  ${'boot guard (not compressed)'.padEnd(36)} ${String(boot).padStart(7)} of 1024 bytes`);
console.log(`  ${'styles of all views'.padEnd(36)} ${String(styles).padStart(7)} bytes`);
process.exit(over > 0 || boot === 0 || boot > 1024 ? 1 : 0);
