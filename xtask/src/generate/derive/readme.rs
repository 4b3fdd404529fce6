//! The table of fields in a README, between its markers.

use kyc_rules::{
    field::{Field, Kind, Presence},
    fields::FIELDS,
};

const START: &str = "<!-- fields: made by `cargo xtask gen derive` -->\n";
const END: &str = "<!-- /fields -->";

/// The text with today's table between its markers; as it is where it has none.
pub(super) fn with_table(text: &str) -> String {
    let Some((before, rest)) = text.split_once(START) else { return text.to_owned() };
    let Some((_, after)) = rest.split_once(END) else { return text.to_owned() };
    format!("{before}{START}{}{END}{after}", table())
}

fn table() -> String {
    let mut out = String::from(
        "\n| field | what a form calls it | must be there | holds | example |\n|---|---|---|---|---|\n",
    );
    for field in &FIELDS {
        let example = match field.example {
            "" => String::new(),
            example => format!("`{}`", example.replace('\n', "⏎")),
        };
        out.push_str(&format!(
            "| `{}` | {} | {} | {} | {example} |\n",
            field.path,
            field.label,
            presence(field.presence),
            holds(field),
        ));
    }
    out.push('\n');
    out
}

fn presence(presence: Presence) -> String {
    match presence {
        Presence::Required => "yes".to_owned(),
        Presence::Optional => "no".to_owned(),
        Presence::WhereCountryUses(_) => "where the country uses it".to_owned(),
        Presence::OfDocuments(types) => format!("in {}", list(types)),
    }
}

fn holds(field: &Field) -> String {
    match field.kind {
        Kind::Text { rule, max } => {
            format!("{}, up to {max} characters", rule.name.replace('_', " "))
        }
        Kind::Choice(choices) => list(choices.values),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Object => "an object".to_owned(),
        Kind::List => "a list of objects".to_owned(),
    }
}

fn list(values: &[&str]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}
