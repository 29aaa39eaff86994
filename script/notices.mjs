// Collects the notices of others whose work reaches readers into assets/notices.json, a page of the site: what script/sbom.mjs
// marks so, with the licence texts of the crates and npm packages on this machine. Of `MIT OR Apache-2.0` we choose MIT.
// `--check` changes nothing and fails where the file would differ.
//
// { texts: [text, …], parts: [{ name, version, licence, source, copyright: [line, …], texts: [index, …] }, …] }
// A text begins with its title and has a line for each paragraph and item. Copyright lines stand in the parts; a part without
// any of its own names its authors.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'assets/notices.json');
const bom = JSON.parse(execFileSync('node', [join(root, 'script/sbom.mjs')], { encoding: 'utf8', maxBuffer: 1 << 28 }));
const reaching = bom.components.filter(({ properties }) => properties?.some(({ name, value }) => name === 'ozg:reaches' && value === 'readers'));

// What a file is named that holds the text of a licence, where a package has several.
const files = { MIT: /MIT/i, 'Unicode-3.0': /UNICODE/i, Zlib: /ZLIB/i, 'OFL-1.1': /FONT|OFL/i, 'Apache-2.0': /APACHE/i };
/** The licences of an expression by which we take a part; of a choice the first that stands here. */
const chosen = (licence) => licence.split(/\s+AND\s+/).map((either) => {
  const choice = either.replace(/[()]/g, '').split(/\s+OR\s+/);
  return [...Object.keys(files), 'EUPL-1.2', 'BSL-1.0'].find((id) => choice.includes(id)) ?? fail(`no licence that this script knows: ${licence}`);
});
function fail(why) {
  throw new Error(why);
}

/** The folder of a package: among the sources that Cargo has fetched, or in node_modules. */
function folder(component) {
  // The icon has no package of its own: the text of its licence is that beside any crate.
  const { purl, group, name, version } = component['bom-ref'] === 'material-symbols' ? reaching.find((other) => other.name === 'wasm-bindgen') : component;
  if (purl.startsWith('pkg:npm/')) return join(root, 'node_modules', group ?? '', name);
  const registry = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry/src');
  const found = readdirSync(registry).map((index) => join(registry, index, `${name}-${version}`)).find(existsSync);
  return found ?? fail(`${name} ${version} is not there: cargo fetch --locked`);
}

