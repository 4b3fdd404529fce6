//! Which schemes a country and a `nationalIdType` stand for; what they say of a number together stands in `verdict`.

use alloc::{string::String, vec::Vec};

pub(crate) use verdict::{Verdict, judge, written};

use super::{
    buffer::Reader,
    scheme::{Holder, Scheme},
    schemes,
};

mod verdict;

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

#[cfg(test)]
mod tests;
