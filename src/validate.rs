//! The engine: walks a record field by field in form order, decides by each value's state, and asks the rule where there is a
//! value. Modes: whole, patch, pick, field.
//!
//! The table of states is that of the design: absent, `null` and blank are *missing*, not malformed; in a patch, a required
//! field cannot be removed; a wrong JSON type is an error; the rest is for the rule.

use alloc::{borrow::Cow, string::String, vec::Vec};

use time::Date;

use crate::{
    account,
    code::Code,
    document,
    field::{Field, Finding, Kind, Param, Presence, Scope},
    fields::{COUNT, FIELDS, Form, Id, Parent},
    issue::{Issue, keys},
    policy::{AddressPolicy, Policy},
    record::{Record, Slot},
    report::Report,
    rules, text,
};

/// Judges payloads by a date and a policy.
///
/// ```
/// use kyc_rules::{fields::Form, policy::Policy, report::Verdict, source, validate::Validator};
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

/// What an absent or blank value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// All of the payload is there: what is absent is missing.
    Whole,
    /// Part of the payload is there: what is absent stays as stored.
    Patch,
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
        self.report(record, form, Mode::Whole, &|_| true)
    }

    /// Judges a whole `kycData` beside the body of create-customer: what [`whole`](Self::whole) says of it, and in its place
    /// among that, where the names of the two have nothing in common ([`account::check`]).
    ///
    /// ```
    /// use kyc_rules::{fields::Form, policy::Policy, source::json, validate::Validator};
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
        let mut walk = self.walk(record, Mode::Whole);
        walk.form(Form::Kyc, &|_| true);
        for issue in account::check(account, record) {
            let behind = |other: &Issue| other.field > issue.field || other.index.is_some();
            let place = walk.issues.iter().position(behind).unwrap_or(walk.issues.len());
            walk.issues.insert(place, issue);
        }
        walk.report()
    }

    /// Judges those fields of a whole payload: a page of a form, say. An object or list stands for what it holds.
    #[must_use]
    pub fn pick(&self, record: &Record<'_>, form: Form, fields: &[Id]) -> Report {
        self.report(record, form, Mode::Whole, &|id| {
            fields.contains(&id)
                || id.parent().field().is_some_and(|holder| fields.contains(&holder))
        })
    }

    /// Judges a patch as RFC 7396 reads it: objects merge, lists replace, `null` removes. With the stored record, what is
    /// judged is the stored record after the patch; without, what is present.
    #[must_use]
    pub fn patch(&self, patch: &Record<'_>, stored: Option<&Record<'_>>) -> Report {
        let Some(stored) = stored.filter(|_| patch.unreadable.is_none()) else {
            return self.report(patch, Form::Kyc, Mode::Patch, &|_| true);
        };
        let merged = merge(stored, patch);
        let mut walk = self.walk(&merged, Mode::Whole);
        walk.removed = Some(patch);
        walk.form(Form::Kyc, &|_| true);
        walk.report()
    }

    /// Judges one value while someone types, and the fields that depend on it; `record` holds the value and its siblings. Of an
    /// object or list, only that it is one: its members are asked for by their own paths.
    #[must_use]
    pub fn field(&self, record: &Record<'_>, id: Id, document: Option<usize>) -> Vec<Issue> {
        let mut walk = self.walk(record, Mode::Whole);
        if *record.slot(id, document) != Slot::Absent {
            walk.value(id.field(), document);
        }
        for field in FIELDS.iter().filter(|field| reads(field).contains(&id)) {
            // A document's field depends on its own document's; those that depend on one outside are judged on submit.
            let at = field.id.document_column().and(document);
            if record.slot(field.id, at).text().is_some_and(|text| !text::is_blank(text)) {
                walk.value(field, at);
            }
        }
        walk.issues
    }

    /// The canonical form of a value, where it has one that differs. With feature `nfc`, in normalization form C.
    #[must_use]
    pub fn canonical(
        &self,
        record: &Record<'_>,
        id: Id,
        document: Option<usize>,
    ) -> Option<String> {
        let walk = self.walk(record, Mode::Whole);
        composed_canonical(record.slot(id, document).text()?, id, &walk.scope(document))
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

    fn walk<'a>(&self, record: &'a Record<'a>, mode: Mode) -> Walk<'a>
    where
        'p: 'a,
    {
        let validator = Validator { today: self.today, policy: self.policy };
        let siblings = validator.siblings(record);
        Walk { validator, record, siblings, mode, removed: None, issues: Vec::new() }
    }

    /// The record as rules see it beside their own value: what one field's rule reads of another is in its canonical form, so
    /// that a slip in one hides nothing of the other. `None` where it is so already.
    fn siblings<'a>(&self, record: &Record<'a>) -> Option<Record<'a>> {
        let wanted = wanted(record);
        let mut siblings: Option<Record<'a>> = None;
        // What reads siblings itself wants them canonical: `us` before the postal code of the US.
        for reading in [false, true] {
            for field in FIELDS
                .iter()
                .filter(|field| wanted & bit(field.id) != 0 && reads(field).is_empty() != reading)
            {
                let (documents, column) = (record.documents.len(), field.id.document_column());
                for at in 0..column.map_or(1, |_| documents) {
                    let index = column.map(|_| at);
                    let seen = siblings.as_ref().unwrap_or(record);
                    let scope = self.scope(seen, index);
                    if let Some(value) = record.slot(field.id, index).text()
                        && let Some(text) = canonical(value, field.id, &scope)
                        && let Some(place) =
                            siblings.get_or_insert_with(|| record.clone()).slot_mut(field.id, index)
                    {
                        *place = Slot::of(text);
                    }
                }
            }
        }
        siblings
    }

    fn report(
        &self,
        record: &Record<'_>,
        form: Form,
        mode: Mode,
        wanted: &dyn Fn(Id) -> bool,
    ) -> Report {
        let mut walk = self.walk(record, mode);
        walk.form(form, wanted);
        walk.report()
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
    canonical(&composed, id, scope).or(match composed {
        Cow::Owned(composed) => Some(composed),
        Cow::Borrowed(_) => None,
    })
}

