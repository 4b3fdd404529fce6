//! The small language schemes write their formats in, and its matcher.
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
//! | space `-` `.` `/` `,` `(` `)` `+` | a separator: shown in the mask, skipped in matching |
//!
//! Repetition never gives characters back: it takes at once what the other items, at their least, leave over. Matching is
//! linear in the number and takes each alternative once.

use alloc::vec::Vec;

use super::compact::separator;

/// One item of a format: what a character must be, and how often.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    /// What stands in the format: one character, or a class with its brackets.
    pub(crate) class: &'a [u8],
    pub(crate) least: u8,
    pub(crate) most: u8,
}

/// The items of one alternative, separators included.
pub(crate) struct Items<'a>(pub(crate) &'a [u8]);

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        let first = *self.0.first()?;
        let end = if first == b'[' {
            self.0.iter().position(|byte| *byte == b']')?.wrapping_add(1)
        } else {
            1
        };
        let (class, mut rest) = self.0.split_at_checked(end)?;
        let (mut least, mut most) = (1, 1);
        match rest.first() {
            Some(b'?') => {
                least = 0;
                rest = rest.get(1..)?;
            }
            Some(b'{') => {
                rest = rest.get(1..)?;
                least = number(&mut rest);
                most = least;
                if rest.first() == Some(&b',') {
                    rest = rest.get(1..)?;
                    most = number(&mut rest);
                }
                rest = rest.get(1..)?;
            }
            _ => {}
        }
        self.0 = rest;
        Some(Item { class, least, most })
    }
}

/// Reads the digits a format begins with.
const fn number(rest: &mut &[u8]) -> u8 {
    let mut value = 0_u8;
    while let [digit @ b'0'..=b'9', tail @ ..] = *rest {
        value = value.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0'));
        *rest = tail;
    }
    value
}

/// Whether a character of a format is a separator.
#[inline]
pub(crate) const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'/' | b',' | b'(' | b')' | b'+')
}

/// Whether a class of a format takes a character.
#[inline]
pub(crate) fn takes(class: &[u8], byte: u8) -> bool {
    match class {
        [single] => takes_one(*single, byte),
        [b'[', inner @ .., b']'] => in_class(inner, byte),
        _ => false,
    }
}

#[inline]
const fn takes_one(class: u8, byte: u8) -> bool {
    match class {
        b'd' => byte.is_ascii_digit(),
        b'a' => byte.is_ascii_uppercase(),
        b'x' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
        b'o' => byte.is_ascii_digit() || matches!(byte, b'L'..=b'N' | b'P'..=b'V'),
        _ => byte == class,
    }
}

fn in_class(mut inner: &[u8], byte: u8) -> bool {
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

/// Whether a number fits a format.
pub(crate) fn matches(format: &str, number: &[u8]) -> bool {
    fitting(format, number).is_some()
}

/// The format from the alternative on that a number fits.
fn fitting<'f>(format: &'f str, number: &[u8]) -> Option<&'f [u8]> {
    let mut rest = format.as_bytes();
    loop {
        if fits(rest, number) {
            return Some(rest);
        }
        let bar = rest.iter().position(|byte| *byte == b'|')?;
        rest = rest.get(bar.wrapping_add(1)..)?;
    }
}

/// Whether a number fits the alternative that a format begins with.
fn fits(mut format: &[u8], number: &[u8]) -> bool {
    let mut rest = number;
    while let [class, behind @ ..] = format {
        let repeats = matches!(behind, [b'{' | b'?', ..]);
        match *class {
            // The items in order of how often they are met.
            b'd' if !repeats => match rest {
                [b'0'..=b'9', left @ ..] => rest = left,
                _ => return false,
            },
            b' ' | b'-' | b'.' | b'/' | b',' | b'(' | b')' | b'+' if !repeats => {}
            b'|' => break,
            b'*' => return true,
            b'A'..=b'Z' | b'0'..=b'9' | b'a' | b'x' | b'o' if !repeats => match rest {
                [byte, left @ ..] if takes_one(*class, *byte) => rest = left,
                _ => return false,
            },
            _ => match repeat(&mut format, rest) {
                Some(left) => {
                    rest = left;
                    continue;
                }
                None => return false,
            },
        }
        format = behind;
    }
    rest.is_empty()
}

/// Takes what the item takes that a format begins with; the rest of the number, or `None` where the item lacks characters. An item
/// that may repeat takes what the others, at their least, leave over: so nothing need be given back.
fn repeat<'n>(format: &mut &[u8], number: &'n [u8]) -> Option<&'n [u8]> {
    let mut items = Items(format);
    let item = items.next()?;
    *format = items.0;
    let mut most = usize::from(item.least);
    if item.most > item.least {
        let spare = number.len().saturating_sub(least(format));
        most = most.max(spare.min(usize::from(item.most)));
    }
    // A separator that may be left out takes nothing.
    let run = number.iter().take(most).take_while(|byte| takes(item.class, **byte)).count();
    if run < usize::from(item.least) { None } else { number.get(run..) }
}

/// The fewest characters that the alternative takes which a format begins with.
fn least(format: &[u8]) -> usize {
    let items = Items(format).take_while(|item| item.class != b"|");
    items.fold(0, |least, item| match item.class {
        [single] if is_separator(*single) || *single == b'*' => least,
        _ => least.wrapping_add(usize::from(item.least)),
    })
}

