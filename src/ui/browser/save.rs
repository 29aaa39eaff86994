//! What readers take along: files of the figure as it stands, its sentence, its address.

use super::listen::run;
use crate::chart::Width;
use crate::output::{Dialect, Provenance, Theme, csv, json, svg};
use crate::ui::state::{Content, Event, PageState, Saved};
use crate::words::citation;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// How long a file stays after it was offered.
const KEPT: Duration = Duration::from_secs(10);

/// Offers or copies what a figure shows.
pub fn save(state: PageState, content: &Content, what: Saved) {
    let (answer, lang) = (&content.answer, content.lang);
    let (version, licence) = state.with_edition(|edition| (edition.data.version(), edition.data.licence));
    let provenance = Provenance { address: address(content), version, licence };
    let stem = content.file_name();
    let text = |ending: &str, kind: &str, text: &str| {
        let options = BlobPropertyBag::new();
        options.set_type(&format!("{kind};charset=utf-8"));
        if let Ok(blob) = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options) {
            let _ = offer(&format!("{stem}{ending}"), &blob);
        }
    };
    let picture = || {
        svg(answer, lang, Width::Wide, Theme::Light, Some(&provenance.address))
            .map(|drawn| drawn.svg)
            .unwrap_or_default()
    };
    match what {
        Saved::Csv => text(".csv", "text/csv", &csv(answer, lang, Dialect::Rfc4180, &provenance)),
        Saved::Excel => text("-excel-de.csv", "text/csv", &csv(answer, lang, Dialect::GermanExcel, &provenance)),
        Saved::Json => text(".json", "application/json", &json(answer, lang, &provenance)),
        Saved::Svg => text(".svg", "image/svg+xml", &picture()),
        Saved::Png => drop(offer_png(format!("{stem}.png"), &picture())),
        Saved::Sentence => copy(state, citation(answer, lang, &provenance.address)),
        Saved::Link => {
            let asked = state.question.get_untracked();
            // The page of a card has a picture of its own where it is shared.
            let folder = provenance.address.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
            let card = folder.and_then(|own| state.with_edition(|edition| edition.card_address(content, &asked, &own)));
            copy(state, card.unwrap_or(provenance.address));
        }
    }
}

/// The whole address of what a figure answers on this page.
fn address(content: &Content) -> String {
    let location = window().location();
    let part = |found: Result<String, JsValue>| found.unwrap_or_default();
    let page = part(location.origin()) + &part(location.pathname());
    content.question.with(|own| own.lang = None).address(&page, content.lang)
}

/// Offers a file to the reader.
fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&url)), KEPT);
    Ok(())
}

/// Offers a picture as PNG, at twice its size.
fn offer_png(name: String, svg: &str) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let drawn = image.clone();
    let draw = Closure::once_into_js(move || -> Result<(), JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        canvas.set_width(2 * drawn.width());
        canvas.set_height(2 * drawn.height());
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        if let Some(context) = canvas.get_context("2d")? {
            let context: CanvasRenderingContext2d = context.unchecked_into();
            context.draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height)?;
        }
        let offer = Closure::once_into_js(move |blob: Blob| drop(offer(&name, &blob)));
        canvas.to_blob(offer.unchecked_ref())
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    Ok(())
}

/// Copies a text, and says how it went.
fn copy(state: PageState, text: String) {
    run(Box::pin(async move {
        let is_done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        state.event.set(Event::Copied(is_done));
    }));
}
