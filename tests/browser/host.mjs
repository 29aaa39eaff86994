// Pages of others, in which embeds stand.
import { createServer } from 'node:http';
import { expect, test } from './fixtures.mjs';

/** A page of others, with its own origin and headers. */
export const hosted = test.extend({
  host: async ({ browser }, use) => {
    const open = [];
    await use(async (body, { headers = {}, style = '', script = '' } = {}) => {
      const server = createServer((request, response) => {
        for (const [name, value] of Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...headers })) response.setHeader(name, value);
        response.end(`<!doctype html><html lang="de"><title>Zeitung</title><link rel="icon" href="data:,"><style>main{width:600px}${style}</style><script>${script}</script><main>${body}<p id="after">Text</p></main></html>`);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      // The colour scheme of each frame is that of its host.
      const context = await browser.newContext({ colorScheme: null, viewport: { width: 1000, height: 800 } });
      open.push([server, context]);
      const page = await context.newPage();
      const foreign = [];
      page.on('console', (message) => foreign.push(message.text()));
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      return Object.assign(page, { messages: foreign });
    });
    for (const [server, context] of open) {
      await context.close();
      server.close();
    }
  },
});

/** How high a frame is and how high what it holds. */
export async function heights(frame) {
  const inner = await (await frame.elementHandle()).contentFrame();
  const needed = await inner.evaluate(() => document.documentElement.getBoundingClientRect().height);
  return { needed, given: (await frame.boundingBox()).height, inner };
}

/** Waits until a frame is as high as what it holds. */
export const fits = (frame, message) =>
  expect.poll(async () => {
    const { needed, given } = await heights(frame);
    return given >= needed && given < needed + 2;
  }, { message, timeout: 10_000 }).toBe(true);
