// Drives Debian's Firefox ESR and WebKitGTK with what Node has. WebKitWebDriver speaks WebDriver over HTTP; Firefox has the
// same commands in Marionette, the protocol below geckodriver: `length:[0, number, command, parameters]` over TCP.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIREFOX = '/usr/bin/firefox-esr';
const [WEBKIT, XVFB] = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];
const MINIBROWSER = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch]}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
/** The key under which WebDriver gives an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Home: '\uE011', ArrowDown: '\uE015' };
/** Each command: method and path in WebDriver, name in Marionette. */
const COMMANDS = {
  go: ['POST', 'url', 'WebDriver:Navigate'], back: ['POST', 'back', 'WebDriver:Back'], run: ['POST', 'execute/sync', 'WebDriver:ExecuteScript'],
  find: ['POST', 'element', 'WebDriver:FindElement'], click: ['POST', 'element/ID/click', 'WebDriver:ElementClick'],
  act: ['POST', 'actions', 'WebDriver:PerformActions'], frame: ['POST', 'frame', 'WebDriver:SwitchToFrame'],
};
/** What Firefox says of itself. */
const OWN_WORDS = /^console\.(info: "(Registered|Enabled)|warn: "Skipping")|resource:|chrome:|moz-extension:|\.sys\.mjs/;
/** No command waits until a page is loaded: WebKit would do so for ever after a way back within a page. */
const STRATEGY = { pageLoadStrategy: 'none' };

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer holds; the message of a failure has the last answer. */
export async function until(ask, what, limit = 10_000) {
  const end = Date.now() + limit;
  for (;;) {
    let last;
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error.message;
    }
    if (Date.now() > end) throw new Error(`${what}, after ${limit / 1000} s: ${last}`);
    await pause(50);
  }
}

/** A program and what it has said; it ends with this one, and so does all that it has started. */
function start(file, args, env, stdio = ['ignore', 'pipe', 'pipe']) {
  const child = spawn(file, args, { env, stdio, detached: true });
  const own = { text: '', stop() {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  } };
  for (const stream of child.stdio.slice(1)) stream?.on('data', (data) => (own.text += data));
  child.on('error', (error) => (own.text += error.message));
  process.prependListener('exit', own.stop);
  return own;
}

