//! Names of subdivisions and what they are part of, where the feature `subdivision-names` has them in: 90 KB.

use super::Subdivisions;
use crate::{address::fold::same_words, tables::subdivision_names::NAMES};

/// A subdivision by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Its code without the country.
    pub code: &'static str,
    /// The code of what it is part of; empty for a part of the country itself.
    pub parent: &'static str,
    names: &'static str,
}

impl Named {
    fn read(entry: &'static str) -> Option<Self> {
        let (code, rest) = entry.split_once(':')?;
        let (parent, names) = rest.split_once(':')?;
        Some(Self { code, parent, names })
    }

    /// Its names: ISO's first, then those of addresses, in the country's own writing.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.names.split('~')
    }
}

impl Subdivisions {
    /// Every subdivision with its names.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// let mut japan = Country::from_alpha2("JP").unwrap().subdivisions().named();
    /// let tokyo = japan.find(|it| it.code == "13").unwrap();
    /// assert_eq!(tokyo.names().collect::<Vec<_>>(), ["Tôkyô", "東京都"]);
    /// ```
    pub fn named(&self) -> impl Iterator<Item = Named> + use<> {
        let line = NAMES.get(self.country.place()).copied().unwrap_or("");
        line.split('|').filter_map(Named::read)
    }

    /// The subdivisions that go by a name, case, accents and punctuation aside: `Quebec` is CA-QC; `Luxembourg` may be a canton of
    /// Luxembourg or a province of Belgium.
    pub fn by_name<'n>(&self, name: &'n str) -> impl Iterator<Item = Named> + use<'n> {
        let is_name = move |known: &str| {
            let tail = [" ken", " Province", " prefecture", " Oblast", " County", "-do", "-si"];
            let bare = tail.into_iter().find_map(|tail| {
                let (head, end) = name.split_at_checked(name.len().checked_sub(tail.len())?)?;
                end.eq_ignore_ascii_case(tail).then_some(head)
            });
            same_words(known, name) || bare.is_some_and(|bare| same_words(known, bare))
        };
        self.named().filter(move |it| it.names().any(is_name))
    }

    /// Whether one code lies within the other, or is the other.
    #[must_use]
    pub fn related(&self, one: &str, other: &str) -> bool {
        self.within(one, other) || self.within(other, one)
    }

    fn within(&self, part: &str, whole: &str) -> bool {
        let mut at = part;
        // Three levels are the most ISO has.
        for _ in 0..4 {
            if at == whole {
                return true;
            }
            match self.named().find(|it| it.code == at) {
                Some(named) if !named.parent.is_empty() => at = named.parent,
                _ => return false,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::country::Country;

    #[test]
    fn names_are_those_of_the_codes() {
        for country in Country::all() {
            let subdivisions = country.subdivisions();
            let named: Vec<_> = subdivisions.named().collect();
            assert_eq!(named.len(), subdivisions.codes().count(), "{country:?}");
            for it in named {
                assert!(subdivisions.contains(it.code));
                assert!(it.parent.is_empty() || subdivisions.contains(it.parent));
                assert!(it.names().all(|name| !name.is_empty()));
                assert!(subdivisions.by_name(it.names().next().unwrap()).any(|found| found == it));
            }
        }
    }

    #[test]
    fn provinces_lie_in_their_regions() {
        let spain = Country::from_alpha2("ES").unwrap().subdivisions();
        assert!(
            spain.related("SE", "AN") && spain.related("AN", "SE") && spain.related("SE", "SE")
        );
        assert!(!spain.related("SE", "MD"));
        let codes = |name| spain.by_name(name).map(|it| it.code).collect::<Vec<_>>();
        assert_eq!(codes("andalucia"), ["AN"]);
        assert_eq!(codes("Sevilla"), ["SE"]);
    }
}
