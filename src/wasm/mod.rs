//! The boundary to JavaScript: the only files that know wasm-bindgen. Each entry of the npm package is a wasm of its own, made
//! by its own feature. Only strings and numbers cross.

#[cfg(feature = "wasm-kyc")]
pub mod kyc;
