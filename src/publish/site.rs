//! Writes the site into a folder in which Trunk has put the template, the code and the styles.

use super::card_page::CardMaker;
use super::cards::{Card, cards};
use super::config::Config;
use super::pack::packed;
use super::png::Painter;
use super::sample::invented;
use super::services::{ServiceRow, files_of, parse_services, read_services};
use super::shell::{Shell, folder};
use super::start::Start;
use super::{PublishError, feeds, headers, legal, pages, read_release_package, service_pages, today};
use crate::data::package::{Files, read_package};
use crate::data::{Dataset, Release};
use crate::question::Lang;
use base64::{Engine, prelude::BASE64_STANDARD};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to publish, and from where.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the package.
    pub package: PathBuf,
    /// Folder that Trunk has built; the site is written into it.
    pub to: PathBuf,
    /// The operator's file.
    pub site: PathBuf,
    /// Folder of the fonts for preview images.
    pub fonts: PathBuf,
}

impl Options {
    /// The project's own package, operator and fonts.
    pub fn new(to: &Path) -> Self {
        Self {
            package: "assets/data".into(),
            to: to.to_owned(),
            site: "site.toml".into(),
            fonts: "node_modules/@expo-google-fonts/fira-sans".into(),
        }
    }
}

/// What was written.
#[derive(Debug)]
pub struct Published {
    /// Files with their sizes in bytes.
    pub files: Vec<(PathBuf, usize)>,
    /// Number of cards.
    pub cards: usize,
}

/// Files of the site by path, in order.
pub(super) type Site = BTreeMap<String, Vec<u8>>;

/// The SHA-256 of a file as in `integrity` attributes.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The SHA-256 of a file in hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Number of rows of a CSV file, without its header.
pub(super) fn rows_of(bytes: &[u8]) -> usize {
    csv::Reader::from_reader(bytes).into_records().count()
}

/// A name with a part of its content's hash: `start-0123456789abcdef.js`.
pub(super) fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", hexadecimal(bytes).get(..16).unwrap_or_default())
}

/// What Trunk has left, taken out of the folder's names once it is in the pages.
struct Built {
    template: String,
    style: String,
    critical: String,
    pages_style: String,
    embed_style: String,
    boot: String,
    start: Vec<u8>,
    search: Vec<u8>,
    services: Vec<u8>,
    /// The service worker, and the one that removes it.
    workers: [String; 2],
    /// Names of files that are not published under these names.
    taken: Vec<String>,
}

impl Built {
    fn read(to: &Path) -> Result<Self, PublishError> {
        let text = |name: &str| {
            let path = to.join(name);
            std::fs::read_to_string(&path).map_err(|error| PublishError::File(path, error))
        };
        let template = text("index.html")?;
        let missing = |mark| PublishError::Template(to.join("index.html"), mark);
        let style =
            template.split("href=\"./").find(|part| part.starts_with("style-")).and_then(|part| part.split('"').next());
        let style = style.ok_or_else(|| missing("style-*.css"))?.to_owned();
        Ok(Self {
            style: text(&style)?,
            critical: text("critical.css")?,
            pages_style: text("pages.css")?,
            embed_style: text("embed.css")?,
            boot: text("boot.js")?,
            start: text("start.js")?.into_bytes(),
            search: text("search.js")?.into_bytes(),
            services: text("services.js")?.into_bytes(),
            workers: [text("sw.js")?, text("sw-off.js")?],
            taken: [
                style.as_str(),
                "critical.css",
                "pages.css",
                "embed.css",
                "boot.js",
                "start.js",
                "services.js",
                "sw.js",
                "sw-off.js",
                "search.js",
                "index.html",
            ]
            .map(str::to_owned)
            .to_vec(),
            template,
        })
    }
}

/// A package in its published form: the files under `data/`, and the name and hash of the release that pages load.
pub(super) struct Data {
    pub files: Site,
    pub release: String,
    pub integrity: String,
}

