// The page with the codes for pages of others, /share/: fills its form from its address, shows the embed as it will be, writes
// the codes. Other pages take its part into a dialog. It is a script and no part of the app, as pages without the app have it
// too, and as those who only read the app do not load it. What it says comes with the page.

/** The columns for which heights are right to this many pixels, and how far they may be off elsewhere. */
const COLUMNS = [280, 320, 360, 420, 480, 600, 720, 860];
const [NEAR, FAR] = [20, 60];
const tolerance = (width) => (COLUMNS.includes(width) ? NEAR : FAR);

/**
 * The fewest lines of which one holds at each width: at least as high as needed, at most as much higher as is tolerated. A line
 * through two vertical spans exists where the least slope that each pair asks for is not above the most that another allows.
 */
export function pieces(heights) {
  const found = [];
  for (let start = 0; start < heights.length; ) {
    let [least, most, end] = [-Infinity, Infinity, start];
    for (let next = start + 1; next < heights.length; next += 1) {
      let [low, high] = [least, most];
      for (let before = start; before < next; before += 1) {
        const run = heights[next].width - heights[before].width;
        const rise = heights[next].height - heights[before].height;
        low = Math.max(low, (rise - tolerance(heights[before].width)) / run);
        high = Math.min(high, (rise + tolerance(heights[next].width)) / run);
      }
      // Whole percents: one must lie between them.
      if (Math.ceil(low * 100) > Math.floor(high * 100)) break;
      [least, most, end] = [low, high, next];
    }
    const share = end === start ? 0 : Math.min(Math.max(Math.round((least + most) * 50), Math.ceil(least * 100)), Math.floor(most * 100));
    const own = heights.slice(start, end + 1);
    const base = Math.ceil(Math.max(...own.map(({ width, height }) => height - (share * width) / 100)));
    found.push({ from: heights[start].width, base, share });
    start = end + 1;
  }
  return found;
}


/** The height as CSS in units of the column, as `frame.rs` writes it for cards. */
export function style(pieces) {
  const limits = pieces.map(({ from, base, share }, at) => {
    const end = pieces[at + 1]?.from;
    const own = [`${base}px + ${share}cqw`, at > 0 && `(100cqw - ${from - 1}px)*9999`, end && `(${end}px - 100cqw)*9999`].filter(Boolean);
    return own.length > 1 ? `min(${own.join(',')})` : `calc(${own[0]})`;
  });
  return limits.length > 1 ? `max(${limits.join(',')})` : limits[0];
}

const heightAt = (pieces, width) => {
  const { base, share } = pieces.findLast(({ from }) => from <= width) ?? pieces[0];
  return base + Math.ceil((share * width) / 100);
};

