//! The oldest browsers that take our modules: a module may use the features below and no others. docs/environments.md says which browsers
//! that leaves.

use anyhow::Context;
use wasmparser::{Validator, WasmFeatures};

/// What is beyond the first WebAssembly, youngest last: in every browser since Chrome 86, Firefox 79, Safari 15.1. Reference types, which
/// wasm-bindgen makes use of where objects cross, would ask for Chrome 96.
const FEATURES: WasmFeatures = WasmFeatures::MVP
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::MULTI_VALUE);

/// Holds a module to them.
pub(super) fn check(name: &str, module: &[u8]) -> anyhow::Result<()> {
    Validator::new_with_features(FEATURES)
        .validate_all(module)
        .map(drop)
        .with_context(|| format!("{name} wants a younger browser than docs/environments.md says"))
}

#[cfg(test)]
mod tests {
    use super::check;

    /// A module of one function of no arguments: its results and its body.
    fn module(results: &[u8], body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            bytes.push(id);
            bytes.extend(u8::try_from(content.len()));
            bytes.extend(content);
        };
        let count = u8::try_from(results.len()).unwrap_or_default();
        section(1, &[&[1, 0x60, 0, count], results].concat());
        section(3, &[1, 0]);
        let length = u8::try_from(body.len() + 2).unwrap_or_default();
        section(10, &[&[1, length, 0], body, &[0x0b]].concat());
        bytes
    }

    #[test]
    fn several_results_but_no_references() {
        // i32.const 0, i32.const 0.
        assert!(check("two", &module(&[0x7f, 0x7f], &[0x41, 0, 0x41, 0])).is_ok());
        // ref.null extern.
        assert!(check("reference", &module(&[0x6f], &[0xd0, 0x6f])).is_err());
    }
}
