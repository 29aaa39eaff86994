// What waits until the app is there: the dialog with the codes for pages of others, the sounds, and the copy for visits without
// a network. Publishing fills in the names.
const root = document.documentElement;

/** A module; the browser compares its hash. */
async function load(name, integrity) {
  const src = new URL(name, import.meta.url).href;
  await new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src, integrity, onload, onerror })));
  return import(src);
}

// The page with the codes opens as a dialog; where that fails, as the page that it is.
addEventListener('click', (event) => {
  const opener = event.target.closest?.('[data-share], [data-listen]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const module = opener.href ? load('%share%', '%share-integrity%') : load('%listen%', '%listen-integrity%');
  module.then(({ open }) => open(opener.href || opener)).catch(() => opener.href && location.assign(opener.href));
});

/** What the worker says: that the network is away, that there is something newer. It stands above the page, once. */
let note;
function say({ data: { words, link } }) {
  if (note) return;
  note = Object.assign(document.createElement('p'), { className: 'note', role: 'status' });
  document.getElementById('content').prepend(note);
  note.textContent = words.replace('{version}', document.getElementById('version')?.textContent ?? '');
  if (link) note.append(' ', Object.assign(document.createElement('a'), { href: '', textContent: link }));
}

// In pages of others nothing is kept. The first visit has the line for itself.
const { serviceWorker: worker } = navigator;
if (worker && root.dataset.site !== 'embed') {
  worker.addEventListener('message', say);
  worker.startMessages();
  const { src, dataset: { release } } = document.getElementById('start');
  const files = [src, release].map((path) => /[^/?]+(?=\??$)/.exec(path)[0]);
  const ask = () => document.visibilityState === 'visible' && worker.controller?.postMessage(files);
  addEventListener('visibilitychange', ask);
  ask();
  setTimeout(() => worker.register(new URL('sw.js', import.meta.url)).catch(() => {}), 3e3);
}
