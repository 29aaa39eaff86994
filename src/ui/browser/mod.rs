//! What only a browser can do: fetch, history, focus, sizes, files. The only room that knows the browser.

mod address;
mod announce;
mod document;
mod failure;
mod focus;
mod follow;
mod links;
mod listen;
mod load;
mod save;
mod size;
mod tip;

use crate::data::Dataset;
use crate::question::Question;
use crate::ui::components::{Appearance, Header, Links, Page};
use crate::ui::state::{Edition, Event, PageState};
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Loads the data, takes over the delivered page, then asks what the address asks.
pub fn start() {
    failure::speak_on_panic();
    listen::run(Box::pin(async {
        document::set_state("loading");
        match load::load("release").await {
            Ok(data) => match run(data) {
                Some(state) => complete(state).await,
                None => failure::show("E-PAGE: the page lacks an element that the app takes over"),
            },
            Err(error) => failure::show(&error.to_string()),
        }
    }));
}

/// Loads what the first view did not need. Without it the page stays usable, and says so in its state.
async fn complete(state: PageState) {
    match load::load("complete").await {
        Ok(data) => state.complete(data),
        Err(_) => {
            document::set_state("partial");
            if matches!(state.event.get_untracked(), Event::Saving(..)) {
                state.event.set(Event::Incomplete);
            }
        }
    }
}

/// Takes over the page that was delivered: same data, same question, so that every node stays. What differs (the question of
/// the address, the further choices) is asked afterwards.
fn run(data: Dataset) -> Option<PageState> {
    // What was changed on the way is put back: only what was delivered can be taken over.
    failure::tell("ozg-take");
    let (lang, root) = (document::lang(), document::root());
    let page = document::element("page")?;
    let owner = Owner::new();
    owner.set();
    let (today, pages, lists) = (document::today(), document::pages(), document::lists());
    let is_embed = document::is_embed();
    let edition = Edition { data: Arc::new(data), lang, root, today, pages, lists, is_embed };
    let state = PageState::new(edition, Question::default());
    state.width.set(size::keep_fitting());
    hydrate_from(page, move || view! { <Page state=state/> }).forget();
    // An embed has none of these.
    if let Some(header) = document::element("header") {
        hydrate_from(header, move || view! { <Header state=state/> }).forget();
    }
    if let Some(links) = document::element("links") {
        hydrate_from(links, move || view! { <Links state=state/> }).forget();
    }
    if let Some(appearance) = document::element("appearance") {
        hydrate_from(appearance, move || view! { <Appearance state=state/> }).forget();
    }
    follow::follow(state);
    links::follow(state);
    focus::follow(state);
    tip::follow(state);
    // Effects run before the next task: the chart of the address is there then.
    let ready = move || {
        address::follow(state);
        set_timeout(
            move || {
                document::ready();
                // Where loading was said, what was loaded is said too.
                if document::has_said() {
                    state.event.set(Event::Addressed);
                }
                document::answer_early();
                state.is_whole.set(true);
                size::follow(state);
            },
            Duration::ZERO,
        );
    };
    set_timeout(ready, Duration::ZERO);
    // The page lives as long as its document.
    std::mem::forget(owner);
    Some(state)
}
