//! The header of a start page: its links follow the question.

use super::item::{Item, items};
use crate::question::View;
use crate::ui::state::PageState;
use crate::words::header;
use leptos::prelude::*;

/// The name of the site and its navigation.
#[component]
pub fn Header(
    /// The state of the page.
    state: PageState,
    /// The way to the static pages of the language.
    pages: String,
) -> impl IntoView {
    let (lang, root) = state.with_edition(|edition| (edition.lang, edition.root));
    let words = header(lang);
    let other = lang.other().name();
    let link = |href: String, words: &'static str| Item::new("a").attr("href", href).text(words);
    items(move || {
        let question = state.question.get();
        let view = |view: View, words: &'static str| {
            let (target, is_here) = question.at_view(view);
            link(target.address("./", lang), words).maybe("aria-current", is_here.then_some("page"))
        };
        let translated = link(question.in_other_language(lang, root), words.other_language);
        let links = [
            view(View::Ranking, words.nav_ranking),
            view(View::Growth, words.nav_growth),
            link(format!("{pages}cards/"), words.nav_cards),
            translated.attr("hreflang", other).attr("lang", other),
        ];
        let brand = link("./".to_owned(), words.site).class("brand");
        vec![brand, Item::new("nav").attr("aria-label", words.navigation).children(links)]
    })
}
