// After Trunk has built the German module: builds the English one (each page loads the module of its language), minifies the
// scripts, and takes the styles that start pages need before any script. Run as a post_build hook; `ozg publish` then names
// each file by its final bytes.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import browserslist from 'browserslist';
import { buildSync } from 'esbuild';
import { browserslistToTargets, transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';
import { minify } from 'terser';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
const isRelease = (process.env.TRUNK_PROFILE ?? 'release') === 'release';
const binaryen = new URL('../node_modules/.bin/', import.meta.url).pathname;
const features = ['--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue', '--enable-bulk-memory-opt', '--enable-call-indirect-overlong'];
const SHRINK = ['--low-memory-unused', '-Oz', '--one-caller-inline-max-function-size=28', '--flatten', '--rereloop', '-Oz', '--converge', '--local-cse', '--simplify-locals-notee-nostructure', '-Oz', '--reorder-functions-by-name', '--strip-producers', '--strip-target-features', ...features];
const VERSION = JSON.parse(readFileSync('node_modules/binaryen/package.json', 'utf8')).version;
/** Runs a program to its end; what it warns of is shown. */
const run = (command, args) => new Promise((done, fail) => {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  child.on('error', fail).on('close', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}`))));
});

/** The English module. */
async function english() {
  const profile = isRelease ? ['--release'] : [];
  await run('cargo', ['build', '--quiet', '--locked', '--target', 'wasm32-unknown-unknown', '--bin', 'app', '--features', 'english', ...profile]);
  const built = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', isRelease ? 'release' : 'debug', 'app.wasm');
  await run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', folder, '--out-name', 'app-en', built]);
}

/** Shrinks a module. The last one is kept: a change of styles or scripts alone does not wait for it. */
async function smaller(stem) {
  if (!isRelease) return;
  const wasm = join(folder, `${stem}_bg.wasm`);
  const kept = `target/site/shrunk/${stem}`;
  const key = createHash('sha256').update(VERSION + SHRINK).update(readFileSync(wasm)).digest('hex');
  if (existsSync(`${kept}.key`) && readFileSync(`${kept}.key`, 'utf8') === key) return cpSync(`${kept}.wasm`, wasm);
  await run(join(binaryen, 'wasm-opt'), [wasm, '-o', wasm, ...SHRINK]);
  mkdirSync('target/site/shrunk', { recursive: true });
  rmSync(`${kept}.key`, { force: true });
  cpSync(wasm, `${kept}.wasm`);
  writeFileSync(`${kept}.key`, key);
}

// One tool after the other has a single thread: the German module shrinks while the English one is built.
await Promise.all([smaller('app'), english().then(() => smaller('app-en'))]);
// The starter of a language holds the script of its module: one file that the page names with its hash.
for (const [lang, stem] of [['de', 'app'], ['en', 'app-en']]) {
  const contents = readFileSync(join(folder, 'start.js'), 'utf8').replace('./app.js', `./${stem}.js`);
  buildSync({ stdin: { contents, resolveDir: folder }, bundle: true, format: 'esm', target: 'es2022', logLevel: 'error', outfile: join(folder, `start-${lang}.js`) });
}
for (const [name, module] of [['start-de.js', true], ['start-en.js', true], ['later.js', true], ['boot.js', false], ['search.js', true], ['kept.js', false], ['embed.js', false], ['embedded.js', true], ['interactive.js', true], ['share.js', true], ['listen.js', true], ['sw.js', true], ['sw-off.js', true]]) {
  const path = join(folder, name);
  writeFileSync(path, (await minify(readFileSync(path, 'utf8'), { module, toplevel: module, ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe: true } })).code);
}

// The styles that start pages need before any script stand inside them; the others come with the app, and static pages have
// all. Rules keep their order in each part: a test compares what elements get with what the whole sheet would give them.
// A custom property that only later rules read is declared with them.
async function styles() {
  const command = process.env.OZG ? [process.env.OZG] : ['cargo', 'run', '--quiet', '--locked', '--bin', 'ozg', '--'];
  const page = execFileSync(command[0], [...command.slice(1), 'page'], { encoding: 'utf8' });
  const targets = browserslistToTargets(browserslist('baseline widely available'));
  const minified = (code, visitor) => transform({ filename: 'style.css', code: Buffer.from(code), minify: true, targets, visitor }).code.toString();
  const names = (code) => new Set(code.match(/--[\w-]+(?=\s*:)/g));
  // A custom property that nothing declares is written as the value it falls back to.
  const source = readFileSync(join(folder, 'style.css'), 'utf8');
  const known = names(source);
  const css = minified(source, { VariableExit: ({ name, fallback }) => (fallback && !known.has(name.ident) ? fallback : undefined) });
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: `<html data-kern-theme data-other data-state data-error data-site><head></head><body>${page}<div class="notice note asof sample">`, extension: 'html' }],
    css: [{ raw: css }],
    variables: true,
    rejected: true,
    rejectedCss: true,
    safelist: { greedy: [/data-state/, /data-error/, /data-other/, /data-kern-theme/] },
  });
  const declared = names(purged.css);
  const later = ({ property, value }) => property === 'custom' && !declared.has(value.name) && css.includes(`var(${value.name}`);
  const properties = minified(css, { Declaration: (declaration) => (later(declaration) ? undefined : []) });
  writeFileSync(join(folder, 'critical.css'), minified(purged.css));
  writeFileSync(join(folder, 'late.css'), minified(properties + purged.rejectedCss));
}
await styles();
// The folder as it is before publishing: `script/bench` publishes another package into a copy, a test the same one again.
rmSync('target/site/stage', { recursive: true, force: true });
cpSync(folder, 'target/site/stage', { recursive: true });
