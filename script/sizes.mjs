// Prints what each reader loads and fails over a budget. Sizes are brotli, quality 11, in bytes; 1 kB is 1,000 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist);
const named = (pattern) => files.filter((name) => pattern.test(name)).map((name) => join(dist, name));
const brotli = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: 1 << 20 } }).length;
const sum = (paths) => paths.reduce((total, path) => total + brotli(path), 0);

const styles = named(/^style-.*\.css$/);
const budgets = [
  ['start page and styles, German', sum([join(dist, 'index.html'), ...styles]), 14_000],
  ['start page and styles, English', sum([join(dist, 'en/index.html'), ...styles]), 14_000],
  ['code of the German pages', sum(named(/^app-(?!en-).*\.(wasm|js)$|^(boot|start)\.js$/)), 150_000],
  ['code of the English pages', sum(named(/^app-en-.*\.(wasm|js)$|^(boot|start)\.js$/)), 150_000],
];
let over = 0;
for (const [what, bytes, budget] of budgets) {
  if (bytes > budget) over += 1;
  console.log(`  ${what.padEnd(32)} ${String(bytes).padStart(7)} of ${budget} bytes (${((100 * bytes) / budget).toFixed(0)} %)${bytes > budget ? '  OVER THE BUDGET' : ''}`);
}
const [code] = named(/boot\.js$/).map((path) => readFileSync(path).length);
console.log(`  ${'boot guard (not compressed)'.padEnd(32)} ${String(code).padStart(7)} of 1024 bytes`);
console.log(`  ${'data'.padEnd(32)} ${String(brotli(join(dist, 'data/latest.json'))).padStart(7)} bytes`);
process.exit(over > 0 || code > 1024 ? 1 : 0);
