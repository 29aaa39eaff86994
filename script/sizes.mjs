// Prints what each reader loads and fails over a budget. Sizes are brotli, quality 11, in bytes; 1 kB is 1,000 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist);
const named = (pattern) => files.filter((name) => pattern.test(name)).map((name) => join(dist, name));
const brotli = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: 1 << 20 } }).length;
const sum = (paths) => paths.reduce((total, path) => total + brotli(path), 0);

const largest = (folder) => Math.max(...readdirSync(join(dist, folder)).map((card) => brotli(join(dist, folder, card, 'index.html'))));
const budgets = [
  ['start page with styles, German', brotli(join(dist, 'index.html')), 14_000],
  ['start page with styles, English', brotli(join(dist, 'en/index.html')), 14_000],
  ['code of the German pages', sum(named(/^app-(?!en-).*\.(wasm|js)$|^start-.*\.js$/)), 150_000],
  ['code of the English pages', sum(named(/^app-en-.*\.(wasm|js)$|^start-.*\.js$/)), 150_000],
  ['largest static embed', largest('embed'), 10_000],
];
let over = 0;
for (const [what, bytes, budget] of budgets) {
  if (bytes > budget) over += 1;
  console.log(`  ${what.padEnd(32)} ${String(bytes).padStart(7)} of ${budget} bytes (${((100 * bytes) / budget).toFixed(0)} %)${bytes > budget ? '  OVER THE BUDGET' : ''}`);
}
const boot = /<script>(.*?)<\/script>/s.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1].length ?? 0;
console.log(`  ${'boot guard (not compressed)'.padEnd(32)} ${String(boot).padStart(7)} of 1024 bytes`);
console.log(`  ${'data'.padEnd(32)} ${String(brotli(join(dist, 'data/latest.json'))).padStart(7)} bytes`);
process.exit(over > 0 || boot === 0 || boot > 1024 ? 1 : 0);
