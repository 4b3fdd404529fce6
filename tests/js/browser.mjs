// Chromium and a static server under the content security policy that the README promises to work under.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-8aV8FywMlFuCWdq2qCmM9kQVV7bEBOA6PnjwT5K5M+8='; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:";

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

/**
 * Serves files and answers under the policy, on a free port of this machine alone.
 * @param {(path: string, body: string) => {file: URL} | {text: string, type?: string} | undefined} answer
 * @param {string} [policy]
 */
export async function serve(answer, policy = CSP) {
  const server = createServer(async (request, response) => {
    let body = '';
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
