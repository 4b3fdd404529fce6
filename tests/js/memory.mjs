// node --expose-gc tests/js/memory.mjs [CALLS]: the packed entry's memory after many calls and after texts of any length is what it was
// after the first few, and so is JavaScript's own. Ends with `N passed, N failed`.
import { readFileSync } from 'node:fs';

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

const calls = Number(process.argv[2] ?? 100_000);
const { normalize, validate, validateField, validatePatch } = await import('../../dist/npm/kyc-rules/index.js');
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
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
