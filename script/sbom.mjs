// Writes what this project is made of, as CycloneDX 1.6: `node script/sbom.mjs [file]`, without a file to the terminal. The same
// sources give the same bytes: there is no time in it, and the serial number is made of the content.
//
// `ozg:reaches` says whom a component reaches: "readers" (in the WebAssembly, the styles or the pictures) or "operator" (in the
// `ozg` command). What only builds or tests has the scope "excluded". What only tests in Rust is left out.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

const readers = ['@kern-ux/native', '@expo-google-fonts/fira-code', '@expo-google-fonts/fira-sans'];
const targets = { readers: 'wasm32-unknown-unknown', operator: 'x86_64-unknown-linux-gnu' };
const components = new Map();
const edges = new Map();
const edge = (from, to) => edges.set(from, (edges.get(from) ?? new Set()).add(to));

/** A licence as an SPDX expression: older crates write a slash. */
const expression = (licence) => licence.replace(/\s*\/\s*/g, ' OR ');
const link = (type, url) => (url ? [{ type, url: url.replace(/^git\+/, '') }] : []);

/** Adds a component, or what else it reaches. Keys have the order that they have in the file. */
function add(ref, { reaches, ...about }) {
  const found = components.get(ref) ?? { ...about, reaches: new Set() };
  if (reaches) found.reaches.add(reaches);
  components.set(ref, found);
}

// Rust: which crates there are, and what is linked of them, says `cargo tree`, which decides on features as a build does
// (`cargo metadata` joins those of both targets). Metadata and lock say the rest.
const { packages, workspace_members: members } = JSON.parse(run('cargo', 'metadata', '--locked', '--format-version', '1'));
const about = new Map(packages.map((found) => [`${found.name}@${found.version}`, found]));
const own = packages.find(({ id }) => members.includes(id));
const ownRef = `${own.name}@${own.version}`;
const checksums = new Map([...read('Cargo.lock').matchAll(/name = "(.+)"\nversion = "(.+)"\n(?:source = .+\nchecksum = "(.+)")?/g)]
  .map(([, name, version, checksum]) => [`${name}@${version}`, checksum]));
const cargo = (key) => (checksums.get(key) ? `pkg:cargo/${key.replace('+', '%2B')}` : key);

/** Crates of a target with their depth below the package. */
const tree = (target, kinds) => run('cargo', 'tree', '--locked', '--target', target, '--edges', kinds, '--prefix', 'depth').trim().split('\n').map((line) => {
  const [, depth, name, version] = /^(\d+)(\S+) v(\S+)/.exec(line);
  return [Number(depth), `${name}@${version}`];
});

for (const [reaches, target] of Object.entries(targets)) {
  const linked = new Set(tree(target, 'normal,no-proc-macro').map(([, key]) => key));
  const above = [];
  for (const [depth, key] of tree(target, 'normal,build')) {
    above[depth] = key;
    if (depth > 0) edge(cargo(above[depth - 1]), cargo(key));
    if (key === ownRef) continue;
    const { name, version, license, authors, repository } = about.get(key);
    const checksum = checksums.get(key);
    add(cargo(key), {
      name, version, authors,
      licence: expression(license),
      description: checksum ? undefined : 'Part of this project: stands in for the crate of this name',
      hashes: checksum ? [{ alg: 'SHA-256', content: checksum }] : undefined,
      purl: checksum && cargo(key),
      links: link('vcs', repository),
      reaches: linked.has(key) ? reaches : undefined,
    });
  }
}
// The standard library, which Cargo does not list.
const rust = /^rustc (\S+)/.exec(run('rustc', '--version'))[1];
for (const reaches of Object.keys(targets)) {
  add(`pkg:github/rust-lang/rust@${rust}`, {
    name: 'Rust standard library', version: rust, purl: `pkg:github/rust-lang/rust@${rust}`, reaches,
    authors: ['The Rust Project Developers (see https://thanks.rust-lang.org)'],
    licence: '(MIT OR Apache-2.0) AND Unicode-3.0',
    links: link('vcs', 'https://github.com/rust-lang/rust'),
  });
}
edge(ownRef, `pkg:github/rust-lang/rust@${rust}`);

// npm: all of it builds and tests, but for styles and fonts.
const { packages: lock } = JSON.parse(read('package-lock.json'));
const named = (path) => path.slice(path.lastIndexOf('node_modules/') + 13);
const npm = (path) => (path === '' ? ownRef : `pkg:npm/${named(path).replace('@', '%40')}@${lock[path].version}`);
/** Where a package finds another one: in its own folder, or in one above. */
function place(path, name) {
  const here = `${path}${path && '/'}node_modules/${name}`;
  if (lock[here] || path === '') return lock[here] && here;
  return place(path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1)), name);
}
for (const [path, found] of Object.entries(lock)) {
  for (const name of Object.keys({ ...found.dependencies, ...found.optionalDependencies, ...found.devDependencies })) {
    const to = place(path, name);
    if (to) edge(npm(path), npm(to));
  }
  if (path === '') continue;
  const [algorithm, hash] = found.integrity.split('-');
  add(npm(path), {
    name: named(path), version: found.version, licence: found.license, purl: npm(path),
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
    reaches: readers.includes(named(path)) ? 'readers' : undefined,
  });
}
// The arrow of select fields in KERN's styles is Google's.
add('material-symbols', {
  name: 'Material Symbols', licence: 'Apache-2.0', authors: ['Google'], description: 'One icon, keyboard_arrow_down, in the styles of KERN',
  links: link('vcs', 'https://github.com/google/material-design-icons'), reaches: 'readers',
});
edge(npm('node_modules/@kern-ux/native'), 'material-symbols');

const sorted = (list) => [...list].sort((a, b) => (a < b ? -1 : Number(a > b)));
const licences = (licence) => [{ expression: licence }];
const content = {
  metadata: {
    component: {
      type: 'application', 'bom-ref': ownRef, name: own.name, version: own.version, description: own.description, licenses: licences(own.license),
    },
  },
  components: sorted(components.keys()).map((ref) => {
    const { name, version, licence, authors, description, hashes, purl, links, reaches } = components.get(ref);
    const [, group, short] = /^(?:(@.+)\/)?(.+)$/.exec(name);
    return {
      type: 'library', 'bom-ref': ref, authors: authors?.length ? authors.map((author) => ({ name: author.replace(/ *<.*/, '') })) : undefined,
      group, name: short, version, description, scope: reaches.size ? 'required' : 'excluded', hashes, licenses: licences(licence), purl,
      externalReferences: links?.length ? links : undefined,
      properties: reaches.size ? sorted(reaches).map((value) => ({ name: 'ozg:reaches', value })) : undefined,
    };
  }),
  dependencies: sorted([ownRef, ...components.keys()]).map((ref) => ({ ref, dependsOn: edges.has(ref) ? sorted(edges.get(ref)) : undefined })),
};
const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const bom = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1, ...content };
const text = `${JSON.stringify(bom, null, 1)}\n`;
if (process.argv[2]) writeFileSync(process.argv[2], text);
else process.stdout.write(text);
