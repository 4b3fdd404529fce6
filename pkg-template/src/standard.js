// Standard Schema v1 and Standard JSON Schema v1 (standardschema.dev): what form libraries, routers and documentation tools take.
// A schema's issues are what stands in the way, errors and what is missing; warnings are for `validate` to say.
import { find } from './fields.js';
import { CUSTOMER_FIELDS, FIELDS, FIRST_OF_DOCUMENT } from './generated/tables.js';
import { normalizeField, pick, validate, validateCustomer, validateField, validatePatch } from './index.js';
import { schemaOf } from './json_schema.js';
import { normalize, normalizeCustomer } from './normalize.js';
import { placeOf } from './report.js';
import { around, holds, within } from './within.js';

/** Whether it stands in the way of a whole payload; of a patch, only an error does. */
const blocks = ({ severity }) => severity !== 'warning';
const isError = ({ severity }) => severity === 'error';

/** `/documents/0/number` as keys: `['documents', 0, 'number']`. */
const keysOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? +key : key));

/** What a schema takes; a library that calls whatever is callable hands over something else. */
const OPTIONS = ['today', 'policy', 'messages', 'voice', 'normalize', 'stored', 'data'];

function over(options, more) {
  const given = OPTIONS.filter((key) => more?.[key] !== undefined);
  return { ...options, ...Object.fromEntries(given.map((key) => [key, more[key]])) };
}

/**
 * @param {(value: unknown, options: object) => object[]} judge what stands in the way
 * @param {(value: unknown, options: object) => unknown} canonical
 * @param {[number[] | undefined, object]} shape what `schemaOf` takes
 * @param {object} [options]
 */
function make(judge, canonical, [places, how], options = {}) {
  const schema = (more) => make(judge, canonical, [places, how], over(options, more));
  const json = ({ target }) => schemaOf(places, { ...how, target, types: options.policy?.nationalIdTypes });
  schema['~standard'] = {
    version: 1,
    vendor: 'kyc-rules',
    validate(input) {
      const value = options.normalize ? canonical(input, options) : input;
      const issues = judge(value, options);
      return issues.length > 0 ? { issues } : { value };
    },
    jsonSchema: { input: json, output: json },
  };
  return schema;
}

/** The issues of a report that stand in the way. */
function inTheWay({ issues, truncated, verdict }, test) {
  const found = issues.filter(test);
  // What stood in the way may be among those that were cut off.
  if (found.length === 0 && truncated && verdict === 'invalid') {
    return [{ message: 'There is more to correct than can be listed', path: [], severity: 'error', params: {} }];
  }
  return found.map((issue) => ({ ...issue, path: keysOf(issue.pointer) }));
}

const ofReport =
  (judge, test = blocks) =>
  (value, options) =>
    inTheWay(judge(value, options), test);
const copyOf = (value, options) => normalize(value, options).value;
const copyOfCustomer = (value, options) => normalizeCustomer(value, options).value;

/** A whole `kycData`. */
export const schema = /* @__PURE__ */ make(/* @__PURE__ */ ofReport(validate), copyOf, [undefined, {}]);

/** A patch of `kycData`. */
export const patchSchema = /* @__PURE__ */ make(/* @__PURE__ */ ofReport(validatePatch, isError), copyOf, [
  undefined,
  { partial: true },
]);

/** The body of create-customer. */
export const customerSchema = /* @__PURE__ */ make(/* @__PURE__ */ ofReport(validateCustomer), copyOfCustomer, [
  undefined,
  { customer: true },
]);

/**
 * Some fields of one form: a page of it, say.
 * @param {readonly import('../index.js').FieldPath[]} paths
 * @param {import('../index.js').SchemaOptions} [options]
 */
export function pageSchema(paths, options) {
  const page = pick(paths);
  const places = paths.map((path) => find(path).place);
  const customer = places.some((place) => place < CUSTOMER_FIELDS);
  return make(ofReport(page.validate), customer ? copyOfCustomer : copyOf, [places, { customer }], options);
}

/**
 * One value.
 * @param {import('../index.js').ValuePath} path
 * @param {import('../index.js').FieldSchemaOptions} [options]
 */
export function field(path, options) {
  const { place, index } = find(path);
  const own = placeOf(place, place < FIRST_OF_DOCUMENT ? index : Math.max(index, 0)).pointer;
  if (holds(place)) {
    const judge = (value, given) =>
      inTheWay(within(place, index, value ?? null, given), blocks).map((issue) => ({
        ...issue,
        path: keysOf((issue.pointer ?? '').slice(own.length)),
      }));
    const canonical = (value, given) => {
      // What cannot be read comes back as it is: without the key.
      const copy = normalize(around(place, index, value, given.data), given).value[FIELDS[place][0]];
      return (index < 0 ? copy : copy?.[0]) ?? value;
    };
    return make(judge, canonical, [[place], { value: true, item: index >= 0 }], options);
  }
  // To a schema of one value, one that is not there is missing.
  const judge = (value, given) =>
    validateField(path, value ?? null, given)
      .filter((issue) => issue.pointer === own && blocks(issue))
      .map((issue) => ({ ...issue, path: [] }));
  const canonical = (value, given) => normalizeField(path, value, given);
  return make(judge, canonical, [[place], { value: true }], options);
}
