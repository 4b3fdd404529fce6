// node tests/js/standard.mjs: the schemas of the package. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  customerSchema,
  field,
  normalize,
  pageSchema,
  patchSchema,
  schema,
  validate,
  validateCustomer,
  validateField,
  validatePatch,
} from '../../dist/npm/kyc-rules/index.js';
import { jsonSchemas } from './json_schema.mjs';
import { suites } from './suites.mjs';
import { tests } from './tests.mjs';

const SAMPLE = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const TODAY = { today: '2026-01-31' };
const ask = (schema, value) => schema['~standard'].validate(value);
const { test, end } = tests();

test('what every schema has', () => {
  for (const one of [schema, customerSchema, patchSchema, field('email'), pageSchema(['address'])]) {
    const standard = one['~standard'];
    assert.equal(standard.version, 1);
    assert.equal(standard.vendor, 'kyc-rules');
    assert.equal(one()['~standard'].vendor, 'kyc-rules');
  }
});

test('the value is the input itself', () => {
  const result = ask(schema(TODAY), SAMPLE);
  assert.equal(result.issues, undefined);
  assert.equal(result.value, SAMPLE);
});

test('errors and what is missing, by their keys', () => {
  const data = { ...SAMPLE, phoneNumber: '555', documents: [{ ...SAMPLE.documents[0], expirationDate: '' }] };
  const { issues } = ask(schema(TODAY), data);
  assert.deepEqual(
    issues.map(({ path, code, severity }) => [path, code, severity]),
    [
      [['phoneNumber'], 'phone.not_e164', 'error'],
      [['documents', 0, 'expirationDate'], 'required', 'missing'],
    ],
  );
});

test('of a patch, errors alone', () => {
  const asked = ask(patchSchema(TODAY), { documents: [{ ...SAMPLE.documents[0], expirationDate: '' }] });
  assert.equal(asked.issues, undefined);
  assert.equal(ask(patchSchema(TODAY), { nationality: 'usa' }).issues[0].code, 'country.alpha3');
  const stored = { ...SAMPLE, address: { ...SAMPLE.address, country: 'GB' } };
  assert.ok(ask(patchSchema({ ...TODAY, stored }), { address: { postalCode: '94102' } }).issues.length > 0);
});

test('a canonical copy is judged and handed on', () => {
  const data = { ...SAMPLE, phoneNumber: '+1 (415) 555-1234', nationality: 'usa' };
  assert.equal(ask(schema(TODAY), data).issues.length, 2);
  const { value, issues } = ask(schema({ ...TODAY, normalize: true }), data);
  assert.equal(issues, undefined);
  assert.equal(value.phoneNumber, '+14155551234');
  assert.equal(data.nationality, 'usa');
});

test('options lie over one another', () => {
  const strict = schema({ today: '2026-01-31', policy: { minimumAge: 99 } });
  assert.equal(ask(strict, SAMPLE).issues[0].code, 'date_of_birth.under_age');
  assert.equal(ask(strict({ policy: 'guide' }), SAMPLE).issues, undefined);
  assert.throws(() => ask(schema({ policy: 'none' }), SAMPLE), TypeError);
});

test('one value', () => {
  const phone = field('phoneNumber', { ...TODAY, normalize: true });
  assert.deepEqual(ask(phone, '+1 415 555 1234'), { value: '+14155551234' });
  assert.equal(ask(phone, '555').issues[0].code, 'phone.not_e164');
  assert.deepEqual(ask(phone, '555').issues[0].path, []);
  for (const nothing of [undefined, null, '']) assert.equal(ask(phone, nothing).issues[0].code, 'required');
  const code = field('address.postalCode', { ...TODAY, data: { address: { country: 'GB' } } });
  assert.equal(ask(code, '94102').issues.length, 1);
  assert.equal(ask(code({ data: { address: { country: 'US' } } }), '94102').issues, undefined);
  assert.equal(ask(field('documents[3].number', TODAY), '').issues, undefined);
  assert.equal(ask(field('documents.3.type', TODAY), 'CAT').issues[0].code, 'choice.unknown');
  // What a value does to another field is that one's.
  const dates = { documents: [{ issueDate: '2026-01-01', expirationDate: '2025-01-01' }] };
  assert.equal(ask(field('documents[].type', { ...TODAY, data: dates }), 'PASSPORT').issues, undefined);
  assert.throws(() => field('address.zip'), TypeError);
});

