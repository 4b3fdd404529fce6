//! What stands on a page: text, and pictures with the size they are shown at, which is their true resolution.
//!
//! Source: ISO 32000-1:2008, 8.3.4, 8.8, 8.9, 8.10, 9.3.6, 9.4.3. Not followed: patterns, Type 3 fonts, soft masks, clipping.

use alloc::vec::Vec;

use super::{
    PageFacts,
    dict::entries,
    document::{Document, reference, values},
    lex::{Lexer, Mark, Token, digits, name, real},
};

/// A transformation, the six numbers of `cm`.
type Matrix = [f64; 6];

/// How deep forms may hold forms, and graphics states be saved.
const FORM_DEPTH: u8 = 3;
const STATES: usize = 64;
/// A picture smaller than this on a page, in square points, is a logo or a line.
const SMALL: f64 = 72.0 * 36.0;
/// So much of a page's content is looked at first: a page of text that names no picture is known by it.
const BEGINNING: usize = 256;

/// Looks at a page's content.
pub(super) fn look(
    document: &Document<'_>,
    contents: Option<&[u8]>,
    resources: Option<&[u8]>,
    unit: f64,
    area: f64,
    facts: &mut PageFacts,
) {
    let resources = resources.unwrap_or_default();
    let contents = contents.unwrap_or_default();
    let has_objects = document.get(resources, "XObject").is_some();
    let mut most = if has_objects { usize::MAX } else { BEGINNING };
    loop {
        *facts = PageFacts { width: facts.width, height: facts.height, ..PageFacts::default() };
        // What is encrypted is not read, and must not be taken for an empty page.
        let mut is_whole = document.encrypt.is_none();
        let content =
            if is_whole { gather(document, contents, most, &mut is_whole) } else { Vec::new() };
        let is_beginning = content.len() >= most;
        let mut look =
            Look { document, facts, unit, largest: 0.0, colours: 0, is_whole, has_objects };
        look.run(&content, resources, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 0);
        let (largest, is_whole, colours) =
            (look.largest, look.is_whole && !document.is_partial.get(), look.colours);
        facts.covered = percent(largest, area * unit * unit);
        facts.is_grey = facts.pictures > 0 && colours == 0 && is_whole && !facts.has_text;
        facts.is_read = is_whole;
        if facts.has_text || !is_beginning {
            return;
        }
        most = usize::MAX;
    }
}

/// A page's content, so much of it: one stream, or several as if they were one.
fn gather(document: &Document<'_>, contents: &[u8], most: usize, is_whole: &mut bool) -> Vec<u8> {
    let mut content = Vec::new();
    // A reference to a stream, to an array of such references, or the array itself.
    let list = document.resolve(contents).filter(|list| list.starts_with(b"["));
    for part in values(list.unwrap_or(contents)) {
        if content.len() >= most {
            break;
        }
        match document.stream(part, most.saturating_sub(content.len())) {
            Some(text) if content.is_empty() => content = text,
            Some(text) => content.extend_from_slice(&text),
            None => *is_whole = false,
        }
        content.push(b'\n');
    }
    content
}

struct Look<'a, 'b> {
    document: &'a Document<'a>,
    facts: &'b mut PageFacts,
    unit: f64,
    /// The area of the largest picture, in square points.
    largest: f64,
    /// Pictures that are not known to be grey.
    colours: u32,
    is_whole: bool,
    /// Whether there may be pictures beside those within the content.
    has_objects: bool,
}

impl Look<'_, '_> {
    fn run(&mut self, content: &[u8], resources: &[u8], base: Matrix, depth: u8) {
        if !self.document.spend(content.len()) {
            self.is_whole = false;
            return;
        }
        let mut lexer = Lexer::new(content);
        let mut states: Vec<(Matrix, bool)> = Vec::new();
        let (mut matrix, mut is_hidden) = (base, false);
        let mut numbers = [0.0_f64; 6];
        let (mut last_name, mut has_text): (&[u8], bool) = (&[], false);
        while let Some(token) = lexer.token() {
            match token {
                Token::Name(name) => last_name = name,
                Token::Text(text) => has_text |= !text.is_empty(),
                Token::Mark(Mark::OpenList) => has_text = false,
                Token::Mark(_) => {}
                Token::Word(word) => {
                    if let Some(number) = real(word) {
                        numbers.rotate_left(1);
                        numbers[5] = number;
                        continue;
                    }
                    match word {
                        b"q" if states.len() < STATES => states.push((matrix, is_hidden)),
                        b"Q" => (matrix, is_hidden) = states.pop().unwrap_or((matrix, is_hidden)),
                        b"cm" => matrix = product(&numbers, &matrix),
                        b"Tr" => is_hidden = numbers[5] > 2.5 && numbers[5] < 3.5,
                        // The text a scanner recognised is hidden behind the picture and is nothing one sees.
                        b"Tj" | b"TJ" | b"'" | b"\"" => {
                            self.facts.has_text |= has_text && !is_hidden;
                            if self.facts.has_text && !self.has_objects {
                                return;
                            }
                        }
                        b"Do" => self.object(last_name, resources, &matrix, depth),
                        b"ID" => {
                            self.facts.pictures = self.facts.pictures.saturating_add(1);
                            self.colours = self.colours.saturating_add(1);
                            skip_inline(&mut lexer);
                        }
                        _ => {}
                    }
                    has_text = false;
                }
            }
        }
    }

