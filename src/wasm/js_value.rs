//! Payloads from and reports to `JsValue`, for those who compile this crate into a wasm app of their own. Feature
//! `serde-wasm-bindgen`.
//!
//! The npm package does not take this way: a packed string crosses three times as fast and in a quarter of the code.

use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::JsValue;

use crate::{
    code::Code,
    field_id::Form,
    finding::{Finding, Param},
    lifecycle::{sandbox::session::Session, value::Value},
    policy::Limits,
    record::Record,
    report::Report,
    source::any,
};

/// A payload out of a JavaScript value: plain objects and arrays, as `JSON.parse` makes them, or a `Map`. Every value goes
/// into its slot, whatever its type. `undefined` reads as `null`: in a patch, leave out what stays as it is.
///
/// A value that is no data (a function, a symbol) anywhere in it leaves the whole unread: the record's report says
/// `wrong_type`.
///
/// ```no_run
/// use kyc_rules::{field_id::Form, policy::Policy, validate::Validator, wasm::js_value};
/// # let today = time::Date::MIN;
/// # let value = wasm_bindgen::JsValue::NULL;
/// let policy = Policy::default();
/// let record = js_value::payload(value, Form::Kyc, &policy.limits);
/// let report = js_value::report(&Validator::new(today, &policy).whole(&record, Form::Kyc));
/// ```
#[must_use]
pub fn payload(value: JsValue, form: Form, limits: &Limits) -> Record<'static> {
    any::read(Deserializer::from(value), form, limits).unwrap_or_else(|_| Record {
        // Not the deserializer's words: they quote the value.
        unreadable: Some(Finding::new(Code::WrongType).with("expected", Param::Text("object"))),
        ..Record::EMPTY
    })
}

/// A report as a plain object: `{ verdict, issues, truncated, rulesVersion, dataVersion, asOf }`.
#[must_use]
pub fn report(report: &Report) -> JsValue {
    // Params are a plain object, as in the JSON. Nothing in a report fails to serialise.
    report.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// Asks a sandbox, plain objects in and out: see [`Session::ask`]. `null` where the particulars are no data, or hold themselves.
///
/// ```no_run
/// use kyc_rules::{lifecycle::sandbox::session::Session, policy::Policy, wasm::js_value};
/// # let given = wasm_bindgen::JsValue::NULL;
/// let mut sandbox = Session::new(Policy::DEFAULT, "seed", "https://app.example.com/verify/");
/// let answer = js_value::ask(&mut sandbox, "create", given);
/// ```
#[must_use]
pub fn ask(sandbox: &mut Session, question: &str, given: JsValue) -> JsValue {
    let Ok(given) = serde_wasm_bindgen::from_value::<Value>(given) else { return JsValue::NULL };
    let answer = sandbox.ask(question, &given);
    answer.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
