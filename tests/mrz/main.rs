//! Machine-readable zones: the published specimens, the slips people and cameras make, and the shared vectors.

mod answers;
#[path = "../shared/mod.rs"]
mod shared;
mod slips;

use kyc_rules::{
    country::Country,
    date,
    mrz::{Check, Format, Mrz, MrzFault, Note, answer, check_digit, issuer, parse},
};

/// The specimens of ICAO 9303, and others that issuers publish.
const TD3: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];
const TD1: [&str; 3] = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];
const TD2: [&str; 2] =
    ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
const MRV_A: [&str; 2] = [
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
];
const MRV_B: [&str; 2] =
    ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"];
/// The specimen of the French card on Wikipedia.
const FRENCH: [&str; 2] =
    ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"];
const GERMAN: [&str; 2] = [
    "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<",
    "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0",
];

fn zone(lines: &[&str]) -> Mrz {
    parse(lines).unwrap()
}

fn failed(lines: &[&str]) -> Vec<&'static str> {
    zone(lines).failed().map(Check::name).collect()
}

fn notes(lines: &[&str]) -> Vec<Note> {
    zone(lines).notes().collect()
}

/// The same lines with some characters put over those from a place on, counted from 0.
fn with(lines: &[&str], line: usize, at: usize, characters: &str) -> Vec<String> {
    let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    lines[line].replace_range(at..at + characters.len(), characters);
    lines
}

