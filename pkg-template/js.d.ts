/** `kyc-rules/js`: the main entry as JavaScript alone, for strict content security policies and engines without WebAssembly. */
export * from './index.js';
