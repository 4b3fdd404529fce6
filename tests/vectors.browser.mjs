// The shared vectors in Chromium, through the packed package, under a strict content security policy.
// `node tests/vectors.browser.mjs [FILE]` writes the answers to FILE.
import { launch, serve } from './js/browser.mjs';
import { say } from './js/say.mjs';
import { suites } from './js/suites.mjs';

const FILES = {
  '/kyc-rules/errors.js': '../dist/npm/kyc-rules/errors.js',
  '/kyc-rules/index.js': '../dist/npm/kyc-rules/index.js',
  '/vectors.mjs': './js/vectors.mjs',
  '/page.mjs': './js/vectors.page.mjs',
};

let resolve;
let reject;
const outcome = new Promise((...both) => {
  [resolve, reject] = both;
});

const server = await serve((path, body) => {
  if (path === '/')
    return {
      text: '<!doctype html><title>Vectors</title><link rel="icon" href="data:,"><script type="module" src="/page.mjs"></script>',
      type: 'text/html',
    };
  if (path === '/favicon.ico') return { text: '' };
  if (path === '/suites') return { text: JSON.stringify(suites()), type: 'application/json' };
  if (path === '/outcome') {
    resolve(JSON.parse(body));
    return { text: '' };
  }
  return path in FILES ? { file: new URL(FILES[path], import.meta.url) } : undefined;
});
const browser = await launch();
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => reject(error));
  page.on('console', (message) => {
    if (message.type() === 'error') reject(new Error(message.text()));
  });
  await page.goto(server.origin);
  say(await outcome, process.argv[2]);
} finally {
  await browser.close();
  server.close();
}
