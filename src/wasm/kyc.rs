//! The whole payload: the package's main entry. Payloads come packed (`source::packed`), reports go out on the wire (`wire`).

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::wasm_bindgen;

use super::date;
use crate::{
    code::Code,
    field_id::{Form, Id},
    fields::FIELDS,
    issue::Issue,
    normalize::normalize,
    policy::Policy,
    record::Record,
    report::Report,
    source::packed,
    tables,
    validate::Validator,
    wire,
};

/// `check`'s mode for a patch of `kycData`; 0 is the whole of it.
const PATCH: u32 = 1;
/// `check`'s mode for the body of create-customer.
const CUSTOMER: u32 = 2;

/// Judges a packed payload. `mode`: 0 whole `kycData`, 1 a patch of it, 2 the body of create-customer. `today`: the date as
/// the number YYYYMMDD. `policy`: JSON, empty for the default. Answers a report on the wire.
#[wasm_bindgen]
#[must_use]
pub fn check(payload: &str, mode: u32, today: u32, policy: &str) -> String {
    let form = if mode == CUSTOMER { Form::Customer } else { Form::Kyc };
    judge(payload, form, today, policy, &|validator, record| match mode {
        PATCH => validator.patch(record, None),
        _ => validator.whole(record, form),
    })
}

/// Judges a packed whole `kycData` beside the packed body of create-customer.
#[wasm_bindgen]
#[must_use]
pub fn check_beside(payload: &str, account: &str, today: u32, policy: &str) -> String {
    judge(payload, Form::Kyc, today, policy, &|validator, record| match packed::read(
        account,
        Form::Customer,
        &validator.policy().limits,
    ) {
        Some(account) => validator.whole_beside(record, &account),
        None => validator.whole(record, Form::Kyc),
    })
}

/// Judges a packed patch against the packed stored data.
#[wasm_bindgen]
#[must_use]
pub fn check_patch(patch: &str, stored: &str, today: u32, policy: &str) -> String {
    judge(patch, Form::Kyc, today, policy, &|validator, record| {
        let stored = packed::read(stored, Form::Kyc, &validator.policy().limits);
        validator.patch(record, stored.as_ref())
    })
}

/// Judges those fields of a packed payload: their places in the table, a character each, from `0`.
#[wasm_bindgen]
#[must_use]
pub fn check_pick(payload: &str, customer: bool, fields: &str, today: u32, policy: &str) -> String {
    let form = if customer { Form::Customer } else { Form::Kyc };
    let wanted: Vec<Id> =
        fields.chars().filter_map(|place| field(u32::from(place).wrapping_sub(48))).collect();
    judge(payload, form, today, policy, &|validator, record| validator.pick(record, form, &wanted))
}

/// Judges one field of a packed payload, and those that depend on it. `document`: the index, or anything outside documents.
#[wasm_bindgen]
#[must_use]
pub fn check_field(payload: &str, place: u32, document: u32, today: u32, policy: &str) -> String {
    at(payload, place, document, today, policy, &|validator, record, id, document| {
        let mut out = String::new();
        wire::push_issues(&mut out, &validator.field(record, id, document));
        out
    })
}

/// The canonical form of one field of a packed payload; as it is where it has no other.
#[wasm_bindgen]
#[must_use]
pub fn canonical(payload: &str, place: u32, document: u32, today: u32, policy: &str) -> String {
    at(payload, place, document, today, policy, &|validator, record, id, document| {
        let text = record.slot(id, document).text().unwrap_or_default();
        validator.canonical(record, id, document).unwrap_or_else(|| text.into())
    })
}

/// Puts a packed payload into its canonical form: for each text that changed, in form order, U+001E and
/// `field,index,kind,length,text`: the field's place in the table, the index empty outside documents, the kind's place in
/// [`ChangeKind`](crate::normalize::ChangeKind), the length in UTF-16 code units.
#[wasm_bindgen]
#[must_use]
pub fn normal_form(payload: &str, customer: bool, today: u32, policy: &str) -> String {
    let form = if customer { Form::Customer } else { Form::Kyc };
    with_policy(today, policy, &|validator| {
        let Some(mut record) = packed::read(payload, form, &validator.policy().limits) else {
            return wire::MISPACKED.into();
        };
        let changes = normalize(&mut record, form, validator);
        wire::changes(&changes, &record)
    })
}

/// The versions: of the rules and of the data they were made from, parted by a line end.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    let mut out = String::from(crate::report::RULES_VERSION);
    out.push('\n');
    out.push_str(tables::DATA_VERSION);
    out
}

/// Whether a policy's JSON can be read: empty, or the code and its parameters on the wire.
#[wasm_bindgen]
#[must_use]
pub fn policy_fault(policy: &str) -> String {
    let mut out = String::new();
    if let Err(finding) = Policy::from_json(policy) {
        wire::push_issues(&mut out, &[Issue::new(None, None, finding)]);
    }
    out
}

fn judge(
    payload: &str,
    form: Form,
    today: u32,
    policy: &str,
    report: &dyn Fn(&Validator<'_>, &Record<'_>) -> Report,
) -> String {
    with_policy(today, policy, &|validator| match packed::read(
        payload,
        form,
        &validator.policy().limits,
    ) {
        Some(record) => wire::report(&report(validator, &record)),
        None => wire::MISPACKED.into(),
    })
}

/// What is answered of one field of a record.
type OfField<'a> = dyn Fn(&Validator<'_>, &Record<'_>, Id, Option<usize>) -> String + 'a;

fn at(
    payload: &str,
    place: u32,
    document: u32,
    today: u32,
    policy: &str,
    answer: &OfField<'_>,
) -> String {
    let Some(id) = field(place) else { return String::new() };
    with_policy(today, policy, &|validator| {
        let Some(record) = packed::read(payload, id.form(), &validator.policy().limits) else {
            return wire::MISPACKED.into();
        };
        let document = id.document_column().and_then(|_| usize::try_from(document).ok());
        answer(validator, &record, id, document)
    })
}

fn field(place: u32) -> Option<Id> {
    FIELDS.get(usize::try_from(place).ok()?).map(|field| field.id)
}

/// Reads date and policy. Both were checked on the other side; what is none all the same is answered, never guessed.
fn with_policy(today: u32, policy: &str, answer: &dyn Fn(&Validator<'_>) -> String) -> String {
    let Some(today) = date(today) else { return unusable(Code::DateNotReal) };
    match Policy::from_json(policy) {
        Ok(policy) => answer(&Validator::new(today, &policy)),
        Err(finding) => unusable(finding.code),
    }
}

fn unusable(code: Code) -> String {
    let mut out = String::from("v");
    wire::push_issues(&mut out, &[Issue::new(None, None, code.into())]);
    out
}
