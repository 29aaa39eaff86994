//! Checks what was published: files against the manifest (V17), data and pages against the package (V20).

use super::PublishError;
use super::files::rows_of;
use super::hash::hexadecimal;
use super::services::listed;
use super::start::lists;
use crate::data::check::{Fault, Problem};
use crate::data::package::Files;
use crate::data::{Dataset, Release};
use crate::question::{Lang, Question};
use crate::ui::components::site::{live_html, start_body};
use crate::ui::state::Edition;
use std::path::Path;
use std::sync::Arc;

/// Faults of the site around a published package: `folder` is its `data/`, with these files.
pub fn check_site(folder: &Path, files: &Files, data: &Dataset) -> Result<Vec<Fault>, PublishError> {
    let mut faults = Vec::new();
    let path = folder.join("manifest.json");
    let text = std::fs::read_to_string(&path).map_err(|error| PublishError::File(path.clone(), error))?;
    let Ok(manifest) = serde_json::from_str::<serde_json::Value>(&text) else {
        return Ok(vec![Fault::of_file("manifest.json", Problem::NotJson)]);
    };
    let root = folder.join("..");
    for entry in manifest.get("files").and_then(|files| files.as_array()).into_iter().flatten() {
        let name = entry.get("path").and_then(|path| path.as_str()).unwrap_or_default();
        let Ok(bytes) = std::fs::read(root.join(name)) else {
            faults.push(Fault::of_file(name, Problem::MissingFile));
            continue;
        };
        let mut compare = |what: &str, said: String, found: String| {
            if said != found {
                let what = what.to_owned();
                faults.push(Fault::of_file(name, Problem::Manifest { what, said, found }));
            }
        };
        let said =
            |key: &str| entry.get(key).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        compare("bytes", said("bytes").unwrap_or_default(), bytes.len().to_string());
        compare("sha256", said("sha256").unwrap_or_default(), hexadecimal(&bytes));
        if let Some(rows) = said("rows") {
            compare("rows", rows, rows_of(&bytes).to_string());
        }
    }
    let latest = std::fs::read_to_string(folder.join("latest.json")).unwrap_or_default();
    match Release::from_json(&latest).and_then(Release::into_dataset) {
        Ok(found) if found == data.released() => {}
        Ok(_) => faults.push(Fault::of_file("latest.json", Problem::PageDiffers("latest.json".into()))),
        Err(error) => faults.push(Fault::of_file("latest.json", Problem::PageDiffers(error.to_string()))),
    }
    let data = Arc::new(data.clone());
    let listed = listed(files);
    for (name, lang, base) in [("index.html", Lang::De, ""), ("en/index.html", Lang::En, "../")] {
        let Ok(page) = std::fs::read_to_string(root.join(name)) else { continue };
        let own = name.trim_end_matches("index.html");
        let lists = listed.map(|day| lists(lang, own, "", day));
        let edition =
            Edition { data: data.clone(), lang, root: base, today: None, pages: String::new(), lists, is_embed: false };
        if !page.contains(&live_html(|| start_body(edition, Question::default(), false))) {
            faults.push(Fault::of_file(name, Problem::PageDiffers(name.to_owned())));
        }
    }
    Ok(faults)
}
