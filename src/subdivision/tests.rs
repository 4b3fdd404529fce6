//! The packed codes are those of the source, and no others; ranks and codes lead to each other.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::*;

/// The codes by country, from the source of the table.
fn source() -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in include_str!("../../data/iso3166-2.tsv").lines().skip(1) {
        let (country, rest) = line.split_once('-').unwrap();
        let (code, _) = rest.split_once('\t').unwrap();
        all.entry(country.into()).or_default().push(code.into());
    }
    all
}

#[test]
fn holds_every_code_of_the_source_and_no_other() {
    let source = source();
    let mut without = 0;
    for country in Country::all() {
        let mut expected = source.get(country.alpha2()).cloned().unwrap_or_default();
        let subdivisions = country.subdivisions();
        let mut found: Vec<String> = subdivisions.codes().map(|code| code.to_string()).collect();
        assert!(expected.iter().all(|code| subdivisions.contains(code)));
        without += usize::from(country.is_iso() && subdivisions.is_empty());
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{country:?}");
    }
    assert_eq!(without, 49);
}

#[test]
fn ranks_and_codes_are_the_same_thing() {
    let mut last = 0;
    for rank_of in 0..MIXED + 1296 + 46_656 {
        let code = Code::of(rank_of);
        let again = rank(code.as_str());
        // Numbers and words appear among the mixtures too, under a rank of their own.
        if again != Some(rank_of) {
            assert!(rank_of >= MIXED);
            continue;
        }
        last = rank_of;
    }
    assert_eq!(Code::of(last).as_str(), "ZZ9");
    assert_eq!(Code::of(MIXED + 1296 + 46_656).as_str(), "", "there are no more");
    for code in ["", "ABCD", "a", "É", "A-", "1 "] {
        assert_eq!(rank(code), None);
    }
}

#[test]
fn codes_show_as_they_are_written() {
    let canada = Country::from_alpha2("CA").unwrap().subdivisions();
    let first = canada.codes().next().unwrap();
    assert_eq!(alloc::format!("{first} {first:?} {:?}", Code::of(7)), "AB AB 7");
}

#[test]
fn every_two_and_three_characters_outside_the_lists_are_unknown() {
    let source = source();
    let alphabet: Vec<char> = ('0'..='9').chain('A'..='Z').collect();
    for country in ["US", "CA", "AU", "BR", "MX", "IN", "IT", "JP", "DE", "GB", "HK"] {
        let subdivisions = Country::from_alpha2(country).unwrap().subdivisions();
        let listed = source.get(country).cloned().unwrap_or_default();
        let mut others = 0;
        for a in &alphabet {
            for b in &alphabet {
                for c in alphabet.iter().map(Some).chain([None]) {
                    let code: String = [Some(a), Some(b), c].into_iter().flatten().collect();
                    let standing = subdivisions.standing(&code);
                    assert_eq!(standing == Standing::Iso, listed.contains(&code));
                    others +=
                        usize::from(matches!(standing, Standing::InUse | Standing::Former(_)));
                }
            }
        }
        let expected = match country {
            "US" | "IN" => 6,
            "IT" => 7,
            "CA" => 2,
            "AU" | "MX" => 1,
            _ => 0,
        };
        assert_eq!(others, expected, "{country}");
    }
}

#[test]
fn former_codes_lead_to_codes_of_today() {
    for country in Country::all() {
        let subdivisions = country.subdivisions();
        let line = OTHERS.lines().find_map(|line| line.strip_prefix(country.alpha2()));
        for entry in line.unwrap_or("").split_whitespace() {
            if let Some((_, today)) = entry.split_once('>') {
                assert!(today.is_empty() || subdivisions.contains(today), "{entry}");
            }
        }
    }
}
