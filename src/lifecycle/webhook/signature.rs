//! Whether a webhook is genuine. Raw bytes in, a result out; nothing here parses the body, and nothing throws.
//!
//! Source: Standard Webhooks 1.0 (`webhook-id`, `webhook-timestamp`, `webhook-signature: v1,BASE64`; content `id.timestamp.body`);
//! unverified (agrees with the documentation of Stripe, `t=,v1=`, and of related KYC providers, hex in a header of its own).

use alloc::{string::String, vec::Vec};

use crate::{
    lifecycle::{
        value::{push_long, whole},
        webhook::hmac::{Digest, from_base64, from_hex, hmac_sha256, same, to_base64, to_hex},
    },
    scan::parts,
};

/// How a signature is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Hex in a header, the time in another; over `timestamp.body`.
    Hex,
    /// `v1,BASE64`, several parted by spaces; over `id.timestamp.body`; the key is base64 behind `whsec_`.
    Standard,
    /// `t=TIME,v1=HEX`, in one header; over `time.body`. Several pairs while a secret is rotated.
    Pairs,
}

/// A provider's way to sign: a format and the names of its headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme<'a> {
    /// How it is written.
    pub format: Format,
    /// The header of the signature.
    pub signature: &'a str,
    /// The header of the time; of no use to [`Format::Pairs`].
    pub timestamp: &'a str,
    /// The header of the message's id, for [`Format::Standard`].
    pub id: &'a str,
}

impl Scheme<'_> {
    /// `X-Webhook-Signature` and `X-Webhook-Timestamp`: what the sandbox sends.
    pub const HEX: Scheme<'static> = Scheme {
        format: Format::Hex,
        signature: "x-webhook-signature",
        timestamp: "x-webhook-timestamp",
        id: "",
    };
    /// `x-api-signature` and `x-api-timestamp`.
    pub const API: Scheme<'static> =
        Scheme { signature: "x-api-signature", timestamp: "x-api-timestamp", ..Self::HEX };
    /// Standard Webhooks.
    pub const STANDARD: Scheme<'static> = Scheme {
        format: Format::Standard,
        signature: "webhook-signature",
        timestamp: "webhook-timestamp",
        id: "webhook-id",
    };
    /// Stripe.
    pub const STRIPE: Scheme<'static> =
        Scheme { format: Format::Pairs, signature: "stripe-signature", timestamp: "", id: "" };
}

/// Why a webhook is not to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A header is not there.
    MissingHeader,
    /// A header cannot be read.
    MalformedHeader,
    /// It was signed too long ago: perhaps sent again by somebody else.
    TooOld,
    /// It was signed in the future: a clock is wrong.
    TooNew,
    /// No secret was given, or none that can be read.
    NoSecret,
    /// No signature matches: not genuine, or the body is not as it came.
    Mismatch,
}

impl Fault {
    /// Its name: `too_old`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MissingHeader => "missing_header",
            Self::MalformedHeader => "malformed_header",
            Self::TooOld => "too_old",
            Self::TooNew => "too_new",
            Self::NoSecret => "no_secret",
            Self::Mismatch => "mismatch",
        }
    }
}

/// Five minutes, the usual tolerance, in milliseconds.
pub const TOLERANCE: u64 = 300_000;

/// What a webhook came with.
#[derive(Clone, Copy)]
pub struct Delivery<'a> {
    /// The body's bytes, as they came: not parsed and written again.
    pub body: &'a [u8],
    /// The headers: (name, value). Names in any case.
    pub headers: &'a [(&'a str, &'a str)],
}

impl core::fmt::Debug for Delivery<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("delivery")
    }
}

impl<'a> Delivery<'a> {
    fn header(&self, name: &str) -> Result<&'a str, Fault> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim_ascii()).ok_or(Fault::MissingHeader)
    }
}

