//! `tables.js` and `en.js`: in every bundle, so as compact as they can be read.

use kyc_rules::{
    code::Code,
    field::{Field, Kind, Presence},
    field_id::{Form, Id},
    fields::FIELDS,
    issue::{Issue, REQUIRED, kind_of},
    policy::Limits,
};

use super::{
    HEAD, fields_of_form,
    json::{Json, text, texts},
    presence_word,
};

/// The fields and codes by their places.
pub(super) fn tables() -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "/** A row a field: path, control, rule, presence, longest text or values, autocomplete, inputMode, example, document types. */\n\
         export const FIELDS = [\n",
    );
    for field in &FIELDS {
        out.push_str(&row(field).compact());
        out.push_str(",\n");
    }
    out.push_str("];\n/** The codes by their places. */\nexport const CODES = '");
    let names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
    out.push_str(&names.join(" "));
    out.push_str("'.split(' ');\n/** Their severities, as long as nothing says otherwise: the first letter of each. */\nexport const SEVERITIES = '");
    out.extend(Code::ALL.iter().filter_map(|code| code.severity().name().chars().next()));
    let Limits { text: longest, depth, nodes, documents, issues } = Limits::DEFAULT;
    let limits = [
        ("text", longest),
        ("depth", depth),
        ("nodes", nodes),
        ("documents", documents),
        ("issues", issues),
    ];
    out.push_str(
        "';\n/** Bounds on the input where the policy sets none. */\nexport const LIMITS = ",
    );
    let limits = limits.map(|(key, limit)| (key.to_owned(), Json::Number(limit)));
    out.push_str(&Json::Object(limits.to_vec()).compact());
    let longest = FIELDS.iter().map(|field| match field.kind {
        Kind::Text { max, .. } => usize::from(max),
        _ => 0,
    });
    let constants = [
        ("The most characters a field may have.", "LONGEST", longest.max().unwrap_or(0)),
        (
            "How many fields create-customer has; they come first.",
            "CUSTOMER_FIELDS",
            fields_of_form(Form::Customer).count(),
        ),
        ("Places of fields and codes that are looked up by name.", "ADDRESS", Id::Address as usize),
        ("", "DOCUMENTS", Id::Documents as usize),
        ("", "FIRST_OF_DOCUMENT", Id::DocumentType as usize),
        ("", "REQUIRED", Code::Required as usize),
        ("", "INPUT_UNREADABLE", Code::InputUnreadable as usize),
        ("", "TOO_DEEP", Code::JsonTooDeep as usize),
        ("", "TOO_MANY_VALUES", Code::JsonTooManyValues as usize),
    ];
    out.push_str(";\n/** Other spellings of a choice that pass, by its field's path. */\nexport const SPELLINGS = ");
    out.push_str(&Json::Object(FIELDS.iter().filter_map(spellings).collect()).compact());
    for (what, name, number) in constants {
        out.push_str(";\n");
        if !what.is_empty() {
            out.push_str(&format!("/** {what} */\n"));
        }
        out.push_str(&format!("export const {name} = {number}"));
    }
    out.push_str(";\n");
    out
}

/// A choice's path, and what each other spelling of its values stands for.
fn spellings(field: &Field) -> Option<(String, Json)> {
    let Kind::Choice(choices) = field.kind else { return None };
    let pairs: Vec<_> =
        choices.aliases.iter().map(|(alias, value)| ((*alias).to_owned(), text(*value))).collect();
    (!pairs.is_empty()).then(|| (field.path.to_owned(), Json::Object(pairs)))
}

fn row(field: &Field) -> Json {
    let (rule, holds) = match field.kind {
        Kind::Text { rule, max } => (rule.name, Json::Number(max.into())),
        Kind::Choice(choices) => ("choice", texts(choices.values)),
        Kind::Flag | Kind::Object | Kind::List => ("", Json::Number(0)),
    };
    let mut row = vec![
        text(field.path),
        text(kind_of(field)),
        text(rule),
        text(presence_word(field.presence)),
        holds,
        text(field.autocomplete),
        text(field.input_mode),
        text(field.example),
    ];
    if let Presence::OfDocuments(types) = field.presence {
        row.push(texts(types));
    }
    Json::List(row)
}

/// The English words by the places of fields and codes.
pub(super) fn words() -> String {
    let mut out = String::from(HEAD);
    let lists = [
        ("The words a form shows, by the codes' places.", "FORM", codes(|code| code.reason().form)),
        ("The words an API answers, behind the path.", "API", codes(|code| code.reason().api)),
        (
            "What a form calls the fields.",
            "LABELS",
            FIELDS.iter().map(|field| field.label).collect(),
        ),
    ];
    for (what, name, words) in lists {
        out.push_str(&format!("/** {what} */\nexport const {name} = [\n"));
        for word in words {
            out.push_str(&text(word).compact());
            out.push_str(",\n");
        }
        out.push_str("];\n");
    }
    out.push_str("/** How a form asks for what is missing, by control. */\nexport const ASK = ");
    let ask = REQUIRED.iter().map(|(kind, form)| ((*kind).to_owned(), text(*form)));
    out.push_str(&Json::Object(ask.collect()).compact());
    out.push_str(";\n/** What the payload itself is called. */\nexport const WHOLE = ");
    out.push_str(&text(whole()).compact());
    out.push_str(";\n");
    out
}

fn codes(word: impl Fn(&Code) -> &'static str) -> Vec<&'static str> {
    Code::ALL.iter().map(word).collect()
}

/// What the messages call the payload itself: what stands for `{Label}` in one about it.
pub(super) fn whole() -> String {
    let code = Code::DuplicateKey;
    let behind = code.reason().form.trim_start_matches("{Label}");
    Issue::new(None, None, code.into()).message().trim_end_matches(behind).to_owned()
}
