// Starts the app: the names and the hash of the code stand on this script's own element.
const { js, wasm, wasmIntegrity, styles, share } = document.getElementById('start').dataset;
const root = document.documentElement;
if (!('other' in root.dataset)) {
  // The chart came with the page: it was there with the first paint.
  new PerformanceObserver((list, observer) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name !== 'first-contentful-paint') continue;
      performance.mark('ozg:first-chart', { startTime });
      observer.disconnect();
    }
  }).observe({ type: 'paint', buffered: true });
}
// An embed that nobody sees loads nothing, unless it is told to.
const isEmbed = root.dataset.site === 'embed';
if (isEmbed) {
  await new Promise((seen) => {
    new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && seen()).observe(root);
    addEventListener('ozg-start', seen);
  });
}
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
// The page with the codes for pages of others opens as a dialog; where that fails, as the page that it is.
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-share]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import(new URL(share, document.baseURI).href).then((module) => module.open(link.href)).catch(() => location.assign(link.href));
});
