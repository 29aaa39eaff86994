//! The start pages: header, lead and footer around the part that follows the question; and what their heads name.

use super::shell::{alternates, property};
use crate::question::{Lang, Question, Theme};
use crate::ui::components::{Appearance, Header, Links, Page};
use crate::ui::state::{Edition, PageState};
use crate::words::{day, fixed, frame, header, licences, ui};
use leptos::prelude::*;

/// What the head of a start page names, beside what the template has.
#[derive(Debug, Clone, Default)]
pub struct StartHead {
    /// Way to the icon.
    pub icon: String,
    /// Way to the WebAssembly: the longest way to the controls, so it starts with the head; empty where it waits until it is
    /// seen.
    pub wasm: String,
    /// Address of the page; empty for invented data, which search engines do not get.
    pub canonical: String,
    /// Address of the page in each language.
    pub alternates: Vec<(&'static str, String)>,
    /// What it shows when it is shared: title, address of the picture.
    pub preview: Option<(&'static str, String)>,
    /// Of an embed the two scripts that speak to the page around it.
    pub scripts: Vec<String>,
}

/// The elements of a head.
pub fn start_head(head: StartHead) -> impl IntoView {
    let preview = head.preview.map(|(title, image)| {
        view! { {property("og:title", title)}{property("og:image", image)} }
    });
    let public = (!head.canonical.is_empty()).then(|| view! { <link rel="canonical" href=head.canonical.clone()/> });
    let hidden = head.canonical.is_empty().then(|| view! { <meta name="robots" content="noindex"/> });
    let wasm = (!head.wasm.is_empty())
        .then(|| view! { <link rel="preload" r#as="fetch" crossorigin="" href=head.wasm.clone()/> });
    // Its links leave the page in which it stands.
    let outside = (!head.scripts.is_empty()).then(|| view! { <base target="_blank"/> });
    let scripts = head.scripts.into_iter().map(|script| view! { <script>{script}</script> }).collect_view();
    view! {
        {outside}
        <link rel="icon" r#type="image/svg+xml" href=head.icon/>
        {wasm}
        {public}
        {alternates(head.alternates)}
        {preview}
        {hidden}
        {scripts}
    }
}

/// What is asked for as soon as the page itself is there: the release. It stands after the page, so that it does not take the
/// line before the first chart.
pub fn preload(release: String) -> impl IntoView {
    view! { <link rel="preload" r#as="fetch" crossorigin="" href=release/> }
}

/// That nothing answers, at the controls; styles show it.
fn notice(lang: Lang) -> impl IntoView {
    view! { <p class="notice" id="notice" role="alert">{ui(lang).failed}" "<a href="">{frame(lang).reload}</a></p> }
}

/// The banner of invented data, a landmark of its own behind the skip link; it cannot be closed.
pub fn banner(lang: Lang) -> impl IntoView {
    let words = fixed(lang);
    view! { <aside aria-label=words.sample_short><p class="note sample">{words.sample}</p></aside> }
}

/// The body of an interactive embed: the figure, perhaps its controls, and nothing around them.
pub fn embed_body(edition: Edition) -> impl IntoView {
    let (lang, pages) = (edition.lang, edition.pages.clone());
    let home = pages.clone();
    let (base, month) = edition.lists.clone().map(|lists| (lists.base, lists.month)).unzip();
    let state = PageState::new(edition, Question::default());
    view! {
        <main>
            {notice(lang)}
            <div id="page" data-lang=lang.name() data-pages=pages data-lists=base data-lists-month=month>
                <Page state=state/>
            </div>
            <p class="no-script">{fixed(lang).embed_no_script}</p>
            <p class="brand"><a id="brand" href=home rel="noopener">{header(lang).site}</a></p>
        </main>
    }
}

/// The body of a start page, with the parts that the app takes over.
pub fn start_body(edition: Edition, question: Question, is_sample: bool) -> impl IntoView {
    let lang = edition.lang;
    let (strings, words, root) = (frame(lang), fixed(lang), edition.root);
    let version = edition.data.version().map(|version| format!("{}: {}", strings.version, day(version, lang)));
    let licence = licences(edition.data.licence, lang);
    let pages = Some(edition.pages.clone()).filter(|pages| !pages.is_empty());
    let lists = edition.lists.clone();
    let (base, month) = lists.map(|lists| (lists.base, lists.month)).unzip();
    let state = PageState::new(edition, Question { theme: Theme::Auto, ..question });
    view! {
        <a class="skip" href="#content">{strings.skip}</a>
        {is_sample.then(|| banner(lang))}
        <header class="site" id="header"><Header state=state/></header>
        <main id="content" tabindex="-1">
            {notice(lang)}
            <div id="page" data-lang=lang.name() data-root=root data-pages=pages data-lists=base data-lists-month=month>
                <Page state=state/>
            </div>
            <p class="lead">{strings.lead}</p>
            <p class="no-script">{strings.no_script}</p>
        </main>
        <footer class="site">
            <p>{if is_sample { words.sample } else { strings.independent }}</p>
            <ul id="links"><Links state=state/></ul>
            <p><span id="version">{version}</span>" · "{licence}</p>
            <div id="appearance"><Appearance state=state/></div>
        </footer>
    }
}
