//! Numbers as people type and paste them.

use super::{
    extension,
    national::{Length, Rules},
    number::Phone,
    reason::{PhoneError, Reason},
    scan::{Digits, Sign, digits, is_around, sign, trim_end, trim_start},
    world::{region, world},
};

/// The most characters that are looked at.
const MOST_CHARACTERS: usize = 250;
/// The fewest and the most digits of a national significant number, as libphonenumber takes them.
const SHORTEST: usize = 2;
const LONGEST: usize = 17;

/// Parses a number as people type and paste it: E.164; with spaces, dashes, dots, slashes, brackets and marks of direction;
/// with digits of any script; with `00` or whatever else is dialled abroad where a default country (alpha-2) is given, or
/// nationally, with the country's trunk prefix or without; `+44 (0)20 …`; as a `tel:` URI; with an extension. Letters are
/// refused, never mapped to digits, and so is a second number.
///
/// What it answers is libphonenumber's: parsing says which number was meant, [`Phone::verdict`] what is to be said of it.
///
/// Source: libphonenumber's `PhoneNumberUtil.parse`; RFC 3966 for URIs.
///
/// # Errors
/// Text that is no number at all: [`Reason::Empty`], [`Reason::NotANumber`], [`Reason::UnknownCallingCode`] (also for a national
/// number without a country), [`Reason::TooShort`] and [`Reason::TooLong`] where it can't even be told apart.
///
/// ```
/// use kyc_rules::phone::{Kind, Reason, parse};
///
/// let phone = parse("(020) 7946-0958 ext. 12", Some("GB")).unwrap();
/// assert_eq!((phone.e164(), phone.extension()), ("+442079460958", Some("12")));
/// assert_eq!((phone.region(), phone.kind()), (Some("GB"), Kind::FixedLine));
/// assert_eq!(parse("00 44 20 7946 0958", Some("DE")).unwrap().e164(), "+442079460958");
/// assert_eq!(parse("+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", None).unwrap().e164(), "+442079460958");
/// assert_eq!(parse("tel:020-7946-0958;phone-context=+44", None).unwrap().e164(), "+442079460958");
/// assert_eq!(parse("1-800-FLOWERS", Some("US")).unwrap_err().reason, Reason::NotANumber);
/// assert_eq!(parse("020 7946 0958", None).unwrap_err().reason, Reason::UnknownCallingCode);
/// ```
pub fn parse(input: &str, default_country: Option<&str>) -> Result<Phone, PhoneError> {
    read(input, default_country).map_err(|reason| PhoneError { reason })
}

fn read(input: &str, default_country: Option<&str>) -> Result<Phone, Reason> {
    if input.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(Reason::TooLong);
    }
    let typed = Typed::read(input)?;
    let country = default_country.and_then(region).and_then(Rules::of);
    let (number, rules) = place(&typed, country)?;
    if number.values().len() < SHORTEST {
        return Err(Reason::TooShort);
    }
    let number = take_prefix_off(number, rules)?;
    if number.values().len() > LONGEST {
        return Err(Reason::TooLong);
    }
    Phone::new(rules.code, number.values(), &typed.extension)
}

/// What was typed: whether a plus stood in front, the digits, the extension.
struct Typed {
    plus: bool,
    digits: Digits,
    extension: Digits,
}

impl Typed {
    fn read(input: &str) -> Result<Self, Reason> {
        let text = trim_start(input, is_around);
        let text = match text.get(..3) {
            Some(label) if label.eq_ignore_ascii_case("tel") => {
                trim_start(text.get(3..).unwrap_or_default(), is_around)
            }
            _ => text,
        };
        let text = trim_end(text, |c| c != '#' && is_around(c));
        if text.is_empty() {
            let blank = crate::text::is_blank(input);
            return Err(if blank { Reason::Empty } else { Reason::NotANumber });
        }
        // A subaddress is for the one called to tell his lines apart.
        let text = cut(text, ";isub=").map_or(text, |(before, _)| before);
        let (text, context) = match cut(text, ";phone-context=") {
            Some((text, rest)) => (text, context(rest)?),
            None => (text, Digits::EMPTY),
        };
        let (text, extension) = extension::split(text)?;
        let bare = trim_start(text, |c| sign(c) == Sign::Plus);
        let plus = bare.len() < text.len() || !context.values().is_empty();
        let own = digits(bare)?;
        let mut digits = context;
        digits.extend(own.values())?;
        let enough = match digits.values().len() {
            0 => return Err(Reason::NotANumber),
            1 => false,
            // Two digits are a number where they stand alone.
            2 => !plus && bare.chars().nth(2).is_none(),
            _ => true,
        };
        if enough { Ok(Self { plus, digits, extension }) } else { Err(Reason::TooShort) }
    }
}

