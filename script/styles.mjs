// Makes the style sheet: KERN, purged to the components that the sources name, in a layer below the project's own
// styles; then minified. Run by Trunk before each build.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import { browserslistToTargets, transform } from 'lightningcss';
import browserslist from 'browserslist';

const root = new URL('..', import.meta.url).pathname;
const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => join(root, folder, name));

const [kern] = await new PurgeCSS().purge({
  content: [...sources('src/ui'), ...sources('src/output'), join(root, 'index.html')],
  css: [join(root, 'node_modules/@kern-ux/native/dist/kern.css')],
  variables: true,
  fontFace: true,
  keyframes: true,
});
// System fonts only: nothing is loaded.
const fonts = kern.css.replace(/@font-face\s*{[^}]*}/g, '').replace(/@charset[^;]*;/, '');
const own = readFileSync(join(root, 'assets/style.css'), 'utf8');
const { code } = transform({
  filename: 'style.css',
  code: Buffer.from(`@layer kern{${fonts}}\n${own}`),
  minify: true,
  targets: browserslistToTargets(browserslist('baseline widely available')),
});
mkdirSync(join(root, 'target/site'), { recursive: true });
writeFileSync(join(root, 'target/site/style.css'), code);
