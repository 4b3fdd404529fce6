// What JavaScript can throw at the package: objects that are not what they seem, text that is too much, a module that fails.
// What JSON.stringify would send is what is judged; nothing throws but what a program got wrong itself; no value comes out.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SAMPLE, SENT, sample, UNREADABLE } from './hostile/payloads.mjs';
import { tests } from './js/tests.mjs';

// The module's instances are counted, and can be made to fail, from the outside.
const instances = [];
let failure;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, parts) {
    const { exports } = Reflect.construct(target, parts);
    const failing = (name) =>
      function failingExport(...values) {
        if (failure === undefined) return exports[name](...values);
        const error = failure;
        failure = undefined;
        throw error;
      };
    const wrapped = Object.fromEntries(
      Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? failing(name) : value]),
    );
    instances.push(exports);
    return { exports: wrapped };
  },
});
const kyc = await import('../dist/npm/kyc-rules/index.js');

const OPTIONS = { today: '2026-01-31' };
const judge = (data) => kyc.validate(data, OPTIONS);
const codes = (report) => report.issues.map(({ path, code }) => `${path} ${code}`.trim());
const own = (data) => codes(judge(data)).filter((line) => !line.endsWith('national_id.placeholder'));

const { test: queue, end } = tests();
const test = (name, run) =>
  queue(name, async () => {
    await run();
    // After each attack the next honest call answers.
    assert.equal(judge(SAMPLE).verdict, 'ready');
  });

test('the sample is ready', () => assert.equal(judge(SAMPLE).verdict, 'ready'));

// What is judged is what would be sent.
for (const [name, data] of SENT) {
  test(`${name}: judged as it is sent`, () => {
    const sent = JSON.stringify(data);
    assert.deepEqual(codes(judge(data)), codes(judge(sent === undefined ? undefined : JSON.parse(sent))));
  });
}

