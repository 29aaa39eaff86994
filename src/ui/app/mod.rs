//! What only a browser can do: fetch, history, focus, sizes. The only room that knows the browser.

mod address;
mod announce;
mod failure;
mod frame;
mod input;
mod json;
mod listen;
mod load;
mod page;
mod patch;
mod size;
mod take;
mod tip;

use crate::data::Dataset;
use crate::question::Question;
use crate::ui::view::{Model, Page, Site, State};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

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
    let site = Site { data: Arc::new(data), lang: page::lang(), root: page::root() };
    let Some(element) = page::element() else { return failure::show("the page has no element #page") };
    let owner = Owner::new();
    owner.set();
    let state = State::new(Model::new(site, Question::default()));
    leptos::mount::hydrate_from(element, move || view! { <Page state=state/> }).forget();
    patch::follow(state);
    input::listen(state);
    take::listen(state);
    tip::listen(state);
    // Effects run before the next task: the chart of the address is there then.
    let ready = move || {
        address::follow(state);
        let shown = move || {
            page::ready();
            // Drawings that do not fit are dropped when there is nothing else to do.
            set_timeout(move || size::follow(state), Duration::from_millis(50));
        };
        set_timeout(shown, Duration::ZERO);
    };
    set_timeout(ready, Duration::ZERO);
    // The page lives as long as its document.
    std::mem::forget(owner);
}
