// node first-call.mjs BUNDLE CALL SAMPLE: the milliseconds from before the import to after the first call, in this fresh process.
// CALL is an expression over `entry`, what the bundle exports, and `sample`, the parsed file.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [bundle, call, file] = process.argv.slice(2);
const sample = JSON.parse(readFileSync(file, 'utf8'));
const first = new Function('entry', 'sample', `return ${call}`);
const url = pathToFileURL(resolve(bundle)).href;

const start = performance.now();
const answer = first(await import(url), sample);
const took = performance.now() - start;

if (answer === undefined) throw new Error(`${call} answered nothing`);
console.log(took.toFixed(3));
