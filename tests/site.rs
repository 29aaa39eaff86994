//! The published site as files: links, cards, embeds, headers, the same bytes each time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{built, few_figures};
use ozg_state_comparison::data::Date;
use ozg_state_comparison::publish::{Options, Served, keep, publish};
use sha2::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

type Files = BTreeMap<String, Vec<u8>>;

fn walk(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn made(package: &Path) -> Files {
    let folder = built();
    let options = Options { package: package.to_owned(), ..Options::new(folder.path()) };
    publish(&options, &|_, _| {}).unwrap();
    let mut files = Files::new();
    walk(folder.path(), folder.path(), &mut files);
    files
}

/// The site, made once for all tests.
fn site() -> &'static Files {
    static SITE: OnceLock<Files> = OnceLock::new();
    SITE.get_or_init(|| made(Path::new("assets/data")))
}

fn text(path: &str) -> String {
    String::from_utf8(site().get(path).unwrap_or_else(|| panic!("{path} is missing")).clone()).unwrap()
}

fn pages() -> impl Iterator<Item = (&'static String, String)> {
    let html = site().iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes.clone()).unwrap()))
}

/// The file behind an address of a page.
fn target(page: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap();
    let mut parts: Vec<&str> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => page.rsplit_once('/').map(|(folder, _)| folder.split('/').collect()).unwrap_or_default(),
    };
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let folder = address.ends_with('/') || address.is_empty() || address.ends_with("..") || address == ".";
    Some(match (folder, path.is_empty()) {
        (true, true) => "index.html".to_owned(),
        (true, false) => format!("{path}/index.html"),
        _ => path,
    })
}

/// Values of attributes.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_link_and_file_exists() {
    let mut checked = 0;
    for (page, html) in pages() {
        let all = ["href", "src", "data-translation", "data-release", "data-complete", "data-lists"];
        let addresses: BTreeSet<&str> = all.iter().flat_map(|name| values(&html, name)).collect();
        for address in addresses {
            if let Some(id) = address.strip_prefix('#') {
                let id = format!(" id=\"{id}\"");
                assert!(address == "#" || html.contains(&id), "{page}: no {address}");
                continue;
            }
            let own = address.strip_prefix("https://ozg-vergleich.example/").map(|path| format!("/{path}"));
            if own.is_none() && (address.contains("://") || address.starts_with("mailto:")) {
                assert!(address.starts_with("https://") || address.starts_with("mailto:"), "{page}: {address}");
                continue;
            }
            let address = own.as_deref().unwrap_or(address);
            if page == "404.html" && address.starts_with('/') || own.is_some() || !address.starts_with('/') {
                let file = target(page, address).unwrap_or_else(|| panic!("{page}: {address} leads out"));
                assert!(site().contains_key(&file), "{page}: {address} ({file}) does not exist");
                checked += 1;
            } else {
                panic!("{page}: {address} holds at the root only");
            }
        }
    }
    assert!(checked > 5_000, "{checked}");
    // Files that name addresses.
    for name in ["sitemap.xml", "feed.xml", "en/feed.xml", "catalog.jsonld", "robots.txt"] {
        for part in text(name).split("https://ozg-vergleich.example/").skip(1) {
            let path: String = part.chars().take_while(|c| !"<\"# \n)".contains(*c)).collect();
            let file = target("x", &format!("/{path}")).unwrap();
            assert!(site().contains_key(&file) || path == "data/", "{name}: {path}");
        }
    }
}

#[test]
fn old_cards_never_die() {
    for id in fs::read_to_string("tests/cards.txt").unwrap().lines() {
        for path in ["cards", "en/cards", "embed", "en/embed"] {
            assert!(site().contains_key(&format!("{path}/{id}/index.html")), "{path}/{id}/ is gone");
        }
        for ending in ["svg", "png", "csv", "excel.csv", "json"] {
            assert!(site().contains_key(&format!("cards/{id}.{ending}")), "{id}.{ending} is gone");
        }
    }
}

