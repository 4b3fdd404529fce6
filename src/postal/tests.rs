//! Postal codes of every country, as people write them.

use alloc::{string::String, vec::Vec};

use super::*;

fn country(code: &str) -> Country {
    Country::from_alpha2(code).unwrap()
}

/// The canonical form, `~` before it when the separators were off, `?` when doubtful; `-` for none.
fn form(code: &str, value: &str) -> String {
    match judge(country(code), value) {
        None => "-".into(),
        Some(found) => {
            let signs = [("~", found.spaced), ("?", found.doubtful)];
            let signs = signs.iter().filter(|(_, is)| *is).map(|(sign, _)| *sign);
            signs.chain([found.canonical.as_str()]).collect()
        }
    }
}

#[test]
fn every_country_with_codes_has_an_example_that_passes() {
    let (mut with, mut fixed) = (0, 0);
    for country in Country::all() {
        let Some(example) = example(country) else {
            assert!(patterns(country).is_empty() && !is_fixed(country), "{country:?}");
            continue;
        };
        let found = judge(country, example).unwrap_or_else(|| panic!("{country:?}"));
        assert_eq!(found.canonical.as_str(), example, "{country:?}");
        assert!(!found.spaced && !found.doubtful, "{country:?}");
        with += 1;
        fixed += usize::from(is_fixed(country));
    }
    assert_eq!((with, fixed), (179, 56));
}

#[test]
fn examples_of_the_source_pass() {
    for line in include_str!("../../data/postal.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let Some(country) = Country::from_alpha2(cells[0]) else { continue };
        for example in cells[3].split(',').filter(|example| !example.is_empty()) {
            let found = judge(country, example).unwrap_or_else(|| panic!("{country:?} {example}"));
            assert!(!found.spaced && !found.doubtful, "{country:?} {example}");
        }
    }
}

#[test]
fn case_and_left_out_separators_are_nobodys_business() {
    for (code, value, expected) in [
        ("GB", "sw1a1aa", "SW1A 1AA"),
        ("GB", "SW1A1AA", "SW1A 1AA"),
        ("GB", "M1 1AE", "M1 1AE"),
        ("GB", "GIR0AA", "GIR 0AA"),
        ("GB", "bfpo61", "BFPO 61"),
        ("US", "94102", "94102"),
        ("US", "941021234", "94102-1234"),
        ("CA", "h3z2y7", "H3Z 2Y7"),
        ("IE", "d6wxy00", "D6W XY00"),
        ("NL", "1234ab", "1234 AB"),
        ("PL", "00950", "00-950"),
        ("PT", "1250096", "1250-096"),
        ("JP", "1540023", "154-0023"),
        ("BR", "40301110", "40301-110"),
        ("SE", "11455", "114 55"),
        ("CZ", "11000", "110 00"),
        ("GR", "15124", "151 24"),
        ("IR", "1193612345", "11936-12345"),
        ("IN", "110001", "110001"),
        ("IN", "110 001", "110001"),
        ("TW", "104", "104"),
        ("TW", "104-056", "104056"),
        ("LV", "1073", "LV-1073"),
        ("LV", "LV1073", "LV-1073"),
        ("AD", "500", "AD500"),
        ("BB", "11000", "BB11000"),
        ("SV", "1101", "CP 1101"),
        ("AI", "2640", "AI-2640"),
        ("LT", "LT-04340", "04340"),
        ("LU", "L-1234", "1234"),
        ("FI", "FI-00550", "00550"),
        ("AZ", "AZ1000", "1000"),
        ("MD", "MD-2012", "2012"),
        ("LI", "FL-9490", "9490"),
        ("AR", "c1070aam", "C1070AAM"),
        ("AR", "1070", "1070"),
        ("VE", "1010-A", "1010-A"),
        ("KY", "ky11100", "KY1-1100"),
    ] {
        assert_eq!(form(code, value), expected, "{code} {value}");
        assert_eq!(form(code, expected), expected, "{code} {value}");
    }
}

