//! Hints that a picture is of a screen: its exact size, and no camera. Never more than a hint.
//!
//! Source: unverified: pixel sizes of common phones and tablets as their makers publish them.

use super::{facts::Facts, sniff::Format};

/// Sizes of screens that no camera makes, the shorter side first. Common sizes of computer screens (1920 × 1080 …) are left out:
/// cameras and scanners write them too.
const SCREENS: &[(u16, u16)] = &[
    (640, 1136),
    (720, 1280),
    (720, 1560),
    (720, 1600),
    (720, 1612),
    (750, 1334),
    (828, 1792),
    (1008, 2244),
    (1080, 2160),
    (1080, 2220),
    (1080, 2280),
    (1080, 2340),
    (1080, 2376),
    (1080, 2400),
    (1080, 2408),
    (1080, 2412),
    (1080, 2424),
    (1080, 2460),
    (1125, 2436),
    (1170, 2532),
    (1179, 2556),
    (1206, 2622),
    (1220, 2712),
    (1242, 2208),
    (1242, 2688),
    (1260, 2800),
    (1280, 2856),
    (1284, 2778),
    (1290, 2796),
    (1320, 2868),
    (1344, 2992),
    (1440, 2560),
    (1440, 2960),
    (1440, 3040),
    (1440, 3088),
    (1440, 3120),
    (1440, 3168),
    (1440, 3200),
    (1488, 2266),
    (1536, 2048),
    (1620, 2160),
    (1640, 2360),
    (1668, 2224),
    (1668, 2388),
    (1668, 2420),
    (2048, 2732),
    (2064, 2752),
];

/// Notes whether a picture looks like a screen's.
pub(super) fn look(facts: &mut Facts) {
    let is_picture = matches!(facts.format, Some(Format::Png | Format::Jpeg));
    let (Some(width), Some(height)) = (facts.width, facts.height) else { return };
    let size = (width.min(height), width.max(height));
    let is_screen =
        SCREENS.iter().any(|(short, long)| size == (u32::from(*short), u32::from(*long)));
    facts.screenshot |= is_picture && is_screen && !facts.camera;
}