#[test]
fn cards_carry_what_readers_and_machines_need() {
    let known = fs::read_to_string("tests/cards.txt").unwrap();
    for id in known.lines() {
        for (folder, lang) in [("", "de"), ("en/", "en")] {
            let html = text(&format!("{folder}cards/{id}/index.html"));
            let one = |part: &str| assert_eq!(html.matches(part).count(), 1, "{folder}{id}: {part}");
            [
                &*format!("<html lang=\"{lang}\" data-state=\"static\">"),
                "<h1 ",
                "<title>",
                "name=\"description\"",
                "rel=\"canonical\"",
                "og:image\"",
                "application/ld+json",
                "application/json+oembed",
                "twitter:card",
                "id=\"code-frame\"",
                "id=\"cite-bibtex\"",
                "class=\"sentence\"",
            ]
            .iter()
            .for_each(|part| one(part));
            // What always shows the newest month is cited as that month.
            let cited = html.split("@misc{ozg-").nth(1).unwrap().split(',').next().unwrap();
            let measure = id.strip_prefix("latest-");
            let is_cited = measure.map_or(cited == id, |own| cited.starts_with(&format!("ranking-{own}-20")));
            assert!(is_cited && site().contains_key(&format!("{folder}cards/{cited}/index.html")), "{id}: {cited}");
            assert!(
                html.contains(&format!("@misc{{ozg-{cited},\n  author = ")),
                "{folder}{id}: an entry has its lines"
            );
            assert_eq!(html.matches("rel=\"alternate\" hreflang").count(), 2);
            assert_eq!(html.matches("class=\"chart chart-").count(), 3, "a drawing for each width");
            for part in [
                "title=&quot;",
                "loading=&quot;lazy&quot;",
                "width=&quot;100%&quot;",
                "height=&quot;",
                "alt=&quot;",
                "<table",
                "class=\"source\"",
            ] {
                assert!(html.contains(part), "{folder}{id}: {part}");
            }
            assert!(
                !html.contains("data-ask") && !html.contains("data-take") && !html.contains("<button"),
                "{id}: dead controls"
            );
            let json = html.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
            let linked: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(linked["@type"], "Dataset");
            // Chart, table and files say the same.
            let csv = text(&format!("{folder}cards/{id}.csv"));
            let records = csv::Reader::from_reader(csv.as_bytes()).into_records().count();
            let rows = html.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().matches("<tr").count();
            assert_eq!(records, rows, "{id}");
        }
        let png = &site()[&format!("cards/{id}-1200x628.png")];
        let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((size(16), size(20)), (1_200, 628), "{id}");
        let page = text(&format!("cards/{id}/index.html"));
        assert!(page.contains(&format!("cards/{id}-1200x628.png")), "{id}: its preview");
        for ending in [".svg", ".png", "-1080x1080.png", "-1920x1080.png", "-85mm.pdf", "-125mm.pdf", "-185mm.pdf"] {
            assert!(page.contains(&format!("href=\"../{id}{ending}\"")), "{id}: no link to {ending}");
            assert!(site()[&format!("cards/{id}{ending}")].len() > 1_000, "{id}{ending}");
        }
    }
}

/// Cards, embeds and drawings are for all readers: none of them calls a state "mein Land".
#[test]
fn what_goes_from_hand_to_hand_has_no_state_of_its_reader() {
    let ends = [".html", ".svg", ".json", ".csv"];
    let for_all = |path: &String| path.contains("cards/") || path.contains("embed/");
    let mut count = 0;
    for path in site().keys().filter(|path| for_all(path) && ends.iter().any(|end| path.ends_with(end))) {
        let own = text(path);
        let said = own.split(['<', '"']).find(|part| part.contains("mein Land") || part.contains("my state"));
        // The app that is asked inside the frame has words for its own readers too.
        assert!(said.is_none() || path.ends_with("embed/index.html"), "{path}: {said:?}");
        count += usize::from(own.contains(", hervorgehoben, ") || own.contains(", highlighted, "));
    }
    assert!(count > 100, "{count} drawings with a state that stands out");
}

