//! What a request to a built site gets: a file with the site's own headers, or a part of it, or why not.

use super::PublishError;
use hyper::header::{HeaderMap, IF_NONE_MATCH, IF_RANGE, RANGE};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Types by ending.
const TYPES: [(&str, &str); 17] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("bin", "application/octet-stream"),
    ("json", "application/json; charset=utf-8"),
    ("jsonld", "application/ld+json; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("csv", "text/csv; charset=utf-8; header=present"),
    ("xml", "application/xml; charset=utf-8"),
    ("atom", "application/atom+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("br", "application/octet-stream"),
    ("gz", "application/gzip"),
    ("md", "text/markdown; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
];

/// A rule of a `_headers` file: a pattern of paths and the headers to send.
type HeaderRule = (String, Vec<(String, String)>);

/// An answer.
#[derive(Debug, Default)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

/// A built site.
pub struct Site {
    folder: PathBuf,
    rules: Vec<HeaderRule>,
}

/// The rules of a `_headers` file; a later rule for the same header replaces an earlier one, `! Name` removes it.
fn rules(text: &str) -> Vec<HeaderRule> {
    let mut found: Vec<HeaderRule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        match (line.starts_with(char::is_whitespace), found.last_mut()) {
            (true, Some((_, headers))) => {
                let line = line.trim();
                if let Some(name) = line.strip_prefix('!') {
                    headers.push((name.trim().to_owned(), String::new()));
                } else if let Some((name, value)) = line.split_once(':') {
                    headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
            }
            (true, None) => {}
            (false, _) => found.push((line.trim().to_owned(), Vec::new())),
        }
    }
    found
}

/// Whether a path fits a pattern with `*`.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => {
            let Some(tail) = path.strip_prefix(start) else { return false };
            rest.is_empty() || (0..=tail.len()).any(|at| tail.get(at..).is_some_and(|tail| fits(rest, tail)))
        }
    }
}

impl Site {
    /// Opens a folder.
    pub fn open(folder: &Path) -> Result<Self, PublishError> {
        let headers = folder.join("_headers");
        let text = fs::read_to_string(&headers).map_err(|error| PublishError::File(headers, error))?;
        let folder = folder.canonicalize().map_err(|error| PublishError::File(folder.to_owned(), error))?;
        Ok(Self { folder, rules: rules(&text) })
    }

    /// The headers of a path.
    pub fn headers(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for (name, value) in self.rules.iter().filter(|(pattern, _)| fits(pattern, path)).flat_map(|(_, list)| list) {
            found.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            if !value.is_empty() {
                found.push((name.clone(), value.clone()));
            }
        }
        found
    }

    /// The file of a path, where it lies in the folder: links that lead out of it are not followed.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let is_plain = url.starts_with('/') && !url.contains("..") && !url.contains(['\\', '%']);
        let path = self.folder.join(url.trim_start_matches('/')).canonicalize().ok().filter(|_| is_plain)?;
        let is_shown = path.starts_with(&self.folder) && !url.ends_with("/_headers");
        is_shown.then_some(path)
    }

    /// Answers a request for a path.
    pub fn answer(&self, url: &str, asked: &HeaderMap) -> Answer {
        let mut path = self.file(url);
        if path.as_ref().is_some_and(|path| path.is_dir()) {
            if !url.ends_with('/') {
                let target = format!("{}/", url.rsplit('/').next().unwrap_or_default());
                return Answer { status: 301, headers: vec![("Location".to_owned(), target)], body: Vec::new() };
            }
            path = self.file(&format!("{url}index.html"));
        }
        let (status, path) = match path.filter(|path| path.is_file()) {
            Some(path) => (200, path),
            None => (404, self.folder.join("404.html")),
        };
        let mut headers = self.headers(url);
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let kind =
            TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| *kind);
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            headers.push(("Content-Type".to_owned(), kind.to_owned()));
        }
        let Ok(body) = fs::read(&path) else { return Answer { status: 404, headers, body: b"404\n".to_vec() } };
        match etag(&path).filter(|_| status == 200) {
            Some(tag) => part(&tag, asked, headers, body),
            None => Answer { status, headers, body },
        }
    }
}

