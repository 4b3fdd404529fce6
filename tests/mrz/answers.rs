//! Answers as they cross to JavaScript and the command line, and the shared vectors.

use super::*;

#[test]
fn agrees_with_the_shared_vectors() {
    let Some(vectors) = shared::rows("mrz.tsv") else { return };
    let (mut rows, mut right) = (0, 0);
    for row in &vectors {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        let lines: Vec<_> = row[1..4].iter().copied().filter(|line| !line.is_empty()).collect();
        let read = parse(&lines);
        let valid = read.as_ref().is_ok_and(Mrz::is_valid);
        rows += 1;
        if valid == (row[4] == "valid") {
            right += 1;
        } else {
            println!("differs: {row:?} {:?}", failed(&lines));
        }
        assert_eq!(read.map(|zone| zone.format().name()), Ok(row[0]));
        if row[6] == "mutation" {
            let names = failed(&lines).into_iter().map(|name| match name {
                "documentNumber" => "doc",
                "dateOfBirth" => "dob",
                "dateOfExpiry" => "exp",
                "optionalData" => "opt",
                _ => "comp",
            });
            assert_eq!(names.collect::<Vec<_>>().join(";"), row[5], "{row:?}");
        }
    }
    println!("{right} of {rows}");
    assert!(right * 1000 >= rows * 998);
}

/// A line of 200 and more, so that every number is written in full; and text of all kinds.
#[test]
fn answers_hostile_text() {
    let today = date::parse("2026-01-31").unwrap();
    let lines = "A\n".repeat(240) + "é";
    assert_eq!(
        answer(&[&lines], today),
        r#"{"valid":false,"format":null,"failed":["character"],"line":241}"#
    );
    for text in ["\0", "\u{1f600}", "&lt;&lt;", "\u{202e}", "\"", "\\", "<<<<<<<<", "«»"] {
        for count in [1, 30, 36, 44, 72, 88, 90, 513] {
            let text = text.repeat(count);
            for lines in [&[&*text][..], &[&text, &text], &[&text, &text, &text]] {
                serde_json::from_str::<serde_json::Value>(&answer(lines, today)).unwrap();
            }
        }
    }
}

#[test]
fn answers_in_full() {
    let today = date::parse("2026-01-31").unwrap();
    assert_eq!(
        answer(&TD3, today),
        concat!(
            r#"{"valid":true,"format":"TD3","failed":[],"notes":[],"fields":{"documentCode":"P","issuer":"UTO","#,
            r#""nationality":"UTO","documentNumber":"L898902C3","primary":"ERIKSSON","secondary":"ANNA MARIA","#,
            r#""namesMayBeCut":false,"dateOfBirth":"1974-08-12","dateOfExpiry":"2012-04-15","sex":"F","#,
            r#""optionalData":["ZE184226B"]},"corrections":[],"lines":["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<","#,
            r#""L898902C36UTO7408122F1204159ZE184226B<<<<<10"]}"#
        )
    );
    let lines = with(&TD3, 1, 15, "O");
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let told = answer(&lines, today);
    assert!(told.contains(r#""corrections":[{"line":2,"column":16,"character":"0"}]"#));
    assert!(told.contains(r#""failed":["dateOfBirth","composite"]"#));
    assert!(told.contains(r#""dateOfBirth":null"#));
    let french = answer(&FRENCH, today);
    assert!(french.starts_with(r#"{"valid":true,"format":"FRID","failed":[],"notes":[],"#));
}

#[test]
fn answers_name_every_note() {
    let today = date::parse("2026-01-31").unwrap();
    // 31 February, as birth and as expiry; a digit in the name, a sex that is none, codes of nobody.
    let lines = [
        "P<QQQER1KSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36QQQ7402315Y1202313ZE184226B<<<<<10",
    ];
    let told = answer(&lines, today);
    let names = r#""notes":["unknownIssuer","unknownNationality","sex","digitInName","dateOfBirth","dateOfExpiry"],"#;
    assert!(told.contains(names), "{told}");
}