#[test]
fn embeds_have_one_script_and_say_what_was_counted() {
    let embeds = pages().filter(|(path, _)| path.contains("embed/") && !path.ends_with("embed/index.html"));
    let mut count = 0;
    for (path, html) in embeds {
        assert_eq!(html.matches("<script").count(), 1, "{path}");
        assert!(
            html.contains("class=\"definition\"") && html.contains("class=\"source\"") && html.contains("<table"),
            "{path}"
        );
        assert!(values(&html, "src").is_empty(), "{path} loads something");
        for tag in ["style", "script"] {
            let inline = html.split(&format!("<{tag}>")).nth(1).unwrap().split(&format!("</{tag}>")).next().unwrap();
            let hash = integrity(inline.as_bytes());
            assert!(html.contains(&format!("{tag}-src '{hash}'")), "{path}: the policy names another {tag}");
            assert!(text("_headers").contains(&hash), "{path}: the headers name another {tag}");
        }
        for link in html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            assert!(link.contains("target=\"_blank\"") && link.contains("noopener"), "{path}: {link}");
        }
        count += 1;
    }
    assert!(count >= 120, "{count}");
}

#[test]
fn inline_parts_of_start_pages_are_those_that_the_policy_names() {
    let starts = ["index.html", "en/index.html", "sample/index.html", "sample/en/index.html"].map(|page| (page, 2));
    for (page, count) in starts.into_iter().chain(["embed/index.html", "en/embed/index.html"].map(|page| (page, 4))) {
        let html = text(page);
        let mut found = 0;
        for tag in ["script", "style"] {
            for rest in html.split(&format!("<{tag}>")).skip(1) {
                let inline = rest.split(&format!("</{tag}>")).next().unwrap();
                let inline = format!("'{}'", integrity(inline.as_bytes()));
                assert!(html.contains(&inline) && text("_headers").contains(&inline), "{page}: {tag}");
                found += 1;
            }
        }
        assert_eq!(found, count, "{page}");
    }
}

#[test]
fn invented_data_say_so_and_stay_apart() {
    let sample: Vec<_> = pages().filter(|(path, _)| path.contains("sample/")).collect();
    assert!(sample.len() > 400);
    for (path, html) in &sample {
        let words = if path.starts_with("en/") || path.contains("/en/") {
            "Sample data, invented"
        } else {
            "Beispieldaten, frei erfunden"
        };
        assert!(html.contains(words) && html.contains("class=\"note sample\""), "{path}");
    }
    for (path, bytes) in site().iter().filter(|(path, _)| path.starts_with("data/") || path.starts_with("cards/")) {
        let found = String::from_utf8_lossy(bytes).contains("erfunden");
        assert!(!found, "{path} holds invented data");
    }
    assert!(!text("sitemap.xml").contains("sample/"), "search engines do not get invented data");
    assert!(text("sample/index.html").contains("noindex"));
}

#[test]
fn two_builds_are_the_same_bytes() {
    let package = few_figures(|_, text| text);
    let [first, second] = [made(package.path()), made(package.path())];
    assert!(first.len() > 500, "{}", first.len());
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(second[path] == *bytes, "{path} differs");
    }
}

#[test]
fn packed_copies_and_hashes_are_those_of_the_files() {
    let version: serde_json::Value = serde_json::from_str(&text("version.json")).unwrap();
    let hashes = version["sha256"].as_object().unwrap();
    use sha2::Digest;
    for (path, hash) in hashes {
        let digest: String = sha2::Sha256::digest(&site()[path]).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash.as_str().unwrap(), digest, "{path}");
    }
    let mut packed = 0;
    for (path, bytes) in site().iter().filter(|(path, _)| path.ends_with(".br")) {
        let mut found = Vec::new();
        std::io::Read::read_to_end(&mut brotli::Decompressor::new(bytes.as_slice(), 4_096), &mut found).unwrap();
        assert!(found == site()[path.trim_end_matches(".br")], "{path}");
        packed += 1;
    }
    assert!(packed > 500, "{packed}");
    for file in ["boot.js", "critical.css", "embed.css", "embedded.js", "start.js"] {
        assert!(!site().contains_key(file), "{file} is published under a name without a hash");
    }
}

#[test]
fn legal_pages_are_linked_from_every_page() {
    for (path, html) in pages().filter(|(path, _)| !path.contains("embed/") && *path != "404.html") {
        for page in ["impressum/", "datenschutz/", "barrierefreiheit/", "kontakt/"] {
            assert!(html.contains(&format!("{page}\"")), "{path} does not link {page}");
        }
    }
    assert!(text("impressum/index.html").contains("Muster – nicht rechtsverbindlich"));
    assert!(text(".well-known/security.txt").contains("Expires: "));
}

