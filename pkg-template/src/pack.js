// How an object crosses into the module: read once, as JSON.stringify would read it, into tokens (src/source/packed.rs says which).
import {
  ADDRESS,
  CUSTOMER_FIELDS,
  FIELDS,
  FIRST_OF_DOCUMENT,
  LONGEST,
  TOO_DEEP,
  TOO_MANY_VALUES,
} from './generated/tables.js';
import { isWellFormed } from './well_formed.js';

const SEPARATOR = '\x1f';
/** Code units of a text that cross: more than the longest field may have, whatever they encode. */
const CUT = 2 * LONGEST + 2;
/** Characters of an unknown key that cross: more than any known key, and the slips it may have, is long. */
const KEY_CUT = 64;

/** The payloads, by the modes of `check` for a whole one. */
export const KYC = 0;
export const CUSTOMER = 2;
/** How many tokens a document has: itself and its fields. */
const DOCUMENT_TOKENS = FIELDS.length - FIRST_OF_DOCUMENT + 1;
const NO_CUSTOMER = /* @__PURE__ */ new Array(CUSTOMER_FIELDS).fill('');
const NO_KYC = /* @__PURE__ */ new Array(FIRST_OF_DOCUMENT - CUSTOMER_FIELDS).fill('');
const NO_DOCUMENT = /* @__PURE__ */ new Array(DOCUMENT_TOKENS).fill('');

/** Input that goes past a limit: the code's place in the table, and the limit. */
export class PastLimit {
  constructor(code, max) {
    this.code = code;
    this.max = max;
  }
}

/**
 * An object of the payload: its keys in table order, and where each one's token stands.
 * @param {number} from
 * @param {number} to
 * @param {string} holder
 * @param {number} first
 */
function shape(from, to, holder, first) {
  const keys = [];
  const places = [];
  for (let at = from; at < to; at++) {
    const path = FIELDS[at][0];
    const key = path.slice(path.lastIndexOf('.') + 1);
    if (path.slice(0, path.length - key.length) !== holder) continue;
    keys.push(key);
    places.push(at - first);
  }
  return { keys, places, find: new Map(keys.map((key, at) => [key, at])) };
}

const OF_CUSTOMER = /* @__PURE__ */ shape(0, CUSTOMER_FIELDS, '', 0);
const OF_KYC = /* @__PURE__ */ shape(CUSTOMER_FIELDS, FIRST_OF_DOCUMENT, '', CUSTOMER_FIELDS);
const OF_ADDRESS = /* @__PURE__ */ shape(ADDRESS, FIRST_OF_DOCUMENT, 'address.', CUSTOMER_FIELDS);
const OF_DOCUMENT = /* @__PURE__ */ shape(FIRST_OF_DOCUMENT, FIELDS.length, 'documents[].', FIRST_OF_DOCUMENT - 1);

/** What is being read: the tokens so far and how much may still come. */
class Reading {
  /**
   * @param {number} form
   * @param {{nodes: number, depth: number, documents: number}} limits
   * @param {number | undefined} only the one document wanted
   */
  constructor(form, limits, only) {
    this.limits = limits;
    this.only = only;
    this.nodes = 0;
    this.top = (form === CUSTOMER ? NO_CUSTOMER : NO_KYC).slice();
    this.documents = [];
    this.unknown = [];
  }

  node() {
    if (++this.nodes > this.limits.nodes) throw new PastLimit(TOO_MANY_VALUES, this.limits.nodes);
  }

