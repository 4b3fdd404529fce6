// Journeys over the demo in Chromium, as a person makes them: under its security policy, with nothing on the console, no request
// to anywhere else, and no finding of axe in light, dark, wide and narrow.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, serve } from '../js/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TODAY = '2026-01-31';
const ROOT = new URL('../../dist/demo/', import.meta.url);
const { origin, close } = await serve((path) => ({ file: new URL(path === '/' ? 'index.html' : path.slice(1), ROOT) }));
const browser = await launch();
let passed = 0;
let failed = 0;

/** Opens the page and walks a journey; what the console says and what is asked of other hosts is part of the verdict. */
async function journey(name, walk, { width = 1280, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) said.push(`request: ${new URL(request.url()).host}`);
  });
  try {
    await page.goto(origin);
    await page.fill('#today', TODAY);
    await walk(page);
    assert.deepEqual(said, []);
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message}`);
  }
  await context.close();
}

const report = async (page) => JSON.parse(await page.textContent('#report'));
const verdict = (page) => page.textContent('#verdict strong');

await journey('an empty form is incomplete and says nothing before it is asked', async (page) => {
  assert.equal(await verdict(page), 'incomplete');
  assert.equal(await page.isVisible('#summary'), false);
  assert.equal(await page.locator('.say:visible').count(), 0);
});

await journey('the check moves focus to the summary, and its links to the fields', async (page) => {
  await page.click('button[type=submit]');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'summary');
  assert.match(await page.title(), /^Error: /);
  await page.click('#summary a:has-text("Enter the phone number")');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-phoneNumber');
  await page.click('#summary a:has-text("Enter the address")');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-address-addressLine1');
});

await journey('what is said follows the keys', async (page) => {
  await page.click('#sample');
  assert.equal(await verdict(page), 'ready');
  await page.fill('#f-phoneNumber', '4155551234');
  assert.equal(await verdict(page), 'invalid');
  const said = await page.textContent('#f-phoneNumber-said');
  assert.match(said, /^Error: Enter a phone number with its country code/);
  assert.equal(await page.getAttribute('#f-phoneNumber', 'aria-invalid'), 'true');
  assert.match(await page.getAttribute('#f-phoneNumber', 'aria-describedby'), /f-phoneNumber-said/);
  await page.fill('#f-phoneNumber', '+14155551234');
  assert.equal(await verdict(page), 'ready');
  assert.equal(await page.getAttribute('#f-phoneNumber', 'aria-invalid'), null);
});

await journey('a form filled in by hand is ready', async (page) => {
  const sample = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
  const { address, documents, dateOfBirth, isIntermediary, ...top } = sample;
  const put = async (path, value) => {
    const control = page.locator(`#f-${path}`);
    if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  };
  const date = async (path, value) => {
    const [year, month, day] = value.split('-');
    await put(path, day);
    await put(`${path}-month`, month);
    await put(`${path}-year`, year);
  };
  for (const [key, value] of Object.entries(top)) await put(key, value);
  for (const [key, value] of Object.entries(address)) await put(`address-${key}`, value);
  await date('dateOfBirth', dateOfBirth);
  await page.check(isIntermediary ? '#f-isIntermediary' : '#f-isIntermediary-no');
  await page.click('#add-document');
  const { type, expirationDate, ...others } = documents[0];
  await put('documents-0-type', type);
  for (const [key, value] of Object.entries(others)) await put(`documents-0-${key}`, value);
  await date('documents-0-expirationDate', expirationDate);
  await page.click('button[type=submit]');
  const { verdict: said, issues, asOf } = await report(page);
  assert.equal(said, 'ready');
  assert.deepEqual(
    issues.map(({ code }) => code),
    ['national_id.placeholder'],
  );
  assert.equal(asOf, TODAY);
  assert.deepEqual(JSON.parse(await page.textContent('#data')), sample);
});

await journey('every mistake in the menu is caught', async (page) => {
  const mistakes = await page.locator('#mistake option').count();
  assert.ok(mistakes > 10);
  for (let at = 0; at < mistakes - 1; at += 1) {
    await page.selectOption('#mistake', String(at));
    const { issues } = await report(page);
    assert.ok(
      issues.some(({ code }) => code !== 'national_id.placeholder'),
      `mistake ${at} was not caught`,
    );
    // Choosing is no going: whoever walks through the menu by keyboard stays in it.
    assert.equal(
      (await page.locator('.field .say:visible').count()) > 0,
      true,
      `mistake ${at} is not said at its field`,
    );
  }
});

await journey('the policy changes what must be there', async (page) => {
  await page.click('#sample');
  await page.selectOption('#f-address-country', 'SG');
  await page.fill('#f-address-stateCode', '');
  await page.fill('#f-address-state', '');
  const states = async () =>
    (await report(page)).issues.filter(({ path, severity }) => /state/.test(path) && severity === 'missing').length;
  assert.equal(await states(), 0);
  await page.selectOption('#policy', 'guide');
  assert.equal(await states(), 2);
});

await journey('the page works by keyboard alone', async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.focus('#f-legalFirstName');
  await page.keyboard.type('Jane');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'summary');
});

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    await journey(
      `axe finds nothing at ${width} in ${colorScheme}`,
      async (page) => {
        for (const step of [
          () => {},
          () => page.click('button[type=submit]'),
          () => page.selectOption('#mistake', '2'),
        ]) {
          await step();
          // A content security policy keeps scripts out of the page; the tester's own comes by the debugger.
          await page.evaluate(`${AXE}; void 0`);
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
            [],
          );
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
            true,
            'it scrolls sideways',
          );
        }
      },
      { width, colorScheme },
    );
  }
}

await browser.close();
close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
