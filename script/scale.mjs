// Writes an invented package of 16 states × 15 areas × 120 months × 3 measures = 86,400 values into a folder: for the
// measurement of scale alone, never for a page that anybody reads. Usage: node script/scale.mjs FOLDER
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
cpSync(new URL('../assets/data', import.meta.url).pathname, folder, { recursive: true });
const column = (file) => readFileSync(join(folder, file), 'utf8').split('\n').slice(1).map((line) => line.split(',')[0]).filter(Boolean);
const states = column('places.csv').filter((code) => /^DE-[A-Z]{2}$/.test(code));
const areas = ['all', ...column('areas.csv').filter((id) => /^[a-z-]+$/.test(id))];
const [source] = column('sources.csv');
const rows = ['measure,place,area,from,to,label,label_en,value,upper,qualifier,due,source,recorded,superseded,reason,note_de,note_en'];
let seed = 20261124;
const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
// A part is never above its whole: an area has at most 40 of a catalogue of 575, all areas together are their sum, and in at
// least one municipality there is at least as much as in the whole state.
const counts = { 'ozg-land-statewide': [1, 0], 'ozg-land-any': [1, 1], 'leika-land-statewide': [3, 0] };
for (const place of states) {
  const steps = areas.slice(1).map(() => ({ value: 4 + random(6), rises: Array.from({ length: 120 }, () => random(5) === 0) }));
  for (const [measure, [times, more]] of Object.entries(counts)) {
    for (const [index, area] of areas.entries()) {
      const own = index === 0 ? steps : [steps[index - 1]];
      for (let month = 0; month < 120; month += 1) {
        const [year, number] = [2016 + Math.floor(month / 12), (month % 12) + 1];
        const from = `${year}-${String(number).padStart(2, '0')}-01`;
        const to = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
        const value = own.reduce((sum, step) => sum + (step.value + step.rises.slice(0, month).filter(Boolean).length + more) * times, 0);
        rows.push(`${measure},${place},${area},${from},${to},${number}/${year},,${value},,exact,,${source},2026-11-24,,,,`);
      }
    }
  }
}
writeFileSync(join(folder, 'observations.csv'), rows.join('\n') + '\n');
console.log(`${rows.length - 1} values in ${folder}`);
