// The main entry in its other wrappings: `kyc-rules/js` has no WebAssembly, `kyc-rules/slim` takes a module from the caller. Both
// answer every vector as the main entry does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import * as errors from '../dist/npm/kyc-rules/errors.js';
import * as kyc from '../dist/npm/kyc-rules/index.js';
import * as js from '../dist/npm/kyc-rules/js.js';
import { phoneAsYouType } from '../dist/npm/kyc-rules/phone.js';
import * as slim from '../dist/npm/kyc-rules/slim.js';
import { suites } from './js/suites.mjs';
import { tests } from './js/tests.mjs';
import { answer } from './js/vectors.mjs';

const PACKAGE = new URL('../dist/npm/kyc-rules/', import.meta.url);
const OPTIONS = { today: '2026-01-31' };
const sample = () => JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const bytes = readFileSync(new URL('kyc.wasm', PACKAGE));
const { test, end } = tests();

const cases = suites();
const wanted = answer({ ...kyc, ...errors }, cases);

test('slim asks for its module', () => {
  assert.throws(() => slim.validate(sample(), OPTIONS), { name: 'TypeError', message: /await init/ });
});
test('slim refuses an answer that is no module', async () => {
  await assert.rejects(slim.init(new Response('gone', { status: 404 })), { name: 'TypeError', message: /404/ });
  await assert.rejects(slim.init(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  assert.throws(() => slim.validate(sample(), OPTIONS), TypeError);
});
for (const [name, source] of [
  ['an answer', () => Promise.resolve(new Response(bytes))],
  ['a blob', () => new Blob([bytes])],
  ['a module', () => new WebAssembly.Module(bytes)],
  ['bytes', () => bytes],
]) {
  test(`slim takes ${name}`, async () => {
    await slim.init(source());
    assert.equal(slim.validate(sample(), OPTIONS).verdict, 'ready');
  });
}
test('slim at once, by require', () => {
  const required = createRequire(import.meta.url)('../dist/npm/kyc-rules/slim.cjs');
  required.initSync(bytes);
  assert.equal(required.validate(sample(), OPTIONS).verdict, 'ready');
});
test('slim answers as the main entry does', () => assert.deepEqual(answer({ ...slim, ...errors }, cases), wanted));
test('a phone in an input without a selection: its caret is at the end', () => {
  const show = phoneAsYouType('US');
  assert.deepEqual(show('415555', null), show('415555'));
});
test('js answers as the main entry does', () => assert.deepEqual(answer({ ...js, ...errors }, cases), wanted));
test('js grows its memory and gives it back', () => {
  const huge = 'ä'.repeat(20_000_000);
  for (let round = 0; round < 3; round += 1) {
    const data = { ...sample(), legalFirstName: huge };
    assert.deepEqual(js.validate(data, OPTIONS), kyc.validate(data, OPTIONS));
  }
  const many = { ...sample(), documents: Array.from({ length: 20 }, () => sample().documents[0]) };
  assert.deepEqual(js.validate(many, OPTIONS), kyc.validate(many, OPTIONS));
});
test('js is a script without WebAssembly, eval or imports', () => {
  const text = readFileSync(new URL('js.cjs', PACKAGE), 'utf8');
  const module = { exports: {} };
  const context = vm.createContext(
    { module, exports: module.exports, TextEncoder, TextDecoder, queueMicrotask },
    { codeGeneration: { strings: false, wasm: false } },
  );
  vm.runInContext('delete globalThis.WebAssembly', context);
  vm.runInContext(text, context);
  assert.equal(module.exports.validate(sample(), OPTIONS).verdict, 'ready');
  assert.equal(module.exports.validateField('phoneNumber', '555', OPTIONS)[0].code, 'phone.not_e164');
});

/** Every text of up to four of these: letters of one to four bytes, and halves of pairs. */
const PIECES = ['a', 'é', '漢', '😀', '\ud83d', '\ude00'];
const texts = [''];
for (let from = 0, length = 0; length < 4; length += 1) {
  const until = texts.length;
  for (; from < until; from += 1) for (const piece of PIECES) texts.push(texts[from] + piece);
}
/** A module as an engine has it that lacks these. */
async function without(file, holder, names) {
  const own = names.map((name) => Object.getOwnPropertyDescriptor(holder, name));
  for (const name of names) delete holder[name];
  try {
    return await import(`${file}?without`);
  } finally {
    names.forEach((name, at) => own[at] && Object.defineProperty(holder, name, own[at]));
  }
}
test('a text is told to be Unicode without the engine’s own word', async () => {
  const own = await without('../pkg-template/src/well_formed.js', String.prototype, ['isWellFormed']);
  for (const text of texts) assert.equal(own.isWellFormed(text), !/\p{Cs}/u.test(text), escape(text));
});
test('UTF-8 is written and read without the engine’s own', async () => {
  const names = ['TextEncoder', 'TextDecoder', 'queueMicrotask'];
  const own = await without('../pkg-template/src/engine.js', globalThis, names);
  assert.notEqual(own.TextEncoder, TextEncoder);
  for (const text of texts) {
    for (const room of [text.length, text.length * 3]) {
      const [ours, theirs] = [new Uint8Array(room), new Uint8Array(room)];
      assert.deepEqual(new own.TextEncoder().encodeInto(text, ours), new TextEncoder().encodeInto(text, theirs));
      assert.deepEqual(ours, theirs, escape(text));
    }
    const bytes = new TextEncoder().encode(text);
    assert.equal(new own.TextDecoder().decode(bytes), new TextDecoder().decode(bytes));
  }
  await new Promise((done) => own.queueMicrotask(done));
});

await end();
