//! Addresses in every spelling, and which of them are public.

use super::*;

#[test]
fn reads_every_spelling() {
    for spelling in [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0X7F.0x0.0.0x1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "0x7f.1",
        "00000177.1",
        "0x.0x.0x.0", // the last is 0.0.0.0
    ] {
        assert!(ends_in_number(spelling));
        assert!(v4(spelling).is_some_and(|address| !is_public_v4(address)), "{spelling}");
    }
    assert_eq!(v4("255.255.255.255"), Some(u32::MAX));
    assert_eq!(v4("4294967295"), Some(u32::MAX));
    assert_eq!(v4("1.16777215"), Some(0x01ff_ffff));
    for none in [
        "4294967296",
        "1.16777216",
        "256.1.1.1",
        "1.2.3.256",
        "08",
        "1..1",
        "",
        "1.2.3.4.5",
        "0xg",
        "99999999999999999999999999",
    ] {
        assert_eq!(v4(none), None, "{none}");
    }
}

#[test]
fn knows_public_addresses() {
    for public in
        ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.169.0.1", "223.255.255.255"]
    {
        assert!(v4(public).is_some_and(is_public_v4) && is_dotted(public), "{public}");
    }
    for private in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
    ] {
        assert!(v4(private).is_some_and(|address| !is_public_v4(address)), "{private}");
    }
    let far = [
        "1:2:3:4:5:6:7:8",
        "::",
        "1::",
        "::8",
        "1::8",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1::1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4",
    ];
    let none = [
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "12345::",
        "g::",
        ":1::",
        "1::2:",
        "1.2.3.4::",
        "::1.2.3",
        "::1.2.3.4:5",
        "::01.2.3.4",
        "::1.2.3.256",
        "1:2:3:4:5:6:7:1.2.3.4",
        "+1::",
        "1:::2",
    ];
    for text in far.into_iter().chain(none) {
        let standard = text.parse::<core::net::Ipv6Addr>().ok().map(|address| address.segments());
        assert_eq!(v6(text), standard, "{text}");
    }
    for public in ["2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450::1"] {
        assert!(v6(public).is_some_and(is_public_v6), "{public}");
    }
    for private in [
        "::",
        "::1",
        "::ffff:8.8.8.8",
        "::8.8.8.8",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2001::1",
        "100::1",
        "5f00::1",
        "3fff:1::1",
    ] {
        assert!(v6(private).is_some_and(|address| !is_public_v6(address)), "{private}");
    }
}
