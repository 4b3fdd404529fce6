//! One thing a report says: a field, an index, a code and limits. It never holds a person's value, so nothing that shows an
//! issue can leak one.

use alloc::{string::String, vec::Vec};

use crate::{
    code::{Code, Severity},
    field::{Field, Kind},
    field_id::Id,
    finding::{Finding, Param, Params},
    scan,
    text::push_number,
};

/// One thing a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The field it is about; `None` for the payload itself.
    pub field: Option<Id>,
    /// The document's index, for a document or a field of one.
    pub index: Option<u16>,
    /// The reason.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Limits, allowed codes, positions; never a piece of the value.
    pub params: Params,
}

impl Issue {
    /// An issue at a place out of what a rule found there.
    #[must_use]
    pub fn new(field: Option<Id>, index: Option<u16>, finding: Finding) -> Self {
        let Finding { code, severity, params } = finding;
        Self { field, index, code, severity, params }
    }

    /// Where it is, as code writes it: `documents[0].number`; empty for the payload itself.
    ///
    /// ```
    /// # use kyc_rules::{code::Code, field_id::Id, issue::Issue};
    /// let issue = Issue::new(Some(Id::DocumentNumber), Some(0), Code::Required.into());
    /// assert_eq!(issue.path(), "documents[0].number");
    /// assert_eq!(issue.pointer(), "/documents/0/number");
    /// ```
    #[must_use]
    pub fn path(&self) -> String {
        self.place(".", "[", "]", "")
    }

    /// Where it is, as a JSON Pointer (RFC 6901): `/documents/0/number`; empty for the payload itself.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.place("/", "/", "", "/")
    }

    fn place(&self, dot: &str, open: &str, close: &str, root: &str) -> String {
        let mut out = String::new();
        let Some(id) = self.field else { return out };
        let path = id.field().path;
        let (list, key) = scan::cut(path, b'[')
            .map_or((path, ""), |(list, behind)| (list, behind.strip_prefix("].").unwrap_or("")));
        out.push_str(root);
        for (at, part) in list.split('.').enumerate() {
            out.push_str(if at == 0 { "" } else { dot });
            out.push_str(part);
        }
        if let Some(index) = self.index {
            out.push_str(open);
            push_number(&mut out, u32::from(index));
            out.push_str(close);
        }
        if !key.is_empty() {
            out.push_str(dot);
            out.push_str(key);
        }
        out
    }

    /// The English sentence a form shows: the field's label and the fix.
    ///
    /// ```
    /// # use kyc_rules::{code::Code, field_id::Id, issue::Issue};
    /// let issue = Issue::new(Some(Id::PostalCode), None, Code::Required.into());
    /// assert_eq!(issue.message(), "Enter the postal code");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        fill(self.template(), self.field.map_or("The data", |id| id.field().label), &self.params)
    }

    /// What an API says: the field's path and the reason.
    ///
    /// ```
    /// # use kyc_rules::{code::Code, field_id::Id, issue::Issue};
    /// let issue = Issue::new(Some(Id::PhoneNumber), None, Code::PhoneNotE164.into());
    /// assert_eq!(issue.api_message(), "phoneNumber must be in E.164 format");
    /// ```
    #[must_use]
    pub fn api_message(&self) -> String {
        let mut out = self.path();
        if out.is_empty() {
            out.push_str("kycData");
        }
        out.push(' ');
        out.push_str(&fill(self.code.reason().api, "", &self.params));
        out
    }

    /// The form's words for a code, where they depend on what kind of field is meant.
    fn template(&self) -> &'static str {
        let kind = self.field.map(Id::field).map(kind_of);
        match (self.code, kind) {
            (Code::Required, Some(kind)) => REQUIRED
                .iter()
                .find(|(of, _)| *of == kind)
                .map_or(self.code.reason().form, |(_, form)| form),
            _ => self.code.reason().form,
        }
    }
}

/// How a form asks for what is missing, by what kind of field it is. Text is asked for in the code's own words.
pub const REQUIRED: &[(&str, &str)] = &[
    ("choice", "Select the {label}"),
    ("flag", "Select yes or no: {label}"),
    ("image", "Upload the {label}"),
    ("list", "Add at least one document"),
];

/// What kind of answer a field wants, for words and form controls.
#[must_use]
pub fn kind_of(field: &Field) -> &'static str {
    match field.kind {
        Kind::Choice(_) => "choice",
        Kind::Flag => "flag",
        Kind::Object => "object",
        Kind::List => "list",
        Kind::Text { rule, .. } => match rule.name {
            "https_url" => "image",
            "country" | "nationality" => "choice",
            _ => "text",
        },
    }
}

/// Fills a template: `{Label}`, `{label}` and the names of parameters.
fn fill(template: &str, label: &str, params: &[(&'static str, Param)]) -> String {
    let mut out = String::with_capacity(template.len().saturating_add(label.len()));
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = tail.split_once('}') else { break };
        match name {
            "Label" => out.push_str(label),
            "label" => push_lower_first(&mut out, label),
            _ => {
                if let Some((_, param)) = params.iter().find(|(key, _)| *key == name) {
                    push_param(&mut out, param);
                }
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn push_param(out: &mut String, param: &Param) {
    match param {
        Param::Number(number) => push_number(out, *number),
        Param::Text(text) => out.push_str(text),
        Param::List(list) => out.push_str(&list.join(", ")),
    }
}

/// A label within a sentence: `Postal code` becomes `postal code`, `ZIP code` stays.
fn push_lower_first(out: &mut String, label: &str) {
    let mut letters = label.chars();
    let first = letters.next();
    if letters.clone().next().is_some_and(char::is_uppercase) {
        out.push_str(label);
        return;
    }
    out.extend(first.into_iter().flat_map(char::to_lowercase));
    out.push_str(letters.as_str());
}

/// The heaviest severity of some issues.
pub(crate) fn heaviest(issues: &[Issue]) -> Option<Severity> {
    issues.iter().map(|issue| issue.severity).max()
}

/// Names of the fields, for `params.fields`.
pub(crate) fn keys(ids: impl Iterator<Item = Id>) -> Param {
    Param::List(ids.map(|id| id.field().key).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_begins_small_within_a_sentence_unless_it_is_letters_of_a_name() {
        for (label, said) in [
            ("Postal code", "Enter the postal code"),
            ("ZIP code", "Enter the ZIP code"),
            ("Élan", "Enter the élan"),
            ("A", "Enter the a"),
            ("", "Enter the "),
        ] {
            assert_eq!(fill("Enter the {label}", label, &[]), said);
        }
        assert_eq!(fill("{Label} is {label}", "City", &[]), "City is city");
    }

    #[test]
    fn a_template_takes_the_parameters_it_names() {
        let params = [
            ("max", Param::Number(4_000_000_000)),
            ("expected", Param::Text("string")),
            ("allowed", Param::List(Vec::from(["A", "B"]))),
        ];
        let said = fill("{expected}: {allowed}, {max} at most{none}", "", &params);
        assert_eq!(said, "string: A, B, 4000000000 at most");
    }
}
