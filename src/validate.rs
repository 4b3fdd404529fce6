//! The engine: walks a record field by field in form order, decides by each value's state, and asks the rule where there is a
//! value. Modes: whole, patch, pick, field.
//!
//! The table of states is that of the design: absent, `null` and blank are *missing*, not malformed; in a patch, a required
//! field cannot be removed; a wrong JSON type is an error; the rest is for the rule.

mod set;
mod siblings;
mod walk;

use alloc::{borrow::Cow, string::String, vec::Vec};

use time::Date;

use crate::{
    account,
    field::{Field, Kind, Scope},
    field_id::{Form, Id, Parent},
    fields::FIELDS,
    issue::Issue,
    policy::Policy,
    record::{Record, Slot},
    report::Report,
    rules, text,
};
use set::Set;
use siblings::canonical_siblings;
use walk::{Mode, Walk};

/// Judges payloads by a date and a policy.
///
/// ```
/// use kyc_rules::{field_id::Form, policy::Policy, report::Verdict, source, validate::Validator};
/// use time::{Date, Month};
///
/// let policy = Policy::default();
/// let today = Date::from_calendar_date(2026, Month::January, 31)?;
/// let record = source::json::read(r#"{"phoneNumber":"555"}"#, Form::Kyc, &policy.limits);
/// let report = Validator::new(today, &policy).patch(&record, None);
/// assert_eq!(report.verdict, Verdict::Invalid);
/// assert_eq!(report.issues[0].api_message(), "phoneNumber must be in E.164 format");
/// # Ok::<(), time::error::ComponentRange>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Validator<'p> {
    today: Date,
    policy: &'p Policy,
}

impl<'p> Validator<'p> {
    /// A validator that judges by this calendar date. The core has no clock.
    #[must_use]
    pub const fn new(today: Date, policy: &'p Policy) -> Self {
        Self { today, policy }
    }

