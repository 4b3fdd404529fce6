// kyc-rules/mrz and kyc-rules/national-id through the packed package: the same bytes as the command line, over published specimens,
// every scheme's example, and the shared vectors where they lie beside the repository.
// node tests/ids.node.mjs: `cargo xtask pack` and `cargo build --features cli` first.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from '../dist/npm/kyc-rules/index.js';
import { mrz } from '../dist/npm/kyc-rules/mrz.js';
import { checkScheme, nationalId } from '../dist/npm/kyc-rules/national-id.js';

const root = new URL('..', import.meta.url);
const today = '2026-01-31';

/** What the command line says of each question: a JSON line each. */
const cli = (args, input) =>
  execFileSync(fileURLToPath(new URL('target/debug/kyc', root)), args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: root,
  });

/** The rows of a shared table; none where the folder is not there. */
function rows(name) {
  const folder = process.env.KYC_SHARED ? new URL(`file://${process.env.KYC_SHARED}/`) : new URL('../shared/', root);
  const file = new URL(`vectors/${name}.tsv`, folder);
  if (!existsSync(file)) {
    console.log(`no ${name}.tsv beside the repository: skipped`);
    return [];
  }
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

let passed = 0;

/** The package's answers are the command line's, byte for byte. */
function same(questions, answer) {
  const lines = questions.map((question) => JSON.stringify({ ...question, today })).join('\n');
  const said = cli(['value', '--ndjson'], `${lines}\n`).trimEnd().split('\n');
  assert.equal(said.length, questions.length);
  for (const [at, question] of questions.entries()) {
    assert.equal(JSON.stringify(answer(question)), said[at], JSON.stringify(question));
    passed += 1;
  }
}

const SPECIMENS = [
  ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  ['p<uto eriksson «anna<maria', 'L898902C36UTO7408122F12O4159ZE184226B<<<<<10'],
  ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
  ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'],
];
const JUNK = ['', ' ', 'P<UTO', '\u0000', '\u001f', 'ü', '😀', '<'.repeat(44), '1'.repeat(90), 'A\nB'];

const schemes = JSON.parse(cli(['schemes', '--json'], ''));
const names = new Map(schemes.flatMap(({ name, aliases }) => [name, ...aliases].map((known) => [known, name])));
same(
  [
    ...schemes.map(({ name, example }) => ({ scheme: name, value: example })),
    ...schemes.map(({ name, example }) => ({ scheme: name, value: example.replace(/\d(?=\D*$)/, (d) => `${9 - d}`) })),
    ...['BR.cpf', 'XX.none', '', 'Br.', 'é'].flatMap((scheme) => JUNK.map((value) => ({ scheme, value }))),
    ...['national_id', 'national_id_mutations'].flatMap((table) =>
      rows(table).map(([country, type, , value]) => ({ scheme: `${country}.${type}`, value })),
    ),
  ],
  ({ scheme, value }) => checkScheme(scheme, value),
);
same(
  [
    ...SPECIMENS,
    ...SPECIMENS.map((lines) => [lines.join('\n')]),
    ...JUNK.map((line) => [line]),
    ...JUNK.map((line) => [line, SPECIMENS[0][1]]),
    ['', '', '', '', ''],
    ...rows('mrz').map(([, one, two, three]) => (three ? [one, two, three] : [one, two])),
  ].map((lines) => ({ mrz: lines })),
  (question) => mrz(question.mrz, { today }),
);

// What a form shows: of every country, what its schemes say of themselves.
for (const country of new Set(schemes.map((scheme) => scheme.country))) {
  for (const type of [undefined, 'SSN', 'TIN', 'NATIONAL_ID']) {
    const shown = nationalId(country.toLowerCase(), type);
    if (shown === undefined) continue;
    const { label, example, inputMode, mask } = schemes.find((scheme) => scheme.name === shown.scheme);
    assert.deepEqual({ scheme: shown.scheme, label, example, inputMode, mask, schemes: shown.schemes }, shown);
    assert.ok(shown.schemes.includes(shown.scheme));
    assert.ok(shown.schemes.every((name) => names.has(name)));
    assert.equal(checkScheme(shown.scheme, shown.example).valid, true);
    passed += 1;
  }
}
assert.deepEqual(nationalId('BR', 'TIN'), {
  scheme: 'BR.cpf',
  label: 'CPF',
  example: '111.444.777-35',
  inputMode: 'numeric',
  mask: '000.000.000-00',
  schemes: ['BR.cpf'],
});
assert.equal(nationalId('PR', 'SSN').scheme, 'US.ssn');
assert.equal(nationalId('AQ'), undefined);
assert.equal(nationalId('BR', 'SSN'), undefined);
for (const country of ['', 'BRA', 'B1', undefined]) assert.throws(() => nationalId(country), TypeError);
assert.throws(() => checkScheme('BR.cpf', 11144477735), TypeError);

// The names a customer was created with, beside the legal ones.
const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const beside = (account) => validate({ ...sample, phoneNumber: '1' }, { today: '2026-01-31', account });
const said = (report) => report.issues.map(({ path, code, severity }) => `${path} ${code} ${severity}`);
const others = ['phoneNumber phone.not_e164 error', 'nationalIdNumber national_id.placeholder warning'];
assert.deepEqual(said(beside({ firstName: 'Jane', lastName: 'Smith' })), others);
assert.deepEqual(said(beside({ firstName: 'José', lastName: 'Doe' })), [
  'legalFirstName name.differs_from_account warning',
  'legalLastName name.differs_from_account warning',
  ...others,
]);
assert.deepEqual(said(beside({})), others);
assert.deepEqual(said(beside(null)), others);
const throwing = Object.defineProperty({}, 'firstName', {
  enumerable: true,
  get() {
    throw new Error('CANARY');
  },
});
assert.deepEqual(said(beside(throwing)), [' input.unreadable error']);
passed += 5;

// One text with line breaks, and what is no text.
assert.equal(mrz(SPECIMENS[0].join('\r\n')).format, 'TD3');
assert.equal(mrz(SPECIMENS[0], { today: new Date(2026, 0, 31) }).fields.dateOfBirth, '1974-08-12');
for (const lines of [undefined, null, 7, [], [null, 7], ['A', 'B', 'C', 'D', 'E'], 'x'.repeat(1e6)]) {
  assert.equal(mrz(lines).format, null);
}
assert.throws(() => mrz(SPECIMENS[0], { today: '2026-02-30' }), TypeError);

console.log(`${passed} passed, 0 failed`);
