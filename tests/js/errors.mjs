// node tests/js/errors.mjs: kyc-rules/errors. That it says what Rust says is for the shared vectors. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromApiError, toApiError, toFieldErrors, toProblemJson } from '../../dist/npm/kyc-rules/errors.js';
import { field, patchSchema, schema, validate, validateField, validatePatch } from '../../dist/npm/kyc-rules/index.js';
import { apiError } from '../../dist/npm/kyc-rules/lifecycle.js';
import { tests } from './tests.mjs';

const SAMPLE = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const TODAY = { today: '2026-01-31' };
const { test, end } = tests();
const ask = (schema, value) => schema['~standard'].validate(value);

test("the guide's words, byte for byte", () => {
  const words =
    '{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}';
  const report = validatePatch({ phoneNumber: '555' }, TODAY);
  assert.equal(JSON.stringify(toApiError(report)), words);
  assert.equal(JSON.stringify(toApiError(report.issues)), words);
  assert.equal(JSON.stringify(toApiError(ask(patchSchema(TODAY), { phoneNumber: '555' }))), words);
  assert.equal(JSON.stringify(toApiError(ask(field('phoneNumber', TODAY), '555'))), words);
  assert.equal(JSON.stringify(toApiError(validateField('phoneNumber', '555', TODAY))), words);
});

test('no error, no answer; what is missing only where it is asked for', () => {
  for (const report of [validate(SAMPLE, TODAY), ask(schema(TODAY), SAMPLE), [], {}]) {
    assert.equal(toApiError(report), undefined);
    assert.equal(toProblemJson(report), undefined);
  }
  const report = validate({ ...SAMPLE, nationality: '' }, TODAY);
  assert.equal(report.verdict, 'incomplete');
  assert.equal(toApiError(report), undefined);
  assert.match(toApiError(report, { missing: true }).message, /^Validation failed: nationality /);
});

test('an error about the payload itself is about no field of it', () => {
  const body = { error: 'BAD_REQUEST', message: 'Validation failed: kycData must be an object', statusCode: 400 };
  assert.deepEqual(
    fromApiError(body).issues.map(({ path, pointer }) => [path, pointer]),
    [['', '']],
  );
  assert.deepEqual(toFieldErrors(fromApiError(body)), { '': 'kycData must be an object' });
});

test('problem+json', () => {
  const data = { ...SAMPLE, documents: [{ ...SAMPLE.documents[0], expirationDate: '2020-01-01' }] };
  const problem = toProblemJson(validate({ ...data, nationality: 'usa' }, TODAY), { instance: '/1', status: 422 });
  assert.deepEqual(Object.keys(problem), ['type', 'title', 'status', 'detail', 'code', 'instance', 'errors']);
  assert.equal(problem.title, 'Unprocessable Content');
  assert.deepEqual(
    problem.errors.map(({ pointer, code }) => [pointer, code]),
    [
      ['/nationality', 'country.alpha3'],
      ['/documents/0/expirationDate', 'document.expired'],
    ],
  );
});

test('messages by field', () => {
  const data = {
    ...SAMPLE,
    phoneNumber: '555',
    address: { ...SAMPLE.address, city: '' },
    documents: [SAMPLE.documents[0], { ...SAMPLE.documents[0], number: '' }],
  };
  const report = validate(data, TODAY);
  assert.ok(report.issues.some(({ severity }) => severity === 'warning'));
  const flat = toFieldErrors(report);
  assert.deepEqual(
    Object.keys(flat),
    report.issues.filter(({ severity }) => severity !== 'warning').map(({ path }) => path),
  );
  assert.equal(flat['address.city'], 'Enter the city');
  assert.ok('documents.1.number' in toFieldErrors(report, { keys: 'dots' }));
  const nested = toFieldErrors(report, { keys: 'nested' });
  assert.equal(nested.address.city, 'Enter the city');
  assert.equal(nested.documents[0], undefined);
  assert.equal(nested.documents[1].number, flat['documents[1].number']);
  assert.ok('nationalIdNumber' in toFieldErrors(report, { warnings: true }));
});

