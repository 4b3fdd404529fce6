//! What schemes demand of a number beyond its format, as data, and the one interpreter of it.

use super::{
    date::{BirthDate, Date},
    pattern,
    primitives::{luhn, mod_11_10, remainder, value, verhoeff},
};
use crate::code::Code;

/// One demand. Places count from 0; negative ones from the end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// From here on, what fails is a warning.
    Advisory,
    /// A weighted sum and the character it leads to.
    Sum(Sum),
    /// A number modulo another, and the digits it leads to.
    Mod(Mod),
    /// Luhn over the characters from a place to before another (0: the end), with so many values a place.
    Luhn(i8, i8, u8),
    /// Verhoeff over all digits; the place left out, if any, holds another check digit.
    Verhoeff,
    /// Luxembourg: Luhn without the last digit, Verhoeff without the last but one.
    LuhnAndVerhoeff,
    /// ISO/IEC 7064 MOD 11,10 over all digits.
    Mod11_10,
    /// A date of birth that must be real.
    Date(Date),
    /// A date of birth where there is one, and no matter where there is none.
    Tells(Date),
    /// A date of birth read by a rule of its own, which must be real.
    Born(fn(&[u8]) -> Option<BirthDate>),
    /// At this place, one of these, parted by spaces; `a-b` is a range.
    In(i8, &'static str),
    /// At this place, none of these.
    NotIn(i8, &'static str),
    /// Not one character over and over.
    NotAllSame,
    /// Not the same read backwards.
    NotPalindrome,
    /// Not one of the specimens: a number that was printed so often that it is nobody's.
    NotSpecimen(&'static str),
    /// Only for numbers that fit this format.
    When(&'static str, &'static [Check]),
    /// Any of these.
    Any(&'static [&'static [Check]]),
    /// A rule of its own.
    Rule(fn(&[u8]) -> bool),
}

/// A weighted sum and the character it leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sum {
    /// A weight a character, `0`–`9` and `A`–`Z` for 10–35; behind `/`, those of the next pass.
    weights: &'static str,
    /// The check character for each remainder, so its length is the modulus. `!`: no character; `>`: the next pass decides,
    /// and in the last it is `0`; `}`: the next pass decides, and in the last it is no character. Else `%m` or `%m=r`: no check
    /// character, the sum itself must be 0 or r modulo m.
    table: &'static str,
    /// Where the weights begin; [`RIGHT`] has them end right before the check character.
    from: i8,
    /// Where the check character is.
    at: i8,
    /// The characters by value, if not 0–9 and A–Z for 10–35.
    alphabet: Option<&'static Alphabet>,
    /// Whether products above 9 count as the sum of their digits.
    cross: bool,
}

/// For weights that end right before the check character, however long the number.
const RIGHT: i8 = i8::MIN;

/// A weighted sum of the characters from the first on; the check character behind the weights.
pub(crate) const fn sum(weights: &'static str, table: &'static str) -> Sum {
    let mut at = 0_i8;
    let mut rest = weights.as_bytes();
    while let [weight, tail @ ..] = rest
        && *weight != b'/'
    {
        at = at.wrapping_add(1);
        rest = tail;
    }
    Sum { weights, table, from: 0, at, alphabet: None, cross: false }
}

/// A weighted sum that ends right before the last character, which is the check character.
pub(crate) const fn right(weights: &'static str, table: &'static str) -> Sum {
    Sum { weights, table, from: RIGHT, at: -1, alphabet: None, cross: false }
}

impl Sum {
    /// The same with the weights from another place on.
    pub(crate) const fn from(mut self, from: i8) -> Self {
        self.from = from;
        self
    }

    /// The same with the check character elsewhere.
    pub(crate) const fn at(mut self, at: i8) -> Self {
        self.at = at;
        self
    }

    /// The same with other values for characters.
    pub(crate) const fn by(mut self, alphabet: &'static Alphabet) -> Self {
        self.alphabet = Some(alphabet);
        self
    }

    /// The same with products above 9 counted as the sum of their digits.
    pub(crate) const fn cross(mut self) -> Self {
        self.cross = true;
        self
    }

