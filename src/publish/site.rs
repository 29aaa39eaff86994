//! Writes the site into a folder in which Trunk has put the template, the code and the styles.

use super::PublishError;
use super::card_page::CardMaker;
use super::cards::{Card, cards};
use super::config::Config;
use super::feeds;
use super::files::{read_whole_package, today};
use super::frame::Heights;
use super::hash::{Asset, hashed, hexadecimal, integrity};
use super::keep::{Release, keep};
use super::legal::legal;
use super::metadata;
use super::news::news;
use super::notices::notices;
use super::pack::packed;
use super::package::{Published, Tree, licensed};
use super::pages::{self, Pages};
use super::painter::Painter;
use super::paths::{Shared, folder};
use super::sample::invented;
use super::service_pages::service_pages;
use super::services::{ServiceRow, listed, service_files, service_rows};
use super::share::{ShareFiles, share_file};
use super::start::{Code, Interactive, Start};
use super::targets::targets;
use super::template::filled;
use super::{headers, hosts, index};
use crate::data::package::{Files, read_package};
use crate::data::{Dataset, Date};
use crate::question::Lang;
use crate::ui::components::site::EmbedParts;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    /// The file with the measured heights of embeds.
    pub heights: PathBuf,
    /// Folder of the last release, of which files stay.
    pub keep: Option<PathBuf>,
}

impl Options {
    /// The project's own package, operator and fonts.
    pub fn new(to: &Path) -> Self {
        Self {
            package: "assets/data".into(),
            to: to.to_owned(),
            site: "site.toml".into(),
            fonts: "node_modules/@expo-google-fonts".into(),
            heights: "assets/embed-heights.json".into(),
            keep: None,
        }
    }
}

/// What was written.
#[derive(Debug)]
pub struct Written {
    /// Files with their sizes in bytes.
    pub files: Vec<(PathBuf, usize)>,
    /// Number of cards.
    pub cards: usize,
    /// Number of embeds whose heights are estimates.
    pub unmeasured: usize,
}

/// Files that Trunk leaves and that are not published under these names.
const TAKEN: [&str; 26] = [
    "index.html",
    "app.js",
    "app_bg.wasm",
    "app-en.js",
    "app-en_bg.wasm",
    "critical.css",
    "late.css",
    "style.css",
    "pages.css",
    "embed.css",
    "boot.js",
    "start.js",
    "start-de.js",
    "start-en.js",
    "later.js",
    "search.js",
    "kept.js",
    "embedded.js",
    "interactive.js",
    "share.js",
    "listen.js",
    "share.css",
    "interactive.css",
    "sw.js",
    "sw-off.js",
    "app.d.ts",
];

/// Files that name the others: the hashes for `sha256sum --check`, and what programs read.
const NAMING: [&str; 2] = ["SHA256SUMS", "version.json"];

/// What Trunk has left. A name with a hash is made here, from the final bytes of a file.
struct Built<'a>(&'a Path);

impl Built<'_> {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, PublishError> {
        let path = self.0.join(name);
        std::fs::read(&path).map_err(|error| PublishError::File(path, error))
    }

    fn text(&self, name: &str) -> Result<String, PublishError> {
        let path = self.0.join(name);
        std::fs::read_to_string(&path).map_err(|error| PublishError::File(path, error))
    }

    /// A file, put into the site as it is.
    fn put(&self, name: &str, tree: &mut Tree) -> Result<Asset, PublishError> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        Ok(put(tree, stem, ending, self.bytes(name)?))
    }

    /// A script that names other files: its places `%name%` and `%name-integrity%` are filled.
    fn filled(&self, stem: &str, files: &[(&'static str, &'static str, &Asset)]) -> Result<Vec<u8>, PublishError> {
        let name = format!("{stem}.js");
        let texts =
            files.iter().flat_map(|(name, hash, file)| [(*name, file.name.clone()), (*hash, file.integrity.clone())]);
        filled(&self.text(&name)?, &self.0.join(name), &texts.collect::<Vec<_>>()).map(String::into_bytes)
    }

    /// The code of a language, put into the site.
    fn code(
        &self,
        stem: &str,
        lang: Lang,
        own: &[(&'static str, &'static str, &Asset)],
        tree: &mut Tree,
    ) -> Result<Code, PublishError> {
        let wasm = put(tree, &format!("app-{}", lang.name()), "wasm", self.bytes(&format!("{stem}_bg.wasm"))?);
        let start = format!("start-{}", lang.name());
        let named: Vec<_> = own.iter().copied().chain([("wasm", "wasm-integrity", &wasm)]).collect();
        let script = self.filled(&start, &named)?;
        Ok(Code { start: put(tree, &start, "js", script), wasm: wasm.name })
    }
}

/// What stands inside each embed.
fn embed_parts(built: &Built<'_>) -> Result<EmbedParts, PublishError> {
    let (style, script) = (built.text("embed.css")?, built.text("embedded.js")?);
    let (style_hash, script_hash) = (integrity(style.as_bytes()), integrity(script.as_bytes()));
    Ok(EmbedParts { style, style_hash, script, script_hash })
}

