//! Dates as people write them are read where they mean one day, and left alone elsewhere.

use alloc::string::String;

use super::*;

fn iso(text: &str, order: Option<Order>) -> Option<String> {
    read(text, order).map(super::super::write)
}

#[test]
fn reads_what_can_mean_one_day_only() {
    for text in [
        " 1990-05-15",
        "1990-05-15\u{a0}",
        "1990-5-15",
        "1990/05/15",
        "1990.05.15",
        "1990. 5. 15.",
        "1990 05 15",
        "19900515",
        "15051990",
        "05151990",
        "15/05/1990",
        "15.5.1990",
        "5/15/1990",
        "15-05-1990",
        "15–05–1990",
        "15 May 1990",
        "15 MAY 1990",
        "15MAY1990",
        "May 15, 1990",
        "15th of May, 1990",
        "May 15th 1990",
        "15-May-1990",
        "1990 May 15",
        "15 de mayo de 1990",
        "15 mai 1990",
        "15. Mai 1990",
        "15 de maio de 1990",
        "15 maggio 1990",
        "15 mag 1990",
        "15 mei 1990",
        "den 15. Mai 1990",
        "１９９０年５月１５日",
        "1990년 5월 15일",
        "１９９０－０５－１５",
        "١٥/٠٥/١٩٩٠",
    ] {
        assert_eq!(iso(text, None).as_deref(), Some("1990-05-15"), "{text}");
    }
    for (text, date) in [
        ("1er août 1990", "1990-08-01"),
        ("1 févr. 1990", "1990-02-01"),
        ("3. März 1990", "1990-03-03"),
        ("3 MÄRZ 1990", "1990-03-03"),
        ("3 de março de 1990", "1990-03-03"),
        ("3 juil. 1990", "1990-07-03"),
        ("3 juin 1990", "1990-06-03"),
        ("31 dic 1990", "1990-12-31"),
        ("31 Dez. 1990", "1990-12-31"),
        ("1º de outubro de 1990", "1990-10-01"),
        ("5/5/1990", "1990-05-05"),
        ("2024年2月29日", "2024-02-29"),
    ] {
        assert_eq!(iso(text, None).as_deref(), Some(date), "{text}");
    }
}

#[test]
fn asks_the_locale_where_two_days_could_be_meant() {
    assert_eq!(iso("5/6/1990", None), None);
    assert_eq!(iso("5/6/1990", order_of_locale("en-US")).as_deref(), Some("1990-05-06"));
    assert_eq!(iso("5/6/1990", order_of_locale("de-DE")).as_deref(), Some("1990-06-05"));
    assert_eq!(iso("05061990", order_of_locale("es_PR")).as_deref(), Some("1990-05-06"));
    for locale in ["en", "en-CA", "fr-CA", "ja-JP", "zh-Hant-TW", "", "-", "x"] {
        assert_eq!(order_of_locale(locale), None);
    }
    assert_eq!(order_of_locale("sr-Latn-RS"), Some(Order::DayFirst));
    assert_eq!(order_of_locale("en-us"), Some(Order::MonthFirst));
}

#[test]
fn leaves_the_rest() {
    for text in [
        "",
        " ",
        "foo",
        "15",
        "1990",
        "May 1990",
        "15 May",
        "15/05/90",
        "15 May 90",
        "31/04/1990",
        "1990-02-30",
        "1990-13-05",
        "1990-135",
        "1990-W20-2",
        "-1990-05-15",
        "+1990-05-15",
        "1990-05-15T00:00:00Z",
        "1990-05-15 00:00",
        "Mon May 15 1990",
        "15 jui 1990",
        "15 ma 1990",
        "2020-01-001",
        "02.29.2020.20",
        "15 May May 1990",
        "1369/02/25",
        "2533/05/15",
        "1990:05:15",
        "99999999999999999999",
        "aaaaaaaaaaaaaaaaaaaa",
        "5\u{202e}/15/1990",
        "15 мая 1990",
        "0000-00-00",
        "00000000",
    ] {
        assert_eq!(iso(text, Some(Order::DayFirst)), None, "{text}");
    }
}
