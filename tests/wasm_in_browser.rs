//! The wasm's own tests in a browser: `wasm-pack test --headless --chrome`.
#![cfg(all(target_arch = "wasm32", feature = "wasm-kyc"))]

mod wasm;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
