//! GENERATED tables, each by the command in its first line.
#![expect(
    clippy::unreadable_literal,
    reason = "packed numbers are no easier to read with separators"
)]

#[rustfmt::skip]
pub(crate) mod addresses;
#[rustfmt::skip]
pub(crate) mod countries;
#[cfg(feature = "country-names")]
#[rustfmt::skip]
pub(crate) mod country_names;
#[rustfmt::skip]
pub(crate) mod licences;
pub mod phone;
#[cfg(feature = "phone-formats")]
pub(crate) mod phone_formats;
#[cfg(not(feature = "phone-formats"))]
pub(crate) mod phone_machines;
#[rustfmt::skip]
pub(crate) mod postal;
#[cfg(feature = "subdivision-names")]
#[rustfmt::skip]
pub(crate) mod subdivision_names;
#[rustfmt::skip]
pub(crate) mod subdivisions;
#[rustfmt::skip]
pub mod unicode;

/// What the tables were made from.
pub const DATA_VERSION: &str = "phone 9.0.43, iso3166 2026-06, unicode 18.0.0";