    fn holds(&self, number: &[u8]) -> bool {
        if let [b'%', ..] = self.table.as_bytes() {
            let (modulus, goal) = zero_terms(self.table);
            let total = self.total(self.weights.as_bytes(), number, number.len());
            return total.checked_rem(modulus) == Some(goal);
        }
        let at = place(number, self.at);
        let Some(written) = number.get(at) else { return false };
        let modulus = u32::try_from(self.table.len()).unwrap_or(0);
        let mut weights = self.weights.as_bytes();
        loop {
            let Some(rest) = self.total(weights, number, at).checked_rem(modulus) else {
                return false;
            };
            let expected = self.table.as_bytes().get(usize::try_from(rest).unwrap_or(usize::MAX));
            let Some(b'>' | b'}') = expected else { return expected == Some(written) };
            let Some(next) = weights.iter().position(|byte| *byte == b'/') else {
                return expected == Some(&b'>') && *written == b'0';
            };
            weights = weights.get(next.wrapping_add(1)..).unwrap_or_default();
        }
    }

    /// The sum of a pass: the weights up to a `/`.
    #[inline]
    fn total(&self, mut weights: &[u8], number: &[u8], at: usize) -> u32 {
        let mut from = place(number, self.from);
        if self.from == RIGHT {
            let len = weights.iter().position(|byte| *byte == b'/').unwrap_or(weights.len());
            weights = weights.get(len.saturating_sub(at)..len).unwrap_or_default();
            from = at.saturating_sub(len);
        }
        let number = number.get(from..).unwrap_or_default();
        let mut total = 0_u32;
        for (weight, byte) in weights.iter().zip(number) {
            if *weight == b'/' {
                break;
            }
            let unit = match self.alphabet {
                None => value(*byte),
                Some(alphabet) => alphabet.value(*byte),
            };
            let mut term = u32::from(unit).wrapping_mul(u32::from(value(*weight)));
            if self.cross && term > 9 {
                term = (term / 10).wrapping_add(term % 10);
            }
            total = total.wrapping_add(term);
        }
        total
    }
}

/// What the characters of a number count, where that is not 0–9 and 10–35: a value for each of `&` to `~`.
#[derive(Debug)]
pub(crate) struct Alphabet([u8; Alphabet::LEN]);

impl Alphabet {
    const FIRST: u8 = b'&';
    const LEN: usize = (b'~' - Self::FIRST) as usize + 1;

    /// The characters by value: their places in this text, in which `?` and a blank stand for none.
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "only run to compile the tables: a text out of range does not compile"
    )]
    pub(crate) const fn new(text: &str) -> Self {
        let mut values = [0; Self::LEN];
        let mut rest = text.as_bytes();
        let mut value = 0_u8;
        while let [byte, tail @ ..] = rest {
            if *byte != b'?' && *byte != b' ' {
                values[(*byte - Self::FIRST) as usize] = value;
            }
            value += 1;
            rest = tail;
        }
        Self(values)
    }

    #[inline]
    fn value(&self, byte: u8) -> u8 {
        self.0.get(usize::from(byte.wrapping_sub(Self::FIRST))).copied().unwrap_or(0)
    }
}

/// The modulus and the remainder that `%m=r` asks for.
fn zero_terms(table: &str) -> (u32, u32) {
    let (mut modulus, mut goal) = (0_u32, None);
    for byte in table.bytes().skip(1) {
        let term =
            if byte == b'=' { goal.insert(0) } else { goal.as_mut().unwrap_or(&mut modulus) };
        if byte != b'=' {
            *term = term.wrapping_mul(10).wrapping_add(u32::from(value(byte)));
        }
    }
    (modulus, goal.unwrap_or(0))
}

/// A number modulo another, and the digits it leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mod {
    /// A digit put before the number.
    pub(crate) lead: u8,
    /// How many characters the number has, from the first on.
    pub(crate) len: u8,
    pub(crate) modulus: u16,
    /// How the digits behind it follow.
    pub(crate) rest: Rest,
}

/// How check digits follow from a remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// They are the remainder.
    Same,
    /// They make it up to the modulus.
    Complement,
    /// There are none: the remainder itself must be this.
    Is(u16),
}

impl Mod {
    fn holds(self, number: &[u8]) -> bool {
        let Some((digits, check)) = number.split_at_checked(usize::from(self.len)) else {
            return false;
        };
        let Some(rest) = remainder(self.lead, digits, self.modulus) else { return false };
        let written = check.iter().fold(0_u16, |number, byte| {
            number.wrapping_mul(10).wrapping_add(u16::from(value(*byte)))
        });
        match self.rest {
            Rest::Same => written == rest,
            Rest::Complement => written == self.modulus.wrapping_sub(rest),
            Rest::Is(goal) => rest == goal,
        }
    }
}

/// Why a number fails, and whether for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    pub(crate) hard: bool,
}

/// What running the checks has told so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    pub(crate) advisory: bool,
    pub(crate) born: Option<BirthDate>,
}

