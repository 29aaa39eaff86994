// Starts the app: the names and the hash of the code stand on this script's own element.
const { js, wasm, wasmIntegrity } = document.getElementById('start').dataset;
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
const code = fetch(wasm, { integrity: wasmIntegrity, priority: 'low' });
import(new URL(js, document.baseURI).href)
  .then(({ default: start }) => start({ module_or_path: code }))
  .catch((error) => window.ozgFail('E-BOOT-CODE ' + error));
