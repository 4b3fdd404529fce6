//! Checks of every kind, packed, demand what was written.

use alloc::{vec, vec::Vec};

use super::*;
use crate::{
    code::{Code, Severity},
    national_id::{
        buffer::Reader,
        pack::tests::only,
        scheme::{Outcome, Scheme, Strength},
        words::{RIGHT, right, scheme, sum},
    },
};

const R10: &str = "0123456789";

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
fn a_weight_is_a_digit_or_a_letter() {
    let mut buffer = Buffer::<16>::new();
    let rest = write_weights(b"09AZ/12", &mut buffer);
    assert_eq!((Reader(buffer.written()).part(), rest), (&[0, 9, 10, 35][..], &b"/12"[..]));
    assert_eq!(sum("09AZ/12", R10).at, 4, "the check character stands behind the first weights");
    assert_eq!((right("12", R10).from, right("12", R10).at), (RIGHT, -1));
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
