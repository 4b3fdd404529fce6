// The main entry in its other wrappings: the same types, and where the module comes from.
import type { validate as judge } from '../../dist/npm/kyc-rules/index.js';
import { validate as inJavaScript } from '../../dist/npm/kyc-rules/js.js';
import { init, initSync, validate } from '../../dist/npm/kyc-rules/slim.js';

const same: (typeof judge)[] = [inJavaScript, validate];
const started: Promise<void>[] = [
  init(fetch('kyc.wasm')),
  init(new Blob()),
  init(new Uint8Array(8)),
  init(new WebAssembly.Module(new Uint8Array(8))),
];
initSync(new Uint8Array(8));
void [same, started];
