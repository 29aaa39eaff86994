// Searches the list of services: rows whose words do not hold what was typed are hidden.
const field = document.getElementById('search');
if (field) {
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => [row, row.textContent.toLowerCase()]);
  const said = document.getElementById('found');
  const all = said.textContent;
  field.closest('p').hidden = false;
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      count += !row.hidden;
    }
    said.textContent = field.value ? `${count} / ${rows.length}` : all;
  });
}
