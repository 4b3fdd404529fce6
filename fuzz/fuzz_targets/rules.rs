//! Any text as any field's value, beside a country and a type: a rule says what it may say, and a canonical form is canonical.
#![no_main]

use std::sync::LazyLock;

use kyc_rules::{
    date,
    field::{Field, Kind, Scope},
    field_id::Id,
    fields::FIELDS,
    policy::{NamePolicy, PhonePolicy, Policy},
    record::{Record, Slot},
    text,
    validate::Validator,
};
use libfuzzer_sys::fuzz_target;

const COUNTRIES: [&str; 16] = [
    "US", "GB", "CA", "DE", "FR", "JP", "IN", "BR", "AU", "IE", "CN", "AE", "KR", "MX", "ZA", "xx",
];

static TEXTS: LazyLock<Vec<&Field>> = LazyLock::new(|| {
    let is_text = |field: &&Field| matches!(field.kind, Kind::Text { .. } | Kind::Choice(_));
    FIELDS.iter().filter(is_text).collect()
});

fuzz_target!(|input: (u8, u8, &str)| {
    let (which, beside, value) = input;
    let field = TEXTS[usize::from(which) % TEXTS.len()];
    let policy = Policy {
        mrz: true,
        names: if beside & 16 != 0 { NamePolicy::Latin } else { NamePolicy::Unicode },
        phone: if beside & 32 != 0 { PhonePolicy::Valid } else { PhonePolicy::Possible },
        ..Policy::default()
    };
    let today = date::parse("2026-01-31").unwrap();
    let country = COUNTRIES[usize::from(beside & 15)];
    let mut record = Record::EMPTY;
    let mut put = |id: Id, text: &str| {
        let document = id.document_column().map(|_| 0);
        *record.slot_mut(id, document).unwrap() = Slot::of(text.to_owned());
    };
    for id in [Id::Country, Id::NationalIdIssuingCountry, Id::DocumentIssuingCountry] {
        put(id, country);
    }
    put(Id::NationalIdType, if beside & 64 != 0 { "TIN" } else { "NATIONAL_ID" });
    put(Id::DocumentType, if beside & 128 != 0 { "DRIVERS_LICENSE" } else { "PASSPORT" });
    put(field.id, value);
    let document = field.id.document_column().map(|_| 0);
    let validator = Validator::new(today, &policy);
    let issues = validator.field(&record, field.id, document);
    if let Kind::Text { rule, .. } = field.kind {
        if !text::is_blank(value)
            && let Err(finding) = (rule.check)(value, &Scope::alone(today, &policy))
        {
            assert!(
                rule.codes.contains(&finding.code),
                "{} says {}",
                rule.name,
                finding.code.name()
            );
        }
    }
    if let Some(canonical) = validator.canonical(&record, field.id, document) {
        assert_ne!(canonical, value, "{}", field.path);
        *record.slot_mut(field.id, document).unwrap() = Slot::of(canonical.clone());
        assert_eq!(
            validator.canonical(&record, field.id, document),
            None,
            "{}: {canonical:?} of {value:?}",
            field.path
        );
        // Composing may make two characters of one, and what no link has of what it may have.
        if text::nfc(value).is_some() {
            return;
        }
        let again = validator.field(&record, field.id, document);
        let errors = |issues: &[kyc_rules::issue::Issue]| {
            issues.iter().filter(|issue| issue.severity == kyc_rules::code::Severity::Error).count()
        };
        assert!(errors(&again) <= errors(&issues), "{}: {canonical:?} of {value:?}", field.path);
    }
});
