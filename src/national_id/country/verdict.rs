//! What the schemes that a country and a type stand for say of a number together, and how they write it.

use alloc::string::String;

use super::{is_complete, own, schemes_for, upper};
use crate::{
    code::{Code, Severity},
    national_id::{
        compact::{Compact, separator},
        scheme::Holder,
        schemes::special,
    },
};

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
