//! What an integrator may set. Everything else is the guide's.

use alloc::{string::String, vec::Vec};

use crate::{
    code::Code,
    finding::{Finding, Param},
    json::Reader,
    near::nearest,
};

/// What an integrator may set. [`Policy::default`] is country-aware; [`Policy::guide`] takes the guide to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The age in years from which a customer is accepted: 18.
    pub minimum_age: u16,
    /// The age in years above which a date of birth is more likely a slip: 120.
    pub unlikely_age: u16,
    /// How many days old a proof of address may be before a warning: 90.
    pub proof_of_address_days: u16,
    /// How many days a review may take, for image links that end before it does: 7.
    pub review_days: u16,
    /// Which parts of an address must be there.
    pub address: AddressPolicy,
    /// What a phone number that is possible but in no assigned range gets.
    pub phone: PhonePolicy,
    /// Which letters names may have.
    pub names: NamePolicy,
    /// Whether `XK`, a user-assigned code, is taken for Kosovo: yes.
    pub kosovo: bool,
    /// Whether data may be changed after a rejection, as the guide's code does: yes.
    pub patch_when_rejected: bool,
    /// Whether `documents[].mrz` is an accepted extension of the payload: no.
    pub mrz: bool,
    /// Spellings of `nationalIdType` taken beside the guide's, as a provider names them.
    pub national_id_types: Vec<String>,
    /// Bounds on the input.
    pub limits: Limits,
}

/// Which parts of an address must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPolicy {
    /// `state`, `stateCode` and `postalCode` where the country uses them.
    CountryAware,
    /// All of them everywhere, as the guide's table says.
    Guide,
}

/// What a phone number that is possible but in no assigned range gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhonePolicy {
    /// A warning.
    Possible,
    /// An error.
    Valid,
}

/// Which letters names may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePolicy {
    /// The letters of every script.
    Unicode,
    /// Latin letters; others get a warning that a transliteration is needed.
    Latin,
}

/// Bounds on the input. What goes past them is refused, not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// JSON text in bytes: 65,536.
    pub text: usize,
    /// Levels of nesting: 8.
    pub depth: usize,
    /// JSON values in all: 2,000.
    pub nodes: usize,
    /// Documents: 20.
    pub documents: usize,
    /// Issues in a report, then `truncated`: 100.
    pub issues: usize,
}

impl Limits {
    /// The limits of the design.
    pub const DEFAULT: Self =
        Self { text: 65_536, depth: 8, nodes: 2_000, documents: 20, issues: 100 };
}

impl Policy {
    /// Country-aware, the default.
    pub const DEFAULT: Self = Self {
        minimum_age: 18,
        unlikely_age: 120,
        proof_of_address_days: 90,
        review_days: 7,
        address: AddressPolicy::CountryAware,
        phone: PhonePolicy::Possible,
        names: NamePolicy::Unicode,
        kosovo: true,
        patch_when_rejected: true,
        mrz: false,
        national_id_types: Vec::new(),
        limits: Limits::DEFAULT,
    };

    /// The guide to the letter: every field its table marks as required is required in every country.
    #[must_use]
    pub fn guide() -> Self {
        Self { address: AddressPolicy::Guide, ..Self::DEFAULT }
    }
}

/// The keys of a policy in JSON: numbers, words, flags, and the rest.
const KEYS: &[&str] = &[
    "minimumAge",
    "unlikelyAge",
    "proofOfAddressDays",
    "reviewDays",
    "address",
    "phone",
    "names",
    "kosovo",
    "patchWhenRejected",
    "mrz",
    "nationalIdTypes",
    "limits",
];
/// Places among the keys: the first of the words …
const ADDRESS: usize = 4;
const PHONE: usize = 5;
/// … the first of the flags …
const FLAGS: usize = 7;
/// … and those of the rest.
const NATIONAL_ID_TYPES: usize = 10;
const LIMITS: usize = 11;

/// The two words that each of the keys for words may have.
const WORDS: [[&str; 2]; 3] =
    [["countryAware", "guide"], ["possible", "valid"], ["unicode", "latin"]];

