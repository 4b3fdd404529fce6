// The page as webpack and Rspack bundle it.
import { run } from './page.mjs';

run(new URL('kyc-rules/kyc.wasm', import.meta.url));
