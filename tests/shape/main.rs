//! Holds the house to its shape: the table, the codes, and every rule file.

mod files;
mod vectors;

use std::{collections::BTreeSet, fs, path::Path};

use kyc_rules::{
    code::{Code, Severity},
    field::{Kind, Presence, Scope},
    field_id::{COUNT, Form, Id},
    fields::FIELDS,
    finding::Param,
    policy::Policy,
    source::json,
    validate::Validator,
};
use serde_json::Value;
use time::{Date, Month};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn today() -> Date {
    Date::from_calendar_date(2026, Month::January, 31).unwrap()
}

#[test]
fn the_table_has_a_row_for_each_name_and_paths_lead_back_to_it() {
    assert_eq!(FIELDS.len(), COUNT);
    for (at, field) in FIELDS.iter().enumerate() {
        assert_eq!(field.id as usize, at, "{}", field.path);
        assert_eq!(Id::at_path(field.path), Some((field.id, None)), "{}", field.path);
        if field.id.document_column().is_some() {
            let path = field.path.replace("[]", "[3]");
            assert_eq!(Id::at_path(&path), Some((field.id, Some(3))), "{path}");
            let path = field.path.replace("[]", ".3");
            assert_eq!(Id::at_path(&path), Some((field.id, Some(3))), "{path}");
        }
    }
    let paths: BTreeSet<_> = FIELDS.iter().map(|field| field.path).collect();
    let labels: BTreeSet<_> = FIELDS.iter().map(|field| field.label).collect();
    assert_eq!((paths.len(), labels.len()), (COUNT, COUNT));
    for no_path in
        ["", "nope", "address.nope", "documents[0].nope", "documents[x].number", "address.city.x"]
    {
        assert_eq!(Id::at_path(no_path), None, "{no_path}");
    }
}

#[test]
fn every_example_passes_its_own_field() {
    let policy = Policy { mrz: true, ..Policy::default() };
    for field in &FIELDS {
        let passes = match field.kind {
            Kind::Text { rule, max } => {
                assert!(field.example.chars().count() <= usize::from(max), "{}", field.path);
                (rule.check)(field.example, &Scope::alone(today(), &policy))
                    .map_or_else(|finding| finding.severity == Severity::Warning, |()| true)
            }
            Kind::Choice(choices) => choices.values.contains(&field.example),
            Kind::Flag => matches!(field.example, "true" | "false"),
            Kind::Object | Kind::List => field.example.is_empty(),
        };
        assert!(passes, "{}: {}", field.path, field.example);
    }
}

#[test]
fn codes_are_named_and_worded_by_the_rules() {
    let mut names = BTreeSet::new();
    for (at, code) in Code::ALL.iter().enumerate() {
        let reason = code.reason();
        assert_eq!(*code as usize, at, "{}: ALL is in the order of the enum", reason.name);
        assert!(names.insert(reason.name), "{} stands twice", reason.name);
        let is_name =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.');
        assert!(reason.name.chars().all(is_name), "{}", reason.name);
        for text in [reason.form, reason.api] {
            for word in ["invalid", "please", "sorry", "oops", "{value}"] {
                assert!(!text.to_lowercase().contains(word), "{}: {text}", reason.name);
            }
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{}", reason.name);
        }
        assert!(!reason.form.ends_with('.'), "{}: no full stop, as GOV.UK has it", reason.name);
        assert!(
            !reason.api.contains("{label}") && !reason.api.contains("{Label}"),
            "{}",
            reason.name
        );
    }
}

