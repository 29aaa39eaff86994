//! The rules of the site on real web servers: each that is installed answers with the headers, types and packed copies that
//! the site asks for, at the root of its host and below a path.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::host::{Host, Kind};
use ozg_state_comparison::publish::{Options, Served, publish};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Headers that a server makes of its own.
const OWN: [&str; 10] = [
    "date",
    "server",
    "etag",
    "last-modified",
    "accept-ranges",
    "connection",
    "content-length",
    "alt-svc",
    "transfer-encoding",
    "x-server-env",
];

/// A site for a path, published once.
struct Site {
    at: &'static str,
    folder: tempfile::TempDir,
}

fn made(at: &'static str) -> Site {
    let folder = common::built();
    let config = folder.path().join("site.toml");
    let text = fs::read_to_string("site.toml").unwrap();
    fs::write(&config, text.replace("https://ozg-vergleich.example/", &format!("https://ozg-vergleich.example{at}")))
        .unwrap();
    let package = common::few_figures(|name, text| {
        // Names that are markup, in the site at the root.
        let is_named = at == "/" && ["measures.csv", "sources.csv", "areas.csv"].contains(&name);
        if is_named { hostile(&text) } else { text }
    });
    let options = Options { package: package.path().to_owned(), site: config.clone(), ..Options::new(folder.path()) };
    publish(&options, &|_, _| {}).unwrap();
    fs::remove_file(config).unwrap();
    Site { at, folder }
}

/// Texts that would be more than text somewhere.
const PAYLOADS: [&str; 8] = [
    "<script>window.__xss=1</script>",
    "\"><img src=x onerror=window.__xss=1>",
    "</title></textarea></script><svg onload=window.__xss=1>",
    "]]><foreignObject>",
    "&lt;script&gt;",
    "{{constructor.constructor('window.__xss=1')()}}",
    "' onmouseover='window.__xss=1",
    "javascript:window.__xss=1",
];

