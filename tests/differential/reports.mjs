// A payload a line in, its report out, as the packed package has it: `kyc-rules` and `kyc-rules/js` must say the same. A line that is no
// JSON is answered with `!`. `cargo xtask differential reports` compares with the native rules.
import { createInterface } from 'node:readline';
import * as kyc from '../../dist/npm/kyc-rules/index.js';
import * as js from '../../dist/npm/kyc-rules/js.js';

const OPTIONS = { today: '2026-01-31' };
const parsed = (line) => {
  try {
    return { payload: JSON.parse(line) };
  } catch {
    return undefined;
  }
};

function answer(line) {
  const read = parsed(line);
  if (read === undefined) return '!';
  const report = JSON.stringify(kyc.validate(read.payload, OPTIONS));
  const other = JSON.stringify(js.validate(read.payload, OPTIONS));
  return report === other ? report : `kyc-rules/js differs: ${other}`;
}

let out = '';
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  out += `${answer(line)}\n`;
  if (out.length > 1 << 20) {
    process.stdout.write(out);
    out = '';
  }
}
process.stdout.write(out);
