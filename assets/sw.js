// Makes the second visit work without a network. Pages come from the network where it answers within three seconds, so that no
// old page stands over a new one; a file with a hash in its name never changes. Kept is only what is ours: a page with our mark,
// a file whose content is what its name says. Embeds are left alone. Where the operator switches this off, another script stands
// here, which empties the cache and removes itself.
const own = `ozg ${registration.scope}`;
const named = /[\w./-]*-[0-9a-f]{16}\.(?:js|wasm|css|json|bin)\b/g;
const isHashed = (url) => /-[0-9a-f]{16}\.\w+$/.test(new URL(url).pathname);
/** Whether a script names further files. */
const isNaming = (url) => /\/(?:start|later)-[^/]*$/.test(url);
const bare = (url) => url.split(/[?#]/)[0];
/** Other sites of this host have workers and caches of their own. */
const isOurs = (url) => url.startsWith(registration.scope) && !url.includes('/embed/');
const words = {
  de: { kept: 'Ohne Netz. Sie sehen, was zuletzt geladen wurde. {version}', newer: 'Es gibt neue Zahlen oder eine neue Fassung.', link: 'Neu laden' },
  en: { kept: 'No network. You see what was loaded last. {version}', newer: 'There are new figures, or a new version.', link: 'Reload' },
};
/** Pages that were answered from the cache, until their tab asks. */
const waiting = new Set();
/** When a tab last asked, in milliseconds. */
let looked = 0;
/** How many pages are being kept. */
let keeping = 0;

/** What is kept of an address; nothing where the browser allows no cache. */
const kept = (url) => caches.open(own).then((cache) => cache.match(url)).catch(() => {});

/** Whether a file is what its name says. */
async function isWhole(answer, url) {
  if (!answer.ok) return false;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer()));
  return new URL(url).pathname.includes(`-${[...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.`);
}

/** A file with a hash: kept, or from the network; what is wrong on the way is asked for past all caches. */
async function file(url, request = url) {
  const found = await kept(url);
  if (found) return found;
  const answer = await fetch(request).catch(() => {});
  return answer?.status === 404 || (answer && (await isWhole(answer, url))) ? answer : fetch(request, { cache: 'reload' });
}

/** Keeps a file and those that it names; whether all are kept. Without room for them the next visit has them from the network. */
async function keepFile(url) {
  let answer = await kept(url);
  if (!answer) {
    answer = await file(url);
    if (!(await isWhole(answer, url))) return false;
    await (await caches.open(own)).put(url, answer.clone());
  }
  return !isNaming(url) || keepNamed(await answer.text(), url);
}

/** Keeps the files that a text names; whether all are kept. */
async function keepNamed(text, base) {
  const urls = (text.match(named) ?? []).map((path) => new URL(path, base)).filter(({ origin }) => origin === location.origin);
  const done = await Promise.all([...new Set(urls.map(String))].map((url) => keepFile(url).catch(() => false)));
  return done.every(Boolean);
}

/** Keeps a page and its files; gives its text, where it is ours and whole. Half of a newer version does not replace an older one. */
async function keep(url, answer) {
  const html = await answer.clone().text();
  if (!answer.ok || !/<html[^>]* data-state="static"/.test(html)) return '';
  const cache = await caches.open(own);
  keeping += 1;
  const isDone = await keepNamed(html, url).finally(() => { keeping -= 1; });
  if (isDone || !(await cache.match(url))) await cache.put(url, answer);
  // What is being kept for another page is not named by any yet.
  if (!keeping) await clean(cache);
  return isDone ? html : '';
}

/** Of many pages the oldest go, and hashed files that nothing kept names: they are of an older version. */
async function clean(cache) {
  const all = await cache.keys();
  const pages = all.filter(({ url }) => !isHashed(url));
  await Promise.all(pages.slice(0, -40).map((request) => cache.delete(request)));
  const naming = [...pages.slice(-40), ...all.filter(({ url }) => isNaming(url))];
  const texts = await Promise.all(naming.map(async (request) => (await cache.match(request)).text()));
  const isNamed = ({ url }) => texts.some((text) => text.includes(new URL(url).pathname.split('/').pop()));
  await Promise.all(all.filter((request) => isHashed(request.url) && !isNamed(request)).map((request) => cache.delete(request)));
}

/** A tab asks, with the names of its files: did its page come from the cache; at most every ten minutes: is there a newer one? */
async function look({ source: client, data: files }) {
  const url = bare(client.url);
  const said = words[new URL(url).pathname.includes('/en/') ? 'en' : 'de'];
  if (waiting.delete(url)) return client.postMessage({ words: said.kept });
  if (Date.now() - looked < 6e5) return;
  looked = Date.now();
  const html = await keep(url, await fetch(url, { cache: 'no-cache' }));
  if (html && !files.every((name) => html.includes(name))) client.postMessage({ words: said.newer, link: said.link });
}

/** A page: from the network, or after three seconds as it was kept; if it never was, whenever it comes. */
async function page(event, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => keep(url, answer.clone())).catch(() => {}));
  const found = await kept(url);
  if (!found) return network;
  const late = new Promise((resolve) => setTimeout(resolve, 3e3));
  const answer = await Promise.race([network, late]).catch(() => {});
  const isNew = answer && answer.status < 500;
  waiting[isNew ? 'delete' : 'add'](url);
  return isNew ? answer : found;
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const keepOpen = (url) => fetch(url).then((answer) => keep(url, answer)).catch(() => {});
  const open = clients.matchAll({ type: 'window', includeUncontrolled: true });
  event.waitUntil(open.then((list) => Promise.all(list.map(({ url }) => bare(url)).filter(isOurs).map(keepOpen))));
  event.waitUntil(caches.delete('ozg-1').catch(() => {}));
});
addEventListener('message', (event) => event.waitUntil(look(event).catch(() => {})));
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = bare(request.url);
  if (request.method !== 'GET' || !isOurs(url)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isHashed(url)) event.respondWith(file(url, request));
  else event.respondWith(fetch(request).catch(async () => (await kept(url)) ?? Response.error()));
});
