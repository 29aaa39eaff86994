// Sites in folders of their own, which a test changes on disk and whose answers it changes on the way; with their workers.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../script/serve.mjs';
import { dist, test as base } from './fixtures.mjs';

/** What is left out of the copies: much, and the packed ones beside what a test changes. */
const LEFT = /^\/(en\/)?(cards|sample|oembed|data\/services)(\/|$)|\.(br|gz)$/;

export const test = base.extend({
  /** Sites at paths of one host. `fault(path, response)` answers in place of them where it returns true; `heard` is what was asked. */
  host: async ({ browser }, use) => {
    const ends = [];
    await use(async (...paths) => {
      const own = { fault: () => false, heard: [], messages: [], folders: {} };
      const sites = {};
      for (const at of paths.length ? paths : ['/']) {
        const folder = (own.folders[at] = mkdtempSync(join(tmpdir(), 'ozg-worker-')));
        cpSync(dist, folder, { recursive: true, filter: (name) => !LEFT.test(name.slice(dist.length)) });
        sites[at] = await serve(folder, { at });
        ends.push(() => sites[at].close(), () => rmSync(folder, { recursive: true }));
      }
      const server = createServer(({ url, method, headers }, response) => {
        const [path] = url.split('?');
        own.heard.push(path);
        if (own.fault(path, response)) return;
        const at = Object.keys(sites).find((at) => path.startsWith(at));
        const behind = ask(new URL(url, sites[at].origin), { method, headers }, (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)));
        behind.on('error', () => response.destroy()).end();
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      own.url = `http://127.0.0.1:${server.address().port}/`;
      own.context = await browser.newContext({ serviceWorkers: 'allow' });
      ends.unshift(() => own.context.close(), () => server.closeAllConnections(), () => server.close());
      own.context.on('serviceworker', (worker) => worker.on('console', (message) => own.messages.push(`worker: ${message.text()}`)));
      own.tab = async () => {
        const page = await own.context.newPage();
        page.on('console', (message) => message.text().includes('Failed to load resource') || own.messages.push(message.text()));
        page.on('pageerror', ({ message }) => own.messages.push(message));
        const cdp = await own.context.newCDPSession(page);
        cdp.on('ServiceWorker.workerErrorReported', ({ errorMessage }) => own.messages.push(errorMessage.errorMessage));
        await cdp.send('ServiceWorker.enable');
        return page;
      };
      own.page = await own.tab();
      own.folder = Object.values(own.folders)[0];
      return own;
    });
    for (const end of ends) await end();
  },
});
/** Makes a newer release: the German page names another starter. Gives its name. */
export function release(folder) {
  const old = readdirSync(folder).find((name) => /^start-de-.*\.js$/.test(name));
  const text = `${readFileSync(join(folder, old), 'utf8')}// newer ${Math.random()}\n`;
  const hash = (kind) => createHash('sha256').update(text).digest(kind);
  const name = `start-de-${hash('hex').slice(0, 16)}.js`;
  const index = join(folder, 'index.html');
  const page = readFileSync(index, 'utf8').replaceAll(old, name).replace(/(<script id="start"[^>]* integrity=")[^"]*/, `$1sha256-${hash('base64')}`);
  rmSync(join(folder, old));
  writeFileSync(join(folder, name), text);
  writeFileSync(index, page);
  return name;
}
