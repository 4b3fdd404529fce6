//! A canonical copy of a payload: trimmed, E.164, upper-case codes, ISO dates. It never means anything else than the original,
//! and says what it changed by field and kind, never by value.

use alloc::{borrow::Cow, vec::Vec};

use crate::{
    field::Kind,
    field_id::{Form, Id},
    fields::FIELDS,
    record::{Record, Slot},
    text,
    unicode::{is_alphanumeric, upper},
    validate::{Validator, composed_canonical},
};

/// What was done to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// Blanks around it were taken away.
    Trimmed,
    /// Capital or small letters.
    LetterCase,
    /// Spaces, hyphens and the like, put in or taken out.
    Separators,
    /// Another way of writing the same: a date, a phone number, a country's code.
    Format,
    /// Letters and their marks, put together (Unicode's normalization form C).
    Unicode,
}

impl ChangeKind {
    /// `trimmed`, `letterCase`, `separators`, `format` or `unicode`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trimmed => "trimmed",
            Self::LetterCase => "letterCase",
            Self::Separators => "separators",
            Self::Format => "format",
            Self::Unicode => "unicode",
        }
    }

    /// What turns one text into the other. Where more than one thing was done, the weightiest counts.
    fn between(before: &str, after: &str) -> Self {
        let composed = text::composed(before);
        if composed == after {
            return Self::Unicode;
        }
        let before = &*composed;
        if text::trim(before) == after {
            Self::Trimmed
        } else if alike(text::trim(before).chars(), after.chars()) {
            Self::LetterCase
        } else if alike(bare(before), bare(after)) {
            Self::Separators
        } else {
            Self::Format
        }
    }
}

/// Whether two texts differ in capital and small letters at most.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> bool {
    a.map(upper).eq(b.map(upper))
}

/// A text's letters and digits.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_alphanumeric(*c))
}

/// A value that was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: Id,
    /// The document's index, for a field of a document.
    pub index: Option<usize>,
    /// What was done.
    pub kind: ChangeKind,
}

impl Change {
    /// Its place in form order: a document's fields behind those of the documents before it.
    const fn place(&self) -> (Option<usize>, usize) {
        (self.index, self.field as usize)
    }
}

/// Puts every value of a form into its canonical form; says what was changed, in form order.
///
/// ```
/// use kyc_rules::{field_id::{Form, Id}, normalize::{ChangeKind, normalize}, policy::Policy, source::json, validate::Validator};
/// use time::{Date, Month};
///
/// let policy = Policy::default();
/// let today = Date::from_calendar_date(2026, Month::January, 31)?;
/// let mut record = json::read(r#"{"legalFirstName":" Jane "}"#, Form::Kyc, &policy.limits);
/// let changes = normalize(&mut record, Form::Kyc, &Validator::new(today, &policy));
/// assert_eq!(record.slot(Id::LegalFirstName, None).text(), Some("Jane"));
/// assert_eq!(changes[0].kind, ChangeKind::Trimmed);
/// # Ok::<(), time::error::ComponentRange>(())
/// ```
pub fn normalize(record: &mut Record<'_>, form: Form, validator: &Validator<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    // A field that reads siblings wants them canonical: `us` before the postal code of the US.
    for reading in [false, true] {
        let fields = FIELDS.iter().filter(|field| field.id.form() == form);
        for field in fields.filter(|field| reads_siblings(&field.kind) == reading) {
            let in_documents = field.id.document_column().is_some();
            let places = if in_documents { record.documents.len() } else { 1 };
            for at in 0..places {
                let index = in_documents.then_some(at);
                let Some(change) = value(record, field.id, index, validator) else { continue };
                let at = changes.partition_point(|before: &Change| before.place() < change.place());
                changes.insert(at, change);
            }
        }
    }
    changes
}

fn reads_siblings(kind: &Kind) -> bool {
    matches!(kind, Kind::Text { rule, .. } if !rule.reads.is_empty())
}

fn value(
    record: &mut Record<'_>,
    id: Id,
    index: Option<usize>,
    validator: &Validator<'_>,
) -> Option<Change> {
    let before = record.slot(id, index).text()?;
    let after = composed_canonical(before, id, &validator.scope(record, index))?;
    if before == after {
        return None;
    }
    let kind = ChangeKind::between(before, &after);
    *record.slot_mut(id, index)? = Slot::Text(Cow::Owned(after));
    Some(Change { field: id, index, kind })
}
