// What the server does beside the guide's calls: tokens, uploads, keys that are kept, limits, faults, logs without a value, and what it
// says when it cannot start or cannot write. `node tests/sandbox_api.node.mjs [PATH OF kyc-sandbox]`.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { limitedFiles, ownDisk } from './sandbox/disk.mjs';
import { bearer, customer, folder, sample, start } from './sandbox/process.mjs';

const UNAUTHORIZED = { error: 'UNAUTHORIZED', message: 'Invalid or expired API key', statusCode: 401 };

// Tokens: made from the key, short-lived, renewed.
const file = join(folder, 'api.db');
let server = await start(['--file', file]);
let { call } = server;
const tokens = (await call('POST', '/auth/token')).body;
assert.equal(tokens.tokenType, 'Bearer');
const get = (token) => call('GET', '/customers', undefined, bearer(token));
assert.equal((await get(tokens.accessToken)).status, 200);
assert.equal(
  (await call('POST', '/auth/token', undefined, bearer(tokens.accessToken))).status,
  401,
  'a token makes no tokens',
);
assert.equal((await get(tokens.refreshToken)).status, 401, 'nor does the one that renews do anything else');
await call('POST', '/_sandbox/tokens/expire');
const expired = await get(tokens.accessToken);
assert.deepEqual([expired.status, expired.body], [401, UNAUTHORIZED]);
assert.equal(expired.headers.get('www-authenticate'), 'Bearer');
const renewed = (await call('POST', '/auth/refresh', { refreshToken: tokens.refreshToken }, bearer(''))).body;
assert.equal((await get(renewed.accessToken)).status, 200);
assert.deepEqual((await call('POST', '/auth/refresh', { refreshToken: 'x' })).body, UNAUTHORIZED);
await call('POST', '/_sandbox/clock', { advanceSeconds: 901 });
assert.equal((await get(renewed.accessToken)).status, 401, 'a quarter of an hour is over');

// An idempotency key is kept where customers are: through kill -9.
const once = { 'Idempotency-Key': 'once' };
const first = await call('POST', '/customers', customer, once);
assert.equal(first.status, 201);
server.child.kill('SIGKILL');
await server.ended;
server = await start(['--file', file]);
({ call } = server);
assert.deepEqual((await call('POST', '/customers', customer, once)).body.id, first.body.id);
const reused = await call('POST', '/customers', { ...customer, firstName: 'Janet' }, once);
assert.deepEqual([reused.status, reused.body.error], [422, 'IDEMPOTENCY_KEY_REUSED']);
assert.equal((await get(renewed.accessToken)).status, 401, 'an expired token stays expired');

// A file: looked at, linked, given to who has the link, taken in a submission.
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
const side = 300;
const rows = Buffer.alloc(side * (1 + side * 3), 0);
for (let at = 0, noise = 1; at < rows.length; at++) {
  noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
  rows[at] = at % (1 + side * 3) === 0 ? 0 : noise >>> 24;
}
const header = Buffer.from([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 2, 0, 0, 0]);
const png = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(rows)),
  chunk('IEND', Buffer.alloc(0)),
]);
const upload = async (bytes, name, type) => {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  const headers = bearer(server.key);
  const response = await fetch(`${server.base}/uploads`, { method: 'POST', headers, body: form });
  return { status: response.status, body: await response.json() };
};
const taken = await upload(png, 'passport.png', 'image/png');
assert.equal(taken.status, 201, JSON.stringify(taken.body));
assert.equal(taken.body.mediaType, 'image/png');
const given = await fetch(taken.body.url);
assert.equal(given.headers.get('content-type'), 'image/png');
assert.deepEqual(Buffer.from(await given.arrayBuffer()), png);
assert.equal((await fetch(taken.body.url.replace('upload_', 'upload_0'))).status, 403);
assert.equal((await fetch(`${taken.body.url}0`)).status, 403);
const refused = await upload(Buffer.from('GIF89a'.padEnd(200_000, 'x')), 'a.png', 'image/png');
assert.deepEqual([refused.status, refused.body.error], [422, 'INVALID_DOCUMENT_FORMAT']);
assert.equal((await upload(Buffer.alloc(11_000_000), 'a.png', 'image/png')).status, 413);
const id = first.body.id;
const document = { ...sample.documents[0], frontImageUrl: taken.body.url };
const patch = (documents) => call('PATCH', `/customers/${id}`, { kycData: { ...sample, documents } });
assert.equal((await patch([{ ...document, frontImageUrl: `${taken.body.url}0` }])).status, 400, 'no link of ours');
assert.equal((await patch([document])).body.status, 'UNDER_REVIEW');
// As Go's and PHP's JSON write the same link.
const submission = JSON.stringify({ kycData: { ...sample, documents: [document] } });
for (const body of [submission.replaceAll('&', '\\u0026'), submission.replaceAll('/', '\\/')]) {
  const { id } = (await call('POST', '/customers', customer)).body;
  const answer = await call('PATCH', `/customers/${id}`, body);
  assert.deepEqual([answer.status, answer.body.status], [200, 'UNDER_REVIEW'], answer.body.message);
}
// The last hundred are kept.
for (let time = 0; time < 100; time++) assert.equal((await upload(png, 'a.png', 'image/png')).status, 201);
const gone = await fetch(taken.body.url);
assert.deepEqual([gone.status, (await gone.json()).error], [410, 'GONE']);

