//! The frame of static pages: head with preview and alternates, header, footer. No script.

use super::config::{Config, Kind};
use crate::data::{Link, Source};
use crate::output::escape;
use crate::question::Lang;
use crate::words::{self, fixed, footer_links, frame, pick};

/// What all static pages share.
pub struct Shell<'a> {
    /// The operator.
    pub config: &'a Config,
    /// Path of the style sheet from the root.
    pub style: &'a str,
}

/// One page.
pub struct Page<'a> {
    /// Its folder from the root of the German pages, with a slash at the end, such as `cards/x/`; empty is the root.
    pub path: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Title, without the name of the site.
    pub title: &'a str,
    /// Description.
    pub description: &'a str,
    /// Path of the preview image from the root; empty is none.
    pub image: &'a str,
    /// More elements for the head.
    pub head: &'a str,
    /// Content of the main part.
    pub body: &'a str,
    /// Whether the page has an alternate in the other language.
    pub has_other: bool,
}

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
pub fn or_here(way: &str) -> &str {
    if way.is_empty() { "./" } else { way }
}

/// Sources as items of a list, linked where they have an address.
pub fn source_items(sources: &[Link<Source>], lang: Lang) -> String {
    let german = pick(lang, "", r#" lang="de""#);
    let item = |source: &Link<Source>| {
        let text = escape(&words::source(source, lang));
        match source.url.starts_with("https://") {
            true => format!(
                r#"<li{german}><a class="kern-link" href="{}" rel="noopener noreferrer">{text}</a></li>"#,
                escape(&source.url)
            ),
            false => format!("<li{german}>{text}</li>"),
        }
    };
    sources.iter().map(item).collect()
}

impl Shell<'_> {
    /// The page as HTML.
    pub fn html(&self, page: &Page<'_>) -> String {
        let own = folder(page.lang, page.path);
        let root = up(&own);
        let (words, strings) = (fixed(page.lang), frame(page.lang));
        let other = if page.lang == Lang::De { Lang::En } else { Lang::De };
        let url = &self.config.url;
        let title = escape(&format!("{} – {}", page.title, strings.site));
        let description = escape(page.description);
        let (name, style) = (page.lang.name(), self.style);
        let start = format!("{root}{}", folder(page.lang, ""));
        let start = or_here(&start);
        let mut alternates = format!(r#"<link rel="canonical" href="{url}{own}">"#);
        if page.has_other {
            for lang in [Lang::De, Lang::En] {
                let there = folder(lang, page.path);
                alternates
                    .push_str(&format!(r#"<link rel="alternate" hreflang="{}" href="{url}{there}">"#, lang.name()));
            }
        }
        let mut preview = format!(
            r#"<meta property="og:title" content="{}"><meta property="og:description" content="{description}"><meta property="og:type" content="article"><meta property="og:url" content="{url}{own}"><meta property="og:site_name" content="{}">"#,
            escape(page.title),
            escape(strings.site)
        );
        if !page.image.is_empty() {
            preview.push_str(&format!(
                r#"<meta property="og:image" content="{url}{}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="628"><meta property="og:image:alt" content="{}"><meta name="twitter:card" content="summary_large_image">"#,
                page.image,
                escape(page.title)
            ));
        }
        let link = |path: &str, text: &str| {
            let here = if path == page.path { r#" aria-current="page""# } else { "" };
            format!(r#"<a href="{root}{}"{here}>{}</a>"#, folder(page.lang, path), escape(text))
        };
        let there = match page.has_other {
            true => format!("{root}{}", folder(other, page.path)),
            false => format!("{root}{}", folder(other, "")),
        };
        let there = or_here(&there);
        let code = other.name();
        let other_link =
            format!(r#"<a href="{there}" hreflang="{code}" lang="{code}">{}</a>"#, escape(strings.other_language));
        let links: String =
            footer_links(page.lang).iter().map(|(path, text)| format!("<li>{}</li>", link(path, text))).collect();
        let demo = match self.config.operator.kind {
            Kind::Demo => format!(r#"<li>{}</li>"#, escape(words.demo)),
            _ => String::new(),
        };
        let (site, navigation) = (escape(strings.site), escape(strings.navigation));
        format!(
            r##"<!doctype html>
<html lang="{name}" data-state="static">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
<link rel="stylesheet" href="{root}{style}">
<link rel="icon" type="image/svg+xml" href="{root}icon.svg">
{alternates}
{preview}
{}
</head>
<body class="page">
<a class="skip" href="#content">{}</a>
<header class="site"><a class="brand" href="{start}">{site}</a><nav aria-label="{navigation}"><a href="{start}">{}</a>{}{}{other_link}</nav></header>
<main id="content" tabindex="-1">
{}
</main>
<footer class="site"><p>{}</p><ul>{links}<li>{}</li>{demo}</ul></footer>
</body>
</html>
"##,
            page.head,
            escape(strings.skip),
            escape(strings.nav_ranking),
            link("cards/", words.cards),
            link("method/", words.method),
            page.body,
            escape(strings.independent),
            escape(strings.licence),
        )
    }
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
