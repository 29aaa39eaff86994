//! Arrow keys inside a chart: one Tab stop, then from mark to mark.

use super::listen::on;
use super::page::doc;
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, SvgElement};

/// Keeps focus on a datum whose node moves when the question changes: browsers drop it then.
pub fn keep_focus(state: State) {
    let last = StoredValue::new_local(None::<SvgElement>);
    let remember = move |focus: Event| {
        last.set_value(focus.target().and_then(|target| target.dyn_into::<SvgElement>().ok()));
    };
    on("focusin", Box::new(remember));
    on("pointerdown", Box::new(move |_| last.set_value(None)));
    Effect::new(move |_| {
        state.question.track();
        request_animation_frame(move || {
            let dropped = doc().active_element().is_none_or(|active| active.tag_name() == "BODY");
            if let Some(mark) = last.get_value().filter(|mark| dropped && mark.is_connected()) {
                let _ = mark.focus();
            }
        });
    });
}

/// Listens for the keys of charts. Keys with a modifier, and keys outside a chart, are never taken.
pub fn listen() {
    let press = |key: Event| {
        let Ok(key) = key.dyn_into::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        let Some(mark) =
            key.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|t| t.closest(".mark").ok()?)
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
    };
    on("keydown", Box::new(press));
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
