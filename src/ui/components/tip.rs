//! What is said of the mark that is pointed at, has focus or was tapped.

use super::chart::mark_of;
use super::host::Host;
use super::item::{Item, items};
use super::link::linked;
use crate::ui::state::PageState;
use crate::words::{tip, ui};
use leptos::prelude::*;

/// The tip. The browser says where there is room for it.
#[component]
pub fn TipPanel(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    let said = move || -> Option<Vec<Item>> {
        let pointed = state.pointed.get();
        let (index, key) = mark_of(&pointed)?;
        let figure = *state.figures.get(index)?;
        let content = figure.content.get()?;
        let found = tip(&content.answer, key, content.lang)?;
        let host = Host::App(state, figure);
        let head = Item::new("p").child(Item::new("strong").text(found.place)).text(found.area);
        let line = |(label, text)| linked(Item::new("p").child(Item::new("span").text(label)).text(" "), text, &host);
        Some(std::iter::once(head).chain(found.lines.into_iter().map(line)).collect())
    };
    view! {
        <div
            id="tip"
            class="tip"
            role="group"
            aria-label=strings.value
            hidden=Signal::derive(move || state.pointed.with(String::is_empty))
        >
            {items(move || said().unwrap_or_default())}
        </div>
    }
}
