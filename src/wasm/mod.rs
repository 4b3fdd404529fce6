//! The boundary to JavaScript: the only files that know wasm-bindgen. Each entry of the npm package is a wasm of its own, made
//! by its own feature, across which only strings and numbers go. `js_value` is for those who compile the crate into a wasm app of
//! their own.

#[cfg(feature = "wasm-image")]
pub mod image;
#[cfg(feature = "serde-wasm-bindgen")]
pub mod js_value;
#[cfg(feature = "wasm-kyc")]
pub mod kyc;
#[cfg(feature = "wasm-lifecycle")]
pub mod lifecycle;
#[cfg(feature = "wasm-phone")]
pub mod phone;
#[cfg(feature = "wasm-sandbox")]
pub mod sandbox;
