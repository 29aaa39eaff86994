//! What only a browser can do: fetch, history, focus, sizes. The only room that knows the browser.

mod address;
mod failure;
mod input;
mod json;
mod keys;
mod listen;
mod load;
mod page;
mod size;

use crate::data::Dataset;
use crate::question::Question;
use crate::ui::view::{Page, Site, State};
use leptos::prelude::*;
use std::sync::Arc;

/// Loads the data, takes over the delivered page, then asks what the address asks.
pub fn start() {
    failure::speak_on_panic();
    wasm_bindgen_futures::spawn_local(async {
        page::set_state("loading");
        match load::load().await {
            Ok(data) => run(data),
            Err(error) => failure::show(&error.to_string()),
        }
    });
}

/// Takes over the page that was delivered: same data, same question, so that every node stays. What differs (the
/// question of the address, the fitting width) is asked afterwards.
fn run(data: Dataset) {
    let lang = page::lang();
    let data = Arc::new(data);
    let site = Site { data: data.clone(), lang, root: page::root() };
    let Some(element) = page::element() else { return failure::show("the page has no element #page") };
    let owner = Owner::new();
    owner.set();
    let state = State::new(Question::default());
    leptos::mount::hydrate_from(element, move || view! { <Page site=site state=state/> }).forget();
    address::follow(state, data.clone());
    input::listen(state, data);
    size::follow(state);
    keys::listen();
    keys::keep_focus(state);
    Effect::new(move |_| page::set_theme(state.question.with(|question| question.theme)));
    page::ready();
    // The page lives as long as its document.
    std::mem::forget(owner);
}
