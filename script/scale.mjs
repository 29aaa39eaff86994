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
const rows = ['measure,place,area,from,to,label,value,upper,qualifier,source,recorded,superseded,reason,note_de,note_en'];
let seed = 20261124;
const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
for (const measure of ['ozg-land-statewide', 'ozg-land-any', 'leika-land-statewide']) {
  for (const place of states) {
    for (const area of areas) {
      let value = 20 + random(60);
      for (let month = 0; month < 120; month += 1) {
        const [year, number] = [2016 + Math.floor(month / 12), (month % 12) + 1];
        const from = `${year}-${String(number).padStart(2, '0')}-01`;
        const to = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
        value += random(4);
        rows.push(`${measure},${place},${area},${from},${to},${number}/${year},${value},,exact,${source},2026-11-24,,,,`);
      }
    }
  }
}
writeFileSync(join(folder, 'observations.csv'), rows.join('\n') + '\n');
console.log(`${rows.length - 1} values in ${folder}`);
