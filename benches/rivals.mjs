// node rivals.mjs: the npm package beside what a web developer would use instead. Prints a JSON line a row: of the phone checks
// { what, ours, rival, theirs, ratio } in calls a second, of a phone library { rival, raw, gzip, brotli } in bytes, and of the
// payload what `measured` returns, ours first.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { isValidPhoneNumber, parsePhoneNumber } from 'libphonenumber-js/max';
import { isValidPhone, phone } from '../dist/npm/kyc-rules/phone.js';
import { bundle } from './rivals/bundle.mjs';
import { load, scores } from './rivals/check.mjs';
import { FIVE, GOOD, MORE, people, SAME, SAMPLE } from './rivals/mutations.mjs';

/** How many fresh processes a cold start is the median of, how many rounds a speed, and how long a round of one takes. */
const STARTS = 15;
const ROUNDS = 15;
const MILLISECONDS = 50;

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

function sizes(bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/** Calls a second over so many milliseconds; `call` gets the number of the call. */
function rate(call, milliseconds = MILLISECONDS) {
  const start = performance.now();
  const end = start + milliseconds;
  let calls = 0;
  let now = start;
  while (now < end) {
    for (let i = 0; i < 64; i++) call(calls + i);
    calls += 64;
    now = performance.now();
  }
  return (calls / (now - start)) * 1000;
}

/** The rounds of all of them, turn by turn, each round from another one on. */
function race(calls) {
  for (const call of calls) rate(call, 300);
  const rounds = calls.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < calls.length; turn++) {
      const at = (round + turn) % calls.length;
      rounds[at].push(rate(calls[at]));
    }
  }
  return rounds;
}

/** The median of each, and of its ratio to the first, round by round: how many times as fast the first is. */
const outcome = ([first, ...others]) =>
  [first, ...others].map((rounds) => ({
    rate: Math.round(median(rounds)),
    ratio: +median(rounds.map((rate, at) => first[at] / rate)).toFixed(2),
  }));

const NUMBERS = [
  '+442079460958',
  '+12025550173',
  '+4930123456',
  '+33123456789',
  '+393123456789',
  '+34612345678',
  '+5511912345678',
  '+919876543210',
  '+8613123456789',
  '+819012345678',
  '+61412345678',
  '+420999123456',
  '+4420794609',
];
const number = (at) => NUMBERS[at % NUMBERS.length];

function phones() {
  const formatted = (text) => {
    const parsed = parsePhoneNumber(text);
    return parsed.isValid() && `${parsed.formatNational()} ${parsed.formatInternational()} ${parsed.getType()}`;
  };
  const rows = [
    ['E.164 check', (at) => isValidPhone(number(at)), (at) => isValidPhoneNumber(number(at))],
    ['number parsed, formatted, typed', (at) => phone(number(at)).valid, (at) => formatted(number(at))],
  ];
  for (const [what, own, others] of rows) {
    const [ours, theirs] = outcome(race([own, others]));
    const { rate, ratio } = theirs;
    console.log(JSON.stringify({ what, ours: ours.rate, rival: 'libphonenumber-js max', theirs: rate, ratio }));
  }
  for (const set of ['min', 'mobile', 'max']) {
    const contents = `export { parsePhoneNumber, AsYouType } from 'libphonenumber-js/${set}'`;
    const stdin = { contents, resolveDir: import.meta.dirname };
    const built = buildSync({ stdin, bundle: true, minify: true, format: 'esm', write: false });
    console.log(JSON.stringify({ rival: `libphonenumber-js ${set}`, ...sizes(built.outputFiles[0].contents) }));
  }
}

/** Milliseconds from before the import to behind the first call, in a fresh process. */
const start = (file) =>
  +execFileSync(process.execPath, [
    new URL('../xtask/js/first-call.mjs', import.meta.url).pathname,
    file,
    'entry.validate(sample).valid',
    new URL('../tests/sample.json', import.meta.url).pathname,
  ]);

async function payloads() {
  const loose = await bundle('min');
  const rivals = await load(await bundle('max'));
  const starts = rivals.map(() => []);
  for (let round = 0; round < STARTS; round++) {
    for (const [at, { file }] of rivals.entries()) starts[at].push(start(file));
  }
  const right = people(SAMPLE);
  const wrong = people(FIVE);
  for (const { name, validate } of rivals) {
    for (const payload of right) if (!validate(payload).valid) throw new Error(`${name} refuses one of the people`);
    for (const payload of wrong) {
      if (validate(payload).issues.length !== 5) throw new Error(`${name} does not find five mistakes`);
    }
  }
  // What reads an issue takes its path and its message.
  const read = (issues) => issues.reduce((length, { path, message }) => length + path.length + message.length, 0);
  const valid = outcome(
    race(
      rivals.map(
        ({ validate }) =>
          (at) =>
            validate(right[at & 15]).valid,
      ),
    ),
  );
  const five = race([
    ...rivals.map(
      ({ validate }) =>
        (at) =>
          read(validate(wrong[at & 15]).issues),
    ),
    (at) => rivals[0].isReady(wrong[at & 15]),
  ]);
  const unread = five.pop();
  const fiveRead = outcome(five);
  const fiveUnread = outcome([unread, ...five.slice(1)]);
  const known = rivals.map((rival) => scores(rival));
  const others = known.slice(1).flatMap(({ caught }) => caught);
  const only = known[0].caught.filter((what) => !others.includes(what));
  for (const [at, rival] of rivals.entries()) {
    const { brotli } = sizes(readFileSync(loose[at].file));
    console.log(
      JSON.stringify({
        name: rival.name,
        ...sizes(readFileSync(rival.file)),
        loose: brotli,
        start: median(starts[at]),
        valid: valid[at],
        five: fiveRead[at],
        unread: fiveUnread[at],
        good: GOOD.length,
        mutations: SAME.length,
        of: MORE.length,
        only: only.length,
        ...known[at],
      }),
    );
  }
}

if (!process.argv.includes('--payloads')) phones();
await payloads();
