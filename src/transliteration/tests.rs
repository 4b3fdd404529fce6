//! Names in the letters of a zone, by the recommendations of the standard.

use super::*;

#[test]
fn tables_have_their_lengths() {
    assert_eq!(LATIN.len(), 0x234 - 0xc0);
    assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
}

#[test]
fn transliterates() {
    for (name, meant) in [
        ("Térèsa Cañon", "TERESA CANON"),
        ("Jürgen Groß", "JUERGEN GROSS"),
        ("Ju\u{308}rgen", "JUERGEN"),
        ("Åse Bjørnsdóttir Þórðarson", "AASE BJOERNSDOTTIR THORDARSON"),
        ("A\u{30a}se", "AASE"),
        // Accents that only part vowels add nothing, where the letter has no spelling of its own with them.
        ("Zoe\u{308} Mari\u{30a}", "ZOE MARI"),
        (" Anna – ", "ANNA"),
        ("Nguyễn Văn Đức", "NGUYEN VAN DUC"),
        ("Ștefan Țîrlea", "STEFAN TIRLEA"),
        ("İsmail Yıldız", "ISMAIL YILDIZ"),
        ("Łukasz Żółć", "LUKASZ ZOLC"),
        ("Max  J. D'Arcy", "MAX J DARCY"),
        ("Бабрыковіч Аляксандр", "BABRYKOVICH ALIAKSANDR"),
        ("Юрий Подъячев", "IURII PODIEIACHEV"),
        ("Ольга", "OLGA"),
        ("فاطمة", "FAXTTMXAH"),
        ("فضّة", "FXDZXDZXAH"),
        ("Ｊａｎｅ", "JANE"),
    ] {
        assert_eq!(icao(name).as_deref(), Some(meant), "{name}");
        assert_eq!(agrees(name, meant, false), Some(true), "{name}");
    }
    for none in ["राजेश", "山田", "Γιώργος", "", "7"] {
        assert_eq!(icao(none), None, "{none}");
    }
}

#[test]
fn agrees_with_each_recommendation() {
    for (name, zone, cut, meant) in [
        ("Müller", "MUXXLLER", false, true),
        ("Mu\u{308}ller", "MULLER", false, true),
        ("Muñoz", "MUNXXOZ", false, true),
        ("Щербаков", "SHTERBAKOV", false, true),
        ("Юлія", "YULIIA", false, true),
        ("Müller", "MUELLE", true, true),
        ("Müller", "MUELLE", false, false),
        ("Müller", "MUELLERS", true, false),
        ("Щербаков", "SHC", true, true),
        ("Anna", "", true, false),
        ("Anna", &"A".repeat(99), true, false),
    ] {
        assert_eq!(agrees(name, zone, cut), Some(meant), "{name} {zone}");
    }
}
