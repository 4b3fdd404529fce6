//! What issuers and laws say of numbers where libraries say otherwise, or did not yet. The sources stand in docs/national-ids.md.

use kyc_rules::{
    code::Severity,
    field_id::Id,
    national_id::scheme,
    policy::Policy,
    record::{Record, Slot},
    validate::Validator,
};

/// The numbers that begin so and whose last characters, as many digits as are left, hold.
fn completed<'a>(name: &'a str, front: &'a str, left: usize) -> impl Iterator<Item = String> + 'a {
    let scheme = scheme(name).unwrap();
    (0..10_u32.pow(u32::try_from(left).unwrap()))
        .map(move |rest| format!("{front}{rest:0left$}"))
        .filter(move |number| scheme.check(number).valid)
}

/// How the weightiest issue of a number weighs, asked for under a country and a type.
fn weight(country: &str, kind: &str, number: &str) -> Option<Severity> {
    let mut record = Record::EMPTY;
    for (id, text) in [
        (Id::NationalIdIssuingCountry, country),
        (Id::NationalIdType, kind),
        (Id::NationalIdNumber, number),
    ] {
        *record.slot_mut(id, None).unwrap() = Slot::of(text);
    }
    let policy = Policy::default();
    let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
    let issues = Validator::new(today, &policy).field(&record, Id::NationalIdNumber, None);
    let own = issues.iter().filter(|issue| issue.field == Some(Id::NationalIdNumber));
    own.map(|issue| issue.severity).max()
}

#[test]
fn luxembourg_writes_zeros_for_a_month_or_a_day_that_nobody_knows() {
    for (front, count) in [
        ("19850000123", 1),
        ("19850500123", 1),
        ("19850013123", 1),
        ("19850531123", 1),
        ("19850631123", 0),
        ("19851300123", 0),
    ] {
        assert_eq!(completed("LU.matricule", front, 2).count(), count, "{front}");
    }
}

#[test]
fn romania_writes_70_for_every_county_since_2024() {
    let valid: Vec<_> = completed("RO.cnp", "505051270123", 1).collect();
    assert_eq!(valid.len(), 1);
    // A county that is none is no more than advice: the list has changed before.
    for number in (0..10).map(|digit| format!("505051260123{digit}")) {
        assert_ne!(weight("RO", "NATIONAL_ID", &number), None);
    }
    let check = scheme("RO.cnp").unwrap();
    assert!((0..10).any(|digit| {
        let outcome = check.check(&format!("505051260123{digit}"));
        !outcome.valid && outcome.severity == Some(Severity::Warning)
    }));
}

#[test]
fn latvia_draws_every_digit_of_the_codes_without_a_date() {
    assert_eq!(completed("LV.pk", "3212345678", 1).count(), 10);
    assert_eq!(completed("LV.pk", "1611751999", 1).count(), 1);
}

#[test]
fn hungary_counts_the_days_since_1867_in_the_tax_number() {
    let born = scheme("HU.adoazonosito").unwrap().check("8365670003").birth_date.unwrap();
    assert!(born.could_be("1967-02-13") && !born.could_be("1967-02-14"));
}

#[test]
fn czechia_and_slovakia_give_ten_digits_to_who_registers_late() {
    for name in ["CZ.rc", "SK.rc"] {
        let number = completed(name, "500101000", 1).next().unwrap();
        let born = scheme(name).unwrap().check(&number).birth_date.unwrap();
        assert!(born.could_be("1950-01-01") && born.could_be("2050-01-01"));
        assert!(!born.could_be("1951-01-01"));
    }
}

#[test]
fn china_numbers_foreign_residents_from_9_on() {
    let number = (0..10).map(|digit| format!("93184019900101012{digit}"));
    let valid = number.filter(|number| scheme("CN.ric").unwrap().check(number).valid).count();
    let with_x = scheme("CN.ric").unwrap().check("93184019900101012X").valid;
    assert_eq!(valid + usize::from(with_x), 1);
    assert!(scheme("CN.fpr").unwrap().check("USA110090010112").valid);
}

#[test]
fn taiwan_takes_the_older_numbers_of_residents_until_2031() {
    for number in ["AA00000009", "AC03095424", "BD01300667"] {
        assert!(scheme("TW.arc").unwrap().check(number).valid, "{number}");
    }
    assert_eq!(completed("TW.arc", "BD0130066", 1).count(), 1);
}

#[test]
fn greece_puts_three_characters_before_the_tax_number() {
    let personal = scheme("GR.pa").unwrap();
    for number in ["A1B121102101", "777121102101", "ΑΩΩ121102101"] {
        assert!(personal.check(number).valid, "{number}");
        assert_eq!(weight("GR", "TIN", number), None, "{number}");
    }
    assert!(!personal.check("A1B121102102").valid);
    assert_eq!(weight("GR", "TIN", "A1B121102102"), Some(Severity::Warning));
}

