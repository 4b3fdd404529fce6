// No value leaves, through the package in Node: every vector with a marker in each of its texts and keys. None of it may be in an answer
// or on the console, nor stay in the module's memory once the script that asked is done. `node tests/canaries.node.mjs`; ends with `N passed, N failed`.

import * as errors from '../dist/npm/kyc-rules/errors.js';
import { memories } from './js/memories.mjs';
import { suites } from './js/suites.mjs';

const CANARY = 'zqcanaryzq';

const kyc = await import('../dist/npm/kyc-rules/index.js');

/** Ways to put the marker into a text, so that each rule stumbles over another part of it. */
const WAYS = [
  (text) => text + CANARY,
  (text) => CANARY + text,
  (text) => text.slice(0, text.length / 2) + CANARY + text.slice(text.length / 2),
  () => CANARY,
];

const marked = (value, way) => {
  if (typeof value === 'string') return way(value);
  if (Array.isArray(value)) return value.map((entry) => marked(entry, way));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, marked(member, way)]);
  if (members.length > 0) members.push([way(members[0][0]), null]);
  return Object.fromEntries(members);
};

const found = { answers: 0, console: 0, memory: 0 };
const shown = [];
const leaks = (text) => text.toLowerCase().includes(CANARY);
const note = (where, what) => {
  found[where] += 1;
  if (shown.length < 10) shown.push(`${where}: ${what}`);
};

const real = globalThis.console;
globalThis.console = new Proxy(real, {
  get:
    () =>
    (...words) =>
      leaks(words.join(' ')) && note('console', words.join(' ').slice(0, 200)),
});

/** Whether a marker is anywhere in a module's memory, in either case or with its letters apart. */
const remembers = () =>
  memories.some(({ buffer }) => {
    const bytes = Buffer.from(buffer);
    return bytes.includes(CANARY) || bytes.includes(CANARY.toUpperCase());
  });

let asked = 0;
const ask = (what, answer) => {
  asked += 1;
  let said;
  try {
    said = answer();
  } catch (error) {
    said = `${error.name} ${error.message}`;
  }
  if (leaks(JSON.stringify(said) ?? '')) note('answers', what);
};

let payloads = 0;
for (const { file, cases } of suites()) {
  for (const [at, { path, value, data, payload, stored, mode, today = '2026-01-31', policy }] of cases.entries()) {
    for (const [number, way] of WAYS.entries()) {
      const name = `${file}[${at}], way ${number}`;
      const options = { today, policy };
      if (path === undefined) {
        const data = marked(payload ?? null, way);
        const judge = mode === 'customer' ? kyc.validateCustomer : kyc.validate;
        ask(name, () => {
          const report = judge(data, options);
          return [report, errors.toApiError(report), errors.toProblemJson(report, { instance: '/1' })];
        });
        if (mode !== 'customer') {
          ask(name, () => kyc.validatePatch(data, { ...options, stored: marked(stored ?? payload ?? {}, way) }));
        }
        // What somebody asks for holds the value, as it must; the module's memory must not.
        (mode === 'customer' ? kyc.normalizeCustomer : kyc.normalize)(data, options);
      } else {
        const beside = marked(data ?? {}, way);
        ask(name, () => kyc.validateField(path, marked(value, way), { ...options, data: beside }));
        kyc.normalizeField(path, marked(value, way), { ...options, data: beside });
      }
      payloads += 1;
      // What a call gives back is wiped at once, its stack when the script that called is done.
      await null;
      if (remembers()) note('memory', name);
    }
  }
}
globalThis.console = real;
for (const line of shown) console.log(line);
console.log(`${payloads} payloads, ${asked} answers; markers in answers, on the console, left in memory:`, found);
const failed = Object.values(found).filter((count) => count > 0).length;
console.log(`${3 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
