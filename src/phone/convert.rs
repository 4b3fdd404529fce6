//! Conversions from and to the crate `phonenumber`. Feature `phonenumber`.
//!
//! A number crosses as E.164 and keeps its extension. The two crates do not say the same of a number: see
//! `docs/phone.md`.

use alloc::string::String;

use super::{
    number::Phone,
    parse::parse,
    reason::{PhoneError, Reason},
};

impl TryFrom<&phonenumber::PhoneNumber> for Phone {
    type Error = PhoneError;

    /// Reads the number's E.164 form and extension.
    ///
    /// ```
    /// use kyc_rules::phone::Phone;
    /// let theirs = phonenumber::parse(None, "+442079460958")?;
    /// let ours = Phone::try_from(&theirs).unwrap();
    /// assert_eq!(ours.e164(), "+442079460958");
    /// # Ok::<(), phonenumber::ParseError>(())
    /// ```
    fn try_from(number: &phonenumber::PhoneNumber) -> Result<Self, PhoneError> {
        let mut text = number.format().mode(phonenumber::Mode::E164).to_string();
        // Their E.164 has the extension behind it, which E.164 has not.
        if let Some(end) = text.find(|c: char| c != '+' && !c.is_ascii_digit()) {
            text.truncate(end);
        }
        if let Some(extension) = number.extension() {
            text.push_str(";ext=");
            text.push_str(extension.as_ref());
        }
        parse(&text, None)
    }
}

impl TryFrom<&Phone> for phonenumber::PhoneNumber {
    type Error = PhoneError;

    /// Writes the number in E.164, with its extension, and has the other crate read it.
    ///
    /// ```
    /// use kyc_rules::phone::parse;
    /// let ours = parse("020 7946 0958 ext. 12", Some("GB")).unwrap();
    /// let theirs = phonenumber::PhoneNumber::try_from(&ours).unwrap();
    /// assert_eq!(theirs.code().value(), 44);
    /// assert_eq!(theirs.extension().map(AsRef::as_ref), Some("12"));
    /// ```
    fn try_from(phone: &Phone) -> Result<Self, PhoneError> {
        let mut text = String::from(phone.e164());
        if let Some(extension) = phone.extension() {
            text.push_str(" ext. ");
            text.push_str(extension);
        }
        phonenumber::parse(None, text).map_err(|_| PhoneError { reason: Reason::NotANumber })
    }
}