#[test]
fn extra_and_misplaced_separators_are_pointed_out() {
    for (code, value, expected) in [
        ("GB", "SW1A  1AA", "~SW1A 1AA"),
        ("GB", "SW1 A1AA", "~SW1A 1AA"),
        ("GB", "SW1A-1AA", "~SW1A 1AA"),
        ("US", "94102 1234", "~94102-1234"),
        ("US", "9410 2", "~94102"),
        ("US", "94102-", "~94102"),
        ("US", " 94102", "~94102"),
        ("US", "94102\u{a0}", "~94102"),
        ("DE", "D-12345", "~12345"),
        ("DE", "DE-12345", "~12345"),
        ("DE", "12 345", "~12345"),
        ("AT", "A-1010", "~1010"),
        ("BE", "B-1000", "~1000"),
        ("NL", "NL-1234 AB", "~1234 AB"),
        ("SE", "SE-114 55", "114 55"),
        ("SE", "S-114 55", "~114 55"),
        ("MX", "C.P. 06000", "~06000"),
        ("BR", "40.301-110", "~40301-110"),
        ("JP", "〒154-0023", "~154-0023"),
        ("JP", "１５４−００２３", "~154-0023"),
        ("JP", "154 0023", "~154-0023"),
        ("EG", "١٢٤١١", "~12411"),
        ("JO", "11 110", "~11110"),
        ("TW", "1 04", "~104"),
        ("IE", "A65T F12", "~A65 TF12"),
    ] {
        assert_eq!(form(code, value), expected, "{code} {value}");
    }
}

#[test]
fn what_cannot_be_a_code_is_none() {
    for (code, value) in [
        ("US", "9410"),
        ("US", "941021"),
        ("US", "94102-123"),
        ("US", "ABCDE"),
        ("US", "94102_1234"),
        ("US", "9410②"),
        ("US", "94102-1234-5678-9012-3456"),
        ("CA", "D1A 1A1"),
        ("CA", "H3Z 2Y"),
        ("CA", "A1I 1A1"),
        ("GB", "1AA SW1A"),
        ("GB", "SW1A 1CA"),
        ("GB", "SW1A 1A"),
        ("AU", "200"),
        ("DE", "1234"),
        ("DE", "123456"),
        ("DE", "X-12345"),
        ("ES", "53001"),
        ("ES", "00100"),
        ("NL", "1234 A"),
        ("PL", "0095"),
        ("JP", "123"),
        ("IN", "011001"),
        ("BR", "40301"),
        ("MX", "123456"),
        ("IE", "123"),
        ("IL", "123456"),
        ("LV", "LT-1073"),
        ("FR", ""),
        ("FR", "-"),
        ("CH", "80"),
    ] {
        assert_eq!(form(code, value), "-", "{code} {value}");
    }
}

#[test]
fn shortened_former_and_unused_codes_are_doubtful() {
    for (code, value, expected) in [
        ("GB", "sw1a", "?SW1A"),
        ("GB", "ZZ1 1AA", "?ZZ1 1AA"),
        ("CA", "K1A", "?K1A"),
        ("IE", "A65 F4OU", "?A65 F4OU"),
        ("IE", "D02", "?D02"),
        ("NL", "1012", "?1012"),
        ("NL", "1012 SS", "?1012 SS"),
        ("PT", "1250", "?1250"),
        ("KR", "123456", "?123-456"),
        ("US", "00000", "?00000"),
        ("DE", "00123", "?00123"),
        ("SK", "110 00", "?110 00"),
        ("CZ", "810 00", "?810 00"),
        ("CO", "109999", "?109999"),
        ("CN", "001000", "?001000"),
        ("IN", "290001", "?290001"),
        ("PR", "94102", "?94102"),
        ("CY", "99010", "?99010"),
        ("AF", "4401", "?4401"),
    ] {
        assert_eq!(form(code, value), expected, "{code} {value}");
    }
}

