//! The words that the tables of schemes are written in. They exist at compile time only: [`pack`](super::pack) writes them into
//! the bytes that the [`engine`](super::engine) reads.

pub(crate) use check::{Century, Check, Date, Layout, Mod, RIGHT, Rest, Sum, right, sum};

use super::{
    compact::separator,
    format,
    scheme::{Holder, flag},
};

mod check;

/// A row of the registry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) format: &'static str,
    pub(crate) example: &'static str,
    pub(crate) checks: &'static [Check],
    pub(crate) holder: Holder,
    pub(crate) separators: u8,
    pub(crate) prefixes: &'static str,
    /// What [`flag`] has beside the holder.
    pub(crate) flags: u8,
    #[cfg(feature = "docs")]
    pub(crate) title: &'static str,
    #[cfg(feature = "docs")]
    pub(crate) issuer: &'static str,
    #[cfg(feature = "docs")]
    pub(crate) source: &'static str,
}

/// A person's scheme: name, label, format, example, checks.
pub(crate) const fn scheme(
    name: &'static str,
    label: &'static str,
    format: &'static str,
    example: &'static str,
    checks: &'static [Check],
) -> Row {
    Row {
        name,
        label,
        format,
        example,
        checks,
        holder: Holder::Person,
        separators: separator::SPACE
            | separator::DASH
            | separator::DOT
            | format::separators(format),
        prefixes: "",
        flags: 0,
        #[cfg(feature = "docs")]
        title: "",
        #[cfg(feature = "docs")]
        issuer: "",
        #[cfg(feature = "docs")]
        source: "",
    }
}

impl Row {
    /// Organisations have it too.
    pub(crate) const fn both(mut self) -> Self {
        self.holder = Holder::Both;
        self
    }

    /// Only organisations have it.
    pub(crate) const fn entity(mut self) -> Self {
        self.holder = Holder::Entity;
        self
    }

    /// One of these words may stand before it.
    pub(crate) const fn prefixed(mut self, prefixes: &'static str) -> Self {
        self.prefixes = prefixes;
        self
    }

    /// Only these separators are usual in it.
    pub(crate) const fn only(mut self, separators: u8) -> Self {
        self.separators = separators;
        self
    }

    /// These separators are usual in it too.
    pub(crate) const fn also(mut self, separators: u8) -> Self {
        self.separators |= separators;
        self
    }

    /// Ten characters need a sign behind the sixth: it tells the century.
    pub(crate) const fn signed(mut self) -> Self {
        self.flags |= flag::SIGNED;
        self
    }

    /// Of the country's schemes, the one a form asks for under `NATIONAL_ID`.
    pub(crate) const fn main(mut self) -> Self {
        self.flags |= flag::MAIN;
        self
    }

    /// Of the country's schemes, the one a form asks for under `TIN`.
    pub(crate) const fn taxpayer(mut self) -> Self {
        self.flags |= flag::TAXPAYER;
        self
    }

    /// The one that `SSN` stands for.
    pub(crate) const fn social_security(mut self) -> Self {
        self.flags |= flag::SOCIAL_SECURITY;
        self
    }

    /// What it is, who issues it and where the rule is from; kept only with the feature `docs`.
    #[cfg(feature = "docs")]
    pub(crate) const fn doc(
        mut self,
        title: &'static str,
        issuer: &'static str,
        source: &'static str,
    ) -> Self {
        self.title = title;
        self.issuer = issuer;
        self.source = source;
        self
    }

    /// What it is, who issues it and where the rule is from; kept only with the feature `docs`.
    #[cfg(not(feature = "docs"))]
    pub(crate) const fn doc(self, _: &'static str, _: &'static str, _: &'static str) -> Self {
        self
    }
}