/// Runs the checks in order; the first that fails decides.
pub(crate) fn run(checks: &[Check], number: &[u8], state: &mut State) -> Result<(), Failure> {
    for check in checks {
        let hard = !state.advisory;
        let (holds, code) = match check {
            Check::Advisory => {
                state.advisory = true;
                continue;
            }
            Check::When(format, inner) => {
                if pattern::matches(format, number) {
                    run(inner, number, state)?;
                }
                continue;
            }
            Check::Any(lists) => {
                any(lists, number, state)?;
                continue;
            }
            Check::Date(date) => {
                state.born = date.read(number);
                (state.born.is_some(), Code::NationalIdFormat)
            }
            Check::Born(read) => {
                state.born = read(number);
                (state.born.is_some(), Code::NationalIdFormat)
            }
            Check::Tells(date) => {
                state.born = date.read(number);
                continue;
            }
            Check::Sum(sum) => (sum.holds(number), Code::NationalIdCheckDigit),
            Check::Mod(mod_) => (mod_.holds(number), Code::NationalIdCheckDigit),
            Check::Luhn(from, to, n) => {
                let to = if *to == 0 { number.len() } else { place(number, *to) };
                let part = number.get(place(number, *from)..to).unwrap_or_default();
                (luhn(part, *n), Code::NationalIdCheckDigit)
            }
            Check::Verhoeff => (verhoeff(number), Code::NationalIdCheckDigit),
            Check::LuhnAndVerhoeff => (luhn_and_verhoeff(number), Code::NationalIdCheckDigit),
            Check::Mod11_10 => (mod_11_10(number), Code::NationalIdCheckDigit),
            Check::In(at, list) => (listed(list, *at, number), Code::NationalIdNotIssued),
            Check::NotIn(at, list) => (!listed(list, *at, number), Code::NationalIdNotIssued),
            Check::NotAllSame => {
                let same = number.iter().all(|byte| Some(byte) == number.first());
                (!same, Code::NationalIdNotIssued)
            }
            Check::NotPalindrome => {
                (!number.iter().eq(number.iter().rev()), Code::NationalIdNotIssued)
            }
            Check::NotSpecimen(list) => {
                if listed(list, 0, number) {
                    return Err(Failure { code: Code::NationalIdPlaceholder, hard: false });
                }
                continue;
            }
            Check::Rule(rule) => (rule(number), Code::NationalIdCheckDigit),
        };
        if !holds {
            return Err(Failure { code, hard });
        }
    }
    Ok(())
}

/// Runs lists of checks until one holds; where none does, the last one's reason stands.
fn any(lists: &[&[Check]], number: &[u8], state: &mut State) -> Result<(), Failure> {
    let mut outcome = Ok(());
    for list in lists {
        let mut tried = *state;
        outcome = run(list, number, &mut tried);
        if outcome.is_ok() {
            *state = tried;
            break;
        }
    }
    outcome
}

fn luhn_and_verhoeff(number: &[u8]) -> bool {
    let mut without = [0; 12];
    for (to, from) in without.iter_mut().zip(number.iter().take(11).chain(number.get(12))) {
        *to = *from;
    }
    luhn(number.get(..12).unwrap_or_default(), 10) && verhoeff(&without)
}

/// A place counted from the end where it is negative.
#[inline]
fn place(number: &[u8], at: i8) -> usize {
    if at < 0 {
        number.len().wrapping_sub(usize::from(at.unsigned_abs()))
    } else {
        usize::from(at.unsigned_abs())
    }
}

/// Whether what stands at a place is one of the words of a list, or within one of its ranges. The words of a list are of one
/// length.
fn listed(list: &str, at: i8, number: &[u8]) -> bool {
    let mut rest = list.as_bytes();
    let width = rest.iter().take_while(|byte| !matches!(byte, b' ' | b'-')).count();
    let here = number.get(place(number, at)..).and_then(|here| here.get(..width));
    let Some(here @ [first, ..]) = here else { return false };
    loop {
        let Some((low, tail)) = rest.split_at_checked(width) else { return false };
        let (high, tail) = match tail {
            [b'-', tail @ ..] => tail.split_at_checked(width).unwrap_or((low, tail)),
            _ => (low, tail),
        };
        // Most words differ in the first character already.
        let near = low.first() <= Some(first) && Some(first) <= high.first();
        if near && low <= here && here <= high {
            return true;
        }
        let [_, tail @ ..] = tail else { return false };
        rest = tail;
    }
}
