//! Countries: the codes of ISO 3166-1 (two letters, three letters, number), those of machine-readable zones, and Kosovo.
//!
//! Source: ISO 3166-1 as npm `iso-3166` 4.4.0 lists it; the three-letter codes of ICAO 9303-3, section 5, as crate `mrz` lists
//! them. `XK` and `XKX` are user-assigned: no ISO code, but what banks and the EU use for Kosovo; ICAO has `RKS`.

#[cfg(feature = "isocountry")]
mod interop;
mod names;

use crate::{
    address::fold::narrow,
    scan::{parts, without_end},
    subdivision::Subdivisions,
    tables::countries::{ALPHA, BEFORE, FLAGS, ICAO, NUMERIC, SECOND},
};

/// A country, or rather an entry of ISO 3166-1: dependencies have codes of their own.
///
/// ```
/// use kyc_rules::country::Country;
/// let germany = Country::from_alpha2("DE").unwrap();
/// assert_eq!((germany.alpha3(), germany.numeric(), germany.icao()), ("DEU", Some(276), "D"));
/// assert_eq!(Country::all().count(), 250);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u8);

/// How many there are: 249 of ISO, and Kosovo.
const COUNT: u8 = 250;

/// How many begin with the same letter, at most.
const LIKELY: usize = 24;

/// What the byte of facts says, a bit each.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Flag {
    /// Nobody lives there permanently.
    Uninhabited = 1,
    /// Its list of subdivisions is stable: an unknown code is an error.
    SubdivisionsClosed = 2,
    /// Addresses need the subdivision.
    SubdivisionRequired = 4,
    /// Addresses need the postal code.
    PostalRequired = 8,
    /// One fixed, long-standing format of postal codes.
    PostalFixed = 16,
    /// Addresses need the city.
    CityRequired = 32,
    /// Postal codes exist.
    PostalUsed = 64,
}

impl Country {
    /// The country of an alpha-2 code in capital letters; `XK` too.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert!(Country::from_alpha2("US").is_some());
    /// assert!(Country::from_alpha2("UK").is_none() && Country::from_alpha2("us").is_none());
    /// ```
    #[must_use]
    pub fn from_alpha2(code: &str) -> Option<Self> {
        let [first, second] = *code.as_bytes() else { return None };
        let letter = |byte: u8| byte.checked_sub(b'A').filter(|place| *place < 26);
        let (row, column) = (usize::from(letter(first)?), u32::from(letter(second)?));
        let bits = *SECOND.get(row)?;
        let bit = 1_u32.checked_shl(column)?;
        let before = (bits & bit.wrapping_sub(1)).count_ones();
        let place = BEFORE.get(row)?.checked_add(u8::try_from(before).ok()?)?;
        (bits & bit != 0).then_some(Self(place))
    }

    /// The country of an alpha-3 code in capital letters.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert_eq!(Country::from_alpha3("GBR").map(Country::alpha2), Some("GB"));
    /// ```
    #[must_use]
    pub fn from_alpha3(code: &str) -> Option<Self> {
        let code = <[u8; 3]>::try_from(code.as_bytes()).ok()?;
        let (rows, _) = ALPHA.as_bytes().as_chunks::<5>();
        let is_row = |[_, _, row @ ..]: &[u8; 5]| *row == code;
        // Most begin with the letter that the alpha-2 code begins with, by which the rows stand.
        let letter = usize::from(code.first()?.checked_sub(b'A')?);
        let start = usize::from(*BEFORE.get(letter)?);
        let near = rows.iter().skip(start).take(LIKELY).position(is_row);
        let place = near.and_then(|near| near.checked_add(start));
        u8::try_from(place.or_else(|| rows.iter().position(is_row))?).ok().map(Self)
    }

    /// The country of a numeric code.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert_eq!(Country::from_numeric(840).map(Country::alpha2), Some("US"));
    /// assert_eq!(Country::from_numeric(0), None);
    /// ```
    #[must_use]
    pub fn from_numeric(code: u16) -> Option<Self> {
        Self::all().find(|country| country.numeric() == Some(code))
    }

    /// The country behind a code of a machine-readable zone: `DEU` and `D`, `GBR` and `GBD`, `XKX`, `RKS` and `UNK`. `None` for
    /// codes of no country, like `UNO`, and for unknown ones: see [`is_icao_code`].
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// assert_eq!(Country::from_icao("D<<").map(Country::alpha2), Some("DE"));
    /// assert_eq!(Country::from_icao("RKS").map(Country::alpha2), Some("XK"));
    /// assert_eq!(Country::from_icao("UNO"), None);
    /// ```
    #[must_use]
    pub fn from_icao(code: &str) -> Option<Self> {
        let code = without_end(code, b'<');
        match icao_row(code) {
            Some(row) => Self::from_alpha2(row.get(3..)?),
            None => Self::from_alpha3(code),
        }
    }

