// The schemas of the package as JSON Schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { customerSchema, field, pageSchema, patchSchema, schema, validate } from '../../dist/npm/kyc-rules/index.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const SAMPLE = read('../sample.json');

/** A schema with each `$ref` replaced by what it stands for. */
function inlined(node, root) {
  if (Array.isArray(node)) return node.map((one) => inlined(one, root));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, $defs, $comment, ...rest } = node;
  const meant =
    $ref === undefined
      ? {}
      : $ref
          .slice(2)
          .split('/')
          .reduce((at, key) => at[key], root);
  return Object.fromEntries(Object.entries({ ...rest, ...meant }).map(([key, value]) => [key, inlined(value, root)]));
}

/** @param {(name: string, run: () => unknown) => void} test */
export function jsonSchemas(test) {
  test('the JSON Schema is that of the generated file', () => {
    const file = read('../../dist/npm/kyc-rules/schema.json');
    const { title, description, ...wanted } = inlined(file, file);
    assert.deepEqual(schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' }), wanted);
    assert.deepEqual(schema['~standard'].jsonSchema.output({ target: 'draft-2020-12' }), wanted);
  });

  test('other dialects and forms', () => {
    const { jsonSchema } = schema['~standard'];
    assert.match(jsonSchema.input({ target: 'draft-07' }).$schema, /draft-07/);
    const openapi = JSON.stringify(jsonSchema.input({ target: 'openapi-3.0' }));
    for (const absent of ['$schema', '$ref', '"null"', '"if"', '"examples"'])
      assert.ok(!openapi.includes(absent), absent);
    assert.throws(() => jsonSchema.input({ target: 'draft-03' }), TypeError);
    const json = (one) => one['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
    assert.deepEqual(Object.keys(json(customerSchema).properties), ['type', 'email', 'firstName', 'lastName']);
    assert.equal(json(patchSchema).required, undefined);
    assert.equal(json(patchSchema).properties.address.required, undefined);
    assert.deepEqual(json(patchSchema).properties.documents.items.required, ['type', 'frontImageUrl']);
    assert.equal(json(field('documents[2].number')).maxLength, 64);
    assert.deepEqual(Object.keys(json(field('address')).properties).length, 8);
    const page = json(pageSchema(['address.city', 'phoneNumber']));
    assert.deepEqual(page.required, ['phoneNumber', 'address']);
    assert.deepEqual(Object.keys(page.properties.address.properties), ['city']);
  });

  test('what the rules call ready, the JSON Schema takes', () => {
    // What need not be there may be blank: no format is said of it but where the document wants it.
    const input = { target: 'draft-2020-12' };
    const { items } = schema['~standard'].jsonSchema.input(input).properties.documents;
    const blank = { ...SAMPLE, documents: [{ ...SAMPLE.documents[0], issueDate: '', backImageUrl: '' }] };
    assert.equal(validate(blank, { today: '2026-01-31' }).verdict, 'ready');
    for (const key of ['issueDate', 'backImageUrl']) assert.equal(items.properties[key].format, undefined, key);
    assert.equal(items.allOf[0].then.properties.expirationDate.format, 'date');
    // The types that a policy adds.
    const own = schema({ policy: { nationalIdTypes: ['CURP'] } })['~standard'].jsonSchema.input(input);
    assert.deepEqual(own.properties.nationalIdType.enum, ['SSN', 'TIN', 'NATIONAL_ID', 'CURP']);
    assert.deepEqual(schema({ policy: 'guide' })['~standard'].jsonSchema.input(input).properties.nationalIdType.enum, [
      'SSN',
      'TIN',
      'NATIONAL_ID',
    ]);
  });

  test('a form that does not use them does not pay for them', () => {
    const bundle = (contents) => {
      const resolveDir = fileURLToPath(new URL('../../dist/npm/kyc-rules', import.meta.url));
      const [{ text }] = buildSync({
        stdin: { contents, resolveDir },
        bundle: true,
        minify: true,
        format: 'esm',
        write: false,
      }).outputFiles;
      return text;
    };
    assert.ok(bundle("export { schema } from './index.js'").includes('json-schema.org'));
    assert.ok(!bundle("export { validate } from './index.js'").includes('json-schema.org'));
    assert.ok(!bundle("export { toFieldErrors } from './errors.js'").includes('E.164'));
  });
}
