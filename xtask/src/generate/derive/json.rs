//! JSON with its keys in the order they were given, which the maps of `serde_json` do not keep..

use kyc_rules::report::write_string;

/// A JSON value.
#[derive(Debug, Clone)]
pub(super) enum Json {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(usize),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

/// A string.
pub(super) fn text(text: impl Into<String>) -> Json {
    Json::Text(text.into())
}

/// An array of strings.
pub(super) fn texts(all: &[&str]) -> Json {
    Json::List(all.iter().map(|one| text(*one)).collect())
}

/// An object.
pub(super) fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

impl Json {
    /// Without spaces.
    pub(super) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// A member a line, two spaces a level; what holds no object stays on its line.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(1));
        out
    }

    fn holds_object(&self) -> bool {
        match self {
            Self::Object(_) => true,
            Self::List(list) => list.iter().any(Self::holds_object),
            _ => false,
        }
    }

    fn write(&self, out: &mut String, level: Option<usize>) {
        let level = level.filter(|_| self.holds_object());
        let inner = level.map(|level| level + 1);
        match self {
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => write_string(out, text),
            Self::List(list) => {
                out.push('[');
                for (at, value) in list.iter().enumerate() {
                    between(out, at, level);
                    value.write(out, inner);
                }
                close(out, ']', list.is_empty(), level);
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    between(out, at, level);
                    write_string(out, key);
                    out.push_str(if level.is_some() { ": " } else { ":" });
                    value.write(out, inner);
                }
                close(out, '}', members.is_empty(), level);
            }
        }
    }
}

fn between(out: &mut String, at: usize, level: Option<usize>) {
    if at > 0 {
        out.push(',');
    }
    if let Some(level) = level {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    }
}

fn close(out: &mut String, bracket: char, empty: bool, level: Option<usize>) {
    if let Some(level) = level.filter(|_| !empty) {
        out.push('\n');
        out.push_str(&"  ".repeat(level - 1));
    }
    out.push(bracket);
}
