// The page as Vite serves and builds it.
import module from 'kyc-rules/kyc.wasm?url';
import { run } from './page.mjs';

run(module);
