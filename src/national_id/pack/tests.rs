//! What is packed reads back: made-up schemes, packed as the tables are, and read by what ships.

use alloc::{vec, vec::Vec};

use super::*;
use crate::{
    code::Code,
    national_id::{
        buffer::{Groups, Reader},
        compact::{Compact, separator},
        scheme::{Holder, Scheme},
        words::{Check, scheme},
    },
};

/// What was packed, as the statics of the tables have it.
fn shipped<const GROUPS: usize>(packed: &Packed<GROUPS>) -> Groups {
    Groups { bytes: packed.bytes.written().to_vec().leak(), starts: packed.starts.to_vec().leak() }
}

/// The schemes of a country, read back.
fn read<const GROUPS: usize>(tables: &[&[Row]; GROUPS], country: &str) -> Vec<Scheme> {
    let mut rest = Reader(shipped(&countries(tables)).find(country).unwrap());
    let mut schemes = Vec::new();
    while !rest.is_empty() {
        schemes.push(Scheme::read(&mut rest, (0, 0)));
    }
    schemes
}

pub(super) fn only(row: Row) -> Scheme {
    let [scheme] = read(&[&[row]], "XX")[..] else { panic!("one row, one scheme") };
    scheme
}

#[test]
fn a_row_is_what_its_words_say() {
    let row = scheme("XX.made", "Made up", "dd-dd", "12-34", &[]);
    let plain = only(row);
    assert_eq!((plain.holder(), plain.mask().as_str()), (Holder::Person, "00-00"));
    assert_eq!(only(row.both()).holder(), Holder::Both);
    assert_eq!(only(row.entity()).holder(), Holder::Entity);
    // Each flag by itself, whoever holds it.
    let flags = |row| {
        let scheme = only(row);
        [scheme.is_main(), scheme.is_taxpayer(), scheme.is_social_security()]
    };
    assert_eq!(flags(row), [false; 3]);
    assert_eq!(flags(row.entity().main()), [true, false, false]);
    assert_eq!(flags(row.both().taxpayer()), [false, true, false]);
    assert_eq!(flags(row.social_security()), [false, false, true]);
    assert_eq!(only(row.both().main().taxpayer()).holder(), Holder::Both);
}

#[test]
fn separators_are_usual_where_the_row_says_so() {
    let row = scheme("XX.made", "Made up", "dd/dd", "12/34", &[]);
    let usual = |row: Row, number: &str| {
        let outcome = only(row).check(number);
        assert_eq!(outcome.normalized(), "1234", "{number}");
        outcome.valid
    };
    // Spaces, dashes and dots everywhere, and what the format shows.
    for number in ["1234", "12 34", "12-34", "12.34", "12/34"] {
        assert!(usual(row, number), "{number}");
    }
    assert!(!usual(row, "12,34") && usual(row.also(separator::COMMA), "12,34"));
    assert!(usual(row.also(separator::COMMA), "12-34"));
    let dashed = row.only(separator::DASH);
    assert!(usual(dashed, "12-34") && !usual(dashed, "12 34") && !usual(dashed, "12/34"));
}

#[test]
fn a_prefix_may_stand_before_a_number() {
    let row = scheme("XX.made", "Made up", "dddd", "1234", &[]).prefixed("ABC DE");
    let scheme = only(row);
    for number in ["1234", "ABC1234", "DE-1234"] {
        assert_eq!(scheme.check(number).normalized(), "1234", "{number}");
    }
    for number in ["AB1234", "DE123", "ABCDE1234"] {
        assert_eq!(scheme.check(number).code, Some(Code::NationalIdFormat), "{number}");
    }
}

#[test]
fn ten_characters_of_a_signed_number_need_their_sign() {
    let row = scheme("XX.made", "Made up", "d{6}-dddd|d{12}", "840229-1234", &[]);
    let row = row.also(separator::PLUS);
    assert!(only(row).check("8402291234").valid);
    let signed = only(row.signed());
    assert!(signed.check("840229-1234").valid && signed.check("840229+1234").valid);
    assert!(signed.check("198402291234").valid, "twelve tell the century themselves");
    for number in ["8402291234", "84022-91234", "84-0229-1234"] {
        assert!(!signed.check(number).valid, "{number}");
    }
}

