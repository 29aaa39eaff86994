//! What is said of one figure when a reader points at it, reaches it by keyboard or taps it: pointer and keyboard get the
//! same. It stays while the pointer is on it, and Escape closes it.

use super::listen::on;
use super::page::doc;
use crate::output::tip;
use crate::ui::view::{Model, Shown, State};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event, KeyboardEvent};

#[wasm_bindgen]
extern "C" {
    /// Shows what is said of a mark beside it.
    #[wasm_bindgen(js_name = ozgTip)]
    fn show_tip(mark: &Element, html: &str);
}

/// The element with an event's target inside that the selector names.
pub fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Listens for pointer, focus and keys.
pub fn listen(state: State) {
    for event in ["pointerover", "focusin"] {
        on(event, Box::new(move |event| show(state, &event)));
    }
    let press = |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            close();
        }
    };
    on("keydown", Box::new(press));
}

fn show(state: State, event: &Event) {
    match target(event, ".mark, #tip") {
        Some(found) if found.id() == "tip" => {}
        Some(mark) => open(state, &mark),
        None => close(),
    }
}

/// Closes what is open; focus stays where it is.
pub fn close() {
    if let Some(panel) = doc().get_element_by_id("tip") {
        let _ = panel.set_attribute("hidden", "");
    }
}

/// Reads what the figure that an element belongs to shows.
pub fn with_shown<T>(state: State, element: &Element, read: impl FnOnce(&Model, &Shown) -> Option<T>) -> Option<T> {
    let figure = element.closest("figure").ok()??;
    let is_main = figure.query_selector("#title").is_ok_and(|title| title.is_some());
    state.with_untracked(|model| read(model, model.figure(usize::from(!is_main))?))
}

fn open(state: State, mark: &Element) {
    let key = mark.get_attribute("data-key").unwrap_or_default();
    let found = with_shown(state, mark, |model, shown| tip(&shown.answer, &key, model.site.lang));
    if let Some(html) = found {
        show_tip(mark, &html);
    }
}
