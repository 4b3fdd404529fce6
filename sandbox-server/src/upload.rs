//! Files of documents: what a form sends, looked at by `kyc_rules::image` and given a link that ends.

use kyc_rules::{
    code::Severity,
    image::{self, Hints, ImageReport},
    lifecycle::{problem::Problem, value::Value},
};

use crate::auth::Keys;

/// The largest request: the guide's 10 MB, and the envelope of a form.
pub(crate) const LARGEST: usize = 10 * 1024 * 1024 + 64 * 1024;
/// How long a link lasts, in milliseconds: 7 days, as long as the longest a provider signs.
pub(crate) const LASTS: i64 = 7 * 24 * 3_600_000;
/// How uploads are called in what is submitted: the rules take `https` alone, and nothing on a machine of one's own.
pub(crate) const PUBLIC: &str = "https://uploads.kyc-sandbox.example.com/";

/// A file within a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct File<'b> {
    pub(crate) name: Option<&'b str>,
    pub(crate) media_type: Option<&'b str>,
    pub(crate) bytes: &'b [u8],
}

/// The file of a request: the first one of a form (RFC 7578), or the body as it stands.
pub(crate) fn file<'b>(content_type: &'b str, body: &'b [u8]) -> Option<File<'b>> {
    let is_form =
        content_type.get(..19).is_some_and(|kind| kind.eq_ignore_ascii_case("multipart/form-data"));
    if !is_form {
        let media_type = Some(content_type).filter(|kind| !kind.is_empty());
        return Some(File { name: None, media_type, bytes: body });
    }
    let boundary =
        content_type.split(';').find_map(|part| part.trim().strip_prefix("boundary="))?;
    let boundary = boundary.trim_matches('"');
    if boundary.is_empty() || boundary.len() > 70 {
        return None;
    }
    let delimiter = ["\r\n--", boundary].concat();
    // The first delimiter stands at the start, without a line before it.
    let mut rest = body.strip_prefix(delimiter.get(2..)?.as_bytes())?;
    loop {
        let headers = find(rest, b"\r\n\r\n")?;
        let (head, tail) = (rest.get(..headers)?, rest.get(headers.checked_add(4)?..)?);
        let end = find(tail, delimiter.as_bytes())?;
        let head = std::str::from_utf8(head).ok()?;
        if let Some(name) = parameter(head, "filename=\"") {
            let media_type = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-type").then(|| value.trim())
            });
            return Some(File { name: Some(name), media_type, bytes: tail.get(..end)? });
        }
        rest = tail.get(end.checked_add(delimiter.len())?..)?;
    }
}

fn parameter<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.split_once(name)?.1.split('"').next()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Looks at a file; its media type and what is to be said of it.
pub(crate) fn inspect(file: &File<'_>) -> Result<(&'static str, ImageReport), Problem> {
    let generic = |kind: &&str| !kind.starts_with("application/octet-stream");
    let hints =
        Hints { name: file.name, media_type: file.media_type.filter(generic), ..Hints::default() };
    let report = image::inspect(file.bytes, &hints);
    let error = report.issues.iter().find(|issue| issue.severity == Severity::Error);
    match (error, report.facts.format) {
        (None, Some(format)) => Ok((format.media_type(), report)),
        (error, _) => {
            let message = error.map_or_else(
                || "The file could not be read".into(),
                kyc_rules::image::ImageIssue::message,
            );
            Err(Problem::new(422, "INVALID_DOCUMENT_FORMAT", &message))
        }
    }
}

/// What is answered for an upload that was taken.
pub(crate) fn shown(
    id: &str,
    base: &str,
    kind: &str,
    report: &ImageReport,
    keys: &Keys,
    now: i64,
) -> Value {
    let expires = now.saturating_add(LASTS);
    let warnings = report.issues.iter().map(|issue| {
        Value::EMPTY
            .with("code", Value::text_of(issue.code.name()))
            .with("message", Value::Text(issue.message()))
    });
    Value::EMPTY
        .with("id", Value::text_of(id))
        .with("url", Value::Text(link(id, &[base, "/uploads/"].concat(), keys, expires)))
        .with("publicUrl", Value::Text(link(id, PUBLIC, keys, expires)))
        .with("mediaType", Value::text_of(kind))
        .with("expiresAt", Value::Text(kyc_rules::lifecycle::instant::write(expires)))
        .with("warnings", Value::List(warnings.collect()))
}

fn link(id: &str, base: &str, keys: &Keys, expires: i64) -> String {
    let signature = keys.sign_link(id, expires);
    format!("{base}{id}?expires={expires}&signature={signature}")
}

/// The upload, the end and the signature that a link to an upload names.
pub(crate) fn parts<'l>(id: &'l str, query: &'l str) -> Option<(&'l str, i64, &'l str)> {
    let value =
        |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    Some((id, value("expires")?.parse().ok()?, value("signature")?))
}

