// Starts the app: the names and the hash of the code stand on this script's own element.
const [root, { js, wasm, wasmIntegrity, styles, share, listen }] = [document.documentElement, document.getElementById('start').dataset];
if (!('other' in root.dataset)) {
  // The chart came with the page: it was there with the first paint.
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) performance.mark('ozg:first-chart', { startTime: paint.startTime });
  }).observe({ type: 'paint', buffered: true });
}
// What is chosen before the app is there is answered then; until then, and after a second, that is said.
const [said, figure] = ['said', 'figure'].map((id) => document.getElementById(id));
const tell = () => /static|loading/.test(root.dataset.state) && (said.textContent = figure.dataset.loading);
addEventListener('change', tell);
// An embed that nobody sees loads nothing, unless it is told to.
const isEmbed = root.dataset.site === 'embed';
if (isEmbed) {
  await new Promise((seen) => {
    new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && seen()).observe(root);
    addEventListener('ozg-start', seen);
  });
}
setTimeout(tell, 1e3);
const code = fetch(wasm, { integrity: wasmIntegrity });
// The page came with the styles of its first view; those of all others are there before the app is.
const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
const styled = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
document.head.append(sheet);
// The second visit works without a network; that waits until the first one does. In pages of others nothing is kept.
if (!isEmbed) setTimeout(() => styled.then(() => navigator.serviceWorker.register(new URL('sw.js', sheet.href))).catch(() => {}), 3e3);
Promise.all([import(new URL(js, document.baseURI).href), styled])
  .then(([{ default: start }]) => start({ module_or_path: code }))
  .catch((error) => dispatchEvent(new CustomEvent('ozg-fail', { detail: 'E-BOOT-CODE ' + error })));
// The page with the codes for pages of others opens as a dialog; where that fails, as the page that it is. So do the sounds.
addEventListener('click', (event) => {
  const opener = event.target.closest?.('[data-share], [data-listen]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const [script, what] = opener.href ? [share, opener.href] : [listen, opener];
  import(new URL(script, document.baseURI).href).then((module) => module.open(what)).catch(() => opener.href && location.assign(opener.href));
});
