//! The boundary to JavaScript: the only files that know wasm-bindgen. Each entry of the npm package is a wasm of its own, made
//! by its own feature, across which only strings and numbers go. `js_value` is for those who compile the crate into a wasm app of
//! their own.

// A crate that brings us into an app of its own has an allocator of its own.
#[cfg(all(
    target_arch = "wasm32",
    any(feature = "wasm-image", feature = "wasm-lifecycle"),
    not(any(
        feature = "wasm-kyc",
        feature = "wasm-mrz",
        feature = "wasm-national-id",
        feature = "wasm-phone",
        feature = "wasm-sandbox"
    ))
))]
mod arena;
#[cfg(feature = "wasm-image")]
pub mod image;
#[cfg(feature = "serde-wasm-bindgen")]
pub mod js_value;
#[cfg(feature = "wasm-kyc")]
pub mod kyc;
#[cfg(feature = "wasm-lifecycle")]
pub mod lifecycle;
#[cfg(feature = "wasm-mrz")]
pub mod mrz;
#[cfg(feature = "wasm-national-id")]
pub mod national_id;
#[cfg(feature = "wasm-phone")]
pub mod phone;
#[cfg(feature = "wasm-sandbox")]
pub mod sandbox;
#[cfg(any(
    test,
    all(
        target_arch = "wasm32",
        any(
            feature = "wasm-kyc",
            feature = "wasm-mrz",
            feature = "wasm-national-id",
            feature = "wasm-phone",
            feature = "wasm-sandbox"
        )
    )
))]
mod wiping;

#[cfg(any(feature = "wasm-kyc", feature = "wasm-mrz"))]
/// A date from the number YYYYMMDD.
pub(crate) fn date(number: u32) -> Option<time::Date> {
    let month = u8::try_from(number / 100 % 100).ok()?;
    let day = u8::try_from(number % 100).ok()?;
    let month = time::Month::try_from(month).ok()?;
    time::Date::from_calendar_date(i32::try_from(number / 10_000).ok()?, month, day).ok()
}
