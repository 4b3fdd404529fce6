//! What the schemes of a country say together, and how they write a number.

use super::*;

fn judged(country: &str, kind: &str, number: &str) -> Option<(Code, Severity)> {
    match judge(country, kind, &Compact::of(number).unwrap(), None) {
        Verdict::Bad(code, severity) => Some((code, severity)),
        Verdict::Good | Verdict::Unknown => None,
        Verdict::OtherBirthDate => panic!("{number}"),
    }
}

const UNLIKELY: Option<(Code, Severity)> = Some((Code::NationalIdUnlikely, Severity::Warning));

#[test]
fn the_number_of_a_card_is_not_refused() {
    for (country, number) in [
        ("ES", "BAA000589"),
        ("CL", "A029345678"),
        ("NO", "CCC002251"),
        ("TR", "A12F34567"),
        ("SE", "AA1234567"),
        ("SE", "12345678"),
    ] {
        assert_eq!(judged(country, "NATIONAL_ID", number), UNLIKELY, "{number}");
    }
    let slip = |severity| Some((Code::NationalIdCheckDigit, severity));
    for (country, number) in [("ES", "E12345678"), ("CL", "512.345.678")] {
        assert_eq!(judged(country, "NATIONAL_ID", number), slip(Severity::Warning), "{number}");
    }
    for (country, number) in
        [("ES", "12345678A"), ("CL", "51.234.567-1"), ("SE", "811218-9875"), ("ES", "X1234567A")]
    {
        assert_eq!(judged(country, "NATIONAL_ID", number), slip(Severity::Error), "{number}");
    }
    assert_eq!(judged("NO", "TIN", "CCC002251"), Some((Code::NationalIdFormat, Severity::Error)));
}

#[test]
fn who_trades_under_their_own_name_may_give_the_number_of_that() {
    for (country, number) in [
        ("DK", "13585628"),
        ("FI", "1234567-1"),
        ("FI", "FI12345671"),
        ("AT", "ATU13585627"),
        ("NL", "NL123456782B01"),
        ("BG", "175074752"),
        ("NO", "988 077 917 MVA"),
        ("EE", "EE100931558"),
        ("LT", "119511515"),
        ("LU", "LU15027442"),
    ] {
        assert_eq!(judged(country, "TIN", number), UNLIKELY, "{number}");
    }
    for (country, number) in [
        ("NL", "NL111222333"),
        ("IE", "IE1234567T"),
        ("BG", "BG7523169263"),
        ("ES", "1234567L"),
        ("CA", "012345674"),
        ("GB", "1955839661K"),
    ] {
        assert_eq!(judged(country, "TIN", number), None, "{number}");
    }
}

#[test]
fn a_number_that_no_one_has_is_refused_whatever_else_it_looks_like() {
    for number in ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000"] {
        let expected = Some((Code::NationalIdNotIssued, Severity::Error));
        assert_eq!(judged("US", "SSN", number), expected, "{number}");
    }
    let slip = Some((Code::NationalIdCheckDigit, Severity::Warning));
    for number in ["86 095 742 710", "86095742710"] {
        assert_eq!(judged("DE", "TIN", number), slip, "{number}");
    }
    for number in ["860/9574/2710", "18181508155", "86095742719"] {
        assert_eq!(judged("DE", "TIN", number), None, "{number}");
    }
}

#[test]
fn a_number_is_written_as_its_country_does_unless_that_loses_something() {
    let laid = |country, number| written(country, "NATIONAL_ID", &Compact::of(number).unwrap());
    assert_eq!(laid("BR", "11144477735").as_deref(), Some("111.444.777-35"));
    assert_eq!(laid("SE", "8112189876").as_deref(), Some("811218-9876"));
    // Separators elsewhere are those of another kind of number, or part what has no fixed length.
    assert_eq!(laid("BR", "111 444 777 35").as_deref(), Some("111.444.777-35"));
    assert_eq!(laid("BR", "11 144 477735"), None);
    for panama in ["8-123-456", "8-12-3456", "81-2-3456", "8-1-23456", "E-8-12345"] {
        assert_eq!(laid("PA", panama), None, "{panama}");
    }
    assert_eq!(laid("US", "47-1234567"), None, "an EIN");
    assert_eq!(laid("DE", "181/815/08155"), None, "Bavaria's");
    // Zeros that were lost, and the country's code.
    for spain in ["1234567L", "1.234.567-L", "1234567-L", "ES1234567L"] {
        assert_eq!(laid("ES", spain).as_deref(), Some("01234567L"), "{spain}");
    }
    assert_eq!(laid("NL", "NL111222333").as_deref(), Some("1112.22.333"));
    // The plus says that its holder is a hundred or older.
    assert_eq!(laid("SE", "811218+9876"), None);
    assert_eq!(laid("BR", "11144477736"), None, "no scheme takes it");
}
