// In the page of others: gives each of our frames the height that it reports. It may be included any number of times, and
// touches nothing but frames whose address is on the host that this script came from.
(() => {
  const { origin } = new URL(document.currentScript.src);
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
  // Frames that were faster than this script report their height again.
  for (const frame of document.querySelectorAll('iframe')) if (ours(frame)) frame.contentWindow?.postMessage({ source: 'ozg-embed-host', v: 1, type: 'ping' }, '*');
})();
