//! The small language that formats are written in, and its matcher; its compiler, which runs at compile time, stands in `compile`, and
//! what people are shown of a format in `shown`.
//!
//! | written | stands for |
//! |---|---|
//! | `d` | a digit |
//! | `a` | a letter `A`–`Z` |
//! | `x` | a letter or a digit |
//! | `o` | a digit or the letter that Italian codes put in its place |
//! | `[A-C7]` | one of these, or of a range |
//! | `A`–`Z`, `0`–`9`, `&`, `~` | itself (`~` is `Ñ`) |
//! | `…{2,4}`, `…{3}`, `…?` | two to four times, three times, at most once; as often as it can |
//! | `\|` | or |
//! | `*` at the end | anything after it |
//! | space `-` `.` `/` `,` `(` `)` `+` | a separator: shown in the mask, skipped in matching; with `?`, not shown either |
//!
//! Repetition never gives characters back: it takes at once what the other items, at their least, leave over. Matching is
//! linear in the number and takes each alternative once.

pub(crate) use compile::{compile, separators};
pub(crate) use shown::{is_numeric, laid_out, mask};

use super::{buffer::Reader, compact::Compact};

mod compile;
mod shown;

/// Behind it: least, most, and the class of an item that may repeat.
const REPEAT: u8 = 4;
/// Behind it: a length, and what stands between the brackets.
const SET: u8 = 5;
/// Whatever comes.
const REST: u8 = b'*';
/// A run of one kind of character: the kind's number in bits 5 and 6, how many in the others.
const RUN: u8 = 128;
/// The kinds of characters that runs are of.
const KINDS: [u8; 4] = *b"daxo";

/// Whether a character of a format is a separator.
const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'/' | b',' | b'(' | b')' | b'+')
}

/// One item of a compiled format.
enum Item<'f> {
    Separator(u8),
    /// Whatever comes.
    Rest,
    /// Characters of a class: at least, at most.
    Characters(Class<'f>, usize, usize),
}

#[derive(Clone, Copy)]
enum Class<'f> {
    Kind(u8),
    Set(&'f [u8]),
    Literal(u8),
}

impl Class<'_> {
    #[inline]
    fn takes(self, byte: u8) -> bool {
        let (digit, letter) = (byte.is_ascii_digit(), byte.is_ascii_uppercase());
        match self {
            Self::Kind(0) => digit,
            Self::Kind(1) => letter,
            Self::Kind(2) => digit || letter,
            Self::Kind(_) => digit || matches!(byte, b'L'..=b'N' | b'P'..=b'V'),
            Self::Set(inner) => in_set(inner, byte),
            Self::Literal(literal) => byte == literal,
        }
    }
}

fn in_set(mut inner: &[u8], byte: u8) -> bool {
    loop {
        inner = match inner {
            [low, b'-', high, tail @ ..] => {
                if (*low..=*high).contains(&byte) {
                    return true;
                }
                tail
            }
            [single, tail @ ..] => {
                if *single == byte {
                    return true;
                }
                tail
            }
            [] => return false,
        };
    }
}

/// The items of a compiled alternative.
#[derive(Clone)]
struct Items<'f>(Reader<'f>);

impl<'f> Iterator for Items<'f> {
    type Item = Item<'f>;

    #[inline]
    fn next(&mut self) -> Option<Item<'f>> {
        if self.0.is_empty() {
            return None;
        }
        let byte = self.0.byte();
        Some(match byte {
            RUN.. => Item::Characters(kind(byte), usize::from(byte & 31), usize::from(byte & 31)),
            REST => Item::Rest,
            REPEAT => {
                let (least, most) = (self.0.byte(), self.0.byte());
                let class = match self.0.byte() {
                    SET => Class::Set(self.0.part()),
                    run @ RUN.. => kind(run),
                    literal => Class::Literal(literal),
                };
                Item::Characters(class, usize::from(least), usize::from(most))
            }
            SET => Item::Characters(Class::Set(self.0.part()), 1, 1),
            _ if is_separator(byte) => Item::Separator(byte),
            _ => Item::Characters(Class::Literal(byte), 1, 1),
        })
    }
}

/// The class that a run is of.
#[inline]
const fn kind(run: u8) -> Class<'static> {
    Class::Kind((run >> 5) & 3)
}

/// The alternatives of a compiled format.
fn alternatives(format: &[u8]) -> impl Iterator<Item = Items<'_>> {
    let mut rest = Reader(format);
    core::iter::from_fn(move || (!rest.is_empty()).then(|| Items(Reader(rest.part()))))
}

/// Whether a number fits a compiled format.
#[inline]
pub(crate) fn matches(format: &[u8], number: &Compact) -> bool {
    alternatives(format).any(|items| fits(items, number))
}

/// Whether a number fits an alternative. Every number is asked this of many, so the items that nearly all are made of are read
/// here; the others by [`Items`].
fn fits(mut items: Items<'_>, number: &Compact) -> bool {
    let kinds = number.kinds();
    let character =
        |at: u32| number.bytes().get(usize::try_from(at).unwrap_or(usize::MAX)).copied();
    let mut at = 0_u32;
    while let [byte, behind @ ..] = items.0.0 {
        let byte = *byte;
        let mut behind = Reader(behind);
        if let (RUN.., Some(these)) = (byte, kinds.get(usize::from((byte >> 5) & 3))) {
            let length = u32::from(byte & 31);
            if these.wrapping_shr(at).trailing_ones() < length {
                return false;
            }
            at = at.wrapping_add(length);
        } else if matches!(byte, RUN..|REPEAT| REST) {
            let Some(Item::Characters(class, least, most)) = items.next() else { return true };
            let Some(taken) = take((class, least, most), &items, number, at) else { return false };
            at = taken;
            continue;
        } else if !is_separator(byte) {
            let Some(here) = character(at) else { return false };
            let takes = if byte == SET { in_set(behind.part(), here) } else { byte == here };
            if !takes {
                return false;
            }
            at = at.wrapping_add(1);
        }
        items.0 = behind;
    }
    at == number.len()
}

/// Takes the characters of an item from a place in a number; the place behind them, or `None` where there are too few.
#[inline]
fn take(
    (class, least, most): (Class<'_>, usize, usize),
    behind: &Items<'_>,
    number: &Compact,
    at: u32,
) -> Option<u32> {
    let rest = number.bytes().get(usize::try_from(at).ok()?..)?;
    let kinds = number.kinds();
    let run = match class {
        Class::Kind(kind @ 0..=2) => {
            let these = kinds.get(usize::from(kind)).copied().unwrap_or(0);
            let run = usize::try_from(these.wrapping_shr(at).trailing_ones()).unwrap_or(0);
            run.min(most)
        }
        _ => rest.iter().take(most).take_while(|byte| class.takes(**byte)).count(),
    };
    if run < least {
        return None;
    }
    let mut taken = least;
    if run > least {
        let spare = rest.len().saturating_sub(least).saturating_sub(least_of(behind.clone()));
        taken = least.wrapping_add(spare.min(run.wrapping_sub(least)));
    }
    Some(at.wrapping_add(u32::try_from(taken).ok()?))
}

/// The fewest characters that items take.
fn least_of(items: Items<'_>) -> usize {
    items.fold(0, |sum, item| match item {
        Item::Characters(_, least, _) => sum.wrapping_add(least),
        Item::Separator(_) | Item::Rest => sum,
    })
}

#[cfg(test)]
mod tests;
