//! What readers take along: files of the figure as it stands, its sentence, its address.

use super::listen::on;
use super::tip::{target, with_shown};
use crate::chart::Width;
use crate::output::{Dialect, Provenance, Theme, citation, csv, json, svg};
use crate::question::{Lang, Question};
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    /// Offers a file to the reader; an SVG that is to be a PNG is drawn at twice its size.
    #[wasm_bindgen(js_name = ozgSave)]
    fn save(name: &str, kind: &str, text: &str);
    /// Copies a text; the events `ozg-copied` or `ozg-not-copied` say how it went.
    #[wasm_bindgen(js_name = ozgCopy)]
    fn copy(text: &str);
}

/// Listens for buttons with `data-take`.
pub fn listen(state: State) {
    on("click", Box::new(move |click| take(state, &click)));
    for event in ["copied", "not-copied"] {
        let say = move |_| state.update(|model| event.clone_into(&mut model.chosen));
        on(&format!("ozg-{event}"), Box::new(say));
    }
}

fn take(state: State, click: &Event) {
    let Some(button) = target(click, "[data-take]") else { return };
    let Some(figure) = button.closest("figure").ok().flatten() else { return };
    let kind = button.get_attribute("data-take").unwrap_or_default();
    let read = |name: &str| figure.get_attribute(name).unwrap_or_default();
    let parts = [read("data-measure"), read("data-chart"), read("data-period")];
    let stem = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let made = with_shown(state, &button, |model, shown| {
        let (lang, found) = (model.site.lang, &shown.answer);
        let provenance = Provenance { address: address(&shown.question, lang), version: model.site.data.version() };
        Some(match kind.as_str() {
            "csv" => ("text/csv", csv(found, lang, Dialect::Rfc4180, &provenance), ".csv"),
            "excel" => ("text/csv", csv(found, lang, Dialect::GermanExcel, &provenance), "-excel-de.csv"),
            "json" => ("application/json", json(found, lang, &provenance), ".json"),
            "sentence" => ("", citation(found, lang, &provenance.address), ""),
            "link" => ("", provenance.address, ""),
            picture => {
                let file = svg(found, lang, Width::Wide, Theme::Light, Some(&provenance.address))?;
                if picture == "png" { ("image/png", file, ".png") } else { ("image/svg+xml", file, ".svg") }
            }
        })
    });
    match made {
        Some(("", text, _)) => copy(&text),
        Some((kind, text, end)) => save(&(stem + end), kind, &text),
        None => {}
    }
}

/// The whole address of a question on this page.
fn address(question: &Question, lang: Lang) -> String {
    let location = window().location();
    let part = |found: Result<String, JsValue>| found.unwrap_or_default();
    let path = part(location.origin()) + &part(location.pathname());
    let query = question.with(|own| own.lang = None).to_query(lang);
    if query.is_empty() { path } else { path + "?" + &query }
}
