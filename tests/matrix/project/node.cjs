// Node, Deno and Bun, by `require`.
const { readFileSync } = require('node:fs');
const slim = require('kyc-rules/slim');
const all = require('./all.cjs');

slim.initSync(readFileSync(require.resolve('kyc-rules/kyc.wasm')));
import('./probe.mjs')
  .then(({ probe }) => probe({ ...all, slim }))
  .then((answers) => console.log(JSON.stringify(answers)));
