// Every view in every look: axe finds nothing, and nothing scrolls sideways.
import assert from 'node:assert/strict';
import { at, clean, go, narrow, next, sent, status, VIEWS } from './shared.mjs';

/** Looks that axe judges. */
const LOOKS = [
  ['light', { width: 390 }],
  ['dark', { width: 1280, colorScheme: 'dark' }],
  ['Arabic', { width: 1280 }],
  ['Arabic on a phone, dark', { width: 390, colorScheme: 'dark' }],
];

/** The form with errors, with documents, to be checked, put aside, sent, and asked for more: each judged. */
async function stages(page, judged) {
  await page.selectOption('#mistake', '2');
  await next(page);
  await judged(page);
  await page.selectOption('#sample', '0');
  await next(page);
  await at(page, 'personal');
  await page.click('#save');
  await at(page, 'saved');
  await judged(page);
  for (const step of ['address', 'identity', 'money', 'documents', 'review']) {
    await go(page, step);
    await judged(page);
  }
  await sent(page, 1);
  await judged(page);
  // The clock's own button, whatever the language.
  await page.click('.desk .actions:last-child button');
  await status(page, 'NEEDS_ADDITIONAL_INFORMATION');
  await judged(page);
}

const speak = async (page, tag) => {
  await page.selectOption('#language', tag);
  // The page itself, or the form in an English one.
  await page.waitForSelector(`html[lang="${tag}"], .stage[lang="${tag}"]`);
  await page.waitForTimeout(200);
};

/** A form from right to left, in a page that runs the other way. */
const HEBREW = [
  'axe finds nothing in try, Hebrew in an English page',
  async (page) => {
    await speak(page, 'he');
    await stages(page, clean);
  },
  { view: 'try', width: 390 },
];

export const AXE = LOOKS.flatMap(([look, options]) =>
  VIEWS.map((view) => [
    `axe finds nothing in ${view}, ${look}`,
    async (page) => {
      if (look.startsWith('Arabic')) await speak(page, 'ar');
      await page.waitForTimeout(150);
      await clean(page);
      if (view === 'try') await stages(page, clean);
    },
    { view, ...options },
  ]),
).concat([HEBREW]);

/** WCAG 1.4.10 and 1.4.4: 320 pixels, and text twice as large on a desktop. */
export const NARROW = VIEWS.map((view) => [
  `${view} fits 320 pixels, and text of 200 %`,
  async (page) => {
    await narrow(page);
    if (view === 'try') {
      // German has the longest words.
      await speak(page, 'de');
      await stages(page, narrow);
      await speak(page, 'en');
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    // As the browser's own setting does it: what goes by the size of text in the style sheets follows.
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.waitForTimeout(50);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
    await narrow(page);
  },
  { view, width: 320 },
]);
