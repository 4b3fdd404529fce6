//! Conversions from and to the crate `isocountry`. Its names date from 2020; its set of codes is the same as ours.

use isocountry::CountryCode;

use super::Country;

impl TryFrom<Country> for CountryCode {
    type Error = NotIso;

    /// Fails for Kosovo, which ISO has not assigned.
    fn try_from(country: Country) -> Result<Self, NotIso> {
        Self::for_alpha2(country.alpha2()).map_err(|_| NotIso)
    }
}

impl TryFrom<CountryCode> for Country {
    type Error = NotIso;

    /// Fails for a code that ISO has withdrawn since; at the time of writing there is none.
    fn try_from(code: CountryCode) -> Result<Self, NotIso> {
        Self::from_alpha2(code.alpha2()).ok_or(NotIso)
    }
}

/// The other side has no such code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotIso;

impl core::fmt::Display for NotIso {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("no officially assigned ISO 3166-1 code")
    }
}

impl core::error::Error for NotIso {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_have_the_same_codes() {
        let ours: std::vec::Vec<_> = Country::all().filter(|it| it.is_iso()).collect();
        assert_eq!(ours.len(), CountryCode::num_country_codes());
        for country in ours {
            let code = CountryCode::try_from(country).unwrap();
            assert_eq!(code.alpha3(), country.alpha3());
            assert_eq!(code.numeric_id(), u32::from(country.numeric().unwrap()));
            assert_eq!(Country::try_from(code), Ok(country));
        }
        let kosovo = Country::from_alpha2("XK").unwrap();
        assert_eq!(CountryCode::try_from(kosovo), Err(NotIso));
    }
}
