// What the journeys over the demo have in common: how a view is opened and heard, and the steps that come again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CSP, serve } from '../../js/browser.mjs';

export const SAMPLE = JSON.parse(readFileSync(new URL('../../sample.json', import.meta.url), 'utf8'));
export const TODAY = '2026-01-31';
export const VIEWS = ['try', 'fields', 'words', 'rules', 'images', 'code', 'theme'];
export const ROOT = new URL('../../../dist/demo/', import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const fileOf = (path) => new URL(path.slice(1) + (path.endsWith('/') ? 'index.html' : ''), ROOT);
const strict = await serve((path) => ({ file: fileOf(path) }));
/** Firefox is driven by scripts within the page, so there the policy lets `eval` through; else it is as strict. */
const eased = (text) => text.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");
const driven = await serve((path) => {
  const file = fileOf(path);
  return file.pathname.endsWith('.html') ? { text: eased(readFileSync(file, 'utf8')), type: 'text/html' } : { file };
}, eased(CSP));
let { origin } = strict;

/** Opens the other of the two sites from now on. */
export const visitDriven = () => {
  ({ origin } = driven);
};
export const close = () => {
  strict.close();
  driven.close();
};

const counts = { passed: 0, failed: 0 };
/** How many journeys came through, and how many did not. */
export const count = () => counts;

/**
 * Opens a view in a browser of its own and walks; what the console says and what is asked of other hosts is part of the verdict.
 * @param {import('playwright-core').Browser} browser
 */
export async function journey(browser, name, walk, options = {}) {
  const { view = 'try', width = 1280, colorScheme = 'light', forcedColors, folder = '', ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    ...(forcedColors === undefined ? {} : { forcedColors }),
    ...rest,
  });
  // A machine with other work beside is slow, not wrong.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(origin) || url.startsWith(`blob:${origin}`) || url.startsWith('data:');
    if (!isOwn) said.push(`request: ${new URL(url).host}`);
  });
  try {
    await open(page, view, folder);
    await walk(page);
    assert.deepEqual(said, []);
    counts.passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    counts.failed += 1;
    console.log(`FAIL ${name}: ${error.message}${said.length > 0 ? `\n     heard: ${said.join(' | ')}` : ''}`);
  }
  await context.close();
}

/** Opens a view, on the day of the tests. */
export async function open(page, view, folder = '') {
  await page.goto(`${origin}/${folder}#/${view}`);
  await page.waitForSelector(`body[data-ready="${view.split(/[/?]/)[0]}"]`);
  await page.waitForSelector('#language');
  if (!view.startsWith('try')) return;
  await page.waitForSelector('.page[data-ready]');
  await page.evaluate(() => {
    document.querySelector('.toolbar').open = true;
  });
  await page.fill('#today', TODAY);
}

export const tab = (page, id) => page.click(`#tab-${id}`);
/** The JSON of a pane beside the form. */
const pane = async (page, id) => {
  await tab(page, id);
  return JSON.parse(await page.textContent(`#${id}`));
};
export const dataOf = (page) => pane(page, 'data');
export const reportOf = (page) => pane(page, 'report');
/** Goes to a step as an address does. */
export const go = async (page, step) => {
  await page.evaluate((to) => {
    location.hash = `#/try/${to}`;
  }, step);
  await at(page, step.split('?')[0]);
};
/** Waits for a step. */
export const at = (page, step) =>
  page.waitForSelector(`body[data-step="${step}"] .page[data-ready] .stage > :last-child`);
export const title = (page, text) => page.waitForSelector(`#step-title:has-text("${text}")`);
export const next = (page) => page.click('form button[type=submit]');
export const status = (page, wanted) => page.waitForSelector(`.status-badge:has-text("${wanted}")`);
export const decide = (page, text) => page.click(`.desk button:has-text("${text}")`);
export const active = (page) => page.evaluate(() => document.activeElement.id);

/** The sample, sent for review. */
export async function sent(page, outcome) {
  await page.selectOption('#sample', '0');
  if (outcome !== undefined) await page.selectOption('#outcome', String(outcome));
  await at(page, 'account');
  await next(page);
  await at(page, 'personal');
  await go(page, 'review');
  await next(page);
  await status(page, 'UNDER_REVIEW');
}

/** Presses Tab until something has the focus; fails where the way does not lead there. */
export async function reach(page, id, key = 'Tab') {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if ((await active(page)) === id) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${id} is out of the keyboard's reach`);
}

/** What axe finds, and whether the page scrolls sideways. A security policy keeps scripts out of the page; the tester's own comes by the debugger. */
export async function clean(page) {
  await page.evaluate(`${AXE}; void 0`);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`),
    [],
  );
  await narrow(page);
}

/** That nothing scrolls sideways but what scrolls within itself. */
export async function narrow(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `it scrolls ${over} pixels sideways`);
}
