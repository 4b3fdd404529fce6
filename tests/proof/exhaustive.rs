//! Whole domains: every pair and triple of letters, every choice and all that is near one.

use std::{collections::BTreeSet, fs, path::Path};

use kyc_rules::{
    code::Severity,
    country::Country,
    field::{Kind, Scope},
    field_id::Id,
    fields::FIELDS,
    mrz,
    national_id::Strength,
    policy::Policy,
    source::json,
    validate::Validator,
};

use crate::suites::today;

/// Every text of that many letters.
fn words(letters: usize, alphabet: &[u8]) -> impl Iterator<Item = String> {
    (0..alphabet.len().pow(u32::try_from(letters).unwrap())).map(move |number| {
        let mut rest = number;
        let letter = |_| {
            let letter = alphabet[rest % alphabet.len()];
            rest /= alphabet.len();
            char::from(letter)
        };
        (0..letters).map(letter).collect()
    })
}

const CAPITALS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A column of a table in `data/`.
fn column(file: &str, at: usize) -> BTreeSet<String> {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file)).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.filter_map(|row| row.split('\t').nth(at)).map(str::to_owned).collect()
}

#[test]
fn letters_that_are_a_country() {
    let mut pairs = column("iso3166-1.tsv", 0);
    let triples = column("iso3166-1.tsv", 1);
    assert!(
        pairs.len() >= 249 && pairs.len() == triples.len(),
        "{} {}",
        pairs.len(),
        triples.len()
    );
    pairs.insert("XK".to_owned());
    let policy = Policy::default();
    for field in FIELDS
        .iter()
        .filter(|field| field.label.contains("ountry") && !field.path.contains("issuing"))
    {
        let Kind::Text { rule, .. } = field.kind else { continue };
        let passes = |code: &str| match (rule.check)(code, &Scope::alone(today(), &policy)) {
            Ok(()) => true,
            Err(finding) => finding.severity == Severity::Warning,
        };
        for code in words(2, CAPITALS) {
            assert_eq!(passes(&code), pairs.contains(&code), "{} {code}", field.path);
            assert!(!passes(&code.to_lowercase()), "{} {code} in small letters", field.path);
        }
        for code in words(3, CAPITALS) {
            assert!(!passes(&code), "{} {code}", field.path);
        }
    }
    for code in words(2, CAPITALS) {
        assert_eq!(Country::from_alpha2(&code).is_some(), pairs.contains(&code), "{code}");
    }
    for code in words(3, CAPITALS) {
        assert_eq!(
            Country::from_alpha3(&code).is_some_and(Country::is_iso),
            triples.contains(&code),
            "{code}"
        );
    }
}

/// Every pair of letters and digits as a state of the United States: the 50, the district, the territories, the states in free association, the three of the forces.
#[test]
fn letters_that_are_a_state() {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let mut states = BTreeSet::new();
    for code in words(2, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") {
        let text = format!("{{\"address\":{{\"country\":\"US\",\"stateCode\":\"{code}\"}}}}");
        let record = json::read(&text, kyc_rules::field_id::Form::Kyc, &policy.limits);
        let issues = validator.field(&record, Id::StateCode, None);
        if !issues
            .iter()
            .any(|issue| issue.field == Some(Id::StateCode) && issue.severity == Severity::Error)
        {
            states.insert(code);
        }
    }
    let known = "AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP MS MT NC ND NE NH NJ NM NV NY \
        OH OK OR PA PR PW RI SC SD TN TX UM UT VA VI VT WA WI WV WY";
    assert_eq!(states, known.split(' ').map(str::to_owned).collect());
}

