//! Arrow keys inside a chart: one Tab stop, then from mark to mark.

use super::listen::on;
use super::page::doc;
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, NodeList, SvgElement};

/// Keeps focus where it was when the question or the width changes: browsers drop it when a node moves, and it is lost
/// when a node goes (a chart in another width, a link out of an empty answer). Keeps one Tab stop in each chart.
pub fn keep_focus(state: State) {
    let last = StoredValue::new_local(None::<Element>);
    let remember = move |focus: Event| {
        let target = focus.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.iter().filter(|target| is_mark(target)).for_each(one_stop);
        last.set_value(target);
    };
    on("focusin", Box::new(remember));
    on("pointerdown", Box::new(move |_| last.set_value(None)));
    Effect::new(move |_| {
        state.question.track();
        state.widths.track();
        request_animation_frame(move || {
            let dropped = doc().active_element().is_none_or(|active| active.tag_name() == "BODY");
            if let Some(lost) = last.get_value().filter(|_| dropped) {
                restore(&lost);
            }
            each(doc().query_selector_all("svg.chart"), |chart| {
                let stops = chart.query_selector_all(".mark[tabindex='0']").map_or(0, |stops| stops.length());
                if let Some(first) = chart.query_selector(".mark").ok().flatten().filter(|_| stops != 1) {
                    one_stop(&first);
                }
            });
        });
    });
}

/// Gives focus back: to the same node; where that is gone, to the mark that says the same; else to the finding.
fn restore(lost: &Element) {
    if lost.is_connected() {
        return focus(lost);
    }
    let said = lost.get_attribute("aria-label");
    let found = StoredValue::new_local(None::<Element>);
    if is_mark(lost) {
        each(doc().query_selector_all(".mark"), |mark| {
            if mark.get_attribute("aria-label") == said {
                found.set_value(Some(mark.clone()));
            }
        });
    }
    if let Some(next) = found.get_value().or_else(|| doc().get_element_by_id("title")) {
        focus(&next);
    }
}

/// Makes the mark the one Tab stop of its chart.
fn one_stop(mark: &Element) {
    if let Some(chart) = mark.parent_element() {
        each(chart.query_selector_all(".mark[tabindex='0']"), |stop| drop(stop.set_attribute("tabindex", "-1")));
        let _ = mark.set_attribute("tabindex", "0");
    }
}

fn each(found: Result<NodeList, JsValue>, visit: impl Fn(&Element)) {
    let Ok(list) = found else { return };
    for index in 0..list.length() {
        if let Some(element) = list.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            visit(&element);
        }
    }
}

fn focus(element: &Element) {
    let _ = match element.dyn_ref::<SvgElement>() {
        Some(mark) => mark.focus(),
        None => element.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus),
    };
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
        if let Some(next) = next.filter(is_mark) {
            focus(&next);
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
