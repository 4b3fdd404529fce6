// A customer's `verificationLink` in Chromium: it opens the demo's form, bound to that customer at the server. `dist/demo` must be
// assembled and the server built. `node tests/browser/verification_link.mjs`.
import assert from 'node:assert/strict';
import { launch } from '../js/browser.mjs';
import { sandbox } from '../js/server.mjs';

const { url: root, close } = await sandbox(['--demo', 'dist/demo']);
const call = async (method, path, body) => {
  const headers = { Authorization: 'Bearer k', 'Content-Type': 'application/json' };
  const response = await fetch(root + path, { method, headers, body: body && JSON.stringify(body) });
  return response.json();
};
const customer = await call('POST', '/api/v1/customers', {
  type: 'INDIVIDUAL',
  email: 'test-rfi@example.com',
  firstName: 'Jane',
  lastName: 'Smith',
});
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
context.setDefaultTimeout(15_000);
const page = await context.newPage();
const heard = [];
page.on('console', (message) => heard.push(message.text()));
page.on('pageerror', (error) => heard.push(error.message));
const title = (text) => page.waitForSelector(`#step-title:has-text("${text}")`);
const status = (wanted) => page.waitForSelector(`.status-badge:has-text("${wanted}")`);
const at = async () => (await call('GET', `/api/v1/customers/${customer.id}`)).status;

await page.goto(customer.verificationLink);
await title('About you');
assert.equal(new URL(page.url()).hash, '#/try', 'the token does not stay in the address');
await page.evaluate(() => {
  document.querySelector('.toolbar').open = true;
});
await page.selectOption('#sample', '0');
await page.evaluate(() => {
  location.hash = '#/try/documents';
});
await title('Your documents');
await page.locator('button:has-text("Use a specimen")').first().click();
await page.waitForSelector('.shot img, .drop .thumb');
await page.click('#tab-data');
const { documents } = JSON.parse(await page.textContent('#data'));
assert.match(documents[0].frontImageUrl, /^https:\/\/uploads\.kyc-sandbox\.example\.com\/upload_[0-9a-f]{32}\?/);
const kept = await fetch(documents[0].frontImageUrl.replace(/^https:\/\/[^/]+/, `${root}/uploads`));
assert.equal(kept.headers.get('content-type'), 'image/jpeg', 'the server has the picture');
await page.evaluate(() => {
  location.hash = '#/try/review';
});
await title('Check your answers');
await page.click('form button[type=submit]');
await status('UNDER_REVIEW');
assert.equal(await at(), 'UNDER_REVIEW', 'the server has it');
await call('POST', '/_sandbox/clock', { advanceSeconds: 30 });
await status('NEEDS_ADDITIONAL_INFORMATION');
assert.equal(await page.locator('.desk').count(), 0, 'others decide');
await call('POST', `/_sandbox/${customer.id}/deactivate`);
await status('DEACTIVATED');
// Whoever comes with a link that has ended is told so.
await call('POST', '/_sandbox/tokens/expire');
const led = await fetch(customer.verificationLink, { redirect: 'manual' });
await call('POST', '/_sandbox/tokens/expire');
assert.deepEqual(heard, []);
const late = await context.newPage();
await late.goto(new URL(led.headers.get('location'), root).href);
await late.waitForSelector('#summary:has-text("This link has ended")');
await browser.close();
close();
console.log('verification link: ok');
