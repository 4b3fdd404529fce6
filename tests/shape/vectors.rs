//! Enough vectors: of every rule, every field and every code.

use super::*;

/// All vectors of a rule.
fn vectors(rule: &str) -> Vec<Value> {
    serde_json::from_str(&read(format!("tests/vectors/rules/{rule}.json"))).unwrap()
}

#[test]
fn every_rule_has_twenty_good_values_and_a_bad_one_for_each_code() {
    let mut problems = Vec::new();
    for field in &FIELDS {
        let Kind::Text { rule, .. } = field.kind else { continue };
        let cases = vectors(rule.name);
        let codes = |case: &Value| case["codes"].as_array().map_or(0, Vec::len);
        let good = cases.iter().filter(|case| codes(case) == 0).count();
        if good < 20 {
            problems.push(format!("{}: {good} good values", rule.name));
        }
        for code in rule.codes {
            let named = |case: &&Value| {
                case["codes"].as_array().is_some_and(|all| all.iter().any(|one| one == code.name()))
            };
            if !cases.iter().any(|case| named(&case)) {
                problems.push(format!("{}: no vector for {}", rule.name, code.name()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_rule_gives_only_the_codes_it_names() {
    let mut problems = BTreeSet::new();
    for name in rule_files() {
        for case in vectors(&name) {
            let Some((id, _)) = Id::at_path(case["path"].as_str().unwrap()) else { continue };
            let Kind::Text { rule, .. } = id.field().kind else { continue };
            for code in case["codes"].as_array().unwrap() {
                let general = ["required", "text.too_long", "text.not_unicode", "wrong_type"];
                let code = code.as_str().unwrap();
                if !general.contains(&code) && !rule.codes.iter().any(|own| own.name() == code) {
                    problems.insert(format!("{}: {code}", rule.name));
                }
            }
        }
    }
    assert!(problems.is_empty(), "not in RULE.codes: {problems:?}");
}

/// Every code a field can give has a vector at that field, so that no pairing of the two goes unproven.
#[test]
fn every_field_has_a_vector_for_each_code_it_can_give() {
    let mut seen = BTreeSet::new();
    let files = fs::read_dir(root().join("tests/vectors/rules")).unwrap();
    for file in files {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let cases: Vec<Case> = serde_json::from_str(&text).unwrap();
        for case in cases {
            let (id, _) = Id::at_path(&case.path).unwrap();
            seen.extend(case.codes.into_iter().map(|code| (id as usize, code)));
        }
    }
    let mut absent = Vec::new();
    for field in &FIELDS {
        let mut codes = vec![Code::WrongType];
        match field.kind {
            Kind::Text { rule, .. } => {
                codes.extend([Code::TextNotUnicode, Code::TextTooLong]);
                codes.extend(rule.codes);
            }
            Kind::Choice(_) => codes.extend([Code::TextNotUnicode, Code::ChoiceUnknown]),
            Kind::Flag | Kind::Object | Kind::List => {}
        }
        if field.presence == Presence::Required && field.id.form() == Form::Customer {
            codes.push(Code::Required);
        }
        for code in codes {
            if !seen.contains(&(field.id as usize, code.name().to_owned())) {
                absent.push(format!("{}: {}", field.path, code.name()));
            }
        }
    }
    assert!(absent.is_empty(), "no vector for\n{}", absent.join("\n"));
}

/// A code that nothing gives is a promise nobody keeps. What only text or the boundary can give is tested there.
#[test]
fn every_code_has_a_vector() {
    const ELSEWHERE: [Code; 7] = [
        Code::DuplicateKey,
        Code::JsonSyntax,
        Code::JsonTooLarge,
        Code::JsonTooDeep,
        Code::JsonTooManyValues,
        Code::InputUnreadable,
        Code::NameNotLegalName,
    ];
    let mut said = String::new();
    for folder in ["payload", "rules"] {
        for file in fs::read_dir(root().join("tests/vectors").join(folder)).unwrap() {
            said.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
        }
    }
    let has = |code: &&Code| {
        let name = code.name();
        ELSEWHERE.contains(code)
            || said.contains(&format!("\"{name}\""))
            || said.contains(&format!(" {name}\""))
    };
    let absent: Vec<_> =
        Code::ALL.iter().filter(|code| !has(code)).map(|code| code.name()).collect();
    assert!(absent.is_empty(), "no vector gives {absent:?}");
}
