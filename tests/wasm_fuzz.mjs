// The modules of the release themselves, fed texts and files that were good once and are not any more: no trap, an answer in its own
// form, the same one when asked again, and memory that stays about what it was after the first tenth.
// `node tests/wasm_fuzz.mjs [INPUTS] [SEED]`, after `cargo xtask wasm`; a line a module, then `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';
import { FIELDS } from '../pkg-template/src/generated/tables.js';
import { instance } from '../pkg-template/src/instance.js';
import { CUSTOMER, KYC, read } from '../pkg-template/src/pack.js';
import { memories } from './js/memories.mjs';
import { suites } from './js/suites.mjs';

const [inputs = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const TODAY = 20260131;
const SEPARATOR = '\x1f';
const LIMITS = { nodes: 2000, depth: 8, documents: 20 };

/** Marsaglia's xorshift: the same inputs for the same seed, in every run. */
let state = seed * 2654435761 || 1;
function random(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = (list) => list[random(list.length)];

const vectors = suites().flatMap(({ cases }) => cases);
const texts = vectors.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
const payloads = vectors.flatMap(({ payload, mode }) => (payload === undefined ? [] : [{ payload, mode }]));
const decoder = new TextDecoder();
const packed = (data, form) => {
  try {
    const reading = read(data, form, LIMITS);
    const text = decoder.decode(reading.packed());
    reading.release();
    return text;
  } catch {
    return '';
  }
};
const kyc = payloads.filter(({ mode }) => mode !== 'customer').map(({ payload }) => packed(payload, KYC));
const customers = payloads.map(({ payload }) => packed(payload, CUSTOMER));

/** What readers stumble over: parts of the forms, marks, ends of alphabets, halves of pairs. */
const WORDS = [
  ...[
    '\x1e',
    '\x1f',
    '\x1f"',
    '\x1f{',
    '\x1f~',
    '\0',
    '\n',
    ' ',
    '\u00a0',
    '\u0301',
    '\u200d',
    '\u202e',
    '\ufeff',
    '\uffff',
  ],
  ...'{ } [ ] " \\ , : << P<UTO {,0,1 {,20,0 + - . / @ %2e 0 9 99999999999 2026-02-30 https:// xn-- US null true 1e9 \\ud800'.split(
    ' ',
  ),
  ...'\u{1f600} \u{10ffff} ſ İ ß ٣ ０'.split(' '),
];

/** A payload with some of its texts changed, packed anew: what is packed by hand seldom has its lengths right. */
function repacked(form) {
  const change = (value) => {
    if (typeof value === 'string') return random(4) === 0 ? mutated(value, texts) : value;
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [random(40) ? key : mutated(key, texts), change(member)]),
    );
  };
  return packed(change(pick(payloads).payload), form);
}

/** One to four changes: a character gone, a word put in, a part twice, the end cut off, the end of another. */
function mutated(text, others) {
  let out = text;
  for (let left = 1 + random(4); left > 0; left--) {
    const at = random(out.length + 1);
    switch (random(6)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + 1 + random(3));
        break;
      case 1:
        out = out.slice(0, at) + pick(WORDS) + out.slice(at + random(2));
        break;
      case 2:
        out = out.slice(0, at) + String.fromCharCode(random(128)) + out.slice(at + 1);
        break;
      case 3:
        out = out.slice(0, at) + out.slice(random(out.length + 1), at + random(40));
        break;
      case 4:
        out = out.slice(0, at);
        break;
      default: {
        const other = pick(others);
        out = out.slice(0, at) + other.slice(random(other.length + 1));
      }
    }
    // Repeated and spliced again and again, a text would only grow.
    if (out.length > 4096) out = out.slice(0, 4096);
  }
  return out;
}

const json = (answer) => void JSON.parse(answer);
/** Empty for particulars that are no JSON. */
const jsonOrNothing = (answer) => answer === '' || json(answer);
const wire = (answer) => {
  if (typeof answer !== 'string') throw new Error('no answer');
};
const flag = (answer) => {
  if (answer !== 0 && answer !== 1) throw new Error('neither yes nor no');
};

