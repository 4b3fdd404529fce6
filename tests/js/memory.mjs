// node tests/js/memory.mjs [CALLS]: the packed entry's memory after many calls and after texts of any length is what it was after the first
// few. Ends with `N passed, N failed`.
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

const { validate, validatePatch } = await import('../../dist/npm/kyc-rules/index.js');
const sample = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const options = { today: '2026-01-31' };
const calls = Number(process.argv[2] ?? 100_000);
/** 100 MB in UTF-8, a field's text or a payload's. */
const long = '\u0416'.repeat(50_000_000);

const steps = {
  [`${calls} calls`]: () => {
    for (let at = 0; at < calls; at++) validate(sample, options);
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
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
