//! A number while it is typed: laid out as far as it goes, the caret kept where it was among the digits.
//!
//! Everything is said by the text and the caret alone, so it is all one whether a digit was typed at the end, put in or taken
//! out in the middle, or a number pasted. No digit is ever added, dropped or moved.

use alloc::string::String;

use super::{
    layout::{Layout, Layouts},
    national::{Length, Rules},
    parse::parse,
    reason::Reason,
    scan::{Sign, sign},
    verdict::{Verdict, judge},
    world::{Code, region, world},
};
use crate::text::is_blank_char;

/// What a field shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// Where the caret stands in it, counted as it was given: in UTF-16 units, as browsers do (`selectionStart`).
    pub caret: usize,
    /// What is to be said of the number so far.
    pub verdict: Verdict,
}

impl core::fmt::Debug for Typed {
    /// Says what is to be said of the number, not the number.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Typed").field("verdict", &self.verdict).finish_non_exhaustive()
    }
}

/// The most digits that are laid out.
const MOST: usize = 24;

/// Lays out what a field holds after each change: `text` and `caret` (in UTF-16 units) as they are now, the default country
/// (alpha-2) for numbers without a plus. Text that is more than digits and what stands between them, an extension say, stays as
/// it is.
///
/// ```
/// use kyc_rules::phone::as_you_type;
/// let shown = |text: &str, caret| {
///     let typed = as_you_type(text, caret, Some("GB"));
///     (typed.text, typed.caret)
/// };
/// assert_eq!(shown("02079", 5), ("020 79".into(), 6));
/// // A digit put in behind the first group: the caret stays behind it.
/// assert_eq!(shown("0205 7946 095", 4), ("020 5794 6095".into(), 5));
/// // Backspace over the space: the caret moves on, and the next one takes the digit.
/// assert_eq!(shown("0207946 0958", 3), ("020 7946 0958".into(), 3));
/// assert_eq!(shown("+12025550173", 12), ("+1 202-555-0173".into(), 15));
/// ```
#[must_use]
pub fn as_you_type(text: &str, caret: usize, default_country: Option<&str>) -> Typed {
    let Some(keys) = Keys::read(text, caret) else {
        let verdict = parse(text, default_country).map_or_else(
            |error| Verdict::refused(error.reason, None, false),
            |phone| *phone.verdict(),
        );
        return Typed { text: text.into(), caret, verdict };
    };
    let country = default_country.and_then(region).and_then(Rules::of);
    let verdict = match (keys.plus, keys.digits.is_empty()) {
        (true, false) => judge(&keys.values()),
        (true, true) => Verdict::refused(Reason::NotANumber, None, true),
        (false, true) => Verdict::refused(Reason::Empty, None, true),
        _ => parse(&keys.digits, default_country).map_or_else(
            |error| Verdict::refused(error.reason, None, error.reason == Reason::TooShort),
            |phone| *phone.verdict(),
        ),
    };
    let mut out = String::new();
    keys.lay_out(&mut out, country);
    let caret = place_behind(&out, keys.before_caret);
    Typed { text: out, caret, verdict }
}

/// The place behind so many digits and plus signs. Everything is ASCII, so bytes are UTF-16 units.
fn place_behind(text: &str, keys: usize) -> usize {
    let mut places = text.bytes().zip(1..).filter(|(c, _)| matches!(c, b'+' | b'0'..=b'9'));
    keys.checked_sub(1).and_then(|last| places.nth(last)).map_or(0, |(_, place)| place)
}

/// The keys that count: a plus at the start, digits.
struct Keys {
    plus: bool,
    digits: String,
    /// How many of them stand before the caret.
    before_caret: usize,
}

impl Keys {
    /// Reads a text; `None` where it is more than that.
    fn read(text: &str, caret: usize) -> Option<Self> {
        let mut keys = Self { plus: false, digits: String::new(), before_caret: 0 };
        let mut place = 0_usize;
        for c in text.chars() {
            let is_key = match sign(c) {
                Sign::Digit(value) if keys.digits.len() < MOST => {
                    keys.digits.push(char::from(value | b'0'));
                    true
                }
                Sign::Plus if keys.digits.is_empty() => !core::mem::replace(&mut keys.plus, true),
                Sign::Punctuation => false,
                _ if is_blank_char(c) => false,
                _ => return None,
            };
            keys.before_caret =
                keys.before_caret.wrapping_add(usize::from(is_key && place < caret));
            place = place.wrapping_add(c.len_utf16());
        }
        Some(keys)
    }

    fn values(&self) -> alloc::vec::Vec<u8> {
        self.digits.bytes().map(|digit| digit & 15).collect()
    }

    fn lay_out(&self, out: &mut String, country: Option<Rules>) {
        let values = self.values();
        if self.plus {
            out.push('+');
            return lay_out_abroad(out, &self.digits, &values);
        }
        let Some(country) = country else { return out.push_str(&self.digits) };
        let idd = country.idd(&values);
        let idd = idd.filter(|end| values.get(*end).is_some_and(|digit| *digit != 0));
        if let Some((dialled, rest)) = idd.and_then(|end| self.digits.split_at_checked(end)) {
            out.push_str(dialled);
            out.push(' ');
            return lay_out_abroad(out, rest, values.get(dialled.len()..).unwrap_or(&[]));
        }
        let stripped = country.prefix_length(&values).unwrap_or(0);
        let (prefix, number) = self.digits.split_at_checked(stripped).unwrap_or(("", &self.digits));
        match choose(country.code, false, number) {
            None => out.push_str(&self.digits),
            Some(layout) if layout.prefix_digits().eq(prefix.chars()) => {
                layout.write(out, number, true);
            }
            Some(layout) => {
                out.push_str(prefix);
                if !prefix.is_empty() {
                    out.push(' ');
                }
                layout.write(out, number, false);
            }
        }
    }
}

/// A calling code, as far as it is one, and what stands behind it.
fn lay_out_abroad(out: &mut String, digits: &str, values: &[u8]) {
    let code = world().code(values);
    let parts = code.and_then(|code| Some((code, digits.split_at_checked(code.width())?)));
    let Some((code, (calling_code, number))) = parts else { return out.push_str(digits) };
    out.push_str(calling_code);
    if number.is_empty() {
        return;
    }
    out.push(' ');
    match choose(code, true, number) {
        Some(layout) => layout.write(out, number, false),
        None => out.push_str(number),
    }
}

/// The layout of a number so far: its own where it may be whole, else the first it may yet have. Many countries have numbers so
/// short that one of them stands in the way to a longer one; where nothing lays those out, the way is not left. Layouts of
/// numbers that can be dialled within an area only come last: hardly anybody means them, and they would change at the next digit.
fn choose(code: Code, abroad: bool, number: &str) -> Option<Layout> {
    if number.is_empty() {
        return None;
    }
    let layouts = Layouts::of(code, abroad);
    let rules = Rules::of_main(code);
    let possible = |digits: usize| rules.length(digits) == Length::Possible;
    if possible(number.len())
        && let Some(layout) = layouts.whole(number)
    {
        return Some(layout).filter(|layout| layout.keeps_digits());
    }
    let fits = |layout: &Layout| layout.bounds().1 > number.len() && layout.keeps_digits();
    let grows = |layout: &Layout| {
        let (fewest, most) = layout.bounds();
        (fewest.max(number.len().wrapping_add(1))..=most).any(possible)
    };
    layouts.open(number).filter(fits).find(grows).or_else(|| layouts.open(number).find(fits))
}
