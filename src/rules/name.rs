//! A person's name, or a part of it: letters of any script with their marks, and the signs that stand in names.
//!
//! Refused is what no document can show: control and direction characters, code points without a character, symbols and emoji,
//! markup, more than three accents on one letter, and a name without a single letter. Everything unlikely is a warning: digits,
//! brackets, `@` (the cards of Singapore and Malaysia have it before another name), letters of alphabets that look alike.
//!
//! Source: the Unicode Standard's general categories and scripts; RFC 5892, A.1 and A.2 (joiners stand where a script needs
//! them), with the zero-width space as the keyboards of Khmer, Thai, Lao and Burmese have it. Unverified: which punctuation
//! stands in names (agrees with 7,471 names of 86 locales in Faker). Not checked: capital letters, length beyond the field's,
//! and whether anyone has the name.

use alloc::string::String;

use crate::{
    ascii,
    code::{Code, Severity},
    field::{Rule, Scope},
    finding::{Finding, Param},
    policy::NamePolicy,
    scan::{cut, has, parts},
    text,
    unicode::{Class, Mixture, class},
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "name",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::NameHiddenCharacter,
        Code::NameSymbol,
        Code::NameStackedMarks,
        Code::NameNoLetter,
        Code::NameMixedScripts,
        Code::NameDigit,
        Code::NameUnusualCharacter,
        Code::NamePlaceholder,
        Code::NameNotLatin,
        Code::TextOuterSpace,
    ],
    reads: &[],
    check,
    canonical,
};

/// Marks in a row from which a letter is no letter any more: of those that stand over and under letters of any script.
const MAX_MARKS: u32 = 3;
/// The same for scripts that write vowels and joined consonants as marks: `ကျော်`, a usual name in Burma, has four.
const MAX_JOINING_MARKS: u32 = 8;

/// What US documents say in place of a name a person does not have: first, last name unknown.
const PLACEHOLDERS: [&str; 2] = ["FNU", "LNU"];

/// Judges a name.
///
/// # Errors
/// The finding: the first error, else the weightiest warning.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::name::check};
/// let policy = Policy::DEFAULT;
/// let scope = Scope::alone(time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap(), &policy);
/// let code = |name| check(name, &scope).err().map(|finding| finding.code);
/// assert_eq!(code("Nguyễn Thị O'Brien-Müller Jr."), None);
/// assert_eq!(code("Jane\0"), Some(Code::TextControlCharacter));
/// assert_eq!(code("\u{202e}enaJ"), Some(Code::TextDirectionCharacter));
/// assert_eq!(code("Ja\u{ad}ne"), Some(Code::NameHiddenCharacter));
/// assert_eq!(code("Jane😀"), Some(Code::NameSymbol));
/// assert_eq!(code("Ja\u{301}\u{302}\u{303}\u{304}ne"), Some(Code::NameStackedMarks));
/// assert_eq!(code("12345"), Some(Code::NameNoLetter));
/// assert_eq!(code("Jаne"), Some(Code::NameMixedScripts), "with a Cyrillic а");
/// assert_eq!(code("J4ne"), Some(Code::NameDigit));
/// assert_eq!(code("Jane (Jenny)"), Some(Code::NameUnusualCharacter));
/// assert_eq!(code("FNU"), Some(Code::NamePlaceholder));
/// assert_eq!(code(" Jane"), Some(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let name = text::trim(value);
    if name.len() == value.len() && is_usual(name) {
        return Ok(());
    }
    if name.len() != value.len() {
        check_outside(value)?;
    }
    let mut seen = Seen::default();
    for c in name.chars() {
        seen.take(c)?;
    }
    if !seen.has_letter {
        return Err(Code::NameNoLetter.into());
    }
    let shown = if seen.has_direction_mark { text::tidy(name) } else { None };
    if is_web_address(shown.as_deref().unwrap_or(name)) {
        return Err(Code::NameSymbol.into());
    }
    let is_unusual = seen.is_unusual || seen.has_slash && !has_patronymic_slash(name);
    let warnings = [
        (seen.mixture.is_mixed(), Code::NameMixedScripts),
        (seen.has_direction_mark, Code::TextDirectionCharacter),
        (seen.has_number, Code::NameDigit),
        (is_unusual, Code::NameUnusualCharacter),
        (is_placeholder(name), Code::NamePlaceholder),
        (seen.has_other_letter && scope.policy.names == NamePolicy::Latin, Code::NameNotLatin),
        (name.len() != value.len(), Code::TextOuterSpace),
    ];
    match warnings.into_iter().find(|(holds, _)| *holds) {
        Some((_, code)) => Err(Finding::new(code).weighing(Severity::Warning)),
        None => Ok(()),
    }
}

