//! Writes the checks of a scheme: an operation, then what it takes, in the order in which the engine reads it.

use crate::national_id::{
    buffer::Buffer,
    engine::op,
    format,
    primitives::value,
    words::{Century, Check, Date, Layout, Mod, Rest, Sum},
};

pub(super) const fn write_checks<const N: usize>(checks: &[Check], to: &mut Buffer<N>) {
    let mut rest = checks;
    while let [check, tail @ ..] = rest {
        write_check(check, to);
        rest = tail;
    }
}

const fn write_check<const N: usize>(check: &Check, to: &mut Buffer<N>) {
    match check {
        Check::Advisory => to.push(op::ADVISORY),
        Check::Sum(sum) => write_sum(sum, to),
        Check::Mod(number) => write_mod(*number, to),
        Check::Luhn(from, until, values) => {
            to.push(op::LUHN);
            to.push(*from as u8);
            to.push(*until as u8);
            to.push(*values);
        }
        Check::Verhoeff => to.push(op::VERHOEFF),
        Check::LuhnAndVerhoeff => to.push(op::LUHN_AND_VERHOEFF),
        Check::Mod11_10 => to.push(op::MOD_11_10),
        Check::Date(date) => {
            to.push(op::DATE);
            write_date(date, to);
        }
        Check::Tells(date) => {
            to.push(op::TELLS);
            write_date(date, to);
        }
        Check::Born(rule) => {
            to.push(op::BORN);
            to.push(*rule);
        }
        Check::In(at, list) => write_list(op::IN, *at, list, to),
        Check::NotIn(at, list) => write_list(op::NOT_IN, *at, list, to),
        Check::NotSpecimen(list) => write_list(op::NOT_SPECIMEN, 0, list, to),
        Check::NotAllSame => to.push(op::NOT_ALL_SAME),
        Check::NotPalindrome => to.push(op::NOT_PALINDROME),
        Check::When(pattern, checks) => {
            to.push(op::WHEN);
            let start = to.len;
            format::compile(pattern, to);
            to.close(start);
            let start = to.len;
            write_checks(checks, to);
            to.close(start);
        }
        Check::Any(lists) => {
            to.push(op::ANY);
            let outer = to.len;
            let mut rest = *lists;
            while let [checks, tail @ ..] = rest {
                let start = to.len;
                write_checks(checks, to);
                to.close(start);
                rest = tail;
            }
            to.close(outer);
        }
        Check::Rule(rule) => {
            to.push(op::RULE);
            to.push(*rule);
        }
    }
}

const fn write_sum<const N: usize>(sum: &Sum, to: &mut Buffer<N>) {
    to.push(op::SUM);
    to.push(sum.from as u8);
    to.push(sum.at as u8);
    let kind = sum.alphabet | if sum.cross { op::CROSS } else { 0 };
    let kind_at = to.len;
    to.push(kind);
    let second = write_weights(sum.weights.as_bytes(), to);
    let [b'%', terms @ ..] = sum.table.as_bytes() else {
        to.push_text(sum.table);
        if let [b'/', second @ ..] = second {
            to.set(kind_at, kind | op::TWICE);
            write_weights(second, to);
        }
        return;
    };
    // A sum that must be something itself: no table, then the modulus and the remainder.
    to.push(0);
    let mut term = 0;
    let mut rest = terms;
    let mut both = false;
    while let [byte, tail @ ..] = rest {
        if *byte == b'=' {
            to.push(term);
            term = 0;
            both = true;
        } else {
            term = term * 10 + value(*byte);
        }
        rest = tail;
    }
    to.push(term);
    if !both {
        to.push(0);
    }
}

/// The weights of a pass behind their length; gives what stands behind them.
const fn write_weights<'w, const N: usize>(weights: &'w [u8], to: &mut Buffer<N>) -> &'w [u8] {
    let start = to.len;
    let mut rest = weights;
    while let [weight, tail @ ..] = rest
        && *weight != b'/'
    {
        to.push(value(*weight));
        rest = tail;
    }
    to.close(start);
    rest
}

const fn write_mod<const N: usize>(number: Mod, to: &mut Buffer<N>) {
    to.push(op::MOD);
    to.push(number.lead);
    to.push(number.len);
    to.push_len(number.modulus as usize);
    match number.rest {
        Rest::Same => to.push(op::SAME),
        Rest::Complement => to.push(op::COMPLEMENT),
        Rest::Is(goal) => {
            assert!(goal < op::COMPLEMENT, "a remainder that stands for something else");
            to.push(goal);
        }
    }
}

const fn write_date<const N: usize>(date: &Date, to: &mut Buffer<N>) {
    to.push(date.at);
    to.push(match date.layout {
        Layout::Yymmdd => op::YYMMDD,
        Layout::Ddmmyy => op::DDMMYY,
        Layout::Yyyymmdd => op::YYYYMMDD,
        Layout::Ddmmyyy => op::DDMMYYY,
    });
    match date.century {
        Century::Open => to.push(op::OPEN),
        Century::Digit(at, table) => {
            to.push(op::BY_DIGIT);
            to.push(at);
            write_centuries(table, to);
        }
        Century::Month(table) => {
            to.push(op::BY_MONTH);
            write_centuries(table, to);
        }
        Century::By(rule) => {
            to.push(op::BY_RULE);
            to.push(rule);
        }
    }
    to.push(date.day_plus);
    to.push_len(date.month_plus.len());
    to.push_all(date.month_plus);
}

/// Two digits of century an entry; 0 for `--`.
const fn write_centuries<const N: usize>(table: &str, to: &mut Buffer<N>) {
    to.push_len(table.len() / 2);
    let mut rest = table.as_bytes();
    while let [tens, ones, tail @ ..] = rest {
        to.push(if *tens == b'-' { 0 } else { value(*tens) * 10 + value(*ones) });
        rest = tail;
    }
}

/// The words of a list: their length, then each behind the other; a range as two words; both only where there is a range.
const fn write_list<const N: usize>(code: u8, at: i8, list: &str, to: &mut Buffer<N>) {
    let bytes = list.as_bytes();
    let mut ranges = false;
    let mut width = 0;
    let mut here = 0;
    while here < bytes.len() {
        if bytes[here] == b'-' {
            ranges = true;
        }
        if width == 0 && matches!(bytes[here], b' ' | b'-') {
            width = here;
        }
        here += 1;
    }
    if width == 0 {
        width = bytes.len();
    }
    to.push(code);
    to.push(at as u8);
    to.push(width as u8 | if ranges { op::RANGES } else { 0 });
    let start = to.len;
    here = 0;
    while here < bytes.len() {
        let low = here;
        here += width;
        let mut high = low;
        if here < bytes.len() && bytes[here] == b'-' {
            high = here + 1;
            here = high + width;
        }
        assert!(here == bytes.len() || bytes[here] == b' ', "words of two lengths");
        push_word(bytes, low, width, to);
        if ranges {
            push_word(bytes, high, width, to);
        }
        here += 1;
    }
    to.close(start);
}

const fn push_word<const N: usize>(bytes: &[u8], from: usize, width: usize, to: &mut Buffer<N>) {
    let mut at = from;
    while at < from + width {
        to.push(bytes[at]);
        at += 1;
    }
}

#[cfg(test)]
mod tests;
