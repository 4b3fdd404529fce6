//! English names of countries, where the feature `country-names` has them in; forms take theirs from the host.

use super::Country;

impl Country {
    /// The country that goes by an English name, or by one of a few others: `Czech Republic`, `Holland`, `Türkiye`. Case, accents,
    /// hyphens and a leading "the" do not matter. `None` without the feature `country-names`.
    #[cfg(not(feature = "country-names"))]
    #[must_use]
    pub(crate) fn from_name(_: &str) -> Option<Self> {
        None
    }
}

#[cfg(feature = "country-names")]
impl Country {
    /// Its name in English, as people say it: `Bolivia`, not `Bolivia, Plurinational State of`.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert_eq!(Country::from_alpha2("TR").unwrap().name(), "Türkiye");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().next().unwrap_or("")
    }

    /// Its name, its official name where that differs, and others it goes by.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let names = crate::tables::country_names::NAMES.get(self.place());
        names.copied().unwrap_or("").split('~')
    }

    /// The country that goes by an English name, or by one of a few others: `Czech Republic`, `Holland`, `Deutschland`. Case,
    /// accents, hyphens and a leading "the" do not matter.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert_eq!(Country::from_name("côte d’ivoire").map(Country::alpha2), Some("CI"));
    /// assert_eq!(Country::from_name("Nowhere"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        use crate::address::fold::same_words;
        let name = crate::text::trim(name);
        let name = match name.split_at_checked(4) {
            Some((the, rest)) if the.eq_ignore_ascii_case("the ") => rest,
            _ => name,
        };
        Self::all().find(|country| country.names().any(|known| same_words(known, name)))
    }
}
