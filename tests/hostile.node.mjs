// What hostile JavaScript does to the package: getters that throw, proxies, cycles, class instances, pollution, huge strings, traps.
// Always a clear report or error, never a value in it, and the next call answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  KycInternalError,
  normalizeField,
  validate,
  validateCustomer,
  validateField,
  validatePatch,
} from '../dist/npm/kyc-rules/index.js';

const SAMPLE = JSON.parse(readFileSync(new URL('./sample.json', import.meta.url), 'utf8'));
const OPTIONS = { today: '2026-01-31' };
const said = [];
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const print = console[level].bind(console);
  console[level] = (...words) => {
    said.push(words.join(' '));
    print(...words);
  };
}
let passed = 0;
let failed = 0;

function test(name, run) {
  try {
    run();
    // After each attack the next honest call answers.
    assert.equal(validate(SAMPLE, OPTIONS).verdict, 'ready');
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message}`);
  }
}

const codes = (report) => report.issues.map(({ code, path }) => `${path} ${code}`.trim());
const judged = (data) => codes(validate(data, OPTIONS));
const alone = (code) => (data) => assert.deepEqual(judged(data), [code]);
const like = (own, sent) =>
  assert.deepEqual(JSON.stringify(validate(own, OPTIONS)), JSON.stringify(validate(sent, OPTIONS)));

const thrower = () => {
  throw new Error('canaryzq');
};

test('a getter that throws', () => {
  const data = Object.defineProperty({}, 'phoneNumber', { enumerable: true, get: thrower });
  alone('input.unreadable')(data);
});
test('a proxy that throws at every turn', () => {
  const traps = Object.fromEntries(
    Reflect.ownKeys(Reflect)
      .filter((key) => typeof key === 'string')
      .map((key) => [key, thrower]),
  );
  alone('input.unreadable')(new Proxy({}, traps));
});
test('a revoked proxy', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  alone('input.unreadable')(proxy);
});
test('a getter that gives another value each time is read once', () => {
  let reads = 0;
  const data = { ...SAMPLE };
  Object.defineProperty(data, 'legalFirstName', { enumerable: true, get: () => (reads++ === 0 ? 'Jane' : '<script>') });
  assert.equal(validate(data, OPTIONS).verdict, 'ready');
  assert.equal(reads, 1);
});
test('a cycle', () => {
  const data = { ...SAMPLE };
  data.address = { ...SAMPLE.address, address: data };
  data.self = data;
  assert.ok(validate(data, OPTIONS).issues.length > 0);
});
test('inherited properties do not count', () => {
  const data = Object.create(SAMPLE);
  assert.equal(validate(data, OPTIONS).verdict, 'incomplete');
});
test('a polluted prototype does not fill in', () => {
  Object.prototype.isIntermediary = false;
  try {
    const { isIntermediary, ...rest } = SAMPLE;
    assert.ok(judged(rest).includes('isIntermediary required'));
  } finally {
    delete Object.prototype.isIntermediary;
  }
});
test('__proto__ from JSON is a key like any other', () => {
  const data = JSON.parse(`{"__proto__":{"isIntermediary":true},${JSON.stringify(SAMPLE).slice(1)}`);
  assert.ok(judged(data).includes('unknown_key'));
  assert.equal({}.isIntermediary, undefined);
});
test('what JSON.stringify leaves out is absent', () => {
  const { phoneNumber, ...rest } = SAMPLE;
  for (const nothing of [undefined, () => {}, Symbol('canaryzq')]) like({ ...rest, phoneNumber: nothing }, rest);
});
test('what JSON.stringify turns into null is null', () => {
  for (const number of [Number.NaN, Infinity, -Infinity])
    like({ ...SAMPLE, phoneNumber: number }, { ...SAMPLE, phoneNumber: null });
});
test('toJSON is what is judged', () => {
  like({ ...SAMPLE, phoneNumber: { toJSON: () => '+14155551234' } }, SAMPLE);
  like({ toJSON: () => SAMPLE }, SAMPLE);
});
test('boxed values are what they hold', () => {
  like({ ...SAMPLE, phoneNumber: new String('+14155551234'), isIntermediary: new Boolean(false) }, SAMPLE);
});
test('other kinds of objects', () => {
  for (const odd of [new Map([['legalFirstName', 'Jane']]), new Set(), new Date(0), /x/, new (class {})()]) {
    assert.ok(validate(odd, OPTIONS).issues.length > 0);
  }
  for (const none of [undefined, null, 1, 'x', true, Symbol('x'), () => {}, []]) {
    assert.ok(['wrong_type', 'input.unreadable'].includes(validate(none, OPTIONS).issues[0].code));
  }
});
test('a BigInt is of a wrong type', () => {
  for (const report of [validate({ ...SAMPLE, phoneNumber: 10n }, OPTIONS), validate(10n, OPTIONS)]) {
    assert.ok(['wrong_type', 'input.unreadable'].includes(report.issues[0].code), report.issues[0].code);
  }
});
test('half a surrogate pair is refused in its own field', () => {
  assert.ok(judged({ ...SAMPLE, legalFirstName: 'J\ud800ne' }).includes('legalFirstName text.not_unicode'));
});
test('the separators of the wire stay in their field', () => {
  for (const mark of ['\x1e', '\x1f', '\x1f"x', '\0']) {
    const found = judged({ ...SAMPLE, legalFirstName: `Ja${mark}ne` });
    assert.equal(found.length, 2, String(found));
    assert.match(found[0], /^legalFirstName /);
  }
});
test('a hundred million characters', () => {
  const long = 'x'.repeat(100_000_000);
  const start = performance.now();
  assert.ok(
    judged({ ...SAMPLE, mostRecentOccupation: long }).some((code) => /text.too_long|json.too_large/.test(code)),
  );
  assert.ok(validateField('legalFirstName', long, OPTIONS).length > 0);
  assert.ok(performance.now() - start < 2000, 'it took as long as the text is');
  assert.equal(typeof normalizeField('legalFirstName', long, OPTIONS), 'string');
});
test('fifty thousand levels', () => {
  let deep = {};
  for (let level = 0; level < 50_000; level += 1) deep = { address: deep };
  assert.ok(validate(deep, OPTIONS).issues.length > 0);
  assert.ok(validate({ ...SAMPLE, documents: [deep] }, OPTIONS).issues.length > 0);
});
test('a million documents, and a sparse list', () => {
  const many = validate({ ...SAMPLE, documents: new Array(1_000_000).fill({}) }, OPTIONS);
  assert.equal(many.verdict, 'invalid');
  const sparse = [];
  sparse[3] = SAMPLE.documents[0];
  assert.equal(
    validate({ ...SAMPLE, documents: sparse }, OPTIONS).issues.filter(({ code }) => code === 'wrong_type').length,
    3,
  );
});
test('a hundred thousand unknown keys', () => {
  const data = { ...SAMPLE };
  for (let at = 0; at < 100_000; at += 1) data[`canaryzq${at}`] = at;
  assert.ok(validate(data, OPTIONS).issues.length > 0);
});
test('options that are none', () => {
  for (const options of [
    { today: 'tomorrow' },
    { today: '2026-02-30' },
    { policy: 'strict' },
    { policy: { minimalAge: 1 } },
  ]) {
    assert.throws(() => validate(SAMPLE, options));
  }
});
test('no value comes out', () => {
  const reports = [];
  const fill = (value) => {
    if (Array.isArray(value)) return value.map(fill);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, fill(held)]));
    return 'canaryzq';
  };
  const full = fill(SAMPLE);
  reports.push(
    validate(full, OPTIONS),
    validatePatch(full, { ...OPTIONS, stored: full }),
    validateCustomer(full, OPTIONS),
  );
  for (const key of Object.keys(full)) reports.push(validateField(key, 'canaryzq', { ...OPTIONS, data: full }));
  assert.doesNotMatch(JSON.stringify(reports), /canaryzq/i);
  for (const report of reports)
    for (const issue of report.issues ?? report) assert.doesNotMatch(issue.message, /canaryzq/i);
});
test('nothing was said on the console', () => {
  assert.deepEqual(
    said.filter((line) => !line.startsWith('FAIL')),
    [],
  );
});
test('two hundred thousand calls leave no more memory than a thousand', () => {
  const run = (calls) => {
    for (let at = 0; at < calls; at += 1) validate(SAMPLE, OPTIONS);
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers;
  };
  const before = run(1_000);
  assert.ok(run(200_000) - before < 1_000_000);
});
test('the error of a trapped module tells nothing', () => {
  const error = new KycInternalError();
  assert.doesNotMatch(`${error.stack}${error.message}`, /canaryzq/);
});

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
