//! A local server for the built site, with its own headers: a look before publishing. Loopback only.

use super::PublishError;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response};

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

/// A server that listens.
pub struct Server {
    server: Arc<tiny_http::Server>,
    folder: PathBuf,
    rules: Vec<HeaderRule>,
    port: u16,
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

impl Server {
    /// Opens the port on the loopback address; port 0 takes a free one.
    pub fn open(folder: &Path, port: u16) -> Result<Self, PublishError> {
        let headers = folder.join("_headers");
        let text = fs::read_to_string(&headers).map_err(|error| PublishError::File(headers, error))?;
        let server = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
            let reason = std::io::Error::other(format!("{error}; choose another one with --port"));
            PublishError::File(PathBuf::from(format!("port {port}")), reason)
        })?;
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self { server: Arc::new(server), folder: folder.to_owned(), rules: rules(&text), port })
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers until the process ends.
    pub fn run(&self) {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        self.answer(request);
                    }
                });
            }
        });
    }

    /// The headers of a path.
    fn headers(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for (name, value) in self.rules.iter().filter(|(pattern, _)| fits(pattern, path)).flat_map(|(_, list)| list) {
            found.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            if !value.is_empty() {
                found.push((name.clone(), value.clone()));
            }
        }
        found
    }

    fn answer(&self, request: Request) {
        let url = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        let plain = url.starts_with('/') && !url.contains("..") && !url.contains('\\') && !url.contains('%');
        let mut path = self.folder.join(url.trim_start_matches('/'));
        if plain && path.is_dir() {
            if !url.ends_with('/') {
                let target = format!("{}/", url.rsplit('/').next().unwrap_or_default());
                return self.send(request, 301, Vec::new(), vec![("Location".to_owned(), target)]);
            }
            path = path.join("index.html");
        }
        let hidden = url.ends_with("/_headers");
        let (status, path) = match plain && !hidden && path.is_file() {
            true => (200, path),
            false => (404, self.folder.join("404.html")),
        };
        let mut headers = self.headers(&url);
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let kind =
            TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| *kind);
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            headers.push(("Content-Type".to_owned(), kind.to_owned()));
        }
        let bytes = fs::read(&path).unwrap_or_else(|_| b"404\n".to_vec());
        self.send(request, status, bytes, headers);
    }

    fn send(&self, request: Request, status: u16, bytes: Vec<u8>, headers: Vec<(String, String)>) {
        let body = if *request.method() == Method::Head { Vec::new() } else { bytes };
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in headers {
            if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
                response.add_header(header);
            }
        }
        // The reader may have gone away: nothing is lost.
        let _ = request.respond(response);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
