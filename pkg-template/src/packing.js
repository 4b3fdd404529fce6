// The memory that a payload is packed into: the values of src/source/packed.rs, byte by byte.
import { LONGEST } from './generated/tables.js';
import { isWellFormed } from './well_formed.js';

/** Code units of a text that cross: more than the longest field may have, whatever they encode. */
const CUT = 2 * LONGEST + 2;
/** Below this length a text is written character by character; from there on the encoder is faster, and the length takes two. */
export const SHORT = 96;

/** What first characters say a field and the values are. */
export const FIELD = 48;
export const NOTHING = 95;
export const TEXT = 34;
const BROKEN_TEXT = 63;
const NULL = 48;
const TRUE = 43;
const FALSE = 45;
const NUMBER = 49;
export const OBJECT = 123;
export const LIST = 91;

/** Memory beyond that is not kept. */
const MOST = 1 << 16;

const encoder = new TextEncoder();

/** Memory to pack into, while nobody does: what a getter of the payload packs meanwhile has its own. */
let spare;

/** What was packed so far. */
export class Packing {
  constructor() {
    this.bytes = spare ?? new Uint8Array(4096);
    spare = undefined;
    this.used = 0;
  }

  /** What was packed, until `release`. */
  packed() {
    return this.bytes.subarray(0, this.used);
  }

  /** Wipes it: what a person wrote stays no longer than it is needed. */
  release() {
    this.bytes.fill(0, 0, this.used);
    // Who sent much once need not again.
    if (this.bytes.length <= MOST) spare = this.bytes;
  }

  /** The memory, with room for so many bytes more. */
  room(more) {
    const wanted = this.used + more;
    if (wanted > this.bytes.length) {
      const larger = new Uint8Array(2 * wanted);
      larger.set(this.packed());
      this.bytes.fill(0);
      this.bytes = larger;
    }
    return this.bytes;
  }

  byte(byte) {
    this.room(1)[this.used++] = byte;
  }

  /** A number below 16384: more than any text that crosses is long. */
  number(number) {
    this.byte(number & 127);
    this.byte(number >> 7);
  }

  /** Writes a field that is a short text of ASCII, as nearly all are; else nothing. */
  plain(text, place) {
    const { length } = text;
    const { used } = this;
    const bytes = used + length + 4 > this.bytes.length ? this.room(length + 4) : this.bytes;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) {
        bytes.fill(0, used + 4, used + 4 + at);
        return false;
      }
      bytes[used + 4 + at] = unit;
    }
    bytes[used] = FIELD + place;
    bytes[used + 1] = TEXT;
    bytes[used + 2] = length;
    bytes[used + 3] = 0;
    this.used = used + 4 + length;
    return true;
  }

  /** Writes a text behind its length; `false` where it is half a character, and none was written. */
  text(text) {
    const { length } = text;
    const from = this.used + 2;
    const bytes = this.room(2 + 3 * length);
    if (!isWellFormed(text)) return false;
    const { written } = encoder.encodeInto(text, bytes.subarray(from));
    this.number(written);
    this.used = from + written;
    return true;
  }

  /** Writes a value as it is sent; of an object or list, only that it is one. */
  value(value) {
    const kind = kindOf(value);
    if (kind !== TEXT) {
      this.byte(kind);
      return kind;
    }
    const from = this.used;
    this.byte(TEXT);
    if (!this.text(value.length > CUT ? cut(value) : value)) this.bytes[from] = BROKEN_TEXT;
    return TEXT;
  }
}

/** What a value is, as it is sent. */
export function kindOf(value) {
  switch (typeof value) {
    case 'string':
      return TEXT;
    case 'boolean':
      return value ? TRUE : FALSE;
    case 'number':
      return Number.isFinite(value) ? NUMBER : NULL;
    case 'bigint':
      return NUMBER;
    case 'object':
      if (value === null) return NULL;
      return Array.isArray(value) ? LIST : OBJECT;
    default:
      // undefined, functions and symbols are not sent.
      return NOTHING;
  }
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

/** Whether a text crosses as it is. */
export const crosses = (text) => text.length <= CUT && isWellFormed(text);