/// A number that fits a format with the format's separators in it; `None` where it fits no alternative.
pub(crate) fn laid_out(format: &str, number: &[u8]) -> Option<Vec<u8>> {
    let mut format = fitting(format, number)?;
    let mut rest = number;
    let mut written = Vec::with_capacity(number.len().wrapping_mul(2));
    loop {
        let mut items = Items(format);
        match items.next() {
            None | Some(Item { class: [b'|'], .. }) => return Some(written),
            // One that may be left out is, and so is one with nothing behind it but a bracket that closes.
            Some(Item { class: [single], least, .. }) if is_separator(*single) => {
                let closes = *single == b')' && written.contains(&b'(');
                if closes || (least > 0 && !rest.is_empty()) {
                    written.push(*single);
                }
                format = items.0;
            }
            Some(_) => {
                let left = repeat(&mut format, rest)?;
                written.extend_from_slice(rest.get(..rest.len().wrapping_sub(left.len()))?);
                rest = left;
            }
        }
    }
}

/// What the numbers of a format look like that has one alternative, of digits, letters and either, each in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    len: u8,
    digits: u32,
    letters: u32,
}

impl Shape {
    /// The shape of the first alternative of a format; one that nothing has where it is more than places of `d`, `a` and `x`.
    pub(crate) const fn of(format: &str) -> Self {
        const NONE: Shape = Shape { len: u8::MAX, digits: 0, letters: 0 };
        let mut shape = Self { len: 0, digits: 0, letters: 0 };
        let mut rest = format.as_bytes();
        while let [class, behind @ ..] = rest {
            rest = behind;
            if *class == b'|' {
                break;
            }
            if is_separator(*class) {
                if let [b'?', ..] = rest {
                    return NONE;
                }
                continue;
            }
            let mut times = 1;
            if let [b'{', behind @ ..] = rest {
                rest = behind;
                times = number(&mut rest);
                let [b'}', behind @ ..] = rest else { return NONE };
                rest = behind;
            }
            if times > 31 || shape.len > 31_u8.wrapping_sub(times) || matches!(rest, [b'?', ..]) {
                return NONE;
            }
            let places = (1_u32 << times).wrapping_sub(1) << shape.len;
            match *class {
                b'd' => shape.digits |= places,
                b'a' => shape.letters |= places,
                b'x' => {}
                _ => return NONE,
            }
            shape.len = shape.len.wrapping_add(times);
        }
        shape
    }

    /// Whether a number has this shape.
    #[inline]
    pub(crate) fn is_of(self, (len, digits, letters): (u8, u64, u64)) -> bool {
        let (wanted_digits, wanted_letters) = (u64::from(self.digits), u64::from(self.letters));
        len == self.len
            && digits & wanted_digits == wanted_digits
            && letters & wanted_letters == wanted_letters
            && (digits | letters) == 1_u64.wrapping_shl(u32::from(len)).wrapping_sub(1)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_match_what_they_say() {
        for (format, good, bad) in [
            ("ddd.ddd-d", "1234567", "123456"),
            ("a{1,2}[1-9]d{0,5}", "D1", "DR034"),
            ("d{10}|[59]ddd0d{8}", "5123012345678", "6123012345678"),
            ("[ACF-H]dx?", "G1", "D1"),
            ("7*", "71", "17"),
            ("ooL", "1ML", "1AL"),
        ] {
            assert!(matches(format, good.as_bytes()), "{format} {good}");
            assert!(!matches(format, bad.as_bytes()), "{format} {bad}");
            assert!(!matches(format, b""), "{format}");
        }
    }

    #[test]
    fn numbers_are_laid_out_as_the_format_shows() {
        for (format, number, written) in [
            ("ddd.ddd-d", "1234567", "123.456-7"),
            ("a{1,2}d{3}([0-9A])", "AB1234", "AB123(4)"),
            ("ad{2}(d?d?)", "A12", "A12"),
            ("dd-?a|ddd", "123", "123"),
        ] {
            let laid = laid_out(format, number.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(laid).unwrap(), written, "{format}");
        }
        assert_eq!(laid_out("dd", b"A1"), None);
    }

    #[test]
    fn shapes_say_what_formats_say() {
        for format in
            ["ddd.ddd-d", "aad{3}x", "d?dd", "[AB]dd", "d{2,3}", "dd|ddd", "Add", "a{2}d{2}"]
        {
            for number in ["1234567", "AB123C", "AB1234", "12", "123", "A12", "AB12", "A1", "Ñ2"] {
                let number = super::super::Compact::of(number).unwrap();
                let shape = Shape::of(format).is_of(number.shape());
                assert!(!shape || matches(format, number.bytes()), "{format}");
            }
        }
        let shaped = |format, number| {
            Shape::of(format).is_of(super::super::Compact::of(number).unwrap().shape())
        };
        assert!(shaped("ddd.ddd-d", "123.456-7") && shaped("aad{3}x|d", "AB1234"));
        assert!(!shaped("ddd.ddd-d", "123.45A-7") && !shaped("d{33}", &"1".repeat(33)));
    }

    #[test]
    fn separators_are_read_outside_of_classes() {
        assert_eq!(separators("d-[A-C]/d"), separator::DASH | separator::SLASH);
    }
}