/// The rule files, without their registry and the choice, whose values stand in the table.
fn rule_files() -> Vec<String> {
    let names =
        fs::read_dir(root().join("src/rules")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> =
        names.map(|name| name.into_string().unwrap().replace(".rs", "")).collect();
    names.retain(|name| !matches!(name.as_str(), "mod" | "choice"));
    names.sort();
    names
}

#[test]
fn every_rule_file_has_the_parts_of_a_rule() {
    for name in rule_files() {
        let text = read(format!("src/rules/{name}.rs"));
        assert!(text.starts_with("//! "), "{name}: a first sentence");
        for part in ["Source:", "Not checked:", "pub static RULE: Rule", "pub fn check(", "/// ```"]
        {
            assert!(text.contains(part), "{name}: {part}");
        }
        assert!(
            text.contains(&format!("name: \"{name}\"")),
            "{name}: the rule is named as its file"
        );
        assert!(text.lines().count() <= 320, "{name}: a rule is a small file");
    }
}

/// The demo and the types take a rule's codes from the rows that name it.
#[test]
fn every_rule_file_is_named_by_a_row() {
    let named: BTreeSet<&str> = FIELDS
        .iter()
        .filter_map(|field| match field.kind {
            Kind::Text { rule, .. } => Some(rule.name),
            _ => None,
        })
        .collect();
    for name in rule_files() {
        assert!(named.contains(name.as_str()), "{name}: no row names it; take the file away");
    }
}

#[test]
fn every_language_has_words_for_each_code() {
    for file in fs::read_dir(root().join("data/locales")).unwrap() {
        let file = file.unwrap().path();
        let words: Value = serde_json::from_str(&read(&file)).unwrap();
        for voice in ["form", "api"] {
            let lacking: Vec<&str> = Code::ALL
                .iter()
                .map(|code| code.name())
                .filter(|code| words[voice][code].as_str().is_none_or(str::is_empty))
                .collect();
            assert!(lacking.is_empty(), "{}, {voice}: {lacking:?}", file.display());
        }
    }
}

#[test]
fn typed_payloads_have_the_table_s_fields() {
    let mut payload = serde_json::Map::new();
    let mut customer = serde_json::Map::new();
    let mut address = serde_json::Map::new();
    let mut document = serde_json::Map::new();
    for field in &FIELDS {
        use kyc_rules::field_id::Parent;
        let value = match field.kind {
            Kind::Flag => Value::Bool(false),
            Kind::Object | Kind::List => continue,
            _ => Value::from(field.example),
        };
        let holder = match field.parent {
            Parent::Customer => &mut customer,
            Parent::Kyc => &mut payload,
            Parent::Address => &mut address,
            Parent::Document => &mut document,
        };
        holder.insert(field.key.to_owned(), value);
    }
    payload.insert("address".to_owned(), Value::Object(address));
    payload.insert("documents".to_owned(), Value::from(vec![Value::Object(document)]));
    let (payload, customer) = (Value::Object(payload), Value::Object(customer));
    #[cfg(feature = "serde")]
    {
        use kyc_rules::model::{Customer, KycData};
        let typed: KycData = serde_json::from_value(payload.clone()).unwrap();
        assert_eq!(serde_json::to_value(&typed).unwrap(), payload);
        let typed_customer: Customer = serde_json::from_value(customer.clone()).unwrap();
        assert_eq!(serde_json::to_value(&typed_customer).unwrap(), customer);
        // The same report from the typed payload, from its text and from its Value.
        let policy = Policy::default();
        let validator = Validator::new(today(), &policy);
        let of_typed = validator.whole(&typed.record(), Form::Kyc).to_json();
        let text = payload.to_string();
        assert_eq!(
            of_typed,
            validator.whole(&json::read(&text, Form::Kyc, &policy.limits), Form::Kyc).to_json()
        );
        #[cfg(feature = "serde_json")]
        assert_eq!(
            of_typed,
            validator
                .whole(
                    &kyc_rules::source::any::value(&payload, Form::Kyc, &policy.limits),
                    Form::Kyc
                )
                .to_json()
        );
    }
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    for (form, value) in [(Form::Kyc, payload), (Form::Customer, customer)] {
        let text = value.to_string();
        let report = validator.whole(&json::read(&text, form, &policy.limits), form);
        assert!(
            report.issues.iter().all(|issue| issue.severity == Severity::Warning),
            "{}",
            report.to_json()
        );
    }
}

#[test]
fn a_choice_lists_what_it_allows_and_the_nearest() {
    let policy = Policy::default();
    let text = r#"{"employmentStatus":"employd"}"#;
    let report =
        Validator::new(today(), &policy).patch(&json::read(text, Form::Kyc, &policy.limits), None);
    let params = &report.issues[0].params;
    assert!(
        params.iter().any(|(name, param)| *name == "nearest" && *param == Param::Text("EMPLOYED"))
    );
    assert!(matches!(&params[0], ("allowed", Param::List(all)) if all.len() == 5));
}

/// A vector without its value, which may hold what Rust cannot: half a surrogate pair.
#[derive(serde::Deserialize)]
struct Case {
    path: String,
    codes: Vec<String>,
}
