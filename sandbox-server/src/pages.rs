//! The demo's pages, which a `verificationLink` opens: files of one folder, and nothing outside it.

use std::path::Path;

const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];

/// The file at a path, and its type. `folder` is canonical.
pub(crate) fn read(folder: &Path, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let mut file = folder.join(path.trim_start_matches('/'));
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok().filter(|file| file.starts_with(folder))?;
    let extension = file.extension()?.to_str()?;
    let (_, kind) = TYPES.iter().find(|(name, _)| *name == extension)?;
    Some((kind, std::fs::read(file).ok()?))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn nothing_outside_the_folder() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
        assert_eq!(read(&folder, "/"), None);
        for path in
            ["/../www-demo/index.html", "/src/../../www-demo/index.html", "//etc/hostname.js"]
        {
            assert_eq!(read(&folder, path), None, "{path}");
        }
        let demo = folder.join("../www-demo").canonicalize().unwrap();
        let (kind, page) = read(&demo, "/").unwrap();
        assert!(kind.starts_with("text/html") && page.starts_with(b"<!doctype html>"), "the page");
    }
}
