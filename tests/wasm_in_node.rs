//! The wasm's own tests in Node: `wasm-pack test --node`.
#![cfg(all(target_arch = "wasm32", feature = "wasm-kyc"))]

mod wasm;
