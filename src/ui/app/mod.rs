//! What only a browser can do: fetch, history, focus, sizes. The only room that knows the browser.

mod address;
mod failure;
mod frame;
mod input;
mod json;
mod keys;
mod listen;
mod load;
mod page;
mod size;
mod take;

use crate::data::Dataset;
use crate::question::Question;
use crate::ui::view::{Page, Site, State};
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
    let lang = page::lang();
    let data = Arc::new(data);
    let root = page::root();
    let site = Site { data: data.clone(), lang, root };
    let Some(element) = page::element() else { return failure::show("the page has no element #page") };
    let owner = Owner::new();
    owner.set();
    let state = State::new(Question::default());
    leptos::mount::hydrate_from(element, move || view! { <Page site=site state=state/> }).forget();
    address::follow(state, data.clone());
    input::listen(state, data.clone());
    take::listen(state, data, lang);
    size::follow(state);
    keys::listen();
    keys::keep_focus(state);
    // After the frame in which an answer was drawn, what can wait: tables, links, title.
    let settle = move || state.calm.update(|frame| *frame = frame.wrapping_add(1));
    Effect::new(move |before: Option<()>| {
        state.question.track();
        if before.is_some() {
            request_animation_frame(move || set_timeout(settle, Duration::ZERO));
        }
    });
    frame::follow(state, lang, root);
    let is_delivered = state.question.with_untracked(|question| *question == Question::default());
    if !is_delivered {
        settle();
    }
    // Effects run before the next task: the chart of the address is there then.
    let ready = move || {
        if !is_delivered {
            page::set_title(false);
        }
        page::ready();
    };
    set_timeout(ready, Duration::ZERO);
    // The page lives as long as its document.
    std::mem::forget(owner);
}
