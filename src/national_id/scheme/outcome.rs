//! What a scheme says of a number: whether it holds, its date of birth, and how it is written.

use alloc::string::String;

use super::{Scheme, flag};
use crate::{
    code::{Code, Severity},
    national_id::{
        compact::{self, Compact},
        date::BirthDate,
        engine::{self, Failure, State},
        format,
    },
};

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
    /// Whether the sign between its parts says something: the century.
    signed: bool,
}

impl Outcome {
    /// The number without separators, in upper case; empty where it can't be one of this scheme, and where it holds a letter that no
    /// Latin one looks like (`Λ` on an old Greek card), so that it stays as it was written. The sign of the century stays where a
    /// number cannot be told without it, as in Finland.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("ES.dni").unwrap().check("12345678-z").normalized(), "12345678Z");
    /// assert_eq!(kyc_rules::national_id::scheme("FI.hetu").unwrap().check("131052–308t").normalized(), "131052-308T");
    /// let greek = kyc_rules::national_id::scheme("GR.pa").unwrap().check("Α1Λ-121102101");
    /// assert!(greek.valid && greek.normalized().is_empty());
    /// ```
    #[must_use]
    pub fn normalized(&self) -> String {
        let text = self.number.text();
        let (true, Some((date, rest))) = (self.signed, text.split_at_checked(6)) else {
            return text;
        };
        match (self.number.sign_at_six(), self.number.separators() & compact::separator::PLUS) {
            (false, _) => text,
            (true, 0) => [date, "-", rest].concat(),
            (true, _) => [date, "+", rest].concat(),
        }
    }
}

impl Scheme {
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
            signed: self.flags & flag::SIGNED != 0,
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
                if usual {
                    (outcome.code, outcome.severity) = (None, None);
                } else {
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
        let other = Failure { code: Code::NationalIdFormat, hard: true };
        if !format::matches(self.format, number) {
            let mut words = self.prefixes.split(|byte| *byte == b' ').filter(|it| !it.is_empty());
            match words.find_map(|word| number.without(word)) {
                Some(rest) if format::matches(self.format, &rest) => *number = rest,
                _ => return Err(other),
            }
        }
        let signed = self.flags & flag::SIGNED != 0;
        if signed && number.bytes().len() == 10 && !number.sign_at_six() {
            return Err(other);
        }
        let mut state = State { advisory: false, born: None };
        engine::run(self.checks, number, &mut state)?;
        Ok(state.born)
    }

    /// A number that fits the format, with the separators of the format; `None` where separators stand in it that would be moved,
    /// or taken out of a part of no fixed length: they tell another number, or one of another kind.
    pub(crate) fn written(&self, number: &Compact) -> Option<String> {
        let (bytes, loose) = format::laid_out(self.format, number)?;
        let text: String = bytes.into_iter().map(compact::shown).collect();
        let layout = Compact::of(&text)?.gaps();
        let elsewhere = number.gaps() & !layout;
        let keeps = elsewhere == 0 || layout == 0 && elsewhere & loose == 0;
        keeps.then_some(text)
    }
}
