//! The small language that formats are written in; its compiler, which runs at compile time; and its matcher.
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

use alloc::vec::Vec;

use super::{
    buffer::{Buffer, Reader},
    compact::{Compact, separator},
};

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

/// A number that fits a format with the format's separators in it; `None` where it fits no alternative.
pub(crate) fn laid_out(format: &[u8], number: &Compact) -> Option<Vec<u8>> {
    let mut items = alternatives(format).find(|items| fits(items.clone(), number))?;
    let bytes = number.bytes();
    let mut at = 0;
    let mut written = Vec::with_capacity(bytes.len().wrapping_mul(2));
    while let Some(item) = items.next() {
        match item {
            // One with nothing behind it is left out, but for a bracket that closes.
            Item::Separator(byte) => {
                if at < number.len() || (byte == b')' && written.contains(&b'(')) {
                    written.push(byte);
                }
            }
            Item::Rest => {}
            Item::Characters(class, least, most) => {
                let behind = take((class, least, most), &items, number, at)?;
                let taken = usize::try_from(at).ok()?..usize::try_from(behind).ok()?;
                written.extend(bytes.get(taken).unwrap_or_default());
                at = behind;
            }
        }
    }
    Some(written)
}

/// A format as people are shown it: `0` for a digit, `A` for a letter, `*` for either, and the longest number of the first
/// alternative.
pub(crate) fn mask(format: &[u8]) -> Vec<u8> {
    let mut mask = Vec::new();
    for item in alternatives(format).next().into_iter().flatten() {
        let (shown, times) = match item {
            Item::Separator(byte) => (byte, 1),
            Item::Rest => (b'*', 1),
            Item::Characters(Class::Literal(byte), _, most) => (byte, most),
            Item::Characters(class, _, most) => {
                let digits = (b'0'..=b'9').any(|byte| class.takes(byte));
                let letters = (b'A'..=b'Z').any(|byte| class.takes(byte));
                let shown = match (digits, letters) {
                    (true, false) => b'0',
                    (false, _) => b'A',
                    (true, true) => b'*',
                };
                (shown, most)
            }
        };
        mask.resize(mask.len().wrapping_add(times), shown);
    }
    mask
}

/// Whether every number of a format is of digits only.
pub(crate) fn is_numeric(format: &[u8]) -> bool {
    let letter = |class: Class<'_>| (b'A'..=b'Z').any(|byte| class.takes(byte));
    !alternatives(format)
        .flatten()
        .any(|item| matches!(item, Item::Characters(class, ..) if letter(class)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Compact {
        Compact::of(text).unwrap()
    }

    fn compiled(format: &str) -> Vec<u8> {
        let mut buffer = Buffer::<256>::new();
        compile(format, &mut buffer);
        buffer.written().to_vec()
    }

    #[test]
    fn formats_match_what_they_say() {
        for (format, good, bad) in [
            ("ddd.ddd-d", "1234567", "123456"),
            ("a{1,2}[1-9]d{0,5}", "D1", "DR034"),
            ("d{10}|[59]ddd0d{8}", "5123012345678", "6123012345678"),
            ("[ACF-H]dx?", "G1", "D1"),
            ("d{3,8}-d", "1234", "123"),
            ("d{1,2}.ddd.ddd-[0-9K]", "7092881K", "709288K1"),
            ("7*", "71", "17"),
            ("ooL", "1ML", "1AL"),
            ("[A-Z&~]{4}d{2}", "A&ÑB12", "A&12"),
            ("a-?d{7}", "J8369854", "J836985"),
            (
                "d{20}d{20}",
                "1234567890123456789012345678901234567890",
                "123456789012345678901234567890123456789",
            ),
        ] {
            let compiled = compiled(format);
            assert!(matches(&compiled, &number(good)), "{format} {good}");
            assert!(!matches(&compiled, &number(bad)), "{format} {bad}");
            assert!(!matches(&compiled, &number("")), "{format}");
        }
    }

    #[test]
    fn numbers_are_laid_out_as_the_format_shows() {
        for (format, bare, written) in [
            ("ddd.ddd-d", "1234567", "123.456-7"),
            ("a{1,2}d{3}([0-9A])", "AB1234", "AB123(4)"),
            ("ad{2}(d?d?)", "A12", "A12"),
            ("dd-?a|ddd", "123", "123"),
        ] {
            let laid = laid_out(&compiled(format), &number(bare)).unwrap();
            assert_eq!(String::from_utf8(laid).unwrap(), written, "{format}");
        }
        assert_eq!(laid_out(&compiled("dd"), &number("A1")), None);
    }

    #[test]
    fn masks_show_the_first_alternative_at_its_longest() {
        for (format, shown, numeric) in [
            ("ddd.ddd-d|d", "000.000-0", true),
            ("a{1,2}[1-9]d{0,2}", "AA000", false),
            ("CHE-dd[0-9A]", "CHE-00*", false),
            ("[1-6]d?", "00", true),
        ] {
            assert_eq!(mask(&compiled(format)), shown.as_bytes(), "{format}");
            assert_eq!(is_numeric(&compiled(format)), numeric, "{format}");
        }
    }

    #[test]
    fn separators_are_read_outside_of_classes() {
        assert_eq!(separators("d-[A-C]/d"), separator::DASH | separator::SLASH);
    }
}