/// The tag of a file as it is: its size and when it was changed.
fn etag(path: &Path) -> Option<String> {
    let found = fs::metadata(path).ok()?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("\"{changed:x}-{:x}\"", found.len()))
}

/// The whole file, the part that was asked for, or that nothing has changed (RFC 9110).
fn part(tag: &str, asked: &HeaderMap, mut headers: Vec<(String, String)>, body: Vec<u8>) -> Answer {
    let asked = |name| asked.get(name).and_then(|value: &hyper::header::HeaderValue| value.to_str().ok());
    let mut add = |name: &str, value: String| headers.push((name.to_owned(), value));
    add("ETag", tag.to_owned());
    let is_known =
        |list: &str| list.split(',').any(|one| one.trim().trim_start_matches("W/") == tag || one.trim() == "*");
    if asked(IF_NONE_MATCH).is_some_and(is_known) {
        return Answer { status: 304, headers, body: Vec::new() };
    }
    add("Accept-Ranges", "bytes".to_owned());
    let is_same = asked(IF_RANGE).is_none_or(|known| known == tag);
    let length = body.len() as u64;
    match asked(RANGE).filter(|_| is_same).map(|text| range(text, length)) {
        None | Some(Range::Whole) => Answer { status: 200, headers, body },
        Some(Range::Part(first, last)) => {
            add("Content-Range", format!("bytes {first}-{last}/{length}"));
            let bounds = usize::try_from(first).ok().zip(usize::try_from(last).ok());
            let cut = bounds.and_then(|(first, last)| body.get(first..=last)).map(<[u8]>::to_vec);
            Answer { status: 206, headers, body: cut.unwrap_or_default() }
        }
        Some(Range::Outside) => {
            add("Content-Range", format!("bytes */{length}"));
            Answer { status: 416, headers, body: Vec::new() }
        }
    }
}

/// What a `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
enum Range {
    /// Several parts, or nothing that is understood.
    Whole,
    /// First and last byte.
    Part(u64, u64),
    /// Nothing of the file.
    Outside,
}

fn range(text: &str, length: u64) -> Range {
    let Some((first, last)) = text.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Range::Whole;
    };
    let end = length.saturating_sub(1);
    match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) if last < first => Range::Whole,
        (Ok(first), _) if first >= length => Range::Outside,
        (Ok(first), Ok(last)) => Range::Part(first, last.min(end)),
        (Ok(first), Err(_)) if last.is_empty() => Range::Part(first, end),
        (Err(_), Ok(0)) if first.is_empty() => Range::Outside,
        (Err(_), Ok(last)) if first.is_empty() && length > 0 => Range::Part(length.saturating_sub(last), end),
        _ => Range::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_those_of_the_standard() {
        let found = |text| range(text, 100);
        assert_eq!(
            [found("bytes=0-9"), found("bytes=90-"), found("bytes=-10")],
            [Range::Part(0, 9), Range::Part(90, 99), Range::Part(90, 99)]
        );
        assert_eq!([found("bytes=90-200"), found("bytes=-200")], [Range::Part(90, 99), Range::Part(0, 99)]);
        assert_eq!([found("bytes=100-"), found("bytes=-0"), range("bytes=0-", 0)], [(); 3].map(|()| Range::Outside));
        for text in ["bytes=9-0", "bytes=a-b", "lines=0-1", "bytes=0-1,5-6", "bytes=--1", "bytes="] {
            assert_eq!(found(text), Range::Whole, "{text}");
        }
    }

    #[test]
    fn patterns_fit_paths() {
        assert!(fits("/*", "/a/b") && fits("/data/*", "/data/x.csv") && fits("/*.js", "/app-1.js"));
        assert!(!fits("/data/*", "/cards/") && !fits("/*.js", "/app.wasm") && fits("/embed/*/x", "/embed/a/x"));
    }

    #[test]
    fn later_rules_win() {
        let found = rules("# note\n/*\n  A: 1\n  B: x: y\n/e/*\n  A: 2\n  ! B\n");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].1[1], ("B".to_owned(), "x: y".to_owned()));
        assert_eq!(found[1].1[1], ("B".to_owned(), String::new()));
    }
}
