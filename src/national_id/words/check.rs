//! The words for what a scheme demands of a number beyond its format: sums, remainders, dates, lists.

/// One demand on a number beyond its format. Places count from 0; negative ones from the end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// From here on, what fails is a warning.
    Advisory,
    /// A weighted sum and the character it leads to.
    Sum(Sum),
    /// A number modulo another, and the digits it leads to.
    Mod(Mod),
    /// Luhn over the characters from a place to before another (0: the end), with so many values a place.
    Luhn(i8, i8, u8),
    /// Verhoeff over all digits.
    Verhoeff,
    /// Luxembourg: Luhn without the last digit, Verhoeff without the last but one.
    LuhnAndVerhoeff,
    /// ISO/IEC 7064 MOD 11,10 over all digits.
    Mod11_10,
    /// A date of birth that must be real.
    Date(Date),
    /// A date of birth where there is one, and no matter where there is none.
    Tells(Date),
    /// A date of birth read by a rule of its own (its number in `special::BORN`), which must be real.
    Born(u8),
    /// At this place, one of these words of one length, parted by spaces; `a-b` is a range.
    In(i8, &'static str),
    /// At this place, none of these.
    NotIn(i8, &'static str),
    /// Not one character over and over.
    NotAllSame,
    /// Not the same read backwards.
    NotPalindrome,
    /// Not one of the specimens: a number that was printed so often that it is nobody's.
    NotSpecimen(&'static str),
    /// Only for numbers that fit this format.
    When(&'static str, &'static [Check]),
    /// Any of these.
    Any(&'static [&'static [Check]]),
    /// A rule of its own: its number in `special::RULES`.
    Rule(u8),
}

/// A weighted sum and the character it leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sum {
    /// A weight a character, `0`–`9` and `A`–`Z` for 10–35; behind `/`, those of the next pass.
    pub(crate) weights: &'static str,
    /// The check character for each remainder, so its length is the modulus. `!`: no character; `>`: the next pass decides,
    /// and in the last it is `0`; `}`: the next pass decides, and in the last it is no character. Else `%m` or `%m=r`: no check
    /// character, the sum itself must be 0 or r modulo m.
    pub(crate) table: &'static str,
    /// Where the weights begin; [`RIGHT`] has them end right before the check character.
    pub(crate) from: i8,
    /// Where the check character is.
    pub(crate) at: i8,
    /// The characters by value, if not 0–9 and A–Z for 10–35: its number in `special::ALPHABETS` from 1.
    pub(crate) alphabet: u8,
    /// Whether products above 9 count as the sum of their digits.
    pub(crate) cross: bool,
}

/// For weights that end right before the check character, however long the number.
pub(crate) const RIGHT: i8 = i8::MIN;

/// A weighted sum of the characters from the first on; the check character behind the weights.
pub(crate) const fn sum(weights: &'static str, table: &'static str) -> Sum {
    let mut at = 0_i8;
    let mut rest = weights.as_bytes();
    while let [weight, tail @ ..] = rest
        && *weight != b'/'
    {
        at = at.wrapping_add(1);
        rest = tail;
    }
    Sum { weights, table, from: 0, at, alphabet: 0, cross: false }
}

/// A weighted sum that ends right before the last character, which is the check character.
pub(crate) const fn right(weights: &'static str, table: &'static str) -> Sum {
    Sum { weights, table, from: RIGHT, at: -1, alphabet: 0, cross: false }
}

impl Sum {
    /// The same with the weights from another place on.
    pub(crate) const fn from(mut self, from: i8) -> Self {
        self.from = from;
        self
    }

    /// The same with the check character elsewhere.
    pub(crate) const fn at(mut self, at: i8) -> Self {
        self.at = at;
        self
    }

    /// The same with other values for characters.
    pub(crate) const fn by(mut self, alphabet: u8) -> Self {
        self.alphabet = alphabet;
        self
    }

    /// The same with products above 9 counted as the sum of their digits.
    pub(crate) const fn cross(mut self) -> Self {
        self.cross = true;
        self
    }
}

/// A number modulo another, and the digits it leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mod {
    /// A digit put before the number.
    pub(crate) lead: u8,
    /// How many characters the number has, from the first on.
    pub(crate) len: u8,
    pub(crate) modulus: u16,
    /// How the digits behind it follow.
    pub(crate) rest: Rest,
}

/// How check digits follow from a remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// They are the remainder.
    Same,
    /// They make it up to the modulus.
    Complement,
    /// There are none: the remainder itself must be this.
    Is(u8),
}

/// In which order a number holds its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Yymmdd,
    Ddmmyy,
    Yyyymmdd,
    /// Day, month, and the year without its first digit: 985 for 1985, 004 for 2004.
    Ddmmyyy,
}

/// How a number tells the century.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Century {
    /// It does not, or the year has four digits.
    Open,
    /// By the digit at this place: two digits of century for each from 0 on, `--` where a digit has none.
    Digit(u8, &'static str),
    /// By what is added to the month: two digits of century for each 20.
    Month(&'static str),
    /// By a rule of its own: its number in `special::CENTURIES`.
    By(u8),
}

/// Where and how a number holds a date of birth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Date {
    pub(crate) at: u8,
    pub(crate) layout: Layout,
    pub(crate) century: Century,
    /// What some numbers add to the day: 40 for women in Indonesia, 60 for coordination numbers in Sweden.
    pub(crate) day_plus: u8,
    /// What some numbers add to the month, greatest first.
    pub(crate) month_plus: &'static [u8],
}

impl Date {
    pub(crate) const fn new(at: u8, layout: Layout, century: Century) -> Self {
        Self { at, layout, century, day_plus: 0, month_plus: &[] }
    }

    pub(crate) const fn days(mut self, plus: u8) -> Self {
        self.day_plus = plus;
        self
    }

    pub(crate) const fn months(mut self, plus: &'static [u8]) -> Self {
        self.month_plus = plus;
        self
    }
}
