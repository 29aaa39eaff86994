// Makes the code smaller after Trunk has built it: drops the stream classes of a dependency that nothing here uses
// (wasm-bindgen exports them all the same, and exports keep their code alive), then minifies the glue.
// Run as a post_build hook; names stay, as the result follows from what they are hashed from.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
const files = readdirSync(folder);
const wasm = join(folder, files.find((name) => /^app-.*_bg\.wasm$/.test(name)));
const glue = join(folder, files.find((name) => /^app-.*\.js$/.test(name)));
const binaryen = new URL('../node_modules/.bin/', import.meta.url).pathname;
const features = ['--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue', '--enable-bulk-memory-opt', '--enable-call-indirect-overlong'];

const unused = /intounderlying/i;
const kept = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name).filter((name) => !unused.test(name));
const graph = join(folder, 'roots.json');
writeFileSync(graph, JSON.stringify(kept.map((name) => ({ name: `export-${name}`, root: true, export: name }))));
execFileSync(join(binaryen, 'wasm-metadce'), [wasm, '--graph-file', graph, '-o', wasm, ...features], { stdio: ['ignore', 'ignore', 'inherit'] });
rmSync(graph);
execFileSync(join(binaryen, 'wasm-opt'), [wasm, '-o', wasm, '-Oz', '--converge', '--one-caller-inline-max-function-size=20', ...features]);

const source = readFileSync(glue, 'utf8')
  .replace(/^export class (Into\w+)/gm, 'class $1')
  .replace(/^if \(Symbol\.dispose\) Into.*$/gm, '')
  .replace(/^const (Into\w+)Finalization = [^;]*;$/gm, 'const $1Finalization = {};')
  .replace('export { initSync, __wbg_init as default };', 'export { __wbg_init as default };');
const { code } = await minify(source, { module: true, toplevel: true, ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe: true } });
if (unused.test(code.replace(/_intounderlying\w+|intounderlying\w+/gi, '')) || !code.includes('as default')) {
  throw new Error(`${glue}: the glue does not look as expected; compare script/shrink.mjs with what wasm-bindgen writes`);
}
writeFileSync(glue, code);
