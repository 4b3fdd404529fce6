// kyc-rules: the KYC rules of the integration guide. The rules are in the module; this side reads objects and writes words.
import { find } from './fields.js';
import { CUSTOMER_FIELDS, INPUT_UNREADABLE } from './generated/tables.js';
import { composed, isText } from './normalize.js';
import { dateOf, policyOf, textOf } from './options.js';
import { CUSTOMER, crosses, KYC, PastLimit, read, readWith } from './pack.js';
import { issuesOf, reportOf } from './report.js';
import * as wasm from './wasm.js';
import { holds, within } from './within.js';

export { fields } from './fields.js';
export { KycInternalError } from './instance.js';
export { normalize, normalizeCustomer } from './normalize.js';
export { customerSchema, field, pageSchema, patchSchema, schema } from './standard.js';
export { init } from './wasm.js';

const PATCH = 1;

/** @type {{rules: string, data: string} | undefined} */
let versions;

/** The versions of the rules (the package's own) and of the data they were made from. */
export function version() {
  if (versions === undefined) {
    const [rules, data] = wasm.version().split('\n');
    versions = Object.freeze({ rules, data });
  }
  return versions;
}

/**
 * Judges a whole `kycData`; with `account`, beside the body of create-customer.
 * @param {unknown} data
 * @param {import('../index.js').WholeOptions} [options]
 */
export function validate(data, options = {}) {
  const { account } = options;
  if (account !== undefined) {
    const before = reading(() => read(account, CUSTOMER, policyOf(options.policy).limits));
    return judge(
      data,
      KYC,
      options,
      (packed, today, policy) =>
        before.fault ?? asked(before.of, (account) => wasm.checkBeside(packed, account, today, policy)),
    );
  }
  return judge(data, KYC, options, (packed, today, policy) => wasm.check(packed, KYC, today, policy));
}

/**
 * Judges the body of create-customer.
 * @param {unknown} data
 * @param {import('../index.js').Options} [options]
 */
export function validateCustomer(data, options = {}) {
  return judge(data, CUSTOMER, options, (packed, today, policy) => wasm.check(packed, CUSTOMER, today, policy));
}

/**
 * Judges a patch of `kycData`: with `stored`, what is stored after it; without, what is there.
 * @param {unknown} patch
 * @param {import('../index.js').PatchOptions} [options]
 */
export function validatePatch(patch, options = {}) {
  const { stored } = options;
  if (stored === undefined) {
    return judge(patch, KYC, options, (packed, today, policy) => wasm.check(packed, PATCH, today, policy));
  }
  const before = reading(() => read(stored, KYC, policyOf(options.policy).limits));
  return judge(
    patch,
    KYC,
    options,
    (packed, today, policy) =>
      before.fault ?? asked(before.of, (stored) => wasm.checkPatch(packed, stored, today, policy)),
  );
}

/**
 * Some fields of a form: a page of it, say. An object or list stands for what it holds.
 * @param {readonly import('../index.js').FieldPath[]} paths
 */
export function pick(paths) {
  const places = paths.map((path) => find(path).place);
  const customer = places.some((place) => place < CUSTOMER_FIELDS);
  if (customer && places.some((place) => place >= CUSTOMER_FIELDS)) {
    throw new TypeError('the fields of one form only: of create-customer or of kycData');
  }
  const wanted = places.map((place) => String.fromCharCode(48 + place)).join('');
  const form = customer ? CUSTOMER : KYC;
  return Object.freeze({
    paths: Object.freeze([...paths]),
    /** @param {unknown} data @param {import('../index.js').Options} [options] */
    validate: (data, options = {}) =>
      judge(data, form, options, (packed, today, policy) => wasm.checkPick(packed, customer, wanted, today, policy)),
  });
}

/**
 * Judges one value while someone types, and the fields that depend on it.
 * @param {string} path
 * @param {unknown} value
 * @param {import('../index.js').FieldOptions} [options]
 * @returns {import('../index.js').Issue[]}
 */
export function validateField(path, value, options = {}) {
  const today = dateOf(options.today);
  const policy = policyOf(options.policy);
  const { place, index } = find(path);
  if (index >= 0 && holds(place)) return within(place, index, value, options).issues;
  const { of, fault } = reading(() => readWith(options.data, place, index < 0 ? 0 : index, value, policy.limits));
  const answer = fault ?? asked(of, (packed) => wasm.checkField(packed, place, 0, today, policy.json));
  return issuesOf(answer, options, index < 0 ? 0 : index);
}

/**
 * The canonical form of one value: trimmed, E.164, upper-case codes. As it is where it has no other, or is no text.
 * @param {string} path
 * @param {unknown} value
 * @param {import('../index.js').FieldOptions} [options]
 */
export function normalizeField(path, value, options = {}) {
  const today = dateOf(options.today);
  const policy = policyOf(options.policy);
  const { place, index } = find(path);
  // What does not cross as it is has no canonical form.
  if (typeof value !== 'string' || !crosses(value)) return value;
  const whole = (text) => (isText(place) ? composed(text) : text);
  const { of, fault } = reading(() =>
    readWith(options.data, place, index < 0 ? 0 : index, whole(value), policy.limits),
  );
  // What stood between a letter and its mark may have gone.
  return fault === undefined
    ? whole(asked(of, (packed) => wasm.canonical(packed, place, 0, today, policy.json)))
    : value;
}

/**
 * @param {unknown} data
 * @param {number} form
 * @param {import('../index.js').Options} options
 * @param {(packed: Uint8Array, today: number, policy: string) => string} ask
 */
function judge(data, form, options, ask) {
  const today = dateOf(options.today);
  const policy = policyOf(options.policy);
  const { of, fault } = reading(() => read(data, form, policy.limits));
  const answer = fault ?? asked(of, (packed) => ask(packed, today, policy.json));
  return reportOf(answer, textOf(today), version(), options);
}

/**
 * Reads input, which may run its code: what that throws is no error of ours, and may hold a value, so it goes no further.
 * @template T
 * @param {() => T} read
 * @returns {{of: T, fault?: undefined} | {of?: undefined, fault: string}}
 */
function reading(read) {
  try {
    return { of: read() };
  } catch (error) {
    const [code, params] = error instanceof PastLimit ? [error.code, `{"max":${error.max}}`] : [INPUT_UNREADABLE, ''];
    return { fault: `v\x1e,,${code},e,${params}` };
  }
}

/**
 * @template T
 * @param {ReturnType<typeof read>} payload
 * @param {(packed: Uint8Array) => T} ask
 */
function asked(payload, ask) {
  const said = ask(payload.packed());
  payload.release();
  return said;
}
