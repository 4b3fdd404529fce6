//! IP addresses as URLs spell them, and which of them are public.
//!
//! Source: WHATWG URL, "host parsing" (what ends in a number is an IPv4 address: decimal, octal and hexadecimal parts, one to
//! four of them); RFC 4291, 2.2 (IPv6); the IANA special-purpose address registries (RFC 6890 and its successors).

use crate::scan::{cut, parts};

/// Whether a host is to be read as an IPv4 address: its last label is all digits, or a hexadecimal number.
///
/// ```
/// use kyc_rules::host::ip::ends_in_number;
/// assert!(ends_in_number("127.1") && ends_in_number("0x7f000001") && ends_in_number("a.b.09."));
/// assert!(!ends_in_number("example.com") && !ends_in_number("1.com"));
/// ```
#[must_use]
pub fn ends_in_number(host: &str) -> bool {
    let last = super::last_label(host.strip_suffix('.').unwrap_or(host));
    let digits = last.strip_prefix("0x").or_else(|| last.strip_prefix("0X"));
    match digits {
        Some(hexadecimal) => hexadecimal.bytes().all(|b| b.is_ascii_hexdigit()),
        None => !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()),
    }
}

/// The IPv4 address a host that [ends in a number](ends_in_number) stands for, in any spelling; `None` for none.
///
/// ```
/// use kyc_rules::host::ip::v4;
/// assert_eq!(v4("0x7f.1"), Some(0x7f00_0001));
/// assert_eq!(v4("017700000001"), v4("127.0.0.1"));
/// assert_eq!(v4("1.2.3.4.5"), None);
/// ```
#[must_use]
pub fn v4(host: &str) -> Option<u32> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let heads = parts(host, b'.').count().checked_sub(1).filter(|heads| *heads < 4)?;
    let mut address = 0_u64;
    // The last part fills all the bytes that the ones before it leave.
    let mut bits = 32_u32;
    for part in parts(host, b'.').take(heads) {
        let byte = number(part).filter(|byte| *byte < 256)?;
        address = address << 8 | byte;
        bits = bits.saturating_sub(8);
    }
    let last = number(super::last_label(host)).filter(|last| last.checked_shr(bits) == Some(0))?;
    u32::try_from(address.checked_shl(bits)? | last).ok()
}

/// One part: hexadecimal behind `0x`, octal behind `0`, else decimal.
fn number(part: &str) -> Option<u64> {
    let (digits, radix) = match part.as_bytes() {
        [] => return None,
        [b'0', b'x' | b'X', digits @ ..] => (digits, 16),
        [b'0', digits @ ..] if !digits.is_empty() => (digits, 8),
        digits => (digits, 10),
    };
    digits.iter().try_fold(0_u64, |number, digit| {
        let digit = char::from(*digit).to_digit(radix)?;
        // Saturates far above any address, so that length cannot hurt.
        Some(number.saturating_mul(u64::from(radix)).saturating_add(u64::from(digit)))
    })
}

/// Whether a host is spelled as four decimal bytes, the one way in which all readers agree.
#[must_use]
pub fn is_dotted(host: &str) -> bool {
    parts(host, b'.').count() == 4
        && parts(host, b'.').all(|part| {
            part.len() <= 3
                && (part == "0" || !part.starts_with('0'))
                && part.bytes().all(|b| b.is_ascii_digit())
                && number(part).is_some_and(|byte| byte < 256)
        })
}

/// Networks of IPv4 that are not public: first address and length of the prefix.
const V4_SPECIAL: [(u32, u8); 16] = [
    (0x0000_0000, 8),  // this network
    (0x0A00_0000, 8),  // private use
    (0x6440_0000, 10), // shared by carriers; Alibaba's metadata service too
    (0x7F00_0000, 8),  // loopback
    (0xA83F_8110, 32), // Azure's host service
    (0xA9FE_0000, 16), // link-local; the metadata service of most clouds
    (0xAC10_0000, 12), // private use
    (0xC000_0000, 24), // protocol assignments; Oracle's metadata service
    (0xC000_0200, 24), // documentation
    (0xC058_6300, 24), // 6to4 relays
    (0xC0A8_0000, 16), // private use
    (0xC612_0000, 15), // benchmarks
    (0xC633_6400, 24), // documentation
    (0xCB00_7100, 24), // documentation
    (0xE000_0000, 4),  // multicast
    (0xF000_0000, 4),  // reserved, broadcast
];