/// The fields, a bit each, that the rules of this record's values read.
fn wanted(record: &Record<'_>) -> u64 {
    let there = |slot: &Slot<'_>| matches!(slot, Slot::Text(_));
    FIELDS.iter().zip(READS).fold(OF_PRESENCE, |wanted, (field, reads)| {
        let is_read_by = reads != 0
            && match field.id.document_column() {
                None => there(record.slot(field.id, None)),
                Some(_) => {
                    (0..record.documents.len()).any(|at| there(record.slot(field.id, Some(at))))
                }
            };
        if is_read_by { wanted | reads } else { wanted }
    })
}

/// What decides on the presence of other fields.
const OF_PRESENCE: u64 = bit(Id::Country) | bit(Id::DocumentType);

/// What each field's rule reads in canonical form, a bit a field. Not the national ID: who reads it compares it without
/// separators, however it is written.
#[expect(
    clippy::indexing_slicing,
    reason = "the compiler evaluates it, and would refuse a place outside"
)]
static READS: [u64; COUNT] = {
    let mut of = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        let ids = reads(&FIELDS[at]);
        let mut one = 0;
        while one < ids.len() {
            of[at] |= bit(ids[one]) & !bit(Id::NationalIdNumber);
            one += 1;
        }
        at += 1;
    }
    of
};

const fn bit(id: Id) -> u64 {
    1 << id as u64
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

/// One walk over a record.
struct Walk<'a> {
    validator: Validator<'a>,
    record: &'a Record<'a>,
    /// What rules see of it beside their own value; `None` where that is the record as it is.
    siblings: Option<Record<'a>>,
    mode: Mode,
    /// The patch that was merged into the record, for what it removes.
    removed: Option<&'a Record<'a>>,
    issues: Vec<Issue>,
}

