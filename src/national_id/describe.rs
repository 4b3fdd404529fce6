//! The methods behind a scheme's check characters, in words, for the docs.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{buffer::Reader, date, engine::op};

/// Collects the methods in the order of the checks, each once.
pub(crate) fn methods(checks: &[u8], out: &mut Vec<String>) {
    let mut checks = Reader(checks);
    while !checks.is_empty() {
        let said = match checks.byte() {
            op::WHEN => {
                checks.part();
                methods(checks.part(), out);
                continue;
            }
            op::ANY => {
                let mut lists = Reader(checks.part());
                while !lists.is_empty() {
                    methods(lists.part(), out);
                }
                continue;
            }
            op::SUM => sum(&mut checks),
            op::MOD => {
                let (_, _) = (checks.byte(), checks.byte());
                let modulus = checks.len();
                checks.byte();
                format!("the number modulo {modulus}")
            }
            op::LUHN => {
                let (_, _) = (checks.place(), checks.place());
                match checks.byte() {
                    10 => "Luhn".to_string(),
                    values => format!("Luhn modulo {values}"),
                }
            }
            op::VERHOEFF => "Verhoeff".to_string(),
            op::LUHN_AND_VERHOEFF => "Luhn and Verhoeff".to_string(),
            op::MOD_11_10 => "ISO/IEC 7064 MOD 11,10".to_string(),
            op::DATE | op::TELLS => {
                date::read(&mut checks, &[]);
                continue;
            }
            op::IN | op::NOT_IN | op::NOT_SPECIMEN => {
                let (_, _) = (checks.place(), checks.byte());
                checks.part();
                continue;
            }
            op::BORN => {
                checks.byte();
                continue;
            }
            op::ADVISORY | op::NOT_ALL_SAME | op::NOT_PALINDROME => continue,
            _ => {
                checks.byte();
                "a method of its own".to_string()
            }
        };
        if !out.contains(&said) {
            out.push(said);
        }
    }
}

fn sum(checks: &mut Reader<'_>) -> String {
    let (_, _, values) = (checks.place(), checks.place(), checks.byte());
    let (_, table) = (checks.part(), checks.part());
    let twice = values & op::TWICE != 0;
    let passes = if twice { ", in two passes" } else { "" };
    if twice {
        checks.part();
    }
    let modulus = if table.is_empty() {
        let modulus = usize::from(checks.byte());
        checks.byte();
        modulus
    } else {
        table.len()
    };
    format!("a weighted sum modulo {modulus}{passes}")
}

#[cfg(test)]
mod tests {

    use alloc::vec;

    use super::*;
    use crate::national_id::{
        pack::packed_checks,
        scheme,
        words::{Century, Check, Date, Layout, Mod, Rest, sum},
    };

    fn said(checks: &[Check]) -> Vec<String> {
        let mut said = Vec::new();
        methods(&packed_checks(checks), &mut said);
        said
    }

    #[test]
    fn each_method_has_its_words() {
        for (check, words) in [
            (Check::Sum(sum("12", "0123456789X")), "a weighted sum modulo 11"),
            (Check::Sum(sum("12", "%97=3")), "a weighted sum modulo 97"),
            (Check::Sum(sum("12/34", "0123456789>")), "a weighted sum modulo 11, in two passes"),
            (
                Check::Mod(Mod { lead: 0, len: 9, modulus: 97, rest: Rest::Same }),
                "the number modulo 97",
            ),
            (
                Check::Mod(Mod { lead: 0, len: 9, modulus: 511, rest: Rest::Complement }),
                "the number modulo 511",
            ),
            (Check::Luhn(0, 0, 10), "Luhn"),
            (Check::Luhn(0, -1, 36), "Luhn modulo 36"),
            (Check::Verhoeff, "Verhoeff"),
            (Check::LuhnAndVerhoeff, "Luhn and Verhoeff"),
            (Check::Mod11_10, "ISO/IEC 7064 MOD 11,10"),
            (Check::Rule(0), "a method of its own"),
        ] {
            assert_eq!(said(&[check]), [words]);
            // Wherever it stands, and each once.
            let inner: &[Check] = vec![check].leak();
            let any: &[&[Check]] = vec![&[Check::NotAllSame][..], inner].leak();
            let nested = [Check::When("d", inner), Check::Any(any), check];
            assert_eq!(said(&nested), [words]);
        }
    }

    #[test]
    fn what_reckons_no_check_character_is_no_method() {
        let date = Date::new(0, Layout::Yymmdd, Century::Digit(6, "1920")).months(&[20]);
        let others = [
            Check::Date(date),
            Check::Tells(date),
            Check::Born(0),
            Check::In(0, "12 34"),
            Check::NotIn(0, "00-11"),
            Check::NotSpecimen("123"),
            Check::NotAllSame,
            Check::NotPalindrome,
            Check::Advisory,
        ];
        assert!(said(&others).is_empty());
        // And it is passed over, however long it is.
        for other in others {
            assert_eq!(said(&[other, Check::Verhoeff]), ["Verhoeff"], "{other:?}");
        }
    }

    #[test]
    fn methods_stand_in_the_order_of_the_checks() {
        let checks = [Check::Verhoeff, Check::Luhn(0, 0, 10), Check::Mod11_10, Check::Verhoeff];
        assert_eq!(said(&checks), ["Verhoeff", "Luhn", "ISO/IEC 7064 MOD 11,10"]);
        let of = |name| scheme(name).unwrap().methods();
        assert_eq!(of("EE.ik"), ["a weighted sum modulo 11, in two passes"]);
        assert_eq!(of("DE.idnr"), ["ISO/IEC 7064 MOD 11,10", "a method of its own"]);
        assert!(of("GB.nino").is_empty());
    }
}
