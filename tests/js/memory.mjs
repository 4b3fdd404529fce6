// node --expose-gc tests/js/memory.mjs [CALLS]: the packed entries' memory after many calls and after texts of any length is what it was
// after the first few, and so is JavaScript's own; the modules hold nothing of what passed through them. Ends with `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';
import { memories } from './memories.mjs';

const calls = Number(process.argv[2] ?? 100_000);
const { normalize, validate, validateField, validatePatch } = await import('../../dist/npm/kyc-rules/index.js');
const { apiError, mergePatch, verifyWebhook } = await import('../../dist/npm/kyc-rules/lifecycle.js');
const { fingerprint, inspectImage } = await import('../../dist/npm/kyc-rules/image.js');
const folder = new URL('../images/small/', import.meta.url);
const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
const MARK = 'zqcanaryzq';
const sample = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const options = { today: '2026-01-31' };
/** 100 MB in UTF-8, a field's text or a payload's. */
const long = '\u0416'.repeat(50_000_000);

/** What a form and a server ask, in turn. */
const asked = [
  () => validate(sample, options),
  () => validate({ ...sample, phoneNumber: '555', isIntermediary: 'no', legalLastName: 'Nguyễn' }, options),
  () => validateField('address.postalCode', '9410', { ...options, data: sample }),
  () => normalize(sample, options),
  (at) => validateField('phoneNumber', `+1415555${at % 10_000}`, options),
];

const steps = {
  [`${calls} calls`]: () => {
    for (let at = 0; at < calls; at++) asked[at % asked.length](at);
  },
  'a thousand calls with a text of 100 MB in a field': () => {
    for (let at = 0; at < 1_000; at++) validate({ ...sample, legalFirstName: long, [`x${at}`]: long }, options);
  },
  'a text of 100 MB where an object should be': () => {
    validate(long, options);
    validate({ [long]: 1 }, options);
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
function holds(name, same, figures) {
  console.log(`${same ? 'ok' : 'FAILED'}: ${name}: ${figures}`);
  if (same) passed++;
  else failed++;
}

for (const warm of Object.values(steps).slice(1)) warm();
const size = () => memories.map((memory) => memory.buffer.byteLength).join();
/** What JavaScript holds once it has cleared up; a megabyte up or down is its own affair. */
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
for (let at = 0; at < 20_000; at++) asked[at % asked.length](at);
const before = size();
const held = heap();
for (const [name, step] of Object.entries(steps)) {
  const start = performance.now();
  step();
  holds(name, size() === before, `${size()} bytes, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
if (globalThis.gc) {
  const grown = heap() - held;
  holds('the heap', grown < 1 << 20, `${grown} bytes more than ${held}`);
}
// The stack is wiped once the script is done.
await new Promise((resolve) => setTimeout(resolve, 0));
const remembers = memories.filter(({ buffer }) => Buffer.from(buffer).includes(MARK)).length;
holds('nothing of it stays', remembers === 0, `${remembers} of ${memories.length} modules`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
