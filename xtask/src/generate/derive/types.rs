//! `types.d.ts`: the unions and payload types of the package. What is written by hand there is only what functions take and give.

use kyc_rules::{
    code::Code,
    field::{Field, Kind, Presence},
    field_id::{Form, Id, Parent},
    fields::FIELDS,
};

use super::{HEAD, document_types, fields_of, fields_of_form, is_required_of, values_of};

/// The types.
pub(super) fn types() -> String {
    let mut out = String::from(HEAD);
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
    union(&mut out, "Every code an issue can have. Codes are only ever added.", "Code", &codes);
    let paths = |form| fields_of_form(form).map(|field| field.path).collect::<Vec<_>>();
    union(&mut out, "The fields of create-customer.", "CustomerPath", &paths(Form::Customer));
    union(
        &mut out,
        "The fields of `kycData` as the table names them: `[]` stands for the index of a document.",
        "KycPath",
        &paths(Form::Kyc),
    );
    out.push_str(
        "/** A field as the table names it. */\nexport type FieldPath = CustomerPath | KycPath;\n\
         type Indexed<Path extends string> = Path extends `${infer List}[]${infer Rest}` ? `${List}[${number}]${Rest}` : Path;\n\
         /** Where an issue is: a field, a document, or `''` for the payload itself. */\n\
         export type IssuePath = '' | Indexed<FieldPath> | `documents[${number}]`;\n",
    );
    for field in FIELDS.iter().filter(|field| values_of(field).is_some()) {
        let what = format!("The values of `{}`.", field.path);
        union(&mut out, &what, &type_name(field), values_of(field).unwrap_or_default());
    }
    let choices = FIELDS.iter().filter(|field| values_of(field).is_some());
    let words = choices.map(|field| {
        format!("  readonly '{}': Readonly<Record<{}, string>>;\n", field.path, type_name(field))
    });
    out.push_str(&format!(
        "/** What the values of choices are called, by field and value. */\nexport interface ChoiceWords {{\n{}}}\n",
        words.collect::<String>()
    ));
    interface(
        &mut out,
        "The body of `POST /customers`.",
        "Customer",
        "",
        fields_of(Parent::Customer),
        &|field| field.presence == Presence::Required,
    );
    interface(
        &mut out,
        "The address of `kycData`.",
        "Address",
        "",
        fields_of(Parent::Address),
        &|field| field.presence == Presence::Required,
    );
    let mut documents = Vec::new();
    for kind in document_types() {
        let name = format!("{}Document", camel(kind));
        let fields = fields_of(Parent::Document).filter(|field| field.id != Id::DocumentType);
        let tag = format!("  /** Document type. */\n  type: '{kind}';\n");
        interface(
            &mut out,
            &format!("A document of type `{kind}`."),
            &name,
            &tag,
            fields,
            &|field| is_required_of(field, kind),
        );
        documents.push(name);
    }
    out.push_str(&format!(
        "/** An entry of `documents`, by its type. */\nexport type KycDocument = {};\n",
        documents.join(" | ")
    ));
    interface(&mut out, "The whole `kycData`.", "KycData", "", fields_of(Parent::Kyc), &|field| {
        field.presence == Presence::Required
    });
    out.push_str(
        "/** A part of `kycData`: objects merge, lists replace (RFC 7396). */\n\
         export interface KycPatch extends Partial<Omit<KycData, 'address'>> {\n  /** Address. */\n  address?: Partial<Address>;\n}\n",
    );
    out
}

fn union(out: &mut String, what: &str, name: &str, members: &[&str]) {
    out.push_str(&format!("/** {what} */\nexport type {name} =\n"));
    for (at, member) in members.iter().enumerate() {
        let end = if at + 1 == members.len() { ";" } else { "" };
        out.push_str(&format!("  | '{member}'{end}\n"));
    }
}

fn interface(
    out: &mut String,
    what: &str,
    name: &str,
    first: &str,
    fields: impl Iterator<Item = &'static Field>,
    required: &dyn Fn(&Field) -> bool,
) {
    out.push_str(&format!("/** {what} */\nexport interface {name} {{\n{first}"));
    for field in fields {
        out.push_str(&doc(field));
        let (mark, null) = if required(field) { ("", "") } else { ("?", " | null") };
        out.push_str(&format!("  {}{mark}: {}{null};\n", field.key, type_of(field)));
    }
    out.push_str("}\n");
}

fn doc(field: &Field) -> String {
    let presence = match field.presence {
        Presence::WhereCountryUses(_) => ", where the country uses it",
        _ => "",
    };
    let example = match (field.kind, field.example) {
        (Kind::Text { .. }, example) if !example.contains('\n') => format!(", like `{example}`"),
        _ => String::new(),
    };
    format!("  /** {}{presence}{example}. */\n", field.label)
}

fn type_of(field: &Field) -> String {
    match field.kind {
        Kind::Text { .. } => "string".to_owned(),
        Kind::Choice(_) => type_name(field),
        Kind::Flag => "boolean".to_owned(),
        Kind::Object => "Address".to_owned(),
        Kind::List => "KycDocument[]".to_owned(),
    }
}

/// The name of a choice's type: `EmploymentStatus`, `DocumentType`.
fn type_name(field: &Field) -> String {
    let holder = match field.parent {
        Parent::Customer => "Customer",
        Parent::Document => "Document",
        Parent::Kyc | Parent::Address => "",
    };
    let mut letters = field.key.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase).collect::<String>();
    format!("{holder}{first}{}", letters.as_str())
}

/// `DRIVERS_LICENSE` becomes `DriversLicense`.
fn camel(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .into_iter()
                .chain(letters.as_str().to_lowercase().chars().collect::<Vec<_>>())
        })
        .collect()
}
