//! Writes the site into a folder in which Trunk has put the template and the code.

use super::{PublishError, read_release_package};
use crate::data::{Dataset, Release};
use crate::question::{Lang, Question};
use crate::ui::view::{Site, glossary_html, page_html};
use crate::words::frame;
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was written.
#[derive(Debug)]
pub struct Published {
    /// Files with their sizes in bytes.
    pub files: Vec<(PathBuf, usize)>,
}

struct Writer<'a> {
    to: &'a Path,
    files: Vec<(PathBuf, usize)>,
}

impl Writer<'_> {
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let target = self.to.join(path);
        let fault = |error| PublishError::File(target.clone(), error);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(fault)?;
        }
        std::fs::write(&target, bytes).map_err(fault)?;
        self.files.push((PathBuf::from(path), bytes.len()));
        Ok(())
    }
}

/// The SHA-256 of a file as in `integrity` attributes.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The SHA-256 of a file in hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text inside an HTML attribute or element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Writes the site of the package in `package` into `to`, whose `index.html` is the template that Trunk has made.
pub fn publish(package: &Path, to: &Path) -> Result<Published, PublishError> {
    let (files, data) = read_release_package(package)?;
    let mut writer = Writer { to, files: Vec::new() };
    for (name, bytes) in &files {
        writer.write(&format!("data/{name}"), bytes)?;
    }
    let release = Release::of(&data);
    let json = release.to_json().into_bytes();
    let hash = hexadecimal(&json);
    let release_path = format!("data/release-{}.json", hash.get(..16).unwrap_or_default());
    writer.write("data/latest.json", &json)?;
    writer.write(&release_path, &json)?;
    let manifest = serde_json::json!({
        "schema": crate::data::SCHEMA,
        "version": release.version,
        "files": [{ "path": release_path, "bytes": json.len(), "sha256": hash }],
    });
    writer.write("data/manifest.json", format!("{manifest:#}\n").as_bytes())?;

    let template_path = to.join("index.html");
    let template =
        std::fs::read_to_string(&template_path).map_err(|error| PublishError::File(template_path.clone(), error))?;
    let fill = Fill { release: &release_path, release_integrity: &integrity(&json), to, template_path: &template_path };
    let data = Arc::new(data);
    for (lang, path, root) in [(Lang::En, "en/index.html", "../"), (Lang::De, "index.html", "")] {
        let html = fill.page(&template, &data, lang, root)?;
        writer.write(path, html.as_bytes())?;
    }
    for (lang, path, root) in [(Lang::De, "glossary/index.html", "../"), (Lang::En, "en/glossary/index.html", "../../")]
    {
        writer.write(path, fill.glossary(&template, lang, root)?.as_bytes())?;
    }
    Ok(Published { files: writer.files })
}

/// What every page is filled with.
struct Fill<'a> {
    release: &'a str,
    release_integrity: &'a str,
    to: &'a Path,
    template_path: &'a Path,
}

impl Fill<'_> {
    /// The start page in a language.
    fn page(
        &self,
        template: &str,
        data: &Arc<Dataset>,
        lang: Lang,
        root: &'static str,
    ) -> Result<String, PublishError> {
        let strings = frame(lang);
        let site = Site { data: data.clone(), lang, root };
        let title = format!("{} – {}", strings.page_title, strings.site);
        let (german, english) = (format!("{root}./"), format!("{root}en/"));
        let alternates = format!(
            r#"<link rel="alternate" hreflang="de" href="{german}"><link rel="alternate" hreflang="en" href="{english}">"#
        );
        let template = &self.in_language(template, lang)?;
        let wasm_integrity = self.wasm_integrity(template)?;
        let release = format!("./{}", self.release);
        let marks = [
            ("%lang%", lang.name()),
            ("%title%", &escape(&title)),
            ("%description%", &escape(strings.description)),
            ("%failed%", &escape(crate::words::ui(lang).failed)),
            ("%reload%", &escape(strings.reload)),
            ("%release%", &release),
            ("%release-integrity%", self.release_integrity),
            ("%wasm-integrity%", &wasm_integrity),
        ];
        let mut html = template.to_owned();
        for (mark, text) in marks {
            html = self.replace(&html, mark, text)?;
        }
        // Addresses of the template begin with "./"; a page in a folder goes up first.
        let html = if root.is_empty() { html } else { html.replace("=\"./", "=\"../") };
        let html = self.replace(&html, "<!--%alternates%-->", &alternates)?;
        self.replace(&html, "<!--%page%-->", &page_html(site, Question::default()))
    }

    /// The glossary: a page without any script.
    fn glossary(&self, template: &str, lang: Lang, root: &'static str) -> Result<String, PublishError> {
        let strings = frame(lang);
        let style = template.split("href=\"./").find(|part| part.starts_with("style-"));
        let style = style.and_then(|part| part.split('"').next());
        let style = style.ok_or_else(|| PublishError::Template(self.template_path.to_owned(), "style-*.css"))?;
        let (title, body) = (escape(&format!("{} – {}", strings.glossary, strings.site)), glossary_html(lang, root));
        let description = escape(strings.description);
        let name = lang.name();
        Ok(format!(
            r#"<!doctype html>
<html lang="{name}" data-state="static">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<link rel="stylesheet" href="{root}{style}">
<link rel="icon" type="image/svg+xml" href="{root}icon.svg">
<link rel="alternate" hreflang="de" href="{root}glossary/"><link rel="alternate" hreflang="en" href="{root}en/glossary/">
</head>
<body>
{body}
</body>
</html>
"#
        ))
    }

    /// The template with the module of the language: Trunk builds the German one and names it; the English one stands beside it.
    fn in_language(&self, template: &str, lang: Lang) -> Result<String, PublishError> {
        let missing = |mark| PublishError::Template(self.template_path.to_owned(), mark);
        let german = template.split("data-js=\"./").nth(1).and_then(|rest| rest.split(".js\"").next());
        let german = german.ok_or_else(|| missing("data-js"))?;
        if lang == Lang::De {
            return Ok(template.to_owned());
        }
        let entries = std::fs::read_dir(self.to).map_err(|error| PublishError::File(self.to.to_owned(), error))?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut stems = names.filter_map(|name| Some(name.strip_suffix(".js")?.to_owned()));
        let english = stems.find(|stem| stem.starts_with("app-en-")).ok_or_else(|| missing("app-en-*.js"))?;
        Ok(template.replace(german, &english))
    }

    fn replace(&self, html: &str, mark: &'static str, text: &str) -> Result<String, PublishError> {
        if html.contains(mark) {
            Ok(html.replace(mark, text))
        } else {
            Err(PublishError::Template(self.template_path.to_owned(), mark))
        }
    }

    /// The hash of the WebAssembly module that the template names.
    fn wasm_integrity(&self, template: &str) -> Result<String, PublishError> {
        let name = template.split("data-wasm=\"./").nth(1).and_then(|rest| rest.split('"').next());
        let name = name.ok_or_else(|| PublishError::Template(self.template_path.to_owned(), "data-wasm"))?;
        let path = self.to.join(name);
        let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
        Ok(integrity(&bytes))
    }
}
