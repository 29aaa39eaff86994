// Working without a network is switched off: empties the cache and removes itself.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const empty = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
  event.waitUntil(empty.then(() => registration.unregister()));
});