fn failed_with(lines: &[&str], line: usize, at: usize, characters: &str) -> Vec<&'static str> {
    let lines = with(lines, line, at, characters);
    failed(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn reads_every_format() {
    for (lines, format) in [
        (&TD1[..], Format::Td1),
        (&TD2, Format::Td2),
        (&TD3, Format::Td3),
        (&MRV_A, Format::MrvA),
        (&MRV_B, Format::MrvB),
        (&FRENCH, Format::FrenchId),
        (&GERMAN, Format::Td3),
    ] {
        let zone = zone(lines);
        assert_eq!(zone.format(), format);
        assert_eq!(failed(lines), Vec::<&str>::new(), "{format:?}");
        assert!(zone.is_valid());
        assert!(zone.lines().eq(lines.iter().copied()));
        assert!(zone.corrections().is_empty());
    }
}

#[test]
fn says_what_stands_in_a_passport() {
    let zone = zone(&TD3);
    let today = date::parse("2026-01-31").unwrap();
    assert_eq!((zone.document_code(), zone.issuer(), zone.nationality()), ("P", "UTO", "UTO"));
    assert_eq!(zone.document_number(), "L898902C3");
    assert_eq!(zone.sex(), Some("F"));
    assert_eq!(zone.date_of_birth().as_birth(today), date::parse("1974-08-12").ok());
    assert_eq!(zone.date_of_expiry().as_expiry(), date::parse("2012-04-15").ok());
    assert_eq!((zone.primary().as_str(), zone.secondary().as_str()), ("ERIKSSON", "ANNA MARIA"));
    assert!(!zone.names_may_be_cut());
    assert!(zone.optional_data().eq(["ZE184226B"]));
    assert_eq!(zone.notes().count(), 0);
}

#[test]
fn says_what_stands_in_cards() {
    let french = zone(&FRENCH);
    assert_eq!(french.document_number(), "880692310285");
    assert_eq!((french.primary().as_str(), french.secondary().as_str()), ("BERTHIER", "CORINNE"));
    assert_eq!(french.nationality(), "FRA");
    assert_eq!(french.date_of_expiry().as_expiry(), None);
    assert_eq!(notes(&FRENCH), []);

    let german = zone(&GERMAN);
    assert_eq!((german.issuer(), german.nationality()), ("D", "D"));
    // The specimen's line has a filler too many before the name, which makes the name secondary.
    let country = issuer::known(german.issuer()).and_then(|issuer| issuer.country);
    assert_eq!(country.map(Country::alpha2), Some("DE"));
}

#[test]
fn tells_a_french_card_from_a_td2_of_france() {
    // The same two lines of 36 that start with IDFRA: the check digits decide.
    let td2 = ["IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907FRA7408122F1204159<<<<<<<6"];
    assert_eq!(zone(&td2).format(), Format::Td2);
    assert!(zone(&td2).is_valid());
    assert_eq!(zone(&FRENCH).format(), Format::FrenchId);
    let lines = with(&FRENCH, 1, 0, "9");
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    assert_eq!(zone(&lines).format(), Format::FrenchId);
}

#[test]
fn reads_the_shortest_names() {
    let lines = [TD1[0], TD1[1], "LI<<A"];
    assert_eq!((zone(&lines).primary().as_str(), zone(&lines).secondary().as_str()), ("LI", "A"));
    let whole = format!("{:<<30}", lines[2]);
    assert_eq!(zone(&[TD1[0], TD1[1], &whole]).to_text(), zone(&lines).to_text());
    assert_eq!(zone(&[TD1[0], TD1[1], &"<".repeat(30)]).primary(), "");
}

#[test]
fn reads_long_document_numbers() {
    // The example of Part 5: D23145890734.
    let lines = ["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", TD1[2]];
    assert_eq!(failed(&lines), Vec::<&str>::new());
    assert_eq!(zone(&lines).document_number(), "D23145890734");
    assert_eq!(zone(&lines).optional_data().count(), 0);
    // A Belgian card's: twelve digits, the last two the rest of the others by 97.
    let lines = ["IDBEL000001115<7027<<<<<<<<<<<", "9502286F1910041BEL950228998741", TD1[2]];
    assert!(zone(&lines).holds(Check::DocumentNumber));
    assert_eq!(zone(&lines).document_number(), "000001115702");
    // Optional data behind it.
    let lines = ["I<UTOD23145890<7349<ABC<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", TD1[2]];
    assert!(zone(&lines).holds(Check::DocumentNumber));
    assert!(zone(&lines).optional_data().eq(["ABC"]));
    // A short number without its check digit is no long one.
    let lines = ["I<UTOD2314589<<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", TD1[2]];
    assert!(!zone(&lines).holds(Check::DocumentNumber));
    // Nor is one with nothing in the optional data, nor with a check digit alone.
    for optional in ["<<<<<", "7<<<<"] {
        let line = format!("I<UTOD23145890<{optional}<<<<<<<<<<");
        assert!(!zone(&[&line, TD1[1], TD1[2]]).holds(Check::DocumentNumber));
    }
}

#[test]
fn knows_unknown_dates() {
    // Part 3, 4.8: unknown parts of a date of birth are fillers, worth 0.
    let lines = with(&MRV_B, 1, 13, "<<<<<<0");
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    assert!(zone(&lines).is_valid());
    assert!(!zone(&lines).date_of_birth().is_whole());
    let today = date::parse("2026-01-31").unwrap();
    assert_eq!(zone(&lines).date_of_birth().as_birth(today), None);
    assert!(zone(&lines).date_of_birth().agrees_with(today));
    assert_eq!(notes(&lines), []);
    // A part half known is none.
    assert_eq!(failed_with(&MRV_B, 1, 13, "4<<<<<8"), ["dateOfBirth"]);
}

#[test]
fn finds_the_century() {
    let of = |yymmdd: &str| {
        let digit = char::from(b'0' + check_digit(yymmdd.as_bytes()));
        let lines = with(&MRV_B, 1, 13, &format!("{yymmdd}{digit}"));
        let lines = with(
            &lines.iter().map(String::as_str).collect::<Vec<_>>(),
            1,
            21,
            &format!("{yymmdd}{digit}"),
        );
        zone(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let birth = |yymmdd, today| {
        of(yymmdd).date_of_birth().as_birth(date::parse(today).unwrap()).map(date::write)
    };
    assert_eq!(birth("260131", "2026-01-31").as_deref(), Some("2026-01-31"));
    assert_eq!(birth("260201", "2026-01-31").as_deref(), Some("1926-02-01"));
    assert_eq!(birth("000229", "2026-01-31").as_deref(), Some("2000-02-29"));
    assert_eq!(birth("991231", "1999-12-31").as_deref(), Some("1999-12-31"));
    let expiry = |yymmdd| of(yymmdd).date_of_expiry().as_expiry().map(date::write);
    assert_eq!(expiry("691231").as_deref(), Some("2069-12-31"));
    assert_eq!(expiry("700101").as_deref(), Some("1970-01-01"));
    // The calendar has no such day: valid, noted, and no date.
    assert!(of("990231").is_valid());
    assert!(of("990231").notes().eq([Note::DateOfBirth, Note::DateOfExpiry]));
    assert_eq!(birth("990231", "2026-01-31"), None);
}

#[test]
fn says_the_sex_only_where_it_is_one() {
    for (printed, sex) in
        [("M", Some("M")), ("F", Some("F")), ("X", Some("X")), ("<", None), ("Y", None)]
    {
        let lines = with(&TD3, 1, 20, printed);
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        assert_eq!(zone(&lines).sex(), sex, "{printed}");
    }
}

#[test]
fn splits_names() {
    let named = |names: &str| {
        let line = format!("P<UTO{names:<<39}");
        let zone = zone(&[&line, TD3[1]]);
        (zone.primary(), zone.secondary(), zone.names_may_be_cut())
    };
    let says =
        |primary: &str, secondary: &str, cut| (primary.to_owned(), secondary.to_owned(), cut);
    assert_eq!(named("VAN<DER<MUELLEN<<MARTIN"), says("VAN DER MUELLEN", "MARTIN", false));
    assert_eq!(named("ARKFREITH"), says("ARKFREITH", "", false));
    assert_eq!(named("<<ANNA<MARIA"), says("", "ANNA MARIA", false));
    assert_eq!(
        named("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
        says("NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG K", true)
    );
    assert_eq!(named("SMITH<<JOHN<<PAUL"), says("SMITH", "JOHN PAUL", false));
}

#[test]
fn shows_nothing_of_the_holder() {
    let zone = zone(&TD3);
    assert_eq!(format!("{zone:?} {:?}", zone.date_of_birth()), "TD3 date of a zone");
}

#[test]
fn knows_every_code_of_icao() {
    for (code, country) in [
        ("AFG", Some("AF")),
        ("ZWE", Some("ZW")),
        ("GBD", Some("GB")),
        ("RKS", Some("XK")),
        ("UTO", None),
        ("D", Some("DE")),
        ("XXA", None),
        ("EUE", None),
        ("NTZ", None),
        ("TWN", Some("TW")),
    ] {
        let known = issuer::known(code).map(|issuer| issuer.country.map(Country::alpha2));
        assert_eq!(known, Some(country), "{code}");
    }
    for code in ["", "<", "A", "AF", "AFGH", "FGA", "D  ", "G D", "--", "afg", "É"] {
        assert_eq!(issuer::known(code), None, "{code}");
    }
}
