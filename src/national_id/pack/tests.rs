//! What is packed reads back: made-up schemes, packed as the tables are, and read by what ships.

use alloc::{vec, vec::Vec};

use super::*;
use crate::{
    code::{Code, Severity},
    national_id::{
        buffer::{Groups, Reader},
        compact::{Compact, separator},
        scheme::{Holder, Outcome, Scheme, Strength},
        words::{RIGHT, right, scheme, sum},
    },
};

const R10: &str = "0123456789";

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

fn only(row: Row) -> Scheme {
    let [scheme] = read(&[&[row]], "XX")[..] else { panic!("one row, one scheme") };
    scheme
}

/// A scheme that demands these checks and nothing else.
fn demanding(checks: &[Check]) -> Scheme {
    only(scheme("XX.made", "Made up", "*", "1", checks.to_vec().leak()))
}

fn judged(check: Check, number: &str) -> Outcome {
    demanding(&[check]).check(number)
}

/// A check of every kind, with every setting it has: a number that passes, one that differs in what the check looks at.
fn every_kind() -> Vec<(Check, &'static str, &'static str)> {
    let list = |checks: &[Check]| -> &'static [Check] { checks.to_vec().leak() };
    let any = vec![list(&[Check::In(0, "1")]), list(&[Check::In(0, "2"), Check::In(1, "3")])];
    let modulo = |lead, len, modulus, rest| Check::Mod(Mod { lead, len, modulus, rest });
    let by = |at, layout, century| Check::Date(Date::new(at, layout, century));
    vec![
        // Twice the first and once the second digit.
        (Check::Sum(sum("21", R10)), "340", "341"),
        (Check::Sum(sum("21", R10).from(1).at(-1)), "9340", "9341"),
        (Check::Sum(sum("21", R10).from(1).at(0)), "034", "134"),
        // However long the number, the weights end before the check character.
        (Check::Sum(right("21", R10)), "9340", "9341"),
        (Check::Sum(right("21", R10)), "44", "45"),
        // S counts 11 in the fourth alphabet, 28 without one; 77 has 14 for the sum of its digits.
        (Check::Sum(sum("1", R10).by(4)), "S1", "S8"),
        (Check::Sum(sum("7", R10).cross()), "81", "86"),
        (Check::Sum(sum("7", R10).by(4).cross()), "S4", "S7"),
        // A weight of 35.
        (Check::Sum(sum("Z", R10)), "35", "25"),
        // 10 has the second weights decide, 20 modulo 11; and where these lead to 10 as well, it is written 0 or never given.
        (Check::Sum(sum("12/34", "0123456789>")), "059", "050"),
        (Check::Sum(sum("123/321", "0123456789>")), "0500", "0501"),
        (Check::Sum(sum("123/321", "0123456789}")), "5117", "0500"),
        (Check::Sum(sum("12", "0123456789!")), "048", "050"),
        // Sums that must be something themselves.
        (Check::Sum(sum("123", "%11")), "340", "341"),
        (Check::Sum(sum("123", "%11=3")), "300", "340"),
        (Check::Sum(sum("19", "%97=42")), "64", "63"),
        // 100 modulo 97 is 3, 2100 modulo 97 is 63; a modulus beyond 127 takes two bytes.
        (modulo(0, 3, 97, Rest::Same), "10003", "10094"),
        (modulo(0, 3, 97, Rest::Complement), "10094", "10003"),
        (modulo(2, 3, 97, Rest::Same), "10063", "10003"),
        (modulo(0, 4, 1000, Rest::Is(123)), "7123", "7124"),
        (Check::Luhn(0, 0, 10), "79927398713", "79927398714"),
        (Check::Luhn(1, -1, 10), "X79927398713Y", "X79927398714Y"),
        // A is 10, twice that is 20, which 16 makes up to 36; with ten values a place it would be 11.
        (Check::Luhn(0, 0, 36), "AG", "AH"),
        (Check::Verhoeff, "2363", "2364"),
        (Check::LuhnAndVerhoeff, "1893120105732", "1893120105733"),
        (Check::Mod11_10, "07945", "07946"),
        (by(0, Layout::Yymmdd, Century::Open), "840229", "850229"),
        (by(1, Layout::Ddmmyy, Century::Open), "9290284", "9290285"),
        (by(0, Layout::Yyyymmdd, Century::Open), "19840229", "19000229"),
        (by(0, Layout::Ddmmyyy, Century::Open), "2902984", "2902985"),
        (by(0, Layout::Yymmdd, Century::Digit(6, "1920--")), "8402290", "8402292"),
        (by(0, Layout::Yymmdd, Century::Month("192018")), "844229", "846229"),
        // Iceland's: the last digit tells, and some tell nothing.
        (by(0, Layout::Ddmmyy, Century::By(4)), "2902849", "2902845"),
        (Check::Date(Date::new(0, Layout::Yymmdd, Century::Open).days(40)), "840269", "840270"),
        (
            Check::Date(Date::new(0, Layout::Yymmdd, Century::Open).months(&[80, 65, 40])),
            "846701",
            "847801",
        ),
        // Italy's: F is no month.
        (Check::Born(1), "RSSMRA84B29", "RSSMRA84F29"),
        (Check::In(0, "01 05-09 12"), "0934", "1034"),
        (Check::In(-2, "AB CD"), "12CD", "CD12"),
        (Check::NotIn(1, "00 66-99"), "165", "166"),
        (Check::NotSpecimen("219099999 457555462"), "219099998", "457555462"),
        (Check::NotAllSame, "1112", "1111"),
        (Check::NotPalindrome, "12321X", "12321"),
        (Check::When("d{3}", list(&[Check::NotAllSame])), "1111", "111"),
        (Check::Any(any.leak()), "23", "21"),
        // Russia's.
        (Check::Rule(4), "11223344595", "11223344596"),
    ]
}

