//! A format's bytes, made of how it is written. All of it runs at compile time.

use super::{KINDS, REPEAT, RUN, SET, is_separator};
use crate::national_id::{buffer::Buffer, compact::separator};

/// The separators a format shows, as bits of [`separator`].
pub(crate) const fn separators(format: &str) -> u8 {
    let (mut bits, mut inside) = (0, false);
    let mut rest = format.as_bytes();
    while let [byte, tail @ ..] = rest {
        inside = match *byte {
            b'[' | b'{' => true,
            b']' | b'}' => false,
            _ => inside,
        };
        if !inside {
            bits |= match *byte {
                b' ' => separator::SPACE,
                b'-' => separator::DASH,
                b'.' => separator::DOT,
                b'/' => separator::SLASH,
                b',' => separator::COMMA,
                b'(' | b')' => separator::BRACKET,
                b'+' => separator::PLUS,
                _ => 0,
            };
        }
        rest = tail;
    }
    bits
}

/// Writes a format: each alternative behind its length.
pub(crate) const fn compile<const N: usize>(format: &str, to: &mut Buffer<N>) {
    let mut rest = format.as_bytes();
    loop {
        let start = to.len;
        rest = compile_alternative(rest, to);
        to.close(start);
        let [b'|', tail @ ..] = rest else { return };
        rest = tail;
    }
}

/// Writes the alternative that a format begins with; gives the rest.
const fn compile_alternative<'f, const N: usize>(
    mut format: &'f [u8],
    to: &mut Buffer<N>,
) -> &'f [u8] {
    // The last byte written, where that is a run that more of its kind may join.
    let mut open = None;
    while let [first, tail @ ..] = format {
        if *first == b'|' {
            break;
        }
        let (class, behind): (&[u8], &[u8]) = if *first == b'[' { set(tail) } else { (&[], tail) };
        let (least, most, behind) = times(behind);
        format = behind;
        let run = run_of(*first);
        if is_separator(*first) || *first == b'*' {
            if least > 0 {
                to.push(*first);
                open = None;
            }
        } else if least != most {
            to.push(REPEAT);
            to.push(least);
            to.push(most);
            push_class(*first, class, to);
            open = None;
        } else if run != 0 {
            let so_far = match open {
                Some(so_far) if so_far & !31 == run && so_far & 31 < 32_u8.wrapping_sub(least) => {
                    to.len = to.len.wrapping_sub(1);
                    so_far
                }
                _ => run,
            };
            to.push(so_far.wrapping_add(least));
            open = Some(so_far.wrapping_add(least));
        } else {
            let mut left = least;
            while left > 0 {
                push_class(*first, class, to);
                left = left.wrapping_sub(1);
            }
            open = None;
        }
    }
    format
}

/// The byte of an empty run of a kind; 0 for what is no kind.
const fn run_of(class: u8) -> u8 {
    let mut rest: &[u8] = &KINDS;
    let mut run = RUN;
    while let [kind, tail @ ..] = rest {
        if *kind == class {
            return run;
        }
        run = run.wrapping_add(32);
        rest = tail;
    }
    0
}

const fn push_class<const N: usize>(first: u8, set: &[u8], to: &mut Buffer<N>) {
    let run = run_of(first);
    if first == b'[' {
        to.push(SET);
        to.push_len(set.len());
        to.push_all(set);
    } else if run != 0 {
        to.push(run.wrapping_add(1));
    } else {
        to.push(first);
    }
}

/// What stands before a closing bracket, and what behind it.
const fn set(format: &[u8]) -> (&[u8], &[u8]) {
    let mut len = 0_usize;
    let mut rest = format;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte == b']' {
            break;
        }
        len = len.wrapping_add(1);
    }
    (format.split_at(len).0, rest)
}

/// How often an item is there, by what stands behind it; and the rest.
const fn times(format: &[u8]) -> (u8, u8, &[u8]) {
    match format {
        [b'?', rest @ ..] => (0, 1, rest),
        [b'{', rest @ ..] => {
            let (least, rest) = count(rest);
            let (most, rest) = match rest {
                [b',', rest @ ..] => count(rest),
                _ => (least, rest),
            };
            // Its closing bracket.
            let [_, rest @ ..] = rest else { return (least, most, rest) };
            (least, most, rest)
        }
        _ => (1, 1, format),
    }
}

const fn count(format: &[u8]) -> (u8, &[u8]) {
    let mut value = 0_u8;
    let mut rest = format;
    while let [digit @ b'0'..=b'9', tail @ ..] = rest {
        value = value.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0'));
        rest = tail;
    }
    (value, rest)
}