/// The published form of a package; `base` is empty, or the folder of another site such as `sample/`.
fn publish_data(files: &Files, data: &Dataset, base: &str) -> Data {
    let mut site = Site::new();
    let json = Release::of(data).to_json().into_bytes();
    let release = format!("{base}data/{}", hashed("release", "json", &json));
    let mut entries = vec![serde_json::json!({ "path": release, "bytes": json.len(), "sha256": hexadecimal(&json) })];
    for (name, bytes) in files {
        let path = format!("{base}data/{name}");
        let rows = name.ends_with(".csv").then(|| rows_of(bytes));
        let digest = hexadecimal(bytes);
        entries.push(match rows {
            Some(rows) => serde_json::json!({ "path": path, "bytes": bytes.len(), "sha256": digest, "rows": rows }),
            None => serde_json::json!({ "path": path, "bytes": bytes.len(), "sha256": digest }),
        });
        site.insert(path, bytes.clone());
    }
    let version = data.version().map(|day| day.to_string());
    let manifest = serde_json::json!({ "schema": crate::data::SCHEMA, "version": version, "files": entries });
    site.insert(format!("{base}data/latest.json"), json.clone());
    site.insert(format!("{base}data/manifest.json"), format!("{manifest:#}\n").into_bytes());
    let integrity = integrity(&json);
    site.insert(release.clone(), json);
    Data { files: site, release, integrity }
}

