const includes = (text, words) => words.toLowerCase().split(/\s+/).every((word) => text.includes(word));

// Filters the index of cards.
const filters = document.getElementById('filters');
if (filters) {
  const hits = document.getElementById('hits');
  const [fields, tiles] = [filters.querySelectorAll('select, input'), document.querySelectorAll('.tile')].map((found) => [...found]);
  const has = (tile, { name, value }) => (name === 'search' ? includes(tile.textContent.toLowerCase(), value) : !value || tile.dataset[name].split(' ').includes(value));
  filters.hidden = false;
  filters.addEventListener('input', () => {
    for (const tile of tiles) tile.hidden = !fields.every((field) => has(tile, field));
    for (const section of document.querySelectorAll('main section')) section.hidden = !section.querySelector('.tile:not([hidden])');
    hits.textContent = `${tiles.filter((tile) => !tile.hidden).length} ${hits.dataset.hits}`;
  });
}
// Searches the list of services. With `?count=` in the address, only those that a count holds are shown, and counted as it does,
// whatever is searched. The rest of the address is what the reader had asked: the way back leads there.
const [field, said] = ['search', 'found'].map((id) => document.getElementById(id));
const count = new URLSearchParams(location.search).get('count') ?? '';
const asked = location.search.slice(1).split('&').filter((part) => part && !part.startsWith('count='));
const back = document.getElementById('back');
if (back && asked.length) back.href = `${new URL(back.href).pathname}?${asked.join('&')}`;
if (field && said) {
  const hits = document.getElementById('hits');
  const [isOzg, isStatewide] = [count.startsWith('ozg'), count.endsWith('statewide')];
  const holds = (row) => (!isStatewide || /wide$/.test(row.dataset.coverage)) && (!isOzg || row.dataset.ozg);
  const all = [...document.querySelectorAll('tbody tr')];
  const rows = all.filter(holds).map((row) => [row, row.textContent.toLowerCase()]);
  field.closest('p').hidden = false;
  field.addEventListener('input', () => {
    for (const [row, text] of rows) row.hidden = !includes(text, field.value);
    hits.textContent = field.value ? `${rows.filter(([row]) => !row.hidden).length} ${hits.dataset.hits}` : '';
  });
  if (count) {
    document.getElementById('all').hidden = false;
    for (const row of all) row.hidden = !holds(row);
    const keys = new Set(rows.map(([row]) => (isOzg ? row.dataset.ozg : row.children[1].textContent)));
    const singles = isOzg ? `, ${rows.length} ${said.dataset.leika}` : '';
    said.textContent = `${keys.size} ${isOzg ? said.dataset.ozg : said.dataset.leika}${isStatewide ? ` ${said.dataset.statewide}` : ''}${singles}`;
  }
}