/// What a description says of the columns of a table: name, type, what it must look like, whether it may be empty.
fn columns(table: &serde_json::Value) -> Vec<(String, String, Option<String>, bool)> {
    let columns = table["tableSchema"]["columns"].as_array().unwrap();
    let column = |column: &serde_json::Value| {
        let datatype = &column["datatype"];
        let base = datatype["base"].as_str().or(datatype.as_str()).unwrap().to_owned();
        let format = datatype["format"].as_str().map(str::to_owned);
        (column["name"].as_str().unwrap().to_owned(), base, format, column["required"] == true)
    };
    columns.iter().map(column).collect()
}

/// Compares a table with its description; returns the number of its cells.
fn compare(path: &str, table: &serde_json::Value) -> usize {
    let csv = text(path);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let columns = columns(table);
    let names: Vec<&str> = columns.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names, "{path}");
    let mut count = 0;
    for record in reader.records().map(Result::unwrap) {
        for (cell, (name, base, format, is_required)) in record.iter().zip(&columns) {
            count += 1;
            if cell.is_empty() {
                assert!(!is_required, "{path}: {name} is empty");
                continue;
            }
            let holds = match (base.as_str(), format) {
                ("integer", _) => cell.parse::<i64>().is_ok(),
                ("decimal", _) => cell.parse::<f64>().is_ok(),
                ("date", _) => ozg_state_comparison::data::Date::parse(cell).is_ok(),
                ("boolean", _) => ["true", "false"].contains(&cell),
                ("anyURI", _) => cell.starts_with("https://"),
                // A pattern is checked by the package's own tests.
                (_, Some(format)) if !format.starts_with('^') => format.split('|').any(|value| value == cell),
                _ => true,
            };
            assert!(holds, "{path}: {name} is {base} {format:?}, not “{cell}”");
        }
    }
    count
}

#[test]
fn tables_are_what_their_descriptions_say() {
    let json = |path: &str| serde_json::from_str::<serde_json::Value>(&text(path)).unwrap();
    let group = json("data/csv-metadata.json");
    let tables = group["tables"].as_array().unwrap();
    assert_eq!(tables.len(), 8);
    let mut count = 0;
    for table in tables {
        count += compare(&format!("data/{}", table["url"].as_str().unwrap()), table);
        // What refers to another table refers to a column that it has.
        for key in table["tableSchema"]["foreignKeys"].as_array().into_iter().flatten() {
            let other = tables.iter().find(|other| other["url"] == key["reference"]["resource"]).unwrap();
            let column = key["reference"]["columnReference"][0].as_str().unwrap();
            assert!(columns(other).iter().any(|(name, ..)| name == column), "{key}");
        }
    }
    assert!(count > 3_000, "{count}");
    let described: Vec<&String> = site().keys().filter(|path| path.ends_with(".csv-metadata.json")).collect();
    assert!(described.len() >= 140, "{}", described.len());
    for path in described {
        let csv = path.strip_suffix("-metadata.json").unwrap();
        let table = json(path);
        assert!(csv.ends_with(table["url"].as_str().unwrap()), "{path}");
        compare(csv, &table);
    }
}

#[test]
fn every_address_of_the_interface_is_a_file() {
    let found: serde_json::Value = serde_json::from_str(&text("openapi.json")).unwrap();
    let mut count = 0;
    for (path, item) in found["paths"].as_object().unwrap() {
        let own = path.trim_start_matches('/');
        let parameters = item["get"]["parameters"].as_array().unwrap();
        let paths = match parameters.first() {
            None => vec![own.to_owned()],
            Some(parameter) => {
                let name = format!("{{{}}}", parameter["name"].as_str().unwrap());
                let values = parameter["schema"]["enum"].as_array().unwrap();
                values.iter().map(|value| own.replace(&name, value.as_str().unwrap())).collect()
            }
        };
        for path in paths {
            assert!(site().contains_key(&path), "{path} is missing");
            count += 1;
        }
    }
    let cards = site().keys().filter(|path| path.starts_with("cards/") && path.ends_with("/index.html")).count() - 1;
    assert!(count >= 8 * cards, "{count} addresses, {cards} cards");
    let ids: BTreeSet<&str> =
        found["paths"].as_object().unwrap().values().map(|item| item["get"]["operationId"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), found["paths"].as_object().unwrap().len(), "each operation has an id of its own");
}

