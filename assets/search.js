// Searches the list of services. With `?count=` in the address, only those that a count holds are shown, and counted as it does:
// the list behind a number has as many entries as the number says.
const field = document.getElementById('search');
const said = document.getElementById('found');
if (field && said) {
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => [row, row.textContent.toLowerCase()]);
  const count = new URLSearchParams(location.search).get('count') ?? '';
  const [isOzg, isStatewide] = [count.startsWith('ozg'), count.endsWith('statewide')];
  const holds = (row) => (!isStatewide || /wide$/.test(row.dataset.coverage)) && (!isOzg || row.dataset.ozg);
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    const keys = new Set();
    for (const [row, text] of rows) {
      row.hidden = !holds(row) || !words.every((word) => text.includes(word));
      if (!row.hidden) keys.add(isOzg ? row.dataset.ozg : row.children[1].textContent);
    }
    const singles = isOzg ? `, ${rows.filter(([row]) => !row.hidden).length} ${said.dataset.leika}` : '';
    said.textContent = `${keys.size} ${isOzg ? said.dataset.ozg : said.dataset.leika}${isStatewide ? ` ${said.dataset.statewide}` : ''}${singles}`;
  };
  field.closest('p').hidden = false;
  field.addEventListener('input', show);
  if (count) {
    document.getElementById('all').hidden = false;
    show();
  }
}
