// Makes the style sheet: KERN, purged to the components that the sources name, in a layer below the project's own
// styles; then minified. Run by Trunk before each build.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import { browserslistToTargets, transform } from 'lightningcss';
import browserslist from 'browserslist';
import postcss from 'postcss';

const root = new URL('..', import.meta.url).pathname;
const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => join(root, folder, name));

const [kern] = await new PurgeCSS().purge({
  content: [...sources('src/ui'), join(root, 'index.html')],
  css: [join(root, 'node_modules/@kern-ux/native/dist/kern.css')],
  variables: true,
  fontFace: true,
  keyframes: true,
});
// System fonts only: nothing is loaded.
const fonts = kern.css.replace(/@font-face\s*{[^}]*}/g, '').replace(/@charset[^;]*;/, '');
const own = readFileSync(join(root, 'assets/style.css'), 'utf8');
const minified = (filename, css) =>
  transform({ filename, code: Buffer.from(css), minify: true, targets: browserslistToTargets(browserslist('baseline widely available')) }).code;

// What KERN says of elements that hold a hint, an optional mark, a dialog, an icon or a disabled field: there are none here. Of
// focus, whose ring it draws in one colour for both themes, and of the arrow of selects the project's own styles speak. What is
// said of all pseudo-elements, or of the typeface of each element, is computed again for every element that changes.
const absent = /:has\([^)]*(kern-(hint|dialog|icon)|__|disabled)|\[(aria-)?disabled|:focus|select-wrapper::?after|^\*?::?(before|after)$|^\*?:not\(i\)$/;
function needed(css) {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !absent.test(selector));
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  // What forced colours need, the project's own styles say.
  sheet.walkAtRules('media', (rule) => void (/forced-colors/.test(rule.params) && rule.remove()));
  return sheet.toString();
}
/** KERN with the values of those of its tokens that no theme changes. */
function settled(css) {
  const declared = [...`${css}${own}`.matchAll(/(--kern-[\w-]+):\s*([^;}]+)/g)];
  const fixed = new Map(declared.map(([, name, value]) => [name, value.trim()]));
  for (const [, name] of declared) if (declared.filter((found) => found[1] === name).length > 1) fixed.delete(name);
  const filled = (text) => text.replace(/var\((--kern-[\w-]+)(?:,[^()]*)?\)/g, (whole, name) => fixed.get(name) ?? whole);
  let [before, after] = ['', css];
  while (before !== after) [before, after] = [after, filled(after)];
  return after.replace(/(--kern-[\w-]+):\s*[^;}]+;?/g, (whole, name) => (fixed.has(name) ? '' : whole));
}
// An embed has a figure and nothing around it; which classes its charts have, the style sheet itself says.
const charts = own.match(/\.(chart|legend)[^{]*\{/g).join(' ').match(/[\w-]+/g).join(' ');
const [embed] = await new PurgeCSS().purge({
  content: [{ raw: `<html data-kern-theme><body class="embed"><main><figure class="figure head drawings text definition sentence remark newer events ways sources source actions data table rows foot visually-hidden brand chart-narrow chart-medium chart-wide mark ${charts}"><svg><g><path><text><h1><h3><p><ul><ol><li><a><figcaption><details><summary><table><caption><thead><tbody><tr><th><td>`, extension: 'html' }],
  css: [{ raw: own }],
  safelist: { greedy: [/^:root/, /prefers/, /forced/] },
});
const written = {
  'style.css': `@layer kern{${settled(needed(fonts))}}\n${own}`,
  'pages.css': readFileSync(join(root, 'assets/pages.css'), 'utf8'),
  'interactive.css': readFileSync(join(root, 'assets/interactive.css'), 'utf8'),
  'share.css': readFileSync(join(root, 'assets/share.css'), 'utf8'),
  'embed.css': embed.css + readFileSync(join(root, 'assets/embed.css'), 'utf8'),
};
mkdirSync(join(root, 'target/site'), { recursive: true });
for (const [name, css] of Object.entries(written)) writeFileSync(join(root, 'target/site', name), minified(name, css));
