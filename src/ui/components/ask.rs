//! The question of the page: its state is the first choice. Without a script the other states are links to their pages.

use super::item::{Item, items};
use super::select::options;
use crate::data::PlaceCode;
use crate::question::Question;
use crate::ui::state::{Choice, PageState};
use crate::words::ui;
use leptos::prelude::*;

/// "Wie digital ist [Nordrhein-Westfalen]?"
#[component]
pub fn Ask(state: PageState) -> impl IntoView {
    let (lang, pages) = state.with_edition(|edition| (edition.lang, edition.pages.clone()));
    let strings = ui(lang);
    items(move || {
        let controls = state.controls.get();
        let Some(select) = controls.select("focus") else { return Vec::new() };
        let states = || select.groups.iter().flat_map(|group| &group.choices);
        let own = states().find(|own| own.is_chosen).map(|own| own.words.as_str()).unwrap_or_default();
        // Said as one sentence to those who hear it; seen as a sentence around the choice.
        let heading = Item::new("h1").class("visually-hidden").text(format!("{} {own}?", strings.ask));
        let label = Item::new("label").attr("for", "control-focus").text(strings.ask);
        let choice = Item::new("select").attr("id", "control-focus").attr("name", "focus");
        let choice = choice.children(options(&select.groups));
        // The sign stays beside the choice.
        let choice = Item::new("span").child(choice).text("?");
        let theme = state.question.with_untracked(|question| question.theme);
        let page = |own: &Choice| {
            let question = Question { focus: PlaceCode::parse_state(&own.value), theme, ..Question::default() };
            let href = question.address(&format!("{pages}cards/profile-{}/", own.value), lang);
            Item::new("a").attr("href", href).text(own.words.clone())
        };
        let pages = states().filter(|own| !own.is_chosen).map(page);
        let pages = Item::new("p").class("no-script").text(strings.other_states).children(pages);
        vec![heading, Item::new("p").class("ask").child(label).text(" ").child(choice), pages]
    })
}
