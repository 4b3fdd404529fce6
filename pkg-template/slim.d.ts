/** `kyc-rules/slim`: the main entry without its module. Bring `kyc-rules/kyc.wasm` and call `init` or `initSync` once. */
export * from './index.js';

/** The module: compiled, its bytes, or the answer that brings them. */
export type Source = WebAssembly.Module | BufferSource | Response | Blob;

/**
 * Compiles and starts the module. Before it is there, every call throws a `TypeError`.
 *
 * @example
 * await init(fetch(import.meta.resolve('kyc-rules/kyc.wasm')));
 */
export declare function init(source: Source | Promise<Source>): Promise<void>;

/** The same at once, where the module or its bytes are there. */
export declare function initSync(source: WebAssembly.Module | BufferSource): void;
