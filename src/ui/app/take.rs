//! What readers take along: files of the figure as it stands, its sentence, its address.

use super::listen::on;
use super::page::doc;
use crate::answer::answer;
use crate::chart::Width;
use crate::data::Dataset;
use crate::output::{Dialect, Provenance, Theme, citation, csv, json, svg};
use crate::question::{Lang, Question, View};
use crate::ui::view::State;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, Event, HtmlAnchorElement, Url};

/// Listens for buttons with `data-take`.
pub fn listen(state: State, data: Arc<Dataset>, lang: Lang) {
    let take = move |click: Event| {
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("[data-take]").ok()?) else { return };
        let Some(figure) = button.closest("figure").ok().flatten() else { return };
        let kind = button.get_attribute("data-take").unwrap_or_default();
        let is_main = figure.query_selector("#title").is_ok_and(|title| title.is_some());
        let question = state.question.with_untracked(|asked| match is_main {
            true => asked.clone(),
            false => Question { view: View::Growth, asof: asked.asof, ..Question::default() },
        });
        let found = answer(&data, &question);
        let provenance = Provenance { address: address(&question, lang), version: data.version() };
        let stem = || {
            let read = |name: &str| figure.get_attribute(name).unwrap_or_default();
            format!("{}-{}", read("data-measure"), read("data-period").replace("..", "-"))
        };
        let csv = |dialect| csv(&found, lang, dialect, &provenance);
        match kind.as_str() {
            "csv" => save(&format!("{}.csv", stem()), "text/csv", &csv(Dialect::Rfc4180)),
            "excel" => save(&format!("{}-excel-de.csv", stem()), "text/csv", &csv(Dialect::GermanExcel)),
            "json" => save(&format!("{}.json", stem()), "application/json", &json(&found, lang, &provenance)),
            "svg" => {
                let file = svg(&found, lang, Width::Wide, Theme::Light, Some(&provenance.address));
                save(&format!("{}.svg", stem()), "image/svg+xml", &file.unwrap_or_default());
            }
            "sentence" => copy(state, citation(&found, lang, &provenance.address)),
            "link" => copy(state, provenance.address),
            _ => {}
        }
    };
    on("click", Box::new(take));
}

/// The whole address of a question on this page.
fn address(question: &Question, lang: Lang) -> String {
    let location = window().location();
    let part = |found: Result<String, JsValue>| found.unwrap_or_default();
    let path = format!("{}{}", part(location.origin()), part(location.pathname()));
    let query = question.to_query(lang);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Offers a file to the reader.
fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    if let Some(link) = doc().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has the file once the click is over.
    set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(10));
}

/// Copies a text and says so; where the browser refuses, says that.
fn copy(state: State, text: String) {
    let promise = window().navigator().clipboard().write_text(&text);
    wasm_bindgen_futures::spawn_local(async move {
        let done = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
        state.chosen.set(Some(if done { "copied" } else { "not-copied" }.to_owned()));
    });
}
