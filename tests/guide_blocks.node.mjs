// The guide's JavaScript blocks, read from its own text, run against the server: given only a base URL, a key, the helpers they
// leave undefined, and the complete sample where they elide data. `node tests/guide_blocks.node.mjs GUIDE [PATH OF kyc-sandbox]`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { verifyWebhook } from '../dist/npm/kyc-rules/lifecycle.js';
import { sandbox } from './js/server.mjs';

const [guide, program] = process.argv.slice(2);
if (!guide || !existsSync(guide)) {
  console.log('guide blocks: skipped, the guide is not here');
  process.exit(0);
}
const { url: root, key, close } = await sandbox([], program);
process.env.API_KEY = key;
const base = `${root}/api/v1`;
const advance = (seconds) =>
  fetch(`${root}/_sandbox/clock`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.API_KEY}` },
    body: JSON.stringify({ advanceSeconds: seconds }),
  });

const text = readFileSync(guide, 'utf8').replaceAll('https://api.example.com', root);
const blocks = [...text.matchAll(/```javascript\n([\s\S]*?)```/g)].map(([, block]) => block);
/** The block that defines a function, up to its usage. */
const defining = (name) => {
  const block = blocks.find((block) => block.includes(`function ${name}(`));
  assert.ok(block, name);
  return block.split('// Usage')[0];
};
const scenario = (title) => blocks.find((block) => text.slice(text.indexOf(title)).split('```')[1].endsWith(block));
const AsyncFunction = (async () => {}).constructor;

/** What the guide leaves undefined, and what it calls. */
const calls = [];
const noted =
  (name) =>
  async (...args) =>
    calls.push([name, ...args]);
let tokens = { refreshToken: '' };
const renew = async () => {
  const body = JSON.stringify({ refreshToken: tokens.refreshToken });
  tokens = await (await fetch(`${base}/auth/refresh`, { method: 'POST', body })).json();
  return tokens.accessToken;
};
/** As much of Express as the guide's handler wants. What it elides, the signature, is looked at on the raw bytes before. */
const handlers = new Map();
const app = { post: (path, handler) => handlers.set(path, handler) };
const prelude = {
  app,
  console: { log() {}, error() {}, warn() {} },
  setTimeout: (done) => advance(30).then(done),
  calculateAge: (born) => Math.floor((Date.now() - Date.parse(born)) / 31_556_952_000),
  notifyCustomer: noted('notifyCustomer'),
  enablePaymentAccounts: noted('enablePaymentAccounts'),
  grantAPIAccess: noted('grantAPIAccess'),
  sendEmail: noted('sendEmail'),
  refreshAuthToken: renew,
  enableCustomerFeatures: noted('enableCustomerFeatures'),
  sendApprovalEmail: noted('sendApprovalEmail'),
  sendRFINotification: noted('sendRFINotification'),
  sendRejectionNotification: noted('sendRejectionNotification'),
  sendProgressUpdate: noted('sendProgressUpdate'),
};
const FUNCTIONS = [
  'createIndividualCustomer',
  'submitKycData',
  'pollCustomerStatus',
  'handleRFI',
  'activateCustomer',
  'safePatchKycData',
  'validateKycData',
  'makeAuthenticatedRequest',
];
const definitions = FUNCTIONS.map(defining).join('\n');
const getCustomer = `async function getCustomer(id) { return (await fetch('${base}/customers/' + id, { headers: { Authorization: 'Bearer ' + process.env.API_KEY } })).json(); }`;
/** Runs code of the guide with its functions and the prelude in scope. */
const run = (code) =>
  new AsyncFunction(...Object.keys(prelude), `${definitions}\n${getCustomer}\n${code}`)(...Object.values(prelude));

const usage = blocks.find((block) => block.includes('const updatedCustomer = await submitKycData('));
const complete = /const kycData = (\{[\s\S]*?\n\};)/.exec(usage)[1].slice(0, -1);

// Create, submit, PATCH locked, poll, activate.
const outcome = await run(`
  const customer = await createIndividualCustomer('jane.smith@example.com', 'Jane', 'Smith');
  const submitted = await submitKycData(customer.id, ${complete});
  let locked, safe;
  try { await submitKycData(customer.id, {}); } catch (error) { locked = error.message; }
  try { await safePatchKycData(customer.id, {}); } catch (error) { safe = error.message; }
  const polled = await pollCustomerStatus(customer.id);
  return { created: customer.status, submitted: submitted.status, locked, safe, polled: polled.status, activated: (await activateCustomer(customer.id)).success };
`);
assert.deepEqual(outcome, {
  created: 'CREATED',
  submitted: 'UNDER_REVIEW',
  locked: 'Customer data locked during verification',
  safe: 'Cannot update customer: status is UNDER_REVIEW. Updates only allowed in: CREATED, NEEDS_ADDITIONAL_INFORMATION, REJECTED',
  polled: 'ACTIVE',
  activated: true,
});
assert.deepEqual(
  calls.map(([name]) => name),
  ['enablePaymentAccounts', 'grantAPIAccess', 'sendEmail'],
);

// A validation error: the guide's body, byte for byte but for its spaces.
const authorized = { Authorization: `Bearer ${process.env.API_KEY}`, 'Content-Type': 'application/json' };
const refused = await run(`
  const customer = await createIndividualCustomer('jane.smith@example.com', 'Jane', 'Smith');
  try { await submitKycData(customer.id, { phoneNumber: '4155551234' }); } catch (error) { return [customer.id, error.message, validateKycData(${complete}).length]; }
`);
assert.deepEqual(refused.slice(1), [
  'Failed to submit KYC data: Validation failed: phoneNumber must be in E.164 format',
  0,
]);
const said400 = await fetch(`${base}/customers/${refused[0]}`, {
  method: 'PATCH',
  headers: authorized,
  body: '{"kycData":{"phoneNumber":"4155551234"}}',
});
const shown = /```json\n(\{\s*"error": "BAD_REQUEST"[\s\S]*?)```/.exec(text)[1];
assert.equal(await said400.text(), JSON.stringify(JSON.parse(shown)));

// A token that has expired is refreshed, and the request made again.
tokens = await (await fetch(`${base}/auth/token`, { method: 'POST', headers: authorized })).json();
const old = tokens.accessToken;
await fetch(`${root}/_sandbox/tokens/expire`, { method: 'POST', headers: authorized });
const before = await fetch(`${base}/customers`, { headers: { Authorization: `Bearer ${old}` } });
const shown401 = /```json\n(\{\s*"error": "UNAUTHORIZED"[\s\S]*?)```/.exec(text)[1];
assert.equal(await before.text(), JSON.stringify(JSON.parse(shown401)));
const refreshed = await run(
  `return (await makeAuthenticatedRequest('${base}/customers', { headers: { Authorization: 'Bearer ${old}' } })).status;`,
);
assert.equal(refreshed, 200);
assert.notEqual(tokens.accessToken, old);

// The webhook handler, behind a check of the signature.
await run(blocks.find((block) => block.includes("app.post('/webhooks/customer-status'")));
let secret;
let unverified = 0;
const receiver = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  // The sandbox's clock is ahead of this one's.
  const now = Number(request.headers['x-webhook-timestamp']) * 1000;
  if (!verifyWebhook({ body, headers: request.headers, secrets: [secret], now }).ok) unverified++;
  const res = {
    status: (status) => {
      response.statusCode = status;
      return res;
    },
    json: (value) => response.end(JSON.stringify(value)),
  };
  await handlers.get(request.url)({ body: JSON.parse(body.toString()) }, res);
});
await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${receiver.address().port}/webhooks/customer-status`;
const registered = await fetch(`${base}/webhooks`, {
  method: 'POST',
  headers: authorized,
  body: JSON.stringify({ url }),
});
secret = (await registered.json()).secret;

// The scenarios, with the sample where they elide data.
const filled = (block) =>
  block
    .replace(/const kycData = \{[\s\S]*?\n\};/, `const kycData = ${complete};`)
    .replace(
      /const completeKycData = \{[\s\S]*?\n\};/,
      `const completeKycData = { ...incompleteKycData, ...${complete} };`,
    );
for (const [title, status] of [
  ['#### Scenario 1', 'ACTIVE'],
  ['#### Scenario 2', 'ACTIVE'],
  ['#### Scenario 3', 'REJECTED'],
]) {
  const block = scenario(title);
  const ended = await run(`${filled(block)}\nreturn (await pollCustomerStatus(customer.id)).status;`);
  assert.equal(ended, status, title);
}
// The fourth test address has no block of its own: the first scenario with it takes ten polls.
const delayed = scenario('#### Scenario 1').replace('test-success@', 'test-delay@');
let polls = 0;
prelude.setTimeout = (done) => {
  polls++;
  return advance(30).then(done);
};
const late = await run(`${filled(delayed)}\nreturn (await pollCustomerStatus(customer.id)).status;`);
assert.deepEqual([late, polls], ['ACTIVE', 10]);

// The RFI, answered with documents alone, as the guide does.
const resubmission = /const updatedKycData = (\{[\s\S]*?\n\};)/.exec(text)[1].slice(0, -1);
const rfi = await run(`
  const customer = await createIndividualCustomer('test-rfi@example.com', 'Test', 'RFI');
  await submitKycData(customer.id, ${complete});
  await new Promise((resolve) => setTimeout(resolve, 30000));
  await handleRFI(customer.id);
  const again = await submitKycData(customer.id, ${resubmission});
  return [again.status, (await pollCustomerStatus(customer.id)).status];
`);
assert.deepEqual(rfi, ['UNDER_REVIEW', 'ACTIVE']);
assert.ok(
  calls.some(([name]) => name === 'notifyCustomer'),
  'the customer was notified',
);
// Every change of the scenarios and of the RFI came to the handler: at least once, in whatever order, some of them still on their way.
const WANTED = {
  enableCustomerFeatures: 4,
  sendApprovalEmail: 4,
  sendRFINotification: 2,
  sendRejectionNotification: 1,
  sendProgressUpdate: 6,
};
const told = () =>
  Object.fromEntries(Object.keys(WANTED).map((name) => [name, calls.filter(([called]) => called === name).length]));
const isAll = () => Object.entries(told()).every(([name, count]) => count >= WANTED[name]);
for (let tries = 0; tries < 100 && !isAll(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
assert.deepEqual(told(), WANTED);
assert.equal(unverified, 0);
receiver.close();
close();
console.log('guide blocks: ok');
