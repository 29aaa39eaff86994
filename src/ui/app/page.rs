//! The document: its state, its language, its marks of time.

use crate::question::{Lang, Theme};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The document.
pub fn doc() -> Document {
    leptos::prelude::document()
}

fn root_element() -> Option<Element> {
    doc().document_element()
}

/// Sets `data-state` of the page: static, loading, ready, partial, stale or error.
pub fn set_state(state: &str) {
    if let Some(root) = root_element() {
        let _ = root.set_attribute("data-state", state);
    }
}

/// The element that the app takes over.
pub fn element() -> Option<HtmlElement> {
    doc().get_element_by_id("page")?.dyn_into().ok()
}

/// The language in which the page was delivered.
pub fn lang() -> Lang {
    let delivered = element().and_then(|page| page.get_attribute("data-lang"));
    delivered.and_then(|lang| Lang::from_name(&lang)).unwrap_or_default()
}

/// The way to the root of the site.
pub fn root() -> &'static str {
    match element().and_then(|page| page.get_attribute("data-root")).as_deref() {
        Some("../") => "../",
        _ => "",
    }
}

/// An attribute of the element that starts the app.
pub fn start_attribute(name: &str) -> Option<String> {
    doc().get_element_by_id("start")?.get_attribute(name)
}

/// Sets the title of the document: the finding, except on the page as it was delivered.
pub fn set_title(is_delivered: bool) {
    let text = |id: &str| doc().get_element_by_id(id).and_then(|element| element.text_content());
    let site = doc().query_selector(".brand").ok().flatten().and_then(|brand| brand.text_content()).unwrap_or_default();
    let what = match is_delivered {
        true => doc().query_selector("h1").ok().flatten().and_then(|heading| heading.text_content()),
        false => text("title"),
    };
    doc().set_title(&format!("{} – {site}", what.unwrap_or_default()));
}

/// Sets the appearance.
pub fn set_theme(theme: Theme) {
    if let Some(root) = root_element() {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-kern-theme"),
            chosen => root.set_attribute("data-kern-theme", chosen.name()),
        };
    }
}

/// Marks a moment for the browser's performance timeline.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// The controls answer. Where the address asked another question than the page carried, its chart is there now: the
/// frame is opened, and the moment is marked once it is painted.
pub fn ready() {
    set_state("ready");
    mark("ozg:interactive");
    if let Some(root) = root_element().filter(|root| root.has_attribute("data-other")) {
        let _ = root.remove_attribute("data-other");
        request_animation_frame(|| request_animation_frame(|| mark("ozg:first-chart")));
    }
}
