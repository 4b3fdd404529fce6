// For who knows nothing of modules of WebAssembly: the file is served beside the page.
import { run } from './page.mjs';

run('/kyc.wasm');
