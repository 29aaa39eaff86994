//! Folders of pages, and the ways between them.

use super::config::{Config, Kind};
use super::hash::Asset;
use crate::data::{Link, Source};
use crate::question::Lang;
use crate::ui::components::site::{Named, Preview, Shell, StaticPage};
use crate::words::{Linked, german, source};

/// The folder of a page in a language.
pub fn folder(lang: Lang, path: &str) -> String {
    match lang {
        Lang::De => path.to_owned(),
        Lang::En => format!("en/{path}"),
    }
}

/// The way from a folder to the root.
pub fn up(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}

/// The way to a folder from one from which `way` leads there; the folder itself is `./`.
pub fn or_here(way: String) -> String {
    if way.is_empty() { "./".to_owned() } else { way }
}

/// A page with a title and a description, and nothing else yet.
pub fn page(lang: Lang, path: &str, title: &str, description: &str) -> StaticPage {
    StaticPage {
        path: path.to_owned(),
        lang,
        title: title.to_owned(),
        description: description.to_owned(),
        preview: Preview { image: String::new(), size: (0, 0) },
        oembed: None,
        linked_data: None,
        script: None,
        style: None,
        is_listed: true,
        is_sample: false,
        has_other: true,
    }
}

/// What all static pages load.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'a> {
    /// The styles.
    pub style: &'a Asset,
    /// What keeps the reader's state in their links.
    pub kept: &'a Asset,
}

/// A file as a page names it, from which `root` leads to the root of the site.
pub fn named(root: &str, file: &Asset) -> Named {
    Named { href: format!("{root}{}", file.name), integrity: file.integrity.clone() }
}

/// The frame of a page.
pub fn shell(config: &Config, shared: Shared<'_>, page: &StaticPage) -> Shell {
    let own = folder(page.lang, &page.path);
    let root = up(&own);
    let there = if page.has_other { page.path.as_str() } else { "" };
    let languages = if page.has_other { [Lang::De, Lang::En].as_slice() } else { &[] };
    let alternate = |lang: &Lang| (lang.name(), format!("{}{}", config.url, folder(*lang, &page.path)));
    Shell {
        url: config.url.clone(),
        is_demo: config.operator.kind == Kind::Demo,
        licence: config.licence,
        style: named(&root, shared.style),
        kept: named(&root, shared.kept),
        start: or_here(format!("{root}{}", folder(page.lang, ""))),
        other: or_here(format!("{root}{}", folder(page.lang.other(), there))),
        alternates: languages.iter().map(alternate).collect(),
        root,
        own,
    }
}

/// Sources in full, linked where they have an address.
pub fn sources(list: &[Link<Source>], lang: Lang) -> Vec<Linked> {
    let item = |own: &Link<Source>| Linked {
        text: source(own, lang),
        href: Some(own.url.clone()).filter(|url| url.starts_with("https://")).unwrap_or_default(),
        lang: german(lang),
        ..Linked::default()
    };
    list.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_up_follow_the_depth() {
        assert_eq!((up(""), up("cards/x/")), (String::new(), "../../".to_owned()));
        assert_eq!(folder(Lang::En, "cards/x/"), "en/cards/x/");
    }
}