// What cannot be sent, or is too much of it.
for (const [name, data] of UNREADABLE) {
  test(`${name}: unreadable`, () => {
    assert.deepEqual(codes(judge(data)), ['input.unreadable']);
    assert.equal(judge(data).verdict, 'invalid');
    assert.deepEqual(codes(kyc.validatePatch({}, { ...OPTIONS, stored: data })), ['input.unreadable']);
    assert.deepEqual(
      kyc.validateField('documents[0].number', 'P12345678', { ...OPTIONS, data }).map(({ code }) => code),
      ['input.unreadable'],
    );
    assert.equal(kyc.normalizeField('nationality', 'US', { ...OPTIONS, data }), 'US');
  });
}
test('a BigInt is of the wrong type', () => {
  assert.deepEqual(own({ ...SAMPLE, phoneNumber: 14155551234n }), ['phoneNumber wrong_type']);
  assert.deepEqual(own({ ...SAMPLE, phoneNumber: Object(1n) }), ['phoneNumber wrong_type']);
});
test('cycles end', () => {
  const cycle = sample();
  Object.assign(cycle, { self: cycle, address: { ...cycle.address, self: cycle } });
  assert.deepEqual(own(cycle), ['unknown_key', 'address unknown_key']);
  const envelope = {};
  envelope.kycData = envelope;
  assert.deepEqual(codes(judge(envelope)), ['json.too_deep']);
  const list = [];
  list.push(list);
  assert.deepEqual(own({ ...SAMPLE, documents: list }), ['documents documents.no_photo_id', 'documents[0] wrong_type']);
});
test('50,000 levels end', () => {
  let deep = [];
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  assert.deepEqual(codes(judge(deep)), ['wrong_type']);
  assert.deepEqual(own({ ...SAMPLE, extra: deep }), ['unknown_key']);
});
test('too much is refused in time', () => {
  const start = performance.now();
  const huge = 'x'.repeat(100_000_000);
  assert.deepEqual(own({ ...SAMPLE, legalFirstName: huge }), ['legalFirstName text.too_long']);
  assert.deepEqual(codes(judge(huge)), ['wrong_type']);
  assert.deepEqual(own({ ...SAMPLE, [huge]: 1 }), ['unknown_key']);
  const sparse = [];
  sparse.length = 4_000_000_000;
  assert.deepEqual(own({ ...SAMPLE, documents: sparse }), ['json.too_many_values']);
  const strangers = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]));
  assert.deepEqual(own(strangers), ['json.too_many_values']);
  assert.deepEqual(own({ ...SAMPLE, documents: new Array(1_000_000).fill({}) }), ['json.too_many_values']);
  const all = sample((data) => {
    data.documents = Array.from({ length: 21 }, () => fill(data.documents[0]));
    return fill(data);
  });
  assert.ok(own(all).includes('documents[0].number text.too_long'));
  assert.ok(judge(all).truncated);
  assert.equal(kyc.normalizeField('nationality', huge, OPTIONS), huge);
  const took = performance.now() - start;
  // Reading any of it whole would take minutes; how quick it is exactly is for the benchmarks.
  assert.ok(took < 10_000, `${took} ms`);
  function fill(object) {
    return Object.fromEntries(
      Object.entries(object).map(([key, value]) => [key, typeof value === 'string' ? huge : value]),
    );
  }
});
test('what an object inherits is not read', () => {
  Object.prototype.phoneNumber = '+14155551234';
  try {
    const { phoneNumber, ...rest } = SAMPLE;
    assert.deepEqual(own(rest), ['phoneNumber required']);
  } finally {
    delete Object.prototype.phoneNumber;
  }
});
test('input is read once, before the module is entered', () => {
  let reads = 0;
  const again = Object.defineProperty(sample(), 'phoneNumber', {
    enumerable: true,
    get: () => {
      reads += 1;
      // Whoever judges while being judged must not mix the two up.
      assert.equal(judge(SAMPLE).verdict, 'ready');
      return reads === 1 ? '+14155551234' : 'x\u001f';
    },
  });
  assert.deepEqual(own(again), []);
  assert.equal(reads, 1);
});
test('what was judged is as it was', () => {
  const frozen = sample();
  const before = JSON.stringify(frozen);
  Object.freeze(frozen);
  judge(frozen);
  assert.equal(JSON.stringify(frozen), before);
});
test('a document’s index has no bound of its own', () => {
  const documents = new Array(30).fill(SAMPLE.documents[0]);
  const [issue] = kyc.validateField('documents[29].number', '!', { ...OPTIONS, data: { documents } });
  assert.deepEqual([issue.path, issue.pointer], ['documents[29].number', '/documents/29/number']);
  const [alone] = kyc.validateField('documents[7].number', '!', OPTIONS);
  assert.equal(alone?.path ?? 'documents[7].number', 'documents[7].number');
});

// What a program got wrong is an exception, and says nothing of values.
const MISUSES = [
  () => judgeWith({ today: '2026-02-30' }),
  () => judgeWith({ today: '31.1.2026' }),
  () => judgeWith({ today: new Date(Number.NaN) }),
  () => judgeWith({ today: 20260131 }),
  () => judgeWith({ policy: 'CANARY' }),
  () => judgeWith({ policy: { minimalAge: 21 } }),
  () => judgeWith({ policy: { minimumAge: 'CANARY' } }),
  () => judgeWith({ policy: () => 1 }),
  () => kyc.validateField('CANARY', 'CANARY'),
  () => kyc.validateField('documents[x].number', 'CANARY'),
  () => kyc.pick(['CANARY']),
  () => kyc.pick(['email', 'phoneNumber']),
];
const judgeWith = (options) => kyc.validate(SAMPLE, options);
for (const [at, misuse] of MISUSES.entries()) {
  test(`misuse ${at} throws`, () => {
    assert.throws(misuse, (error) => error instanceof TypeError && !`${error.stack}`.split('\n')[0].includes('CANARY'));
  });
}
test('dates are calendar dates', () => {
  assert.equal(kyc.validate({}, { today: '2024-02-29' }).asOf, '2024-02-29');
  assert.equal(kyc.validate({}, { today: new Date(2026, 0, 31, 23, 59) }).asOf, '2026-01-31');
  assert.equal(kyc.validate({}, { today: '0001-01-01' }).asOf, '0001-01-01');
  const now = new Date();
  assert.equal(kyc.validate({}).asOf, kyc.validate({}, { today: now }).asOf);
});

