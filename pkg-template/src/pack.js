// How an object crosses into the module: read once, as JSON.stringify would read it, into entries (src/source/packed.rs says which).
import { ADDRESS, CUSTOMER_FIELDS, FIELDS, FIRST_OF_DOCUMENT, TOO_DEEP, TOO_MANY_VALUES } from './generated/tables.js';
import { FIELD, kindOf, LIST, NOTHING, OBJECT, Packing, SHORT, TEXT } from './packing.js';

export { crosses } from './packing.js';

/** What first characters say the other entries are. */
const DOCUMENT = 100;
const OF_FORM = 107;
const OF_ADDRESS_KEYS = 97;
const OF_DOCUMENT_KEYS = 110;
/** Characters of an unknown key that cross: more than any known key, and the slips it may have, is long. */
const KEY_CUT = 64;

/** The payloads, by the modes of `check` for a whole one. */
export const KYC = 0;
export const CUSTOMER = 2;

/** Input that goes past a limit: the code's place in the table, and the limit. */
export class PastLimit {
  constructor(code, max) {
    this.code = code;
    this.max = max;
  }
}

/**
 * An object of the payload: its keys in table order, and each one's place in the table.
 * @param {number} from
 * @param {number} to
 * @param {string} holder
 */
function shape(from, to, holder) {
  const keys = [];
  const places = [];
  for (let at = from; at < to; at++) {
    const path = FIELDS[at][0];
    const key = path.slice(path.lastIndexOf('.') + 1);
    if (path.slice(0, path.length - key.length) !== holder) continue;
    keys.push(key);
    places.push(at);
  }
  return { keys, places, find: new Map(keys.map((key, at) => [key, at])) };
}

const OF_CUSTOMER = /* @__PURE__ */ shape(0, CUSTOMER_FIELDS, '');
const OF_KYC = /* @__PURE__ */ shape(CUSTOMER_FIELDS, FIRST_OF_DOCUMENT, '');
const OF_ADDRESS = /* @__PURE__ */ shape(ADDRESS, FIRST_OF_DOCUMENT, 'address.');
const OF_DOCUMENT = /* @__PURE__ */ shape(FIRST_OF_DOCUMENT, FIELDS.length, 'documents[].');

/** A field's bit: those outside documents have one each, and so have those of a document. */
const bit = (place) => 1 << (place & 31);

/** What is being read: the entries so far and how much may still come. */
class Reading extends Packing {
  /**
   * @param {{nodes: number, depth: number, documents: number}} limits
   * @param {number | undefined} only the one document wanted
   * @param {number} [given] the field whose value comes from elsewhere
   */
  constructor(limits, only, given = -1) {
    super();
    this.limits = limits;
    this.only = only;
    this.nodes = 0;
    this.documents = 0;
    this.unknown = [];
    // The fields of the object at hand that were read.
    this.seen = given >= 0 && given < FIRST_OF_DOCUMENT ? bit(given) : 0;
    this.seenInDocuments = given >= FIRST_OF_DOCUMENT ? bit(given) : 0;
  }

  node() {
    if (++this.nodes > this.limits.nodes) throw new PastLimit(TOO_MANY_VALUES, this.limits.nodes);
  }

  /**
   * The own enumerable members of an object.
   * @param {object} object
   * @param {ReturnType<typeof shape>} of
   * @param {number} mark what its unknown keys are marked with: the document's index, or -1 and -2 for the form and the address
   * @param {number} depth
   */
  members(object, of, mark, depth) {
    if (depth > this.limits.depth) throw new PastLimit(TOO_DEEP, this.limits.depth);
    const { keys, places, find } = of;
    const own = Object.keys(object);
    // Keys mostly come in table order, so the search starts behind the last one found.
    let expected = 0;
    for (let i = 0; i < own.length; i++) {
      const key = own[i];
      let at = expected;
      while (at < keys.length && keys[at] !== key) at++;
      if (at === keys.length) {
        const found = find.get(key);
        if (found === undefined) {
          this.stranger(object[key], key, of, mark, depth);
          continue;
        }
        at = found;
      }
      expected = at + 1;
      this.member(object[key], key, places[at], depth);
    }
  }

