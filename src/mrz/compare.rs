//! What a zone and the other fields say of the same thing. Two spellings of one truth agree; what cannot be compared agrees.
//!
//! Source: ICAO Doc 9303 Part 3 (2021), 4.6 (names: transliterated, cut to fit, apostrophes left out) and section 5 (codes).

use alloc::vec::Vec;

use crate::{
    country::Country,
    date,
    document::kind,
    document::kind::PHOTO_IDS,
    field::Scope,
    field_id::Id,
    scan::{parts, pieces},
    text::is_space,
    transliteration,
};

use super::{Format, Mrz, issuer};

/// The fields of a payload that say something else than the zone of one of its documents, by key; fields that are absent or
/// cannot be read agree.
#[must_use]
pub fn mismatches(zone: &Mrz, scope: &Scope<'_>) -> Vec<&'static str> {
    let day = |id| scope.text(id).and_then(|text| date::parse(text).ok());
    let says = |id: Id| scope.text(id);
    let (first, last) = (says(Id::LegalFirstName), says(Id::LegalLastName));
    let middle = says(Id::LegalMiddleName);
    [
        (Id::DocumentType, says(Id::DocumentType).is_none_or(|kind| type_agrees(zone, kind))),
        (Id::DocumentNumber, says(Id::DocumentNumber).is_none_or(|it| number_agrees(zone, it))),
        (
            Id::DocumentIssuingCountry,
            says(Id::DocumentIssuingCountry).is_none_or(|it| country_agrees(zone.issuer(), it)),
        ),
        (
            Id::DocumentExpirationDate,
            day(Id::DocumentExpirationDate).is_none_or(|it| zone.date_of_expiry().agrees_with(it)),
        ),
        (
            Id::DateOfBirth,
            day(Id::DateOfBirth).is_none_or(|it| zone.date_of_birth().agrees_with(it)),
        ),
        (
            Id::Nationality,
            says(Id::Nationality).is_none_or(|it| country_agrees(zone.nationality(), it)),
        ),
        (Id::LegalLastName, last.is_none_or(|last| last_name_agrees(zone, last, middle))),
        (Id::LegalFirstName, first.is_none_or(|first| first_name_agrees(zone, first))),
    ]
    .into_iter()
    .filter(|(_, agrees)| !agrees)
    .map(|(id, _)| id.field().key)
    .collect()
}

/// Whether a document of that type may have such a zone: a passport one whose code starts with `P` (or `IP`, a passport card),
/// a card none of those, neither a visa's.
#[must_use]
pub fn type_agrees(zone: &Mrz, kind: &str) -> bool {
    let Some(kind) = kind::of(kind).filter(|kind| PHOTO_IDS.contains(kind)) else { return true };
    let code = zone.document_code();
    match zone.format() {
        Format::MrvA | Format::MrvB => false,
        _ if kind == "PASSPORT" => code.starts_with('P') || code == "IP",
        _ => !code.starts_with('P'),
    }
}

/// Whether a document number is the zone's, or what the zone has as optional data: some cards print their holder's number as
/// the card's. Separators and case aside.
#[must_use]
pub fn number_agrees(zone: &Mrz, number: &str) -> bool {
    let is = |other: &str| {
        let letters = |text: &str| -> Vec<u8> {
            let ascii = text.bytes().filter(u8::is_ascii_alphanumeric);
            ascii.map(|byte| byte.to_ascii_uppercase()).collect()
        };
        letters(number) == letters(other)
    };
    is(&zone.document_number()) || zone.optional_data().any(is)
}

/// Whether a code of a zone may stand for a country: its own, or one whose people carry the same passports. Codes of no
/// country (refugees, organisations) and unknown ones agree with any.
#[must_use]
pub fn country_agrees(code: &str, alpha2: &str) -> bool {
    let country = issuer::known(code).and_then(|issuer| issuer.country).map(Country::alpha2);
    let Some(country) = country else { return true };
    country == alpha2 || issuer::share_passports(country, alpha2)
}

/// Whether a last name is the zone's primary identifier, in any spelling the standard recommends, cut to fit, or with words
/// more or fewer: second last names are given or left out, and stand as middle names. True where a letter has no transliteration.
#[must_use]
pub fn last_name_agrees(zone: &Mrz, last: &str, middle: Option<&str>) -> bool {
    let primary = match zone.primary() {
        primary if primary.is_empty() => zone.secondary(),
        primary => primary,
    };
    let in_zone = || parts(&primary, b' ').filter(|word| !word.is_empty());
    let same = |in_zone: &str, word: &str| is_name(zone, in_zone, word);
    same(&primary, last)
        || words(last).all(|word| in_zone().any(|in_zone| same(in_zone, word)))
        || (in_zone().next().is_some()
            && in_zone().all(|in_zone| {
                words(last)
                    .chain(middle.into_iter().flat_map(words))
                    .any(|word| same(in_zone, word))
            }))
}

/// Whether a first name, or a word of it, is among the zone's secondary identifier, or among the primary one where it has no
/// other. True where the names were cut before it, and where a letter has no transliteration.
#[must_use]
pub fn first_name_agrees(zone: &Mrz, first: &str) -> bool {
    let secondary = zone.secondary();
    if secondary.is_empty() && zone.names_may_be_cut() {
        return true;
    }
    let names = if secondary.is_empty() { zone.primary() } else { secondary };
    words(first).any(|word| parts(&names, b' ').any(|in_zone| is_name(zone, in_zone, word)))
        // `MARY ANN LOUISE` for `Maryann`.
        || names
            .bytes()
            .enumerate()
            .filter_map(|(end, byte)| (byte == b' ').then_some(end))
            .chain([names.len()])
            .any(|end| names.get(..end).is_some_and(|names| is_name(zone, names, first)))
}

/// Whether a name can stand so in the zone: whole, or its beginning where names may be cut.
fn is_name(zone: &Mrz, in_zone: &str, name: &str) -> bool {
    transliteration::agrees(name, in_zone, zone.names_may_be_cut()).unwrap_or(true)
}

/// The words of a name.
fn words(name: &str) -> impl Iterator<Item = &str> {
    pieces(name, |c| is_space(c) || matches!(c, '-' | '‐')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn with_names(names: &str) -> Mrz {
        let line = format!("P<UTO{names:<<39}");
        super::super::parse(&[&line, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]).unwrap()
    }

    #[test]
    fn names_agree_in_another_spelling() {
        for (names, first, middle, last) in [
            ("ERIKSSON<<ANNA<MARIA", "Anna", Some("Maria"), "Eriksson"),
            ("ERIKSSON<<ANNA<MARIA", "Anna Maria", None, "ERIKSSON"),
            ("ERIKSSON<<ANNA<MARIA", "Maria", None, "Eriksson"),
            ("MUELLER<<JUERGEN", "Jürgen", None, "Müller"),
            ("MULLER<<JURGEN", "Jürgen", None, "Müller"),
            ("GROSS<<RENE", "René", None, "Groß"),
            ("MUNOZ<PENA<<JOSE", "José", None, "Muñoz"),
            ("MUNXXOZ<<JOSE", "José", None, "Muñoz"),
            ("AABERG<<SVEN", "Sven", None, "åberg"),
            ("OCONNOR<<ENYA<SIOBHAN", "Enya", Some("Siobhan"), "O'Connor"),
            ("O<CONNOR<<ENYA", "Enya", None, "O’Connor"),
            ("SMITH<JONES<<SUSIE<MARGARET", "Susie", None, "Smith-Jones"),
            ("GARCIA<LOPEZ<<JUAN", "Juan", None, "Garcia"),
            ("GARCIA<<JUAN", "Juan", None, "Garcia Lopez"),
            ("GARCIA<LOPEZ<<JUAN", "Juan", Some("Garcia"), "Lopez"),
            ("VAN<DER<MUELLEN<<MARTIN", "Martin", None, "van der Muellen"),
            ("VANDERMUELLEN<<MARTIN", "Martin", None, "van der Muellen"),
            ("ARKFREITH", "Arkfreith", None, "Arkfreith"),
            ("HASSAN<FARID<RAGUE", "Hassan", None, "Rague"),
            ("<<ANNA<MARIA", "Anna", None, "Maria"),
            ("JONES<<MARY<ANN<LOUISE", "Maryann", None, "Jones"),
            ("JEAN<PIERRE<<LUC", "Luc", None, "Jean Pierre"),
            ("DUPONT<<JEANPIERRE", "Jean-Pierre", None, "Dupont"),
            // Cut to fit, as Part 4 shows.
            (
                "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
                "Chayapa",
                Some("Dejthamrong Krasuang"),
                "Nilavadhanananda",
            ),
            (
                "BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO",
                "Dingo Potoroo",
                None,
                "Bennelong Wooloomooloo Warrandyte Warnambool",
            ),
            ("IVANOV<<IVAN", "Иван", None, "Иванов"),
            ("IUSHCHENKO<<VOLODYMYR", "Володимир", None, "Ющенко"),
            ("NGUYEN<<THI<HOA", "Hoa", Some("Thị"), "Nguyễn"),
            // No one way to write it in Latin letters.
            ("LI<<XIAOLONG", "小龙", None, "李"),
        ] {
            let zone = with_names(names);
            assert!(last_name_agrees(&zone, last, middle), "{last}");
            assert!(first_name_agrees(&zone, first), "{first}");
        }
    }

    #[test]
    fn other_names_do_not() {
        let zone = with_names("ERIKSSON<<ANNA<MARIA");
        for last in ["Erikson", "Anna", "Ericsson", "Smith", "Eriks"] {
            assert!(!last_name_agrees(&zone, last, Some("Maria")), "{last}");
        }
        for first in ["Ana", "Eriksson", "Ann", "Anne", "Bob"] {
            assert!(!first_name_agrees(&zone, first), "{first}");
        }
    }

    #[test]
    fn a_first_name_that_was_cut_off_agrees_with_any() {
        // Thirty-nine letters leave no place for a first name; thirty-eight do, and it is a last name alone.
        let full = with_names("PAPANDROPOULOUCONSTANTINOPOLITAKISVANDE");
        assert!(first_name_agrees(&full, "Jonathon") && first_name_agrees(&full, "Anna"));
        let short = with_names("PAPANDROPOULOUCONSTANTINOPOLITAKISVAND");
        assert!(!first_name_agrees(&short, "Jonathon"));
    }

    #[test]
    fn countries_agree_in_another_code() {
        for (code, alpha2) in [
            ("D", "DE"),
            ("GBR", "GB"),
            ("GBD", "GB"),
            ("GBD", "BM"),
            ("RKS", "XK"),
            ("XXA", "US"),
            ("UNO", "FR"),
            ("QQQ", "FR"),
            ("CHN", "HK"),
            ("NLD", "CW"),
            ("USA", "PR"),
        ] {
            assert!(country_agrees(code, alpha2), "{code} {alpha2}");
        }
        for (code, alpha2) in [
            ("D", "AT"),
            ("GBR", "IE"),
            ("CHN", "TW"),
            ("USA", "us"),
            ("USA", "USA"),
            ("USA", "GB"),
        ] {
            assert!(!country_agrees(code, alpha2), "{code} {alpha2}");
        }
    }

    #[test]
    fn numbers_agree_without_separators() {
        let zone = with_names("X");
        for number in ["L898902C3", "l898902c3", "L 898902-C3", "ZE184226B"] {
            assert!(number_agrees(&zone, number));
        }
        for number in ["L898902C", "L898902C36", "898902C3", "L89890ZC3"] {
            assert!(!number_agrees(&zone, number));
        }
    }

    #[test]
    fn types_agree_with_document_codes() {
        let passport = with_names("X");
        let card = super::super::parse(&[
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "7408122F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        ])
        .unwrap();
        for kind in ["PASSPORT", "UTILITY_BILL", "LIBRARY_CARD"] {
            assert!(type_agrees(&passport, kind));
        }
        for kind in
            ["NATIONAL_ID", "NATIONAL_ID_CARD", "RESIDENCE_PERMIT", "STATE_ID", "DRIVERS_LICENSE"]
        {
            assert!(type_agrees(&card, kind));
            assert!(!type_agrees(&passport, kind));
        }
        assert!(!type_agrees(&card, "PASSPORT"));
    }
}