    /// The policy it judges by.
    #[must_use]
    pub const fn policy(&self) -> &'p Policy {
        self.policy
    }

    /// Judges a whole payload: `kycData`, or the body of create-customer.
    #[must_use]
    pub fn whole(&self, record: &Record<'_>, form: Form) -> Report {
        self.report(record, form, Mode::Whole, Set::ALL)
    }

    /// Judges a whole `kycData` beside the body of create-customer: what [`whole`](Self::whole) says of it, and in its place
    /// among that, where the names of the two have nothing in common ([`account::check`]).
    ///
    /// ```
    /// use kyc_rules::{field_id::Form, policy::Policy, source::json, validate::Validator};
    /// use time::{Date, Month};
    ///
    /// let policy = Policy::default();
    /// let validator = Validator::new(Date::from_calendar_date(2026, Month::January, 31)?, &policy);
    /// let account = json::read(r#"{"firstName":"Jane","lastName":"Smith"}"#, Form::Customer, &policy.limits);
    /// let kyc = json::read(r#"{"legalFirstName":"Jane","legalLastName":"Doe"}"#, Form::Kyc, &policy.limits);
    /// let report = validator.whole_beside(&kyc, &account);
    /// assert_eq!(report.issues[0].path(), "legalLastName");
    /// assert_eq!(report.issues[0].code.name(), "name.differs_from_account");
    /// # Ok::<(), time::error::ComponentRange>(())
    /// ```
    #[must_use]
    pub fn whole_beside(&self, record: &Record<'_>, account: &Record<'_>) -> Report {
        self.walk(record, Mode::Whole, |walk| {
            walk.form(Form::Kyc, Set::ALL);
            for issue in account::check(account, record) {
                let behind = |other: &Issue| other.field > issue.field || other.index.is_some();
                let place = walk.issues.iter().position(behind).unwrap_or(walk.issues.len());
                walk.issues.insert(place, issue);
            }
        })
    }

    /// Judges those fields of a whole payload: a page of a form, say. An object or list stands for what it holds.
    #[must_use]
    pub fn pick(&self, record: &Record<'_>, form: Form, fields: &[Id]) -> Report {
        let is_wanted = |field: &&Field| {
            let holder = field.parent.field();
            fields.contains(&field.id) || holder.is_some_and(|holder| fields.contains(&holder))
        };
        let wanted = FIELDS.iter().filter(is_wanted);
        self.report(
            record,
            form,
            Mode::Whole,
            wanted.fold(Set::NONE, |set, field| set.with(field.id)),
        )
    }

    /// Judges a patch as RFC 7396 reads it: objects merge, lists replace, `null` removes. With the stored record, what is
    /// judged is the stored record after the patch; without, what is present.
    #[must_use]
    pub fn patch(&self, patch: &Record<'_>, stored: Option<&Record<'_>>) -> Report {
        let Some(stored) = stored.filter(|_| patch.unreadable.is_none()) else {
            return self.report(patch, Form::Kyc, Mode::Patch, Set::ALL);
        };
        let merged = merge(stored, patch);
        self.report(&merged, Form::Kyc, Mode::Patched(patch), Set::ALL)
    }

    /// Judges one value while someone types, and the fields that depend on it; `record` holds the value and its siblings. Of an
    /// object or list, only that it is one: its members are asked for by their own paths.
    #[must_use]
    pub fn field(&self, record: &Record<'_>, id: Id, document: Option<usize>) -> Vec<Issue> {
        self.issues(record, Mode::Whole, |walk| {
            if *record.slot(id, document) != Slot::Absent {
                walk.value(id.field(), record.slot(id, document), document);
            }
            for field in FIELDS.iter().filter(|field| reads(field).contains(&id)) {
                // A document's field depends on its own document's; those that depend on one outside are judged on submit.
                let at = field.id.document_column().and(document);
                let slot = record.slot(field.id, at);
                if slot.text().is_some_and(|text| !text::is_blank(text)) {
                    walk.value(field, slot, at);
                }
            }
        })
    }

    /// The canonical form of a value, where it has one that differs. With feature `nfc`, in normalization form C.
    #[must_use]
    pub fn canonical(
        &self,
        record: &Record<'_>,
        id: Id,
        document: Option<usize>,
    ) -> Option<String> {
        let siblings = canonical_siblings(self, record);
        let scope = self.scope(siblings.as_ref().unwrap_or(record), document);
        composed_canonical(record.slot(id, document).text()?, id, &scope)
    }

    /// What a rule may look at.
    pub(crate) const fn scope<'a>(
        &self,
        record: &'a Record<'a>,
        document: Option<usize>,
    ) -> Scope<'a>
    where
        'p: 'a,
    {
        Scope { today: self.today, policy: self.policy, record, document }
    }

    fn report(&self, record: &Record<'_>, form: Form, mode: Mode<'_>, wanted: Set) -> Report {
        self.walk(record, mode, |walk| walk.form(form, wanted))
    }

    /// What a walk over a record says, as a report.
    fn walk(
        &self,
        record: &Record<'_>,
        mode: Mode<'_>,
        steps: impl FnOnce(&mut Walk<'_>),
    ) -> Report {
        Report::new(self.issues(record, mode, steps), self.policy.limits.issues, self.today)
    }

    fn issues(
        &self,
        record: &Record<'_>,
        mode: Mode<'_>,
        steps: impl FnOnce(&mut Walk<'_>),
    ) -> Vec<Issue> {
        let siblings = canonical_siblings(self, record);
        let scope = self.scope(siblings.as_ref().unwrap_or(record), None);
        let mut walk = Walk { scope, record, mode, issues: Vec::new() };
        steps(&mut walk);
        walk.issues
    }
}

/// The canonical form of a field's value, where it has one that differs; `scope` shows its siblings.
fn canonical(value: &str, id: Id, scope: &Scope<'_>) -> Option<String> {
    match id.field().kind {
        Kind::Text { rule, .. } => (rule.canonical)(value, scope),
        Kind::Choice(choices) => rules::choice::canonical(value, choices),
        Kind::Flag | Kind::Object | Kind::List => None,
    }
}

/// The same, and in Unicode's normalization form C where this build has the table for it.
pub(crate) fn composed_canonical(value: &str, id: Id, scope: &Scope<'_>) -> Option<String> {
    if !matches!(id.field().kind, Kind::Text { .. }) {
        return canonical(value, id, scope);
    }
    let composed = text::composed(value);
    match (canonical(&composed, id, scope), composed) {
        // What stood between a letter and its mark may have gone.
        (Some(canonical), _) => Some(text::composed(&canonical).into_owned()),
        (None, Cow::Owned(composed)) => Some(composed),
        (None, Cow::Borrowed(_)) => None,
    }
}

/// The fields a field's rule reads beside its own value.
const fn reads(field: &Field) -> &'static [Id] {
    match field.kind {
        Kind::Text { rule, .. } => rule.reads,
        _ => &[],
    }
}

/// The stored record after a patch: objects merge, lists replace, `null` removes (RFC 7396).
fn merge<'a>(stored: &Record<'a>, patch: &Record<'a>) -> Record<'a> {
    let mut merged = stored.clone();
    merged.root = patch.root.clone();
    merged.faults.clone_from(&patch.faults);
    for (place, new) in merged.top.iter_mut().zip(&patch.top) {
        match new {
            Slot::Absent => {}
            Slot::Null => *place = Slot::Absent,
            new => *place = new.clone(),
        }
    }
    if *patch.slot(Id::Documents, None) != Slot::Absent {
        merged.documents.clone_from(&patch.documents);
    }
    if *patch.slot(Id::Address, None) == Slot::Null {
        for field in FIELDS.iter().filter(|field| field.parent == Parent::Address) {
            if let Some(place) = merged.slot_mut(field.id, None) {
                *place = Slot::Absent;
            }
        }
    }
    merged
}
