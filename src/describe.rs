//! The table and the codes as JSON: what forms, docs, types and translations are made from.

use alloc::string::String;

use crate::{
    code::Code,
    field::{Field, Kind, Presence},
    field_id::Form,
    fields::FIELDS,
    finding::Param,
    issue::kind_of,
    report::{write_params, write_string},
};

/// The fields, an object each, in form order: `path`, `form`, `label`, `type`, `control`, `presence`, `codes` and what else
/// the kind has (`values`, `maxLength`, `rule`).
#[must_use]
pub fn fields_json() -> String {
    let mut out = String::from("[");
    for (at, field) in FIELDS.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        field_json(&mut out, field);
    }
    out.push_str("\n]");
    out
}

fn field_json(out: &mut String, field: &Field) {
    let mut params = alloc::vec![
        ("path", Param::Text(field.path)),
        (
            "form",
            Param::Text(match field.id.form() {
                Form::Customer => "customer",
                Form::Kyc => "kyc",
            }),
        ),
        ("label", Param::Text(field.label)),
        (
            "type",
            Param::Text(match field.kind {
                Kind::Text { .. } | Kind::Choice(_) => "string",
                Kind::Flag => "boolean",
                Kind::Object => "object",
                Kind::List => "array",
            }),
        ),
        ("control", Param::Text(kind_of(field))),
    ];
    match field.presence {
        Presence::Required => params.push(("presence", Param::Text("required"))),
        Presence::Optional => params.push(("presence", Param::Text("optional"))),
        Presence::WhereCountryUses(_) => params.push(("presence", Param::Text("byCountry"))),
        Presence::OfDocuments(types) => {
            params.push(("presence", Param::Text("byDocumentType")));
            params.push(("documentTypes", Param::List(types.to_vec())));
        }
    }
    match field.kind {
        Kind::Text { rule, max } => {
            params.push(("rule", Param::Text(rule.name)));
            params.push(("maxLength", Param::Number(u32::from(max))));
            params
                .push(("codes", Param::List(rule.codes.iter().map(|code| code.name()).collect())));
        }
        Kind::Choice(choices) => {
            params.push(("values", Param::List(choices.values.to_vec())));
            params.push(("codes", Param::List(alloc::vec![Code::ChoiceUnknown.name()])));
        }
        Kind::Flag | Kind::Object | Kind::List => {}
    }
    params.push(("autocomplete", Param::Text(field.autocomplete)));
    params.push(("inputMode", Param::Text(field.input_mode)));
    params.push(("example", Param::Text(field.example)));
    write_params(out, &params);
}

/// The codes, an object each: `code`, `severity`, `form` and `api` (English, with placeholders).
#[must_use]
pub fn codes_json() -> String {
    let mut out = String::from("[");
    for (at, code) in Code::ALL.iter().enumerate() {
        out.push_str(if at == 0 { "\n{\"code\":" } else { ",\n{\"code\":" });
        let reason = code.reason();
        write_string(&mut out, reason.name);
        for (key, text) in [
            (",\"severity\":", reason.severity.name()),
            (",\"form\":", reason.form),
            (",\"api\":", reason.api),
        ] {
            out.push_str(key);
            write_string(&mut out, text);
        }
        out.push('}');
    }
    out.push_str("\n]");
    out
}
