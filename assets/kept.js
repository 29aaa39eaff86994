// On pages without the app: the reader's state and appearance, which stand in the address, stay in every link to another page
// of the site. It runs in the head, so that the page appears as chosen at once.
const root = new URL('.', document.currentScript.src).href;
const chosen = new URLSearchParams(location.search);
const kept = ['focus', 'theme'].filter((key) => chosen.has(key));
if (/^(light|dark)$/.test(chosen.get('theme'))) document.documentElement.dataset.kernTheme = chosen.get('theme');
if (kept.length) addEventListener('DOMContentLoaded', () => {
  for (const link of document.links) {
    const url = new URL(link.href);
    if (!url.href.startsWith(root) || !url.pathname.endsWith('/')) continue;
    for (const key of kept) if (!url.searchParams.has(key)) url.searchParams.set(key, chosen.get(key));
    link.href = url;
  }
});