  /**
   * The own enumerable members of an object.
   * @param {object} object
   * @param {ReturnType<typeof shape>} of
   * @param {string[]} tokens where its fields' tokens go
   * @param {string} mark what its unknown keys are marked with
   * @param {number} depth
   */
  members(object, of, tokens, mark, depth) {
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
          this.stranger(object[key], key, of, tokens, mark, depth);
          continue;
        }
        at = found;
      }
      expected = at + 1;
      const place = places[at];
      const value = object[key];
      // Only where the envelope says a key again is there a token before: the first one stands, as in JSON text.
      if (tokens[place] !== '') continue;
      const token = typeof value === 'string' ? text(value) : this.token(value, key, depth);
      if (token !== '') this.node();
      tokens[place] = token;
    }
  }

  /** A key the table does not have. What it holds is not looked into. */
  stranger(raw, key, of, tokens, mark, depth) {
    const value = asSent(raw, key);
    const token = kind(value);
    if (token === '') return;
    this.node();
    if (key === 'kycData' && of === OF_KYC && token === '{') {
      // The envelope of the guide's PATCH.
      this.members(value, of, tokens, mark, depth + 1);
    } else {
      this.unknown.push(`${mark}:${key.length > KEY_CUT ? key.slice(0, KEY_CUT) : key}`);
    }
  }

  /** The token of what is no string; the address and the documents are walked. */
  token(raw, key, depth) {
    const value = asSent(raw, key);
    const token = kind(value);
    if (token === '{' && key === 'address') this.members(value, OF_ADDRESS, this.top, 'a', depth + 1);
    else if (token === '[' && key === 'documents') this.list(value, depth + 1);
    return token;
  }

  list(list, depth) {
    const { documents, limits, only, unknown } = this;
    const { length } = list;
    for (let at = 0; at < length; at++) {
      this.node();
      if (only !== undefined && only !== at) continue;
      const value = asSent(list[at], String(at));
      const tokens = NO_DOCUMENT.slice();
      // What JSON leaves out of an object is null in a list.
      tokens[0] = kind(value) || '0';
      const strangers = unknown.length;
      if (tokens[0] === '{') this.members(value, OF_DOCUMENT, tokens, String(documents.length), depth + 1);
      // One more than the limit is enough to say that there are too many.
      if (documents.length <= limits.documents) documents.push(tokens);
      else unknown.length = strangers;
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

/** The token of a value, as it is sent. */
function kind(value) {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'boolean':
      return value ? '+' : '-';
    case 'number':
      return Number.isFinite(value) ? '1' : '0';
    case 'bigint':
      return '1';
    case 'object':
      if (value === null) return '0';
      return Array.isArray(value) ? '[' : '{';
    default:
      // undefined, functions and symbols are not sent.
      return '';
  }
}

function text(value) {
  return value.length > CUT ? `"${cut(value)}` : `"${value}`;
}

/** So much of a text that it is still too long, and still blank or not. */
function cut(value) {
  return piece(value) + piece(value.slice(0, 65536).trimStart());
}

function piece(value) {
  const last = value.charCodeAt(CUT - 1);
  // Never half a surrogate pair.
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? CUT - 1 : CUT);
}

/**
 * Reads a payload. Getters, proxies and `toJSON` run here and only here, each once.
 * @param {unknown} data
 * @param {number} form
 * @param {{nodes: number, depth: number, documents: number}} limits
 * @param {number} [only] the one document wanted
 * @returns {string[]} the tokens: the header, the form's, each document's, the unknown keys
 * @throws {PastLimit}
 */
export function read(data, form, limits, only) {
  const reading = new Reading(form, limits, only);
  reading.node();
  const root = asSent(data, '');
  const token = kind(root);
  const of = form === CUSTOMER ? OF_CUSTOMER : OF_KYC;
  if (token === '{') reading.members(root, of, reading.top, 'k', 1);
  const { top, documents, unknown } = reading;
  // A text at the root is no object, whatever it says.
  const first = token.startsWith('"') ? '"' : token;
  return [`${first},${documents.length},${unknown.length}`].concat(top, ...documents, unknown);
}

/**
 * The tokens as one string.
 * @param {string[]} tokens
 */
export function join(tokens) {
  const packed = tokens.join(SEPARATOR);
  return isWellFormed(packed) ? packed : mended(tokens);
}

/**
 * The same where a text is half a character, or holds what parts the tokens.
 * @param {string[]} tokens
 */
export function mended(tokens) {
  return tokens.map(mend).join(SEPARATOR);
}

function mend(token) {
  // One control character is refused like the other.
  if (isWellFormed(token)) return token.includes(SEPARATOR) ? token.replaceAll(SEPARATOR, '\x1e') : token;
  return token.startsWith('"') ? '?' : token.slice(0, token.indexOf(':') + 1);
}

/**
 * The tokens of some data with another value in one place; of documents, only the one that is meant.
 * @param {unknown} data
 * @param {number} field the field's place in the table
 * @param {number} index the document's
 * @param {unknown} value
 * @param {{nodes: number, depth: number, documents: number}} limits
 */
export function readWith(data, field, index, value, limits) {
  const form = field < CUSTOMER_FIELDS ? CUSTOMER : KYC;
  const tokens = read(data ?? {}, form, limits, index);
  let place = form === CUSTOMER ? field : field - CUSTOMER_FIELDS;
  if (field >= FIRST_OF_DOCUMENT) {
    place++;
    if (tokens[0].startsWith('{,0')) {
      tokens[0] = tokens[0].replace('0', '1');
      tokens.splice(NO_KYC.length + 1, 0, '{', ...NO_DOCUMENT.slice(1));
    }
  }
  tokens[place + 1] = kind(asSent(value, ''));
  return tokens;
}

/** Whether a text crosses as it is. */
export const crosses = (text) => text.length <= CUT && isWellFormed(text) && !text.includes(SEPARATOR);
