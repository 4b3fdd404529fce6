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

#[cfg(test)]
mod tests {

    use alloc::vec::Vec;

    use super::*;

    const EACH: [Parent; 4] = [Parent::Customer, Parent::Kyc, Parent::Address, Parent::Document];

    fn paths(set: Set) -> Vec<&'static str> {
        set.iter().map(|field| field.path).collect()
    }

    #[test]
    fn an_object_holds_what_stands_in_it() {
        assert_eq!(
            paths(Set::within(Parent::Customer)),
            ["type", "email", "firstName", "lastName"]
        );
        let within = |parent| paths(Set::within(parent));
        assert!(within(Parent::Address).iter().all(|path| path.starts_with("address.")));
        assert!(within(Parent::Document).iter().all(|path| path.starts_with("documents[].")));
        // Each field in one of them, and in one alone.
        let all = EACH.into_iter().map(Set::within).fold(Set::NONE, |all, some| {
            assert!(all.in_both(some).is_empty());
            all.and(some)
        });
        assert_eq!(paths(all), FIELDS.map(|field| field.path));
    }

    #[test]
    fn a_field_is_put_in_and_taken_out() {
        for field in &FIELDS {
            let one = Set::NONE.with(field.id);
            assert_eq!(paths(one), [field.path]);
            assert!(one.has(field.id) && one.without(field.id).is_empty());
            let others = Set::ALL.without(field.id);
            assert!(!others.has(field.id) && others.iter().count() == COUNT - 1);
            assert_eq!(others.with(field.id), Set::ALL);
            assert_eq!(Set::ALL.except(one), others);
            // Taken out of where it is not, it changes nothing.
            assert_eq!(others.without(field.id), others);
        }
    }
}
