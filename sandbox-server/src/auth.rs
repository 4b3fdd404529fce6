//! Who asks: the API key, or a token that was made from it. Tokens are JWTs signed with HMAC-SHA256 (RFC 7519; RFC 7515, 3.1), of
//! this one header and no other: a token that names its own algorithm is not read.

use kyc_rules::{
    lifecycle::{
        value::Value,
        webhook::hmac::{Digest, from_base64, hmac_sha256, same, sha256, to_base64, to_hex},
    },
    policy::Limits,
};

/// `{"alg":"HS256","typ":"JWT"}`.
const HEADER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
/// How long a refresh token lasts, in seconds: 30 days.
const REFRESH_SECONDS: i64 = 2_592_000;
/// How long the token behind a `verificationLink` lasts: an hour.
const CUSTOMER_SECONDS: i64 = 3_600;

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Everything the key may.
    Access,
    /// New tokens.
    Refresh,
    /// One customer's form.
    Customer,
}

impl Kind {
    const ALL: [(Self, &str); 3] =
        [(Self::Access, "access"), (Self::Refresh, "refresh"), (Self::Customer, "customer")];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Caller {
    /// The integrator: by the key, or by a token.
    Integrator,
    /// A customer at a form, who may see and change nobody else.
    Customer(String),
}

/// The key, and what tokens are signed with.
pub(crate) struct Keys {
    key: Digest,
    secret: Vec<u8>,
    /// How long an access token lasts.
    seconds: i64,
}

impl Keys {
    /// The keys of a server.
    pub(crate) fn new(key: &str, secret: &str, seconds: i64) -> Self {
        Self { key: sha256(&[key.as_bytes()]), secret: secret.as_bytes().to_vec(), seconds }
    }

    /// Whether this is the API key. Digests are compared, so that the time tells neither where two keys differ nor how long one is.
    pub(crate) fn is_key(&self, given: &str) -> bool {
        same(&sha256(&[given.as_bytes()]), &self.key)
    }

    /// Who brings this key or token; `None` for nobody we know, and for a token that has expired.
    pub(crate) fn caller(&self, given: &str, now: i64, generation: i64) -> Option<Caller> {
        if self.is_key(given) {
            return Some(Caller::Integrator);
        }
        match self.read(given, now, generation)? {
            (Kind::Access, _) => Some(Caller::Integrator),
            (Kind::Customer, id) => Some(Caller::Customer(id)),
            (Kind::Refresh, _) => None,
        }
    }

    /// A short-lived token and the one that renews it, as the API answers them.
    pub(crate) fn pair(&self, now: i64, generation: i64) -> Value {
        let access = self.token(Kind::Access, "sandbox", now, self.seconds, generation);
        let refresh = self.token(Kind::Refresh, "sandbox", now, REFRESH_SECONDS, 0);
        Value::EMPTY
            .with("accessToken", Value::Text(access))
            .with("tokenType", Value::text_of("Bearer"))
            .with("expiresIn", Value::number_of(self.seconds))
            .with("refreshToken", Value::Text(refresh))
    }

    /// Whether this renews tokens.
    pub(crate) fn renews(&self, given: &str, now: i64) -> bool {
        // What is expired on demand can be renewed: that is what the demand is for.
        self.read(given, now, 0).is_some_and(|(kind, _)| kind == Kind::Refresh)
    }

    /// The token behind a customer's `verificationLink`.
    pub(crate) fn of_customer(&self, id: &str, now: i64, generation: i64) -> String {
        self.token(Kind::Customer, id, now, CUSTOMER_SECONDS, generation)
    }

    fn token(&self, kind: Kind, subject: &str, now: i64, lasts: i64, generation: i64) -> String {
        let seconds = now.div_euclid(1000);
        let claims = Value::EMPTY
            .with("sub", Value::text_of(subject))
            .with("use", Value::text_of(kind.name()))
            .with("iat", Value::number_of(seconds))
            .with("exp", Value::number_of(seconds.saturating_add(lasts)))
            .with("gen", Value::number_of(generation));
        let signed = [HEADER, ".", &base64_url(claims.to_json().as_bytes())].concat();
        let signature = base64_url(&hmac_sha256(&self.secret, &[signed.as_bytes()]));
        [signed, signature].join(".")
    }

