// The scripts in tests/scenarios through the server, over HTTP, with webhooks received and verified as an integrator does; then
// what only a server can get wrong. `node tests/sandbox_server.node.mjs [PATH OF kyc-sandbox]`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyWebhook } from '../dist/npm/kyc-rules/lifecycle.js';
import { greeting } from './js/server.mjs';

const program = process.argv[2] ?? 'target/debug/kyc-sandbox';
const scripts = JSON.parse(readFileSync(new URL('scenarios/guide.json', import.meta.url), 'utf8'));

/** Starts a server; its address, key and process. */
async function start(...args) {
  const child = spawn(program, ['--listen', '127.0.0.1:0', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill());
  const { base, root, key } = await greeting(child);
  const call = async (method, path, body, headers = {}) => {
    const response = await fetch(path.startsWith('/_') ? root + path : base + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { base, key, call, child };
}

/** Waits until something is so. */
async function until(isSo, what) {
  for (let tries = 0; tries < 100; tries++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(what);
}

const received = [];
let secret;
let failing = 0;
const receiver = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  // The sandbox's clock is ahead of this one's: the tests move it.
  const now = Number(request.headers['x-webhook-timestamp']) * 1000;
  assert.deepEqual(verifyWebhook({ body, headers: request.headers, secrets: [secret], now }), { ok: true });
  if (failing > 0) {
    failing--;
    response.writeHead(500).end();
    return;
  }
  received.push(JSON.parse(body.toString()));
  response.writeHead(200).end('{"received":true}');
});
await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const hook = { url: `http://127.0.0.1:${receiver.address().port}/webhooks/customer-status` };

const folder = mkdtempSync(join(tmpdir(), 'kyc-sandbox-'));
const file = join(folder, 'sandbox.db');
let server = await start('--file', file);
secret = (await server.call('POST', '/webhooks', hook)).body.secret;

for (const script of scripts) {
  received.length = 0;
  let id;
  for (const step of script.steps) {
    let answer;
    if (step.do === 'create') answer = await server.call('POST', '/customers', step.body);
    else if (step.do === 'patch') answer = await server.call('PATCH', `/customers/${id}`, step.body);
    else if (step.do === 'deactivate') answer = await server.call('POST', `/_sandbox/${id}/deactivate`, {});
    else if (step.do === 'advance') await server.call('POST', '/_sandbox/clock', { advanceSeconds: step.seconds });
    answer ??= await server.call('GET', `/customers/${id}`);
    if (step.status) assert.equal(answer.status, step.status, script.name);
    if (step.error) assert.deepEqual(answer.body, step.error, script.name);
    if (step.customer) {
      assert.equal(answer.body.status, step.customer, script.name);
      id = answer.body.id;
    }
  }
  // Reviews of earlier scripts end meanwhile.
  const mine = () => received.filter(({ payload }) => payload.customerId === id);
  await until(() => mine().length >= script.events.length, `${script.name}: webhooks are missing`);
  // They may come in any order; each says where it came from, so that the order can be told.
  const told = mine().map(({ payload }) => `${payload.oldStatus} ${payload.newStatus}`);
  assert.deepEqual(told.sort(), script.events.map((event) => event.join(' ')).sort(), script.name);
}

// Keys, paths, methods, bodies.
const customer = scripts[0].steps[0].body;
const stranger = await server.call('GET', '/customers', undefined, { Authorization: 'Bearer nobody' });
assert.equal(stranger.status, 401);
assert.deepEqual(stranger.body, { error: 'UNAUTHORIZED', message: 'Invalid or expired API key', statusCode: 401 });
assert.equal((await server.call('GET', '/nothing')).status, 404);
assert.equal((await server.call('DELETE', '/customers')).headers.get('allow'), 'GET, HEAD, POST');
assert.equal((await server.call('POST', '/customers', { ...customer, firstName: 'x'.repeat(70_000) })).status, 413);
const problem = await server.call('POST', '/customers', {}, { Accept: 'application/problem+json' });
assert.equal(problem.headers.get('content-type'), 'application/problem+json');
assert.equal(problem.body.errors[0].pointer, '/type');
assert.equal((await server.call('POST', '/webhooks', { url: 'http://169.254.169.254/' })).status, 400);
const named = await server.call('GET', '/customers?limit=1', undefined, { 'X-Request-Id': 'mine-1' });
assert.equal(named.headers.get('x-request-id'), 'mine-1');
assert.equal(named.body.data.length, 1);
assert.ok(named.body.nextCursor);

// The same key and body: one customer.
const once = { 'Idempotency-Key': 'k1' };
const twins = await Promise.all([1, 2, 3].map(() => server.call('POST', '/customers', customer, once)));
assert.equal(new Set(twins.map((twin) => twin.body.id)).size, 1);

// A webhook that fails is sent again; a killed server sends what was on its way.
const { id } = twins[0].body;
received.length = 0;
failing = 1;
await server.call('PATCH', `/customers/${id}`, scripts[0].steps[1].body);
await until(() => failing === 0, 'the first attempt');
assert.equal(received.length, 0);
server.child.kill('SIGKILL');
server = await start('--file', file);
assert.equal((await server.call('GET', `/customers/${id}`)).body.status, 'UNDER_REVIEW');
await server.call('POST', '/_sandbox/clock', { advanceSeconds: 5 });
await until(() => received.length > 0, 'the attempt after the kill');

// A receiver is known by its URL. Its answer is read to the end, and one that never answers holds up no other.
const again = await server.call('POST', '/webhooks', hook);
assert.deepEqual([again.status, again.body.secret], [200, secret]);
const broken = [];
async function listen(answer) {
  const listener = createServer((request, response) => {
    request.socket.on('error', (error) => broken.push(error.code));
    request.resume().on('end', () => answer(response));
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const added = await server.call('POST', '/webhooks', { url: `http://127.0.0.1:${listener.address().port}/` });
  assert.equal(added.status, 201);
  return { id: added.body.id, end: () => listener.close().closeAllConnections() };
}
let finished = 0;
const silent = await listen(() => {});
const late = await listen((response) => {
  response.writeHead(200);
  response.write('{"received":');
  setTimeout(() => response.end('true}', () => finished++), 20);
});
for (let time = 1; time <= 3; time++) {
  const { id } = (await server.call('POST', '/customers', customer)).body;
  received.length = 0;
  await server.call('PATCH', `/customers/${id}`, scripts[0].steps[1].body);
  const asked = Date.now();
  await until(() => finished === time && received.length > 0, 'the receivers that answer');
  assert.ok(Date.now() - asked < 2_000, 'the one that never answers held them up');
  await new Promise((resolve) => setTimeout(resolve, 150));
}
assert.deepEqual([broken, received.length], [[], 1], 'one webhook for each receiver, and no connection broken');

// One that is removed gets nothing more.
const remove = (id) =>
  fetch(`${server.base}/webhooks/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${server.key}` } });
const removed = await remove(late.id);
assert.deepEqual([removed.status, await removed.text()], [204, '']);
assert.deepEqual([(await remove(late.id)).status, (await remove('webhook_0')).status], [404, 404]);
await remove(silent.id);
assert.deepEqual(
  (await server.call('GET', '/webhooks')).body.data.map(({ url }) => url),
  [hook.url],
);
silent.end();
late.end();
server.child.kill('SIGTERM');
receiver.close();
console.log('sandbox server: ok');
