// In the page of others: gives each of our frames the height that it reports. It may be included any number of times, and
// touches nothing but frames whose address is on the host that this script came from.
(() => {
  const script = document.currentScript.src;
  const { origin } = new URL(script);
  const mark = Symbol.for(`ozg-embed ${origin}`);
  if (window[mark]) return;
  window[mark] = true;
  const ours = (frame) => {
    try {
      return new URL(frame.src).origin === origin;
    } catch {
      return false;
    }
  };
  addEventListener('message', ({ data, source, origin: from }) => {
    // A sandboxed frame has the origin "null".
    if ((from !== origin && from !== 'null') || data?.source !== 'ozg-embed' || data.v !== 1 || data.type !== 'height') return;
    const { height } = data;
    if (!Number.isFinite(height) || height <= 0) return;
    // Frames are looked up for each message, so that late, moved and duplicate ones work.
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source || !ours(frame)) continue;
      const styles = { 'min-height': '0', 'max-height': 'none', border: '0', padding: '0', height: `${Math.min(Math.max(height, 120), 10000)}px` };
      for (const [name, value] of Object.entries(styles)) frame.style.setProperty(name, value, 'important');
    }
  });
  // <ozg-chart view="map" focus="by" lang="de" height="600"> becomes a frame; what the chart shows are keys of its address.
  const KEYS = 'view measure area places focus period unit scale group sort facet asof theme parts'.split(' ');
  class Chart extends HTMLElement {
    connectedCallback() {
      if (this.querySelector('iframe')) return;
      const query = new URLSearchParams(KEYS.filter((key) => this.hasAttribute(key)).map((key) => [key, this.getAttribute(key)]));
      const lang = this.closest('[lang]')?.lang.startsWith('en') ? 'en' : 'de';
      const frame = Object.assign(document.createElement('iframe'), {
        src: new URL(`${lang === 'en' ? 'en/' : ''}embed/?${query}`, script), lang, title: this.title || 'OZG', loading: 'lazy',
        height: this.getAttribute('height') ?? 600, referrerPolicy: 'no-referrer',
      });
      frame.style.cssText = 'border:0;width:100%';
      this.style.display = 'block';
      this.append(frame);
    }
  }
  if (!customElements.get('ozg-chart')) customElements.define('ozg-chart', Chart);
  // Frames that were faster than this script report their height again.
  for (const frame of document.querySelectorAll('iframe')) if (ours(frame)) frame.contentWindow?.postMessage({ source: 'ozg-embed-host', v: 1, type: 'ping' }, '*');
})();