  member(raw, key, place, depth) {
    // Only where the envelope says a key again was it seen before: the first one stands, as in JSON text.
    if ((this.seen & bit(place)) !== 0) return;
    if (typeof raw === 'string' && raw.length < SHORT && this.plain(raw, place)) {
      this.seen |= bit(place);
      this.node();
      return;
    }
    const value = typeof raw === 'string' ? raw : asSent(raw, key);
    const before = this.used;
    this.byte(FIELD + place);
    const kind = this.value(value);
    if (kind === NOTHING) {
      this.used = before;
      return;
    }
    if (kind === OBJECT && key === 'address') this.members(value, OF_ADDRESS, -2, depth + 1);
    else if (kind === LIST && key === 'documents') this.list(value, depth + 1);
    this.seen |= bit(place);
    this.node();
  }

  /** A key the table does not have. What it holds is not looked into. */
  stranger(raw, key, of, mark, depth) {
    const value = asSent(raw, key);
    const kind = kindOf(value);
    if (kind === NOTHING) return;
    this.node();
    if (key === 'kycData' && of === OF_KYC && kind === OBJECT) {
      // The envelope of the guide's PATCH.
      this.members(value, of, mark, depth + 1);
    } else {
      this.unknown.push({ mark, key });
    }
  }

  list(list, depth) {
    const { limits, only, unknown, seen } = this;
    const { length } = list;
    for (let at = 0; at < length; at++) {
      this.node();
      if (only !== undefined && only !== at) continue;
      const value = asSent(list[at], String(at));
      const [before, strangers] = [this.used, unknown.length];
      this.byte(DOCUMENT);
      const kind = kindOf(value);
      // What JSON leaves out of an object is null in a list.
      this.value(kind === NOTHING ? null : kind === TEXT ? '' : value);
      this.seen = this.seenInDocuments;
      if (kind === OBJECT) this.members(value, OF_DOCUMENT, this.documents, depth + 1);
      // One more than the limit is enough to say that there are too many.
      if (this.documents <= limits.documents) {
        this.documents++;
      } else {
        this.bytes.fill(0, before, this.used);
        this.used = before;
        unknown.length = strangers;
      }
    }
    this.seen = seen;
  }

  /** Writes the keys that the table does not have. */
  strangers() {
    for (const { mark, key } of this.unknown) {
      // More documents than that are too many for any report.
      if (mark >= 1 << 14) continue;
      this.byte(mark === -1 ? OF_FORM : mark === -2 ? OF_ADDRESS_KEYS : OF_DOCUMENT_KEYS);
      if (mark >= 0) this.number(mark);
      if (!this.text(key.length > KEY_CUT ? key.slice(0, KEY_CUT) : key)) this.text('');
    }
  }
}

/** What JSON.stringify makes of a value before it looks at its kind: `toJSON` is asked, wrappers are opened. */
export function asSent(raw, key) {
  let value = raw;
  if ((typeof value === 'object' && value !== null) || typeof value === 'function' || typeof value === 'bigint') {
    const { toJSON } = value;
    if (typeof toJSON === 'function') value = toJSON.call(value, key);
  }
  if (typeof value === 'object' && value !== null) {
    if (value instanceof String) return String(value);
    if (value instanceof Number) return Number(value);
    if (value instanceof Boolean || value instanceof BigInt) return value.valueOf();
  }
  return value;
}

/**
 * Reads a payload. Getters, proxies and `toJSON` run here and only here, each once.
 * @param {unknown} data
 * @param {number} form
 * @param {{nodes: number, depth: number, documents: number}} limits
 * @returns {Reading}
 * @throws {PastLimit}
 */
export function read(data, form, limits) {
  const reading = new Reading(limits, undefined);
  readInto(reading, data, form);
  reading.strangers();
  return reading;
}

function readInto(reading, data, form) {
  reading.node();
  const root = asSent(data, '');
  const kind = kindOf(root);
  // A text at the root is no object, whatever it says.
  reading.value(kind === TEXT ? '' : root);
  if (kind === OBJECT) reading.members(root, form === CUSTOMER ? OF_CUSTOMER : OF_KYC, -1, 1);
}

/**
 * Some data with another value in one place; of documents, only the one that is meant.
 * @param {unknown} data
 * @param {number} field the field's place in the table
 * @param {number} index the document's
 * @param {unknown} value
 * @param {{nodes: number, depth: number, documents: number}} limits
 */
export function readWith(data, field, index, value, limits) {
  const reading = new Reading(limits, index, field);
  readInto(reading, data ?? {}, field < CUSTOMER_FIELDS ? CUSTOMER : KYC);
  if (field >= FIRST_OF_DOCUMENT && reading.documents === 0) {
    reading.byte(DOCUMENT);
    reading.byte(OBJECT);
  }
  reading.byte(FIELD + field);
  reading.value(asSent(value, ''));
  reading.strangers();
  return reading;
}
