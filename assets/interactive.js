// Inside the interactive embed, beside embedded.js: shows the parts that its address names, and tells the page around it what its
// readers ask. See docs/embedding.md.
// A block, as names at the top of inline scripts are those of the whole page.
{
  const root = document.documentElement;
  const send = (message) => parent.postMessage({ source: 'ozg-embed', v: 1, id: new URLSearchParams(location.search).get('id') ?? 'ozg', ...message }, '*');
  const PARTS = 'title~sentence~highlight~table~source';
  /** Shows the parts that a query names; the name of the site leads to what it asks. */
  const follow = (query) => {
    const asked = new URLSearchParams(query);
    root.dataset.parts = (asked.get('parts') ?? PARTS).replaceAll('~', ' ');
    for (const key of ['parts', 'theme', 'fit', 'id']) asked.delete(key);
    const brand = document.getElementById('brand');
    if (brand) brand.search = asked;
  };

  follow(location.search);
  addEventListener('DOMContentLoaded', () => follow(location.search));
  new MutationObserver((changes) => {
    const has = (name) => changes.some(({ attributeName }) => attributeName === name);
    if (has('data-query')) {
      follow(root.dataset.query);
      send({ type: 'state', query: root.dataset.query });
    }
    const { error } = root.dataset;
    if (error && has('data-error')) send({ type: 'error', code: error.split(/[ :]/)[0] });
  }).observe(root, { attributeFilter: ['data-query', 'data-error'] });
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.source !== 'ozg-embed-host' || data.v !== 1 || data.type !== 'set' || typeof data.query !== 'string') return;
    follow(data.query);
    // The app asks what the address asks.
    history.replaceState(null, '', `?${data.query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
}
