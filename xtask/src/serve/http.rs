//! As much HTTP as a static server needs: one GET or HEAD a connection.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
};

/// What the demo promises to live under: nothing from elsewhere, no code but its own files and their wasm. The page says it itself,
/// with the hash of its import map.
fn policy() -> &'static str {
    let page = include_str!("../../../www-demo/index.html");
    page.split('"').find(|part| part.starts_with("default-src ")).unwrap_or("default-src 'none'")
}

/// A request's line and headers together are no longer than this.
const LONGEST: u64 = 16 * 1024;

const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("map", "application/json; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
];

/// Reads a request and answers it from a folder, whose path must be canonical.
pub(crate) fn answer(from: impl Read, mut to: impl Write, folder: &Path) -> io::Result<()> {
    let mut request = BufReader::new(from.take(LONGEST));
    let mut line = String::new();
    request.read_line(&mut line)?;
    // The headers say nothing that matters here, but are read, so that closing does not cut the client off.
    let mut header = String::new();
    while request.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = line.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let with_body = match method {
        "GET" => true,
        "HEAD" => false,
        _ => return send(&mut to, "405 Method Not Allowed", "text/plain", b"GET or HEAD\n", true),
    };
    match find(folder, target).and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => send(&mut to, "200 OK", content_type(&path), &bytes, with_body),
        None => send(&mut to, "404 Not Found", "text/plain", b"Not found\n", with_body),
    }
}

fn send(
    to: &mut impl Write,
    status: &str,
    kind: &str,
    body: &[u8],
    with_body: bool,
) -> io::Result<()> {
    write!(
        to,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len(),
        policy()
    )?;
    if with_body {
        to.write_all(body)?;
    }
    to.flush()
}

/// The file that a request's target names; none outside the folder, whatever dots and links it is written with.
fn find(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let mut file = folder.join(decode(path.strip_prefix('/')?)?.trim_start_matches('/'));
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// Takes the percent signs out of a path.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    TYPES
        .iter()
        .find(|(name, _)| *name == extension)
        .map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use super::answer;

    /// A folder with a page, a script in a folder, and a secret beside it.
    fn folder(name: &str) -> PathBuf {
        let outside = std::env::temp_dir().join(format!("kyc-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(outside.join("www/a b")).unwrap();
        fs::write(outside.join("secret.txt"), "secret").unwrap();
        fs::write(outside.join("www/index.html"), "<p>page").unwrap();
        fs::write(outside.join("www/a b/x.js"), "export {}").unwrap();
        outside.join("www").canonicalize().unwrap()
    }

    fn ask(folder: &std::path::Path, request: &str) -> String {
        let mut said = Vec::new();
        answer(request.as_bytes(), &mut said, folder).unwrap();
        String::from_utf8(said).unwrap()
    }

    #[test]
    fn files_come_with_their_type_and_the_policy() {
        let folder = folder("files");
        let page = ask(&folder, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
        assert!(
            page.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self' ")
        );
        assert!(page.ends_with("\r\n\r\n<p>page"));
        let script = ask(&folder, "GET /a%20b/x.js?v=1 HTTP/1.1\r\n\r\n");
        assert!(script.contains("text/javascript"), "{script}");
        assert!(ask(&folder, "HEAD / HTTP/1.1\r\n\r\n").ends_with("close\r\n\r\n"));
        assert!(ask(&folder, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = folder("outside");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/a%20b/../../secret.txt",
            "//etc/passwd",
            "/%",
            "/%zz",
            "/%00",
            "",
            "x",
        ] {
            let said = ask(&folder, &format!("GET {target} HTTP/1.1\r\n\r\n"));
            assert!(said.starts_with("HTTP/1.1 404"), "{target}: {said}");
        }
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
    }
}
