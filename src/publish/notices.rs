//! The notices of others whose work reaches readers: what `script/notices.mjs` has collected of their licences.

use super::PublishError;
use super::pages::{PageFile, Pages, link};
use crate::question::Lang;
use crate::ui::components::site::Block;
use crate::words::{Linked, pick, say};
use serde::Deserialize;
use std::path::PathBuf;

/// Where they stand.
pub const PATH: &str = "notices/";
/// The title of the page, German and English.
pub const TITLE: [&str; 2] = ["Software von anderen", "Software by others"];
/// The file.
const FILE: &str = "assets/notices.json";
const NOTICES: &str = include_str!("../../assets/notices.json");

/// The file as it is.
#[derive(Deserialize)]
struct Notices {
    /// Licences; the first line of each is its title.
    texts: Vec<String>,
    parts: Vec<Part>,
}

/// A crate or package, whole or in part, in what readers get.
#[derive(Deserialize)]
struct Part {
    name: String,
    version: String,
    /// An expression of SPDX.
    licence: String,
    /// Where its source is.
    source: String,
    copyright: Vec<String>,
}

/// The page in a language.
pub fn notices(pages: Pages<'_>, lang: Lang) -> Result<PageFile, PublishError> {
    let fault = |error| PublishError::File(PathBuf::from(FILE), std::io::Error::other(error));
    let Notices { texts, parts } = serde_json::from_str(NOTICES).map_err(fault)?;
    let [title, lead] = [
        pick(lang, TITLE[0], TITLE[1]),
        pick(
            lang,
            "Diese Website enthält, übersetzt und verkleinert, Teile der folgenden Werke. Wir danken ihren Verfassern.",
            "This site contains, compiled and made smaller, parts of the works below. We thank their authors.",
        ),
    ];
    // Licences and notices stand as their authors wrote them.
    let own = (lang == Lang::De).then_some("en");
    let text = |text: String| vec![Linked { text, lang: own, ..Linked::default() }];
    let row = |part: &Part| {
        let name = format!("{} {}", part.name, part.version);
        let named = Linked { text: name.clone(), lang: own, ..Linked::default() };
        let name = if part.source.is_empty() { named } else { Linked { lang: own, ..link(name, &part.source) } };
        vec![name, link(&part.licence, ""), Linked { text: part.copyright.join(" · "), lang: own, ..Linked::default() }]
    };
    let heads = [("Werk und Quelle", "Work and source"), ("Lizenz", "Licence"), ("Urheber", "Authors")];
    let heads = heads.map(|(de, en)| pick(lang, de, en));
    let count = parts.len().to_string();
    let label = say(lang, "{0} Werke", "{0} works", &[&count]);
    let mut blocks = vec![Block::Table(label, heads.to_vec(), parts.iter().map(row).collect())];
    blocks.push(Block::Heading(pick(lang, "Lizenzen im Wortlaut", "Licences in full").to_owned()));
    for licence in texts {
        let (title, rest) = licence.split_once('\n').unwrap_or((&licence, ""));
        let lines = rest.lines().map(|line| text(line.to_owned())).collect();
        blocks.push(Block::Details(title.to_owned(), lines));
    }
    Ok(pages.simple(lang, PATH, (title, lead), blocks))
}
