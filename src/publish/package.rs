//! A package in its published form: its files, and the releases that pages load.

use super::files::rows_of;
use super::hash::{hashed, hexadecimal, integrity};
use crate::data::package::Files;
use crate::data::{Dataset, Licence, Release};
use crate::question::Lang;
use crate::ui::state::delivered;
use std::collections::BTreeMap;

/// Files of the site by path, in order.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The release that the pages of a language load.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its path from the root of the site.
    pub path: String,
    /// Its hash.
    pub integrity: String,
}

/// A package in its published form.
#[derive(Debug)]
pub struct Published {
    /// The files under `data/`.
    pub files: Tree,
    /// For German and for English pages: the release with which they begin, and the complete one.
    pub loaded: [[Loaded; 2]; 2],
}

impl Published {
    /// The published form of a package; `base` is empty, or the folder of another site such as `sample/`.
    pub fn of(files: &Files, data: &Dataset, base: &str) -> Self {
        let mut tree = Tree::new();
        let release = Release::of(data);
        let (shown, events) = delivered(data);
        let loaded = [Lang::De, Lang::En].map(|lang| {
            let first = ("release", release.clone().first(&shown, &events));
            [first, ("complete", release.clone())].map(|(name, release)| {
                let bytes = release.in_language(lang.name()).to_bytes();
                let path = format!("{base}data/{}", hashed(&format!("{name}-{}", lang.name()), "bin", &bytes));
                let integrity = integrity(&bytes);
                tree.insert(path.clone(), bytes);
                Loaded { path, integrity }
            })
        });
        tree.insert(format!("{base}data/latest.json"), release.to_json().into_bytes());
        for (name, bytes) in files {
            tree.insert(format!("{base}data/{name}"), bytes.clone());
        }
        let entries: Vec<serde_json::Value> = tree.iter().map(|(path, bytes)| entry(path, bytes)).collect();
        let version = data.version().map(|day| day.to_string());
        let manifest = serde_json::json!({ "schema": crate::data::SCHEMA, "version": version, "files": entries });
        tree.insert(format!("{base}data/manifest.json"), format!("{manifest:#}\n").into_bytes());
        Self { files: tree, loaded }
    }

    /// The releases for pages in a language: the one with which they begin, and the complete one.
    pub fn for_pages(&self, lang: Lang) -> &[Loaded; 2] {
        let [de, en] = &self.loaded;
        if lang == Lang::De { de } else { en }
    }
}

/// What the manifest says of a file.
fn entry(path: &str, bytes: &[u8]) -> serde_json::Value {
    let digest = hexadecimal(bytes);
    match path.ends_with(".csv") {
        true => serde_json::json!({ "path": path, "bytes": bytes.len(), "sha256": digest, "rows": rows_of(bytes) }),
        false => serde_json::json!({ "path": path, "bytes": bytes.len(), "sha256": digest }),
    }
}

/// The files with the operator's licence in the descriptor.
pub fn licensed(mut files: Files, licence: Licence) -> Files {
    let descriptor = files.get("datapackage.json");
    let json = descriptor.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(bytes).ok());
    // A package of which the descriptor cannot be read is not published.
    if let Some(serde_json::Value::Object(mut json)) = json {
        let own = serde_json::json!([{ "name": licence.name(), "path": licence.url(), "title": licence.title() }]);
        if json.get("licenses") != Some(&own) {
            json.insert("licenses".to_owned(), own);
            let text = format!("{:#}\n", serde_json::Value::Object(json));
            files.insert("datapackage.json".to_owned(), text.into_bytes());
        }
    }
    files
}
