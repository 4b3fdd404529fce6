//! GENERATED tables, each by the command in its first line.

#[rustfmt::skip]
pub(crate) mod addresses;
#[rustfmt::skip]
pub(crate) mod countries;
#[cfg(feature = "country-names")]
#[rustfmt::skip]
pub(crate) mod country_names;
#[rustfmt::skip]
pub(crate) mod postal;
#[cfg(feature = "subdivision-names")]
#[rustfmt::skip]
pub(crate) mod subdivision_names;
#[rustfmt::skip]
pub(crate) mod subdivisions;

/// What the tables were made from.
pub const DATA_VERSION: &str = "iso3166 2026-06";

pub mod unicode;
