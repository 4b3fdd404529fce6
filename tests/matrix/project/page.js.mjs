// A page whose policy has no `'wasm-unsafe-eval'`: what needs no WebAssembly, and a word on whether the policy holds at all.
import * as errors from 'kyc-rules/errors';
import * as js from 'kyc-rules/js';
import * as locale from 'kyc-rules/locales/es';
import { probe } from './probe.mjs';
import { tell } from './tell.mjs';

/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Whether the policy holds. */
function refuses() {
  try {
    new WebAssembly.Module(EMPTY);
    return false;
  } catch {
    return true;
  }
}

tell(async () => ({
  policy: JSON.stringify(refuses()),
  ...(await probe({ js, errors, 'locales/es': locale })),
}));
