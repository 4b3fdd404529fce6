//! Slips of people and cameras: what is mended, what is told, what is offered, what is refused.

use super::*;

#[test]
fn tells_which_check_fails() {
    assert_eq!(failed_with(&TD3, 1, 0, "P"), ["documentNumber", "composite"]);
    assert_eq!(failed_with(&TD3, 1, 18, "3"), ["dateOfBirth", "composite"]);
    assert_eq!(failed_with(&TD3, 1, 26, "6"), ["dateOfExpiry", "composite"]);
    assert_eq!(failed_with(&TD3, 1, 28, "Y"), ["optionalData", "composite"]);
    assert_eq!(failed_with(&TD3, 1, 43, "1"), ["composite"]);
    assert_eq!(failed_with(&TD3, 1, 43, "<"), ["composite"]);
    assert_eq!(failed_with(&MRV_A, 1, 0, "M"), ["documentNumber"]);
    assert_eq!(failed_with(&FRENCH, 0, 5, "P"), ["composite"]);
    // Letters in dates fail even where their values happen to make the check digit right: A is 10, and 0 modulo 10.
    assert_eq!(failed_with(&TD2, 1, 24, "A"), ["dateOfExpiry", "composite"]);
    assert_eq!(failed_with(&TD3, 1, 13, "74A812"), ["dateOfBirth"]);
    // Absent optional data may have a filler for their check digit, others may not.
    assert_eq!(failed_with(&GERMAN, 1, 42, "<"), Vec::<&str>::new());
    assert_eq!(failed_with(&TD3, 1, 42, "<"), ["optionalData", "composite"]);
}

#[test]
fn mends_what_changes_no_meaning() {
    for text in [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "\r\n  P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\n\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\nl898902c36uto7408122f1204159ze184226b<<<<<10",
        "P<UTO ERIKSSON << ANNA < MARIA <<<<<<<<<<<<<<<<<<<\nL898902C3 6 UTO 740812 2 F 120415 9 ZE184226B<<<<< 1 0",
        "P<UTOERIKSSON«ANNA<MARIA«««««««««<\nL898902C36UTO7408122F1204159ZE184226B««<10",
        "P«UTOERIKSSON««ANNA«MARIA«««««««««««««««««««\nL898902C36UTO7408122F1204159ZE184226B«««««10",
        "P&lt;UTOERIKSSON&lt;&lt;ANNA&lt;MARIA\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "P<UTOERIKSSON<<ANNA<MARIA\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "Ｐ＜ＵＴＯＥＲＩＫＳＳＯＮ＜＜ＡＮＮＡ＜ＭＡＲＩＡ\nＬ８９８９０２Ｃ３６ＵＴＯ７４０８１２２Ｆ１２０４１５９ＺＥ１８４２２６Ｂ<<<<<10",
        "P(UTOERIKSSON((ANNA(MARIA\nL898902C36UTO7408122F1204159ZE184226B[[{{<10",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO740812\n2F1204159ZE184226B<<<<<10",
        "P<UTO\u{200b}ERIKSSON<<ANNA<MARIA\u{2028}L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ] {
        assert_eq!(zone(&[text]).to_text(), TD3.join("\n"), "{text}");
    }
    let [first, second, third] = TD1;
    for lines in [
        vec![first.trim_end_matches('<'), second, third.trim_end_matches('<')],
        vec![&*format!("{first}\n{second}"), third],
        vec![&*TD1.concat()],
    ] {
        assert_eq!(zone(&lines).to_text(), TD1.join("\n"));
    }
}

#[test]
fn says_why_lines_are_no_zone() {
    let fault = |lines: &[&str]| parse(lines).map(|_| ()).unwrap_err();
    let shape = MrzFault::Shape;
    assert_eq!(fault(&[]), shape);
    assert_eq!(fault(&[""]), shape);
    assert_eq!(fault(&["P<UTO"]), shape);
    assert_eq!(fault(&["A", "B", "C", "D"]), shape);
    assert_eq!(fault(&["<<<<", "<<<<"]), MrzFault::Length { line: 2 });
    assert_eq!(fault(&[TD3[0], &TD3[1][..43]]), MrzFault::Length { line: 2 });
    assert_eq!(fault(&[TD3[0], &format!("{}<", TD3[1])]), MrzFault::Length { line: 2 });
    assert_eq!(fault(&[&format!("{}ABC", TD3[0]), TD3[1]]), MrzFault::Length { line: 1 });
    assert_eq!(fault(&["P<", TD3[1]]), MrzFault::Length { line: 1 });
    assert_eq!(fault(&[TD1[0], TD1[1], &"A".repeat(31)]), MrzFault::Length { line: 3 });
    assert_eq!(fault(&[TD1[0], TD1[1], "<<<"]), MrzFault::Length { line: 3 });
    assert_eq!(fault(&["P<UTOÉRIKSSON", TD3[1]]), MrzFault::Character { line: 1 });
    assert_eq!(fault(&[TD3[0], "", "L898902C3-"]), MrzFault::Character { line: 2 });
    assert_eq!(fault(&["&lt"]), MrzFault::Character { line: 1 });
    assert_eq!(fault(&[&"<".repeat(100_000)]), shape);
    assert_eq!(fault(&vec!["\n"; 1000]), shape);
}

