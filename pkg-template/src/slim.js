// kyc-rules/slim: the main entry without its module, which the caller brings: fetched once for many pages, streamed, or imported by
// a bundler.
import { give } from './given.js';
import { init as start } from './wasm.js';

export * from './index.js';

/**
 * Compiles and starts the module.
 * @param {import('../slim.js').Source | Promise<import('../slim.js').Source>} source
 */
export async function init(source) {
  const what = await source;
  if (isModule(what)) give(what);
  else give(await WebAssembly.compile(isResponse(what) ? await body(what) : what));
  await start();
}

/**
 * The same at once, where the bytes are there.
 * @param {WebAssembly.Module | BufferSource} source
 */
export function initSync(source) {
  give(isModule(source) ? source : new WebAssembly.Module(source));
}

/** By its name: Next's edge runtime imports modules of another realm. */
const isModule = (what) => Object.prototype.toString.call(what) === '[object WebAssembly.Module]';

const isResponse = (what) => typeof what?.arrayBuffer === 'function';

async function body(response) {
  if (response.ok === false) throw new TypeError(`kyc-rules/slim: the module was answered with ${response.status}`);
  return response.arrayBuffer();
}
