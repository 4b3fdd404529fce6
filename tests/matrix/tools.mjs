// Running programs and pages for the cells of the matrix.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, serve } from '../js/browser.mjs';

/** A program, to its end; what it printed. */
export function sh(program, args, { cwd, env = {}, minutes = 5 } = {}) {
  return new Promise((done, fail) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: minutes * 60_000, maxBuffer: 1 << 26 };
    execFile(program, args, options, (error, out, err) => {
      if (error) fail(new Error(`${program} ${args.join(' ')}: ${tail(`${out}\n${err}`) || error.message}`));
      else done(out.trim());
    }).stdin?.end();
  });
}

/** The answers that a program's last line holds. */
export async function answersOf(program, args, options) {
  const out = await sh(program, args, options);
  return JSON.parse(out.slice(out.lastIndexOf('\n') + 1));
}

const tail = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-12)
    .join('\n');

/** A server of somebody else's, until `use` is done with it; it is ready once it prints what looks like its address. */
export async function serving(program, args, options, use) {
  const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, detached: true });
  let said = '';
  try {
    const address = await new Promise((done, fail) => {
      const hear = (chunk) => {
        said += chunk;
        const found = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(said);
        if (found) done(found[0]);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('error', fail);
      child.on('exit', (code) => fail(new Error(`${program} ended with ${code}: ${tail(said)}`)));
      setTimeout(() => fail(new Error(`${program} does not serve: ${tail(said)}`)), 120_000).unref();
    });
    return await use(address);
  } finally {
    // With what it started.
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
  }
}

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;
export const chromium = () => {
  browser ??= launch();
  return browser;
};
export const closeChromium = async () => (await browser)?.close();

/** What a page at an address answers. */
export async function answersAt(address) {
  const page = await (await chromium()).newPage();
  const heard = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('response', (response) => response.ok() || heard.push(`${response.status()} ${response.url()}`));
  try {
    await page.goto(address);
    // By looking again: a policy without eval lets no other way.
    for (let left = 600; left > 0; left--) {
      const answers = await page.evaluate(() => globalThis.answers);
      if (answers !== undefined) return answers;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the page says nothing: ${heard.slice(0, 5).join('; ')}`);
  } finally {
    await page.close();
  }
}

/** Browsers that nobody drives: how each is started on an address, without a window, in a profile of its own. */
const BROWSERS = {
  firefox: (address, profile) => ['firefox', '--headless', '--no-remote', '--profile', profile, address],
  webkit: (address) => ['xvfb-run', '--auto-servernum', MINI_BROWSER, address],
  cog: (address) => ['cog', '--platform=headless', address],
};

/** Debian's, of WebKitGTK. */
export const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** What a page answers in one of them: it tells the server. */
export const answersIn = (name) => async (address, arrived) => {
  const profile = mkdtempSync(join(tmpdir(), 'kyc-matrix-'));
  const [program, ...args] = BROWSERS[name](address, profile);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  try {
    return await Promise.race([
      arrived,
      new Promise((_, fail) => child.on('error', fail)),
      new Promise((_, fail) => setTimeout(() => fail(new Error(`${name} says nothing`)), 240_000).unref()),
    ]);
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** What may run where WebAssembly may, and where it may not. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob: data:";
export const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const html = (head) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>kyc-rules</title><link rel="icon" href="data:,">${head}</head><body></body></html>`;

/**
 * Serves a folder under a policy, and a page made of these scripts.
 * @param {string[]} folders looked in one after another
 * @param {{script: string, map?: object, policy?: string}} page
 * @param {(address: string, arrived: Promise<Record<string, string>>) => Promise<Record<string, string>>} [ask]
 */
export async function answersOfPage(folders, { script, map, policy = POLICY }, ask = answersAt) {
  let arrive;
  const arrived = new Promise((done) => {
    arrive = done;
  });
  const text = map && JSON.stringify(map);
  const hash = map && createHash('sha256').update(text).digest('base64');
  const head = `${map ? `<script type="importmap">${text}</script>` : ''}<script type="module" src="${script}"></script>`;
  const server = await serve(
    (path, body) => {
      if (path === '/answers') {
        arrive(JSON.parse(body));
        return { text: '' };
      }
      if (path === '/') return { text: html(head), type: 'text/html' };
      for (const folder of folders) {
        try {
          readFileSync(join(folder, path));
          return { file: new URL(`file://${join(folder, path)}`) };
        } catch {}
      }
      return undefined;
    },
    map ? policy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`) : policy,
  );
  try {
    return await ask(server.origin, arrived);
  } finally {
    server.close();
  }
}
