//! Where the tip stands, and what closes it.

use super::document::element;
use super::listen::{on, watch};
use crate::ui::state::PageState;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Event, KeyboardEvent};

/// Least distance from the edges of the window, and the distance from the mark, in pixels.
const EDGE: f64 = 8.0;
const GAP: f64 = 0.0;

/// Closes the tip when the pointer or the focus is elsewhere or Escape is pressed, and finds a place for it. What was clicked
/// stays open while the pointer moves.
pub fn follow(state: PageState) {
    let elsewhere = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A button of the tip may be gone by now.
        let is_inside = target.is_some_and(|target| {
            !target.is_connected() || target.closest(".mark, #tip").is_ok_and(|found| found.is_some())
        });
        let stays = event.type_() == "pointerover" && state.is_pinned.get_untracked();
        if !is_inside && !stays {
            close(state);
        }
    };
    for event in ["pointerover", "focusin", "click"] {
        on(event, Box::new(elsewhere));
    }
    let pressed = move |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            close(state);
        }
    };
    on("keydown", Box::new(pressed));
    let put = move |_| {
        let mark = document().get_element_by_id(&state.pointed.get());
        if let Some((mark, tip)) = mark.zip(element("tip")) {
            for (edge, length) in ["left", "top"].into_iter().zip(place(&mark, &tip)) {
                let _ = tip.style().set_property(edge, &format!("{length}px"));
            }
        }
    };
    watch(Box::new(put));
}

/// Closes what is open; focus stays where it is.
fn close(state: PageState) {
    state.is_pinned.set(false);
    if !state.pointed.with_untracked(String::is_empty) {
        state.pointed.set(String::new());
    }
}

/// Below the mark, or above it where there is no room; never outside the window. In pixels of the page.
fn place(mark: &Element, tip: &Element) -> [i32; 2] {
    let (at, own): (DomRect, DomRect) = (mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let length =
        |found: Result<leptos::wasm_bindgen::JsValue, _>| found.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let (width, height) = (length(window().inner_width()), length(window().inner_height()));
    let left = (at.x() + at.width() / 2.0 - own.width() / 2.0).min(width - own.width() - EDGE).max(EDGE);
    let top = match at.bottom() + GAP + own.height() <= height {
        true => at.bottom() + GAP,
        false => (at.top() - own.height() - GAP).max(EDGE),
    };
    let scrolled = |found: Result<f64, _>| found.unwrap_or_default();
    [(left + scrolled(window().scroll_x())) as i32, (top + scrolled(window().scroll_y())) as i32]
}
