//! What is to be said of a number, and the walk that says it.

use super::{
    kind::Kind,
    national::{Length, Rules, region_of_invalid},
    reason::Reason,
    world::{Code, End, region_name, world},
};

/// What is to be said of a number in E.164. Holds no digit of it but the calling code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The calling code, 1 to 999; `None` where it starts with none.
    pub calling_code: Option<u16>,
    /// Alpha-2 code of the region, `001` where the calling code belongs to no country. Of a number that is not valid, only
    /// where its calling code or its leading digits tell.
    pub region: Option<&'static str>,
    /// What the number is for; [`Kind::Unknown`] where it is not valid.
    pub kind: Kind,
    /// Whether the country has numbers of this length.
    pub possible: bool,
    /// Whether the number lies in a range that is assigned.
    pub valid: bool,
    /// Why it is not valid.
    pub reason: Option<Reason>,
    /// The first digit, counted from 1 and from the calling code on, at which no valid number starts like this any more.
    pub at: Option<u8>,
    /// Whether more digits can make it valid.
    pub open: bool,
}

impl Verdict {
    /// What is said of text that is no number at all.
    pub(crate) const fn refused(reason: Reason, at: Option<u8>, open: bool) -> Self {
        Self {
            calling_code: None,
            region: None,
            kind: Kind::Unknown,
            possible: false,
            valid: false,
            reason: Some(reason),
            at,
            open,
        }
    }
}

/// The most digits a number can have: a calling code of 3 and a national number of 17, as libphonenumber takes them.
pub(crate) const MOST_DIGITS: usize = 20;

/// Judges a number written `+`, calling code, national number, with nothing between: one step a digit, nothing allocated.
///
/// Source: ITU-T E.164 (11/2010) for the form; libphonenumber's metadata ([`VERSION`](crate::tables::phone::VERSION)) for
/// what is assigned.
///
/// ```
/// use kyc_rules::phone::{Kind, Reason, e164};
///
/// let london = e164("+442079460958");
/// assert_eq!((london.region, london.kind), (Some("GB"), Kind::FixedLine));
///
/// let prague = e164("+420999123456");
/// assert!(prague.possible && !prague.valid);
/// assert_eq!((prague.reason, prague.at), (Some(Reason::Unassigned), Some(5)));
/// assert_eq!(e164("+44 20 7946 0958").reason, Some(Reason::NotANumber));
/// ```
#[must_use]
pub fn e164(text: &str) -> Verdict {
    let Some(digits) = text.as_bytes().strip_prefix(b"+") else {
        let reason = if text.is_empty() { Reason::Empty } else { Reason::NotANumber };
        return Verdict::refused(reason, None, false);
    };
    if digits.is_empty() {
        return Verdict::refused(Reason::NotANumber, None, true);
    }
    if !is_all_digits(digits) {
        return Verdict::refused(Reason::NotANumber, None, false);
    }
    match digits.get(..MOST_DIGITS) {
        Some(first) if digits.len() > MOST_DIGITS => too_long(first),
        _ => judge(digits),
    }
}

/// Whether a text is ASCII digits, eight at a time.
fn is_all_digits(text: &[u8]) -> bool {
    // A digit's upper half is 3, also with 6 more in the lower one.
    let eight = |bytes: &[u8; 8]| {
        let bytes = u64::from_le_bytes(*bytes);
        (bytes & bytes.wrapping_add(0x0606_0606_0606_0606) ^ 0x3030_3030_3030_3030)
            & 0xf0f0_f0f0_f0f0_f0f0
            == 0
    };
    match text.last_chunk() {
        Some(last) => text.as_chunks().0.iter().all(eight) && eight(last),
        None => text.iter().all(u8::is_ascii_digit),
    }
}

/// What is said of more digits than any number has.
fn too_long(digits: &[u8]) -> Verdict {
    match judge(digits) {
        verdict if verdict.reason == Some(Reason::UnknownCallingCode) => verdict,
        verdict => Verdict {
            kind: Kind::Unknown,
            possible: false,
            valid: false,
            reason: Some(Reason::TooLong),
            at: verdict.at.or(Some(21)),
            open: false,
            ..verdict
        },
    }
}

/// Judges the digits of calling code and national number.
pub(crate) fn judge(digits: &[u8]) -> Verdict {
    let Some(code) = world().code(digits) else { return no_code(digits) };
    let national_number = digits.get(code.width()..).unwrap_or(&[]);
    let end = code.machines().numbers.walk(national_number);
    match code.answer(end.answer()) {
        Some(answer) => Verdict {
            calling_code: Some(code.number),
            region: Some(region_name(answer.0)),
            kind: answer.1,
            possible: true,
            valid: true,
            reason: None,
            at: None,
            open: false,
        },
        None => not_valid(code, national_number, end),
    }
}

/// What is said of a number of a calling code that is not valid.
#[inline(never)]
fn not_valid(code: Code, national_number: &[u8], end: End<'_>) -> Verdict {
    let digits = code.width().wrapping_add(national_number.len());
    let dead_for = end.dead_for();
    let at = dead_for.and_then(|dead_for| u8::try_from(digits.wrapping_sub(dead_for)).ok());
    let reason = match Rules::of_main(code).length(national_number.len()) {
        Length::Possible if at.is_some() => Reason::Unassigned,
        Length::Possible => Reason::Incomplete,
        Length::LocalOnly => Reason::LocalOnly,
        Length::TooShort => Reason::TooShort,
        Length::TooLong => Reason::TooLong,
        Length::Between => Reason::InvalidLength,
    };
    Verdict {
        calling_code: Some(code.number),
        region: region_of_invalid(code, national_number).map(region_name),
        kind: Kind::Unknown,
        possible: matches!(reason, Reason::Unassigned | Reason::Incomplete),
        valid: false,
        reason: Some(reason),
        at,
        open: at.is_none(),
    }
}

/// What is said of digits that start with no calling code: too few for one, or none there is.
#[inline(never)]
fn no_code(digits: &[u8]) -> Verdict {
    let at = world().dead_at(digits);
    let reason = if at.is_some() { Reason::UnknownCallingCode } else { Reason::TooShort };
    Verdict::refused(reason, at, at.is_none())
}

#[cfg(test)]
mod tests {
    use super::is_all_digits;

    #[test]
    fn digits_are_told_from_every_other_byte_at_every_place() {
        for length in 0..=20 {
            let mut text: Vec<u8> = (b'0'..=b'9').cycle().take(length).collect();
            assert!(is_all_digits(&text));
            for place in 0..length {
                let digit = text[place];
                for byte in 0..=u8::MAX {
                    text[place] = byte;
                    assert_eq!(
                        is_all_digits(&text),
                        byte.is_ascii_digit(),
                        "{byte} at {place} of {length}"
                    );
                }
                text[place] = digit;
            }
        }
    }
}
