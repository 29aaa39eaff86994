//! What is said of the mark that is pointed at, has focus or was clicked, and what can be done with it.

use super::chart::mark_of;
use super::host::Host;
use super::item::{Item, items};
use super::link::linked;
use crate::answer::Datum;
use crate::data::PlaceKind;
use crate::ui::state::{Content, PageState};
use crate::words::{Reader, tip, ui};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// The tip. The browser says where there is room for it.
#[component]
pub fn TipPanel(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    let said = move || -> Option<Vec<Item>> {
        let pointed = state.pointed.get();
        let (index, key) = mark_of(&pointed)?;
        let figure = *state.figures.get(index)?;
        let content = figure.content.get()?;
        let datum = content.answer.datum(key)?;
        let found = tip(datum, content.lang);
        let host = Host::App(state, figure);
        let head = Item::new("p").child(Item::new("strong").text(found.place)).text(found.area);
        let line = |(label, text)| linked(Item::new("p").child(Item::new("span").text(label)).text(" "), text, &host);
        let actions = actions(state, &content, datum);
        Some(std::iter::once(head).chain(found.lines.into_iter().map(line)).chain([actions]).collect())
    };
    let clicked = move |click: MouseEvent| {
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.filter(|target| target.tag_name() == "BUTTON") else { return };
        match button.get_attribute("data-place") {
            Some(place) => {
                // The button goes: the mark gets the focus.
                state.focused.set(state.pointed.get_untracked());
                state.choose_place(&place);
            }
            None => {
                state.is_pinned.set(true);
                state.pointed.set(String::new());
            }
        }
    };
    view! {
        <div
            id="tip"
            class="tip"
            role="group"
            aria-label=strings.value
            hidden=Signal::derive(move || state.pointed.with(String::is_empty))
            on:click=clicked
        >
            {items(move || said().unwrap_or_default())}
        </div>
    }
}

/// Makes the state the reader's (an embed is for all readers), leads to the list behind the figure, closes the tip.
fn actions(state: PageState, content: &Content, datum: &Datum) -> Item {
    let strings = ui(content.lang);
    let button = |words: &'static str| Item::new("button").attr("type", "button").text(words);
    let attributes = datum.attributes();
    let list = state.with_edition(|edition| edition.lists.as_ref()?.behind(content, &attributes));
    let list = list.map(|href| Item::new("a").class("kern-link").attr("href", href).text(strings.list_of));
    let is_other = datum.place.kind != PlaceKind::Country && datum.place.code != content.question.focus();
    let choose = (is_other && content.reader == Reader::One)
        .then(|| button(strings.choose_state).attr("data-place", attributes.place));
    let all = choose.into_iter().chain(list).chain([button(strings.close)]);
    Item::new("p").class("take").children(all)
}
