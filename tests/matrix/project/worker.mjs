// A worker as Cloudflare's tools have it: modules of WebAssembly are imported, never compiled.
import module from 'kyc-rules/kyc.wasm';
import * as slim from 'kyc-rules/slim';
import all from './all.mjs';
import { probe } from './probe.mjs';

export default {
  async fetch() {
    slim.initSync(module);
    return Response.json(await probe({ ...all, slim }));
  },
};
