//! The frame of static pages: head with preview and alternates, header, footer. No script but those it names.

use super::render::static_html;
use crate::data::Licence;
use crate::question::Lang;
use crate::ui::components::item::Item;
use crate::words::{fixed, footer_links, frame, header, licences, names};
use leptos::prelude::*;

/// What a page shows when it is shared.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Address of the picture; empty is none.
    pub image: String,
    /// Width and height of the picture.
    pub size: (u32, u32),
}

/// A script or a style sheet with the hash with which browsers compare it.
#[derive(Debug, Clone)]
pub struct Named {
    /// Way to it.
    pub href: String,
    /// `sha256-…`.
    pub integrity: String,
}

/// One static page.
#[derive(Debug, Clone)]
pub struct StaticPage {
    /// Its folder from the root of the pages of its language, with a slash at the end.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Title, without the name of the site.
    pub title: String,
    /// Description.
    pub description: String,
    /// What it shows when it is shared.
    pub preview: Preview,
    /// Address and title of its oEmbed answer.
    pub oembed: Option<(String, String)>,
    /// Its data set for search engines (JSON-LD).
    pub linked_data: Option<String>,
    /// Its script.
    pub script: Option<Named>,
    /// A style sheet of its own.
    pub style: Option<Named>,
    /// Whether search engines list it.
    pub is_listed: bool,
    /// Whether it is about invented data.
    pub is_sample: bool,
    /// Whether it exists in the other language.
    pub has_other: bool,
}

/// What all static pages share, and where one stands.
#[derive(Debug, Clone)]
pub struct Shell {
    /// Address of the site.
    pub url: String,
    /// Whether the site is a sample of an operator.
    pub is_demo: bool,
    /// Way to the root of the site.
    pub root: String,
    /// The style sheet.
    pub style: Named,
    /// The script that keeps the reader's state in links.
    pub kept: Named,
    /// Way to the start page of the language.
    pub start: String,
    /// Way to the page in the other language, or to its start page.
    pub other: String,
    /// Address of the page below that of the site.
    pub own: String,
    /// The licence of data, pictures and texts.
    pub licence: Licence,
    /// The same in each language, where both exist.
    pub alternates: Vec<(&'static str, String)>,
}

/// An element of Open Graph, whose attribute Leptos does not know.
pub fn property(name: &'static str, content: impl Into<std::borrow::Cow<'static, str>>) -> Item {
    Item::new("meta").attr("property", name).attr("content", content)
}

/// The same page in each language.
pub fn alternates(addresses: Vec<(&'static str, String)>) -> impl IntoView {
    let link = |(lang, href)| view! { <link rel="alternate" hreflang=lang href=href/> };
    addresses.into_iter().map(link).collect::<Vec<_>>()
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

impl Shell {
    /// The page as HTML around its main part, which is made inside of it.
    pub fn html<V: IntoView + 'static>(&self, page: &StaticPage, main: impl FnOnce() -> V) -> String {
        let lang = page.lang.name();
        static_html(|| {
            let (head, header, footer) = (self.head(page), self.header(page), self.footer(page));
            view! {
                <!DOCTYPE html>
                <html lang=lang data-state="static">
                    <head>{head}</head>
                    <body class="page">
                        <a class="skip" href="#content">{frame(page.lang).skip}</a>
                        {header}
                        <main id="content" tabindex="-1">{main()}</main>
                        {footer}
                    </body>
                </html>
            }
        })
    }

    fn head(&self, page: &StaticPage) -> impl IntoView + use<> {
        let site = header(page.lang).site;
        let address = format!("{}{}", self.url, self.own);
        let (width, height) = page.preview.size;
        let image = Some(page.preview.image.clone()).filter(|image| !image.is_empty()).map(|image| {
            view! {
                {property("og:image", image)}
                {property("og:image:width", width.to_string())}
                {property("og:image:height", height.to_string())}
                {property("og:image:alt", page.title.clone())}
                <meta name="twitter:card" content="summary_large_image"/>
            }
        });
        let oembed = page.oembed.clone().map(|(href, title)| {
            view! { <link rel="alternate" r#type="application/json+oembed" href=href title=title/> }
        });
        let linked_data =
            page.linked_data.clone().map(|json| view! { <script r#type="application/ld+json">{json}</script> });
        let script = (page.script.clone())
            .map(|file| view! { <script r#type="module" src=file.href integrity=file.integrity></script> });
        let style = (page.style.clone())
            .map(|file| view! { <link rel="stylesheet" data-own="" href=file.href integrity=file.integrity/> });
        let (shared, kept) = (self.style.clone(), self.kept.clone());
        let hidden = (!page.is_listed).then(|| view! { <meta name="robots" content="noindex"/> });
        view! {
            <meta charset="utf-8"/>
            <title>{format!("{} – {site}", page.title)}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="description" content=page.description.clone()/>
            <meta http-equiv="Content-Security-Policy" content=POLICY/>
            <link rel="stylesheet" href=shared.href integrity=shared.integrity/>
            <script src=kept.href integrity=kept.integrity></script>
            <link rel="icon" r#type="image/svg+xml" href=format!("{}icon.svg", self.root)/>
            <link rel="canonical" href=address.clone()/>
            {alternates(self.alternates.clone())}
            {property("og:title", page.title.clone())}
            {property("og:description", page.description.clone())}
            {property("og:type", "article")}
            {property("og:url", address)}
            {property("og:site_name", site)}
            {image}
            {oembed}
            {linked_data}
            {hidden}
            {style}
            {script}
        }
    }

    fn link(&self, page: &StaticPage, path: &str, text: &'static str) -> impl IntoView + use<> {
        let href = format!("{}{path}", self.start);
        view! { <a href=href aria-current=(path == page.path).then_some("page")>{text}</a> }
    }

    fn header(&self, page: &StaticPage) -> impl IntoView + use<> {
        let words = header(page.lang);
        let other = page.lang.other().name();
        view! {
            <header class="site">
                <a class="brand" href=self.start.clone()>{words.site}</a>
                <nav aria-label=words.navigation>
                    <a href=self.start.clone()>{words.nav_ranking}</a>
                    {self.link(page, "cards/", names(page.lang).cards)}
                    {self.link(page, "method/", names(page.lang).method)}
                    <a href=self.other.clone() hreflang=other lang=other>{words.other_language}</a>
                </nav>
            </header>
        }
    }

    fn footer(&self, page: &StaticPage) -> impl IntoView + use<> {
        let words = fixed(page.lang);
        let links = footer_links(page.lang).into_iter();
        let links = links.map(|(path, text)| view! { <li>{self.link(page, path, text)}</li> }).collect::<Vec<_>>();
        let about = if page.is_sample { words.sample } else { frame(page.lang).independent };
        view! {
            <footer class="site">
                <p>{about}</p>
                <ul>
                    {links}
                    <li>{licences(self.licence, page.lang)}</li>
                    {self.is_demo.then(|| view! { <li>{words.demo}</li> })}
                </ul>
            </footer>
        }
    }
}
