//! Which schemes a country and a `nationalIdType` stand for, and what they say of a number together.

use alloc::{string::String, vec::Vec};

use super::{
    buffer::Reader,
    compact::{Compact, separator},
    scheme::{Holder, Scheme},
    schemes::{self, special},
};
use crate::code::{Code, Severity};

/// Territories whose people have the numbers of another country: each code, then that country's, two letters each.
const TERRITORIES: &str = "ASUSAXFIBLFRBQNLCCAUCXAUFODKGFFRGGGBGLDKGPFRGUUSJEGBMFFRMPUSMQFRNFAUNUNZPMFRPRUSREFRSJNOTKNZVIUSXKRSYTFR";

/// Countries where the schemes known here are all that people have under `TIN`. Not Peru, whose foreign residents have the number
/// of a card of their own, nor Ukraine, where a passport's number stands for that of who refuses one.
const ALL_OF_TIN: &str =
    "ARATAUBEBGBRCACLDKEEESFIGRHRIEILINISITKZLTLULVMXNLNONZPLPTROSESGSITHTRUSZA";
/// Countries where they are all that people have under `NATIONAL_ID`: the card shows the same number, and no other that is
/// taken for it.
const ALL_OF_NATIONAL_ID: &str = "CLDKESHKILISKRNOSESGTHTRUYZA";

/// Whether a country issues Social Security numbers: the United States and their territories, and the three states in free
/// association with them, whose own Social Security Administrations give numbers of formats not known here.
pub(crate) fn issues_ssn(country: &str) -> bool {
    is_listed("USFMMHPW", country) || parent(country) == Some("US")
}

/// Whether a list of alpha-2 codes has a country.
fn is_listed(list: &str, country: &str) -> bool {
    upper(country).is_some_and(|code| list.as_bytes().chunks_exact(2).any(|listed| listed == code))
}

/// An alpha-2 code in capitals; `None` where the text is not of two letters' length.
fn upper(country: &str) -> Option<[u8; 2]> {
    let mut code = <[u8; 2]>::try_from(country.as_bytes()).ok()?;
    code.make_ascii_uppercase();
    Some(code)
}

fn parent(country: &str) -> Option<&'static str> {
    let code = upper(country)?;
    let place = TERRITORIES.as_bytes().chunks_exact(4).position(|pair| pair.starts_with(&code))?;
    let from = place.checked_mul(4)?.checked_add(2)?;
    TERRITORIES.get(from..from.checked_add(2)?)
}

/// Every scheme of a country itself, by its alpha-2 code.
pub(super) fn own(country: &str) -> impl Iterator<Item = Scheme> + use<> {
    schemes::ALL.place(country).into_iter().flat_map(at)
}

/// The schemes of the country at a place.
pub(super) fn at(country: usize) -> impl Iterator<Item = Scheme> {
    let mut rest = Reader(schemes::ALL.group(country));
    let country = u8::try_from(country).unwrap_or(u8::MAX);
    (0..).map_while(move |row| (!rest.is_empty()).then(|| Scheme::read(&mut rest, (country, row))))
}

/// Every scheme of a country, and those that its people have of another.
fn of(country: &str) -> impl Iterator<Item = Scheme> + use<> {
    own(country).chain(own(parent(country).unwrap_or_default()))
}

/// The personal schemes that a country and a `nationalIdType` stand for: under `SSN` that of the United States, where the country
/// has it; else all of the country, since issuers and forms disagree on which is a tax number and which a national one.
///
/// ```
/// use kyc_rules::national_id::schemes_for;
/// let names = |country, kind| schemes_for(country, kind).map(|scheme| scheme.name()).collect::<Vec<_>>();
/// assert_eq!(names("BR", "TIN"), ["BR.cpf"]);
/// assert_eq!(names("PR", "SSN"), ["US.ssn"]);
/// assert_eq!(names("BR", "SSN"), [] as [&str; 0]);
/// ```
pub fn schemes_for(country: &str, kind: &str) -> impl Iterator<Item = Scheme> + use<> {
    let ssn = kind == "SSN";
    of(country).filter(move |scheme| {
        if ssn { scheme.is_social_security() } else { scheme.holder() != Holder::Entity }
    })
}