#[test]
fn the_sums_of_a_release_are_those_of_its_files() {
    let sums = text("SHA256SUMS");
    let named: BTreeMap<&str, &str> =
        sums.lines().map(|line| line.split_once("  ").unwrap()).map(|(hash, path)| (path, hash)).collect();
    let is_packed = |path: &str| [".br", ".gz"].iter().any(|end| path.ends_with(end));
    let others =
        site().keys().filter(|path| !is_packed(path) && !["SHA256SUMS", "version.json"].contains(&path.as_str()));
    assert!(others.clone().count() > 1_000);
    for path in others {
        let hash = format!("{:x}", sha2::Sha256::digest(&site()[path]));
        assert_eq!(named.get(path.as_str()).copied(), Some(hash.as_str()), "{path}");
    }
}

/// A page of yesterday, kept by a browser or a proxy, beside the files of today.
#[test]
fn a_page_of_the_last_release_finds_its_files() {
    let old = tempfile::tempdir().unwrap();
    for (path, bytes) in site() {
        fs::create_dir_all(old.path().join(path).parent().unwrap()).unwrap();
        fs::write(old.path().join(path), bytes).unwrap();
    }
    // Another build: code, styles and data have other names.
    let is_changed =
        |path: &str| ["app-de-", "start-de-", "data/release-de-"].iter().any(|start| path.starts_with(start));
    let renamed = |path: &String| if is_changed(path) { path.replace('-', "-0") } else { path.clone() };
    let mut new: Files = site().iter().map(|(path, bytes)| (renamed(path), bytes.clone())).collect();
    let today = Date::parse("2026-11-25").unwrap();
    let page = text("index.html");
    let named: Vec<&String> = site().keys().filter(|path| path.contains('-') && page.contains(path.as_str())).collect();
    assert!(named.iter().filter(|path| !new.contains_key(**path)).count() >= 3, "{named:?}");
    let releases = keep(old.path(), &mut new, today).unwrap();
    assert_eq!(releases.len(), 2);
    for path in named {
        assert!(new.get(path) == site().get(path), "{path}");
    }
}

/// A file's hash as pages and policies name it.
fn integrity(bytes: &[u8]) -> String {
    use base64::Engine;
    format!("sha256-{}", base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(bytes)))
}