/// The name trimmed, with single spaces, and without the characters that show nothing.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    text::tidy(value)
}

/// Whether it is as most names are: letters of ASCII, spaces and the signs that stand in names.
fn is_usual(name: &str) -> bool {
    const SIGNS: ascii::Seen = ascii::Seen::SPACE.or(ascii::Seen::NAME_MARK);
    let seen = ascii::Seen::of(name);
    seen.any(ascii::Seen::LETTER)
        && seen.only(ascii::Seen::LETTER.or(SIGNS))
        && !is_placeholder(name)
}

fn is_placeholder(name: &str) -> bool {
    PLACEHOLDERS.iter().any(|placeholder| placeholder.eq_ignore_ascii_case(name))
}

/// Refuses what stands around a name and is no space.
fn check_outside(value: &str) -> Result<(), Finding> {
    for c in text::outside(value) {
        match class(c) {
            Class::Control => return Err(Code::TextControlCharacter.into()),
            Class::Hidden => return Err(Code::NameHiddenCharacter.into()),
            _ => {}
        }
    }
    Ok(())
}

/// What was met so far.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met or not")]
struct Seen {
    has_letter: bool,
    /// A letter of another script than Latin.
    has_other_letter: bool,
    has_number: bool,
    has_slash: bool,
    has_direction_mark: bool,
    is_unusual: bool,
    mixture: Mixture,
    /// The letter that marks, joiners and selectors stand behind; a space, number or sign ends it.
    base: Option<Class>,
    marks: u32,
    joining_marks: u32,
}

impl Seen {
    fn take(&mut self, c: char) -> Result<(), Finding> {
        let class = class(c);
        // A mark of direction shows nothing, and the normal form is without it: what stands around it is judged as if it were not there.
        if !class.is_mark() && class != Class::DirectionMark {
            (self.marks, self.joining_marks) = (0, 0);
        }
        match class {
            Class::Control => return Err(Code::TextControlCharacter.into()),
            Class::Direction => return Err(Code::TextDirectionCharacter.into()),
            Class::Hidden => return Err(Code::NameHiddenCharacter.into()),
            Class::None | Class::Symbol => return Err(Code::NameSymbol.into()),
            Class::Joiner | Class::Selector => {
                let is_of_han = class == Class::Selector && self.base == Some(Class::Han);
                if self.base != Some(Class::Joining) && !is_of_han {
                    return Err(Code::NameHiddenCharacter.into());
                }
            }
            Class::DirectionMark => self.has_direction_mark = true,
            Class::Mark | Class::JoiningMark => self.take_mark(class)?,
            Class::Space | Class::NameMark => self.base = None,
            Class::Punctuation => {
                // Typed for a double hyphen behind kana and Han; elsewhere code and formulas have it.
                if c == '=' && !matches!(self.base, Some(Class::Letter | Class::Han)) {
                    return Err(Code::NameSymbol.into());
                }
                self.base = None;
                if c == '/' {
                    self.has_slash = true;
                } else {
                    self.is_unusual = true;
                }
            }
            Class::Number => {
                self.base = None;
                self.has_number = true;
            }
            Class::Letter
            | Class::Latin
            | Class::LatinFolding
            | Class::Greek
            | Class::Cyrillic
            | Class::LookAlike
            | Class::Han
            | Class::Joining => {
                self.base = Some(class);
                self.has_letter = true;
                self.has_other_letter |= !matches!(class, Class::Latin | Class::LatinFolding);
                self.mixture.see(class);
            }
        }
        Ok(())
    }

    fn take_mark(&mut self, class: Class) -> Result<(), Finding> {
        self.is_unusual |= self.base.is_none();
        let (count, max) = match class {
            Class::JoiningMark => (&mut self.joining_marks, MAX_JOINING_MARKS),
            _ => (&mut self.marks, MAX_MARKS),
        };
        *count = count.saturating_add(1);
        if *count > max {
            return Err(Finding::new(Code::NameStackedMarks).with("max", Param::Number(max)));
        }
        Ok(())
    }
}

/// Whether the text is a URL or an e-mail address.
fn is_web_address(text: &str) -> bool {
    let is_mail = || {
        let (_, domain) = cut(text, b'@').unwrap_or_default();
        !has(text, b' ') && has(domain, b'.')
    };
    text.as_bytes().windows(3).any(|three| three == b"://") || is_mail()
}

/// Whether every slash stands between two single letters: `A/L`, `A/P`, `S/O`, `D/O`, "son" and "daughter of" in names of
/// Indians in Malaysia and Singapore.
fn has_patronymic_slash(name: &str) -> bool {
    parts(name, b' ')
        .filter(|word| has(word, b'/'))
        .all(|word| matches!(word.as_bytes(), [a, b'/', b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()))
}
