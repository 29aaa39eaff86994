//! Arrow keys inside a chart: one Tab stop, then from mark to mark.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

/// Listens for the keys of charts. Keys with a modifier, and keys outside a chart, are never taken.
pub fn listen() {
    let _ = window_event_listener(ev::keydown, |key| {
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        let Some(mark) = key.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|t| t.closest(".mark").ok()?)
        else {
            return;
        };
        let next = match key.key().as_str() {
            "ArrowDown" | "ArrowRight" => mark.next_element_sibling(),
            "ArrowUp" | "ArrowLeft" => mark.previous_element_sibling(),
            "Home" => sibling(&mark, ".mark"),
            "End" => last(&mark),
            _ => return,
        };
        key.prevent_default();
        if let Some(next) = next.filter(is_mark).and_then(|next| next.dyn_into::<SvgElement>().ok()) {
            let _ = next.focus();
        }
    });
}

fn is_mark(element: &Element) -> bool {
    element.class_list().contains("mark")
}

fn sibling(mark: &Element, selector: &str) -> Option<Element> {
    mark.parent_element()?.query_selector(selector).ok()?
}

fn last(mark: &Element) -> Option<Element> {
    let mut last = mark.clone();
    while let Some(next) = last.next_element_sibling().filter(is_mark) {
        last = next;
    }
    Some(last)
}