/// A choice takes its values and their other spellings, and nothing that is one letter away from them.
#[test]
fn choices_take_what_they_list() {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let mut tried = 0;
    for field in &FIELDS {
        let Kind::Choice(choices) = field.kind else { continue };
        let spellings = choices
            .values
            .iter()
            .copied()
            .chain(choices.aliases.iter().map(|(written, _)| *written));
        let known: BTreeSet<&str> = spellings.collect();
        let document = field.id.document_column().map(|_| 0);
        let passes = |text: &str| {
            let mut record = kyc_rules::record::Record::EMPTY;
            *record.slot_mut(field.id, document).unwrap() =
                kyc_rules::record::Slot::of(text.to_owned());
            let issues = validator.field(&record, field.id, document);
            !issues
                .iter()
                .any(|issue| issue.field == Some(field.id) && issue.severity == Severity::Error)
        };
        for word in &known {
            assert!(passes(word), "{} {word}", field.path);
            for near in near(word) {
                tried += 1;
                assert_eq!(passes(&near), known.contains(&*near), "{} {near}", field.path);
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
}

/// Every word that is one letter away.
fn near(word: &str) -> Vec<String> {
    let mut all = Vec::new();
    let letters: Vec<char> = word.chars().collect();
    let alphabet = ('A'..='Z').chain('0'..='9').chain(['_', ' ', '-', '\u{430}']);
    for at in 0..letters.len() {
        let swap = |with: &[char]| {
            letters[..at].iter().chain(with).chain(&letters[at + 1..]).collect::<String>()
        };
        all.push(swap(&[]));
        all.push(swap(&[letters[at], letters[at]]));
        all.push(swap(&[letters[at].to_ascii_lowercase()]));
        all.extend(alphabet.clone().map(|letter| swap(&[letter])));
        if let Some(next) = letters.get(at + 1).filter(|next| **next != letters[at]) {
            let swapped =
                letters[..at].iter().chain([next, &letters[at]]).chain(&letters[at + 2..]);
            all.push(swapped.collect());
        }
    }
    all.retain(|near| near != word && !near.trim().is_empty());
    all
}

/// The law of the check digits 7, 3, 1: a single digit that is wrong is found, wherever it stands under a check digit.
#[test]
fn every_wrong_digit_of_a_zone_is_found() {
    let zones = [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
    ];
    let mut tried = 0;
    for zone in zones {
        assert!(mrz::parse(&[zone]).is_ok_and(|zone| zone.is_valid()), "{zone}");
        for (at, digit) in zone.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            for other in ('0'..='9').filter(|other| *other != digit) {
                let mut wrong = zone.to_owned();
                wrong.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
                assert!(!mrz::parse(&[&wrong]).is_ok_and(|zone| zone.is_valid()), "{wrong}");
                tried += 1;
            }
        }
    }
    assert!(tried > 600, "{tried}");
}

/// Schemes with a check digit that more than one wrong digit in nine passes, in their examples: those whose check digit may be left
/// out (DE), does not cover all of the number (GT, ID, SN, ZW), came into use in the middle of the numbering (RU), or whose law takes two
/// remainders for one (TH, TW).
const WEAK: &[&str] = &[
    "DE.ausweis 81/81",
    "GT.cui 23/117",
    "ID.npwp 54/135",
    "RU.snils 72/99",
    "SN.ninea 14/81",
    "TH.pin 18/117",
    "TW.ubn 9/72",
    "ZW.nid 18/90",
];

/// A wrong digit in the example of every scheme whose check digits are said to be strong: most are found, all where the law is
/// that of a prime or of weights without a common factor with ten.
#[test]
fn a_wrong_digit_of_a_national_identifier_is_found() {
    let mut schemes = 0;
    let mut weak = Vec::new();
    for scheme in kyc_rules::national_id::all().filter(|scheme| scheme.strength() == Strength::Hard)
    {
        let good = scheme.example();
        assert!(scheme.check(good).valid, "{} {good}", scheme.name());
        let (mut tried, mut passed) = (0, 0);
        for (at, digit) in good.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
            for other in (b'0'..=b'9').filter(|other| *other != digit) {
                let mut wrong = good.as_bytes().to_vec();
                wrong[at] = other;
                tried += 1;
                passed += u32::from(scheme.check(std::str::from_utf8(&wrong).unwrap()).valid);
            }
        }
        if passed * 9 > tried {
            weak.push(format!("{} {passed}/{tried}", scheme.name()));
        }
        schemes += 1;
    }
    println!("{schemes} schemes");
    assert!(schemes >= 30, "{schemes}");
    assert_eq!(weak, WEAK);
}

/// Every character that composing makes another single one, in every text field but links, whose grammar is ASCII's: the other one
/// draws no more errors.
#[cfg(feature = "nfc")]
#[test]
fn a_composed_character_is_no_worse() {
    use kyc_rules::{issue::Issue, record::Slot, text::nfc};
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let errors =
        |issues: &[Issue]| issues.iter().filter(|issue| issue.severity == Severity::Error).count();
    let mut changed = 0;
    for c in '\0'..=char::MAX {
        if nfc(c.encode_utf8(&mut [0; 4])).is_none_or(|composed| composed.chars().count() != 1) {
            continue;
        }
        changed += 1;
        for field in FIELDS.iter().filter(
            |field| matches!(field.kind, Kind::Text { rule, .. } if rule.name != "https_url"),
        ) {
            let document = field.id.document_column().map(|_| 0);
            let judge = |text: String| {
                let mut record = kyc_rules::record::Record::EMPTY;
                *record.slot_mut(Id::Country, None).unwrap() = Slot::of("GB");
                *record.slot_mut(field.id, document).unwrap() = Slot::of(text);
                (
                    errors(&validator.field(&record, field.id, document)),
                    validator.canonical(&record, field.id, document),
                )
            };
            for value in
                [c.to_string(), format!("ab{c}"), format!("{c}ab"), format!("{}{c}", field.example)]
            {
                let (before, canonical) = judge(value.clone());
                let Some(canonical) = canonical else { continue };
                let (after, again) = judge(canonical.clone());
                assert!(
                    after <= before,
                    "{}: {} becomes {}",
                    field.path,
                    value.escape_unicode(),
                    canonical.escape_unicode()
                );
                assert_eq!(again, None, "{}: {}", field.path, value.escape_unicode());
            }
        }
    }
    assert!(changed > 1_000, "{changed}");
}
