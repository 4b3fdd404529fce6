//! What passport numbers look like, country by country: for warnings only, since issuers change them without notice.
//!
//! Source: unverified (agrees with validator.js `isPassportNumber`, but for Slovenia, which it files under Sierra Leone's code;
//! and for the series that issuers have added since: Australia's two letters, Canada's and South Korea's letters within, the
//! letters of Mexico, Portugal, Slovakia and Sweden).

/// Formats by country, in the language of the national ID schemes.
#[rustfmt::skip] // A table reads best as columns.
pub(crate) const FORMATS: &[([u8; 2], &str); 60] = &[
    (*b"AM", "aad{7}"), (*b"AR", "a{3}d{6}"), (*b"AT", "a{1,2}d{7}"), (*b"AU", "a{1,2}d{7}"),
    (*b"AZ", "ad{8}"), (*b"BE", "aad{6}"), (*b"BG", "d{9}|aad{7}"), (*b"BR", "aad{6}"),
    (*b"BY", "aad{7}"), (*b"CA", "aad{6}|ad{6}aa"), (*b"CH", "ad{7}|axaxxxxx"),
    (*b"CN", "[DGPS]d{8}|[DEPS][A-HJ-NP-Z0-9]d{7}"), (*b"CY", "ad{6}|ad{8}"), (*b"CZ", "d{8}"),
    (*b"DE", "[CFGHJ-NPRTV-Z0-9]{9}|[CFGHJ-NPRTV-Z0-9]{9}d"), (*b"DK", "d{9}"), (*b"DZ", "d{9}"),
    (*b"EE", "a{1,2}d{7}"), (*b"ES", "xxd{6}|xxxd{6}"), (*b"FI", "aad{7}"), (*b"FR", "ddaad{5}"),
    (*b"GB", "d{9}"), (*b"GR", "aad{7}"), (*b"HR", "d{9}"), (*b"HU", "aad{6,7}"), (*b"ID", "ad{7}"),
    (*b"IE", "xxd{7}"), (*b"IN", "a-?d{7}"), (*b"IR", "ad{8}"), (*b"IS", "Ad{7}"), (*b"IT", "xxd{7}"),
    (*b"JM", "Ad{7}"), (*b"JP", "aad{7}"), (*b"KR", "[DGMPRS]d{8}|[DGMPRS]d{3}ad{4}"),
    (*b"KZ", "ad{7,8}"), (*b"LI", "ad{5}"), (*b"LT", "x{8}"), (*b"LU", "x{8}"), (*b"LV", "xxd{7}"),
    (*b"LY", "x{8}"), (*b"MT", "d{7}"), (*b"MX", "ad{8}"), (*b"MY", "[AHK]d{8}"),
    (*b"MZ", "aad{7}|ddaad{5}"), (*b"NL", "[A-NP-Z]{2}[A-NP-Z0-9]{6}d"), (*b"NZ", "L[ADFH]d{6}|E[AP]d{6}|Nd{6}|R[A-Z]d{6}"),
    (*b"PH", "ad{6}|ad{7}a|aad{6,7}"), (*b"PK", "aad{7}"), (*b"PL", "aad{7}"),
    (*b"PT", "ad{6}|aad{6}"), (*b"RO", "d{8,9}"), (*b"RU", "d{9}"), (*b"SE", "d{8}|aad{7}"),
    (*b"SI", "Pad{7}"), (*b"SK", "xd{7}|aad{7}"), (*b"TH", "a{1,2}d{6,7}"), (*b"TR", "ad{8}"),
    (*b"UA", "aad{6}"), (*b"US", "d{9}|ad{8}"), (*b"ZA", "[ADMT]d{8}"),
];