/// Writes the site. `tell` hears how many of the files are made, of how many.
pub fn publish(options: &Options, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<Published, PublishError> {
    let day = today()?;
    let (files, data) = read_release_package(&options.package)?;
    let config = Config::read(&options.site, day)?;
    let built = Built::read(&options.to)?;
    let painter = Painter::open(&options.fonts)?;
    let data = Arc::new(data);
    let list = cards(&data);

    let mut site = Site::new();
    let pages_style = format!("{}{}", built.style, built.pages_style).into_bytes();
    let names = [
        ("pages", "css", &pages_style),
        ("start", "js", &built.start),
        ("search", "js", &built.search),
        ("services", "js", &built.services),
    ]
    .map(|(stem, ending, bytes)| (hashed(stem, ending, bytes), bytes.clone()));
    let [style, start, search, services] = names.each_ref().map(|(name, _)| name.clone());
    site.extend(names);
    let published = publish_data(&files, &data, "");
    let shell = Shell { config: &config, style: &style };
    let pages_start = Start {
        template: &built.template,
        critical: &built.critical,
        style: &style,
        boot: &built.boot,
        start: &start,
        to: &options.to,
        config: &config,
        services: &services,
    };
    let rows = read_services(&options.package)?;
    site.extend(pages_start.pages(&data, &published, "", listed(&rows, &data))?);
    site.extend(published.files);

    // Cards take the longest: all processors work on them.
    let maker = CardMaker { data: &data, shell: &shell, embed_style: &built.embed_style, painter: &painter };
    let done = std::sync::atomic::AtomicUsize::new(0);
    let made: Result<Vec<_>, PublishError> = (list.par_iter())
        .map(|card: &Card| {
            let files = maker.files(card);
            tell(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, list.len());
            files
        })
        .collect();
    site.extend(made?.into_iter().flatten());

    for lang in [Lang::De, Lang::En] {
        site.extend([
            pages::index(&shell, &data, &list, lang),
            pages::method(&shell, &data, lang),
            pages::data_page(&shell, &files, lang),
            pages::news(&shell, &data, lang),
            pages::glossary(&shell, lang),
        ]);
        site.extend(legal::pages(&shell, lang));
        site.insert(folder(lang, "feed.xml"), feeds::feed(&config, &data, lang).into_bytes());
    }
    site.extend([pages::not_found(&shell)]);
    if !rows.is_empty() {
        site.extend(service_pages::pages(&shell, &data, &rows, "", ["", ""], &search));
        site.extend(files_of(&rows, &data).into_iter().map(|(name, bytes)| (format!("data/services/{name}"), bytes)));
    }
    let indexed: Vec<String> = (site.keys())
        .filter(|path| path.ends_with("index.html") && !path.contains("embed/"))
        .map(|path| path.trim_end_matches("index.html").to_owned())
        .collect();
    site.extend(sample_site(&files, &data, &shell, &pages_start, &search, day)?);
    let text = |path: &str, text: String| (path.to_owned(), text.into_bytes());
    let rules = headers::rules(
        &integrity(built.critical.as_bytes()),
        &integrity(built.boot.as_bytes()),
        &integrity(built.embed_style.as_bytes()),
    );
    let [worker, off] = &built.workers;
    site.extend([
        text("sw.js", if config.offline { worker } else { off }.clone()),
        text("sitemap.xml", feeds::sitemap(&config, &indexed, &data)),
        text("robots.txt", feeds::robots(&config)),
        text(".well-known/security.txt", feeds::security(&config)),
        text("catalog.jsonld", feeds::catalogue(&config, &data)),
        text("_headers", headers::netlify(&rules)),
        text("nginx.conf", headers::nginx(&rules)),
        text(".htaccess", headers::apache(&rules)),
        text("Caddyfile", headers::caddy(&rules)),
    ]);
    write(&options.to, site, &built.taken, &data).map(|files| Published { files, cards: list.len() })
}

/// The site of the invented data, under `sample/`.
fn sample_site(
    files: &Files,
    real: &Dataset,
    shell: &Shell<'_>,
    start: &Start<'_>,
    search: &str,
    day: crate::data::Date,
) -> Result<Site, PublishError> {
    let package = invented(real, files)?;
    let (data, faults) = read_package(&package, day);
    let faults: Vec<_> = faults.into_iter().filter(|fault| !fault.problem.is_warning()).collect();
    if !faults.is_empty() {
        return Err(PublishError::Faults(faults));
    }
    let data = Arc::new(data);
    let published = publish_data(&package, &data, "sample/");
    let services = package.get("services.csv").cloned().unwrap_or_default();
    let rows = parse_services(&services)
        .map_err(|error| PublishError::File("services.csv".into(), std::io::Error::other(error)))?;
    let mut site = start.pages(&data, &published, "sample/", listed(&rows, &data))?;
    site.extend(published.files);
    let banners = [Lang::De, Lang::En].map(|lang| super::start::banner(lang, ""));
    let banners = banners.each_ref().map(String::as_str);
    site.extend(service_pages::pages(shell, &data, &rows, "sample/", banners, search));
    site.extend(
        files_of(&rows, &data).into_iter().map(|(name, bytes)| (format!("sample/data/services/{name}"), bytes)),
    );
    Ok(site)
}

/// The day for which there are lists: that of the newest own count.
fn listed(rows: &[ServiceRow], data: &Dataset) -> Option<crate::data::Date> {
    let days = data.known(None).all().filter(|o| o.source.is_own_count()).map(|o| o.span.to());
    days.max().filter(|_| !rows.is_empty())
}

/// Writes the files with their packed copies, and last what names them all.
fn write(to: &Path, mut site: Site, taken: &[String], data: &Dataset) -> Result<Vec<(PathBuf, usize)>, PublishError> {
    // What Trunk has written and stays: code, icon.
    let entries = std::fs::read_dir(to).map_err(|error| PublishError::File(to.to_owned(), error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !taken.contains(&name) && !site.contains_key(&name) && !name.ends_with(".br") && !name.ends_with(".gz") {
            let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
            site.insert(name, bytes);
        }
    }
    for name in taken.iter().filter(|name| !site.contains_key(*name)) {
        let path = to.join(name);
        std::fs::remove_file(&path).map_err(|error| PublishError::File(path, error))?;
    }
    let hashes: serde_json::Map<String, serde_json::Value> =
        site.iter().map(|(path, bytes)| (path.clone(), hexadecimal(bytes).into())).collect();
    let version = serde_json::json!({
        "app": env!("CARGO_PKG_VERSION"),
        "data": data.version().map(|day| day.to_string()),
        "sha256": hashes,
    });
    site.insert("version.json".to_owned(), format!("{version}\n").into_bytes());
    let copies: Vec<(String, Vec<u8>)> = site.par_iter().flat_map(|(path, bytes)| packed(path, bytes)).collect();
    site.extend(copies);
    let written = site.par_iter().map(|(path, bytes)| {
        let target = to.join(path);
        let fault = |error| PublishError::File(target.clone(), error);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(fault)?;
        }
        std::fs::write(&target, bytes).map_err(fault)?;
        Ok((PathBuf::from(path), bytes.len()))
    });
    written.collect()
}
