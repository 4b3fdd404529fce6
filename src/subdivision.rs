//! Subdivisions of countries: the codes of ISO 3166-2 without the country before them, as `stateCode` has them.
//!
//! Source: ISO 3166-2 as npm `iso-3166` 4.4.0 lists it; codes in use beside it and codes of former days as `data/place_facts.tsv`
//! says, with its sources. All levels count: `IT-RM` (a province) as well as `IT-62` (its region).

#[cfg(feature = "subdivision-names")]
pub(crate) mod names;

use crate::{
    country::{Country, Flag},
    scan::parts,
    tables::subdivisions::{CODES, OTHERS, STARTS},
};

/// The subdivisions of a country.
#[derive(Debug, Clone, Copy)]
pub struct Subdivisions {
    country: Country,
    codes: &'static [u8],
}

/// What a code is to a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One of ISO 3166-2.
    Iso,
    /// In use beside ISO's: the US armed forces' `AA AE AP`, `PR` for Puerto Rico itself.
    InUse,
    /// Of former days: what it became, where that is one code.
    Former(Option<&'static str>),
    /// None.
    Unknown,
}

impl Subdivisions {
    pub(crate) fn of(country: Country) -> Self {
        let place = country.place();
        let end = STARTS.get(place.saturating_add(1)).copied().unwrap_or(0);
        let start = STARTS.get(place).copied().unwrap_or(end);
        let codes = CODES.get(usize::from(start)..usize::from(end)).unwrap_or_default();
        Self { country, codes }
    }

    /// Whether ISO lists none, as for 49 countries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Whether the list is stable and in everyday use, so that an unknown code is a mistake: the United States, Canada,
    /// Australia, Brazil, Mexico, India, Italy, Japan. Elsewhere lists change, or people use other codes too.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.country.has(Flag::SubdivisionsClosed)
    }

    /// Whether ISO 3166-2 has a code, in capital letters and without the country.
    ///
    /// ```
    /// use kyc_rules::country::Country;
    /// let france = Country::from_alpha2("FR").unwrap().subdivisions();
    /// assert!(france.contains("75C") && france.contains("IDF"));
    /// assert!(!france.contains("405") && !france.contains("idf"));
    /// ```
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        let Some(wanted) = rank(code) else { return false };
        let mut ranks = self.ranks();
        loop {
            match ranks.run() {
                Some((first, count)) if first.saturating_add(count) <= wanted => {}
                Some((first, _)) => return first <= wanted,
                None => return false,
            }
        }
    }

    /// What a code in capital letters, without the country, is to the country.
    ///
    /// ```
    /// use kyc_rules::{country::Country, subdivision::Standing};
    /// let standing = |country, code| Country::from_alpha2(country).unwrap().subdivisions().standing(code);
    /// assert_eq!(standing("US", "CA"), Standing::Iso);
    /// assert_eq!(standing("US", "AE"), Standing::InUse);
    /// assert_eq!(standing("PR", "PR"), Standing::InUse);
    /// assert_eq!(standing("IN", "OR"), Standing::Former(Some("OD")));
    /// assert_eq!(standing("IN", "FK"), Standing::Unknown);
    /// ```
    #[must_use]
    pub fn standing(&self, code: &str) -> Standing {
        if self.contains(code) {
            return Standing::Iso;
        }
        let country = self.country.alpha2();
        let line = parts(OTHERS, b'\n').find_map(|line| line.strip_prefix(country));
        for entry in parts(line.unwrap_or(""), b' ') {
            match entry.strip_prefix(code).and_then(|rest| rest.split_at_checked(1)) {
                Some(("=", _)) => return Standing::InUse,
                Some((">", "")) => return Standing::Former(None),
                Some((">", today)) => return Standing::Former(Some(today)),
                _ => {}
            }
        }
        Standing::Unknown
    }

    /// Every code of ISO 3166-2, numbers first.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        self.ranks().map(Code::of)
    }

    /// The ranks of the codes, ascending.
    fn ranks(&self) -> Ranks {
        Ranks { rest: self.codes, next: 0, left: 0 }
    }
}

/// A code of ISO 3166-2 without the country: one to three capital letters and digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code {
    bytes: [u8; 3],
    length: u8,
}

