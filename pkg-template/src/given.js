// The module of `kyc-rules/slim`: what the caller gave.

/** @type {WebAssembly.Module | undefined} */
let given;

/** @param {WebAssembly.Module} module */
export function give(module) {
  given = module;
}

export function compile() {
  if (given === undefined) {
    throw new TypeError("kyc-rules/slim has no module yet: await init(source), the source being 'kyc-rules/kyc.wasm'");
  }
  return given;
}

export const compileAsync = async () => compile();
