// A page with a form of its own and the package, in Chromium under the strict content security policy: what the tests of forms have in
// common.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, serve } from '../../js/browser.mjs';

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const PACKAGE = new URL('../../../dist/npm/kyc-rules/', import.meta.url);

/**
 * Serves a form with its script beside files of the package. The script says `window.ready` when it is done.
 * @param {string} form
 * @param {string} script
 * @param {string[]} files
 */
export async function site(form, script, files) {
  const text = `<!doctype html><html lang="en"><head><title>About you</title><link rel="icon" href="data:,"></head><body><main><h1>About you</h1>
<form action="/sent" method="get">
${form}
</form></main><script type="module" src="/page.mjs"></script></body></html>`;
  const server = await serve((path) => {
    if (path === '/' || path === '/sent') return { text, type: 'text/html' };
    if (path === '/page.mjs') return { text: script, type: 'text/javascript' };
    const name = files.find((file) => path === `/kyc-rules/${file}`);
    return name && { file: new URL(name, PACKAGE) };
  });
  const browser = await launch();
  /** What was said on the console. */
  const heard = [];
  return {
    origin: server.origin,
    heard,
    open: async (hash = '') => {
      const page = await browser.newPage();
      page.setDefaultTimeout(5000);
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(error.message));
      await page.goto(server.origin + hash);
      await page.waitForFunction(() => window.ready);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** That axe finds nothing. */
export async function clean(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document.querySelector('main')));
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
    [],
  );
}