const PARTS = 'title~sentence~highlight~table~source';
const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const escaped = (text) => `${text}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** The code of an element, to be copied. */
const code = (tag, attributes, inner = '') => `<${tag}${Object.entries(attributes).map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('')}>${inner}</${tag}>`;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const page = async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
const TEX = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const tex = (text) => text.replace(/[\\~^{}$&#_%]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** What an embed is asked, and how others spell it; keys of others go no further. */
const KEYS = 'view measure area places focus period unit scale group sort facet asof'.split(' ');
const SPELLED = new Map([['tab', 'view'], ['country', 'focus'], ['time', 'period']]);
/** What is asked, by the address of the page: the question, and the card that answers it with the state that stands out there. */
function asked(address, states) {
  const all = new URL(address).searchParams;
  const query = new URLSearchParams([...all].map(([key, value]) => [SPELLED.get(key) ?? key, value]).filter(([key]) => KEYS.includes(key)));
  const focus = query.get('focus')?.toLowerCase().replace(/^de-/, '');
  query.delete('focus');
  if (states.includes(focus)) query.set('focus', focus);
  const [card = null] = /^[a-z0-9-]+$/.exec(all.get('card') ?? '') ?? [];
  const [, own = 'nw'] = /^(?:profile|growth)-(..)$/.exec(card) ?? [];
  return { query, card, own, subject: /^(profile|growth)$/.test(query.get('view')) };
}

/** What the reader chose, as addresses below that of the site. A card stands as a file where nothing but it is chosen. */
function chosen(form, { query, card, own, subject }) {
  const { time, focus, theme, lang, kind, width } = Object.fromEntries(new FormData(form));
  const state = subject ? (query.get('focus') ?? 'nw') : focus;
  const shown = [...form.querySelectorAll('[name=parts]:checked')].map((box) => box.value).concat(state === 'none' ? [] : 'highlight');
  const parts = [...PARTS.split('~'), 'controls'].filter((part) => shown.includes(part)).join('~');
  const question = new URLSearchParams(query);
  question.delete('focus');
  if (!/^(none|nw)$/.test(state)) question.set('focus', state);
  if (time === 'frozen') question.set('asof', new Date().toISOString().slice(0, 10));
  const isCard = card && time === 'live' && state === own && parts === PARTS;
  const embed = new URLSearchParams(isCard ? {} : question);
  if (!isCard && parts !== PARTS) embed.set('parts', parts);
  if (theme !== 'auto') embed.set('theme', theme);
  const [folder, end] = [lang === 'en' ? 'en/' : '', (query) => (`${query}` && `?${query}`).replaceAll('%7E', '~')];
  return {
    lang, kind, width, isCard, theme, keys: new URLSearchParams([...question, ...(parts === PARTS ? [] : [['parts', parts]]), ...(theme === 'auto' ? [] : [['theme', theme]])]),
    embed: `${folder}embed/${isCard ? `${card}/` : ''}${end(embed)}`,
    card: `${folder}cards/${card}/`,
    shared: isCard ? `${folder}cards/${card}/` : folder + end(question),
  };
}

/** Waits until an embed shows what its address asks; what it shows. */
async function loaded(frame, src) {
  const done = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  // Without a step of the way back.
  frame.contentWindow.location.replace(new URL(src, document.baseURI));
  await done;
  // It may lie below what is seen.
  frame.contentWindow.dispatchEvent(new Event('ozg-start'));
  for (let left = 200; left > 0; left -= 1) {
    const { state, other, id } = frame.contentDocument.documentElement.dataset;
    if (state === 'error') break;
    if (id || (state === 'ready' && other === undefined)) {
      const text = (selector) => frame.contentDocument.querySelector(selector)?.textContent.trim() ?? '';
      return { title: text('#title'), source: text('#source .source') };
    }
    await pause(75);
  }
  throw new Error(`The embed ${src} does not answer.`);
}

/** How high an embed is in columns of all widths. Between two measured ones it is at most as high as at either. */
async function measured(frame) {
  const heights = [];
  for (let width = 240; width <= 1200; width += width < 900 ? 30 : 60) {
    frame.style.width = `${width}px`;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const height = Math.ceil(frame.contentDocument.documentElement.getBoundingClientRect().height) + 1;
    const before = heights.at(-1);
    if (before) heights.push({ width: width - 1, height: Math.max(before.height, height) });
    heights.push({ width, height });
  }
  return pieces(heights);
}

/** The codes of a card, as its page has them. */
async function published(root, { card, theme }) {
  const found = await page(new URL(card, root));
  const own = (name) => found.getElementById(`code-${name}`).value.replace(/(src="[^"]*\/embed\/[^"]*\/)"/, `$1${theme === 'auto' ? '' : `?theme=${theme}`}"`);
  return { script: own('script'), frame: own('frame'), picture: own('picture') };
}

/** The codes of an interactive embed. */
function made(url, { embed, lang }, title, heights) {
  const frame = code('iframe', { src: url + embed, title, lang, loading: 'lazy', width: '100%', height: heightAt(heights, 600), frameborder: 0, referrerpolicy: 'no-referrer', style: `border:0;width:100%;height:${style(heights)}` });
  const column = code('div', { style: 'container-type:inline-size;width:100%;min-width:200px' }, frame);
  return { script: column + listener(url), frame: column, picture: '' };
}

const listener = (url) => code('script', { async: '', src: `${url}embed.js`, referrerpolicy: 'no-referrer' });

/** The code of an element; without scripts there is the picture. */
function tagged(url, { keys, lang }, title, height, picture) {
  const chart = code('ozg-chart', { ...Object.fromEntries(keys), lang, title, height }, picture && `<noscript>${picture}</noscript>`);
  return chart + listener(url);
}

async function copy(area, say, { copied, marked }) {
  area.select();
  // Without permission for the clipboard there is the older way, and at last the reader's own.
  const isDone = await navigator.clipboard.writeText(area.value).then(() => true, () => document.execCommand('copy'));
  say(isDone ? copied : marked);
}

