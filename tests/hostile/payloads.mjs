// Payloads that are not what they seem, each with its name: what JSON.stringify sends otherwise than it stands there, and what cannot be
// read at all.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

export const SAMPLE = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));

/** A copy of the sample with something done to it. */
export function sample(change) {
  const copy = structuredClone(SAMPLE);
  return change?.(copy) ?? copy;
}

const as = (key, value) => [`${key} is ${typeof value}`, sample((data) => void (data[key] = value))];
class Person {
  #secret = 1;
  constructor() {
    Object.assign(this, sample());
  }
  get secret() {
    return this.#secret;
  }
}

/** What can be sent, if as something else. */
export const SENT = [
  ...[undefined, null, '', 0, Number.NaN, Number.POSITIVE_INFINITY, true, () => 1, Symbol('a'), [], {}].map((value) =>
    as('phoneNumber', value),
  ),
  ...[undefined, null, 'x', 1, [], [1], () => 1].map((value) => as('address', value)),
  ...[undefined, null, 'x', {}, [], [null], [undefined], [() => 1], [1, 'x'], [[]], [{}]].map((value) =>
    as('documents', value),
  ),
  ['an array with holes', sample((data) => void (data.documents = [, ...data.documents]))],
  ['a Date', sample((data) => void (data.dateOfBirth = new Date('1990-05-15')))],
  ['a Date that is none', sample((data) => void (data.dateOfBirth = new Date(Number.NaN)))],
  ['a Map', new Map(Object.entries(SAMPLE))],
  ['a Set of documents', sample((data) => void (data.documents = new Set(data.documents)))],
  ['a class instance', new Person()],
  ['no prototype', Object.assign(Object.create(null), SAMPLE)],
  ['an inherited payload', Object.create(SAMPLE)],
  ['symbol keys', { ...SAMPLE, [Symbol('phoneNumber')]: 'x' }],
  ['keys that are not enumerable', Object.defineProperty(sample(), 'phoneNumber', { enumerable: false })],
  [
    'boxed values',
    { ...SAMPLE, legalFirstName: Object('Jane'), isIntermediary: Object(false), nationality: Object(1) },
  ],
  ['toJSON', { ...SAMPLE, phoneNumber: { toJSON: () => '+14155551234' }, address: { toJSON: () => SAMPLE.address } }],
  ['toJSON on the payload', { toJSON: () => SAMPLE }],
  ['toJSON told its key', { ...SAMPLE, legalFirstName: { toJSON: (key) => key } }],
  ['toJSON of nothing', { ...SAMPLE, phoneNumber: { toJSON: () => undefined }, extra: { toJSON: () => undefined } }],
  ['toJSON on a function', Object.assign(() => 1, { toJSON: () => SAMPLE })],
  ['a getter', Object.defineProperty(sample(), 'phoneNumber', { get: () => '+14155551234', enumerable: true })],
  ['a Proxy', new Proxy(sample(), {})],
  ['a Proxy of an array', sample((data) => void (data.documents = new Proxy(data.documents, {})))],
  ['__proto__ as a key', JSON.parse('{"__proto__":{"phoneNumber":"x"},"constructor":1}')],
  ['unknown keys', { ...SAMPLE, phoneNumer: 1, address: { ...SAMPLE.address, zip: 1, skipped: undefined } }],
  ['an unknown key of separators', { ...SAMPLE, 'a\u001fb\u001e,:': 1 }],
  ['keys in another order', Object.fromEntries(Object.entries(SAMPLE).reverse())],
  ['the guide’s envelope', { kycData: SAMPLE }],
  ['the envelope and more', { kycData: SAMPLE, phoneNumer: 1 }],
  ['an envelope that is a text', { ...SAMPLE, kycData: 'x' }],
  ['another realm’s object', runInNewContext(`(${JSON.stringify(SAMPLE)})`)],
  ['separators in a text', { ...SAMPLE, legalFirstName: 'Ja\u001fne', legalLastName: '\u001e\u001f' }],
  ['half a surrogate pair', { ...SAMPLE, legalFirstName: 'Ja\ud800ne', legalLastName: '\udc00' }],
  ['half a pair in a key', { ...SAMPLE, 'a\ud800': 1 }],
  ['a whole pair', { ...SAMPLE, legalFirstName: 'Ja\u{1f600}ne' }],
  ['NUL', { ...SAMPLE, legalFirstName: 'Ja\0ne' }],
  ['a text of 3,000 letters', { ...SAMPLE, legalFirstName: 'x'.repeat(3000) }],
  ['a text of 60,000 letters', { ...SAMPLE, legalFirstName: 'x'.repeat(60_000) }],
  ['a text of 5,000 pairs', { ...SAMPLE, legalFirstName: '\u{1f600}'.repeat(5000) }],
  ['a text that is blank at first', { ...SAMPLE, legalFirstName: `${' '.repeat(6000)}x` }],
  ['a blank of 6,000', { ...SAMPLE, legalFirstName: ' '.repeat(6000) }],
  ['21 documents', sample((data) => void (data.documents = new Array(21).fill(data.documents[0])))],
  ['300 empty documents', sample((data) => void (data.documents = new Array(300).fill({})))],
  ['2,500 documents', sample((data) => void (data.documents = new Array(2500).fill(1)))],
  ['2,500 unknown keys', Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`k${at}`, at]))],
  ...[null, [], 'text', '', 1, true].map((root) => [`the payload is ${JSON.stringify(root)}`, root]),
];

const thrower = () => {
  throw new Error('CANARY');
};

/** What cannot be sent. */
export const UNREADABLE = [
  ['a getter that throws', Object.defineProperty(sample(), 'phoneNumber', { get: thrower, enumerable: true })],
  ['a toJSON that throws', { ...SAMPLE, address: { toJSON: thrower } }],
  ['a Proxy that throws at every turn', new Proxy({}, new Proxy({}, { get: () => thrower }))],
  ['a Proxy that throws', new Proxy({}, { ownKeys: thrower })],
  ['a Proxy that throws in a document', sample((data) => void (data.documents[0] = new Proxy({}, { get: thrower })))],
  ['a Proxy that was revoked', { ...SAMPLE, documents: revoked([]) }],
  ['a payload that was revoked', revoked({})],
  ['a box that throws', { ...SAMPLE, legalFirstName: Object.assign(Object('x'), { toString: thrower }) }],
];
function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}