/// Whether the schemes known here are all that people have under a type, so that a number none of them takes is wrong.
fn is_complete(country: &str, kind: &str) -> bool {
    let countries = match kind {
        "SSN" => return true,
        "TIN" => ALL_OF_TIN,
        "NATIONAL_ID" => ALL_OF_NATIONAL_ID,
        _ => return false,
    };
    is_listed(countries, country)
}

/// What a form shows of the number it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The scheme's name: `BR.cpf`.
    pub scheme: &'static str,
    /// What the country calls it: `CPF`.
    pub label: &'static str,
    /// A number that passes.
    pub example: &'static str,
    /// The HTML input mode.
    pub input_mode: &'static str,
    /// How it is written: `0` for a digit, `A` for a letter, `*` for either.
    pub mask: String,
    /// Every scheme that is taken.
    pub accepted: Vec<&'static str>,
}

/// What a form shows of the number that a country and a `nationalIdType` ask for; `None` where no scheme of it is known. Without
/// a type, as for `NATIONAL_ID`.
///
/// ```
/// use kyc_rules::national_id::hint;
/// let spain = hint("ES", Some("NATIONAL_ID")).unwrap();
/// assert_eq!((spain.label, spain.example, spain.input_mode), ("DNI", "12345678-Z", "text"));
/// assert_eq!(hint("SE", None).unwrap().label, "Personnummer");
/// assert!(hint("AQ", None).is_none());
/// ```
#[must_use]
pub fn hint(country: &str, kind: Option<&str>) -> Option<Hint> {
    let kind = kind.unwrap_or("NATIONAL_ID");
    let taken: Vec<Scheme> = schemes_for(country, kind).collect();
    // The first that is asked for; else one that both persons and organisations have for a tax number, a person's for others.
    let tax = kind == "TIN";
    let worth = |scheme: &&Scheme| {
        let asked = if tax { scheme.is_taxpayer() } else { scheme.is_main() };
        let person = scheme.holder() == Holder::Person;
        if asked { 2 } else { u8::from(person != tax) }
    };
    // Of several, the first: `max_by_key` would give the last.
    let chosen = taken.iter().rev().max_by_key(worth)?;
    Some(Hint {
        scheme: chosen.name(),
        label: chosen.label(),
        example: chosen.example(),
        input_mode: chosen.input_mode(),
        mask: chosen.mask(),
        accepted: taken.iter().map(Scheme::name).collect(),
    })
}

/// What the schemes of a country say of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No scheme of the country is known.
    Unknown,
    /// One of them takes it.
    Good,
    /// One of them takes it, but the date of birth it holds is not the one given.
    OtherBirthDate,
    /// None of them takes it.
    Bad(Code, Severity),
}

/// Asks the schemes that a country and a type stand for. `born` is `dateOfBirth`, where it is given.
pub(crate) fn judge(country: &str, kind: &str, number: &Compact, born: Option<&str>) -> Verdict {
    let verdict = ask(country, kind, number, born);
    match (verdict, mended(country, number)) {
        (Verdict::Bad(..), Some(mended)) => match ask(country, kind, &mended, born) {
            Verdict::Bad(_, Severity::Error) => verdict,
            milder => milder,
        },
        _ => verdict,
    }
}

/// A number without the code of its country, which tax numbers have across borders, and a Spanish one with the zeros that it lost;
/// `None` where it is the number itself.
fn mended(country: &str, number: &Compact) -> Option<Compact> {
    let code = upper(country)?;
    let behind = number.without(&code);
    let bare = behind.as_ref().unwrap_or(number);
    match bare.bytes() {
        [digits @ .., b'A'..=b'Z']
            if &code == b"ES"
                && (1..8).contains(&digits.len())
                && digits.iter().all(u8::is_ascii_digit) =>
        {
            Some(bare.padded(9))
        }
        _ => behind,
    }
}

