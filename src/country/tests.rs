//! Codes and names lead to their country, and no others do.

use alloc::vec::Vec;

use super::*;

#[test]
fn every_code_leads_back_to_its_country() {
    for country in Country::all() {
        assert_eq!(Country::from_alpha2(country.alpha2()), Some(country));
        assert_eq!(Country::from_alpha3(country.alpha3()), Some(country));
        assert_eq!(Country::from_icao(country.icao()), Some(country));
        assert!(is_icao_code(country.icao()));
        match country.numeric() {
            Some(code) => assert_eq!(Country::from_numeric(code), Some(country)),
            None => assert!(!country.is_iso()),
        }
    }
}

#[test]
fn a_country_shows_as_its_code() {
    let country = Country::from_alpha2("DE");
    assert_eq!(alloc::format!("{country:?}"), "Some(DE)");
}

#[test]
fn two_letters_are_a_country_or_not() {
    let mut found = Vec::new();
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            let bytes = [first, second];
            let Ok(code) = core::str::from_utf8(&bytes) else { continue };
            if let Some(country) = Country::from_alpha2(code) {
                assert_eq!(country.alpha2(), code);
                found.push(country);
            }
        }
    }
    assert!(found.is_sorted());
    assert_eq!(found.len(), 250);
}

#[test]
fn british_and_other_codes_of_passports() {
    for code in ["GBD", "GBN", "GBO", "GBP", "GBS", "GBR"] {
        assert_eq!(Country::from_icao(code).map(Country::alpha2), Some("GB"));
    }
    for code in ["XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "XOM", "XPO", "EUE", "UTO"] {
        assert!(is_icao_code(code));
        assert_eq!(Country::from_icao(code), None);
    }
    for code in ["", "<", "ZZZ", "US", "usa", "GBDX", "  D"] {
        assert!(!is_icao_code(code), "{code}");
    }
}

#[test]
fn other_spellings() {
    let meant = |text| Country::meant(text).map(Country::alpha2);
    for (text, code) in [
        ("gb", "GB"),
        ("uk", "GB"),
        ("El", "GR"),
        ("deu", "DE"),
        ("D", "DE"),
        ("U.S.A.", "US"),
        ("ＵＳ", "US"),
        ("XKX", "XK"),
        ("rks", "XK"),
        ("ZR", "CD"),
        ("U K", "GB"),
    ] {
        assert_eq!(meant(text), Some(code), "{text}");
    }
    for text in ["", "..", "QQ", "UNO", "USAA", "12", "840", "é", "YU", "AN"] {
        assert_eq!(meant(text), None, "{text}");
    }
}

#[cfg(feature = "country-names")]
#[test]
fn names_lead_to_their_country() {
    for country in Country::all() {
        for name in country.names() {
            assert_eq!(Country::from_name(name), Some(country), "{name}");
        }
        assert!(country.name().len() <= 45 && !country.name().is_empty());
    }
    for (name, code) in [
        ("turkey", "TR"),
        ("The Gambia", "GM"),
        ("GUINEA-BISSAU", "GW"),
        ("Curacao", "CW"),
        ("St. Lucia", "LC"),
    ] {
        assert_eq!(Country::meant(name).map(Country::alpha2), Some(code), "{name}");
    }
}
