/**
 * Firefox and WebKitGTK as Debian packages them, driven by WebDriver: Firefox by the protocol that it speaks itself
 * (Marionette), WebKitGTK by its WebKitWebDriver. Each gives the same three verbs, or the reason why it is not there.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START = 40_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries again until it works or the time is up. */
async function eventually(act) {
  const end = Date.now() + START;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(250);
    }
  }
}

function connect(port) {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** A Marionette connection: messages are a length, a colon and JSON. */
function talk(socket) {
  let buffer = Buffer.alloc(0);
  let ids = 0;
  const waiting = new Map();
  socket.on('data', (bytes) => {
    buffer = Buffer.concat([buffer, bytes]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(`${error.error}: ${error.message}`));
      else resolve?.(result);
    }
  });
  return (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++ids;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

async function startFirefox() {
  const binary = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
  if (!binary) throw new Error('firefox is missing: apt-get install firefox-esr');
  const profile = mkdtempSync(join(tmpdir(), 'loopscope-firefox-'));
  const child = spawn(binary, ['--headless', '--marionette', '--no-remote', '--profile', profile], { stdio: 'ignore' });
  try {
    const socket = await eventually(() => connect(2828));
    const send = talk(socket);
    await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await send('WebDriver:SetTimeouts', { script: 60_000 });
    return {
      open: (url) => send('WebDriver:Navigate', { url }),
      ask: async (script, ...args) => (await send('WebDriver:ExecuteAsyncScript', { script: wrapped(script), args, newSandbox: true })).value,
      close: async () => {
        socket.destroy();
        await stop(child);
        rmSync(profile, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stop(child);
    rmSync(profile, { recursive: true, force: true });
    throw error;
  }
}

async function startWebKit() {
  const browser = readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
  if (!existsSync('/usr/bin/WebKitWebDriver') || !browser) throw new Error('WebKitWebDriver is missing: apt-get install webkit2gtk-driver');
  const children = [];
  const close = async () => {
    for (const child of children.reverse()) await stop(child);
  };
  const env = { ...process.env };
  try {
    if (!env.DISPLAY) {
      if (!existsSync('/usr/bin/Xvfb')) throw new Error('no display: apt-get install xvfb');
      env.DISPLAY = ':97';
      children.push(spawn('/usr/bin/Xvfb', [env.DISPLAY, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' }));
      await pause(1000);
    }
    children.push(spawn('/usr/bin/WebKitWebDriver', ['--port=4567'], { stdio: 'ignore', env }));
    const call = async (path, body) => {
      const answer = await fetch(`http://127.0.0.1:4567${path}`, { method: 'POST', body: JSON.stringify(body) });
      const { value } = await answer.json();
      if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
    const { sessionId } = await eventually(() => call('/session', { capabilities }));
    await call(`/session/${sessionId}/timeouts`, { script: 60_000 });
    return {
      open: (url) => call(`/session/${sessionId}/url`, { url }),
      ask: (script, ...args) => call(`/session/${sessionId}/execute/async`, { script: wrapped(script), args }),
      close: async () => {
        await fetch(`http://127.0.0.1:4567/session/${sessionId}`, { method: 'DELETE' }).catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The function's result, when it comes; an error comes as one that begins with `!`. */
function wrapped(script) {
  return `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
    Promise.resolve().then(() => (${script.toString()})(...args)).then(done, (error) => done('!' + error));`;
}

/** Ends a process that was started here, and waits until it is gone. */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, pause(5000).then(() => child.kill('SIGKILL'))]);
}

export const DRIVERS = { Firefox: startFirefox, WebKitGTK: startWebKit };
