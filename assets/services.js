// Links each number of a table to the list of services behind it. Only on pages whose data have such a list: it holds for one
// day and for the counts of the export.
const { services, month, word, head } = document.getElementById('services').dataset;
const counts = /^(ozg|leika)-land-(statewide|any)$/;
function link(row, figure) {
  const { place, area } = row.dataset;
  const heads = [...row.closest('table').querySelectorAll('thead th')];
  const cell = row.children[heads.findIndex((cell) => cell.textContent === head)];
  const about = area ?? figure.dataset.area;
  if (!cell || !place.includes('-') || about.includes('~')) return;
  const target = `${services}${place.slice(3).toLowerCase()}/${about}/?count=${figure.dataset.measure}`;
  cell.append(' ', Object.assign(document.createElement('a'), { className: 'kern-link list-of', href: target, textContent: word }));
}
function update() {
  for (const figure of document.querySelectorAll('.figure')) {
    for (const old of figure.querySelectorAll('.list-of')) {
      old.previousSibling?.remove();
      old.remove();
    }
    if (!counts.test(figure.dataset.measure) || !figure.dataset.period.startsWith(month)) continue;
    for (const row of figure.querySelectorAll('tr[data-place][data-value]')) link(row, figure);
  }
}
let waits = 0;
const observer = new MutationObserver(() => {
  clearTimeout(waits);
  waits = setTimeout(() => {
    observer.disconnect();
    update();
    watch();
  }, 200);
});
const watch = () => {
  for (const rows of document.querySelectorAll('.rows')) observer.observe(rows, { childList: true, subtree: true, characterData: true });
};
update();
watch();
