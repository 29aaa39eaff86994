//! What is said of the mark that is pointed at, has focus or was clicked, and what can be done with it.

use super::chart::mark_of;
use super::host::Host;
use super::item::{Item, items};
use super::link::linked;
use crate::answer::Datum;
use crate::data::PlaceKind;
use crate::ui::state::{Content, PageState, TIP};
use crate::words::{Reader, tip, ui};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// The id of its heading.
const HEAD: &str = "tip-head";

/// The tip. A dialog that takes nothing away: Enter leads into it, Escape back to the mark. The browser says where there is room for it.
#[component]
pub fn TipPanel(state: PageState) -> impl IntoView {
    let said = move || -> Option<Vec<Item>> {
        let mark = state.tip.mark.get();
        let (index, key) = mark_of(&mark)?;
        let figure = *state.figures.get(index)?;
        let content = figure.content.get()?;
        let datum = content.answer.datum(key)?;
        let found = tip(datum, content.lang);
        let host = Host::App(state, figure);
        let head = Item::new("p").attr("id", HEAD).child(Item::new("strong").text(found.place)).text(found.area);
        let line = |(label, text)| linked(Item::new("p").child(Item::new("span").text(label)).text(" "), text, &host);
        let actions = actions(state, &content, datum);
        Some(std::iter::once(head).chain(found.lines.into_iter().map(line)).chain([actions]).collect())
    };
    let clicked = move |click: MouseEvent| {
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.filter(|target| target.tag_name() == "BUTTON") else { return };
        match button.get_attribute("data-place") {
            // The button goes: the mark gets the focus.
            Some(place) => {
                state.focused.set(state.tip.mark.get_untracked());
                state.choose_place(&place);
            }
            None => state.focused.set(state.tip.dismiss()),
        }
    };
    view! {
        <div
            id=TIP
            class="tip"
            role="dialog"
            tabindex="-1"
            aria-labelledby=HEAD
            hidden=Signal::derive(move || state.tip.mark.with(String::is_empty))
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
