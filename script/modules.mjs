// After Trunk has built the German module: builds the English one (each page loads the module of its language), then makes
// both smaller: drops the stream classes of a dependency that nothing here uses (wasm-bindgen exports them all the same, and
// exports keep their code alive) and minifies the scripts. Run as a post_build hook.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import browserslist from 'browserslist';
import { browserslistToTargets, transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';
import { minify } from 'terser';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
const isRelease = (process.env.TRUNK_PROFILE ?? 'release') === 'release';
const binaryen = new URL('../node_modules/.bin/', import.meta.url).pathname;
const features = ['--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue', '--enable-bulk-memory-opt', '--enable-call-indirect-overlong'];
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** The English module, named by what is in it. */
function english() {
  const profile = isRelease ? ['--release'] : [];
  run('cargo', ['build', '--quiet', '--locked', '--target', 'wasm32-unknown-unknown', '--bin', 'app', '--features', 'english', ...profile]);
  const built = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', isRelease ? 'release' : 'debug', 'app.wasm');
  const out = mkdtempSync(join(tmpdir(), 'ozg-english-'));
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--weak-refs', '--out-dir', out, '--out-name', 'app', built]);
  if (isRelease) run(join(binaryen, 'wasm-opt'), [join(out, 'app_bg.wasm'), '-o', join(out, 'app_bg.wasm'), '-Oz', ...features]);
  const [wasm, glue] = ['app_bg.wasm', 'app.js'].map((name) => readFileSync(join(out, name)));
  const hash = createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 16);
  writeFileSync(join(folder, `app-en-${hash}_bg.wasm`), wasm);
  writeFileSync(join(folder, `app-en-${hash}.js`), glue);
  rmSync(out, { recursive: true });
}

const unused = /intounderlying/i;

async function shrink(stem) {
  const [wasm, glue] = [join(folder, `${stem}_bg.wasm`), join(folder, `${stem}.js`)];
  const kept = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name).filter((name) => !unused.test(name));
  const graph = join(folder, 'roots.json');
  writeFileSync(graph, JSON.stringify(kept.map((name) => ({ name: `export-${name}`, root: true, export: name }))));
  run(join(binaryen, 'wasm-metadce'), [wasm, '--graph-file', graph, '-o', wasm, ...features]);
  rmSync(graph);
  run(join(binaryen, 'wasm-opt'), [wasm, '-o', wasm, '-Oz', '--converge', '--one-caller-inline-max-function-size=20', '--strip-producers', '--strip-target-features', ...features]);

  // What a value looks like is only asked for messages of faults: its plain text will do.
  const source = readFileSync(glue, 'utf8')
    .replace(/function debugString\(val\) \{[\s\S]*?\n\}\n/, 'function debugString(val) { return String(val); }\n')
    .replace(/^export class (Into\w+)/gm, 'class $1')
    .replace(/^if \(Symbol\.dispose\) Into.*$/gm, '')
    .replace(/^const (Into\w+)Finalization = [^;]*;$/gm, 'const $1Finalization = {};')
    .replace('export { initSync, __wbg_init as default };', 'export { __wbg_init as default };');
  const { code } = await minify(source, { module: true, toplevel: true, ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe: true } });
  if (unused.test(code.replace(/_intounderlying\w+|intounderlying\w+/gi, '')) || !code.includes('as default')) {
    throw new Error(`${glue}: the glue does not look as expected; compare script/modules.mjs with what wasm-bindgen writes`);
  }
  writeFileSync(glue, code);
}

english();
for (const name of readdirSync(folder).filter((name) => /^app-.*\.js$/.test(name))) await shrink(name.replace(/\.js$/, ''));
for (const [name, module] of [['start.js', true], ['boot.js', false], ['search.js', true], ['services.js', true], ['sw.js', true], ['sw-off.js', true]]) {
  const path = join(folder, name);
  writeFileSync(path, (await minify(readFileSync(path, 'utf8'), { module, toplevel: module, ecma: 2020 })).code);
}

// The styles that the start pages need before any script; the others come with the app (`pages-*.css` has them all).
async function critical() {
  const page = execFileSync('cargo', ['run', '--quiet', '--locked', '--bin', 'ozg', '--', 'page'], { encoding: 'utf8' });
  const name = readdirSync(folder).find((file) => /^style-.*\.css$/.test(file));
  const css = readFileSync(join(folder, name), 'utf8');
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: `<html data-kern-theme data-other data-state data-sample><head></head><body>${page}<div class="notice note asof">`, extension: 'html' }],
    css: [{ raw: css }],
    variables: true,
    safelist: { greedy: [/data-state/, /data-other/, /data-kern-theme/] },
  });
  const { code } = transform({ filename: name, code: Buffer.from(purged.css), minify: true, targets: browserslistToTargets(browserslist('baseline widely available')) });
  writeFileSync(join(folder, 'critical.css'), code);
}
await critical();
// The folder as it is before publishing: `script/bench` publishes another package into a copy, a test the same one again.
rmSync('target/site/stage', { recursive: true, force: true });
cpSync(folder, 'target/site/stage', { recursive: true });
