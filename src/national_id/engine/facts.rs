//! What checks say of a scheme before there is a number: how certain they are, and whether its numbers hold a date of birth.

use super::{check_digit, listed, op};
use crate::national_id::{buffer::Reader, date};

/// Whether a scheme has check characters, and whether a failure of theirs is certain: of those it has, the first's.
pub(crate) fn strength(checks: &[u8], mut advisory: bool) -> Option<bool> {
    let mut checks = Reader(checks);
    let mut found = None;
    while !checks.is_empty() {
        let kind = checks.byte();
        let here = match kind {
            op::ADVISORY => {
                advisory = true;
                None
            }
            op::WHEN => {
                checks.part();
                strength(checks.part(), advisory)
            }
            op::ANY => {
                let mut lists = Reader(checks.part());
                let mut first = None;
                while !lists.is_empty() {
                    first = first.or(strength(lists.part(), advisory));
                }
                first
            }
            op::DATE | op::TELLS => {
                date::read(&mut checks, &[]);
                None
            }
            op::IN | op::NOT_IN | op::NOT_SPECIMEN => {
                listed(&mut checks, &[]);
                None
            }
            op::BORN => {
                checks.byte();
                None
            }
            op::NOT_ALL_SAME | op::NOT_PALINDROME => None,
            _ => {
                check_digit(kind, &mut checks, &[]);
                Some(!advisory)
            }
        };
        found = found.or(here);
    }
    found
}

/// Whether a scheme's numbers hold a date of birth.
pub(crate) fn tells(checks: &[u8]) -> bool {
    let mut checks = Reader(checks);
    while !checks.is_empty() {
        let kind = checks.byte();
        let here = match kind {
            op::DATE | op::TELLS | op::BORN => true,
            op::WHEN => {
                checks.part();
                tells(checks.part())
            }
            op::ANY => {
                let mut lists = Reader(checks.part());
                let mut any = false;
                while !lists.is_empty() {
                    any |= tells(lists.part());
                }
                any
            }
            op::IN | op::NOT_IN | op::NOT_SPECIMEN => {
                listed(&mut checks, &[]);
                false
            }
            op::ADVISORY | op::NOT_ALL_SAME | op::NOT_PALINDROME => false,
            _ => {
                check_digit(kind, &mut checks, &[]);
                false
            }
        };
        if here {
            return true;
        }
    }
    false
}