/** Fills a part of the page /share/, whose address has the question. */
function start(part, address) {
  const [form, frame, status, send, image] = ['form', 'iframe', '.status', '.send', '.image'].map((selector) => part.querySelector(selector));
  const { root: way, url, copied, marked, notCopied, measuring, failed } = part.dataset;
  const root = new URL(way, address);
  const question = asked(address, [...form.elements.focus.options].map(({ value }) => value));
  const say = (text) => (status.textContent = text);
  let [run, before, told] = [0, '', {}];

  form.elements.focus.value = question.query.get('focus') ?? question.own;
  form.querySelector('[data-field=focus]').hidden = question.subject;

  async function prepare(now) {
    frame.hidden = false;
    frame.style.visibility = 'hidden';
    say(measuring);
    const heights = [{ from: 240, base: 700, share: 0 }];
    try {
      const { title, source } = await loaded(frame, new URL(now.embed, root));
      const codes = now.isCard ? await published(root, now) : made(url, now, title, await measured(frame));
      say('');
      return { title, source, codes };
    } catch {
      // Perhaps there is no such card: the question itself can be embedded all the same.
      if (now.isCard) return null;
      say(failed);
      return { title: '', source: '', codes: made(url, now, document.title, heights) };
    }
  }

  function show(now) {
    const { title, source, codes } = told;
    const field = (name) => part.querySelector(`#share-${name}`);
    const [height] = /(?<= height=")\d+/.exec(codes.frame);
    field('code').value = now.kind === 'element' ? tagged(url, now, title, height, codes.picture) : codes[now.kind];
    field('address').value = url + now.shared;
    const day = new Date();
    const words = { title, source: source.replace(/\.$/, ''), address: url + now.shared, iso: day.toISOString().slice(0, 10), day: day.toLocaleDateString(part.dataset.lang === 'en' ? 'en-GB' : 'de', { dateStyle: 'long' }), id: (now.shared.match(/[a-z0-9]+/g) ?? ['start']).join('-') };
    for (const [name, written] of [['text', String], ['apa', String], ['bibtex', tex]]) {
      const whole = { ...words, title: written(title), source: written(words.source) };
      field(name).value = field(name).dataset.template.replace(/‹(\w+)›/g, (_, key) => whole[key]);
    }
    frame.style.width = `${now.width}px`;
    frame.style.height = `${Math.ceil(frame.contentDocument?.documentElement.getBoundingClientRect().height ?? height)}px`;
    frame.style.visibility = '';
  }

  async function update() {
    const own = (run += 1);
    const picture = form.querySelector('[value=picture]');
    const free = chosen(form, question);
    picture.disabled = !free.isCard;
    image.hidden = !free.isCard || !globalThis.ClipboardItem;
    form.querySelector('.note').hidden = free.isCard;
    if (picture.disabled && picture.checked) form.querySelector('[value=script]').checked = true;
    const now = chosen(form, question);
    if (now.embed !== before) {
      const found = await prepare(now);
      // Meanwhile the reader has chosen something else.
      if (own !== run) return;
      if (!found) {
        question.card = null;
        return update();
      }
      [before, told] = [now.embed, found];
    }
    show(now);
  }

  form.addEventListener('change', update);
  // One of the buttons that copy submits the form.
  form.addEventListener('submit', (event) => event.preventDefault());
  part.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copy]');
    if (button) copy(part.querySelector(`#${button.dataset.copy}`), say, { copied, marked });
  });
  // The clipboard wants the promise of the picture at once, while the reader's click counts.
  image.addEventListener('click', () => {
    const { card } = chosen(form, question);
    const picture = fetch(new URL(card.replace(/\/$/, '.png'), root)).then((found) => found.blob());
    navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(() => say(copied), () => say(notCopied));
  });
  send.hidden = !navigator.share;
  send.addEventListener('click', () => navigator.share({ title: told.title, url: part.querySelector('#share-address').value }).catch(() => {}));
  part.hidden = false;
  // The widest column up to the usual one that is seen whole here.
  const { width } = form.elements;
  const most = Math.min(frame.parentElement.clientWidth, width.value);
  width.selectedIndex = Math.max([...width.options].findLastIndex(({ value }) => value <= most), 0);
  update();
}

/** Opens the page as a dialog. */
export async function open(address) {
  const found = await page(address);
  const part = document.adoptNode(found.getElementById('share'));
  const sheet = element('link', { rel: 'stylesheet', href: new URL(found.querySelector('link[data-own]').getAttribute('href'), address) });
  const styled = new Promise((done) => (sheet.onload = sheet.onerror = done));
  const close = element('button', { type: 'button', class: 'close' }, part.dataset.close);
  const heading = element('h2', { id: 'share-heading' }, found.querySelector('h1').textContent);
  const dialog = element('dialog', { class: 'share-dialog', 'aria-labelledby': heading.id }, element('div', { class: 'top' }, heading, close), part);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => [dialog, sheet].forEach((own) => own.remove()));
  document.head.append(sheet);
  document.body.append(dialog);
  await styled;
  dialog.showModal();
  start(part, address);
}

// On its own page it fills it; on the pages of charts it opens the dialog, as the starter does in the app.
if (globalThis.document) {
  const part = document.getElementById('share');
  if (part) start(part, location.href);
  else if (!document.getElementById('start')) {
    addEventListener('click', (event) => {
      const link = event.target.closest?.('a[data-share]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link.href).catch(() => location.assign(link.href));
    });
  }
}
