// Node, Deno and Bun, as modules.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as slim from 'kyc-rules/slim';
import all from './all.mjs';
import { probe } from './probe.mjs';

slim.initSync(readFileSync(fileURLToPath(import.meta.resolve('kyc-rules/kyc.wasm'))));
console.log(JSON.stringify(await probe({ ...all, slim })));
