// Inside an embed: reports its height to the page around it, in our own message and in those that newsroom systems know. See
// docs/embedding.md. It keeps nothing: in a sandbox storage and cookies throw.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
const id = asked.get('id') ?? root.dataset.id ?? 'ozg';
const pym = asked.get('childId');
const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
const fills = asked.get('fit') === '1';
let reported = [];
let isScheduled = false;
let rest;

const send = (message) => parent.postMessage(message, '*');
const sayReady = () => send({ source: 'ozg-embed', v: 1, type: 'ready', id, title: document.title, lang: root.lang, asof: asked.get('asof') ?? root.dataset.asof });
const setTheme = (theme) => {
  if (/^(auto|light|dark)$/.test(theme)) root.dataset.kernTheme = theme;
};

function reportHeight() {
  isScheduled = false;
  const height = Math.ceil(root.getBoundingClientRect().height);
  // A page that answers each height with another width would go on for ever: after five alternations only growth is reported.
  const alternations = reported.filter((own, at) => own !== reported[at - 1] && own === reported[at - 2]).length;
  if (fills || height === reported.at(-1) || (alternations > 4 && height < reported.at(-1))) return;
  reported.push(height);
  clearTimeout(rest);
  rest = setTimeout(() => (reported = [height]), 2000);
  send({ source: 'ozg-embed', v: 1, type: 'height', id, height });
  send({ 'datawrapper-height': { [id]: height } });
  send({ sentinel: 'amp', type: 'embed-size', height });
  send(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
  if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  if (secret) send({ message: 'height', value: height, secret });
}

setTheme(asked.get('theme'));
if (parent !== window) {
  sayReady();
  reportHeight();
  // The root is as high as what it holds, never as the window: it also reports that it shrinks. At most ten times a second.
  new ResizeObserver(() => {
    if (!isScheduled) setTimeout(reportHeight, 100);
    isScheduled = true;
  }).observe(root);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const isOurs = data?.source === 'ozg-embed-host' && data.v === 1;
    if (isOurs && data.type === 'set') setTheme(data.theme);
    const isPing = isOurs && data.type === 'ping';
    // WordPress asks frames that were faster than its script.
    if (!isPing && !(secret && data?.message === 'ready' && data.secret === secret)) return;
    reported = [];
    if (isPing) sayReady();
    reportHeight();
  });
}
