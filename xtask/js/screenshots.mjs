// Pictures of every view of the demo: at phone and desktop width, light, dark, in Arabic, in forced colours, with text twice as large
// and at 320 pixels. node xtask/js/screenshots.mjs [FOLDER [PATTERN]]; `--readme` makes the README's four. `dist/demo` must be
// assembled. Anything on the console is an error, and so is what scrolls sideways.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { launch, serve } from '../../tests/js/browser.mjs';

const args = process.argv.slice(2);
const isReadme = args[0] === '--readme';
const [folder = 'dist/screenshots', only = ''] = isReadme ? ['docs/screenshots'] : args;
const root = new URL('../../dist/demo/', import.meta.url);
const { origin, close } = await serve((path) => ({ file: new URL(`.${path === '/' ? '/index.html' : path}`, root) }));
const browser = await launch();
mkdirSync(folder, { recursive: true });

const at = (page, step) => page.waitForSelector(`body[data-step="${step}"] .page[data-ready] .stage > :last-child`);
const sample = async (page, index = '0') => {
  await page.selectOption('#sample', index);
  await at(page, 'account');
};
const go = async (page, step) => {
  await page.evaluate((to) => {
    location.hash = `#/try/${to}`;
  }, step);
  await at(page, step);
};
/** The sample, sent for review. */
const send = async (page) => {
  await sample(page);
  await page.click('button[type=submit]');
  await at(page, 'personal');
  await go(page, 'review');
  await page.click('button[type=submit]');
  await at(page, 'status');
  await page.waitForSelector('#request');
};

/** A scene: its name, the address it begins at, and what is done there. */
const SCENES = [
  ['try', 'try', async () => {}],
  [
    'try-error',
    'try',
    async (page) => {
      await page.selectOption('#mistake', '2');
      await page.click('button[type=submit]');
    },
  ],
  ['try-address', 'try/address?sample=ireland', async () => {}],
  ['try-identity', 'try/identity?sample=brazil', async () => {}],
  ['try-money', 'try/money?sample=united-states', async () => {}],
  [
    'try-documents',
    'try/documents?sample=united-states',
    async (page) => {
      await page.click('#add-DRIVERS_LICENSE');
      await page.click('.document:nth-of-type(2) .side:nth-of-type(1) .actions button:nth-of-type(1)');
      await page.waitForSelector('.shot-verdict');
      await page.click('.document:nth-of-type(2) .side:nth-of-type(2) .actions button:nth-of-type(2)');
      await page.waitForFunction(() => document.querySelectorAll('.shot-verdict').length === 2);
    },
  ],
  ['try-review', 'try/review?sample=united-states', async () => {}],
  [
    'try-saved',
    'try',
    async (page) => {
      await sample(page);
      await page.click('button[type=submit]');
      await at(page, 'personal');
      await page.click('#save');
      await at(page, 'saved');
    },
  ],
  [
    'try-status',
    'try',
    async (page) => {
      await send(page);
      await page.click('.desk .actions:last-child button');
      await page.waitForSelector('#answer');
    },
  ],
  [
    'try-active',
    'try',
    async (page) => {
      await send(page);
      await page.click('.desk .actions button:nth-of-type(2)');
      await page.waitForSelector('.status-badge.ready');
      await page.click('#tab-webhooks');
    },
  ],
  ['fields', 'fields', async () => {}],
  ['words', 'words/de', async () => {}],
  ['rules', 'rules', async () => {}],
  ['rules-countries', 'rules/countries', async (page) => page.fill('#find-country', 'un')],
  ['rules-policy', 'rules/policy', async () => {}],
  [
    'images',
    'images',
    async (page) => {
      await page.click('#use-blurred');
      await page.waitForSelector('.image-report .verdict');
      await page.selectOption('#layer', 'blur');
      await page.waitForSelector('.layer');
    },
  ],
  ['code', 'code', async () => {}],
  ['theme', 'theme', async () => {}],
];

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** A look: its name, the window, what the browser is told, and what is done before the scene. */
const LOOKS = [
  ['phone-light', { viewport: PHONE }],
  ['phone-dark', { viewport: PHONE, colorScheme: 'dark' }],
  ['desktop-light', { viewport: DESKTOP }],
  ['desktop-dark', { viewport: DESKTOP, colorScheme: 'dark' }],
  ['desktop-arabic', { viewport: DESKTOP }, 'ar'],
  ['phone-arabic', { viewport: PHONE }, 'ar'],
  ['desktop-forced', { viewport: DESKTOP, forcedColors: 'active' }],
  ['desktop-200', { viewport: { width: 1280, height: 1800 } }, 'large'],
  ['narrow-320', { viewport: { width: 320, height: 640 } }],
];
/** Pixels of a page's height in a picture. */
const MOST = 2600;
/** The README's: a scene, a look, and how much of the page. */
const README = {
  'try-status desktop-light': ['status', 1240],
  'fields desktop-light': ['fields', 1100],
  'images desktop-dark': ['images-dark', 1100],
  'try-address phone-arabic': ['address-phone-arabic', 844],
};

