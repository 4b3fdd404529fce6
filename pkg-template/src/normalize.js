// Canonical copies: what the rules would have people write, without asking them to write it again.
import { CUSTOMER_FIELDS, FIELDS, FIRST_OF_DOCUMENT } from './generated/tables.js';
import { dateOf, policyOf } from './options.js';
import { asSent, CUSTOMER, crosses, KYC, PastLimit, read } from './pack.js';
import { placeOf } from './report.js';
import * as wasm from './wasm.js';

/** In the order of `ChangeKind` in src/normalize.rs. */
const KINDS = ['trimmed', 'letterCase', 'separators', 'format', 'unicode'];
const UNICODE = KINDS.indexOf('unicode');

/** Whether a rule judges the field's text, as opposed to a choice, a flag, an object, a list. */
export const isText = (place) => FIELDS[place][4] > 0;

/** A text in Unicode's normalization form C; the table is the runtime's. */
export const composed = (text) => {
  if (!/[^\0-\xff]/.test(text)) return text;
  const whole = text.normalize('NFC');
  // A few letters it takes apart for good: they would no longer fit in where they did.
  return whole.length > text.length ? text : whole;
};

/**
 * A canonical copy of `kycData`, and what was changed in it. What cannot be read comes back as it is.
 * @param {unknown} data
 * @param {import('../index.js').Options} [options]
 */
export const normalize = (data, options = {}) => normalized(data, KYC, options);

/**
 * The same of the body of create-customer.
 * @param {unknown} data
 * @param {import('../index.js').Options} [options]
 */
export const normalizeCustomer = (data, options = {}) => normalized(data, CUSTOMER, options);

function normalized(data, form, options) {
  const today = dateOf(options.today);
  const policy = policyOf(options.policy);
  let holders;
  let payload;
  const kinds = new Map();
  try {
    holders = copies(data, form, policy.limits.nodes);
    compose(holders, form, kinds);
    payload = read(beside(options.stored, holders), form, policy.limits);
  } catch {
    // Input that throws on reading, or goes past a limit: `validate` says so. What it threw may hold a value.
    return { value: data, changes: [] };
  }
  const answer = wasm.normalForm(payload.packed(), form === CUSTOMER, today, policy.json);
  payload.release();
  for (const { place, index, kind, text } of changesOf(answer)) {
    if (write(holders, place, index, text)) kinds.set(key(place, index), kind);
  }
  const changes = [...kinds.keys()].sort((a, b) => a - b).map((at) => changeOf(at, kinds.get(at)));
  return { value: holders[0], changes };
}

/** A place and a document's index (-1 for none) as one number, in form order. */
const key = (place, index) => (index + 1) * FIELDS.length + place;

function changeOf(at, kind) {
  return { ...placeOf(at % FIELDS.length, Math.floor(at / FIELDS.length) - 1), kind: KINDS[kind] };
}

/** The changes of an answer of the module (src/wire.rs): a text says its own length. */
function* changesOf(answer) {
  const head = /\x1e(\d+),(\d*),(\d),(\d+),/y;
  for (let match = head.exec(answer); match !== null; match = head.exec(answer)) {
    const from = head.lastIndex;
    head.lastIndex = from + +match[4];
    const index = match[2] === '' ? -1 : +match[2];
    yield { place: +match[1], index, kind: +match[3], text: answer.slice(from, head.lastIndex) };
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function copyOf(raw, name) {
  const value = asSent(raw, name);
  return isObject(value) ? { ...value } : value;
}

/** A copy of the payload, as deep as its fields lie, and that of the one in its envelope. */
function copies(data, form, most) {
  const root = copyOf(data, '');
  if (!isObject(root)) return [root];
  if (form === CUSTOMER) return [root];
  const inner = copyOf(root.kycData, 'kycData');
  const holders = isObject(inner) ? [root, inner] : [root];
  if (isObject(inner)) root.kycData = inner;
  for (const holder of holders) {
    if (isObject(holder.address)) holder.address = copyOf(holder.address, 'address');
    const { documents } = holder;
    if (!Array.isArray(documents)) continue;
    // A list that no limit allows takes no time.
    if (documents.length > most) throw new PastLimit();
    holder.documents = documents.map((one, at) => copyOf(one, String(at)));
  }
  return holders;
}

/** What a patch's values stand beside: what is stored, where that is known. */
function beside(stored, [patch, inner]) {
  if (stored === undefined || !isObject(patch)) return patch;
  const before = asSent(stored, '');
  const old = { ...before?.kycData, ...before };
  const own = { ...inner, ...patch };
  const address = isObject(own.address) ? { ...old.address, ...own.address } : old.address;
  return { ...old, ...own, address, kycData: undefined };
}

/** The object a field stands in, and its key there. */
function standing(holder, place, index) {
  const [path] = FIELDS[place];
  const dot = path.lastIndexOf('.');
  let object = holder;
  if (place >= FIRST_OF_DOCUMENT) object = holder.documents?.[index];
  else if (dot > 0) object = holder[path.slice(0, dot)];
  return { object, name: path.slice(dot + 1) };
}

/** Puts letters and their marks together in every text a rule judges; what changed is kept in `kinds`. */
function compose(holders, form, kinds) {
  const [from, to] = form === CUSTOMER ? [0, CUSTOMER_FIELDS] : [CUSTOMER_FIELDS, FIELDS.length];
  for (const holder of holders) {
    const documents = Array.isArray(holder?.documents) ? holder.documents.length : 0;
    for (let place = from; place < to; place++) {
      if (!isText(place)) continue;
      const [first, end] = place < FIRST_OF_DOCUMENT ? [-1, 0] : [0, documents];
      for (let index = first; index < end; index++) {
        const { object, name } = standing(holder, place, index);
        const text = isObject(object) ? object[name] : undefined;
        if (typeof text !== 'string' || !crosses(text)) continue;
        const whole = composed(text);
        if (whole === text) continue;
        object[name] = whole;
        kinds.set(key(place, index), UNICODE);
      }
    }
  }
}

/** Writes a text where the field stands; not over one that crossed in part. */
function write(holders, place, index, text) {
  for (const holder of holders) {
    const { object, name } = standing(holder, place, index);
    const before = isObject(object) ? object[name] : undefined;
    if (before === undefined) continue;
    if (typeof before !== 'string' || !crosses(before)) return false;
    // What stood between a letter and its mark may have gone.
    object[name] = isText(place) ? composed(text) : text;
    return true;
  }
  return false;
}
