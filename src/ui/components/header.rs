//! The links around a start page: they follow the question, and keep the reader's state.

use super::item::{Item, items};
use crate::question::View;
use crate::ui::state::PageState;
use crate::words::{footer_links, header, names, ui};
use leptos::prelude::*;

fn link(href: String, words: &'static str) -> Item {
    Item::new("a").attr("href", href).text(words)
}

/// The name of the site and its navigation.
#[component]
pub fn Header(
    /// The state of the page.
    state: PageState,
) -> impl IntoView {
    let (lang, root, pages) = state.with_edition(|edition| (edition.lang, edition.root, edition.pages.clone()));
    let words = header(lang);
    let other = lang.other().name();
    items(move || {
        let question = state.settled.get();
        let view = |view: View, words: &'static str| {
            let (target, is_here) = question.at_view(view);
            link(target.address("./", lang), words).maybe("aria-current", is_here.then_some("page"))
        };
        let translated = link(question.in_other_language(lang, root), words.other_language);
        let links = [
            view(View::Ranking, words.nav_ranking),
            // The invented data know no portal.
            view(View::Growth, if pages.is_empty() { words.nav_growth } else { ui(lang).view_growth }),
            link(question.kept().address(&format!("{pages}cards/"), lang), names(lang).cards),
            translated.attr("hreflang", other).attr("lang", other),
        ];
        // From the invented data a way leads to the real ones.
        let exit = (!pages.is_empty()).then(|| link(question.kept().address(&pages, lang), words.sample_exit));
        let brand = link(question.kept().address("./", lang), words.site).class("brand");
        vec![brand, Item::new("nav").attr("aria-label", words.navigation).children(links.into_iter().chain(exit))]
    })
}

/// The links of the footer.
#[component]
pub fn Links(
    /// The state of the page.
    state: PageState,
) -> impl IntoView {
    let (lang, pages) = state.with_edition(|edition| (edition.lang, edition.pages.clone()));
    items(move || {
        let kept = state.settled.with(|question| question.kept());
        let item = |(path, words): (&str, &'static str)| {
            Item::new("li").child(link(kept.address(&format!("{pages}{path}"), lang), words))
        };
        footer_links(lang).into_iter().map(item).collect()
    })
}