test('an object, a list, a document: with what they hold', () => {
  const said = (path, value, data) =>
    (ask(field(path, { ...TODAY, data }), value).issues ?? []).map(({ path: keys, pointer, code }) => [
      keys.join('.'),
      pointer,
      code,
    ]);
  const document = SAMPLE.documents[0];
  assert.deepEqual(said('address', SAMPLE.address), []);
  assert.deepEqual(said('address', { ...SAMPLE.address, country: 'Narnia', city: 5 }), [
    ['city', '/address/city', 'wrong_type'],
    ['country', '/address/country', 'country.name'],
  ]);
  assert.deepEqual(said('address', undefined), [['', '/address', 'required']]);
  // What else is wrong with the data, and what it says of the value, is another's.
  const around = { phoneNumber: '555', address: { country: 'GB' }, kycData: { address: 5, documents: [] } };
  assert.deepEqual(said('address', SAMPLE.address, around), []);
  assert.deepEqual(said('documents', [document], around), []);
  assert.deepEqual(said('documents', [{ ...document, type: 'nope' }, 5]), [
    ['', '/documents', 'documents.no_photo_id'],
    ['0.type', '/documents/0/type', 'choice.unknown'],
    ['1', '/documents/1', 'wrong_type'],
  ]);
  for (const path of ['documents[2]', 'documents.2']) {
    assert.deepEqual(said(path, document, around), []);
    assert.deepEqual(said(path, { ...document, number: '' }), [['number', '/documents/2/number', 'required']]);
    assert.deepEqual(said(path, 'x'), [['', '/documents/2', 'wrong_type']]);
    assert.deepEqual(validateField(path, document, { ...TODAY, data: { ...around, slip: 1 } }), []);
    assert.equal(validateField(path, { ...document, number: '' }, TODAY)[0].path, 'documents[2].number');
  }
  // One utility bill is a document, if not the one that a form must have.
  const bill = { type: 'UTILITY_BILL', issueDate: '2026-01-01', frontImageUrl: document.frontImageUrl };
  assert.deepEqual(said('documents[0]', bill), []);
  assert.equal(said('documents', [bill])[0][2], 'documents.no_photo_id');
  const throwing = {
    get country() {
      throw new Error('canary');
    },
  };
  assert.equal(said('address', throwing)[0][2], 'input.unreadable');
  const mended = field('documents[1]', { ...TODAY, normalize: true });
  assert.equal(ask(mended, { ...document, type: 'passport' }).value.type, 'PASSPORT');
  assert.equal(
    ask(field('address')({ ...TODAY, normalize: true }), { ...SAMPLE.address, country: 'us' }).value.country,
    'US',
  );
  const { properties } = field('documents[1]')['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  assert.equal(properties.number.maxLength, 64);
});

test('a patch is put into its canonical form beside what is stored', () => {
  const mended = (patch, stored) => ask(patchSchema({ ...TODAY, normalize: true, stored }), patch);
  const british = { ...SAMPLE, address: { ...SAMPLE.address, country: 'GB', postalCode: 'SW1A 1AA' } };
  const patch = { phoneNumber: '020 7946 0958' };
  for (const stored of [british, { kycData: british }]) {
    assert.deepEqual(mended(patch, stored).value, { phoneNumber: '+442079460958' });
    assert.deepEqual(mended({ kycData: patch }, stored).value, { kycData: { phoneNumber: '+442079460958' } });
  }
  assert.equal(mended({ ...patch, address: { country: 'FR' } }, british).issues[0].code, 'phone.not_e164');
  // What is stored is not written again.
  const { value, changes } = normalize(
    { address: { postalCode: 'sw1a1aa' } },
    { ...TODAY, stored: { nationality: 'us', address: { country: 'gb' } } },
  );
  assert.deepEqual(value, { address: { postalCode: 'SW1A 1AA' } });
  assert.equal(changes.length, 1);
});

test('a page', () => {
  const page = pageSchema(['phoneNumber', 'address.city'], TODAY);
  assert.equal(ask(page, { phoneNumber: '+14155551234', address: { city: 'Rome' } }).issues, undefined);
  assert.deepEqual(
    ask(page, {}).issues.map(({ path }) => path.join('.')),
    ['phoneNumber', 'address.city'],
  );
  assert.equal(
    ask(pageSchema(['email'], { normalize: true }), { email: ' a@EXAMPLE.com' }).value.email,
    'a@example.com',
  );
});

test('what is cut off still stands in the way', () => {
  const documents = Array.from({ length: 3 }, () => ({ ...SAMPLE.documents[0], type: 'CAT' }));
  const limited = schema({ ...TODAY, policy: { limits: { issues: 1 } } });
  const { issues } = ask(limited, { ...SAMPLE, documents });
  assert.equal(issues.length, 1);
  assert.equal(issues[0].severity, 'error');
});

test('hostile values are answered', () => {
  const throwing = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('canary');
      },
    },
  );
  for (const value of [undefined, null, 1, 'x', [], throwing, () => {}, Symbol('x'), 1n]) {
    const { issues } = ask(schema({ ...TODAY, normalize: true }), value);
    assert.ok(issues.length > 0);
    assert.ok(!JSON.stringify(issues).includes('canary'));
  }
});

test('every vector: as the report says, without warnings', () => {
  const forms = {
    whole: [schema, validate],
    customer: [customerSchema, validateCustomer],
    patch: [patchSchema, validatePatch],
  };
  let asked = 0;
  for (const { cases } of suites()) {
    for (const { path, payload = null, mode = 'whole', stored, today = '2026-01-31', policy } of cases) {
      if (path !== undefined) continue;
      const [of, judge] = forms[mode];
      const options = { today, policy, ...(mode === 'patch' && { stored }) };
      const report = judge(payload, options);
      const wanted = report.issues.filter(
        ({ severity }) => severity === 'error' || (severity === 'missing' && mode !== 'patch'),
      );
      const { issues = [] } = ask(of(options), payload);
      assert.deepEqual(
        issues.map(({ pointer, code }) => [pointer, code]),
        wanted.map(({ pointer, code }) => [pointer, code]),
      );
      for (const { path: keys, pointer } of issues) assert.equal(keys.map((key) => `/${key}`).join(''), pointer);
      asked += 1;
    }
  }
  assert.ok(asked > 50, `${asked} payloads`);
});

jsonSchemas(test);
end();