/// Puts a file into the site under a name with its hash.
fn put(tree: &mut Tree, stem: &str, ending: &str, bytes: Vec<u8>) -> Asset {
    let file = Asset { name: hashed(stem, ending, &bytes), integrity: integrity(&bytes) };
    tree.insert(file.name.clone(), bytes);
    file
}

/// Writes the site. `tell` hears how many of the files are made, of how many.
pub fn publish(options: &Options, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<Written, PublishError> {
    let day = today()?;
    let (files, read) = read_whole_package(&options.package)?;
    let (mut data, acceptances) = (read.data, read.acceptances);
    let config = Config::read(&options.site, day)?;
    let files = licensed(files, config.licence);
    data.licence = config.licence;
    let built = Built(&options.to);
    let painter = Painter::open(&options.fonts)?;
    let heights = Heights::read(&options.heights)?;
    let data = Arc::new(data);
    let list = cards(&data);

    let mut tree = Tree::new();
    let app_style = put(&mut tree, "style", "css", built.bytes("late.css")?);
    let styles = built.text("style.css")? + &built.text("pages.css")?;
    let style = put(&mut tree, "pages", "css", styles.into_bytes());
    let [search, kept, share_script, share_style, listen] =
        ["search.js", "kept.js", "share.js", "share.css", "listen.js"].map(|name| built.put(name, &mut tree));
    let (search, kept, share_script, share_style) = (search?, kept?, share_script?, share_style?);
    let later = built
        .filled("later", &[("share", "share-integrity", &share_script), ("listen", "listen-integrity", &listen?)])?;
    let later = put(&mut tree, "later", "js", later);
    let named = [("styles", "styles-integrity", &app_style), ("later", "later-integrity", &later)];
    let code = [built.code("app", Lang::De, &named, &mut tree)?, built.code("app-en", Lang::En, &named, &mut tree)?];
    let share = ShareFiles { script: &share_script, style: &share_style };
    let shared = Shared { style: &style, kept: &kept };
    let (template, critical, boot) = (built.text("index.html")?, built.text("critical.css")?, built.text("boot.js")?);
    let embed = embed_parts(&built)?;
    let (interactive_style, interactive_script) = (built.text("interactive.css")?, built.text("interactive.js")?);
    let interactive = Interactive { style: &interactive_style, scripts: [&embed.script, &interactive_script] };
    let starts = Start {
        template: (&template, &options.to.join("index.html")),
        critical: &critical,
        boot: &boot,
        code: &code,
        interactive: &interactive,
        config: &config,
    };
    let published = Published::of(&files, &data, "");
    let (rows, day_listed) = (service_rows(&files), listed(&files));
    tree.extend(starts.pages(&data, &published, "", day_listed)?);
    tree.extend(starts.embeds(&data, &published, day_listed)?);
    tree.extend(published.files);

    // Cards take the longest: all processors work on them, and on the sample site.
    let [german, english] = [Lang::De, Lang::En].map(|lang| index::tiles(&data, &list, lang));
    let tiles = [german.as_slice(), &english];
    let unmeasured = AtomicUsize::new(0);
    let maker = CardMaker {
        share: &share_script,
        tiles,
        data: &data,
        config: &config,
        shared,
        embed: &embed,
        heights: &heights,
        painter: &painter,
        unmeasured: &unmeasured,
    };
    let done = AtomicUsize::new(0);
    let all_cards = || -> Result<Vec<_>, PublishError> {
        let made = list.par_iter().map(|card: &Card| {
            let files = maker.files(card);
            tell(done.fetch_add(1, Ordering::Relaxed) + 1, list.len());
            files
        });
        made.collect()
    };
    let pages = Pages { config: &config, shared };
    let (made, invented) = rayon::join(all_cards, || sample_site(&files, &data, pages, &starts, &search, day));
    tree.extend(made?.into_iter().flatten());

    for (lang, tiles) in [Lang::De, Lang::En].into_iter().zip(tiles) {
        tree.extend([
            index::index(pages, &data, tiles, &search, lang),
            pages::method(pages, &data, &acceptances, lang),
            pages::data_page(pages, &files, lang),
            pages::glossary(pages, lang),
            targets(pages, &data, lang),
            news(pages, &data, lang),
            share_file(pages, &data, share, lang),
            notices(pages, lang)?,
        ]);
        tree.extend(legal(pages, &data, lang));
        tree.insert(folder(lang, "feed.xml"), feeds::feed(&config, &data, lang).into_bytes());
    }
    tree.extend([pages::not_found(pages)]);
    if !rows.is_empty() {
        tree.extend(lists(pages, &data, (&rows, day_listed), "", &search));
    }
    let indexed: Vec<String> = (tree.keys())
        .filter(|path| path.ends_with("index.html") && !path.contains("embed/") && !path.contains("share/"))
        .map(|path| path.trim_end_matches("index.html").to_owned())
        .collect();
    tree.extend(invented?);
    let text = |path: &str, text: String| (path.to_owned(), text.into_bytes());
    let ids: Vec<String> = list.iter().map(|card| card.id.clone()).collect();
    let version = data.version().map(|day| day.to_string()).unwrap_or_default();
    tree.extend(metadata::tables(&files, config.licence).map(|json| text("data/csv-metadata.json", json)));
    let base = config.path();
    let policies = headers::Policies {
        base,
        style: &integrity(critical.as_bytes()),
        boot: &integrity(boot.as_bytes()),
        embed: &starts.embed_policy(&embed),
        is_https: config.https_only,
    };
    let rules = headers::rules(policies, tree.keys());
    tree.extend([
        text("sw.js", built.text(if config.offline { "sw.js" } else { "sw-off.js" })?),
        text("sitemap.xml", feeds::sitemap(&config, &indexed, &data)),
        text("robots.txt", feeds::robots(&config)),
        text(".well-known/security.txt", feeds::security(&config)),
        text("openapi.json", metadata::openapi(&config, &ids, &version)),
        text("catalog.jsonld", feeds::catalogue(&config, &data)),
        text("_headers", hosts::cloudflare(base, &rules)),
        text("nginx.conf", hosts::nginx(base, &rules)),
        text(".htaccess", hosts::apache(base, &rules)),
        text("Caddyfile", hosts::caddy(base, &rules)),
    ]);
    let releases = options.keep.as_ref().map(|folder| keep(folder, &mut tree, day)).transpose()?;
    write(&options.to, tree, &data, releases).map(|files| Written {
        files,
        cards: list.len(),
        unmeasured: unmeasured.load(Ordering::Relaxed),
    })
}

/// The lists behind the figures: pages and files.
fn lists(pages: Pages<'_>, data: &Dataset, list: (&[ServiceRow], Option<Date>), base: &str, search: &Asset) -> Tree {
    let files = service_files(list.0, data).into_iter();
    let files = files.map(|(name, bytes)| (format!("{base}data/services/{name}"), bytes));
    service_pages(pages, data, list, base, search).into_iter().chain(files).collect()
}

/// The site of the invented data, under `sample/`.
fn sample_site(
    files: &Files,
    real: &Dataset,
    pages: Pages<'_>,
    start: &Start<'_>,
    search: &Asset,
    day: Date,
) -> Result<Tree, PublishError> {
    let package = invented(real, files)?;
    let (data, faults) = read_package(&package, day);
    let faults: Vec<_> = faults.into_iter().filter(|fault| !fault.problem.is_warning()).collect();
    if !faults.is_empty() {
        return Err(PublishError::Faults(faults));
    }
    let data = Arc::new(data);
    let published = Published::of(&package, &data, "sample/");
    let (rows, day_listed) = (service_rows(&package), listed(&package));
    let mut tree = start.pages(&data, &published, "sample/", day_listed)?;
    tree.extend(published.files);
    tree.extend(lists(pages, &data, (&rows, day_listed), "sample/", search));
    Ok(tree)
}

/// Writes the files with their packed copies, and last what names them all.
fn write(
    to: &Path,
    mut tree: Tree,
    data: &Dataset,
    releases: Option<Vec<Release>>,
) -> Result<Vec<(PathBuf, usize)>, PublishError> {
    // What Trunk has written and stays: code, icon.
    let entries = std::fs::read_dir(to).map_err(|error| PublishError::File(to.to_owned(), error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !TAKEN.contains(&name.as_str())
            && !tree.contains_key(&name)
            && !name.ends_with(".br")
            && !name.ends_with(".gz")
        {
            let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
            tree.insert(name, bytes);
        }
    }
    for name in TAKEN.into_iter().filter(|name| !tree.contains_key(*name)) {
        let path = to.join(name);
        if path.exists() {
            std::fs::remove_file(&path).map_err(|error| PublishError::File(path, error))?;
        }
    }
    NAMING.iter().for_each(|name| drop(tree.remove(*name)));
    let mut hashes: BTreeMap<String, String> =
        tree.iter().map(|(path, bytes)| (path.clone(), hexadecimal(bytes))).collect();
    let [sums, version] = NAMING.map(str::to_owned);
    let list: String = hashes.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
    hashes.insert(sums.clone(), hexadecimal(list.as_bytes()));
    tree.insert(sums, list.into_bytes());
    let mut said = serde_json::json!({
        "app": env!("CARGO_PKG_VERSION"),
        "data": data.version().map(|day| day.to_string()),
        "sha256": hashes,
    });
    // Only where files of earlier ones stay: otherwise publishing gives the same bytes on every day.
    if let (Some(releases), Some(said)) = (releases, said.as_object_mut()) {
        said.insert("releases".to_owned(), serde_json::json!(releases));
    }
    tree.insert(version, format!("{said}\n").into_bytes());
    let copies: Vec<(String, Vec<u8>)> = tree.par_iter().flat_map(|(path, bytes)| packed(path, bytes)).collect();
    tree.extend(copies);
    let written = tree.par_iter().map(|(path, bytes)| {
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
