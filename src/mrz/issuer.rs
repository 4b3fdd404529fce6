//! The three-letter codes of issuers and nationalities, and whose people carry the same passports.

use crate::{
    country::{Country, is_icao_code},
    scan::parts,
};

/// Who a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issuer {
    /// The country; `None` for organisations, refugees and stateless people, the specimen country Utopia, and countries that
    /// are no more.
    pub country: Option<Country>,
}

/// Who a code of a zone stands for; `None` where it is assigned to nobody. Fillers behind it are left out.
///
/// ```
/// use kyc_rules::{country::Country, mrz::issuer::known};
/// let country = |code| known(code).map(|issuer| issuer.country.map(Country::alpha2));
/// assert_eq!(country("DEU"), Some(Some("DE")));
/// assert_eq!(country("D"), Some(Some("DE")));
/// assert_eq!(country("UNO"), Some(None));
/// assert_eq!(country("QQQ"), None);
/// ```
#[must_use]
pub fn known(code: &str) -> Option<Issuer> {
    match Country::from_icao(code) {
        None if !is_icao_code(code) => None,
        country => Some(Issuer { country }),
    }
}

/// Whether the people of two countries, by alpha-2 code, carry the same passports: a state's and its territories'.
///
/// Source: unverified (agrees with the remarks of ISO 3166-1 on territories).
///
/// ```
/// use kyc_rules::mrz::issuer::share_passports;
/// assert!(share_passports("GB", "BM"));
/// assert!(!share_passports("GB", "IE"));
/// ```
#[must_use]
pub fn share_passports(country: &str, other: &str) -> bool {
    const SHARED: &[&str] = &[
        "AU CC CX NF",
        "CN HK MO",
        "DK FO GL",
        "FI AX",
        "FR BL GF GP MF MQ NC PF PM RE WF YT",
        "GB AI BM FK GG GI IM IO JE KY MS PN SH TC VG",
        "NL AW BQ CW SX",
        "NO SJ",
        "NZ CK NU TK",
        "US AS GU MP PR VI",
    ];
    let among = |codes: &str, code: &str| parts(codes, b' ').any(|listed| listed == code);
    SHARED.iter().any(|codes| among(codes, country) && among(codes, other))
}