impl Code {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or("")
    }

    /// The code of a rank.
    fn of(rank: u32) -> Self {
        let mut left = rank;
        for (base, zero, sizes) in
            [(10, 0, [10, 100, 1000]), (26, 10, [26, 676, 17_576]), (36, 0, [0, 1296, 46_656])]
        {
            for (length, size) in (1_u8..).zip(sizes) {
                match left.checked_sub(size) {
                    Some(beyond) => left = beyond,
                    None => return Self::write(left, base, zero, length),
                }
            }
        }
        Self { bytes: [0; 3], length: 0 }
    }

    fn write(mut number: u32, base: u32, zero: u32, length: u8) -> Self {
        let mut bytes = [0; 3];
        for place in bytes.iter_mut().take(usize::from(length)).rev() {
            let digit = number.checked_rem(base).unwrap_or(0).wrapping_add(zero);
            *place = char::from_digit(digit, 36)
                .map_or(0, |c| u8::try_from(c.to_ascii_uppercase()).unwrap_or(0));
            number = number.checked_div(base).unwrap_or(0);
        }
        Self { bytes, length }
    }
}

impl core::fmt::Display for Code {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl core::fmt::Debug for Code {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Below this are the ranks of numbers.
const LETTERS: u32 = 1110;
/// From here on are those of letters and digits mixed.
const MIXED: u32 = LETTERS + 18_278;

/// A code's place in the order of all codes of one to three characters: numbers, then letters, then mixtures. `None` for what
/// is no such code.
pub(crate) fn rank(code: &str) -> Option<u32> {
    let (mut digits, mut letters) = (0_u32, 0_u32);
    let (mut tens, mut alphas, mut both) = (0_u32, 0_u32, 0_u32);
    if code.len() > 3 {
        return None;
    }
    for byte in code.bytes() {
        let value = match byte {
            b'0'..=b'9' => {
                digits = digits.wrapping_add(1);
                byte.wrapping_sub(b'0')
            }
            b'A'..=b'Z' => {
                letters = letters.wrapping_add(1);
                byte.wrapping_sub(b'A').wrapping_add(10)
            }
            _ => return None,
        };
        // Three characters at most: none of these can overflow.
        let value = u32::from(value);
        tens = tens.wrapping_mul(10).wrapping_add(value);
        alphas = alphas.wrapping_mul(26).wrapping_add(value.wrapping_sub(10));
        both = both.wrapping_mul(36).wrapping_add(value);
    }
    let start = match (digits, letters) {
        (0, 0) => return None,
        (1, 0) => tens,
        (2, 0) => tens.wrapping_add(10),
        (_, 0) => tens.wrapping_add(110),
        (0, 1) => alphas.wrapping_add(LETTERS),
        (0, 2) => alphas.wrapping_add(LETTERS + 26),
        (0, _) => alphas.wrapping_add(LETTERS + 26 + 676),
        (1, 1) => both.wrapping_add(MIXED),
        _ => both.wrapping_add(MIXED + 1296),
    };
    Some(start)
}

/// Reads the ranks out of the gaps between them.
struct Ranks {
    rest: &'static [u8],
    next: u32,
    left: u32,
}

impl Ranks {
    /// The next ranks that follow one another: the first, and how many.
    fn run(&mut self) -> Option<(u32, u32)> {
        let first = self.next.wrapping_add(take_number(&mut self.rest)?);
        let mut count = 1;
        if first < LETTERS {
            let (run, rest) = self.rest.split_first()?;
            count = u32::from(*run);
            self.rest = rest;
        }
        self.next = first.wrapping_add(count);
        Some((first, count))
    }
}

impl Iterator for Ranks {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.left == 0 {
            self.left = self.run()?.1;
        }
        let rank = self.next.wrapping_sub(self.left);
        self.left = self.left.wrapping_sub(1);
        Some(rank)
    }
}

/// Takes a number in seven bits a byte, the lowest first.
pub(crate) fn take_number(bytes: &mut &'static [u8]) -> Option<u32> {
    // Nearly every number is below 128.
    if let Some((byte @ 0..=0x7f, rest)) = bytes.split_first() {
        *bytes = rest;
        return Some(u32::from(*byte));
    }
    let mut number = 0_u32;
    let mut shift = 0_u32;
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift = shift.wrapping_add(7);
    }
}

#[cfg(test)]
mod tests;
