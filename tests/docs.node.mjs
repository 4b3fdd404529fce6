// Every ```js block of the README, of the package's README and of docs/, run as it stands there against the packed package; and what a
// comment says an expression gives is what it gives. A block whose info string says `browser` needs one, and is not run here.
// node tests/docs.node.mjs [PATTERN]: `cargo xtask pack` first.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tests } from './js/tests.mjs';

const ROOT = new URL('..', import.meta.url);
const [pattern = ''] = process.argv.slice(2);

/** Blocks that run elsewhere, by a word in them, and where. */
const ELSEWHERE = [
  ["from 'react-hook-form'", 'tests/adapters/readme.test.mjs runs it with the library'],
  ["from 'hono'", 'tests/adapters/readme.test.mjs runs it with the library'],
];

const read = (name) => readFileSync(new URL(name, ROOT), 'utf8');
const docs = readdirSync(new URL('docs', ROOT)).filter((name) => name.endsWith('.md'));
const NAMES = ['README.md', 'pkg-template/README.md', ...docs.map((name) => `docs/${name}`)];

/** The blocks of a file, each with its line and what is said of it. */
const blocksOf = (name) =>
  [...read(name).matchAll(/^```js([^\n]*)\n(.*?)^```$/gms)].map(({ 1: info, 2: text, input, index }) => ({
    place: `${name}:${input.slice(0, index).split('\n').length}`,
    info: info.trim(),
    text,
  }));

/**
 * A value as a comment has it, or `undefined` where it is prose: `…` stands for more of the same, ` | ` for one of several, and what
 * follows a colon or a semicolon is said of it.
 */
function told(comment) {
  const isPart = comment.includes('…');
  const whole = comment.replaceAll(/,\s*…/g, '');
  const ends = [...whole.matchAll(/[:;] | …/g)].map(({ index }) => whole.slice(0, index));
  for (const text of [whole, ...ends.reverse()]) {
    try {
      const list = text.split(' | ').map((one) => new Function(`'use strict'; return (${one});`)());
      if (list.every((one) => one !== undefined)) return { list, isPart };
    } catch {
      // Prose, or prose behind a value: a shorter piece may be one.
    }
  }
  return undefined;
}

const isObject = (value) => typeof value === 'object' && value !== null;
/** Whether a value has all that another one names. */
const holds = (value, part) =>
  isObject(part) ? isObject(value) && Object.keys(part).every((key) => holds(value[key], part[key])) : value === part;

let checked = 0;
globalThis.is = (value, comment, place) => {
  const { list, isPart } = told(comment);
  checked += 1;
  if (isPart) assert.ok(holds(value, list[0]), `${place}: ${JSON.stringify(value)} is not as it says: ${comment}`);
  else if (list.length > 1) assert.ok(list.includes(value), `${place}: ${value}`);
  else assert.deepEqual(value, list[0], place);
};

/** The block as a module that asks `is` at each expression with its value beside or below it. */
function asked({ text, place }) {
  const lines = text.split('\n');
  const [file, first] = place.split(':');
  return lines
    .map((line, at) => {
      const [, expression, beside] =
        /^((?!const |let |import |export |await |\s|\/\/).*[^ ]);\s*(?:\/\/ (.*))?$/.exec(line) ?? [];
      if (expression === undefined || /^[\w.]+ = /.test(expression)) return line;
      const comment = [beside ?? ''];
      for (let below = at + 1; /^\/\/ /.test(lines[below] ?? ''); below += 1) comment.push(lines[below].slice(2));
      const said = comment.join(' ').trim();
      if (told(said) === undefined) return line;
      return `is(${expression}, ${JSON.stringify(said)}, '${file}:${Number(first) + at + 1}');`;
    })
    .join('\n');
}

/** What the blocks leave to their reader: the answers, a form, an input. */
class Input extends EventTarget {
  value = '4155551234';
  selectionStart = 10;
  setSelectionRange(start) {
    this.selectionStart = start;
  }
}
const given = () => ({ kycData: JSON.parse(read('tests/sample.json')), form: {}, input: new Input() });

const folder = mkdtempSync(join(tmpdir(), 'kyc-docs-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(fileURLToPath(new URL('dist/npm/kyc-rules', ROOT)), join(folder, 'node_modules/kyc-rules'), 'dir');
const { test, end } = tests();
for (const [at, block] of NAMES.flatMap(blocksOf).entries()) {
  if (!block.place.includes(pattern)) continue;
  const elsewhere = ELSEWHERE.find(([word]) => block.text.includes(word))?.[1];
  if (elsewhere !== undefined || block.info === 'browser') {
    console.log(`     ${block.place}: ${elsewhere ?? 'in a browser'}`);
    continue;
  }
  test(block.place, async () => {
    assert.equal(block.info, '', 'nobody knows this word behind js');
    const file = join(folder, `${at}.mjs`);
    writeFileSync(file, asked(block));
    const own = given();
    Object.assign(globalThis, own);
    // What a sandbox tells in passing is not ours to read.
    const { log } = console;
    console.log = () => {};
    try {
      await import(pathToFileURL(file));
      own.input.dispatchEvent(new Event('input'));
    } finally {
      console.log = log;
    }
  });
}
if (pattern === '') {
  test('values are compared, and schemes with a source counted', () => {
    console.log(`\n${checked} values as their comments say\n`);
    assert.ok(checked > 10, `${checked} values were compared`);
    // Counted, not remembered.
    const sources = [...read('docs/national-ids.md').matchAll(/^- Source: (.*)$/gm)].map(([, source]) => source);
    const known = sources.filter((source) => !source.startsWith('unverified')).length;
    for (const name of ['README.md', 'docs/national-ids.md']) {
      assert.ok(
        read(name).replace(/\s+/g, ' ').includes(`${known} of ${sources.length} schemes`),
        `${name}: ${known} of ${sources.length} schemes`,
      );
    }
  });
}

await end();
rmSync(folder, { recursive: true });