#[test]
fn every_kind_of_check_says_what_was_written() {
    for (check, good, bad) in every_kind() {
        assert_eq!(judged(check, good).code, None, "{check:?} {good}");
        assert!(judged(check, good).valid, "{check:?} {good}");
        assert!(judged(check, bad).code.is_some(), "{check:?} {bad}");
    }
}

/// A byte more or less than what is read would have it misread.
#[test]
fn what_stands_behind_a_check_of_any_kind_is_read_too() {
    for (check, good, _) in every_kind() {
        let checks = [check, Check::NotIn(0, &good[..1])];
        let outcome = demanding(&checks).check(good);
        assert_eq!(outcome.code, Some(Code::NationalIdNotIssued), "{check:?}");
        // All who pass over checks pass over as many bytes.
        let dated = demanding(&[check, Check::Born(0)]);
        assert!(dated.tells_birth_date(), "{check:?}");
        let digits = demanding(&[check, Check::Advisory, Check::Verhoeff]);
        assert_ne!(digits.strength(), Strength::Format, "{check:?}");
        #[cfg(feature = "docs")]
        assert!(digits.methods().contains(&"Verhoeff".to_owned()), "{check:?}");
    }
}

#[test]
fn checks_behind_an_advisory_one_advise() {
    let outcome = demanding(&[Check::Advisory, Check::In(0, "1")]).check("23");
    assert_eq!(outcome.severity, Some(Severity::Warning));
    assert_eq!(judged(Check::In(0, "1"), "23").severity, Some(Severity::Error));
    // A specimen is nobody's, but no impossible number either.
    let specimen = judged(Check::NotSpecimen("12"), "12");
    assert_eq!(
        (specimen.code, specimen.severity),
        (Some(Code::NationalIdPlaceholder), Some(Severity::Warning))
    );
}

#[test]
fn dates_of_birth_are_those_of_the_number() {
    let dated = |date: Date, number: &str| judged(Check::Date(date), number).birth_date.unwrap();
    let open = |layout, number: &str| dated(Date::new(0, layout, Century::Open), number);
    for (layout, number) in [(Layout::Yymmdd, "840229"), (Layout::Ddmmyy, "290284")] {
        let born = open(layout, number);
        assert!(born.could_be("1984-02-29") && born.could_be("2084-02-29"));
        assert!(!born.could_be("1984-02-28"));
        assert_eq!(born.date(), None, "the century is open");
    }
    let leap = |year| time::Date::from_calendar_date(year, time::Month::February, 29).ok();
    assert_eq!(open(Layout::Yyyymmdd, "19840229").date(), leap(1984));
    assert_eq!(open(Layout::Ddmmyyy, "2902004").date(), leap(2004));
    let date = |century| Date::new(0, Layout::Yymmdd, century);
    for (digit, year) in [("0", 1984), ("1", 2084)] {
        let number = ["840229", digit].concat();
        let born = dated(date(Century::Digit(6, "1920--")), &number);
        assert_eq!(born.date(), leap(year));
    }
    for (number, year) in [("840229", 1984), ("842229", 2084), ("844229", 1884)] {
        assert_eq!(dated(date(Century::Month("192018")), number).date(), leap(year), "{number}");
    }
    for number in ["840229", "844229", "846729", "848229", "844269"] {
        let born = dated(date(Century::Open).days(40).months(&[80, 65, 40]), number);
        assert!(born.could_be("1984-02-29"), "{number}");
    }
}

#[test]
fn a_date_that_is_told_by_some_numbers_is_not_asked_of_all() {
    let told = Check::Tells(Date::new(0, Layout::Yymmdd, Century::Open));
    assert!(judged(told, "840229").birth_date.unwrap().could_be("1984-02-29"));
    let without = judged(told, "849999");
    assert!(without.valid && without.birth_date.is_none());
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
fn a_weight_is_a_digit_or_a_letter() {
    let mut buffer = Buffer::<16>::new();
    let rest = write_weights(b"09AZ/12", &mut buffer);
    assert_eq!((Reader(buffer.written()).part(), rest), (&[0, 9, 10, 35][..], &b"/12"[..]));
    assert_eq!(sum("09AZ/12", R10).at, 4, "the check character stands behind the first weights");
    assert_eq!((right("12", R10).from, right("12", R10).at), (RIGHT, -1));
}

#[test]
#[should_panic(expected = "a scheme without a name")]
fn a_scheme_without_a_country_does_not_compile() {
    let _ = countries(&[&[scheme("X", "Made up", "d", "1", &[])]]);
}

#[test]
#[should_panic(expected = "words of two lengths")]
fn words_of_two_lengths_do_not_compile() {
    let _ = judged(Check::In(0, "12 345"), "12");
}

#[test]
#[should_panic(expected = "words of two lengths")]
fn a_range_of_two_lengths_does_not_compile() {
    let _ = judged(Check::NotIn(0, "12-345"), "12");
}

/// 254 and 255 stand for a complement and for the remainder itself.
#[test]
#[should_panic(expected = "a remainder that stands for something else")]
fn a_remainder_that_means_something_else_does_not_compile() {
    let modulo = Mod { lead: 0, len: 3, modulus: 997, rest: Rest::Is(254) };
    let _ = judged(Check::Mod(modulo), "123");
}