// An error reaches a client that still sends, whatever it is.
const large = { body: Buffer.alloc(9_000_000), redirect: 'manual' };
for (const [method, path, status, headers] of [
  ['POST', '/uploads', 401, bearer('nobody')],
  ['PUT', '/uploads', 405, bearer(server.key)],
  ['PATCH', `/customers/${id}`, 415, { ...bearer(server.key), 'Content-Type': 'text/plain' }],
  ['PATCH', `/customers/${id}`, 413, { ...bearer(server.key), 'Content-Type': 'application/json' }],
  ['POST', '/nothing', 404, bearer(server.key)],
]) {
  for (let time = 0; time < 8; time++) {
    const answer = await fetch(server.base + path, { ...large, method, headers }).catch(({ cause }) => cause);
    assert.equal(answer.status, status, `${method} ${path} ${answer.code}`);
    await answer.text();
  }
}

// Types of bodies, faults, limits.
assert.equal((await call('PATCH', `/customers/${id}`, '{}', { 'Content-Type': 'text/plain' })).status, 415);
assert.equal((await call('POST', '/customers', customer, { 'Content-Type': 'text/plain' })).status, 415);
for (const body of ['', '{', '[]', 'null', '{"a":'.repeat(5_000)]) {
  for (const path of ['/customers', '/webhooks', '/auth/refresh', '/_sandbox/clock']) {
    assert.equal((await call('POST', path, body)).status, 400, `${path} ${body.slice(0, 9)}`);
  }
}
const document31 = await (await fetch(`${server.root}/openapi.json`)).json();
assert.equal(document31.openapi, '3.1.0');
assert.ok(document31.components.schemas.KycData.properties.phoneNumber);

// Logs: a line a request, as JSON, and nothing that a customer or an integrator sent.
const canary = {
  ...sample,
  legalFirstName: 'Canarina',
  phoneNumber: '+14155550199',
  mostRecentOccupation: 'Canary keeper',
  nationalIdNumber: '219-09-9999',
};
const watched = (await call('POST', '/customers?canary=query', { ...customer, email: 'canary@example.com' })).body.id;
await call('PATCH', `/customers/${watched}`, { kycData: { ...canary, dateOfBirth: 'canary' } });
await call('PATCH', `/customers/${watched}`, { kycData: canary });
await call('PATCH', `/customers/${watched}`, { kycData: canary });
await call('GET', '/canary-path');
await call('CANARY', '/customers');
await call('GET', '/customers', undefined, bearer('canary-key'));
await call('GET', '/customers', undefined, { 'X-Request-Id': 'canary@example.com', 'User-Agent': 'canary' });
server.child.kill('SIGTERM');
assert.equal(await server.ended, 0, 'asked to stop, it stops well');
const lines = server.log
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
assert.ok(lines.length > 20);
for (const line of lines) {
  assert.deepEqual(Object.keys(line), ['requestId', 'method', 'route', 'status', 'error', 'microseconds']);
}
for (const secret of [/canar/i, /0199/, /219-?09/, /jane|smith/i, /customer_[0-9a-f]/, /sk_sandbox/, /eyJ/]) {
  assert.doesNotMatch(server.log, secret);
}

