// node tests/matrix/run.mjs FOLDER core|all [NAME…]: every cell of the matrix in the project that `cargo xtask matrix` has laid out
// there. `KYC` names the command line tool, `CHROME` the browser. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CORE } from './core.mjs';
import { MORE } from './more.mjs';
import { table, write } from './table.mjs';
import { closeChromium } from './tools.mjs';

const [, , project, extent, ...names] = process.argv;
mkdirSync(join(project, 'out'), { recursive: true });

const fails = (answer) => answer === undefined || answer.startsWith('!');

/** A report as the command line tool writes it. */
function natively(payload, today) {
  // It ends with 1 where a payload is not ready.
  const { status, stdout, stderr } = spawnSync(process.env.KYC, ['check', '--ndjson', '--today', today], {
    input: `${JSON.stringify(payload)}\n`,
    encoding: 'utf8',
  });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout.trim();
}

/** What every cell must answer: what the packed files answer here, whose reports must be those of the native rules. */
async function expected() {
  const from = (file) => import(pathToFileURL(join(project, file)).href);
  const { probe } = await from('probe.mjs');
  const { sample, slips, OPTIONS } = await from('data.mjs');
  const { default: all } = await from('all.mjs');
  const answers = await probe(all);
  for (const [name, answer] of Object.entries(answers)) assert.ok(!fails(answer), `${name}: ${answer}`);
  const reports = JSON.parse(answers['.']);
  for (const [at, payload] of [sample, slips].entries()) {
    assert.equal(JSON.stringify(reports[at]), natively(payload, OPTIONS.today));
  }
  assert.deepEqual([reports[0].verdict, reports[1].verdict], ['ready', 'invalid']);
  return { ...answers, slim: answers['.'], ...(await facts(all)) };
}

/** What can only be asked in a page, said by what can be asked here. */
async function facts({ '.': kyc, image }) {
  const { OPTIONS, PICTURE } = await import(pathToFileURL(join(project, 'data.mjs')).href);
  const said = (value) => kyc.validateField('phoneNumber', value, OPTIONS)[0]?.message ?? '';
  const { facts } = image.inspectImage(PICTURE, { mediaType: 'image/png' });
  return {
    form: JSON.stringify([['', '555', '+14155551234'].map(said), [{ phoneNumber: '+14155551234' }]]),
    element: JSON.stringify([[false, true], 1]),
    policy: 'true',
    assess: JSON.stringify([facts, 'number']),
  };
}

/** The entries that want an answer and have another, or none. */
const wrong = (answers, wants, right) =>
  wants
    .filter((name) => answers[name] !== right[name])
    .map((name) => `${name}: ${difference(answers[name], right[name])}`);

/** Where two answers part. */
function difference(got = 'no answer', wanted = '') {
  if (got.startsWith('!')) return got.slice(0, 600);
  const at = [...got].findIndex((letter, place) => letter !== wanted[place]);
  return `…${got.slice(Math.max(0, at - 60), at + 60)}… where …${wanted.slice(Math.max(0, at - 60), at + 60)}… was wanted`;
}

const right = await expected();
const cells = (extent === 'all' ? [...CORE, ...MORE] : CORE).filter(
  ({ name }) => names.length === 0 || names.some((wanted) => name.includes(wanted)),
);
const rows = [];
let passed = 0;
let failed = 0;
for (const cell of cells) {
  const row = { name: cell.name, version: '', shapes: {} };
  const start = Date.now();
  try {
    row.version = await cell.version(project);
    const answers = await cell.run(project);
    for (const [shape, wants] of Object.entries(cell.wants)) {
      row.shapes[shape] = { wants, wrong: wrong(answers[shape] ?? {}, wants, right) };
    }
  } catch (error) {
    for (const [shape, wants] of Object.entries(cell.wants))
      row.shapes[shape] = { wants, wrong: [String(error.message)] };
  }
  for (const [shape, { wants, wrong }] of Object.entries(row.shapes)) {
    const took = ((Date.now() - start) / 1000).toFixed(1);
    console.log(
      `${wrong.length === 0 ? 'ok' : 'FAILED'}: ${cell.name} ${row.version}, ${shape}: ${wants.length} entries, ${took} s`,
    );
    for (const line of wrong) console.log(`  ${line}`);
    if (wrong.length === 0) passed += 1;
    else failed += 1;
  }
  rows.push(row);
}
await closeChromium();
console.log(`\n${table(rows)}`);
if (extent === 'all') {
  const isGreen = ({ shapes }) => Object.values(shapes).every(({ wrong }) => wrong.length === 0);
  write(
    rows.filter(isGreen),
    [...CORE, ...MORE].map(({ name }) => name),
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
