// kyc-rules/lifecycle in Node, through the packed package: `node tests/lifecycle.node.mjs`.
import assert from 'node:assert/strict';
import * as life from '../dist/npm/kyc-rules/lifecycle.js';

assert.equal(life.canPatch('REJECTED'), true);
assert.equal(life.canPatch('REJECTED', { patchWhenRejected: false }), false);
assert.equal(life.canTransact('ACTIVE'), true);
assert.deepEqual(life.status('ON_HOLD'), {
  canPatch: false,
  canTransact: false,
  isTerminalForPolling: false,
  isKnown: false,
  turn: 'provider',
});
assert.equal(life.mayFollow('CREATED', 'ACTIVE'), false);
assert.deepEqual(life.mergePatch({ a: { b: 1, c: 2 } }, { a: { b: null }, d: [1] }), { a: { c: 2 }, d: [1] });
assert.deepEqual(life.requirements(['DOCUMENT_MISSING_BACK'])[0].fields, ['documents[].backImageUrl']);

const error = life.apiError(400, {
  error: 'BAD_REQUEST',
  message: 'Validation failed: phoneNumber must be in E.164 format',
  statusCode: 400,
});
assert.equal(error.kind, 'validation');
assert.equal(error.fields[0].field, 'phoneNumber');
assert.deepEqual(life.retry({ status: 401 }), { do: 'refresh_token' });
assert.deepEqual(life.retry({ status: 401, retries: 2 }), { do: 'refresh_token' });
assert.deepEqual(life.retry({ status: 401, retries: 2, refreshed: true }), { do: 'give_up' });
assert.equal(life.retry({ status: 429, retryAfter: '7' }).do, 'retry');
// Clocks give fractions; no clock is the clock.
const soon = new Date(Date.now() + 30_000).toUTCString();
for (const now of [undefined, Date.now(), Date.now() + 0.5]) {
  assert.equal(life.retry({ status: 503, idempotent: true, retryAfter: soon, now }).do, 'retry');
}
assert.deepEqual(life.poll({ status: 'UNDER_REVIEW', asked: 9, elapsed: 3e9 + 0.25 }), { stop: 'timed_out' });
// What cannot be read is no data to be stored.
assert.deepEqual(life.mergePatch({ a: 1.5, b: 1e300 }, { c: -0.25 }), { a: 1.5, b: 1e300, c: -0.25 });
for (const stored of [{ note: 'half \ud83d' }, Array(30_000).fill(0), JSON.parse('['.repeat(40) + ']'.repeat(40))]) {
  assert.throws(() => life.mergePatch(stored, { a: 1 }), RangeError);
}
assert.deepEqual(life.poll({ status: 'UNDER_REVIEW', asked: 1, elapsed: 0, plan: 'guide' }), { wait: 30000 });
assert.deepEqual(life.poll({ status: 'NEEDS_ADDITIONAL_INFORMATION', asked: 1, elapsed: 0 }), { stop: 'ask_customer' });

// The vector of Standard Webhooks.
const genuine = {
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'Webhook-Timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  scheme: life.SCHEMES.standard,
  now: 1614265330000,
};
assert.deepEqual(life.verifyWebhook(genuine), { ok: true });
assert.deepEqual(life.verifyWebhook({ ...genuine, headers: new Headers(genuine.headers) }), { ok: true });
assert.deepEqual(life.verifyWebhook({ ...genuine, body: new TextEncoder().encode(genuine.body) }), { ok: true });
assert.deepEqual(life.verifyWebhook({ ...genuine, body: Buffer.from(genuine.body) }), { ok: true });
for (const body of ['', '{}', new Uint8Array([255, 0, 128]), 'é'.repeat(9000)]) {
  assert.deepEqual(life.verifyWebhook({ ...genuine, body }), { ok: false, fault: 'mismatch' });
}
assert.deepEqual(life.verifyWebhook({ ...genuine, now: genuine.now + 0.5, tolerance: 300_000.5 }), { ok: true });
assert.deepEqual(life.verifyWebhook({ ...genuine, now: 1e15, tolerance: Infinity }), { ok: true });
for (const body of [undefined, null]) {
  assert.equal(life.verifyWebhook({ ...genuine, body }).fault, 'mismatch');
  assert.equal(life.readWebhook(body).fault, 'not_json');
}
for (const headers of [undefined, null, {}]) {
  assert.equal(life.verifyWebhook({ ...genuine, headers }).fault, 'missing_header');
}
assert.equal(life.verifyWebhook({ ...genuine, now: 0 }).fault, 'too_new');

const read = life.readWebhook(
  '{"id":"e1","type":"customer.state_changed","createdAt":"2026-01-31T10:00:00Z","payload":{"customerId":"c1","oldStatus":"CREATED","newStatus":"UNDER_REVIEW"}}',
);
assert.equal(read.ok, true);
const first = life.reduceEvent({ status: 'CREATED' }, read.event);
assert.equal(first.news, 'new');
assert.equal(life.reduceEvent(first.known, read.event).news, 'duplicate');
assert.equal(life.readWebhook('x').fault, 'not_json');
console.log('lifecycle: ok');
