//! What a request to a built site gets: a file with the site's own headers, or a part of it, or why not.

use super::PublishError;
use super::hosts::HIDDEN;
use super::types;
use hyper::header::{ACCEPT_ENCODING, HeaderMap, HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

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
    /// Path of the site on its host, with a slash at both ends.
    at: String,
    rules: Vec<HeaderRule>,
}

/// The file with the rules.
const RULES: &str = "_headers";

/// The rules of a `_headers` file: names with values to add, and names without, which `! Name` removes.
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

/// The headers of a path as Cloudflare Pages makes them: all rules that fit hold; of each, what it removes goes first; values of
/// one header are joined.
fn resolved(rules: &[HeaderRule], path: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (_, headers) in rules.iter().filter(|(pattern, _)| fits(pattern, path)) {
        for (name, _) in headers.iter().filter(|(_, value)| value.is_empty()) {
            found.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        }
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            match found.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, known)) => *known = format!("{known}, {value}"),
                None => found.push((name.clone(), value.clone())),
            }
        }
    }
    found
}

impl Site {
    /// Opens a folder with its rules.
    pub fn open(folder: &Path) -> Result<Self, PublishError> {
        Self::with(folder, Self::rules_of(folder)?, None)
    }

    /// Opens a folder that has pages but perhaps no rules, to serve it at a path; `None` is the one for which the rules are made.
    pub fn look(folder: &Path, at: Option<&str>) -> Result<Self, PublishError> {
        match Self::rules_of(folder) {
            Err(_) if folder.join("index.html").is_file() => Self::with(folder, Vec::new(), at),
            found => Self::with(folder, found?, at),
        }
    }

    fn rules_of(folder: &Path) -> Result<Vec<HeaderRule>, PublishError> {
        let headers = folder.join(RULES);
        let text = fs::read_to_string(&headers).map_err(|error| PublishError::File(headers, error))?;
        Ok(rules(&text))
    }

    fn with(folder: &Path, rules: Vec<HeaderRule>, at: Option<&str>) -> Result<Self, PublishError> {
        let folder = folder.canonicalize().map_err(|error| PublishError::File(folder.to_owned(), error))?;
        // The first rule holds for the whole site.
        let own = rules.first().and_then(|(pattern, _)| pattern.strip_suffix('*')).filter(|own| own.ends_with('/'));
        let at = at.or(own).unwrap_or("/").to_owned();
        Ok(Self { folder, at, rules })
    }

    /// Path of the site, with a slash at both ends.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// The headers of a path below that of the site.
    pub fn headers(&self, path: &str) -> Vec<(String, String)> {
        resolved(&self.rules, &format!("{}{path}", self.at))
    }

    /// The type of a file, where no rule gives another one.
    pub fn kind(&self, path: &str) -> String {
        types::of(path)
    }

    /// The file of a path below that of the site, where it lies in the folder: links that lead out of it are not followed.
    fn file(&self, own: &str) -> Option<PathBuf> {
        let is_plain = !own.starts_with('/') && !own.contains("..") && !own.contains(['\\', '%']);
        let path = self.folder.join(own).canonicalize().ok().filter(|_| is_plain)?;
        (path.starts_with(&self.folder) && !HIDDEN.contains(&own)).then_some(path)
    }

