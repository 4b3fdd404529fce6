//! A set of fields, a bit each: what is wanted of a form, and what a rule reads.

use crate::{
    field::Field,
    field_id::{COUNT, Id, Parent},
    fields::FIELDS,
};

/// A set of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Set(u64);

const _: () = assert!(COUNT <= 64);

impl Set {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u64::MAX);

    /// The same with a field.
    pub(super) const fn with(self, id: Id) -> Self {
        Self(self.0 | 1 << id as u64)
    }

    /// The same without a field.
    pub(super) const fn without(self, id: Id) -> Self {
        Self(self.0 & !(1 << id as u64))
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    pub(super) const fn in_both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this one alone.
    pub(super) const fn except(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn has(self, id: Id) -> bool {
        self.0 & 1 << id as u64 != 0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What an object holds.
    #[expect(clippy::indexing_slicing, reason = "for constants: the compiler evaluates it")]
    pub(super) const fn within(parent: Parent) -> Self {
        let (mut members, mut at) = (Self::NONE, 0);
        while at < COUNT {
            if FIELDS[at].parent as u8 == parent as u8 {
                members = members.with(FIELDS[at].id);
            }
            at = at.wrapping_add(1);
        }
        members
    }

    /// The fields, in table order.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static Field> {
        let mut rest = self.0;
        core::iter::from_fn(move || {
            let field = FIELDS.get(usize::try_from(rest.trailing_zeros()).ok()?)?;
            rest &= rest.wrapping_sub(1);
            Some(field)
        })
    }
}