/// Each row as it was, though one is longer than a byte can say.
#[test]
fn rows_stand_apart_in_their_countries() {
    let long = ["123456789"; 40].join(" ").leak();
    let long: &[Check] = vec![Check::NotSpecimen(long)].leak();
    let first = [scheme("AA.one", "1", "d", "1", &[])];
    let second = [
        scheme("BB.one", "1", "dd", "12", long).entity(),
        scheme("BB.two", "2", "ddd", "123", &[Check::NotAllSame]).prefixed("BB"),
    ];
    let third = [scheme("CC.one", "1", "dddd", "1234", &[])];
    let tables: [&[Row]; 3] = [&first, &second, &third];
    let masks = |country| read(&tables, country).iter().map(Scheme::mask).collect::<Vec<_>>();
    assert_eq!(masks("AA"), ["0"]);
    assert_eq!(masks("bb"), ["00", "000"]);
    assert_eq!(masks("CC"), ["0000"]);
    assert!(shipped(&countries(&tables)).find("AB").is_none());
    let [entity, person] = read(&tables, "BB")[..] else { panic!("two rows") };
    assert_eq!((entity.holder(), person.holder()), (Holder::Entity, Holder::Person));
    assert_eq!(person.check("BB 112").normalized(), "112");
    assert_eq!(person.check("111").code, Some(Code::NationalIdNotIssued));
}

#[test]
fn texts_stand_by_country_and_row() {
    let row = scheme("BB.two", "Zwei", "dd", "22", &[]).doc("Title", "Issuer", "Source");
    let first = [scheme("AA.one", "Eins", "d", "1", &[])];
    let second = [scheme("BB.one", "Ñandú", "d", "2", &[]), row];
    let texts = texts(&[&first, &second]);
    let mut parts = Reader(texts.written());
    let mut country = || Reader(parts.part());
    let words = |row: &[u8]| {
        let mut texts = Reader(row);
        let mut words = Vec::new();
        while !texts.is_empty() {
            words.push(core::str::from_utf8(texts.part()).unwrap().to_owned());
        }
        words
    };
    let (mut a, mut b) = (country(), country());
    assert!(country().is_empty(), "two countries");
    assert_eq!(words(a.part())[..3], ["AA.one", "Eins", "1"]);
    assert_eq!(words(b.part())[..3], ["BB.one", "Ñandú", "2"]);
    let last = words(b.part());
    assert_eq!(last[..3], ["BB.two", "Zwei", "22"]);
    let docs: &[&str] =
        if cfg!(feature = "docs") { &["Title", "Issuer", "Source", "dd"] } else { &[] };
    assert_eq!(last[3..], *docs);
    assert!(a.is_empty() && b.is_empty());
}

#[test]
fn formats_stand_behind_their_letters() {
    let groups =
        shipped(&formats(&[(*b"CA", "a-d{7}"), (*b"NY", "d{9}|d{3} d{3}"), (*b"TX", "d")]));
    let fits = |state: &str, number: &str| {
        let (separators, format) = groups.find(state).unwrap().split_first().unwrap();
        (*separators, format::matches(format, &Compact::of(number).unwrap()))
    };
    assert_eq!(fits("CA", "A1234567"), (separator::DASH, true));
    assert_eq!(fits("CA", "12345678"), (separator::DASH, false));
    assert_eq!(fits("NY", "123456789"), (separator::SPACE, true));
    assert_eq!(fits("NY", "123456"), (separator::SPACE, true));
    assert_eq!(fits("TX", "1"), (0, true));
    assert_eq!(fits("TX", "123456"), (0, false));
}

#[test]
#[should_panic(expected = "a scheme without a name")]
fn a_scheme_without_a_country_does_not_compile() {
    let _ = countries(&[&[scheme("X", "Made up", "d", "1", &[])]]);
}
