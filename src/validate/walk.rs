//! One walk over a record in form order: each value's state decides, and where there is a value, its rule.

use alloc::vec::Vec;

use super::set::Set;
use crate::{
    code::Code,
    document,
    field::{Field, Kind, Presence, Scope},
    field_id::{Form, Id, Parent, TOP_FIELDS},
    fields::FIELDS,
    finding::{Finding, Param},
    issue::{Issue, keys},
    policy::AddressPolicy,
    record::{Record, Slot},
    rules,
    scan::characters,
    text,
};

/// What an absent or blank value means.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mode<'a> {
    /// All of the payload is there: what is absent is missing.
    Whole,
    /// Part of the payload is there: what is absent stays as stored.
    Patch,
    /// All of it, after this patch: what is absent and in the patch was taken away by it.
    Patched(&'a Record<'a>),
}

/// The fields that hold others, and what they hold.
const HOLDERS: [(Id, Set); 2] =
    [(Id::Address, Set::within(Parent::Address)), (Id::Documents, Set::within(Parent::Document))];

/// One walk over a record.
pub(super) struct Walk<'a> {
    /// What rules see of the record beside their own value.
    pub(super) scope: Scope<'a>,
    pub(super) record: &'a Record<'a>,
    pub(super) mode: Mode<'a>,
    pub(super) issues: Vec<Issue>,
}

impl<'a> Walk<'a> {
    fn say(&mut self, field: Option<Id>, document: Option<usize>, finding: impl Into<Finding>) {
        let index = document.and_then(|at| u16::try_from(at).ok());
        self.issues.push(Issue::new(field, index, finding.into()));
    }

