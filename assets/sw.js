// Makes the second visit work without a network. Pages come from the network whenever it answers, so that no old page stands
// over a new one; files with a hash in their name never change and come from the cache. Embeds are left alone. Where the
// operator switches this off, another script stands here, which empties the cache and removes itself.
const cacheName = 'ozg-1';
const hashed = /-[0-9a-f]{16}\.(js|wasm|css|json|bin)$/;

/** Keeps a page and the files that it names. */
async function keep(url, answer) {
  const cache = await caches.open(cacheName);
  const page = answer ?? (await fetch(url));
  if (!page.ok) return;
  await cache.put(url, page.clone());
  const html = await page.text();
  const named = [...html.matchAll(/(?:src|href|data-(?:js|wasm|styles|release|complete))="([^"]+)"/g)].map(([, path]) => new URL(path, url));
  const wanted = named.filter((file) => file.origin === location.origin && (hashed.test(file.pathname) || file.pathname.endsWith('/icon.svg'))).map(String);
  await Promise.all(wanted.map(async (file) => (await cache.match(file)) || cache.add(file)));
  // Hashed files that no kept page names are of an older version.
  const pages = (await cache.keys()).filter(({ url }) => !hashed.test(new URL(url).pathname));
  if (pages.length > 40) return;
  const texts = await Promise.all(pages.map(async (request) => (await cache.match(request)).text()));
  for (const request of await cache.keys()) {
    const name = new URL(request.url).pathname.split('/').pop();
    if (hashed.test(name) && !texts.some((text) => text.includes(name))) await cache.delete(request);
  }
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))));
  const open = clients.matchAll({ type: 'window', includeUncontrolled: true });
  event.waitUntil(Promise.all([old, open.then((list) => Promise.all(list.map(({ url }) => keep(url.split(/[?#]/)[0]).catch(() => {}))))]));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.includes('/embed/')) return;
  if (hashed.test(url.pathname)) {
    event.respondWith(caches.match(url.href).then((found) => found || fetch(request)));
  } else if (request.mode === 'navigate') {
    // A page is the same for every question.
    const page = url.origin + url.pathname;
    const answer = fetch(request);
    event.waitUntil(answer.then((found) => keep(page, found.clone())).catch(() => {}));
    event.respondWith(answer.catch(async () => (await caches.match(page)) || Response.error()));
  } else {
    event.respondWith(fetch(request).catch(async () => (await caches.match(url.href)) || Response.error()));
  }
});