/// The hash in the name of a file, before its ending; packed copies are named after theirs.
fn hash_of(path: &str) -> Option<&str> {
    let (stem, _) = path.rsplit_once('.')?;
    let (_, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then_some(hash)
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[test]
fn a_name_with_a_hash_is_that_of_its_bytes() {
    let mut count = 0;
    for (path, bytes) in site() {
        if let Some(hash) = hash_of(path) {
            assert!(format!("{:x}", sha2::Sha256::digest(bytes)).starts_with(hash), "{path}");
            count += 1;
        }
    }
    assert!(count >= 17, "{count}");
}

/// Each script and style sheet that a page names, and what those name in their turn, has the hash of its bytes beside it.
#[test]
fn every_script_and_style_is_compared_by_browsers() {
    let mut count = 0;
    for (page, html) in pages() {
        let tags = html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap());
        for tag in tags.filter(|tag| tag.starts_with("script ") || tag.contains("rel=\"stylesheet\"")) {
            let Some(address) = attribute(tag, "src").or(attribute(tag, "href")) else { continue };
            let file = target(page, address).unwrap();
            assert_eq!(attribute(tag, "integrity"), Some(integrity(&site()[&file]).as_str()), "{page}: {tag}");
            count += 1;
        }
    }
    assert!(count > 1_000, "{count}");
    let mut named = 0;
    let is_naming = |path: &str| path.starts_with("start-") || path.starts_with("later-");
    for path in site().keys().filter(|path| is_naming(path) && path.ends_with(".js")) {
        let script = text(path);
        for (name, bytes) in site().iter().filter(|(name, _)| !name.contains('/') && name.contains('-')) {
            if script.contains(&format!("'{name}'")) || script.contains(&format!("\"{name}\"")) {
                assert!(script.contains(&integrity(bytes)), "{path} names {name} without its hash");
                named += 1;
            }
        }
        assert!(!script.contains("-integrity%"), "{path}");
    }
    assert_eq!(named, 8, "of each language WebAssembly, styles, later.js; of that two scripts");
}

/// What the HTTP Observatory of MDN counts (version 1.4.8 of its rules): 100, and so many more or less for each header. `preloaded`:
/// whether the host stands on the browsers' list of HTTPS hosts, which its owner asks for.
fn observatory(path: &str, page: &str, preloaded: bool) -> i32 {
    let rules = text("_headers");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("_headers"), rules).unwrap();
    let headers = Served::open(folder.path()).unwrap().headers(path);
    let of = |name: &str| headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.to_lowercase());
    let policy = of("Content-Security-Policy").unwrap_or_default();
    let parts: BTreeMap<&str, Vec<&str>> = policy
        .split(';')
        .filter_map(|part| {
            let mut words = part.split_whitespace();
            words.next().map(|name| (name, words.collect()))
        })
        .collect();
    let sources = |name: &str| parts.get(name).or(parts.get("default-src")).cloned().unwrap_or_else(|| vec!["*"]);
    let broad = ["*", "http:", "https:", "http://*", "https://*", "data:", "'unsafe-inline'", "'unsafe-eval'"];
    let is_unsafe = ["script-src", "object-src", "style-src"]
        .iter()
        .flat_map(|name| sources(name))
        .any(|source| broad.contains(&source));
    let mut score = 100;
    score += if is_unsafe {
        -20
    } else if parts.get("default-src") == Some(&vec!["'none'"]) {
        10
    } else {
        5
    };
    score += match of("Referrer-Policy").as_deref() {
        Some("no-referrer" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin") => 5,
        None => 0,
        Some(_) => -5,
    };
    let age = of("Strict-Transport-Security")
        .and_then(|value| value.strip_prefix("max-age=")?.split(';').next()?.trim().parse::<u64>().ok());
    score += match age {
        Some(15_768_000..) => {
            if preloaded {
                5
            } else {
                0
            }
        }
        Some(_) => -10,
        None => -20,
    };
    score += match of("X-Content-Type-Options").as_deref() {
        Some("nosniff") => 0,
        _ => -5,
    };
    let is_framed_by_policy = parts.contains_key("frame-ancestors");
    score += match of("X-Frame-Options").as_deref() {
        _ if is_framed_by_policy => 5,
        Some("deny" | "sameorigin") => 0,
        _ => -20,
    };
    score += match of("Cross-Origin-Resource-Policy").as_deref() {
        Some("same-origin" | "same-site") => 10,
        Some("cross-origin") | None => 0,
        Some(_) => -5,
    };
    let html = text(page);
    let scripts: Vec<&str> = html
        .split("<script ")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap())
        .filter(|tag| tag.contains(" src=") || tag.starts_with("src="))
        .collect();
    score + if !scripts.is_empty() && scripts.iter().all(|tag| tag.contains("integrity=\"sha256-")) { 5 } else { 0 }
}

#[test]
fn the_observatory_finds_nothing_to_add() {
    assert_eq!(observatory("", "index.html", false), 135);
    assert_eq!(observatory("", "index.html", true), 140);
    assert_eq!(observatory("cards/", "cards/index.html", true), 130, "open to all, as pictures are");
    // Who may be framed by everyone is read from everywhere, and has no script of another file.
    assert_eq!(observatory("embed/profile-nw/", "embed/profile-nw/index.html", true), 125);
    assert_eq!(observatory("embed/", "embed/index.html", true), 130);
}

/// Only what never changes is kept for good.
#[test]
fn only_hashed_names_are_immutable() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("_headers"), text("_headers")).unwrap();
    let served = Served::open(folder.path()).unwrap();
    for path in site().keys().filter(|path| !path.ends_with(".br") && !path.ends_with(".gz")) {
        let kept = served.headers(path).into_iter().find(|(name, _)| name == "Cache-Control").map(|(_, value)| value);
        let expected = match path.as_str() {
            "icon.svg" => "public, max-age=86400",
            path if hash_of(path).is_some() => "public, max-age=31536000, immutable",
            _ => "no-cache",
        };
        assert_eq!(kept.as_deref(), Some(expected), "{path}");
    }
}