test('of the whole and of its parts, both orders; and of no prototype', () => {
  const [whole, part] = [
    { path: ['documents'], message: 'whole' },
    { path: ['documents', 1, 'type'], message: 'part' },
  ];
  const nested = { keys: 'nested' };
  for (const issues of [
    [whole, part],
    [part, whole],
  ]) {
    assert.equal(toFieldErrors(issues, nested).documents[1].type, 'part');
  }
  assert.equal(toFieldErrors([whole], nested).documents, 'whole');
  toFieldErrors(
    [
      { path: ['__proto__', 'polluted'], message: 'x' },
      { path: ['a', '__proto__'], message: 'x' },
    ],
    nested,
  );
  assert.equal({}.polluted, undefined);
  assert.deepEqual(toFieldErrors([{ message: 'x' }]), { '': 'x' });
});

test('an error there and back', () => {
  const report = validate({ ...SAMPLE, phoneNumber: '555', nationality: 'usa' }, TODAY);
  const read = fromApiError(JSON.stringify(toApiError(report)));
  assert.equal(read.kind, 'validation');
  assert.deepEqual(toFieldErrors(read), { phoneNumber: 'phoneNumber must be in E.164 format' });
  const problem = fromApiError(toProblemJson(report));
  assert.deepEqual(Object.keys(toFieldErrors(problem)), ['phoneNumber', 'nationality']);
});

const BODIES = [
  '',
  '<html>',
  'null',
  '[]',
  '{}',
  '"x"',
  '{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}',
  '{"error":"BAD_REQUEST","message":"Validation failed: documents[1].number must be there","statusCode":400}',
  '{"error":"PATCH_NOT_ALLOWED","message":"Cannot update","statusCode":400,"customerStatus":"UNDER_REVIEW"}',
  '{"error":{"code":"INVALID_FIELD_FORMAT","message":"Bad","field":"kycData.address.postalCode"},"customerStatus":"ACTIVE"}',
  '{"code":"X","message":"body/kycData/address/postalCode must be string","details":{"issues":[{"path":["kycData","address","postalCode"],"message":"must be string"}],"method":"PATCH"}}',
  '{"code":"X","message":"body/kycData/documents/0/number must be string"}',
  '{"type":"about:blank","title":"Bad Request","status":400,"detail":"Bad","errors":[{"pointer":"#/address/postalCode","detail":"bad"},{"pointer":"#/address/postalCode","detail":"twice"},{"pointer":"/nowhere"},5]}',
  '{"message":"Bad","details":[{"path":["documents",2,"frontImageUrl"]},{"path":["documents",2]},{"field":"documents","message":"few"},{"path":[{}]}]}',
  '{"message":"`city` is odd","errors":[]}',
  '{"message":"\\"email\\": must be there"}',
  '{"message":"documents.number is odd"}',
  '{"message":"documents.number.0 is odd"}',
  '{"message":"address is odd","field":"address.zip"}',
  '{"message":"phoneNumber"}',
  '{"title":"Locked","code":"patch_not_allowed"}',
];

test('every shape is read as Rust reads it', () => {
  for (const body of BODIES) {
    for (const status of [302, 400, 401, 403, 404, 408, 409, 410, 422, 425, 429, 503]) {
      const { fields, ...theirs } = apiError(status, body);
      const { issues, ...ours } = fromApiError(body, status);
      assert.deepEqual(ours, theirs, body);
      const places = fields.map(({ field, index, message }) => {
        const path =
          index === undefined
            ? field
            : field === 'documents'
              ? `documents[${index}]`
              : field.replace('[]', `[${index}]`);
        return [path, message];
      });
      assert.deepEqual(
        issues.map(({ path, message }) => [path, message]),
        places,
        body,
      );
    }
  }
  for (const odd of [undefined, null, 5, [], () => {}]) assert.deepEqual(fromApiError(odd).issues, []);
});

test('the entries without a module load where there is no page, both ways', async () => {
  const require = createRequire(import.meta.url);
  for (const [name, wanted] of Object.entries({ errors: 'toApiError', form: 'bindForm', element: 'defineKycField' })) {
    assert.equal(typeof (await import(`../../dist/npm/kyc-rules/${name}.js`))[wanted], 'function');
    assert.equal(typeof require(`../../dist/npm/kyc-rules/${name}.cjs`)[wanted], 'function');
  }
});

end();