/// Gives the server's own links in a submission the name they would have in public; a link that is not ours, or has ended, stays as
/// it is and is refused by the rules. Links are known however JSON writes them (`\/`, `\u0026`), and all else stays as it came, so
/// that the rules judge what was sent.
pub(crate) fn publish(body: String, base: &str, keys: &Keys, now: i64) -> String {
    let own = [base, "/uploads/"].concat();
    if !body.contains(&own) && !body.contains('\\') {
        return body;
    }
    let mut out = String::with_capacity(body.len());
    let mut rest = body.as_str();
    while let Some((before, literal, after)) = next_string(rest) {
        out.push_str(before);
        match public(literal, &own, keys, now) {
            Some(link) => out.push_str(&link),
            None => out.push_str(literal),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the next string of a JSON text, the string with its quotes, and what stands behind it.
fn next_string(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('"')?;
    let mut from = start.checked_add(1)?;
    loop {
        let at = from.checked_add(text.get(from..)?.find(['"', '\\'])?)?;
        let behind = at.checked_add(1)?;
        if text.get(at..behind)? == "\"" {
            return Some((text.get(..start)?, text.get(start..behind)?, text.get(behind..)?));
        }
        // What a backslash escapes is no end; where that is more than a byte, the text is no JSON.
        from = behind.checked_add(1)?;
    }
}

/// The public name of a link, as a JSON string, where a JSON string is one of our own links.
fn public(literal: &str, own: &str, keys: &Keys, now: i64) -> Option<String> {
    let text: std::borrow::Cow<'_, str> = if literal.contains('\\') {
        serde_json::from_str::<String>(literal).ok()?.into()
    } else {
        literal.get(1..literal.len().checked_sub(1)?)?.into()
    };
    let link = text.strip_prefix(own)?;
    let (id, query) = link.split_once('?')?;
    let (id, expires, signature) = parts(id, query)?;
    let is_ours = keys.opens(id, expires, signature, now);
    is_ours.then(|| Value::Text([PUBLIC, link].concat()).to_json())
}

#[cfg(test)]
mod tests {
    use super::{File, PUBLIC, file, link, next_string, publish};
    use crate::auth::Keys;

    #[test]
    fn a_form_holds_a_file() {
        let form = b"--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--b--\r\n";
        let found = file("multipart/form-data; boundary=b", form);
        let expected =
            File { name: Some("a.png"), media_type: Some("image/png"), bytes: b"\x89PNG" };
        assert_eq!(found, Some(expected));
        assert_eq!(file("image/png", b"x").map(|file| file.bytes), Some(b"x".as_slice()));
        for broken in ["", "--b", "--b\r\n\r\n", "--b\r\n\r\nx", "--b\r\n\r\nx\r\n--b--"] {
            assert_eq!(file("multipart/form-data; boundary=b", broken.as_bytes()), None);
        }
        assert_eq!(file("multipart/form-data", form), None);
    }

    #[test]
    fn only_own_links_are_published() {
        let keys = Keys::new("k", "secret", 900);
        let base = "http://127.0.0.1:1";
        let url = link("upload_1", "http://127.0.0.1:1/uploads/", &keys, 10);
        let body = |url: &str| format!(r#"{{"a":"{url}","b":"{base}/uploads/x"}}"#);
        let published = publish(body(&url), base, &keys, 5);
        assert!(published.contains(PUBLIC) && published.contains("/uploads/x\""), "{published}");
        assert_eq!(publish(body(&url), base, &keys, 10), body(&url), "it has ended");
    }

    /// As JSON writers of other languages write the same link: Go's, PHP's, one that leaves nothing as it is.
    #[test]
    fn links_are_known_however_they_are_written() {
        let keys = Keys::new("k", "secret", 900);
        let base = "http://127.0.0.1:1";
        let url = link("upload_1", "http://127.0.0.1:1/uploads/", &keys, 10);
        let all = url.bytes().map(|byte| format!("\\u{byte:04x}")).collect::<Vec<_>>().concat();
        let public = url.replace("http://127.0.0.1:1/uploads/", PUBLIC);
        for written in [url.clone(), url.replace('&', r"\u0026"), url.replace('/', r"\/"), all] {
            let body = format!(r#"{{"a\"\\":"{written}", "a":1,"a":"\"{url}\""}}"#);
            let expected = format!(r#"{{"a\"\\":"{public}", "a":1,"a":"\"{url}\""}}"#);
            assert_eq!(publish(body, base, &keys, 5), expected, "{written}");
        }
        // Behind the link, something else: not what was signed.
        let more = format!(r#"["{url}\u0030"]"#);
        assert_eq!(publish(more.clone(), base, &keys, 5), more);
    }

    #[test]
    fn strings_are_found_in_what_is_no_json_too() {
        assert_eq!(next_string(r#"{"a\"":1}"#), Some(("{", r#""a\"""#, ":1}")));
        for text in ["", "{", "\"", "\"\\", "\"\\\"", "\"\\\u{e9}\"", "\"\u{1f600}"] {
            assert_eq!(next_string(text), None, "{text}");
        }
    }
}
