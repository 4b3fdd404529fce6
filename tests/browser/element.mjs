// <kyc-field> in Chromium, under the strict content security policy. `node tests/browser/element.mjs`; the package must be packed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, serve } from '../js/browser.mjs';
import { tests } from '../js/tests.mjs';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const PAGE = `<!doctype html><html lang="en"><head><title>About you</title><link rel="icon" href="data:,"></head><body><main><h1>About you</h1>
<form action="/sent" method="get">
  <kyc-field path="legalFirstName" hint="As on your ID"></kyc-field>
  <kyc-field path="phoneNumber" label="Mobile number"></kyc-field>
  <kyc-field path="dateOfBirth"></kyc-field>
  <kyc-field path="address.country"><option value="US">United States</option><option value="GB">United Kingdom</option></kyc-field>
  <kyc-field path="address.postalCode" value="94102"></kyc-field>
  <kyc-field path="employmentStatus"></kyc-field>
  <kyc-field path="isIntermediary"></kyc-field>
  <kyc-field path="no.such"></kyc-field>
  <button>Continue</button>
</form></main><script type="module" src="/page.mjs"></script></body></html>`;
const SCRIPT = `import { defineKycField } from '/kyc-rules/element.js';
import { bindForm } from '/kyc-rules/form.js';
defineKycField();
defineKycField();
for (const field of document.querySelectorAll('kyc-field')) field.options = { today: '2026-01-31' };
if (location.hash === '#bound') window.bound = bindForm(document.forms[0], { today: '2026-01-31' });
window.ready = true;`;
const FILES = ['index', 'form', 'element'];

const server = await serve((path) => {
  if (path === '/' || path === '/sent') return { text: PAGE, type: 'text/html' };
  if (path === '/page.mjs') return { text: SCRIPT, type: 'text/javascript' };
  const name = FILES.find((file) => path === `/kyc-rules/${file}.js`);
  return name && { file: new URL(`../../dist/npm/kyc-rules/${name}.js`, import.meta.url) };
});
const browser = await launch();
const { test, end } = tests();
const heard = [];

async function open(hash = '') {
  const page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.goto(server.origin + hash);
  await page.waitForFunction(() => window.ready);
  return page;
}
const at = (page, path) => page.locator(`kyc-field[path="${path}"]`);
const state = (page, path) =>
  at(page, path).evaluate((field) => ({
    valid: field.validity.valid,
    message: field.validationMessage,
    shown: field.shadowRoot.getElementById('error').textContent,
  }));
async function fill(page) {
  await page.getByLabel('Legal first name').fill(' Jane ');
  await page.getByLabel('Mobile number').fill('+1 (415) 555-1234');
  await page.getByLabel('Day').fill('5');
  await page.getByLabel('Month').fill('May');
  await page.getByLabel('Year').fill('1990');
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('Employment status').selectOption({ label: 'Self employed' });
  await page.getByLabel('Acting on behalf of others').selectOption({ label: 'No' });
}

test('a label, a hint, the tokens of autofill', async () => {
  const page = await open();
  const input = page.getByLabel('Mobile number');
  const attributes = await input.evaluate(({ type, autocomplete, spellcheck }) => [type, autocomplete, spellcheck]);
  assert.deepEqual(attributes, ['tel', 'tel', false]);
  assert.equal(await page.getByLabel('Day').getAttribute('autocomplete'), 'bday-day');
  assert.equal(
    await at(page, 'legalFirstName').evaluate((field) => field.shadowRoot.getElementById('hint').textContent),
    'As on your ID',
  );
  assert.equal(await at(page, 'no.such').evaluate((field) => field.shadowRoot.childElementCount), 0);
  assert.equal(await page.getByLabel('Employment status').locator('option').count(), 6);
  await page.close();
});

test('nothing shows before it is sent, but the form knows', async () => {
  const page = await open();
  assert.deepEqual(await state(page, 'legalFirstName'), {
    valid: false,
    message: 'Enter the legal first name',
    shown: '',
  });
  assert.equal(await page.locator('kyc-field:invalid').count(), 6);
  assert.equal(await page.$eval('form', (form) => form.elements.phoneNumber.localName), 'kyc-field');
  await page.close();
});

test('sent with gaps: each says so, the first has the focus, nothing leaves', async () => {
  const page = await open();
  await page.click('button');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal((await state(page, 'dateOfBirth')).shown, 'Enter the date of birth');
  assert.equal(await page.evaluate(() => document.activeElement.path), 'legalFirstName');
  await page.getByLabel('Legal first name').fill('Jane');
  assert.deepEqual(await state(page, 'legalFirstName'), { valid: true, message: '', shown: '' });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document.querySelector('main')));
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
    [],
  );
  await page.close();
});

test('it is sent as the rules write it', async () => {
  const page = await open();
  await fill(page);
  await page.click('button');
  await page.waitForURL(/sent/);
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), {
    legalFirstName: 'Jane',
    phoneNumber: '+14155551234',
    dateOfBirth: '1990-05-05',
    'address.country': 'US',
    'address.postalCode': '94102',
    employmentStatus: 'SELF_EMPLOYED',
    isIntermediary: 'false',
  });
  await page.close();
});

test('what another field says counts', async () => {
  const page = await open();
  await fill(page);
  assert.equal((await state(page, 'address.postalCode')).valid, true);
  await page.getByLabel('Country').selectOption('GB');
  assert.equal((await state(page, 'address.postalCode')).valid, false);
  await page.close();
});

test('reset, disabled, set from a program', async () => {
  const page = await open();
  await page.click('button');
  await page.getByLabel('Postal code').fill('1');
  await page.evaluate(() => document.forms[0].reset());
  assert.equal(await page.getByLabel('Postal code').inputValue(), '94102');
  assert.equal((await state(page, 'dateOfBirth')).shown, '');
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.value = '1990-05-05';
  });
  assert.equal(await page.getByLabel('Month').inputValue(), '05');
  assert.equal((await state(page, 'dateOfBirth')).valid, true);
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.toggleAttribute('disabled', true);
  });
  assert.equal(await page.getByLabel('Year').isDisabled(), true);
  await at(page, 'phoneNumber').evaluate((field) => field.setCustomValidity('It is taken'));
  assert.equal((await state(page, 'phoneNumber')).shown, 'It is taken');
  await page.getByLabel('Mobile number').fill('+14155551234');
  assert.deepEqual(await state(page, 'phoneNumber'), { valid: true, message: '', shown: '' });
  await page.close();
});

test('with bindForm: in the summary, and no message twice', async () => {
  const page = await open('#bound');
  await page.click('button');
  assert.equal(await page.locator('.kyc-summary li').count(), 6);
  assert.equal(await page.locator('.kyc-error').count(), 0);
  await page.click('.kyc-summary a >> nth=1');
  assert.equal(await page.evaluate(() => document.activeElement.path), 'phoneNumber');
  await fill(page);
  await page.click('button');
  await page.waitForURL(/sent/);
  assert.equal(new URL(page.url()).searchParams.get('dateOfBirth'), '1990-05-05');
  await page.close();
});

test('nothing was said on the console', () => assert.deepEqual(heard, []));

await end();
await browser.close();
server.close();
