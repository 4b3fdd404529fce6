//! What a scheme is: a row of the registry, and what can be asked of it.

use alloc::string::String;

use super::{
    check::{self, Check, Failure, State},
    compact::{self, Compact, separator},
    date::BirthDate,
    pattern::{self, Items, Shape, is_separator},
};
use crate::code::{Code, Severity};

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A person's.
    Person,
    /// A person's or an organisation's.
    Both,
    /// An organisation's: never taken for a person's.
    Entity,
}

/// How much a failed check weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Check characters that cannot be wrong: a failure is an error.
    Hard,
    /// Check characters that some issued numbers break: a failure is a warning.
    Advisory,
    /// There is nothing to check beyond the format.
    Format,
}

/// A kind of number: one row of the registry.
#[derive(Debug)]
pub struct Scheme {
    /// Country and kind: `BR.cpf`.
    pub name: &'static str,
    /// What the country calls it, short enough for a label: `CPF`.
    pub label: &'static str,
    /// A number that passes, made up or published as a specimen.
    pub example: &'static str,
    /// Whose it is.
    pub holder: Holder,
    /// How it is written, in the language of the registry: `d` a digit, `a` a letter, `x` either, `|` or (docs/national-ids.md).
    pub format: &'static str,
    pub(crate) checks: &'static [Check],
    shape: Shape,
    separators: u8,
    prefixes: &'static str,
    signed: bool,
    pub(crate) main: bool,
    pub(crate) taxpayer: bool,
    /// What it is, in full.
    #[cfg(feature = "docs")]
    pub title: &'static str,
    /// Who issues it.
    #[cfg(feature = "docs")]
    pub issuer: &'static str,
    /// Where its rule is from.
    #[cfg(feature = "docs")]
    pub source: &'static str,
}

/// A person's scheme: name, label, format, example, checks.
pub(crate) const fn scheme(
    name: &'static str,
    label: &'static str,
    format: &'static str,
    example: &'static str,
    checks: &'static [Check],
) -> Scheme {
    Scheme {
        name,
        label,
        example,
        holder: Holder::Person,
        format,
        checks,
        shape: Shape::of(format),
        separators: separator::SPACE
            | separator::DASH
            | separator::DOT
            | pattern::separators(format),
        prefixes: "",
        signed: false,
        main: false,
        taxpayer: false,
        #[cfg(feature = "docs")]
        title: "",
        #[cfg(feature = "docs")]
        issuer: "",
        #[cfg(feature = "docs")]
        source: "",
    }
}