/// What registers' pages and others' published tests print, and the same with its last digit one further.
#[test]
fn organisations_numbers_hold_by_what_their_registers_publish() {
    for (name, number) in [
        ("NO.orgnr", "123456785"),
        ("DK.cvr", "13748136"),
        ("FI.ytunnus", "2077474-0"),
        ("AT.uid", "U12345675"),
        ("LU.tva", "13669580"),
        ("EE.kmkr", "100207415"),
        ("LT.pvm", "213179412"),
        ("LT.pvm", "290061371314"),
        ("LT.pvm", "100004801610"),
        ("BG.vat", "175074752"),
        ("BG.vat", "8319195360016"),
        ("NL.btw", "000099998B57"),
    ] {
        let scheme = scheme(name).unwrap();
        assert!(scheme.check(number).valid, "{name} {number}");
        let (rest, last) = number.split_at(number.len() - 1);
        let wrong = format!("{rest}{}", (last.parse::<u8>().unwrap() + 1) % 10);
        assert!(!scheme.check(&wrong).valid, "{name} {wrong}");
    }
    // The older kind has its check digit before the B.
    let btw = scheme("NL.btw").unwrap();
    assert!(btw.check("004495445B01").valid && !btw.check("004495446B01").valid);
    for (name, number) in
        [("LU.tva", "00000000"), ("CA.itn", "000000000"), ("NL.btw", "000000000B00")]
    {
        assert!(!scheme(name).unwrap().check(number).valid, "{name} {number}");
    }
}

#[test]
fn other_numbers_that_people_have_are_not_refused() {
    // The number of a passport in place of the tax number, by law; the card of a foreign resident; numbers yet to come.
    assert_ne!(weight("UA", "TIN", "АБ204857"), Some(Severity::Error));
    for kind in ["NATIONAL_ID", "TIN"] {
        assert_ne!(weight("PE", kind, "002048573"), Some(Severity::Error));
    }
    for digit in 0..10 {
        let number = format!("16234567{digit}");
        let outcome = scheme("NZ.ird").unwrap().check(&number);
        assert!(!outcome.valid);
        if outcome.severity == Some(Severity::Warning) {
            assert_eq!(weight("NZ", "TIN", &number), Some(Severity::Warning));
            return;
        }
    }
    panic!("no check digit holds");
}

/// Each was refused, or its failure weighed as an error, before the page was read that its row cites.
#[test]
fn what_issuers_give_is_not_refused() {
    for (country, kind, number) in [
        // In place of the identity card's number, of who has none.
        ("SG", "TIN", "A1234567X"),
        ("SG", "TIN", "412345678X"),
        ("LT", "TIN", "9012345678"),
        // The identity number is the tax number.
        ("SV", "TIN", "11100221-0"),
        ("GT", "TIN", "2101 02110 0202"),
    ] {
        assert_eq!(weight(country, kind, number), None, "{country} {number}");
    }
    // Of those that end in a check character, one of all that there are holds.
    for (name, front) in [
        ("CN.uscc", "N1110102MA01ABCD1"),
        ("IN.gstin", "27ABCD12345E1D"),
        ("SG.uen", "F00012345"),
        ("DE.ausweis", "T220001"),
        // A charity's account.
        ("CA.bn", "211212121RR000"),
    ] {
        let scheme = scheme(name).unwrap();
        let mut ends = (b'0'..=b'9').chain(b'A'..=b'Z').map(char::from);
        assert!(ends.any(|end| scheme.check(&format!("{front}{end}")).valid), "{name}");
    }
}

/// What may be otherwise, by the page that the row cites, is advice.
#[test]
fn what_may_be_otherwise_is_advice() {
    for (name, number) in [
        ("FO.ptal", "991399-202"),
        // A foreigner's number by the revenue agency has no check digit.
        ("BG.pnf", "1112202103"),
        // An account of letters that no list has.
        ("CA.bn", "211212121XX0001"),
        ("CY.tic", "61101010Z"),
        // Third digit below 2; digits behind 784 that are no year; a country's code for a province's.
        ("SE.orgnr", "020020-1101"),
        ("AE.eid", "784-2180-1234567-8"),
        ("VN.cccd", "097102021110"),
    ] {
        let outcome = scheme(name).unwrap().check(number);
        assert!(!outcome.valid && outcome.severity == Some(Severity::Warning), "{name}");
    }
    // Since Decree 853 the digits need not be a date.
    let weighed =
        (0..10).map(|digit| scheme("KZ.iin").unwrap().check(&format!("90133230025{digit}")));
    assert!(weighed.into_iter().any(|outcome| outcome.severity == Some(Severity::Warning)));
    // Cards with 00 are still about.
    let weighed = (b'A'..=b'Z').map(|letter| {
        let outcome =
            scheme("ZW.nid").unwrap().check(&format!("21-020000-{}-00", char::from(letter)));
        outcome.severity
    });
    assert!(weighed.into_iter().any(|severity| severity == Some(Severity::Warning)));
}

#[test]
fn a_german_pension_number_tells_the_date_of_birth() {
    let born = scheme("DE.svnr").unwrap().check("12222020B022").birth_date;
    assert!(born.is_none(), "month 20: not proven, and no date");
    let number = completed("DE.svnr", "12150590B", 3).next().unwrap();
    let born = scheme("DE.svnr").unwrap().check(&number).birth_date.unwrap();
    assert!(born.could_be("1990-05-15") && !born.could_be("1990-05-16"));
}