    /// Walks a form.
    pub(super) fn form(&mut self, form: Form, wanted: Set) {
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
        let mut matters = wanted;
        for (holder, members) in HOLDERS {
            if !wanted.in_both(members).is_empty() {
                matters = matters.with(holder);
            }
        }
        let mut holder_is_there = true;
        let of_form = |(field, _): &(&Field, &Slot<'_>)| field.id.form() == form;
        for (field, slot) in FIELDS.iter().zip(&self.record.top).filter(of_form) {
            match field.parent {
                Parent::Address if !holder_is_there => continue,
                _ if !matters.has(field.id) => continue,
                _ => {}
            }
            self.faults(Some(field.id), None);
            match field.kind {
                Kind::Object => {
                    let is_absent = matches!(slot, Slot::Absent | Slot::Null);
                    // Where only members are wanted, each says itself that it is missing.
                    holder_is_there =
                        is_absent && !wanted.has(field.id) || self.holder(field, slot);
                }
                Kind::List => {
                    if self.holder(field, slot) {
                        self.documents(wanted);
                    }
                }
                _ => self.value(field, slot, None),
            }
        }
    }

    /// Says what the reader met at a place.
    #[inline]
    fn faults(&mut self, field: Option<Id>, document: Option<usize>) {
        // As nearly always.
        if !self.record.faults.is_empty() {
            self.say_faults(field, document);
        }
    }

    #[cold]
    fn say_faults(&mut self, field: Option<Id>, document: Option<usize>) {
        let index = document.and_then(|at| u16::try_from(at).ok());
        let here =
            self.record.faults.iter().filter(|fault| (fault.field, fault.index) == (field, index));
        for fault in here {
            let finding = Finding { params: fault.params.clone(), ..fault.code.into() };
            self.issues.push(Issue::new(field, index, finding));
        }
    }

    /// An object or list: whether it is there, so that its members can be walked.
    fn holder(&mut self, field: &Field, slot: &Slot<'_>) -> bool {
        let is_object = matches!(field.kind, Kind::Object);
        let finding = match slot {
            Slot::Object if is_object => return true,
            Slot::List if !is_object => return true,
            Slot::Absent if matches!(self.mode, Mode::Patch) => return false,
            Slot::Absent | Slot::Null if self.is_removal(field.id, None) => {
                Code::CannotBeRemoved.into()
            }
            Slot::Absent | Slot::Null => {
                let members = FIELDS.iter().filter(|member| {
                    member.id.parent().field() == Some(field.id)
                        && (member.presence == Presence::Required
                            || !is_object
                                && member.presence
                                    == Presence::OfDocuments(crate::document::kind::PHOTO_IDS))
                });
                Finding::new(Code::Required).with("fields", keys(members.map(|member| member.id)))
            }
            _ => wrong_type(if is_object { "object" } else { "array" }),
        };
        self.say(Some(field.id), None, finding);
        false
    }

    fn documents(&mut self, wanted: Set) {
        let limit = self.scope.policy.limits.documents;
        let documents = &self.record.documents;
        if documents.len() > limit {
            let max = Param::Number(u32::try_from(limit).unwrap_or(u32::MAX));
            self.say(
                Some(Id::Documents),
                None,
                Finding::new(Code::DocumentsTooMany).with("max", max),
            );
        }
        let of_all = document::check(&self.scope);
        self.say_of_documents(&of_all, None, wanted);
        for (at, document) in documents.iter().take(limit).enumerate() {
            self.faults(Some(Id::Documents), Some(at));
            if document.entry != Slot::Object {
                self.say(Some(Id::Documents), Some(at), wrong_type("object"));
                continue;
            }
            for (field, slot) in FIELDS.iter().skip(TOP_FIELDS).zip(&document.slots) {
                if wanted.has(field.id) {
                    self.faults(Some(field.id), Some(at));
                    self.value(field, slot, Some(at));
                }
            }
            self.say_of_documents(&of_all, Some(at), wanted);
        }
    }

    /// Says what the documents say of each other, at one of them or at the list.
    fn say_of_documents(
        &mut self,
        findings: &[document::OfDocument],
        at: Option<usize>,
        wanted: Set,
    ) {
        let here = findings.iter().filter(|(id, document, _)| *document == at && wanted.has(*id));
        for (id, _, finding) in here {
            self.say(Some(*id), at, finding.clone());
        }
    }

    /// A field with a value of its own, and what stands there.
    pub(super) fn value(&mut self, field: &Field, slot: &Slot<'_>, document: Option<usize>) {
        let finding = match slot {
            Slot::Text(text) if !text::is_blank(text) => self.text(field, text, document),
            _ => self.other(field, slot, document),
        };
        if let Err(finding) = finding {
            self.say(Some(field.id), document, finding);
        }
    }

    /// A text that is not blank.
    fn text(&self, field: &Field, text: &str, document: Option<usize>) -> Result<(), Finding> {
        match &field.kind {
            Kind::Text { max, .. }
                if text.len() > usize::from(*max) && characters(text) > usize::from(*max) =>
            {
                Err(Finding::new(Code::TextTooLong).with("max", Param::Number(u32::from(*max))))
            }
            Kind::Text { rule, .. } => (rule.check)(text, &self.scope(document)),
            Kind::Choice(choices) => {
                rules::choice::check(text, field.id, choices, self.scope.policy)
            }
            kind => Err(not_of(kind)),
        }
    }

    /// What is no text, or a blank one.
    fn other(
        &self,
        field: &Field,
        slot: &Slot<'_>,
        document: Option<usize>,
    ) -> Result<(), Finding> {
        // What stands inside an array of a patch replaces what is stored, so it is whole.
        let mode = if document.is_some() { Mode::Whole } else { self.mode };
        match (slot, &field.kind) {
            (Slot::Absent, _) if matches!(mode, Mode::Patch) => Ok(()),
            (Slot::Absent | Slot::Null | Slot::Text(_), _) => self.absent(field, document, mode),
            (Slot::BrokenText, Kind::Text { .. } | Kind::Choice(_)) => {
                Err(Code::TextNotUnicode.into())
            }
            (Slot::Flag(_), Kind::Flag)
            | (Slot::Object, Kind::Object)
            | (Slot::List, Kind::List) => Ok(()),
            (_, kind) => Err(not_of(kind)),
        }
    }

    fn scope(&self, document: Option<usize>) -> Scope<'a> {
        Scope { document, ..self.scope }
    }

    /// A field that is absent, `null` or blank.
    fn absent(
        &self,
        field: &Field,
        document: Option<usize>,
        mode: Mode<'_>,
    ) -> Result<(), Finding> {
        if !self.is_required(field, document) {
            return Ok(());
        }
        let removed = matches!(mode, Mode::Patch) || self.is_removal(field.id, document);
        Err(if removed { Code::CannotBeRemoved } else { Code::Required }.into())
    }

    /// Whether the patch that was merged takes this field away.
    fn is_removal(&self, id: Id, document: Option<usize>) -> bool {
        document.is_none()
            && match self.mode {
                Mode::Whole => false,
                Mode::Patch => true,
                Mode::Patched(patch) => *patch.slot(id, None) != Slot::Absent,
            }
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

/// A value of another type than the field's.
fn not_of(kind: &Kind) -> Finding {
    wrong_type(match kind {
        Kind::Text { .. } | Kind::Choice(_) => "string",
        Kind::Flag => "boolean",
        Kind::Object => "object",
        Kind::List => "array",
    })
}

fn wrong_type(expected: &'static str) -> Finding {
    Finding::new(Code::WrongType).with("expected", Param::Text(expected))
}