/// Verifies a webhook against every secret given: two while one is rotated. `now` in milliseconds since 1970.
///
/// # Errors
/// The [`Fault`]. Answer 401, and look no further into the body.
///
/// ```
/// use kyc_rules::lifecycle::webhook::signature::{Delivery, Fault, Scheme, TOLERANCE, verify};
/// let headers = [
///     ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
///     ("webhook-timestamp", "1614265330"),
///     ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
/// ];
/// let delivery = Delivery { body: br#"{"test": 2432232314}"#, headers: &headers };
/// let secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
/// assert_eq!(verify(&Scheme::STANDARD, &delivery, &secrets, 1_614_265_330_000, TOLERANCE), Ok(()));
/// let tampered = Delivery { body: b"{}", ..delivery };
/// assert_eq!(verify(&Scheme::STANDARD, &tampered, &secrets, 1_614_265_330_000, TOLERANCE), Err(Fault::Mismatch));
/// ```
pub fn verify(
    scheme: &Scheme<'_>,
    delivery: &Delivery<'_>,
    secrets: &[&str],
    now: i64,
    tolerance: u64,
) -> Result<(), Fault> {
    let header = delivery.header(scheme.signature)?;
    let keys: Vec<Vec<u8>> =
        secrets.iter().filter_map(|secret| key_of(scheme.format, secret)).collect();
    if keys.is_empty() {
        return Err(Fault::NoSecret);
    }
    let pairs = || parts(header, b',').flat_map(|part| parts(part, b' '));
    let time = match scheme.format {
        Format::Pairs => {
            pairs().find_map(|pair| pair.strip_prefix("t=")).ok_or(Fault::MalformedHeader)?
        }
        Format::Hex | Format::Standard => delivery.header(scheme.timestamp)?,
    };
    check_time(time, now, tolerance)?;
    // The signatures that are claimed; those that cannot be read claim nothing.
    let mut claimed: Vec<Digest> = Vec::new();
    let mut id = "";
    match scheme.format {
        Format::Hex => {
            let signature = header.strip_prefix("sha256=").unwrap_or(header);
            claimed.push(from_hex(signature).ok_or(Fault::MalformedHeader)?);
        }
        Format::Standard => {
            id = delivery.header(scheme.id)?;
            let signatures = parts(header, b' ').filter_map(|part| part.strip_prefix("v1,"));
            let digest = |text| Digest::try_from(from_base64(text)?).ok();
            claimed.extend(signatures.filter_map(digest));
        }
        Format::Pairs => {
            claimed.extend(pairs().filter_map(|pair| from_hex(pair.strip_prefix("v1=")?)));
        }
    }
    let signed = content(scheme.format, id, time, delivery.body);
    // Every key is tried, so that the time does not tell which one it was; and once, however many signatures there are.
    let is_genuine = keys.iter().fold(false, |is_genuine, key| {
        let digest = hmac_sha256(key, &signed);
        claimed.iter().fold(is_genuine, |is_genuine, claim| is_genuine | same(&digest, claim))
    });
    if is_genuine { Ok(()) } else { Err(Fault::Mismatch) }
}

/// What is signed.
fn content<'a>(format: Format, id: &'a str, time: &'a str, body: &'a [u8]) -> [&'a [u8]; 5] {
    let (id, dot): (&str, &[u8]) = if format == Format::Standard { (id, b".") } else { ("", b"") };
    [id.as_bytes(), dot, time.as_bytes(), b".", body]
}

/// A secret's bytes: base64 behind `whsec_` in Standard Webhooks, else the text itself.
fn key_of(format: Format, secret: &str) -> Option<Vec<u8>> {
    let key = match format {
        Format::Standard => from_base64(secret.strip_prefix("whsec_").unwrap_or(secret))?,
        Format::Hex | Format::Pairs => secret.as_bytes().to_vec(),
    };
    // An empty key is what a configuration that was forgotten looks like; anyone can sign with it.
    Some(key).filter(|key| !key.is_empty())
}

/// Seconds or milliseconds since 1970: what has more than eleven digits is milliseconds.
fn check_time(text: &str, now: i64, tolerance: u64) -> Result<(), Fault> {
    let number = whole(text).filter(|_| text.len() <= 15).ok_or(Fault::MalformedHeader)?;
    let time = if text.len() > 11 { number } else { number.saturating_mul(1000) };
    match (now.saturating_sub(time), now.abs_diff(time) <= tolerance) {
        (_, true) => Ok(()),
        (age, false) if age > 0 => Err(Fault::TooOld),
        _ => Err(Fault::TooNew),
    }
}

/// The headers a webhook is sent with: (name, value). `now` in milliseconds since 1970, written in seconds; empty where the secret
/// cannot be read.
///
/// ```
/// use kyc_rules::lifecycle::webhook::signature::{Delivery, Scheme, TOLERANCE, sign, verify};
/// for scheme in [Scheme::HEX, Scheme::STANDARD, Scheme::STRIPE] {
///     let headers = sign(&scheme, b"{}", "evt_1", "whsec_c2VjcmV0", 1_000_000);
///     let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
///     let delivery = Delivery { body: b"{}", headers: &headers };
///     assert_eq!(verify(&scheme, &delivery, &["whsec_c2VjcmV0"], 1_000_000, TOLERANCE), Ok(()));
/// }
/// ```
#[must_use]
pub fn sign<'a>(
    scheme: &Scheme<'a>,
    body: &[u8],
    id: &str,
    secret: &str,
    now: i64,
) -> Vec<(&'a str, String)> {
    let Some(key) = key_of(scheme.format, secret) else { return Vec::new() };
    let mut time = String::new();
    push_long(&mut time, u64::try_from(now / 1000).unwrap_or(0));
    let digest = hmac_sha256(&key, &content(scheme.format, id, &time, body));
    match scheme.format {
        Format::Hex => Vec::from([(scheme.signature, to_hex(&digest)), (scheme.timestamp, time)]),
        Format::Standard => {
            let mut signature = String::from("v1,");
            signature.push_str(&to_base64(&digest));
            let id = (scheme.id, String::from(id));
            Vec::from([id, (scheme.timestamp, time), (scheme.signature, signature)])
        }
        Format::Pairs => {
            let parts = ["t=", &time, ",v1=", &to_hex(&digest)];
            Vec::from([(scheme.signature, parts.concat())])
        }
    }
}

#[cfg(test)]
mod tests;
