//! What stands around the question: header, lead, footer. Only published, not taken over: the app keeps the few
//! attributes that follow the question (`ui/app/frame.rs`), and readers do not load this code.

use super::{Model, Page, Site, State};
use crate::output::{address, options, other_language, view_link};
use crate::question::{Lang, Question, Theme, View};
use crate::words::{self, fixed, footer_links, frame};
use leptos::prelude::*;

/// The whole body of a page, with the part that the app takes over in `#page`.
#[component]
pub(super) fn Frame(site: Site, question: Question) -> impl IntoView {
    let (strings, lang, root) = (frame(site.lang), site.lang, site.root);
    let version = site.data.version().map(|day| format!("{}: {}", strings.version, words::day(day, lang)));
    let other = match lang {
        Lang::De => "en",
        Lang::En => "de",
    };
    let link = |view: View, words: &'static str| {
        let (target, here) = view_link(&question, view);
        view! {
            <a href=address(&target, lang) aria-current=here.then_some("page") data-ask="" data-view=view.name()>
                {words}
            </a>
        }
    };
    let links = footer_links(lang).into_iter().map(|(path, text)| view! { <li><a href=path>{text}</a></li> });
    let links = links.collect::<Vec<_>>();
    let themes = Theme::ALL.iter().map(|theme| {
        let words = match theme {
            Theme::Auto => strings.theme_auto,
            Theme::Light => strings.theme_light,
            Theme::Dark => strings.theme_dark,
        };
        (theme.name().to_owned(), words.to_owned(), *theme == question.theme)
    });
    view! {
        <a class="skip" href="#content">{strings.skip}</a>
        <header class="site">
            <a class="brand" href="./" data-ask="">{strings.site}</a>
            <nav aria-label=strings.navigation>
                {link(View::Ranking, strings.nav_ranking)}
                {link(View::Growth, strings.nav_growth)}
                <a href="cards/">{fixed(lang).cards}</a>
                <a href=other_language(&question, lang, root) hreflang=other lang=other data-language="">
                    {strings.other_language}
                </a>
            </nav>
        </header>
        <main id="content" tabindex="-1">
            <h1>{strings.page_title}</h1>
            <p class="lead">{strings.lead}</p>
            <p class="no-script">{strings.no_script}</p>
            <div id="page" data-lang=lang.name() data-root=root>
                <Page state=State::new(Model::new(site, question.clone()))/>
            </div>
        </main>
        <footer class="site">
            <p>{strings.independent}</p>
            <ul>
                <li>{version}</li>
                {links}
                <li>{strings.licence}</li>
            </ul>
            <div class="theme kern-form-input">
                <label class="kern-label" for="control-theme">{strings.theme}</label>
                <div class="kern-form-input__select-wrapper">
                    <select
                        class="kern-form-input__select"
                        id="control-theme"
                        name="theme"
                        inner_html=options(&[("", themes.collect())])
                    ></select>
                </div>
            </div>
        </footer>
    }
}