// A module that fails is replaced.
test('a failed instance is replaced, a thousand times in a row', () => {
  judge(SAMPLE);
  for (let round = 0; round < 1000; round += 1) {
    const before = instances.length;
    failure = round % 2 === 0 ? new WebAssembly.RuntimeError('CANARY') : new RangeError('CANARY');
    assert.throws(
      () => judge(SAMPLE),
      (error) =>
        error instanceof kyc.KycInternalError && !error.message.includes('CANARY') && error.cause === undefined,
    );
    assert.equal(judge(SAMPLE).verdict, 'ready');
    assert.equal(instances.length, before + 1);
    instances.splice(0, before);
  }
});

// No value comes out.
test('no value is in what comes out, nor on the console', () => {
  const CANARY = 'Zqx7Wv93Canary';
  const said = [];
  const real = globalThis.console;
  globalThis.console = new Proxy(real, {
    get:
      () =>
      (...words) =>
        said.push(words.join(' ')),
  });
  const out = [];
  try {
    const spots = kyc.fields.filter(({ form, type }) => form === 'kyc' && (type === 'string' || type === 'boolean'));
    for (const value of [
      CANARY,
      `+1${CANARY}`,
      `https://${CANARY}/x`,
      `${CANARY}\ud800`,
      `${CANARY}\u001f`,
      CANARY.repeat(400),
    ]) {
      const data = sample((copy) => {
        for (const { path } of spots) {
          const [holder, key] = path.includes('.') ? path.split('.') : [undefined, path];
          const object = holder === undefined ? copy : holder === 'address' ? copy.address : copy.documents[0];
          object[key] = value;
        }
        copy[CANARY] = value;
        copy.address[`${CANARY}\u001f`] = value;
      });
      out.push(JSON.stringify(judge(data)), JSON.stringify(kyc.validatePatch(data, { ...OPTIONS, stored: data })));
      out.push(
        JSON.stringify(kyc.validateCustomer({ type: value, email: value, firstName: value, lastName: value }, OPTIONS)),
      );
      for (const { path } of spots) out.push(JSON.stringify(kyc.validateField(path, value, { ...OPTIONS, data })));
    }
  } finally {
    globalThis.console = real;
  }
  assert.deepEqual(said, []);
  for (const text of out) assert.ok(!/Zqx7|canary/i.test(text), text.slice(0, 200));
});

// A million calls leave nothing behind.
test('a million calls leave the memory as it was', () => {
  setFlagsFromString('--expose_gc');
  const gc = runInNewContext('gc');
  const memory = () => {
    gc();
    return process.memoryUsage().heapUsed;
  };
  const wrong = { ...SAMPLE, phoneNumber: '555', dateOfBirth: '1990-02-30', extra: 1 };
  const round = (calls) => {
    for (let call = 0; call < calls; call += 1) {
      if (call % 20 === 0) kyc.validate(call % 40 === 0 ? wrong : SAMPLE, OPTIONS);
      else kyc.validateField('phoneNumber', call % 3 === 0 ? '+14155551234' : 'x', OPTIONS);
    }
  };
  round(50_000);
  const module = instances.at(-1);
  const [heap, pages] = [memory(), module.memory.buffer.byteLength];
  round(1_000_000);
  const grown = memory() - heap;
  assert.ok(grown < 2_000_000, `the heap grew by ${grown} bytes`);
  assert.equal(module.memory.buffer.byteLength, pages);
});

await end();
