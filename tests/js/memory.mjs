// node tests/js/memory.mjs: the packed entries' memory after many calls and after texts of any length is what it was after the first
// few, and the modules whose calls keep nothing hold nothing of what passed through them. Ends with `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';

/** @type {WebAssembly.Memory[]} */
const memories = [];
const Instance = WebAssembly.Instance;
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, args) {
    const made = Reflect.construct(target, args);
    memories.push(made.exports.memory);
    return made;
  },
});

const { validate, validatePatch } = await import('../../dist/npm/kyc-rules/index.js');
const { apiError, mergePatch, verifyWebhook } = await import('../../dist/npm/kyc-rules/lifecycle.js');
const { fingerprint, inspectImage } = await import('../../dist/npm/kyc-rules/image.js');
const folder = new URL('../images/small/', import.meta.url);
const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
const MARK = 'zqcanaryzq';
const sample = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const options = { today: '2026-01-31' };
const long = '\u0416'.repeat(10_000_000);

const steps = {
  'a hundred thousand calls': () => {
    for (let at = 0; at < 100_000; at++) validate(sample, options);
  },
  'a thousand calls with a text of ten million letters in a field': () => {
    for (let at = 0; at < 1_000; at++) validate({ ...sample, legalFirstName: long, [`x${at}`]: long }, options);
  },
  'ten thousand calls of other shapes': () => {
    for (let at = 0; at < 10_000; at++) {
      validatePatch({ documents: Array(at % 25).fill(sample.documents?.[0] ?? {}) }, options);
      validate({ address: { country: 'ZZ', at } }, options);
    }
  },
  'ten thousand errors, patches and webhooks': () => {
    for (let at = 0; at < 10_000; at++) {
      apiError(400, { error: 'E', message: `Validation failed: city ${MARK} is ${'x'.repeat(at % 5000)}` });
      mergePatch({ a: { b: MARK }, c: [MARK, at] }, { a: { b: null, d: MARK }, c: [at] });
      const headers = { 'x-webhook-signature': '00'.repeat(32), 'x-webhook-timestamp': `${at}` };
      verifyWebhook({ body: MARK.repeat(at % 100), headers, secrets: [MARK] });
    }
  },
  'twenty times the files of pictures and PDFs': () => {
    for (let at = 0; at < 20; at++) {
      for (const file of files) {
        inspectImage(file, { name: `${MARK}.jpg` });
        fingerprint(file);
      }
    }
  },
};

let passed = 0;
let failed = 0;
for (const warm of Object.values(steps).slice(1)) warm();
const size = () => memories.map((memory) => memory.buffer.byteLength).join();
const before = size();
for (const [name, step] of Object.entries(steps)) {
  step();
  const same = size() === before;
  console.log(`${same ? 'ok' : 'FAILED'}: ${name}: ${size()} bytes`);
  if (same) passed++;
  else failed++;
}
// The stack is wiped once the script is done.
await new Promise((resolve) => setTimeout(resolve, 0));
const remembers = memories.filter(({ buffer }) => Buffer.from(buffer).includes(MARK)).length;
console.log(`${remembers === 0 ? 'ok' : 'FAILED'}: nothing of it stays: ${remembers} of ${memories.length} modules`);
if (remembers === 0) passed++;
else failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
