//! Types of files, in one list for the local server and for all hosts.

/// Types by the ending of a name, without charset.
const TYPES: [(&str, &str); 17] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("xml", "application/xml"),
    ("atom", "application/atom+xml"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("csv", "text/csv"),
    ("bin", "application/octet-stream"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webmanifest", "application/manifest+json"),
    ("br", "application/octet-stream"),
    ("gz", "application/gzip"),
];

/// What other files are.
const UNKNOWN: &str = "application/octet-stream";
/// Tables say that their first row holds names (RFC 4180, section 3).
const TABLE: &str = "text/csv; charset=utf-8; header=present";
/// The feeds, whose ending would say less.
pub const FEED: (&str, &str) = ("feed.xml", "application/atom+xml; charset=utf-8");

/// Whether a type is text, which is UTF-8 on this site.
fn is_text(kind: &str) -> bool {
    kind.starts_with("text/")
        || ["application/json", "application/ld+json", "application/xml", "application/atom+xml"].contains(&kind)
}

/// A type with its charset.
fn whole(kind: &str) -> String {
    match kind {
        "text/csv" => TABLE.to_owned(),
        text if is_text(text) => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

/// The type of a file.
pub fn of(path: &str) -> String {
    let (name, kind) = FEED;
    if path.rsplit('/').next() == Some(name) {
        return kind.to_owned();
    }
    let ending = path.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    whole(TYPES.iter().find(|(known, _)| *known == ending).map_or(UNKNOWN, |(_, kind)| kind))
}

/// All endings with their whole types.
pub fn all() -> impl Iterator<Item = (&'static str, String)> {
    TYPES.iter().map(|(ending, kind)| (*ending, whole(kind)))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn types_follow_names() {
        assert_eq!(of("/data/x.csv"), "text/csv; charset=utf-8; header=present");
        assert_eq!(of("/en/feed.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(of("/sitemap.xml"), "application/xml; charset=utf-8");
        assert_eq!(of("/app-de-1.wasm"), "application/wasm");
        assert_eq!(of("/x.unknown"), "application/octet-stream");
    }
}
