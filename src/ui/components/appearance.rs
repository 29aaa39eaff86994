//! The choice of appearance.

use super::item::{Item, items};
use super::select::framed;
use crate::question::Theme;
use crate::ui::state::{Choice, Group, PageState};
use crate::words::header;
use leptos::prelude::*;

/// A select of themes.
#[component]
pub fn Appearance(
    /// The state of the page.
    state: PageState,
) -> impl IntoView {
    let words = header(state.with_edition(|edition| edition.lang));
    let field = items(move || {
        let now = state.question.with(|question| question.theme);
        let choice = |theme: &Theme| {
            let words = match theme {
                Theme::Auto => words.theme_auto,
                Theme::Light => words.theme_light,
                Theme::Dark => words.theme_dark,
            };
            Choice { value: theme.name().to_owned(), words: words.to_owned(), is_chosen: *theme == now }
        };
        let themes = [Group { heading: "", choices: Theme::ALL.iter().map(choice).collect() }];
        let label = Item::new("label").class("kern-label").attr("for", "control-theme").text(words.theme);
        vec![label, framed("control-theme", "theme", &themes)]
    });
    let changed = move |event| state.choose("theme", &event_target_value(&event), false);
    view! { <div class="theme kern-form-input" on:change=changed>{field}</div> }
}
