// Inside an embed: tells the page around it how high it is, in our own words and in those that newsroom systems know. See
// docs/embedding.md. It keeps nothing: in a sandbox storage and cookies throw.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
const id = asked.get('id') ?? root.dataset.id;
const pym = asked.get('childId');
const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
let told = [];
let waits = false;
let quiet;

const send = (message) => parent.postMessage(message, '*');
const ready = () => send({ source: 'ozg-embed', v: 1, type: 'ready', id, title: document.title, lang: root.lang, asof: root.dataset.asof });
const show = (theme) => {
  if (/^(auto|light|dark)$/.test(theme)) root.dataset.kernTheme = theme;
};

function tell() {
  waits = false;
  const height = Math.ceil(root.getBoundingClientRect().height);
  // A page that answers each height with another width would go on for ever: five turns between two heights are enough.
  const turns = told.filter((own, at) => own !== told[at - 1] && own === told[at - 2]).length;
  if (height === told.at(-1) || turns > 4) return;
  told.push(height);
  clearTimeout(quiet);
  quiet = setTimeout(() => (told = [height]), 2000);
  send({ source: 'ozg-embed', v: 1, type: 'height', id, height });
  send({ 'datawrapper-height': { [id]: height } });
  send({ sentinel: 'amp', type: 'embed-size', height });
  send(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
  if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  if (secret) send({ message: 'height', value: height, secret });
}

show(asked.get('theme'));
if (parent !== window && asked.get('fit') !== '1') {
  ready();
  tell();
  // The root is as high as what it holds, never as the window: it tells when it shrinks, too. At most ten times a second.
  new ResizeObserver(() => {
    if (!waits) setTimeout(tell, 100);
    waits = true;
  }).observe(root);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.source !== 'ozg-embed-host' || data.v !== 1) return;
    if (data.type === 'set') show(data.theme);
    if (data.type !== 'ping') return;
    told = [];
    ready();
    tell();
  });
}