/// Whether an IPv4 address is one of the public internet.
#[must_use]
pub fn is_public_v4(address: u32) -> bool {
    V4_SPECIAL.iter().all(|(network, prefix)| {
        let host_bits = 32_u32.saturating_sub(u32::from(*prefix));
        address.checked_shr(host_bits) != network.checked_shr(host_bits)
    })
}

/// The IPv6 address between the brackets of a URL's host; `None` for none, and with a zone.
///
/// ```
/// use kyc_rules::host::ip::v6;
/// assert_eq!(v6("::1"), Some([0, 0, 0, 0, 0, 0, 0, 1]));
/// assert_eq!(v6("::ffff:127.0.0.1"), v6("::ffff:7f00:1"));
/// assert_eq!(v6("fe80::1%25eth0"), None);
/// ```
#[must_use]
pub fn v6(text: &str) -> Option<[u16; 8]> {
    let mut groups = Groups::default();
    // Where `::` stands, and what is left to read: at the start, the first of the two colons is not read as an end of a group.
    let mut gap = None;
    let mut rest = match text.strip_prefix("::") {
        Some(rest) => {
            gap = Some(0);
            rest
        }
        None => text,
    };
    while !rest.is_empty() {
        let (group, tail) =
            cut(rest, b':').map_or((rest, None), |(group, tail)| (group, Some(tail)));
        if group.bytes().any(|b| b == b'.') {
            // An IPv4 address fills the last two groups.
            let address =
                is_dotted(group).then(|| v4(group)).flatten().filter(|_| tail.is_none())?;
            groups.push(address >> 16)?;
            groups.push(address & 0xffff)?;
        } else {
            groups.push(group_of(group)?)?;
        }
        rest = match tail {
            None => break,
            // A single colon at the end.
            Some("") => return None,
            Some(tail) => match tail.strip_prefix(':') {
                Some(_) if gap.is_some() => return None,
                Some(tail) => {
                    gap = Some(groups.count);
                    tail
                }
                None => tail,
            },
        };
    }
    groups.with_gap(gap)
}

/// One group: one to four hexadecimal digits.
fn group_of(text: &str) -> Option<u32> {
    if !(1..=4).contains(&text.len()) {
        return None;
    }
    text.bytes().try_fold(0_u32, |group, b| Some(group << 4 | char::from(b).to_digit(16)?))
}

/// The groups of an IPv6 address read so far.
#[derive(Default)]
struct Groups {
    groups: [u16; 8],
    count: usize,
}

impl Groups {
    fn push(&mut self, group: u32) -> Option<()> {
        *self.groups.get_mut(self.count)? = u16::try_from(group).ok()?;
        self.count = self.count.saturating_add(1);
        Some(())
    }

    /// The address with zeros at the gap, of which there is one group at least.
    fn with_gap(self, gap: Option<usize>) -> Option<[u16; 8]> {
        let Some(gap) = gap else { return (self.count == 8).then_some(self.groups) };
        let zeros = 8_usize.checked_sub(self.count).filter(|zeros| *zeros > 0)?;
        let mut address = [0; 8];
        for (at, group) in self.groups.iter().take(self.count).enumerate() {
            let at = if at < gap { at } else { at.saturating_add(zeros) };
            *address.get_mut(at)? = *group;
        }
        Some(address)
    }
}

/// Whether an IPv6 address is one of the public internet, and its own: no other address is wrapped in it.
#[must_use]
pub const fn is_public_v6(address: [u16; 8]) -> bool {
    match address {
        // Protocol assignments and Teredo, documentation, 6to4, documentation.
        [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        // Global unicast. Loopback, mapped, compatible, NAT64, local, multicast: all of them stand outside.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests;