#[test]
fn offers_single_corrections() {
    let offered = |line: usize, at: usize, characters: &str| {
        let lines = with(&TD3, line, at, characters);
        let zone = zone(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        zone.corrections().iter().map(|it| (it.line, it.column, it.character)).collect::<Vec<_>>()
    };
    // O for 0, I for 1, S for 5, B for 8, Z for 2, G for 6, and the other way round.
    assert_eq!(offered(1, 15, "O"), [(2, 16, '0')]);
    assert_eq!(offered(1, 21, "I"), [(2, 22, '1')]);
    assert_eq!(offered(1, 26, "S"), [(2, 27, '5')]);
    // The letter B for a digit elsewhere mends both checks too: they cannot tell.
    assert_eq!(offered(1, 1, "B"), [(2, 2, '8'), (2, 4, 'B'), (2, 7, 'Z')]);
    assert_eq!(offered(1, 18, "Z"), [(2, 19, '2')]);
    assert_eq!(offered(1, 9, "G"), [(2, 10, '6')]);
    assert_eq!(offered(1, 36, "8"), [(2, 34, 'Z'), (2, 37, 'B')]);
    assert!(offered(1, 28, "2E").contains(&(2, 29, 'Z')));
    // A letter for a filler.
    assert!(offered(1, 38, "S").contains(&(2, 39, '<')));
    // Nothing single helps.
    assert_eq!(offered(1, 13, "OOOO"), []);
    let it = zone(&[TD3[0], "L898902C36UTO74O8122F1204159ZE184226B<<<<<10"]).corrections()[0];
    assert_eq!(format!("{it:?}"), "Correction { line: 2, column: 16, .. }");
}

#[test]
fn notes_what_no_check_digit_can_tell() {
    let noted = |line, at, characters: &str| {
        let lines = with(&TD3, line, at, characters);
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        assert!(zone(&lines).is_valid());
        notes(&lines)
    };
    assert_eq!(noted(0, 2, "QQQ"), [Note::UnknownIssuer]);
    assert_eq!(noted(0, 2, "UT0"), [Note::UnknownIssuer]);
    assert_eq!(noted(1, 10, "ZAR"), [Note::UnknownNationality]);
    assert_eq!(noted(1, 20, "Y"), [Note::Sex]);
    assert_eq!(noted(1, 20, "<"), []);
    assert_eq!(noted(1, 20, "X"), []);
    assert_eq!(noted(0, 5, "ER1KSSON"), [Note::DigitInName]);
    assert_eq!(noted(0, 2, "RKS"), []);
}

/// Every single error a check digit promises to catch: one digit for another, anywhere.
#[test]
fn catches_every_digit_for_another() {
    for at in (0..10).chain(13..20).chain(21..28).chain(28..44) {
        let read = TD3[1].as_bytes()[at];
        for digit in b'0'..=b'9' {
            if !read.is_ascii_digit() || digit == read {
                continue;
            }
            let digit = char::from(digit).to_string();
            assert!(!failed_with(&TD3, 1, at, &digit).is_empty());
        }
    }
}

/// The alphabet's every character against a second statement of its value.
#[test]
fn weighs_as_the_table_of_part_3() {
    for (value, character) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".bytes().enumerate() {
        for (place, weight) in [7, 3, 1, 7, 3, 1, 7].into_iter().enumerate() {
            let mut field = [b'<'; 7];
            field[place] = character;
            assert_eq!(usize::from(check_digit(&field)), value * weight % 10);
        }
    }
}

/// Found by fuzzing: with another document code the French card would be a TD2, whose check digits stand elsewhere.
#[test]
fn a_correction_keeps_the_format() {
    let zone =
        parse(&["IDFRABERTHIER<<<<<<001<<6F30<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"])
            .unwrap();
    let columns: Vec<_> =
        zone.corrections().iter().map(|correction| (correction.line, correction.column)).collect();
    assert_eq!(columns, [(1, 21), (2, 19)]);
}
