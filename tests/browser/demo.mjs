// Journeys over the demo, as a person makes them, in Chromium and Firefox: under its security policy, with nothing on the console, no
// request to anywhere else, and no finding of axe in any view. `dist/demo` must be assembled. `node tests/browser/demo.mjs [PATTERN]`.
import { launch, launchFirefox } from '../js/browser.mjs';
import * as budget from './demo/budget.mjs';
import * as customer from './demo/customer.mjs';
import * as looks from './demo/looks.mjs';
import { close, count, journey, visitDriven } from './demo/shared.mjs';
import * as views from './demo/views.mjs';
import * as ways from './demo/ways.mjs';

const [pattern = ''] = process.argv.slice(2);
const everywhere = [...customer.EVERYWHERE, ...ways.EVERYWHERE, ...views.EVERYWHERE];

async function walk(name, launched, sets) {
  const browser = await launched;
  console.log(`\n${name} ${browser.version()}`);
  for (const [set, options] of sets) {
    for (const [title, steps, own] of set) {
      const called = `${options.folder === undefined ? '' : 'without WebAssembly: '}${title}`;
      if (called.match(pattern)) await journey(browser, called, steps, { ...own, ...options });
    }
  }
  await browser.close();
}

budget.files();
const more = [...customer.MORE, ...ways.MORE, ...views.MORE];
const chromium = [
  [[...everywhere, ...more, ...looks.AXE, ...looks.NARROW, ...budget.CHROMIUM], {}],
  [[...everywhere, ...budget.WITHOUT_WASM], { folder: 'without-wasm/' }],
];
await walk('Chromium', launch(), chromium);
const firefox = await launchFirefox();
if (firefox === undefined) console.log('\nNo Firefox here: name one in FIREFOX.');
else {
  visitDriven();
  await walk('Firefox', firefox, [[everywhere, {}]]);
}
close();
const { passed, failed } = count();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