impl Walk<'_> {
    fn report(self) -> Report {
        Report::new(self.issues, self.validator.policy.limits.issues, self.validator.today)
    }

    fn scope(&self, document: Option<usize>) -> Scope<'_> {
        self.validator.scope(self.siblings.as_ref().unwrap_or(self.record), document)
    }

    fn say(&mut self, field: Option<Id>, document: Option<usize>, finding: impl Into<Finding>) {
        let index = document.and_then(|at| u16::try_from(at).ok());
        self.issues.push(Issue::new(field, index, finding.into()));
    }

    /// Walks a form.
    fn form(&mut self, form: Form, wanted: &dyn Fn(Id) -> bool) {
        if let Some(finding) = &self.record.unreadable {
            self.say(None, None, finding.clone());
            return;
        }
        if self.record.root != Slot::Object {
            self.say(None, None, wrong_type("object"));
            return;
        }
        self.faults(None, None);
        // An object or list matters where something it holds does.
        let matters = |id: Id| {
            let mut members = FIELDS.iter().filter(|field| field.id.parent().field() == Some(id));
            wanted(id) || members.any(|field| wanted(field.id))
        };
        let mut holder_is_there = true;
        for field in FIELDS.iter().filter(|field| field.id.form() == form) {
            match field.parent {
                Parent::Document => break,
                Parent::Address if !holder_is_there => continue,
                _ if !matters(field.id) => continue,
                _ => {}
            }
            self.faults(Some(field.id), None);
            match field.kind {
                Kind::Object => {
                    let is_absent =
                        matches!(self.record.slot(field.id, None), Slot::Absent | Slot::Null);
                    // Where only members are wanted, each says itself that it is missing.
                    holder_is_there = is_absent && !wanted(field.id) || self.holder(field);
                }
                Kind::List => {
                    if self.holder(field) {
                        self.documents(wanted);
                    }
                }
                _ => self.value(field, None),
            }
        }
    }

    /// Says what the reader met at a place.
    fn faults(&mut self, field: Option<Id>, document: Option<usize>) {
        let index = document.and_then(|at| u16::try_from(at).ok());
        let here =
            self.record.faults.iter().filter(|fault| (fault.field, fault.index) == (field, index));
        for fault in here {
            let finding = Finding { params: fault.params.clone(), ..fault.code.into() };
            self.issues.push(Issue::new(field, index, finding));
        }
    }

    /// An object or list: whether it is there, so that its members can be walked.
    fn holder(&mut self, field: &Field) -> bool {
        let is_object = matches!(field.kind, Kind::Object);
        let finding = match self.record.slot(field.id, None) {
            Slot::Object if is_object => return true,
            Slot::List if !is_object => return true,
            Slot::Absent if self.mode == Mode::Patch => return false,
            Slot::Absent | Slot::Null if self.is_removal(field.id, None) => {
                Code::CannotBeRemoved.into()
            }
            Slot::Absent | Slot::Null => {
                let members = FIELDS.iter().filter(|member| {
                    member.id.parent().field() == Some(field.id)
                        && (member.presence == Presence::Required
                            || !is_object
                                && member.presence
                                    == Presence::OfDocuments(crate::fields::PHOTO_IDS))
                });
                Finding::new(Code::Required).with("fields", keys(members.map(|member| member.id)))
            }
            _ => wrong_type(if is_object { "object" } else { "array" }),
        };
        self.say(Some(field.id), None, finding);
        false
    }

    fn documents(&mut self, wanted: &dyn Fn(Id) -> bool) {
        let limit = self.validator.policy.limits.documents;
        let documents = &self.record.documents;
        if documents.len() > limit {
            let max = Param::Number(u32::try_from(limit).unwrap_or(u32::MAX));
            self.say(
                Some(Id::Documents),
                None,
                Finding::new(Code::DocumentsTooMany).with("max", max),
            );
        }
        let of_all = document::check(&self.scope(None));
        self.say_of_documents(&of_all, None, wanted);
        for (at, document) in documents.iter().take(limit).enumerate() {
            self.faults(Some(Id::Documents), Some(at));
            if document.entry != Slot::Object {
                self.say(Some(Id::Documents), Some(at), wrong_type("object"));
                continue;
            }
            let members = FIELDS.iter().filter(|field| field.parent == Parent::Document);
            for field in members.filter(|field| wanted(field.id)) {
                self.faults(Some(field.id), Some(at));
                self.value(field, Some(at));
            }
            self.say_of_documents(&of_all, Some(at), wanted);
        }
    }

    /// Says what the documents say of each other, at one of them or at the list.
    fn say_of_documents(
        &mut self,
        findings: &[document::OfDocument],
        at: Option<usize>,
        wanted: &dyn Fn(Id) -> bool,
    ) {
        let here = findings.iter().filter(|(id, document, _)| *document == at && wanted(*id));
        for (id, _, finding) in here {
            self.say(Some(*id), at, finding.clone());
        }
    }

    /// A field with a value of its own.
    fn value(&mut self, field: &'static Field, document: Option<usize>) {
        // What stands inside an array of a patch replaces what is stored, so it is whole.
        let mode = if document.is_some() { Mode::Whole } else { self.mode };
        let slot = self.record.slot(field.id, document);
        let finding = match (slot, &field.kind) {
            (Slot::Absent, _) if mode == Mode::Patch => return,
            (Slot::Absent | Slot::Null, _) => self.absent(field, document, mode),
            (Slot::Text(text), _) if text::is_blank(text) => self.absent(field, document, mode),
            (Slot::Text(text), Kind::Text { rule, max }) => {
                let scope = self.scope(document);
                if text.len() > usize::from(*max) && text.chars().count() > usize::from(*max) {
                    let max = Param::Number(u32::from(*max));
                    Err(Finding::new(Code::TextTooLong).with("max", max))
                } else {
                    (rule.check)(text, &scope)
                }
            }
            (Slot::Text(text), Kind::Choice(choices)) => {
                rules::choice::check(text, field.id, choices, self.validator.policy)
            }
            (Slot::BrokenText, Kind::Text { .. } | Kind::Choice(_)) => {
                Err(Code::TextNotUnicode.into())
            }
            (Slot::Flag(_), Kind::Flag)
            | (Slot::Object, Kind::Object)
            | (Slot::List, Kind::List) => return,
            (_, Kind::Flag) => Err(wrong_type("boolean")),
            (_, Kind::Object) => Err(wrong_type("object")),
            (_, Kind::List) => Err(wrong_type("array")),
            (_, Kind::Text { .. } | Kind::Choice(_)) => Err(wrong_type("string")),
        };
        if let Err(finding) = finding {
            self.say(Some(field.id), document, finding);
        }
    }

    /// A field that is absent, `null` or blank.
    fn absent(&self, field: &Field, document: Option<usize>, mode: Mode) -> Result<(), Finding> {
        if !self.is_required(field, document) {
            return Ok(());
        }
        let removed = mode == Mode::Patch || self.is_removal(field.id, document);
        Err(if removed { Code::CannotBeRemoved } else { Code::Required }.into())
    }

    /// Whether the patch that was merged takes this field away.
    fn is_removal(&self, id: Id, document: Option<usize>) -> bool {
        document.is_none()
            && (self.mode == Mode::Patch
                || self.removed.is_some_and(|patch| *patch.slot(id, None) != Slot::Absent))
    }

    fn is_required(&self, field: &Field, document: Option<usize>) -> bool {
        let scope = self.scope(document);
        match field.presence {
            Presence::Required => true,
            Presence::Optional => false,
            Presence::WhereCountryUses(part) => match scope.policy.address {
                AddressPolicy::Guide => true,
                AddressPolicy::CountryAware => scope
                    .text(Id::Country)
                    .is_some_and(|country| crate::address::requires(country, part)),
            },
            Presence::OfDocuments(types) => scope
                .text(Id::DocumentType)
                .and_then(document::kind::of)
                .is_some_and(|kind| types.contains(&kind)),
        }
    }
}

fn wrong_type(expected: &'static str) -> Finding {
    Finding::new(Code::WrongType).with("expected", Param::Text(expected))
}
