// Kills the server at random moments under load: no acknowledged write may be lost, no webhook lost, none invented.
// `node tests/sandbox_kill.node.mjs [KILLS] [PATH OF kyc-sandbox]`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greeting } from './js/server.mjs';

const kills = Number(process.argv[2] ?? 200);
const program = process.argv[3] ?? 'target/debug/kyc-sandbox';
const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const file = join(mkdtempSync(join(tmpdir(), 'kyc-kill-')), 'sandbox.db');
const key = 'sk_test';
const customer = { type: 'INDIVIDUAL', email: 'test-success@example.com', firstName: 'Test', lastName: 'Kill' };

/** Events received, by customer. */
const received = new Map();
const receiver = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const event = JSON.parse(Buffer.concat(chunks).toString());
  const { customerId, oldStatus, newStatus } = event.payload;
  if (!received.has(customerId)) received.set(customerId, new Set());
  received.get(customerId).add(`${event.id} ${oldStatus} ${newStatus}`);
  response.writeHead(200).end();
});
await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));

async function start() {
  const args = ['--listen', '127.0.0.1:0', '--quiet', '--key', key, '--file', file];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, base: (await greeting(child)).base };
}

let server = await start();
const call = async (method, path, body, more = {}) => {
  const response = await fetch(server.base + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...more },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};
await call('POST', '/webhooks', { url: `http://127.0.0.1:${receiver.address().port}/` });

/** What was acknowledged: the last status of each customer. */
const acknowledged = new Map();
/** Idempotency keys, and whom they were answered. */
const answered = [];
let used = 0;
for (let round = 0; round < kills; round++) {
  let alive = true;
  const client = async () => {
    while (alive) {
      try {
        const once = { 'Idempotency-Key': `key-${++used}` };
        const created = await call('POST', '/customers', customer, once);
        if (created.status === 201) {
          acknowledged.set(created.body.id, 'CREATED');
          answered.push([once, created.body.id]);
        }
        const patched = await call('PATCH', `/customers/${created.body.id}`, { kycData: sample });
        if (patched.status === 200) acknowledged.set(created.body.id, patched.body.status);
      } catch {
        // The server is gone: nothing was acknowledged.
        return;
      }
    }
  };
  const clients = Array.from({ length: 8 }, client);
  await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200));
  server.child.kill('SIGKILL');
  alive = false;
  await Promise.all(clients);
  server = await start();
}

let lost = 0;
// A key that was answered is answered alike: of the last ten thousand, which are kept.
for (const [once, id] of answered.slice(-500)) {
  const again = await call('POST', '/customers', customer, once);
  if (again.body.id !== id) lost++;
}
for (const [id, status] of acknowledged) {
  const { body } = await call('GET', `/customers/${id}`);
  if (body.status === undefined || (status === 'UNDER_REVIEW' && body.status === 'CREATED')) lost++;
}
const submitted = [...acknowledged].filter(([, status]) => status === 'UNDER_REVIEW').map(([id]) => id);
const arrived = (id) => [...(received.get(id) ?? [])].some((event) => event.endsWith('CREATED UNDER_REVIEW'));
for (let tries = 0; tries < 600 && !submitted.every(arrived); tries++) {
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const missing = submitted.filter((id) => !arrived(id)).length;
let invented = 0;
for (const id of received.keys()) {
  // A change that was stored but not acknowledged may be announced; one of a customer that is not there may not.
  const { status, body } = await call('GET', `/customers/${id}`);
  if (status !== 200 || body.status === 'CREATED') invented++;
}
server.child.kill('SIGTERM');
receiver.close();
console.log(
  `${kills} kills: ${acknowledged.size} customers acknowledged, ${lost} lost; webhooks: ${missing} lost, ${invented} invented`,
);
assert.deepEqual([lost, missing, invented], [0, 0, 0]);