/** A folder for what an engine writes; it goes when the programs have gone. */
function folder() {
  const home = mkdtempSync(join(tmpdir(), 'engines-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 9 }));
  return home;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** In a page: keeps what goes wrong from now on. Only in the page that comes, not in the one that goes. */
function watch() {
  if (window.isLeft || location.href === 'about:blank') return false;
  const faults = (window.faults = []);
  addEventListener('securitypolicyviolation', (event) => faults.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
  addEventListener('error', (event) => faults.push(`error: ${event.message ?? event.target.outerHTML}`), true);
  addEventListener('unhandledrejection', (event) => faults.push(`error: ${event.reason}`));
  console.error = (...words) => faults.push(`console: ${words.join(' ')}`);
  return true;
}

/** What journeys do with an engine. */
class Browser {
  /** `send` takes the name of a command and its parameters; `said` gives all that the engine has said. */
  constructor(version, send, said, stop) {
    Object.assign(this, { version, send, said, stop, read: 0 });
  }
  /** WebKit never answers what comes while a page goes: what changes nothing is asked again. */
  command(name, params, tries = /run|find|frame/.test(name) ? 3 : 1) {
    let isOpen = true;
    const again = () => (tries > 1 ? this.command(name, params, tries - 1) : Promise.reject(new Error(`${name}: no answer`)));
    return Promise.race([this.send(name, params).finally(() => (isOpen = false)), pause(8_000).then(() => isOpen && again())]);
  }
  async go(url) {
    await this.frame();
    await this.run(() => void (window.isLeft = true));
    await this.command('go', { url });
    await until(() => this.run(watch), url);
  }
  back = () => this.command('back', {});
  /** What a function answers in the page. */
  run = (ask, ...args) => this.command('run', { script: `return (${ask}).apply(null, arguments)`, args });
  find = (selector) => this.command('find', { using: 'css selector', value: selector });
  /** Clicks as a reader does: what is not to be seen, and in Firefox what is covered, fails. */
  async click(selector) {
    return this.command('click', { id: (await this.find(selector))[ELEMENT] });
  }
  /** Presses keys one after the other. */
  press(...keys) {
    const actions = keys.map((key) => KEYS[key] ?? key).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    return this.command('act', { actions: [{ type: 'key', id: 'keys', actions }] });
  }
  /** Goes into a frame once it has its page; without a selector to the page around it. */
  frame(selector) {
    return until(async () => {
      await this.command('frame', { id: null });
      if (!selector) return true;
      const id = await this.find(selector);
      await this.command('frame', { id, element: id[ELEMENT] });
      return this.run(() => location.href !== 'about:blank' && document.readyState === 'complete');
    }, `the frame ${selector ?? ''}`);
  }
  /** What went wrong since the last time: what the page saw, and what Firefox said of any page. */
  async faults() {
    const said = this.said().slice(this.read);
    this.read += said.length;
    const own = said.split('\n').filter((line) => /^(console\.|JavaScript (error|warning))/.test(line) && !OWN_WORDS.test(line));
    return [...(await this.run(() => window.faults?.splice(0) ?? []).catch(() => [])), ...own];
  }
}

async function webkit(proxy) {
  const home = folder();
  const screen = start(XVFB, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], process.env, ['ignore', 'ignore', 'ignore', 'pipe']);
  const display = await until(() => /\d+(?=\n)/.exec(screen.text)?.[0], 'Xvfb');
  const port = await freePort();
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = start(WEBKIT, [`--port=${port}`], env);
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, body: JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const options = { binary: MINIBROWSER, args: ['--automation', `--proxy=http://127.0.0.1:${proxy}`, '--ignore-host=127.0.0.1'] };
  const wanted = { capabilities: { alwaysMatch: { ...STRATEGY, 'webkitgtk:browserOptions': options } } };
  const { sessionId, capabilities } = await until(() => ask('POST', '', wanted), 'WebKitWebDriver', 30_000);
  const send = (name, params) => ask(COMMANDS[name][0], `/${sessionId}/${COMMANDS[name][1].replace('ID', params.id)}`, params);
  return new Browser(capabilities.browserVersion, send, () => '', () => [driver, screen].forEach((own) => own.stop()));
}

/** Answers of Marionette by the number of their question. */
function marionette(port) {
  const socket = connect(port, '127.0.0.1');
  const waiting = [];
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (let colon = received.indexOf(':'); colon > 0; colon = received.indexOf(':')) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end));
      received = received.subarray(end);
      // The greeting is no answer.
      if (Array.isArray(message)) waiting[message[1]](message);
    }
  });
  // Who waits is told by the time limit of the command.
  socket.on('error', () => {});
  return (name, params) => new Promise((resolve, reject) => {
    const text = JSON.stringify([0, waiting.length, name, params]);
    waiting.push(([, , error, result]) => (error ? reject(new Error(`${error.error}: ${error.message}`)) : resolve(result && 'value' in result ? result.value : result)));
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
}

async function firefox(proxy) {
  const home = folder();
  const settings = {
    'marionette.port': 0, 'devtools.console.stdout.content': true, 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy,
    // What Firefox asks for itself.
    'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false, 'services.settings.server': 'data:,#remote-settings-dummy/v1', 'extensions.systemAddon.update.enabled': false, 'media.gmp-manager.updateEnabled': false,
  };
  writeFileSync(join(home, 'user.js'), Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const env = { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };
  const program = start(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', home], env);
  const ask = marionette(await until(() => Number(readFileSync(join(home, 'MarionetteActivePort'), 'utf8')), 'Firefox', 60_000));
  const { capabilities } = await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: STRATEGY } });
  return new Browser(capabilities.browserVersion, (name, params) => ask(COMMANDS[name][2], params), () => program.text, program.stop);
}

/** The engines: whether each is here, how it comes here, how it starts behind a proxy. */
export const engines = [
  { name: 'Firefox', isHere: existsSync(FIREFOX), packages: 'firefox-esr', start: firefox },
  { name: 'WebKitGTK', isHere: [WEBKIT, XVFB, MINIBROWSER].every(existsSync), packages: 'webkit2gtk-driver xvfb', start: webkit },
];
