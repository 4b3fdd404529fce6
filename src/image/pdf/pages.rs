//! The pages: from the catalogue down, in order.
//!
//! Source: ISO 32000-1:2008, 7.7.3.

use alloc::{vec, vec::Vec};

use super::{
    PageFacts,
    content::look,
    document::{Document, values},
    lex::{Lexer, Token, real},
};

/// How many pages are looked into; the others are counted.
const LOOKED_INTO: usize = 20;
/// More pages than any document of a person has.
const MAX_PAGES: u32 = 10_000;

/// What pages inherit from the nodes above them.
#[derive(Clone, Copy, Default)]
pub(super) struct Inherited<'a> {
    media: Option<&'a [u8]>,
    crop: Option<&'a [u8]>,
    rotate: Option<&'a [u8]>,
    pub(super) resources: Option<&'a [u8]>,
}

/// The number of pages, where it can be told, and what the first ones hold.
pub(super) fn walk(document: &Document<'_>) -> (Option<u32>, Vec<PageFacts>) {
    let mut facts = Vec::new();
    let root = document.catalogue().and_then(|catalogue| super::dict::entry(catalogue, "Pages"));
    let Some(root) = root else { return (None, facts) };
    let mut seen = vec![false; document.len()];
    let mut open = vec![(root, Inherited::default())];
    let mut pages = 0_u32;
    while let Some((node, above)) = open.pop() {
        let Some((at, dict)) = document.referred(node) else {
            document.is_partial.set(true);
            continue;
        };
        if seen.get_mut(at).is_none_or(|seen| core::mem::replace(seen, true)) {
            continue;
        }
        let keys = ["Kids", "MediaBox", "CropBox", "Rotate", "Resources", "UserUnit", "Contents"];
        let [kids, media, crop, rotate, resources, unit, contents] = document.pick(dict, keys);
        let mut found = [kids, media, crop, rotate, resources, unit];
        document.resolve_all(&mut found);
        let [kids, media, crop, rotate, resources, unit] = found;
        let inherited = Inherited {
            media: media.or(above.media),
            crop: crop.or(above.crop),
            rotate: rotate.or(above.rotate),
            resources: resources.or(above.resources),
        };
        if let Some(kids) = kids {
            let first = open.len();
            open.extend(values(kids).map(|kid| (kid, inherited)));
            open.get_mut(first..).unwrap_or_default().reverse();
            continue;
        }
        pages = pages.saturating_add(1);
        if facts.len() < LOOKED_INTO {
            facts.push(page(document, unit, contents, &inherited));
        }
        if pages >= MAX_PAGES {
            document.is_partial.set(true);
            break;
        }
    }
    // A page that was left out for a limit or a closed object stream would make the number wrong.
    ((!document.is_partial.get()).then_some(pages), facts)
}

fn page(
    document: &Document<'_>,
    unit: Option<&[u8]>,
    contents: Option<&[u8]>,
    inherited: &Inherited<'_>,
) -> PageFacts {
    let mut facts = PageFacts::default();
    let unit = unit.and_then(real).filter(|unit| *unit > 0.0).unwrap_or(1.0);
    let area = inherited.crop.or(inherited.media).and_then(|area| rectangle(document, area));
    // Readers take Letter where nothing is said.
    let (width, height) = area.unwrap_or((612.0, 792.0));
    let turned = inherited.rotate.and_then(real).is_some_and(|turn| (turn / 90.0) % 2.0 != 0.0);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    facts.width = hundredths(width * unit);
    facts.height = hundredths(height * unit);
    look(document, contents, inherited.resources, unit, width * height, &mut facts);
    facts
}

/// Width and height of a rectangle of two corners.
fn rectangle(document: &Document<'_>, value: &[u8]) -> Option<(f64, f64)> {
    let mut sides = values(value).map(|side| {
        let side = document.resolve(side)?;
        match Lexer::new(side).token()? {
            Token::Word(word) => real(word),
            _ => None,
        }
    });
    let mut next = || sides.next().flatten();
    let (x0, y0, x1, y1) = (next()?, next()?, next()?, next()?);
    let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
    (width > 0.0 && height > 0.0).then_some((width, height))
}

/// Hundredths of a point.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates, and a page is never that large"
)]
fn hundredths(points: f64) -> u32 {
    (points * 100.0 + 0.5) as u32
}
