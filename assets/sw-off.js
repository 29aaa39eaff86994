// Working without a network is switched off: empties the cache of this site and removes itself. Other sites of the host keep theirs.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const empty = Promise.all([`ozg ${registration.scope}`, 'ozg-1'].map((name) => caches.delete(name)));
  event.waitUntil(empty.then(() => registration.unregister()));
});
