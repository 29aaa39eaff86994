// Serves a folder by `ozg serve`, with the headers that the site's own _headers asks for and its packed copies.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = process.env.OZG ?? fileURLToPath(new URL('../target/debug/ozg', import.meta.url));

/** A server of the folder: its address, without a slash at the end, and `close`. `at` is a path on its host, such as `/some/path/`. */
export async function serve(folder, { port = 0, at } = {}) {
  if (!existsSync(command)) execFileSync('cargo', ['build', '--quiet', '--locked', '--bin', 'ozg'], { stdio: 'inherit' });
  const server = spawn(command, ['serve', folder, '--port', String(port), '--json', ...(at ? ['--at', at] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => server.kill();
  process.once('exit', kill);
  const close = () => process.off('exit', kill) && kill();
  let text = '';
  for await (const line of createInterface({ input: server.stdout })) {
    text += line;
    if (line === '}') return { origin: JSON.parse(text).address.replace(/\/$/, ''), close };
  }
  throw new Error(`${folder} could not be served`);
}
