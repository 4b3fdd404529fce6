//! Phone numbers, national identifiers and machine-readable zones by themselves: what is said of one, as JSON.

use kyc_rules::{
    mrz, national_id,
    phone::{self, Phone, Reason},
    report::write_string,
};
use time::Date;

/// What is said of a phone number as people type it; `country` is the default one, alpha-2.
///
/// `{"valid","possible","region","type","e164","national","international","extension","reason","at"}`; what a number does not
/// have is null.
pub(crate) fn phone(number: &str, country: Option<&str>) -> String {
    match phone::parse(number, country) {
        Ok(phone) => of_phone(&phone),
        Err(error) => of_phone_text(error.reason),
    }
}

fn of_phone(phone: &Phone) -> String {
    let verdict = phone.verdict();
    let mut out = flags(verdict.valid, verdict.possible);
    member(&mut out, "region", verdict.region);
    member(&mut out, "type", Some(phone.kind().name()));
    member(&mut out, "e164", Some(phone.e164()));
    member(&mut out, "national", Some(&phone.national()));
    member(&mut out, "international", Some(&phone.international()));
    member(&mut out, "extension", phone.extension());
    member(&mut out, "reason", verdict.reason.map(Reason::name));
    out.push_str(",\"at\":");
    out.push_str(&verdict.at.map_or_else(|| "null".to_owned(), |at| at.to_string()));
    out.push('}');
    out
}

/// Text that is no number.
fn of_phone_text(reason: Reason) -> String {
    let mut out = flags(false, false);
    for name in ["region", "type", "e164", "national", "international", "extension"] {
        member(&mut out, name, None);
    }
    member(&mut out, "reason", Some(reason.name()));
    out.push_str(",\"at\":null}");
    out
}

/// What is said of a number of a scheme: `{"valid","severity","code","normalized"}`.
pub(crate) fn scheme(name: &str, value: &str) -> String {
    national_id::answer(name, value)
}

/// What is said of a machine-readable zone: `{"valid","format","failed","notes","fields","corrections"}`.
pub(crate) fn zone(lines: &[String], today: Date) -> String {
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    mrz::answer(&lines, today)
}

fn flags(valid: bool, possible: bool) -> String {
    format!("{{\"valid\":{valid},\"possible\":{possible}")
}

fn member(out: &mut String, name: &str, value: Option<&str>) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
    match value {
        Some(text) => write_string(out, text),
        None => out.push_str("null"),
    }
}
