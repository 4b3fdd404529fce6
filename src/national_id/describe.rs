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
