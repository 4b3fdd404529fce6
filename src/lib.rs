//! The KYC rules of the integration guide, once: the same answer in a browser form and on a server.
#![cfg_attr(not(any(test, feature = "wasm")), forbid(unsafe_code))]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::get_unwrap,
        clippy::panic,
        clippy::unreachable,
        clippy::arithmetic_side_effects,
        clippy::print_stdout,
        clippy::print_stderr,
        clippy::exit
    )
)]
extern crate alloc;

// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod account;
pub mod address;
mod ascii;
#[cfg(feature = "axum")]
pub mod axum;
pub mod code;
pub mod country;
pub mod date;
pub mod describe;
pub mod document;
pub mod field;
pub mod field_id;
pub mod fields;
pub mod finding;
pub mod host;
#[cfg(feature = "image")]
pub mod image;
pub mod issue;
mod json;
pub mod lifecycle;
#[cfg(feature = "serde")]
pub mod model;
pub mod mrz;
pub mod national_id;
pub mod near;
pub mod normalize;
pub mod phone;
pub mod policy;
pub mod postal;
pub mod record;
pub mod report;
pub mod rules;
pub mod scan;
#[cfg(feature = "serde")]
mod serialize;
pub mod sha256;
pub mod signed_link;
pub mod source;
pub mod subdivision;
pub mod tables;
pub mod text;
pub mod transliteration;
pub mod unicode;
pub mod validate;
#[cfg(feature = "validator")]
mod validator;
#[cfg(any(test, feature = "wasm"))]
pub mod wasm;
pub mod wire;
