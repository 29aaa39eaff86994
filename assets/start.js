// Starts the app. The script of its WebAssembly is bundled into this one; publishing fills in the names of other files.
import start from './app.js';

const root = document.documentElement;
const [said, figure] = ['said', 'figure'].map((id) => document.getElementById(id));
const file = (name) => new URL(name, import.meta.url).href;
const add = (name, properties) => document.head.append(Object.assign(document.createElement(name), properties));
const fail = (cause) => (root.dataset.cause = cause) && dispatchEvent(new Event('ozg-fail'));
// What was changed on the way (translated, extended) is taken over as it came.
const roots = [...document.querySelectorAll('#page, #header, #links, #appearance')].map((node) => [node, node.cloneNode(true)]);
const size = (node) => node.querySelectorAll('*').length;
addEventListener('ozg-take', () => {
  roots.splice(0).forEach(([node, copy]) => size(node) === size(copy) || node.replaceWith(copy));
  add('script', { type: 'module', src: file('%later%'), integrity: '%later-integrity%' });
});
// What is chosen before the app is there is answered then; until then, and after a second, that is said.
const tell = () => /static|loading/.test(root.dataset.state) && (said.textContent = figure.dataset.loading);
addEventListener('change', tell);
// An embed that nobody sees loads nothing, unless it is told to.
if (root.dataset.site === 'embed') await new Promise((seen) => {
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && seen()).observe(root);
  addEventListener('ozg-start', seen);
});
setTimeout(tell, 1e3);
const wasm = file('%wasm%');
const ask = () => fetch(wasm, { integrity: '%wasm-integrity%' });
// Why a file with a hash did not come is not told: that is asked without. What is not there is not asked for again.
const code = ask().catch(async (error) => {
  const answer = await fetch(wasm, { method: 'HEAD' }).catch(() => {});
  if (answer?.status === 404) throw error;
  await new Promise((resolve) => setTimeout(resolve, Math.min(1e4, 1e3 * answer?.headers.get('Retry-After') || 1e3)));
  return ask();
});
// The page came with the styles of its first view; those of all others are there before the app is. In a sandbox they are of others.
await new Promise((then) => add('link', { rel: 'stylesheet', crossOrigin: '', href: file('%styles%'), integrity: '%styles-integrity%', onload: then, onerror: then }));
// After a trap nothing answers any more.
const trap = ({ error, reason = error }) => reason instanceof WebAssembly.RuntimeError && fail(`E-TRAP ${reason.message}`);
start({ module_or_path: code }).then(() => ['error', 'unhandledrejection'].map((kind) => addEventListener(kind, trap)), (error) => fail(`E-BOOT-CODE ${error}`));