    /// The country that someone means by a code that is not its alpha-2 code: one in small letters, alpha-3, `UK`, `EL`,
    /// withdrawn codes that went to one country, `U.S.`; where the feature `country-names` is on, an English name.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// for code in ["us", "USA", "usa", "U.S.", " US "] {
    ///     assert_eq!(Country::meant(code).map(Country::alpha2), Some("US"));
    /// }
    /// assert_eq!(Country::meant("UK").map(Country::alpha2), Some("GB"));
    /// assert_eq!(Country::meant("??"), None);
    /// ```
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        if let Some(country) = Self::from_alpha2(text) {
            return Some(country);
        }
        let mut code = [0_u8; 3];
        let mut used = 0_usize;
        let mut short = true;
        for c in text.chars().map(narrow).filter(|c| !crate::text::is_blank_char(*c) && *c != '.') {
            match code.get_mut(used) {
                Some(place) if c.is_ascii_alphabetic() => {
                    *place = u8::try_from(c.to_ascii_uppercase()).unwrap_or(0);
                }
                _ => {
                    short = false;
                    break;
                }
            }
            used = used.saturating_add(1);
        }
        let word =
            code.get(..used).and_then(|word| core::str::from_utf8(word).ok()).filter(|_| short);
        word.and_then(Self::of_word).or_else(|| Self::from_name(text))
    }

    /// One of one to three capital letters.
    fn of_word(word: &str) -> Option<Self> {
        match word.len() {
            2 => Self::from_alpha2(word).or_else(|| Self::from_alpha2(replaced(word)?)),
            _ => Self::from_icao(word),
        }
    }

    /// The alpha-2 code.
    #[must_use]
    pub fn alpha2(self) -> &'static str {
        self.alpha().get(..2).unwrap_or("")
    }

    /// The alpha-3 code; `XKX` for Kosovo.
    #[must_use]
    pub fn alpha3(self) -> &'static str {
        self.alpha().get(2..).unwrap_or("")
    }

    fn alpha(self) -> &'static str {
        let start = usize::from(self.0).saturating_mul(5);
        ALPHA.get(start..start.saturating_add(5)).unwrap_or("")
    }

    /// The numeric code; Kosovo has none.
    #[must_use]
    pub fn numeric(self) -> Option<u16> {
        NUMERIC.get(self.place()).copied().filter(|code| *code != 0)
    }

    /// The code of its citizens' passports: alpha-3, but `D` for Germany and `RKS` for Kosovo.
    #[must_use]
    pub fn icao(self) -> &'static str {
        match self.alpha2() {
            "DE" => "D",
            "XK" => "RKS",
            _ => self.alpha3(),
        }
    }

    /// Whether ISO has assigned it: all but Kosovo.
    #[must_use]
    pub fn is_iso(self) -> bool {
        self.alpha2() != "XK"
    }

    /// Whether people live there permanently: not in Antarctica and six groups of islands.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// let deserted = Country::all().filter(|country| !country.is_inhabited());
    /// assert_eq!(deserted.map(Country::alpha2).collect::<String>(), "AQBVGSHMIOTFUM");
    /// ```
    #[must_use]
    pub fn is_inhabited(self) -> bool {
        !self.has(Flag::Uninhabited)
    }

    /// Every country in the order of alpha-2 codes, Kosovo among them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// Its subdivisions.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// let japan = Country::from_alpha2("JP").unwrap();
    /// assert_eq!(japan.subdivisions().codes().count(), 47);
    /// ```
    #[must_use]
    pub fn subdivisions(self) -> Subdivisions {
        Subdivisions::of(self)
    }

    pub(crate) fn has(self, flag: Flag) -> bool {
        FLAGS.get(self.place()).is_some_and(|flags| flags & flag as u8 != 0)
    }

    /// Its place in the tables.
    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl core::fmt::Debug for Country {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.alpha2())
    }
}

/// Whether a machine-readable zone may name this issuer or nationality: alpha-3 codes, those ICAO adds for organisations and
/// persons without nationality, `D` and `UTO` (the specimens' Utopia). Filler (`<`) behind the code is ignored.
///
/// ```
/// use kyc_rules::country::is_icao_code;
/// assert!(["USA", "D<<", "UNO", "XXA", "RKS", "UTO"].into_iter().all(is_icao_code));
/// assert!(!is_icao_code("QQQ") && !is_icao_code("DE"));
/// ```
#[must_use]
pub fn is_icao_code(code: &str) -> bool {
    let code = without_end(code, b'<');
    icao_row(code).is_some() || Country::from_alpha3(code).is_some()
}

/// The row of an ICAO code: three letters, then its country's two or blanks.
fn icao_row(code: &str) -> Option<&'static str> {
    let mut wanted = *b"   ";
    wanted.get_mut(..code.len())?.copy_from_slice(code.as_bytes());
    let has_blank = code.bytes().any(|byte| byte == b' ');
    let is_row = |[row @ .., _, _]: &[u8; 5]| *row == wanted && !has_blank;
    let (rows, _) = ICAO.as_bytes().as_chunks::<5>();
    let start = rows.iter().position(is_row)?.checked_mul(5)?;
    ICAO.get(start..start.checked_add(5)?)
}

/// The code of today for two letters in use beside ISO's, and for withdrawn codes that went to one country.
fn replaced(word: &str) -> Option<&'static str> {
    // EU institutions write `UK` and `EL`; the others are in ISO 3166-3.
    const PAIRS: &str = "UKGB ELGR BUMM DDDE FXFR TPTL ZRCD";
    let mut pairs = parts(PAIRS, b' ').filter_map(|pair| pair.split_at_checked(2));
    pairs.find(|(old, _)| *old == word).map(|(_, new)| new)
}

#[cfg(test)]
mod tests;