    fn object(&mut self, wanted: &[u8], resources: &[u8], matrix: &Matrix, depth: u8) {
        let document = self.document;
        let own = document.get(resources, "XObject").and_then(|objects| {
            document.spend(objects.len()).then_some(())?;
            entries(objects).find(|(name, _)| *name == wanted).map(|(_, own)| own)
        });
        let Some(own) = own.filter(|own| reference(own).is_some()) else { return };
        let Some((_, dict)) = document.referred(own) else {
            self.is_whole = false;
            return;
        };
        let [kind, own_matrix, own_resources] =
            document.get_all(dict, ["Subtype", "Matrix", "Resources"]);
        match kind.and_then(name) {
            Some(b"Image") => self.picture(dict, matrix),
            // It may show anything.
            Some(b"Form") if depth >= FORM_DEPTH => self.is_whole = false,
            Some(b"Form") => {
                let Some(content) = document.stream(own, usize::MAX) else {
                    self.is_whole = false;
                    return;
                };
                let mut form = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
                if let Some(list) = own_matrix {
                    for (place, number) in form.iter_mut().zip(values(list)) {
                        *place = real(number).unwrap_or(*place);
                    }
                }
                let within = own_resources.unwrap_or(resources);
                self.run(&content, within, product(&form, matrix), depth.saturating_add(1));
            }
            _ => {}
        }
    }

    fn picture(&mut self, dict: &[u8], matrix: &Matrix) {
        let [a, b, c, d, _, _] = *matrix;
        let (across, down) =
            ((a * a + b * b).sqrt() * self.unit, (c * c + d * d).sqrt() * self.unit);
        let area = (a * d - b * c).abs() * self.unit * self.unit;
        let [width, height, mask, space] =
            self.document.get_all(dict, ["Width", "Height", "ImageMask", "ColorSpace"]);
        let (Some(width), Some(height)) = (width.and_then(digits), height.and_then(digits)) else {
            return;
        };
        self.facts.pictures = self.facts.pictures.saturating_add(1);
        if mask != Some(b"true") && !space.is_some_and(|space| is_grey(self.document, space)) {
            self.colours = self.colours.saturating_add(1);
        }
        if area > self.largest && across > 0.0 && down > 0.0 {
            self.largest = area;
            self.facts.pixels = Some((width, height));
            self.facts.dpi = (area >= SMALL).then(|| {
                let dpi = |pixels: u32, points: f64| f64::from(pixels) * 72.0 / points;
                rounded(dpi(width, across).min(dpi(height, down)))
            });
        }
    }
}

/// Whether a picture of this colour space can hold nothing but grey.
fn is_grey(document: &Document<'_>, space: &[u8]) -> bool {
    let mut parts = values(space);
    match parts.next().and_then(name) {
        Some(b"DeviceGray" | b"CalGray" | b"G") => true,
        Some(b"ICCBased") => {
            parts
                .next()
                .and_then(|profile| document.resolve(profile))
                .and_then(|profile| document.number(profile, "N"))
                == Some(1)
        }
        _ => false,
    }
}

/// Steps over the bytes of a picture that stands within the content, to its `EI`.
fn skip_inline(lexer: &mut Lexer<'_>) {
    let end = lexer.rest.windows(4).position(|four| {
        matches!(four, [before, b'E', b'I', behind]
            if super::lex::is_space(*before) && super::lex::is_space(*behind))
    });
    lexer.rest = end.and_then(|at| lexer.rest.get(at.checked_add(3)?..)).unwrap_or_default();
}

/// First the one, then the other.
#[expect(clippy::many_single_char_names, reason = "the standard's own names")]
fn product(first: &Matrix, second: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = *first;
    let [g, h, i, j, k, l] = *second;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn rounded(number: f64) -> u32 {
    (number + 0.5) as u32
}

fn percent(part: f64, whole: f64) -> u8 {
    let percent = if whole > 0.0 { (part * 100.0 / whole).min(100.0) } else { 0.0 };
    u8::try_from(rounded(percent)).unwrap_or(100)
}
