use super::*;

fn shown(country: &str, kind: Option<&str>) -> &'static str {
    hint(country, kind).unwrap().scheme
}

#[test]
fn a_form_asks_for_the_number_that_the_country_marks() {
    // Without a type, as for a national ID; another type is one that a policy has added.
    for kind in [None, Some("NATIONAL_ID"), Some("VOTER_CARD")] {
        assert_eq!(shown("ES", kind), "ES.dni", "{kind:?}");
        assert_eq!(shown("IS", kind), "IS.kennitala", "{kind:?}");
    }
    assert_eq!(shown("US", Some("SSN")), "US.ssn");
    assert_eq!(shown("LV", Some("TIN")), "LV.pk", "marked, before one of organisations too");
}

/// Over every country: what is marked, else the first that fits the type best, and never one of an organisation.
#[test]
fn of_several_numbers_the_first_of_the_kind_is_shown() {
    let mut unmarked = 0;
    for country in 0..schemes::ALL.starts.len() {
        let code = at(country).next().unwrap().country();
        let all: Vec<Scheme> = of(code).collect();
        for (kind, fits) in [("TIN", Holder::Both), ("NATIONAL_ID", Holder::Person)] {
            let personal: Vec<&Scheme> =
                all.iter().filter(|scheme| scheme.holder() != Holder::Entity).collect();
            let marked = personal
                .iter()
                .find(|scheme| if kind == "TIN" { scheme.is_taxpayer() } else { scheme.is_main() });
            let fitting = personal.iter().find(|scheme| scheme.holder() == fits);
            unmarked += u32::from(marked.is_none() && personal.len() > 1);
            let expected = marked.or(fitting).or(personal.first()).map(|scheme| scheme.name());
            let found = hint(code, Some(kind));
            assert_eq!(found.as_ref().map(|hint| hint.scheme), expected, "{code} {kind}");
            let accepted = found.map(|hint| hint.accepted.len()).unwrap_or_default();
            assert_eq!(accepted, personal.len(), "{code} {kind}");
        }
    }
    assert!(unmarked > 10, "{unmarked}");
}

#[test]
fn a_hint_says_what_its_scheme_says() {
    let scheme = super::super::scheme("BR.cpf").unwrap();
    let hint = hint("br", Some("TIN")).unwrap();
    let accepted = alloc::vec!["BR.cpf"];
    let expected = Hint {
        scheme: "BR.cpf",
        label: scheme.label(),
        example: scheme.example(),
        input_mode: "numeric",
        mask: "000.000.000-00".into(),
        accepted,
    };
    assert_eq!(hint, expected);
}

#[test]
fn territories_ask_for_the_numbers_of_their_country() {
    assert_eq!(shown("PR", Some("SSN")), "US.ssn");
    assert_eq!(shown("AX", None), shown("FI", None));
    // A number of its own comes first.
    assert_eq!(shown("FO", None), "FO.ptal");
    assert!(hint("AQ", None).is_none() && hint("BR", Some("SSN")).is_none());
}

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
