// The page as esbuild bundles it.
import module from 'kyc-rules/kyc.wasm';
import { run } from './page.mjs';

run(module);
