//! What is to be said of a number, and the walk that says it.

use super::{
    kind::Kind,
    national::{Length, length, region_of_invalid},
    reason::Reason,
    world::{Code, DEAD, ROOT, region_name, world},
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
    if let Some(verdict) = valid(digits) {
        return verdict;
    }
    let mut values = [0; MOST_DIGITS];
    for (byte, value) in digits.iter().zip(&mut values) {
        *value = byte.wrapping_sub(b'0');
    }
    match digits.get(..MOST_DIGITS.min(digits.len())).zip(values.get(..digits.len())) {
        Some((_, values)) if values.iter().all(|value| *value < 10) => judge(values),
        None if digits.iter().all(u8::is_ascii_digit) => too_long(&values),
        _ => Verdict::refused(Reason::NotANumber, None, false),
    }
}

/// The verdict on a number that is valid, straight from its ASCII digits: most are, and this is all that has to be asked.
fn valid(digits: &[u8]) -> Option<Verdict> {
    let [a, b, c, ..] = digits else { return None };
    let first = [a, b, c].map(|byte| byte.wrapping_sub(b'0'));
    if digits.len() > MOST_DIGITS || first.iter().any(|digit| *digit > 9) {
        return None;
    }
    let code = world().code(&first)?;
    let numbers = &code.machines().numbers;
    let mut state = ROOT;
    for byte in digits.get(code.width()..)? {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        // From the dead state every digit leads to it, so nobody has to look.
        state = numbers.step(state, digit);
    }
    valid_end(code, numbers.answer(state))
}

/// The verdict on a number of a calling code that ends in an answer of the machine.
fn valid_end(code: Code, answer: u16) -> Option<Verdict> {
    let (region, kind) = code.answer(answer)?;
    Some(Verdict {
        calling_code: Some(code.number),
        region: Some(region_name(region)),
        kind,
        possible: true,
        valid: true,
        reason: None,
        at: None,
        open: false,
    })
}

/// What is said of more digits than any number has.
fn too_long(values: &[u8]) -> Verdict {
    match judge(values) {
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

/// Judges the digits (0–9) of calling code and national number.
pub(crate) fn judge(digits: &[u8]) -> Verdict {
    let Some(code) = world().code(digits) else { return no_code(digits) };
    let numbers = &code.machines().numbers;
    let mut state = ROOT;
    let mut at = None;
    for (place, digit) in (1..).zip(digits).skip(code.width()) {
        state = numbers.step(state, *digit);
        if state == DEAD {
            at = Some(place);
            break;
        }
    }
    if let Some(verdict) = valid_end(code, numbers.answer(state)) {
        return verdict;
    }
    let national_number = digits.get(code.width()..).unwrap_or(&[]);
    let reason = match length(code.first, national_number.len()) {
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
fn no_code(digits: &[u8]) -> Verdict {
    let at = world().dead_at(digits);
    let reason = if at.is_some() { Reason::UnknownCallingCode } else { Reason::TooShort };
    Verdict::refused(reason, at, at.is_none())
}
