//! The document: its state, its language, its marks of time.

use crate::data::Date;
use crate::question::{Lang, Theme};
use crate::ui::state::Lists;
use leptos::prelude::{document, request_animation_frame, window};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement};

fn root_element() -> Option<Element> {
    document().document_element()
}

/// Sets `data-state` of the page: static, loading, ready, partial, stale or error.
pub fn set_state(state: &str) {
    if let Some(root) = root_element() {
        let _ = root.set_attribute("data-state", state);
    }
}

/// An element that the app takes over.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn page_attribute(name: &str) -> Option<String> {
    element("page")?.get_attribute(name)
}

/// The language in which the page was delivered.
pub fn lang() -> Lang {
    page_attribute("data-lang").and_then(|lang| Lang::from_name(&lang)).unwrap_or_default()
}

/// The way to the root of the site.
pub fn root() -> &'static str {
    match page_attribute("data-root").as_deref() {
        Some("../") => "../",
        _ => "",
    }
}

/// The day of the reader's clock (UTC).
pub fn today() -> Option<Date> {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Date::parse(now.get(..10)?).ok()
}

/// Whether the page stands in a page of others.
pub fn is_embed() -> bool {
    root_element().and_then(|root| root.get_attribute("data-site")).as_deref() == Some("embed")
}

/// Tells the page around an embed what was asked; the script inside the embed passes it on.
pub fn tell_query(query: &str) {
    if let Some(root) = root_element() {
        let _ = root.set_attribute("data-query", query);
    }
}

/// The way to the static pages of the language.
pub fn pages() -> String {
    page_attribute("data-pages").unwrap_or_default()
}

/// Where the lists behind the figures are.
pub fn lists() -> Option<Lists> {
    Some(Lists { base: page_attribute("data-lists")?, month: page_attribute("data-lists-month")? })
}

/// An attribute of the element that starts the app.
pub fn start_attribute(name: &str) -> Option<String> {
    document().get_element_by_id("start")?.get_attribute(name)
}

/// Sets the title of the document; without a finding that of the page as it was delivered. What stands behind its last dash,
/// the name of the site, stays.
pub fn set_title(finding: Option<&str>) {
    let heading = || document().query_selector("h1").ok().flatten().and_then(|heading| heading.text_content());
    let what = finding.map(str::to_owned).or_else(heading).unwrap_or_default();
    let title = document().title();
    let site = title.rsplit_once(" – ").map(|(_, site)| site).unwrap_or_default();
    document().set_title(&format!("{what} – {site}"));
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

/// Whether anything was said before the app was there.
pub fn has_said() -> bool {
    element("said").and_then(|said| said.text_content()).is_some_and(|said| !said.trim().is_empty())
}

/// Answers what the reader has chosen before the controls did: the boot guard has noted the controls.
pub fn answer_early() {
    let Ok(controls) = document().query_selector_all("[name][data-early]") else { return };
    if let Some(root) = root_element() {
        let _ = root.remove_attribute("data-early");
    }
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    for control in (0..controls.length()).filter_map(|index| controls.item(index)) {
        if let Ok(event) = Event::new_with_event_init_dict("change", &bubbles) {
            let _ = control.dispatch_event(&event);
        }
    }
}

fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// The controls answer. Where the address asked another question than the page carried, its chart is there now: the
/// frame is opened, and the moment is marked once it is painted.
pub fn ready() {
    set_state("ready");
    mark("ozg:interactive");
    let Some(root) = root_element() else { return };
    // The guard may have given up before.
    let _ = root.remove_attribute("data-error");
    if root.has_attribute("data-other") {
        let _ = root.remove_attribute("data-other");
        request_animation_frame(|| request_animation_frame(|| mark("ozg:first-chart")));
    }
}