let wrong = 0;
async function picture(name, address, act, look, options, how) {
  const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complain = (text) => {
    wrong += 1;
    console.log(`${name} ${look}: ${text}`);
  };
  page.on('console', (message) => complain(message.text()));
  page.on('pageerror', (error) => complain(error.message));
  try {
    await page.goto(`${origin}/#/${address}`);
    await page.waitForSelector(`body[data-ready="${address.split(/[/?]/)[0]}"]`);
    await page.waitForSelector('#language');
    if (how === 'ar') {
      await page.selectOption('#language', 'ar');
      await page.waitForSelector('html[lang="ar"]');
    }
    if (how === 'large') {
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    }
    if (address.startsWith('try')) {
      await page.waitForSelector('.page[data-ready]');
      await page.evaluate(() => {
        document.querySelector('.toolbar').open = true;
      });
      await page.fill('#today', '2026-01-31');
    }
    await page.waitForTimeout(150);
    await act(page);
    await page.waitForTimeout(250);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) complain(`scrolls ${wide} pixels sideways`);
    // Nothing has the focus, and whatever sticks to the top stands there.
    if (!name.endsWith('error')) await page.evaluate(() => document.activeElement?.blur());
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(80);
    const part = README[`${name} ${look}`];
    if (isReadme && part !== undefined) await compressed(page, ...part);
    // A picture of the whole page would take the size of the text back.
    else if (how === 'large') await page.screenshot({ path: `${folder}/${name}-${look}.png` });
    else await page.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: true, clip: await top(page) });
  } catch (error) {
    complain(error.message.split('\n')[0]);
  }
  await context.close();
}

/** As much of a page as somebody looks at: tables go on for long. */
async function top(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width: page.viewportSize().width, height: Math.min(height, MOST) };
}

/** The top of a page as a small file. */
async function compressed(page, name, height) {
  await page.setViewportSize({ width: page.viewportSize().width, height });
  await page.evaluate(() => {
    const toolbar = document.querySelector('.toolbar');
    if (toolbar) toolbar.open = false;
    // On a phone the form, not what stands above it.
    if (innerWidth < 500) scrollTo(0, document.querySelector('.stage').offsetTop - 120);
  });
  await page.waitForTimeout(200);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  const path = `${folder}/${name}.webp`;
  writeFileSync(path, Buffer.from(data, 'base64'));
  console.log(`${path}: ${statSync(path).size} bytes`);
}

for (const [look, options, how] of LOOKS) {
  for (const [name, address, act] of SCENES) {
    const called = `${name} ${look}`;
    if (isReadme ? README[called] !== undefined : called.match(only)) {
      await picture(name, address, act, look, isReadme ? { ...options, deviceScaleFactor: 1.5 } : options, how);
    }
  }
}
await browser.close();
close();
console.log(`screenshots in ${folder}, ${wrong} complaints`);
process.exitCode = wrong > 0 ? 1 : 0;
