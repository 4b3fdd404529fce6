// kyc-rules/sandbox through the packed package, in Node and in Chromium: the same scripts, the same events, byte for byte.
// node tests/sandbox.node.mjs: `cargo xtask pack` first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as entry from '../dist/npm/kyc-rules/sandbox.js';
import { launch, serve } from './js/browser.mjs';
import { play } from './js/scenarios.mjs';

const scripts = JSON.parse(readFileSync(new URL('scenarios/guide.json', import.meta.url), 'utf8'));
const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const here = play(entry, scripts);
assert.deepEqual(here.wrong, []);

// Objects cross, and what is no JSON crosses too.
const clock = () => 1_769_853_600_000;
const sandbox = entry.createSandbox({ clock, seed: 'a' });
const customer = { type: 'INDIVIDUAL', email: 'a@example.com', firstName: 'Zoë', lastName: '李' };
const { status, body } = sandbox.create(customer, { idempotencyKey: 'k' });
assert.equal(status, 201);
assert.equal(body.lastName, '李');
assert.deepEqual(sandbox.create(customer, { idempotencyKey: 'k' }).body, body);
assert.equal(sandbox.create({ ...customer, firstName: 'Zoe' }, { idempotencyKey: 'k' }).status, 422);
for (const junk of ['', '{', '[]', undefined, null, 7, '['.repeat(99_999), { kycData: null }]) {
  assert.equal(sandbox.patch(body.id, junk).status, 400);
}
assert.equal(sandbox.get('nobody').status, 404);
const refused = sandbox.patch(body.id, { kycData: { phoneNumber: '555' } });
assert.equal(refused.body.message, 'Validation failed: phoneNumber must be in E.164 format');

// The reviewer's desk, subscription, the clock.
const heard = [];
const stop = sandbox.subscribe((event) => heard.push(event.payload.newStatus));
assert.equal(sandbox.patch(body.id, { kycData: sample }).body.status, 'UNDER_REVIEW');
assert.equal(sandbox.nextDue(), clock() + 30_000);
const asked = sandbox.review(body.id, { decision: 'request', requirements: ['DOCUMENT_MISSING_BACK'] });
assert.deepEqual(asked.body.requirements, ['DOCUMENT_MISSING_BACK']);
assert.equal(sandbox.review(body.id, { decision: 'approve' }).status, 409);
sandbox.patch(body.id, { kycData: {} });
sandbox.advance(30_000);
assert.equal(sandbox.get(body.id).body.status, 'ACTIVE');
stop();
sandbox.deactivate(body.id);
assert.deepEqual(heard, ['UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'UNDER_REVIEW', 'ACTIVE']);
assert.equal(sandbox.events().length, 5);
assert.deepEqual(sandbox.data(body.id).body, sample);

// Every listener hears every event, in order: also where one throws, or asks the sandbox itself.
const busy = entry.createSandbox({ clock, seed: 'c' });
const ids = [1, 2, 3].map((at) => busy.create({ ...customer, email: `${at}@example.com` }).body.id);
for (const one of ids) busy.patch(one, { kycData: sample });
const told = [];
const deaf = busy.subscribe(() => {
  throw new Error('a listener of the page');
});
const asking = busy.subscribe(({ payload }) => {
  if (payload.newStatus === 'ACTIVE') busy.deactivate(payload.customerId);
});
busy.subscribe(({ payload }) => told.push(payload.newStatus));
assert.throws(() => busy.advance(60_000), /a listener of the page/);
assert.deepEqual(told, [...Array(3).fill('ACTIVE'), ...Array(3).fill('DEACTIVATED')]);
assert.equal(busy.events().length, 9);
deaf();
asking();

// Half a character is no more than that.
assert.equal(busy.get('\ud800').status, 404);
assert.equal(busy.create('{"email":"\ud800"}').status, 400);
assert.equal(busy.list({ cursor: 'x\udc00' }).status, busy.list({ cursor: 'x\ufffd' }).status);

// Sandboxes are strangers to each other.
const other = entry.createSandbox({ clock, seed: 'b' });
assert.equal(other.get(body.id).status, 404);
assert.equal(other.list().body.data.length, 0);
assert.throws(() => entry.createSandbox({ policy: { minimalAge: 21 } }), TypeError);
const strict = entry.createSandbox({ policy: { minimumAge: 60 }, clock });
const { id } = strict.create(customer).body;
assert.match(strict.patch(id, { kycData: sample }).body.message, /dateOfBirth/);
assert.throws(() => sandbox.advance(-1), TypeError);

// The same in a browser, under the policy of the README.
const files = {
  '/': { text: '<!doctype html><title>sandbox</title>', type: 'text/html' },
  '/sandbox.js': { file: new URL('../dist/npm/kyc-rules/sandbox.js', import.meta.url) },
  '/scenarios.mjs': { file: new URL('js/scenarios.mjs', import.meta.url) },
};
const { origin, close } = await serve((path) => files[path]);
const browser = await launch();
const page = await browser.newPage();
await page.goto(origin);
const there = await page.evaluate(async (list) => {
  const [entry, { play }] = await Promise.all([import('/sandbox.js'), import('/scenarios.mjs')]);
  return play(entry, list);
}, scripts);
await browser.close();
close();
assert.deepEqual(there.wrong, []);
assert.equal(there.log, here.log);
console.log(`${scripts.length} scripts in Node and in Chromium, the same ${here.log.length} bytes of events`);