const images = new URL('images/small/', import.meta.url);
const files = readdirSync(images, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`).subarray(0, 8192));
function mutatedFile() {
  const file = Uint8Array.from(pick(files));
  for (let left = 1 + random(8); left > 0 && file.length > 0; left--) {
    const at = random(file.length);
    file[at] = pick([0, 1, 0x7f, 0x80, 0xff, random(256), file[at] ^ (1 << random(8))]);
  }
  return random(4) === 0 ? file.subarray(0, random(file.length + 1)) : file;
}

const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'BR', 'IN', 'JP', 'xx', ''];
const schemes = [
  ...readFileSync(new URL('../docs/national-ids.md', import.meta.url), 'utf8').matchAll(/\b[A-Z]{2}\.[a-z_]+\b/g),
].map(String);
const events = [
  '{"status":"REJECTED","patchWhenRejected":false,"from":"CREATED","to":"ACTIVE"}',
  '{"stored":{"a":{"b":1}},"patch":{"a":{"b":null},"d":[1]},"codes":["DOCUMENT_MISSING_BACK"],"body":"{\\"test\\": 2432232314}"}',
  '{"status":400,"body":"{\\"error\\":\\"BAD_REQUEST\\",\\"message\\":\\"Validation failed: phoneNumber must be in E.164 format\\"}"}',
  '{"status":"UNDER_REVIEW","asked":1,"elapsed":0,"plan":"guide","retryAfter":"7","now":1614265330000}',
];
const QUESTIONS = ['status', 'follows', 'merge', 'requirements', 'error', 'retry', 'poll', 'verify', 'event', 'reduce'];

/** Each module, its share of the inputs, and the ways in: arguments, and what an answer must be. */
const MODULES = [
  [
    'kyc',
    10,
    [
      () => [wire, 'check', mutated(pick(kyc), kyc), random(2), TODAY, ''],
      () => [wire, 'check', mutated(pick(customers), customers), CUSTOMER, TODAY, ''],
      () => [wire, 'check', repacked(KYC), random(2), TODAY, ''],
      () => [wire, 'normal_form', repacked(KYC), 0, TODAY, ''],
      () => [wire, 'check_patch', repacked(KYC), mutated(pick(kyc), kyc), TODAY, ''],
      () => [wire, 'check_field', mutated(pick(kyc), kyc), random(FIELDS.length + 2), random(3), TODAY, ''],
      () => [wire, 'canonical', mutated(pick(kyc), kyc), random(FIELDS.length + 2), random(3), TODAY, ''],
      () => [wire, 'normal_form', mutated(pick(kyc), kyc), random(2), random(9) ? TODAY : random(99999999), ''],
      () => [wire, 'policy_fault', mutated('{"phone":"valid","minimumAge":18}', texts)],
    ],
  ],
  ['national-id', 4, [() => [wire, 'national_id_check', pick(schemes), mutated(pick(texts), texts)]]],
  [
    'phone',
    3,
    [
      () => [wire, 'phone_parse', mutated(pick(texts), texts), pick(COUNTRIES)],
      () => [flag, 'phone_is_valid', mutated(pick(texts), texts), pick(COUNTRIES)],
      () => [wire, 'phone_as_you_type', mutated(pick(texts), texts), random(40), pick(COUNTRIES)],
    ],
  ],
  ['mrz', 2, [() => [json, 'mrz_read', mutated(pick(texts), texts), TODAY]]],
  ['lifecycle', 1, [() => [jsonOrNothing, 'lifecycle', pick(QUESTIONS), mutated(pick(events), events)]]],
  [
    'image',
    1,
    [
      () => [
        json,
        'inspect',
        mutatedFile(),
        1 + random(1 << 24),
        new Uint8Array(0),
        0,
        0,
        random(2),
        'a.jpg\x1f\x1fpassport',
      ],
    ],
  ],
];

/** How much more memory a module may have at the end than after the first tenth. */
const ROOM = 1 << 19;

let failed = 0;
let all = 0;
const shares = MODULES.reduce((sum, [, share]) => sum + share, 0);
const began = performance.now();
for (const [name, share, ways] of MODULES) {
  const bytes = readFileSync(new URL(`../target/npm/${name}/${name}.wasm`, import.meta.url));
  const module = instance(() => new WebAssembly.Module(bytes));
  memories.length = 0;
  const wanted = Math.ceil((inputs * share) / shares);
  const size = () => memories.map(({ buffer }) => buffer.byteLength).join();
  const start = performance.now();
  const total = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  let early = 0;
  const wrong = [];
  for (let at = 0; at < wanted && wrong.length < 5; at++) {
    const [judge, ...call] = pick(ways)();
    try {
      const answer = module.call(...call);
      judge(answer);
      if (at % 16 === 0 && module.call(...call) !== answer) throw new Error('another answer the second time');
    } catch (error) {
      wrong.push(`${error.message}: ${JSON.stringify(call).slice(0, 400)}`);
    }
    if (at === Math.floor(wanted / 10)) early = total();
    // The loader wipes the stack between scripts; a turn of the loop stands for one.
    if (at % 4096 === 0) await undefined;
    all += 1;
  }
  // One odd file may take more than all before it; what every call leaves behind would be a hundred times this.
  if (memories.length > 1 || total() > early + ROOM) wrong.push(`memory was ${early} and is ${size()}`);
  const rate = Math.round((wanted / (performance.now() - start)) * 1000);
  console.log(
    `${name}: ${wanted} inputs, ${rate} a second, ${size()} bytes of memory${wrong.map((line) => `\n  ${line}`).join('')}`,
  );
  failed += wrong.length > 0 ? 1 : 0;
}
console.log(`${all} mutated inputs of seed ${seed} in ${Math.round((performance.now() - began) / 1000)} s`);
console.log(`${MODULES.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
