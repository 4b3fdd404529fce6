// Chromium and a static server under the content security policy that the README promises to work under.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';

/** The demo's own, which names its import map by its hash. */
export const CSP = /content="(default-src [^"]+)"/.exec(
  readFileSync(new URL('../../www-demo/index.html', import.meta.url), 'utf8'),
)[1];

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The Chromium that `CHROME` names, or the system's. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}

/** The Firefox that `FIREFOX` names, or Debian's, driven by WebDriver BiDi; none where there is none. */
export async function launchFirefox() {
  const program = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
  if (!existsSync(program)) return undefined;
  const executablePath = fileURLToPath(new URL('firefox_esr.mjs', import.meta.url));
  return firefox.launch({
    channel: 'moz-firefox',
    executablePath,
    timeout: 120_000,
    env: { ...process.env, FIREFOX: program },
  });
}

/**
 * Serves files and answers under the policy, on a free port of this machine alone.
 * @param {(path: string, body: string) => {file: URL} | {text: string, type?: string} | undefined} answer
 * @param {string} [policy]
 */
export async function serve(answer, policy = CSP) {
  const server = createServer(async (request, response) => {
    let body = '';
    // A character may come in two pieces.
    request.setEncoding('utf8');
    for await (const chunk of request) body += chunk;
    const path = new URL(request.url, 'http://localhost').pathname;
    const found = answer(path, body);
    try {
      const [bytes, type] =
        found?.file === undefined
          ? [found?.text, found?.type]
          : [readFileSync(found.file), TYPES[extname(fileURLToPath(found.file))]];
      response.writeHead(bytes === undefined ? 404 : 200, {
        'content-type': type ?? 'text/plain; charset=utf-8',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
