// node tests/js/normalize.mjs: canonical copies through the package. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { normalize, normalizeCustomer, normalizeField, validate } from '../../dist/npm/kyc-rules/index.js';
import { tests } from './tests.mjs';

const SAMPLE = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const OPTIONS = { today: '2026-01-31' };

const { test, end } = tests();
const kinds = ({ changes }) => changes.map(({ path, kind }) => `${path} ${kind}`);

test('the sample is canonical', () => {
  const { value, changes } = normalize(SAMPLE, OPTIONS);
  assert.notEqual(value, SAMPLE);
  assert.deepEqual(value, SAMPLE);
  assert.deepEqual(changes, []);
});

test('a letter and its mark come together when what stood between them goes', () => {
  const { value } = normalize({ legalFirstName: 'Jose\u00ad\u0301' }, OPTIONS);
  assert.equal(value.legalFirstName, 'José');
  assert.equal(normalizeField('legalFirstName', 'Jose\u00ad\u0301', OPTIONS), 'José');
});

test('every place is mended where it stands, and the input stays', () => {
  const data = {
    ...SAMPLE,
    legalFirstName: ' Jose\u0301 ',
    legalLastName: 'Ame\u0301lie',
    phoneNumber: '+1 (415) 555-1234',
    dateOfBirth: '15 May 1990',
    nationality: 'usa',
    extra: { kept: [1] },
    address: {
      ...SAMPLE.address,
      country: 'gb',
      stateCode: undefined,
      postalCode: 'sw1a1aa',
      locale: 'EN_gb',
      floor: 3,
    },
    documents: [SAMPLE.documents[0], { ...SAMPLE.documents[0], type: 'passport', number: 'p 12345678' }],
  };
  const before = JSON.stringify(data);
  const said = normalize(data, OPTIONS);
  assert.equal(JSON.stringify(data), before);
  const { value } = said;
  assert.equal(value.legalFirstName, 'José');
  assert.equal(value.legalLastName, 'Amélie');
  assert.equal(value.phoneNumber, '+14155551234');
  assert.equal(value.dateOfBirth, '1990-05-15');
  assert.equal(value.nationality, 'US');
  assert.deepEqual(value.extra, { kept: [1] });
  assert.equal(value.address.postalCode, 'SW1A 1AA');
  assert.equal(value.address.locale, 'en-GB');
  assert.equal(value.address.floor, 3);
  assert.equal(value.documents[1].type, 'PASSPORT');
  assert.notEqual(value.documents[0], data.documents[0]);
  const places = kinds(said);
  assert.ok(places.includes('legalLastName unicode'), places);
  assert.ok(places.includes('documents[1].type letterCase'), places);
  assert.deepEqual(normalize(value, OPTIONS).changes, []);
  assert.ok(validate(value, OPTIONS).issues.length <= validate(data, OPTIONS).issues.length);
});

test('the envelope is copied, not its copy left behind', () => {
  const data = { kycData: { nationality: 'us', address: { country: 'us' } } };
  const { value } = normalize(data, OPTIONS);
  assert.deepEqual(value, { kycData: { nationality: 'US', address: { country: 'US' } } });
  assert.equal(data.kycData.address.country, 'us');
});

test('create-customer', () => {
  const { value, changes } = normalizeCustomer({ email: ' jane@EXAMPLE.com' }, OPTIONS);
  assert.equal(value.email, 'jane@example.com');
  assert.equal(changes.length, 1);
});

test('what cannot be read stays', () => {
  const throwing = {
    get legalFirstName() {
      throw new Error('canary');
    },
  };
  for (const data of [
    null,
    undefined,
    5,
    'x',
    [],
    throwing,
    Object.create(null),
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw 1;
        },
      },
    ),
  ]) {
    const { value, changes } = normalize(data, OPTIONS);
    if (data === throwing) assert.equal(value, data);
    assert.deepEqual(changes, []);
  }
});

test('a text too long to cross is not cut, and any character crosses', () => {
  const long = ` ${'x'.repeat(100_000)}`;
  const { value, changes } = normalize(
    { legalFirstName: long, legalLastName: '\ud800 x ', mostRecentOccupation: ' a\x1fb' },
    OPTIONS,
  );
  assert.equal(value.legalFirstName, long);
  assert.equal(value.legalLastName, '\ud800 x ');
  assert.equal(value.mostRecentOccupation, 'a\x1fb');
  assert.deepEqual(changes, [{ path: 'mostRecentOccupation', pointer: '/mostRecentOccupation', kind: 'trimmed' }]);
});

test('a text that looks like an answer is a text', () => {
  const { value } = normalize({ mostRecentOccupation: ' \x1e5,,0,3,abc', legalFirstName: ' Jane' }, OPTIONS);
  assert.equal(value.legalFirstName, 'Jane');
  assert.equal(value.mostRecentOccupation, '\x1e5,,0,3,abc');
});

test('no prototype is touched', () => {
  const data = JSON.parse('{"__proto__":{"polluted":1},"address":{"__proto__":{"country":"us"},"country":"us"}}');
  const { value } = normalize(data, OPTIONS);
  assert.equal({}.polluted, undefined);
  assert.equal(value.address.country, 'US');
});

test('a list that no limit allows takes no time', () => {
  for (const documents of [JSON.parse(`[${'0,'.repeat(500_000)}0]`), new Array(3e8)]) {
    for (const data of [{ documents }, { kycData: { documents } }]) {
      const start = performance.now();
      const { value, changes } = normalize(data, OPTIONS);
      const took = performance.now() - start;
      assert.equal(value, data);
      assert.deepEqual(changes, []);
      assert.ok(took < 100, `${took} ms`);
    }
  }
  // Too many documents are no reason to leave the rest as it is.
  const { value } = normalize({ documents: Array.from({ length: 30 }, () => ({})), nationality: 'us' }, OPTIONS);
  assert.equal(value.nationality, 'US');
});

test('a canonical copy is no longer than what people wrote, where only Unicode asks for it', () => {
  const address = { ...SAMPLE.address, addressLine1: `12 ${'\u095c'.repeat(95)}` };
  assert.ok(address.addressLine1.normalize('NFC').length > 100);
  for (const said of [address.addressLine1, '12 \u{1d15e}', '12 q\u0344']) {
    const { value, changes } = normalize({ ...SAMPLE, address: { ...address, addressLine1: said } }, OPTIONS);
    assert.equal(value.address.addressLine1, said);
    assert.deepEqual(changes, []);
    assert.equal(normalizeField('address.addressLine1', said, OPTIONS), said);
  }
  const of = (data) => validate(data, OPTIONS).issues.map(({ code }) => code);
  assert.deepEqual(of(normalize({ ...SAMPLE, address }, OPTIONS).value), of({ ...SAMPLE, address }));
});

test('one field', () => {
  assert.equal(
    normalizeField('address.postalCode', 'sw1a1aa', { ...OPTIONS, data: { address: { country: 'GB' } } }),
    'SW1A 1AA',
  );
  assert.equal(normalizeField('legalFirstName', 'Jose\u0301', OPTIONS), 'José');
});

await end();