const isCopyright = (line) => /^Copyright (\(c\)|©|\d|(?!Holder)[A-Z])/.test(line);
// Some files name their licence, some do not: those of one text would differ by that.
const titles = { MIT: 'MIT License', Zlib: 'zlib License' };
const isTitle = (line) => /^(the )?(mit|zlib) license( \(mit\))?$|^-+$/i.test(line);
/** A licence file as its copyright lines and its text, without the breaks of long lines. */
function parsed(path, id) {
  const lines = readFileSync(path, 'utf8').replace(/\r/g, '').split('\n').map((line) => line.trim().replace(/^#+ |\*\*/g, ''));
  const text = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join('\n').trim();
  const unbroken = text.replace(/\n(?!\n|-|\d+[.)] |\(?[a-z]\) )(?<!\n\n)/g, ' ').replace(/\n+/g, '\n').replace(/ +/g, ' ');
  return { copyright: lines.filter(isCopyright), text: titles[id] ? `${titles[id]}\n${unbroken}` : unbroken };
}

// Texts that differ in nothing but breaks, quotes and marks are one: its first form stands for all.
const texts = [];
const known = new Map();
const usual = new Map();
function indexOf(text) {
  const key = text.toLowerCase().replace(/https/g, 'http').replace(/[^\p{L}\p{N}]/gu, '');
  if (!known.has(key)) known.set(key, texts.push(text) - 1);
  return known.get(key);
}

const about = ({ group, name, version, purl, licenses, externalReferences, authors }) => ({
  name: group ? `${group}/${name}` : name, version: version ?? '', licence: licenses[0].expression,
  source: externalReferences?.find(({ type }) => type === 'vcs').url ?? `https://crates.io/crates/${name}`,
  authors: authors?.map((author) => author.name) ?? [], purl,
});
// What npm's lock does not know, or says of the code around a font, which is not used.
const npm = {
  '@kern-ux/native': { name: 'KERN (@kern-ux/native)', source: 'https://gitlab.opencode.de/kern-ux/kern-ux-plain', authors: ['KERN-UX'] },
  '@expo-google-fonts/fira-sans': { name: 'Fira Sans', licence: 'OFL-1.1', source: 'https://github.com/mozilla/Fira' },
  '@expo-google-fonts/fira-code': { name: 'Fira Code', licence: 'OFL-1.1', source: 'https://github.com/tonsky/FiraCode' },
};
// The library has no files of its own on every machine: the lines of its COPYRIGHT-library.html for what WebAssembly links.
const rust = ['The Rust Project Developers (see https://thanks.rust-lang.org)', 'Copyright (c) 2014 Alex Crichton', "Copyright (c) 2016 Amanieu d'Antras", 'Copyright 2019 The Crossbeam Project Developers', 'Copyright © 1991-2024 Unicode, Inc.'];

/** A part with its own texts; what it has no file for is left over. */
function part(component) {
  const found = about(component);
  Object.assign(found, npm[found.name]);
  const lines = new Set();
  const own = new Set();
  const missing = [];
  const isRust = found.purl?.startsWith('pkg:github/rust-lang/');
  const where = isRust ? undefined : folder(component);
  const all = isRust ? [] : readdirSync(where, { recursive: true }).filter((path) => !path.includes('node_modules/') && /^(licen[sc]e|copying)/i.test(basename(path)));
  const top = all.filter((path) => !path.includes('/'));
  for (const id of chosen(found.licence)) {
    const name = top.find((path) => files[id]?.test(path)) ?? top.find((path) => /^licen[sc]e(\.\w+)?$/i.test(path));
    const { copyright, text } = name ? parsed(join(where, name), id) : { copyright: [], text: '' };
    for (const line of copyright.length ? copyright : isRust ? rust : found.authors) lines.add(line);
    // Some crates have a link there that leads out of them.
    if (text.length < 200) missing.push(id);
    else {
      const index = indexOf(text);
      own.add(index);
      if (!usual.has(id)) usual.set(id, new Map());
      usual.get(id).set(index, (usual.get(id).get(index) ?? 0) + 1);
    }
  }
  // What lies deeper is of parts of it, such as tables of Unicode.
  for (const path of all.filter((name) => name.includes('/') && name.startsWith('src/'))) own.add(indexOf(parsed(join(where, path)).text));
  return { found, lines, own, missing };
}

// What is part of this project is under its own licence.
const made = reaching.filter((component) => component.purl || component['bom-ref'] === 'material-symbols').map(part);
const parts = made.map(({ found: { name, version, licence, source }, lines, own, missing }) => {
  // A crate without a file of its licence has the text that most others have.
  for (const id of missing) {
    const [most] = [...(usual.get(id) ?? fail(`${name}: no text of ${id}`))].sort(([, a], [, b]) => b - a)[0];
    own.add(most);
  }
  return { name, version, licence, source: source.replace(/\.git$/, ''), copyright: [...lines], texts: [...own].sort((a, b) => a - b) };
});
parts.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : Number(a.name.toLowerCase() > b.name.toLowerCase())) || (a.version < b.version ? -1 : 1));

const rows = (list) => list.map((row) => JSON.stringify(row)).join(',\n');
const written = `{"texts":[\n${rows(texts)}\n],"parts":[\n${rows(parts)}\n]}\n`;
if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== written) fail('assets/notices.json is not that of Cargo.lock and package-lock.json: node script/notices.mjs');
} else writeFileSync(file, written);
console.log(`${parts.length} parts, ${texts.length} texts, ${written.length} characters`);