const strict = await start(['--memory', '--quiet', '--rate-limit', '3', '--key', 'k']);
const statuses = [];
for (let time = 0; time < 4; time++) statuses.push(await strict.call('GET', '/customers'));
assert.deepEqual(
  statuses.map((answer) => answer.status),
  [200, 200, 200, 429],
);
const wait = Number(statuses[3].headers.get('retry-after'));
assert.ok(wait >= 1 && wait <= 60);
assert.equal((await fetch(`${strict.root}/healthz`)).status, 200, 'health is not counted');
strict.child.kill();
const shaky = await start(['--memory', '--quiet', '--fail-rate', '30', '--latency', '2', '--token-seconds', '0']);
let failed = 0;
for (let time = 0; time < 100; time++) failed += (await shaky.call('GET', '/customers')).status === 503;
assert.ok(failed >= 28 && failed <= 32, `${failed}`);
let own;
do own = await shaky.call('POST', '/auth/token');
while (own.status !== 200);
assert.equal(
  (await shaky.call('GET', '/customers', undefined, bearer(own.body.accessToken))).status,
  401,
  'the expired-token mode',
);
shaky.child.kill();

// A client that stalls holds up the end for a while, and not against who asks twice.
const held = await start(['--memory', '--quiet']);
const stalled = connect(new URL(held.root).port, '127.0.0.1').on('error', () => {});
stalled.write(
  `POST /api/v1/uploads HTTP/1.1\r\nhost: h\r\nauthorization: Bearer ${held.key}\r\ncontent-length: 9\r\n\r\na`,
);
await held.call('GET', '/customers');
held.child.kill('SIGTERM');
await new Promise((resolve) => setTimeout(resolve, 300));
assert.equal(held.child.exitCode, null, 'it has its time');
held.child.kill('SIGTERM');
assert.equal(await held.ended, 0);
stalled.destroy();

// The link to the form: with a token for that customer alone.
const linked = await start(['--memory', '--quiet', '--demo', 'www-demo']);
const one = (await linked.call('POST', '/customers', customer)).body;
const two = (await linked.call('POST', '/customers', customer)).body;
const led = await fetch(one.verificationLink, { redirect: 'manual' });
assert.equal(led.status, 303);
const there = new URL(led.headers.get('location'), linked.root);
const named = new URLSearchParams(there.hash.split('?')[1]);
assert.deepEqual([there.origin, named.get('customer')], [linked.root, one.id]);
assert.match(await (await fetch(there)).text(), /<!doctype html>/);
const form = bearer(named.get('token'));
assert.equal((await linked.call('GET', `/customers/${one.id}`, undefined, form)).status, 200);
assert.equal((await linked.call('PATCH', `/customers/${one.id}`, { kycData: sample }, form)).status, 200);
assert.equal((await linked.call('GET', `/customers/${two.id}`, undefined, form)).status, 403);
assert.equal((await linked.call('GET', '/customers', undefined, form)).status, 403);
assert.equal((await fetch(`${linked.root}/verify-customer/nobody`)).status, 404);
assert.equal((await fetch(`${linked.root}/no-such-page.html`)).status, 404);
linked.child.kill();

// What keeps it from starting has a message and an exit code of its own.
const holder = await start(['--file', file, '--quiet']);
const ends = async (args, code, words) => {
  const server = await start(args);
  assert.equal(await server.ended, code, server.log);
  assert.match(server.log, words);
  assert.equal(server.log.trim().split('\n').length, 1, 'one line');
};
await ends(['--file', file], 4, /another process has it open/);
await ends(['--memory', '--listen', holder.root.replace('http://', '')], 3, /cannot listen on .*in use/i);
await ends(['--file', join(folder, 'no/such/folder.db')], 4, /cannot use /);
for (const args of [['--nonsense'], ['--key', ''], ['--fail-rate', '200'], ['--file', '']]) {
  await ends(args, 2, /usage: kyc-sandbox/);
}
holder.child.kill();

const count = await limitedFiles();
await ownDisk();
console.log(`sandbox api: ok (${count} customers before the disk was full)`);
