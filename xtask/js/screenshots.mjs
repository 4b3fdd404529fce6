// Pictures of every view of the demo, at phone and desktop width, light, dark and from right to left: node xtask/js/screenshots.mjs
// [FOLDER [VIEW]]. `dist/demo` must be assembled. Anything on the console is an error.
import { mkdirSync } from 'node:fs';
import { launch, serve } from '../../tests/js/browser.mjs';

const [folder = 'dist/screenshots', only] = process.argv.slice(2);
const root = new URL('../../dist/demo/', import.meta.url);
const { origin, close } = await serve((path) => ({ file: new URL(`.${path === '/' ? '/index.html' : path}`, root) }));
const browser = await launch();
mkdirSync(folder, { recursive: true });

const ready = (page, view) => page.waitForSelector(`body[data-ready="${view}"]`);
/** The sample, sent: what the review and the status show. */
const send = async (page) => {
  await page.selectOption('#sample', '0');
  await page.click('button[type=submit]');
  await page.goto(`${origin}/#/try/review`);
  await page.click('button[type=submit]');
};
const SCENES = [
  ['try', '#/try', async () => {}],
  [
    'try-error',
    '#/try/personal',
    async (page) => {
      await page.selectOption('#mistake', '2');
      await page.click('button[type=submit]');
    },
  ],
  [
    'try-address',
    '#/try',
    async (page) => {
      await page.selectOption('#sample', '4');
      await page.click('.steps a[href="#/try/address"]', { force: true }).catch(() => {});
      await page.evaluate(() => {
        location.hash = '#/try/address';
      });
    },
  ],
  [
    'try-documents',
    '#/try',
    async (page) => {
      await page.selectOption('#sample', '0');
      await page.evaluate(() => {
        location.hash = '#/try/documents';
      });
      await page.click('#add-DRIVERS_LICENSE');
      await page.click('[aria-label^="Use a specimen: Front of the document, document 2"]');
      await page.waitForSelector('.shot-verdict');
      await page.click('[aria-label^="Use a blurred specimen: Back of the document, document 2"]');
      await page.waitForFunction(() => document.querySelectorAll('.shot-verdict').length === 2);
    },
  ],
  [
    'try-review',
    '#/try',
    async (page) => {
      await page.selectOption('#sample', '0');
      await page.evaluate(() => {
        location.hash = '#/try/review';
      });
    },
  ],
  [
    'try-status',
    '#/try',
    async (page) => {
      await send(page);
      await page.waitForSelector('#request');
      await page.click('button:has-text("Ask"):not([disabled])');
      await page.waitForSelector('#answer');
    },
  ],
  ['fields', '#/fields', async () => {}],
  ['words', '#/words', async () => {}],
  ['rules', '#/rules', async () => {}],
  [
    'images',
    '#/images',
    async (page) => {
      await page.click('#use-specimen');
      await page.waitForSelector('.image-report .verdict');
    },
  ],
  ['code', '#/code', async () => {}],
  ['theme', '#/theme', async () => {}],
];
const LOOKS = [
  ['phone-light', 390, 'light', 'ltr'],
  ['phone-dark', 390, 'dark', 'ltr'],
  ['desktop-light', 1280, 'light', 'ltr'],
  ['desktop-dark', 1280, 'dark', 'ltr'],
  ['desktop-rtl', 1280, 'light', 'rtl'],
  ['phone-rtl', 390, 'light', 'rtl'],
];

let wrong = 0;
for (const [look, width, colorScheme, dir] of LOOKS) {
  for (const [name, hash, act] of SCENES) {
    if (only !== undefined && !`${name} ${look}`.match(only)) continue;
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complain = (text) => {
      wrong += 1;
      console.log(`${name} ${look}: ${text}`);
    };
    page.on('console', (message) => complain(message.text()));
    page.on('pageerror', (error) => complain(error.message));
    try {
      await page.goto(`${origin}/${hash}`);
      await ready(page, hash.split('/')[1]);
      await page.waitForTimeout(150);
      await page.evaluate(() =>
        document.querySelectorAll('details.toolbar').forEach((it) => {
          it.open = true;
        }),
      );
      await page.fill('#today', '2026-01-31').catch(() => {});
      await page.evaluate(() => document.activeElement?.blur());
      await act(page);
      if (dir === 'rtl') await page.selectOption('#dir', 'rtl');
      await page.waitForTimeout(150);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) complain(`scrolls ${wide} pixels sideways`);
      // Whatever sticks to the top stands there.
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(80);
      await page.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: true });
    } catch (error) {
      complain(error.message.split('\n')[0]);
    }
    await context.close();
  }
}
await browser.close();
close();
console.log(`screenshots in ${folder}, ${wrong} complaints`);
process.exitCode = wrong > 0 ? 1 : 0;
