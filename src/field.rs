//! The words the table in `fields.rs` is written in: a field, what it holds, when it must be there, and the rule that
//! judges its value.

use alloc::string::String;

use time::Date;

use crate::{
    code::Code,
    field_id::{Id, Parent},
    finding::Finding,
    policy::Policy,
    record::Record,
};

/// One field of the payload: a row of [`FIELDS`](crate::fields::FIELDS).
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its number; also its place in the table.
    pub id: Id,
    /// Where it stands in the JSON, `[]` for the index of a list: `documents[].number`.
    pub path: &'static str,
    /// The object it stands in.
    pub parent: Parent,
    /// The key it has there: `number`.
    pub key: &'static str,
    /// What a form calls it, in sentence case: `Postal code`.
    pub label: &'static str,
    /// What JSON it takes.
    pub kind: Kind,
    /// When it must be there.
    pub presence: Presence,
    /// The HTML autocomplete token, `off` where none exists.
    pub autocomplete: &'static str,
    /// The HTML input mode.
    pub input_mode: &'static str,
    /// A value that passes, shown in docs and hints.
    pub example: &'static str,
}

/// What JSON a field takes.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A string of at most `max` characters, judged by a rule.
    Text {
        /// The rule that judges it.
        rule: &'static Rule,
        /// The most Unicode characters it may have.
        max: u16,
    },
    /// A string out of a closed list.
    Choice(&'static Choices),
    /// `true` or `false`.
    Flag,
    /// An object with fields of its own.
    Object,
    /// A list of objects with fields of their own.
    List,
}

/// The values of a choice.
#[derive(Debug)]
pub struct Choices {
    /// The values that pass, in form order.
    pub values: &'static [&'static str],
    /// Spellings that pass too and are normalised: (as written, as meant).
    pub aliases: &'static [(&'static str, &'static str)],
}

/// When a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Required,
    /// Never.
    Optional,
    /// Where the address's country requires this part (policy `countryAware`), or always (policy `guide`).
    WhereCountryUses(AddressPart),
    /// In documents of these types.
    OfDocuments(&'static [&'static str]),
}

/// The parts of an address that some countries do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPart {
    /// State, province, prefecture …
    Subdivision,
    /// ZIP, PIN, Eircode …
    PostalCode,
}

/// A rule: how one kind of value is judged. Each stands in a file of its own under `rules`.
#[derive(Debug)]
pub struct Rule {
    /// The rule's name, that of its file.
    pub name: &'static str,
    /// Every code `check` can give.
    pub codes: &'static [Code],
    /// The sibling fields `check` reads: when one changes, this field is judged again.
    pub reads: &'static [Id],
    /// Judges a value that is not blank and has been trimmed by nobody.
    pub check: Check,
    /// The canonical form of a value, where there is one and it differs; never a different meaning.
    pub canonical: Canonical,
}

/// Judges a value: `Ok` where nothing is to be said of it.
pub type Check = fn(&str, &Scope<'_>) -> Result<(), Finding>;

/// The canonical form of a value, or `None` where it has no other than itself.
pub type Canonical = fn(&str, &Scope<'_>) -> Option<String>;

/// For rules whose values have one form only.
#[must_use]
pub fn no_canonical(_: &str, _: &Scope<'_>) -> Option<String> {
    None
}

/// All a rule may see beside the value: the date, the policy and its siblings by name.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The calendar date to judge by.
    pub today: Date,
    /// What the integrator has set.
    pub policy: &'a Policy,
    pub(crate) record: &'a Record<'a>,
    pub(crate) document: Option<usize>,
}

static NO_SIBLINGS: Record<'static> = Record::EMPTY;

impl<'a> Scope<'a> {
    /// A scope without siblings, for values that stand alone.
    #[must_use]
    pub const fn alone(today: Date, policy: &'a Policy) -> Self {
        Self { today, policy, record: &NO_SIBLINGS, document: None }
    }

    /// A sibling's text: of the same document for a document's field, else of the payload. `None` where it is absent,
    /// blank or no string.
    #[must_use]
    pub fn text(&self, id: Id) -> Option<&'a str> {
        self.record.slot(id, self.document).text().filter(|text| !crate::text::is_blank(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_has_one_form_only_is_never_another() {
        let policy = Policy::DEFAULT;
        let today = Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
        for value in ["", " A ", "a", "\u{301}"] {
            assert_eq!(no_canonical(value, &Scope::alone(today, &policy)), None, "{value:?}");
        }
    }
}