fn ask(country: &str, kind: &str, number: &Compact, born: Option<&str>) -> Verdict {
    let mut verdict = Verdict::Unknown;
    // What the closest scheme found: one whose format fits, then one that only advises.
    let (mut fits, mut advice) = (None, None);
    for scheme in schemes_for(country, kind) {
        let mut number = *number;
        match scheme.judge(&mut number) {
            Ok(told) => {
                let other = born.zip(told).is_some_and(|(given, told)| !told.could_be(given));
                if !other && fits.is_some() && is_mistyped_idnr(country, &number) {
                    return Verdict::Bad(Code::NationalIdCheckDigit, Severity::Warning);
                }
                if !other {
                    return Verdict::Good;
                }
                verdict = Verdict::OtherBirthDate;
            }
            Err(failure) if !failure.hard => advice = Some(failure.code),
            Err(failure) if failure.code != Code::NationalIdFormat => fits = Some(failure.code),
            Err(_) => {}
        }
        if verdict == Verdict::Unknown {
            verdict = Verdict::Bad(Code::NationalIdUnlikely, Severity::Warning);
        }
    }
    match (verdict, advice, fits) {
        (Verdict::Bad(..), Some(code), _) => Verdict::Bad(code, Severity::Warning),
        (Verdict::Bad(..), None, fits) => {
            let may_be_of_card =
                kind == "NATIONAL_ID" && may_be_of_card(country, number, fits.is_some());
            let sure = is_complete(country, kind)
                && !may_be_of_card
                && (kind == "SSN" || !is_of_an_entity(country, number));
            match (sure, fits) {
                (true, None) => Verdict::Bad(Code::NationalIdFormat, Severity::Error),
                (true, Some(code)) => Verdict::Bad(code, Severity::Error),
                (false, None) => verdict,
                (false, Some(code)) => Verdict::Bad(code, Severity::Warning),
            }
        }
        _ => verdict,
    }
}

/// Whether a number may be one of the card itself where cards show another beside the holder's: Chile's número de documento, Spain's
/// número de soporte, Norway's and Sweden's numbers of cards, Turkey's seri no. `fits`: it has the format of the holder's.
///
/// Source: unverified (agrees with the specimens of those cards): a letter or more before digits; Chile's has nine digits too, none
/// of which stands apart at the end, and Sweden's before 2022 eight.
fn may_be_of_card(country: &str, number: &Compact, fits: bool) -> bool {
    let first = number.bytes().first().copied().unwrap_or_default();
    let has_letter = first.is_ascii_uppercase();
    match &upper(country).unwrap_or_default() {
        b"CL" => has_letter || number.len() == 9 && number.gaps() >> 8 == 0,
        // That of foreigners begins with an E, as a number of an organisation does.
        b"ES" => has_letter && (!fits || first == b'E'),
        b"NO" | b"TR" => has_letter,
        b"SE" => has_letter || number.len() == 8,
        _ => false,
    }
}

/// Whether a number that is no Steuer-ID is one but for a slip: of its digits one stands more than once, as in no one in twenty others,
/// and no slash is in it, as in tax numbers of the states.
fn is_mistyped_idnr(country: &str, number: &Compact) -> bool {
    country.eq_ignore_ascii_case("DE")
        && number.len() == 11
        && number.separators() & separator::SLASH == 0
        && special::de_idnr_repeats(number.bytes())
}

/// Whether a number is one of an organisation, which people who trade under their own name may give for theirs.
fn is_of_an_entity(country: &str, number: &Compact) -> bool {
    own(country)
        .filter(|scheme| scheme.holder() == Holder::Entity)
        .any(|scheme| scheme.judge(&mut { *number }).is_ok())
}

/// A number as its country writes it, where the schemes that take it agree on how; `None` where they do not, or none takes it with
/// its separators where they stand.
pub(crate) fn written(country: &str, kind: &str, number: &Compact) -> Option<String> {
    // A plus tells a century and would be lost.
    if number.separators() & separator::PLUS != 0 {
        return None;
    }
    laid_out(country, kind, number).or_else(|| {
        let mended = mended(country, number)?;
        let judged = |number| ask(country, kind, number, None);
        if !matches!((judged(number), judged(&mended)), (Verdict::Bad(..), Verdict::Good)) {
            return None;
        }
        // Where nothing stood between, nothing is lost; zeros that were lost tell which number it is.
        let is_plain = mended.gaps() == 0 || mended.len() > number.len();
        laid_out(country, kind, &mended).or_else(|| is_plain.then(|| mended.text()))
    })
}

fn laid_out(country: &str, kind: &str, number: &Compact) -> Option<String> {
    let mut agreed = None;
    for scheme in schemes_for(country, kind) {
        let mut number = *number;
        if scheme.judge(&mut number).is_err() {
            continue;
        }
        let Some(text) = scheme.written(&number) else { continue };
        if agreed.as_ref().is_some_and(|agreed| *agreed != text) {
            return None;
        }
        agreed = Some(text);
    }
    agreed
}

#[cfg(test)]
mod tests;
