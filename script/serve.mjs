// Serves the built site as a plain static host would, with the site's own headers (assets/_headers).
// Usage: node script/serve.mjs [folder] [port]
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.bin': 'application/octet-stream', '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8; header=present', '.jsonld': 'application/ld+json; charset=utf-8', '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
};

/** The rules of a _headers file: [path pattern, [[name, value], …]]. */
function rules(text) {
  const found = [];
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\S/.test(line)) found.push([new RegExp(`^${line.trim().replaceAll('*', '.*')}$`), []]);
    else if (line.trim().startsWith('!')) found.at(-1)[1].push([line.trim().slice(1).trim(), '']);
    else found.at(-1)[1].push(line.trim().split(/:\s*(.*)/s));
  }
  return found;
}

/** A server of the folder under `base`; a listening server is returned. With `compress` it sends brotli, as hosts do. */
export function serve(folder, port = 0, base = '/', { compress = false } = {}) {
  const packed = new Map();
  const headers = existsSync(join(folder, '_headers')) ? rules(readFileSync(join(folder, '_headers'), 'utf8')) : [];
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url, 'http://localhost').pathname);
    let file = path.startsWith(base) ? join(folder, normalize('/' + path.slice(base.length))) : '';
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) {
        response.writeHead(301, { Location: path.split('/').at(-1) + '/' }).end();
        return;
      }
      file = join(file, 'index.html');
    }
    for (const [pattern, list] of headers) {
      if (pattern.test('/' + path.slice(base.length))) for (const [name, value] of list) value ? response.setHeader(name, value) : response.removeHeader(name);
    }
    if (!file || !existsSync(file) || file.endsWith('/_headers')) {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(existsSync(page) ? readFileSync(page) : '404 – nicht gefunden, not found');
      return;
    }
    if (compress && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      if (!packed.has(file)) packed.set(file, brotliCompressSync(readFileSync(file)));
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'br', 'Content-Length': packed.get(file).length });
      response.end(packed.get(file));
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Length': statSync(file).size });
    request.method === 'HEAD' ? response.end() : createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'dist', port = '8080'] = process.argv.slice(2);
  await serve(folder, Number(port)).catch((error) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use: stop the other server, or give another port.` : error.message);
    process.exit(1);
  });
  console.log(`The site is on http://127.0.0.1:${port}/ (stop with Ctrl+C)`);
}
