// In the page of others: gives each of our frames the height that it tells. It may be included any number of times, and
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
    // Frames are looked for when they speak: late, moved and doubled ones are found.
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source || !ours(frame)) continue;
      for (const [name, value] of [['min-height', '0'], ['max-height', 'none'], ['height', `${Math.min(Math.max(height, 120), 4000)}px`]]) frame.style.setProperty(name, value, 'important');
    }
  });
  // Frames that were faster than this script tell their height again.
  for (const frame of document.querySelectorAll('iframe')) if (ours(frame)) frame.contentWindow?.postMessage({ source: 'ozg-embed-host', v: 1, type: 'ping' }, '*');
})();