impl Scheme {
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
        self.signed = true;
        self
    }

    /// Of the country's schemes, the one a form asks for under `NATIONAL_ID`.
    pub(crate) const fn main(mut self) -> Self {
        self.main = true;
        self
    }

    /// Of the country's schemes, the one a form asks for under `TIN`.
    pub(crate) const fn taxpayer(mut self) -> Self {
        self.taxpayer = true;
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

    /// The country that issues it, alpha-2.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().country(), "BR");
    /// ```
    #[must_use]
    pub fn country(&self) -> &'static str {
        self.name.get(..2).unwrap_or_default()
    }

    /// Judges a number; separators that the country does not use make it invalid here, though no field minds them.
    ///
    /// ```
    /// use kyc_rules::{code::Code, national_id::scheme};
    /// let cpf = scheme("BR.cpf").unwrap();
    /// let good = cpf.check("111.444.777-35");
    /// assert!(good.valid && good.normalized() == "11144477735");
    /// assert_eq!(cpf.check("111.444.777-36").code, Some(Code::NationalIdCheckDigit));
    /// ```
    #[must_use]
    pub fn check(&self, value: &str) -> Outcome {
        let mut outcome = Outcome {
            valid: false,
            severity: Some(Severity::Error),
            code: Some(Code::NationalIdFormat),
            birth_date: None,
            number: Compact::EMPTY,
        };
        if !outcome.number.read(value) {
            outcome.number = Compact::EMPTY;
            return outcome;
        }
        let usual = outcome.number.separators() & !self.separators == 0;
        match self.judge(&mut outcome.number) {
            Ok(birth_date) => {
                outcome.birth_date = birth_date;
                outcome.valid = usual;
                (outcome.code, outcome.severity) = (None, None);
                if !usual {
                    outcome.code = Some(Code::NationalIdFormat);
                    outcome.severity = Some(Severity::Warning);
                }
            }
            Err(failure) => {
                outcome.code = Some(failure.code);
                if failure.hard {
                    outcome.number = Compact::EMPTY;
                } else {
                    outcome.severity = Some(Severity::Warning);
                }
            }
        }
        outcome
    }

    /// Judges a number whatever separators stood in it. Takes a prefix off its front, where it may have one.
    pub(crate) fn judge(&self, number: &mut Compact) -> Result<Option<BirthDate>, Failure> {
        if !self.shape.is_of(number.shape()) && !pattern::matches(self.format, number.bytes()) {
            let mut stripped = self.prefixes.split(' ').filter(|word| !word.is_empty());
            let found = stripped.find_map(|word| number.without(word));
            match found {
                Some(rest) if pattern::matches(self.format, rest.bytes()) => *number = rest,
                _ => return Err(Failure { code: Code::NationalIdFormat, hard: true }),
            }
        }
        if self.signed && number.bytes().len() == 10 && !number.sign_at_six() {
            return Err(Failure { code: Code::NationalIdFormat, hard: true });
        }
        let mut state = State { advisory: false, born: None };
        check::run(self.checks, number.bytes(), &mut state)?;
        Ok(state.born)
    }

    /// A number that fits the format, with the separators of the format.
    pub(crate) fn written(&self, number: &Compact) -> Option<String> {
        let bytes = pattern::laid_out(self.format, number.bytes())?;
        Some(bytes.into_iter().map(compact::shown).collect())
    }

    /// How much a failed check weighs.
    ///
    /// ```
    /// use kyc_rules::national_id::{Strength, scheme};
    /// assert_eq!(scheme("BR.cpf").unwrap().strength(), Strength::Hard);
    /// assert_eq!(scheme("KR.rrn").unwrap().strength(), Strength::Advisory);
    /// assert_eq!(scheme("GB.nino").unwrap().strength(), Strength::Format);
    /// ```
    #[must_use]
    pub fn strength(&self) -> Strength {
        strength(self.checks, false).unwrap_or(Strength::Format)
    }

    /// Whether its numbers hold a date of birth.
    ///
    /// ```
    /// assert!(kyc_rules::national_id::scheme("SE.pnr").unwrap().tells_birth_date());
    /// ```
    #[must_use]
    pub fn tells_birth_date(&self) -> bool {
        tells(self.checks)
    }

    /// How it is written: `0` for a digit, `A` for a letter, `*` for either; anything else stands for itself.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().mask(), "000.000.000-00");
    /// ```
    #[must_use]
    pub fn mask(&self) -> String {
        let first = self.format.as_bytes().split(|byte| *byte == b'|').next().unwrap_or_default();
        let mut mask = String::new();
        for item in Items(first) {
            let shown = match item.class {
                [b'd'] => '0',
                [b'a'] => 'A',
                [b'x' | b'o'] => '*',
                [single] => char::from(*single),
                class if class.iter().any(u8::is_ascii_digit) => {
                    if class.iter().any(u8::is_ascii_uppercase) { '*' } else { '0' }
                }
                _ => 'A',
            };
            for _ in 0..item.most {
                mask.push(shown);
            }
        }
        mask
    }

    /// The HTML input mode: `numeric` where it has digits only.
    ///
    /// ```
    /// use kyc_rules::national_id::scheme;
    /// assert_eq!(scheme("BR.cpf").unwrap().input_mode(), "numeric");
    /// assert_eq!(scheme("ES.dni").unwrap().input_mode(), "text");
    /// ```
    #[must_use]
    pub fn input_mode(&self) -> &'static str {
        let digits = self.format.bytes().all(|byte| {
            byte == b'd' || byte.is_ascii_digit() || is_separator(byte) || b"|[]{}?".contains(&byte)
        });
        if digits { "numeric" } else { "text" }
    }
}

fn strength(checks: &[Check], advisory: bool) -> Option<Strength> {
    let mut advisory = advisory;
    let mut found = None;
    for check in checks {
        let here = match check {
            Check::Advisory => {
                advisory = true;
                None
            }
            Check::When(_, inner) => strength(inner, advisory),
            Check::Any(lists) => lists.iter().find_map(|list| strength(list, advisory)),
            Check::Sum(_)
            | Check::Mod(_)
            | Check::Luhn(..)
            | Check::Verhoeff
            | Check::LuhnAndVerhoeff
            | Check::Mod11_10
            | Check::Rule(_) => Some(if advisory { Strength::Advisory } else { Strength::Hard }),
            _ => None,
        };
        found = found.or(here);
    }
    found
}

fn tells(checks: &[Check]) -> bool {
    checks.iter().any(|check| match check {
        Check::Date(_) | Check::Tells(_) | Check::Born(_) => true,
        Check::When(_, inner) => tells(inner),
        Check::Any(lists) => lists.iter().any(|list| tells(list)),
        _ => false,
    })
}

/// What a scheme says of a number.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Whether every check holds, the advisory ones too.
    pub valid: bool,
    /// How much the failure weighs.
    pub severity: Option<Severity>,
    /// The failure.
    pub code: Option<Code>,
    /// The date of birth in the number, where it has one.
    pub birth_date: Option<BirthDate>,
    number: Compact,
}

impl Outcome {
    /// The number without separators, in upper case; empty where it can't be one of this scheme.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("ES.dni").unwrap().check("12345678-z").normalized(), "12345678Z");
    /// ```
    #[must_use]
    pub fn normalized(&self) -> String {
        self.number.text()
    }
}