    fn read(&self, token: &str, now: i64, generation: i64) -> Option<(Kind, String)> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let signature: Digest = from_base64_url(signature)?.try_into().ok()?;
        if header != HEADER || !same(&hmac_sha256(&self.secret, &[signed.as_bytes()]), &signature) {
            return None;
        }
        let claims = String::from_utf8(from_base64_url(claims)?).ok()?;
        let claims = Value::parse(&claims, &Limits::DEFAULT).ok()?;
        let number = |name| claims.get(name).and_then(Value::as_integer);
        if number("exp")?.saturating_mul(1000) <= now || number("gen")? < generation {
            return None;
        }
        let name = claims.text("use")?;
        let (kind, _) = Kind::ALL.iter().find(|(_, known)| *known == name)?;
        Some((*kind, claims.text("sub")?.to_owned()))
    }

    /// The signature of a link to an upload.
    pub(crate) fn sign_link(&self, id: &str, expires: i64) -> String {
        to_hex(&self.link_digest(id, expires))
    }

    /// Whether a link to an upload is ours, and has not ended.
    pub(crate) fn opens(&self, id: &str, expires: i64, signature: &str, now: i64) -> bool {
        let given = kyc_rules::lifecycle::webhook::hmac::from_hex(signature);
        expires > now && given.is_some_and(|given| same(&given, &self.link_digest(id, expires)))
    }

    fn link_digest(&self, id: &str, expires: i64) -> Digest {
        hmac_sha256(&self.secret, &[b"upload/", id.as_bytes(), b"/", &expires.to_be_bytes()])
    }
}

/// RFC 4648, 5, without padding.
fn base64_url(bytes: &[u8]) -> String {
    to_base64(bytes).replace('+', "-").replace('/', "_").trim_end_matches('=').to_owned()
}

fn from_base64_url(text: &str) -> Option<Vec<u8>> {
    let mut text = text.replace('-', "+").replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    from_base64(&text)
}

#[cfg(test)]
mod tests {
    use super::{Caller, HEADER, Keys, base64_url};

    #[test]
    fn tokens_end_and_are_renewed() {
        assert_eq!(base64_url(br#"{"alg":"HS256","typ":"JWT"}"#), HEADER);
        let keys = Keys::new("sk_1", "secret", 900);
        let pair = keys.pair(1_000, 0);
        let (access, refresh) =
            (pair.text("accessToken").unwrap(), pair.text("refreshToken").unwrap());
        assert_eq!(keys.caller("sk_1", 0, 9), Some(Caller::Integrator));
        assert_eq!(keys.caller(access, 900_000, 0), Some(Caller::Integrator));
        assert_eq!(keys.caller(access, 901_000, 0), None, "its time is up");
        assert_eq!(keys.caller(access, 2_000, 1), None, "expired on demand");
        assert_eq!(keys.caller(refresh, 2_000, 0), None, "it renews, and does nothing else");
        assert!(keys.renews(refresh, 901_000) && !keys.renews(access, 2_000));
        let own = keys.of_customer("customer_1", 0, 0);
        assert_eq!(keys.caller(&own, 1, 0), Some(Caller::Customer("customer_1".into())));
    }

    #[test]
    fn no_other_token_is_taken() {
        let keys = Keys::new("sk_1", "secret", 900);
        let pair = keys.pair(0, 0);
        let good = pair.text("accessToken").unwrap();
        let other = Keys::new("sk_1", "other", 900).pair(0, 0);
        let none = base64_url(br#"{"alg":"none","typ":"JWT"}"#);
        let claims = good.split('.').nth(1).unwrap();
        for bad in [
            other.text("accessToken").unwrap(),
            &format!("{none}.{claims}."),
            &good[..good.len() - 2],
            "",
            "..",
            "a.b.c",
        ] {
            assert_eq!(keys.caller(bad, 1, 0), None, "{bad}");
        }
    }

    #[test]
    fn links_end() {
        let keys = Keys::new("k", "secret", 900);
        let signature = keys.sign_link("upload_1", 5);
        assert!(keys.opens("upload_1", 5, &signature, 4));
        assert!(!keys.opens("upload_1", 5, &signature, 5));
        assert!(!keys.opens("upload_2", 5, &signature, 4));
        assert!(!keys.opens("upload_1", 6, &signature, 4));
    }
}