/// A table whose names and titles end with such texts.
fn hostile(table: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let is_text = |at: usize| {
        ["name_de", "name_en", "short_de", "short_en", "title", "title_de", "title_en", "publisher", "note"]
            .contains(&&rows[0][at])
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&rows[0]).unwrap();
    for (index, row) in rows.iter().enumerate().skip(1) {
        let cells = row.iter().enumerate().map(|(at, cell)| match is_text(at) && !cell.is_empty() {
            true => format!("{cell} {}", PAYLOADS[(index + at) % PAYLOADS.len()]),
            false => cell.to_owned(),
        });
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

static SITES: LazyLock<[Site; 2]> = LazyLock::new(|| {
    let [root, below] = ["/", "/some/path/"].map(|at| std::thread::spawn(move || made(at)));
    [root.join().unwrap(), below.join().unwrap()]
});

impl Site {
    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The first file with such a name.
    fn named(&self, start: &str, end: &str) -> String {
        let (folder, start) = start.rsplit_once('/').map_or(("", start), |(folder, start)| (folder, start));
        let names = fs::read_dir(self.path().join(folder)).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let name = names.into_iter().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap();
        PathBuf::from(folder).join(name).to_string_lossy().into_owned()
    }

    /// One file of each kind.
    fn files(&self) -> Vec<String> {
        let plain = [
            "",
            "en/",
            "cards/",
            "embed/",
            "embed/profile-nw/",
            "en/embed/profile-nw/",
            "embed.js",
            "icon.svg",
            "feed.xml",
            "en/feed.xml",
            "sitemap.xml",
            "catalog.jsonld",
            "openapi.json",
            "robots.txt",
            "sw.js",
            "version.json",
            "data/observations.csv",
            "data/csv-metadata.json",
            "cards/profile-nw/",
            "cards/profile-nw.svg",
        ];
        let hashed = [
            ("app-de-", ".wasm"),
            ("start-de-", ".js"),
            ("style-", ".css"),
            ("pages-", ".css"),
            ("share-", ".js"),
            ("data/release-de-", ".bin"),
            ("later-", ".js"),
            ("listen-", ".js"),
        ];
        let hashed = hashed.map(|(start, end)| self.named(start, end));
        plain.map(str::to_owned).into_iter().chain(hashed).collect()
    }
}

/// The headers of an answer in lower case, without those that a server makes of its own; several of one name are joined.
fn headers(answer: &ureq::http::Response<ureq::Body>) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in answer.headers() {
        let (name, value) = (name.as_str().to_owned(), value.to_str().unwrap().to_owned());
        if !OWN.contains(&name.as_str()) {
            found.entry(name).and_modify(|known| *known = format!("{known}, {value}")).or_insert(value);
        }
    }
    found
}

fn get(address: &str, encoding: &str) -> ureq::http::Response<ureq::Body> {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
    let agent: ureq::Agent = config.into();
    agent.get(address).header("Accept-Encoding", encoding).call().unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// Each file as the site wants it; hidden files and unknown addresses get the page of the site.
fn holds(kind: Kind) {
    for site in &*SITES {
        let Some(host) = Host::start(kind, site.path(), site.at) else {
            let _ = writeln!(std::io::stderr(), "✗ SKIPPED: {kind:?} is not installed ({})", kind.hint());
            return;
        };
        let own = Served::open(site.path()).unwrap();
        for file in site.files() {
            let address = format!("{}{file}", host.address);
            let mut answer = get(&address, "identity");
            let mut found = headers(&answer);
            found.remove("vary");
            let mut expected: BTreeMap<String, String> =
                own.headers(&file).into_iter().map(|(name, value)| (name.to_lowercase(), value)).collect();
            let name = if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.clone() };
            expected.entry("content-type".to_owned()).or_insert_with(|| own.kind(&name));
            if !kind.has_headers() {
                found.retain(|name, _| name == "content-type");
                expected.retain(|name, _| name == "content-type");
            }
            assert_eq!((answer.status().as_u16(), &found), (200, &expected), "{kind:?} {address}");
            let body = answer.body_mut().read_to_vec().unwrap();
            assert!(body == fs::read(site.path().join(&name)).unwrap(), "{kind:?} {address}: other bytes");
            packed(kind, site, &address, &name);
        }
        let hidden = ["_headers", ".htaccess", "nginx.conf", "Caddyfile"].into_iter();
        // Cloudflare hides its own file alone; nobody's secrets stand in the others.
        let hidden = hidden.filter(|_| kind != Kind::Cloudflare);
        for hidden in hidden.chain(["no-such-page/", "en/no-such-file.js"]) {
            let address = format!("{}{hidden}", host.address);
            let mut answer = get(&address, "identity");
            let words = answer.body_mut().read_to_string().unwrap();
            assert_eq!(answer.status().as_u16(), 404, "{kind:?} {address}");
            assert!(words.contains("There is no such page"), "{kind:?} {address}: {words}");
            assert!(
                !kind.has_headers() || headers(&answer).contains_key("content-security-policy"),
                "{kind:?} {address}"
            );
        }
        let moved = get(&format!("{}cards", host.address), "identity");
        let to = moved.headers()["location"].to_str().unwrap();
        assert!([301, 302, 307, 308].contains(&moved.status().as_u16()) && to.ends_with("cards/"), "{kind:?}: {to}");
    }
}

/// The packed copies come to those who take them, and caches are told that there are several.
fn packed(kind: Kind, site: &Site, address: &str, name: &str) {
    for (encoding, ending) in kind.encodings() {
        let copy = site.path().join(format!("{name}.{ending}"));
        let Ok(bytes) = fs::read(&copy) else { continue };
        let mut answer = get(address, encoding);
        let found = headers(&answer);
        assert_eq!(found.get("content-encoding").map(String::as_str), Some(*encoding), "{kind:?} {address}");
        assert!(found["vary"].to_lowercase().contains("accept-encoding"), "{kind:?} {address}: {found:?}");
        let own = Served::open(site.path()).unwrap();
        let is_feed = own.headers(name).into_iter().find(|(name, _)| name == "Content-Type").map(|(_, kind)| kind);
        assert_eq!(found["content-type"], is_feed.unwrap_or_else(|| own.kind(name)), "{kind:?} {address}");
        let body = answer.body_mut().with_config().limit(1 << 26).read_to_vec().unwrap();
        // The client unpacks what it knows.
        let plain = fs::read(site.path().join(name)).unwrap();
        assert!(body == bytes || body == plain, "{kind:?} {address}: other bytes");
    }
}

#[test]
fn on_nginx() {
    holds(Kind::Nginx);
}

#[test]
fn in_the_default_server_of_debian() {
    holds(Kind::DebianNginx);
}

#[test]
fn on_apache() {
    holds(Kind::Apache);
}

#[test]
fn on_apache_without_its_headers() {
    holds(Kind::BareApache);
}

#[test]
fn on_caddy() {
    holds(Kind::Caddy);
}

#[test]
fn on_cloudflare_pages() {
    holds(Kind::Cloudflare);
}

#[test]
fn by_the_command() {
    holds(Kind::Command);
}

/// Whatever names hold, they are text in every page, picture and feed.
#[test]
fn names_that_are_markup_stay_text() {
    let [site, clean] = &*SITES;
    let mut met = 0;
    let mut folders = vec![site.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(site.path()).unwrap().to_string_lossy().into_owned();
            if name.starts_with("package/") || ![".html", ".svg", ".xml"].iter().any(|end| name.ends_with(end)) {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for sign in [
                "<script>window",
                "<img src=x",
                "<svg onload",
                "<foreignObject",
                "\" onmouseover",
                "' onmouseover='window.__xss=1'",
                "href=\"javascript:",
            ] {
                assert!(!text.contains(sign), "{name}: {sign}");
            }
            // As many scripts as with plain names.
            if let Ok(plain) = fs::read_to_string(clean.path().join(&name)) {
                assert_eq!(text.matches("<script").count(), plain.matches("<script").count(), "{name}");
            }
            met += usize::from(text.contains("window.__xss"));
        }
    }
    assert!(met > 20, "{met} files hold such names");
}
