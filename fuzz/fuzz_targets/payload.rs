//! Any text as a payload, by any policy: a report within its limits, and laws that hold of it.
#![no_main]

use kyc_rules::{
    code::Severity,
    date,
    field_id::Form,
    normalize::normalize,
    policy::{AddressPolicy, NamePolicy, PhonePolicy, Policy},
    report::{Report, Verdict},
    source::json,
    validate::Validator,
    wire,
};
use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;

fn count(report: &Report, severity: Severity) -> usize {
    report.issues.iter().filter(|issue| issue.severity == severity).count()
}

fuzz_target!(|input: (u8, &[u8])| {
    let (how, bytes) = input;
    let policy = Policy {
        mrz: how & 1 != 0,
        address: if how & 2 != 0 { AddressPolicy::Guide } else { AddressPolicy::CountryAware },
        names: if how & 4 != 0 { NamePolicy::Latin } else { NamePolicy::Unicode },
        phone: if how & 8 != 0 { PhonePolicy::Valid } else { PhonePolicy::Possible },
        ..Policy::default()
    };
    let form = if how & 16 != 0 { Form::Customer } else { Form::Kyc };
    let today = date::parse(if how & 32 != 0 { "2024-02-29" } else { "2026-01-31" }).unwrap();
    let validator = Validator::new(today, &policy);
    let mut record = json::read_bytes(bytes, form, &policy.limits);
    let whole = validator.whole(&record, form);
    let patched = (how & 64 != 0).then(|| validator.patch(&record, None));
    let report = patched.as_ref().unwrap_or(&whole);
    assert!(report.issues.len() <= policy.limits.issues);
    let said = report.to_json();
    assert!(serde_json::from_str::<IgnoredAny>(&said).is_ok(), "{said}");
    assert!(!wire::report(report).is_empty());
    let verdict = match (count(report, Severity::Error), count(report, Severity::Missing)) {
        (1.., _) => Verdict::Invalid,
        (0, 1..) => Verdict::Incomplete,
        (0, 0) => Verdict::Ready,
    };
    assert!(report.truncated || report.verdict == verdict, "{said}");
    for issue in report.issues.iter().take(5) {
        assert!(!issue.message().contains('{') && !issue.api_message().contains('{'));
    }
    if record.unreadable.is_none() {
        normalize(&mut record, form, &validator);
        let after = validator.whole(&record, form);
        assert!(normalize(&mut record, form, &validator).is_empty(), "a copy is normal");
        let (more, less) = (count(&after, Severity::Error), count(&whole, Severity::Error));
        // Composing may make two characters of one, and what no link has of what it may have.
        let is_composed = core::str::from_utf8(bytes)
            .is_ok_and(|text| kyc_rules::text::nfc(text).is_none() && !text.contains("\\u"));
        assert!(more <= less || whole.truncated || !is_composed, "a copy has no more errors");
    }
});