/// What stands before and behind a parameter's name, in either case.
fn cut<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    (0..text.len()).find_map(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        let (head, tail) = rest.split_at_checked(name.len())?;
        head.eq_ignore_ascii_case(name).then_some((before, tail))
    })
}

/// The digits of a `phone-context`: those of a number, none of a domain.
fn context(rest: &str) -> Result<Digits, Reason> {
    let context = cut(rest, ";").map_or(rest, |(context, _)| context);
    match context.strip_prefix('+') {
        Some(number) => digits(number).and_then(|digits| match digits.values() {
            [] => Err(Reason::NotANumber),
            _ => Ok(digits),
        }),
        None if is_domain(context) => Ok(Digits::EMPTY),
        None => Err(Reason::NotANumber),
    }
}

/// Whether a text is a domain name by RFC 3966: labels of letters, digits and hyphens, which neither start nor end with a hyphen,
/// the last one starting with a letter.
fn is_domain(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    let mut before = b'.';
    let mut starts_with_letter = false;
    for byte in text.bytes() {
        let fits = match byte {
            b'.' => before.is_ascii_alphanumeric(),
            b'-' => before != b'.',
            _ => byte.is_ascii_alphanumeric(),
        };
        if !fits {
            return false;
        }
        if before == b'.' {
            starts_with_letter = byte.is_ascii_alphabetic();
        }
        before = byte;
    }
    starts_with_letter && before != b'-'
}

/// Tells the calling code from the rest, and which region's rules hold.
fn place(typed: &Typed, country: Option<Rules>) -> Result<(Digits, Rules), Reason> {
    let all = typed.digits.values();
    if typed.plus {
        return match international(all) {
            // A plus before what is dialled abroad: `+0044 …`.
            Err(Reason::UnknownCallingCode) => {
                let rest = country.and_then(|country| without_idd(all, country));
                rest.map_or(Err(Reason::UnknownCallingCode), international)
            }
            placed => placed,
        };
    }
    let country = country.ok_or(Reason::UnknownCallingCode)?;
    if let Some(rest) = without_idd(all, country) {
        return international(rest);
    }
    match own_code(all, country)? {
        // Once a calling code was told, its main region's rules hold.
        Some(number) => Ok((number, Rules::of_main(country.code))),
        None => Ok((typed.digits, country)),
    }
}

/// Takes the calling code off the front.
fn international(all: &[u8]) -> Result<(Digits, Rules), Reason> {
    if all.len() <= SHORTEST {
        return Err(Reason::TooShort);
    }
    let code = world().code(all).ok_or(Reason::UnknownCallingCode)?;
    let mut number = Digits::EMPTY;
    number.extend(all.get(code.width()..).unwrap_or(&[]))?;
    Ok((number, Rules::of_main(code)))
}

/// What stands behind that which is dialled abroad from a country. No calling code starts with 0.
fn without_idd(all: &[u8], country: Rules) -> Option<&[u8]> {
    let rest = all.get(country.idd(all)?..)?;
    (rest.first() != Some(&0)).then_some(rest)
}

/// A number that starts with the country's own calling code, the plus forgotten: taken for that where it is too long as it
/// stands, or matches the country's numbers only without it.
fn own_code(all: &[u8], country: Rules) -> Result<Option<Digits>, Reason> {
    let mut digits = Digits::EMPTY;
    digits.push_code(country.code)?;
    let Some(rest) = all.strip_prefix(digits.values()) else { return Ok(None) };
    let mut number = Digits::EMPTY;
    number.extend(rest)?;
    let number = country.strip_prefix(&number)?;
    let own = !country.is_general(all) && country.is_general(number.values())
        || country.length(all.len()) == Length::TooLong;
    Ok(own.then_some(number))
}

/// Takes the national prefix off, unless what is left would be too short for the country.
fn take_prefix_off(number: Digits, rules: Rules) -> Result<Digits, Reason> {
    let bare = rules.strip_prefix(&number)?;
    Ok(match rules.length(bare.values().len()) {
        Length::TooShort | Length::LocalOnly | Length::Between => number,
        Length::Possible | Length::TooLong => bare,
    })
}
