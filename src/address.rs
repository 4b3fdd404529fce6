//! Which parts of an address a country has.
use crate::field::AddressPart;
/// Whether a country requires a part.
#[must_use]
pub fn requires(_country: &str, _part: AddressPart) -> bool {
    false
}
