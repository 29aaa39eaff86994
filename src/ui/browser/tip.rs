//! Where the tip stands, what closes it, and how the focus gets into it and out again.

use super::document::element;
use super::listen::{on, on_resize, watch};
use crate::ui::state::{PageState, TIP};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::Cell;
use std::time::Duration;
use web_sys::{DomRect, Element, Event, KeyboardEvent};

/// Least distance from the edges of the window, in pixels. The tip touches its mark: the pointer gets into it.
const EDGE: f64 = 8.0;
/// How long the pointer may be elsewhere on its way from the mark to the tip.
const AWAY: Duration = Duration::from_millis(300);

thread_local! {
    /// The number of the last event over a mark or the tip.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Closes the tip when the pointer or the focus is elsewhere or Escape is pressed, and finds a place for it.
pub fn follow(state: PageState) {
    for event in ["pointerover", "focusin", "click"] {
        on(event, Box::new(move |event| moved(state, &event)));
    }
    on("keydown", Box::new(move |event| pressed(state, &event)));
    watch(Box::new(move |_| put(&state.tip.mark.get())));
    // What it says may come after it has been put at its mark, or change there.
    if let Some(tip) = element(TIP) {
        on_resize(&tip, Box::new(move |_| state.tip.mark.with_untracked(|mark| put(mark))));
    }
    let hushed = move |_| {
        if state.tip.is_quiet.get() {
            set_timeout(move || state.tip.is_quiet.set(false), AWAY);
        }
    };
    watch(Box::new(hushed));
}

/// Puts the tip at its mark.
fn put(mark: &str) {
    let Some((mark, tip)) = document().get_element_by_id(mark).zip(element(TIP)) else { return };
    let [left, top] = place(&mark, &tip);
    // The window may become narrower.
    let room = (tip.get_bounding_client_rect().width() + EDGE).ceil() as i32;
    let _ = tip.style().set_property("left", &format!("min({left}px, 100vw - {room}px)"));
    let _ = tip.style().set_property("top", &format!("{top}px"));
    // On a narrow screen it stands at the foot: the mark moves clear.
    let (mark, tip) = (mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    if overlap(&mark, &tip) {
        window().scroll_by_with_x_and_y(0.0, mark.bottom() - tip.top() + EDGE);
    }
}

/// The element at which something happened.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn moved(state: PageState, event: &Event) {
    // A button of the tip may be gone by now.
    let is_inside = target(event).is_some_and(|target| {
        !target.is_connected() || target.closest(".mark, #tip").is_ok_and(|found| found.is_some())
    });
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    if is_inside {
        return;
    }
    match event.type_() == "pointerover" {
        true if state.tip.is_open() => {}
        true => return state.tip.leave(),
        false => return state.tip.clear(),
    }
    let later = move || {
        // What has the focus keeps its tip.
        let focused = document().active_element().map(|focused| focused.id()).unwrap_or_default();
        let is_focused = state.tip.mark.with_untracked(|mark| *mark == focused) || focused == TIP;
        if TURN.get() == turn && !is_focused {
            state.tip.leave();
        }
    };
    set_timeout(later, AWAY);
}

fn pressed(state: PageState, event: &Event) {
    let (Some(key), Some(tip)) = (event.dyn_ref::<KeyboardEvent>(), element(TIP)) else { return };
    let target = target(event);
    let is_inside = target.as_ref().is_some_and(|target| tip.contains(Some(target)));
    match key.key().as_str() {
        "Escape" if state.tip.is_open() => {
            let mark = state.tip.dismiss();
            if is_inside {
                state.focused.set(mark);
            }
        }
        // Behind the tip the page goes on after the chart, before it is the mark.
        "Tab" if is_inside => {
            // Its last part closes it.
            let is_last =
                target.as_ref().is_some_and(|own| own.tag_name() == "BUTTON" && !own.has_attribute("data-place"));
            let is_back = key.shift_key() && target.is_some_and(|target| target.id() == TIP);
            if is_back {
                event.prevent_default();
            }
            if is_back || (is_last && !key.shift_key()) {
                super::focus::give(&state.tip.mark.get_untracked());
            }
        }
        _ => {}
    }
}

fn overlap(a: &DomRect, b: &DomRect) -> bool {
    a.left() < b.right() && b.left() < a.right() && a.top() + 1.0 < b.bottom() && b.top() + 1.0 < a.bottom()
}

/// Below the mark, or above it where there is no room or something else has the focus; never outside the window. In pixels of
/// the page.
fn place(mark: &Element, tip: &Element) -> [i32; 2] {
    let (at, own): (DomRect, DomRect) = (mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let length =
        |found: Result<leptos::wasm_bindgen::JsValue, _>| found.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let (width, height) = (length(window().inner_width()), length(window().inner_height()));
    let left = (at.x() + at.width() / 2.0 - own.width() / 2.0).min(width - own.width() - EDGE).max(EDGE);
    let [below, above] = [at.bottom(), (at.top() - own.height()).max(EDGE)];
    let focused = document().active_element().map(|focused| focused.get_bounding_client_rect());
    let covers = focused.is_some_and(|focused| focused.top() > at.top() && focused.top() < below + own.height());
    let top = if below + own.height() <= height && !covers { below } else { above };
    let scrolled = |found: Result<f64, _>| found.unwrap_or_default();
    [(left + scrolled(window().scroll_x())) as i32, (top + scrolled(window().scroll_y())) as i32]
}
