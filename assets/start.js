// Starts the app: the names and the hash of the code stand on this script's own element.
const { js, wasm, wasmIntegrity, styles } = document.getElementById('start').dataset;
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
// The page came with the styles of its first view; those of all others are there before the app is.
const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
const styled = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
document.head.append(sheet);
// The second visit works without a network; that waits until the first one does. In a sandboxed frame there is no such thing.
setTimeout(() => styled.then(() => navigator.serviceWorker.register(new URL('sw.js', sheet.href))).catch(() => {}), 3e3);
Promise.all([import(new URL(js, document.baseURI).href), styled])
  .then(([{ default: start }]) => start({ module_or_path: code }))
  .catch((error) => window.ozgFail('E-BOOT-CODE ' + error));

// Changes the content of an element from what was last said to what is said now, node by node. What the reader changed
// (an open list, a moved scroll bar, focus) stays, as only the differences of the two texts are applied.
const said = new WeakMap();
const parse = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};
const keyOf = (node) => node.nodeType === 1 && (node.getAttribute('data-key') || node.id);
function patch(live, old, next) {
  if (next.nodeType !== 1) {
    if (old.data !== next.data) live.data = next.data;
    return;
  }
  if (old.isEqualNode(next)) return;
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name);
    if (old.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const name of old.getAttributeNames()) if (!next.hasAttribute(name)) live.removeAttribute(name);
  children(live, old, next);
}
function children(live, old, next) {
  // The usual case: the same kinds of nodes without keys, one after the other.
  let [a, b, c] = [live.firstChild, old.firstChild, next.firstChild];
  while (a && b && c && b.nodeName === c.nodeName && keyOf(b) === keyOf(c) && keyOf(a) === keyOf(b)) {
    patch(a, b, c);
    [a, b, c] = [a.nextSibling, b.nextSibling, c.nextSibling];
  }
  if (!a && !b && !c) return;
  // From the first difference on: nodes with a key are found by it, the others by their kind.
  const rest = (node) => {
    const list = [];
    for (; node; node = node.nextSibling) list.push(node);
    return list;
  };
  const [now, before] = [rest(a), rest(b)];
  const byKey = new Map(now.map((node) => [keyOf(node), node]));
  const pairs = before.map((node, index) => [node, (keyOf(node) && byKey.get(keyOf(node))) || now[index]]);
  const keyed = new Map(pairs.filter(([node]) => keyOf(node)).map((pair) => [keyOf(pair[0]), pair]));
  const others = pairs.filter(([node]) => !keyOf(node));
  let place = a;
  for (const node of rest(c)) {
    const key = keyOf(node);
    const at = key ? -1 : others.findIndex(([other]) => other.nodeName === node.nodeName);
    const pair = key ? keyed.get(key) : others[at];
    if (key) keyed.delete(key);
    else if (pair) others.splice(at, 1);
    const kept = pair && pair[0].nodeName === node.nodeName ? pair[1] : undefined;
    if (kept) patch(kept, pair[0], node);
    else pair?.[1].remove();
    const own = kept ?? document.importNode(node, true);
    if (own === place) place = place.nextSibling;
    else live.insertBefore(own, place?.parentNode === live ? place : null);
  }
  for (const [, node] of [...keyed.values(), ...others]) node?.remove();
}
window.ozgPatch = (element, html) => {
  // Of a part that was not changed yet, what was delivered is still there; what the reader has opened stays open.
  if (!said.has(element)) {
    said.set(element, parse(element.innerHTML));
    for (const details of said.get(element).querySelectorAll('details')) details.open = false;
  }
  const old = said.get(element);
  const next = parse(html);
  children(element, old, next);
  said.set(element, next);
  for (const control of element.querySelectorAll('input, option')) {
    if (control.type === 'range') control.value = control.defaultValue;
    else if (control.type !== 'search') {
      control.checked = control.defaultChecked;
      control.selected = control.defaultSelected;
    }
  }
};

// Offers a file; an SVG that is to be a PNG is drawn at twice its size.
function offer(name, blob) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
}
window.ozgSave = (name, kind, text) => {
  if (kind !== 'image/png') return offer(name, new Blob([text], { type: kind + ';charset=utf-8' }));
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2 * image.width, height: 2 * image.height });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => offer(name, blob));
  };
  image.src = 'data:image/svg+xml,' + encodeURIComponent(text);
};
window.ozgCopy = async (text) => {
  const done = await navigator.clipboard.writeText(text).then(() => 'copied', () => 'not-copied');
  dispatchEvent(new Event('ozg-' + done));
};

// Keys of charts: one Tab stop each, arrows from mark to mark, Page keys to the next place. They need no data, so they work
// before the app does. Keys with a modifier, and keys outside a chart, are never taken.
const isMark = (node) => node?.classList?.contains('mark');
let last = null;
function oneStop(mark) {
  for (const stop of mark.parentNode.querySelectorAll('.mark[tabindex="0"]')) stop.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
}
function nextMark(mark, key) {
  const marks = [...mark.parentNode.children].filter(isMark);
  const at = marks.indexOf(mark);
  const elsewhere = (other) => other.dataset.place !== mark.dataset.place;
  switch (key) {
    case 'ArrowDown': case 'ArrowRight': return marks[at + 1] ?? mark;
    case 'ArrowUp': case 'ArrowLeft': return marks[at - 1] ?? mark;
    case 'Home': return marks[0];
    case 'End': return marks.at(-1);
    case 'PageDown': return marks.slice(at).find(elsewhere) ?? mark;
    case 'PageUp': return marks.slice(0, at).findLast(elsewhere) ?? mark;
  }
}
addEventListener('keydown', (event) => {
  const mark = event.target.closest?.('.mark');
  if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = nextMark(mark, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
});
addEventListener('focusin', ({ target }) => {
  if (isMark(target)) oneStop(target);
  last = target;
});
addEventListener('pointerdown', () => (last = null));

// After a change: gives back the focus that it took away (a node that moved or went), and keeps one Tab stop a chart.
window.ozgFocus = () => {
  if (last && document.activeElement === document.body) {
    const same = last.isConnected ? last : isMark(last) && document.querySelector(`.mark[data-key="${last.dataset.key}"]`);
    (same || document.getElementById('title'))?.focus();
  }
  for (const chart of document.querySelectorAll('svg.chart')) {
    const first = chart.querySelector('.mark');
    if (first && chart.querySelectorAll('.mark[tabindex="0"]').length !== 1) oneStop(first);
  }
};

// Shows what is said of a mark below it, or above it where there is no room; never outside the window.
window.ozgTip = (mark, html) => {
  const tip = document.getElementById('tip');
  tip.innerHTML = html;
  tip.hidden = false;
  const [at, own] = [mark.getBoundingClientRect(), tip.getBoundingClientRect()];
  const left = Math.max(8, Math.min(at.x + at.width / 2 - own.width / 2, innerWidth - own.width - 8));
  const fits = at.bottom + 6 + own.height <= innerHeight;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(fits ? at.bottom + 6 : Math.max(8, at.top - own.height - 6)) + scrollY}px`;
};

// Hides the boxes of a list whose words do not hold what was typed.
addEventListener('input', ({ target }) => {
  if (target.type !== 'search') return;
  const wanted = target.value.toLowerCase();
  for (const choice of target.closest('fieldset').querySelectorAll('.choice')) {
    choice.hidden = !choice.textContent.toLowerCase().includes(wanted);
  }
});
