//! What a form shows for each country and type.

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
