//! Generated machine-readable zones of the five formats, each digit right but where one character is changed.

use super::random::Random;

/// A generated zone.
pub(super) struct Zone {
    pub(super) format: &'static str,
    pub(super) lines: Vec<String>,
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ALPHANUMERIC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
const CODES: &[&str] =
    &["UTO", "D<<", "USA", "GBR", "GBD", "RKS", "XXA", "UNO", "ITA", "IND", "CHN", "EUE"];

/// The check digit again, stated on its own.
fn digit(field: &str) -> char {
    let weights = [7, 3, 1];
    let sum: usize = field
        .chars()
        .enumerate()
        .map(|(at, c)| {
            if c == '<' {
                0
            } else {
                c.to_digit(36).map_or(0, |value| value as usize) * weights[at % 3]
            }
        })
        .sum();
    char::from(b'0' + u8::try_from(sum % 10).unwrap_or(0))
}

/// A field filled up to its width.
fn filled(text: &str, width: usize) -> String {
    format!("{text:<<width$}").chars().take(width).collect()
}

fn with_digit(field: &str) -> String {
    format!("{field}{}", digit(field))
}

fn names(random: &mut Random) -> String {
    let words = |random: &mut Random, most: usize| -> String {
        let count = 1 + random.below(most);
        let words: Vec<String> = (0..count)
            .map(|_| {
                let length = 1 + random.below(12);
                random.text(LETTERS, length)
            })
            .collect();
        words.join("<")
    };
    let primary = words(random, 3);
    if random.one_in(10) { primary } else { format!("{primary}<<{}", words(random, 3)) }
}

fn day(random: &mut Random) -> String {
    format!("{:02}{:02}{:02}", random.below(100), 1 + random.below(12), 1 + random.below(28))
}

/// A zone of a format; `changed`: with one character in another's place.
pub(super) fn generate(random: &mut Random, format: &'static str, changed: bool) -> Zone {
    let issuer = random.among(CODES);
    let nationality = random.among(CODES);
    let names = names(random);
    let number = {
        let length = 1 + random.below(9);
        random.text(ALPHANUMERIC, length)
    };
    let birth = if random.one_in(20) { "<<<<<<".to_owned() } else { day(random) };
    let expiry = day(random);
    let sex = random.among(&["M", "F", "<"]);
    let optional = |random: &mut Random, width: usize| {
        let length = if random.one_in(2) { 0 } else { random.below(width + 1) };
        filled(&random.text(ALPHANUMERIC, length), width)
    };
    // A number of more than nine characters: nine, a filler, the rest, the check digit of all of it.
    let long = |random: &mut Random, width: usize| {
        let length = 1 + random.below(width - 2);
        let (head, rest) = (random.text(ALPHANUMERIC, 9), random.text(ALPHANUMERIC, length));
        let check = digit(&format!("{head}{rest}"));
        format!("{head}<{}", filled(&format!("{rest}{check}"), width))
    };
    let short = |random: &mut Random, width: usize| {
        format!("{}{}", with_digit(&filled(&number, 9)), optional(random, width))
    };
    let dates = (with_digit(&birth), with_digit(&expiry));
    let mut lines = match format {
        "TD1" => {
            let numbered = if random.one_in(4) { long(random, 15) } else { short(random, 15) };
            let first = format!("{}{issuer}{numbered}", random.among(&["I<", "ID", "AC", "C<"]));
            let more = optional(random, 11);
            let second = format!("{}{sex}{}{nationality}{more}", dates.0, dates.1);
            let composite = digit(&format!("{}{}{}{more}", &first[5..], dates.0, dates.1));
            vec![first, format!("{second}{composite}"), filled(&names, 30)]
        }
        "TD2" => {
            let first =
                filled(&format!("{}{issuer}{names}", random.among(&["I<", "ID", "AC", "C<"])), 36);
            let numbered = if random.one_in(4) { long(random, 7) } else { short(random, 7) };
            let (number, optional) = numbered.split_at(10);
            let composite = digit(&format!("{number}{}{}{optional}", dates.0, dates.1));
            vec![
                first,
                format!("{number}{nationality}{}{sex}{}{optional}{composite}", dates.0, dates.1),
            ]
        }
        "TD3" => {
            let first =
                filled(&format!("{}{issuer}{names}", random.among(&["P<", "PD", "PO", "PP"])), 44);
            let number = with_digit(&filled(&number, 9));
            let mut optional = with_digit(&optional(random, 14));
            if optional.starts_with("<<<<<<<<<<<<<<") && random.one_in(2) {
                optional = "<".repeat(15);
            }
            let composite = digit(&format!("{number}{}{}{optional}", dates.0, dates.1));
            vec![
                first,
                format!("{number}{nationality}{}{sex}{}{optional}{composite}", dates.0, dates.1),
            ]
        }
        visa => {
            let (width, rest) = if visa == "MRVA" { (44, 16) } else { (36, 8) };
            let first =
                filled(&format!("{}{issuer}{names}", random.among(&["V<", "VC", "VD"])), width);
            let number = with_digit(&filled(&number, 9));
            let optional = optional(random, rest);
            vec![first, format!("{number}{nationality}{}{sex}{}{optional}", dates.0, dates.1)]
        }
    };
    if changed {
        // Anywhere but in the document code, which decides the format.
        let line = random.below(lines.len());
        let place = random.below(lines[line].len() - 2) + 2;
        let other = random.text(ALPHABET, 1);
        lines[line].replace_range(place..=place, &other);
    }
    Zone { format, lines }
}
