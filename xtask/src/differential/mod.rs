//! `cargo xtask differential NAME`: generated values, judged by us and by others' libraries; every disagreement must be one we
//! know and can argue.

use std::path::Path;

use anyhow::bail;

pub(crate) mod date;
mod ids;
mod image;
pub(crate) mod json;
pub(crate) mod locale;
mod mrz;
mod phone;
mod random;
pub(crate) mod reports;
pub(crate) mod url;
mod zones;

/// Runs one differential test.
type Run = fn(root: &Path, args: &[String]) -> anyhow::Result<()>;

/// Every differential test by name.
const TESTS: &[(&str, Run)] = &[
    ("date", date::run),
    ("ids", ids::run),
    ("image", image::run),
    ("json", json::run),
    ("locale", locale::run),
    ("mrz", mrz::run),
    ("phone", phone::run),
    ("reports", reports::run),
    ("url", url::run),
];

/// `cargo xtask differential NAME [ARG…]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let names = || TESTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let Some((name, rest)) = args.split_first() else { bail!("one of: {}", names()) };
    match TESTS.iter().find(|(test, _)| test == name) {
        Some((_, run)) => run(root, rest),
        None => bail!("no test {name}; there are: {}", names()),
    }
}