impl Policy {
    /// A policy from JSON: `"guide"`, `"countryAware"`, or an object with the keys that differ from the default, named as here
    /// in camel case: `{"minimumAge": 21, "address": "guide", "phone": "valid", "names": "latin"}`. An empty text is the default.
    ///
    /// ```
    /// # use kyc_rules::policy::Policy;
    /// assert_eq!(Policy::from_json("{\"minimumAge\":21}").map(|policy| policy.minimum_age), Ok(21));
    /// assert!(Policy::from_json("{\"minimalAge\":21}").is_err());
    /// ```
    ///
    /// # Errors
    /// [`Code::JsonSyntax`] with `at` where a value is none of the key's; [`Code::UnknownKey`] with `nearest` where a key is
    /// none of a policy's, so that no slip of the pen goes unseen.
    pub fn from_json(text: &str) -> Result<Self, Finding> {
        let mut policy = Self::DEFAULT;
        let mut reader = Reader::new(text, &Limits::DEFAULT);
        reader.space();
        match reader.peek() {
            None => return Ok(policy),
            Some(b'"') => match &*reader.text()? {
                "guide" => policy = Self::guide(),
                "countryAware" => {}
                _ => return Err(reader.syntax()),
            },
            Some(b'{') => {
                let mut more = reader.open(b'}')?;
                while more {
                    let key = reader.key()?;
                    policy.set(&key, &mut reader)?;
                    more = reader.next_or_close(b'}')?;
                }
            }
            Some(_) => return Err(reader.syntax()),
        }
        if reader.is_done() { Ok(policy) } else { Err(reader.syntax()) }
    }

    fn set(&mut self, key: &str, reader: &mut Reader<'_>) -> Result<(), Finding> {
        let numbers = [
            &mut self.minimum_age,
            &mut self.unlikely_age,
            &mut self.proof_of_address_days,
            &mut self.review_days,
        ];
        let flags = [&mut self.kosovo, &mut self.patch_when_rejected, &mut self.mrz];
        let place = KEYS.iter().position(|known| *known == key);
        match place.ok_or_else(|| unknown(key, KEYS))? {
            NATIONAL_ID_TYPES => {
                self.national_id_types.clear();
                each(reader, b'[', &mut |reader, _| {
                    self.national_id_types.push(reader.text()?.into_owned());
                    Ok(())
                })?;
            }
            LIMITS => each(reader, b'{', &mut |reader, key| self.limits.set(key, reader))?,
            place @ ADDRESS..FLAGS => {
                let is_second = is_second(reader, WORDS.get(place.wrapping_sub(ADDRESS)))?;
                match place {
                    ADDRESS if is_second => self.address = AddressPolicy::Guide,
                    ADDRESS => self.address = AddressPolicy::CountryAware,
                    PHONE if is_second => self.phone = PhonePolicy::Valid,
                    PHONE => self.phone = PhonePolicy::Possible,
                    _ if is_second => self.names = NamePolicy::Latin,
                    _ => self.names = NamePolicy::Unicode,
                }
            }
            place => {
                let flag =
                    flags.into_iter().nth(place.wrapping_sub(FLAGS)).filter(|_| place >= FLAGS);
                if let Some(flag) = flag {
                    *flag = reader.flag()?;
                } else if let Some(number) = numbers.into_iter().nth(place) {
                    *number = small(reader)?;
                }
            }
        }
        Ok(())
    }
}

impl Limits {
    fn set(&mut self, key: &str, reader: &mut Reader<'_>) -> Result<(), Finding> {
        let limit = match key {
            "text" => &mut self.text,
            "depth" => &mut self.depth,
            "nodes" => &mut self.nodes,
            "documents" => &mut self.documents,
            "issues" => &mut self.issues,
            key => return Err(unknown(key, &["text", "depth", "nodes", "documents", "issues"])),
        };
        *limit = usize::try_from(reader.integer()?).unwrap_or(usize::MAX);
        // Reading goes as deep as this says, so it has a bound of its own.
        self.depth = self.depth.min(64);
        Ok(())
    }
}

fn unknown(key: &str, known: &'static [&'static str]) -> Finding {
    let finding = Finding::new(Code::UnknownKey).with("count", Param::Number(1));
    match nearest(key, known.iter().copied()) {
        Some(near) => finding.with("nearest", Param::Text(near)),
        None => finding,
    }
}

/// A number of years or days.
fn small(reader: &mut Reader<'_>) -> Result<u16, Finding> {
    let wrong = reader.syntax();
    u16::try_from(reader.integer()?).map_err(|_| wrong)
}

/// Whether a word is the second of two; an error where it is neither.
fn is_second(reader: &mut Reader<'_>, words: Option<&[&str; 2]>) -> Result<bool, Finding> {
    let wrong = reader.syntax();
    let word = reader.text()?;
    let place = words.and_then(|words| words.iter().position(|known| *known == word));
    place.map(|place| place == 1).ok_or(wrong)
}

/// Reads each member of an object or list.
fn each<'a>(
    reader: &mut Reader<'a>,
    open: u8,
    member: &mut dyn FnMut(&mut Reader<'a>, &str) -> Result<(), Finding>,
) -> Result<(), Finding> {
    if reader.peek() != Some(open) {
        return Err(reader.syntax());
    }
    let close = if open == b'{' { b'}' } else { b']' };
    let mut more = reader.open(close)?;
    while more {
        let key = if open == b'{' { reader.key()?.into_owned() } else { String::new() };
        member(reader, &key)?;
        more = reader.next_or_close(close)?;
    }
    Ok(())
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}