    /// Answers a request for a path.
    pub fn answer(&self, url: &str, asked: &HeaderMap) -> Answer {
        let own = url.strip_prefix(&self.at);
        let mut path = own.and_then(|own| self.file(own));
        if let (Some(own), true) = (own, path.as_ref().is_some_and(|path| path.is_dir())) {
            if !own.is_empty() && !own.ends_with('/') {
                let target = format!("{}/", url.rsplit('/').next().unwrap_or_default());
                return Answer { status: 301, headers: vec![("Location".to_owned(), target)], body: Vec::new() };
            }
            path = self.file(&format!("{own}index.html"));
        }
        let (status, path) = match path.filter(|path| path.is_file()) {
            Some(path) => (200, path),
            None => (404, self.folder.join("404.html")),
        };
        let mut headers = resolved(&self.rules, url);
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            headers.push(("Content-Type".to_owned(), types::of(&path.to_string_lossy())));
        }
        let (path, encoding) = packed(path, asked);
        if let Some(encoding) = encoding {
            headers.push(("Vary".to_owned(), "Accept-Encoding".to_owned()));
            headers.extend((!encoding.is_empty()).then(|| ("Content-Encoding".to_owned(), encoding.to_owned())));
        }
        let Ok(body) = fs::read(&path) else { return Answer { status: 404, headers, body: b"404\n".to_vec() } };
        match etag(&path).filter(|_| status == 200) {
            Some(tag) => part(&tag, asked, headers, body),
            None => Answer { status, headers, body },
        }
    }
}

/// The packed copy beside a file that the browser takes best, with its encoding; the file itself with an empty one, and without
/// any where there is no copy.
fn packed(path: PathBuf, asked: &HeaderMap) -> (PathBuf, Option<&'static str>) {
    let accepts = |encoding: &str| is_listed(asked, ACCEPT_ENCODING, encoding);
    let copy = |ending: &str| PathBuf::from(format!("{}.{ending}", path.display()));
    let copies = [("br", "br"), ("gzip", "gz")].map(|(encoding, ending)| (copy(ending), encoding));
    let there: Vec<_> = copies.into_iter().filter(|(copy, _)| copy.is_file()).collect();
    let varies = if there.is_empty() { None } else { Some("") };
    let best = there.into_iter().find(|(_, encoding)| accepts(encoding) && !asked.contains_key(RANGE));
    best.map_or((path, varies), |(copy, encoding)| (copy, Some(encoding)))
}

/// Whether a header lists a word, perhaps with parameters.
fn is_listed(asked: &HeaderMap, name: HeaderName, word: &str) -> bool {
    let list = asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    list.split(',').any(|one| one.split(';').next().is_some_and(|one| one.trim() == word))
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
    use crate::publish::{headers, hosts};

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
    fn values_are_joined_unless_removed_first() {
        let rules = rules("# note\n/*\n  A: 1\n  B: x: y\n  C: z\n/e/*\n  A: 2\n  ! B\n  ! C\n  C: new\n");
        let of = |path: &str| -> Vec<String> {
            resolved(&rules, path).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
        };
        assert_eq!(of("/x"), ["A=1", "B=x: y", "C=z"]);
        assert_eq!(of("/e/x"), ["A=1, 2", "C=new"]);
    }

    /// What is written for Cloudflare gives each path the headers that the rules give it.
    #[test]
    fn the_written_rules_are_those_of_the_site() {
        for base in ["/", "/some/path/"] {
            let own = headers::sample(base);
            let written = rules(&hosts::cloudflare(base, &own));
            let files =
                ["", "en/", "embed/x/", "en/embed/", "embed.js", "cards/a/", "data/x.bin", "data/release-de-1.bin"];
            for path in files.into_iter().chain(["app-de-1.js", "feed.xml", "en/feed.xml", "oembed/a.json", "icon.svg"])
            {
                let url = format!("{base}{path}");
                let mut expected: Vec<(String, String)> =
                    headers::resolved(&own, &url).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                let mut found = resolved(&written, &url);
                let kinds = [&mut expected, &mut found].map(|list| {
                    let at = list.iter().position(|(name, _)| name == "Content-Type");
                    at.map(|at| list.remove(at).1)
                });
                assert!(kinds[0].is_none() || kinds[0] == kinds[1], "{url}: {kinds:?}");
                expected.sort();
                found.sort();
                assert_eq!(found, expected, "{url}");
            }
            let table = resolved(&written, &format!("{base}data/x.csv"));
            assert!(table.contains(&("Content-Type".to_owned(), types::of("x.csv"))), "{table:?}");
        }
    }
}