#[test]
fn codes_belong_to_subdivisions() {
    let belongs = |code: &str, subdivision: &str, value: &str| {
        super::belongs(country(code), subdivision, value.bytes().filter(u8::is_ascii_alphanumeric))
    };
    for (code, subdivision, value, expected) in [
        ("US", "CA", "94102", Some(true)),
        ("US", "NY", "94102", Some(false)),
        ("US", "NY", "10001", Some(true)),
        ("US", "NY", "06390", Some(true)),
        ("US", "CT", "06390", Some(true)),
        ("US", "AE", "09012", Some(true)),
        ("US", "PR", "00901", Some(true)),
        ("US", "TX", "88510", Some(true)),
        ("US", "ZZ", "94102", None),
        // What is shorter than where codes part stands for all that begin so.
        ("US", "CA", "9", Some(true)),
        ("US", "NY", "9", Some(false)),
        ("CA", "ON", "K1A 0B1", Some(true)),
        ("CA", "QC", "K1A 0B1", Some(true)),
        ("CA", "BC", "K1A 0B1", Some(false)),
        ("CA", "NU", "X0A 0H0", Some(true)),
        ("AU", "NSW", "2000", Some(true)),
        ("AU", "ACT", "2600", Some(true)),
        ("AU", "VIC", "2600", Some(false)),
        ("BR", "SP", "01310-100", Some(true)),
        ("BR", "RJ", "01310-100", Some(false)),
        ("MX", "CMX", "06600", Some(true)),
        ("IN", "OD", "751001", Some(true)),
        ("IN", "TS", "500001", Some(true)),
        ("IN", "MH", "110001", Some(false)),
        ("IT", "RM", "00184", Some(true)),
        ("IT", "AO", "11100", Some(true)),
        ("IT", "23", "11100", Some(true)),
        ("IT", "MI", "00184", Some(false)),
        ("CN", "BJ", "100000", Some(true)),
        ("CN", "SH", "100000", Some(false)),
        ("ES", "M", "28013", Some(true)),
        ("ES", "MD", "28013", Some(true)),
        ("ES", "CT", "28013", Some(false)),
        ("CO", "DC", "111221", Some(true)),
        ("CO", "ANT", "111221", Some(false)),
        ("PH", "MGN", "9600", Some(true)),
        ("PH", "00", "1000", None),
        ("JP", "13", "100-0001", Some(true)),
        ("JP", "27", "100-0001", Some(false)),
        ("TW", "TPE", "104", Some(true)),
        ("TW", "KIN", "89345", Some(true)),
        ("KR", "11", "03051", Some(true)),
        ("AR", "C", "C1070AAM", Some(true)),
        ("AR", "B", "C1070AAM", Some(false)),
        ("SV", "SS", "CP 1101", Some(true)),
        ("AD", "07", "AD500", Some(true)),
        ("DE", "BE", "10115", None),
    ] {
        assert_eq!(belongs(code, subdivision, value), expected, "{code} {subdivision} {value}");
    }
}

#[test]
fn canonical_forms_are_stable_and_no_worse() {
    let typed = [
        "sw1a 1aa",
        "94102 1234",
        "D-12345",
        " 1010 ",
        "h3z-2y7",
        "C.P. 06000",
        "１２３４５",
        "12.345-678",
        "1073",
        "LT 04340",
        "500",
        "A65F4E2",
        "1234ab",
        "00950",
        "123456",
        "12345",
        "1234",
        "123",
        "1234567",
        "104-056",
        "AZ 1000",
        "FIQQ1ZZ",
        "k1a",
        "SW1",
        "N/A",
        "00000",
    ];
    for country in Country::all() {
        for value in typed {
            let Some(first) = judge(country, value) else { continue };
            let again = judge(country, first.canonical.as_str()).unwrap();
            assert_eq!(again.canonical.as_str(), first.canonical.as_str(), "{country:?} {value}");
            assert!(!again.spaced && again.doubtful == first.doubtful, "{country:?} {value}");
        }
    }
}
