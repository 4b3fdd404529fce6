//! GENERATED tables, each by the command in its first line.

/// What the tables were made from.
pub const DATA_VERSION: &str = "iso3166 2026-06";

pub mod phone;
pub mod unicode;
