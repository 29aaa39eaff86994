//! The address bar: every choice is in it, back and forward restore everything.

use super::document::{is_embed, tell_query};
use super::listen::on;
use crate::ui::state::{Event, PageState};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use std::cell::Cell;

thread_local! {
    /// Whether the last entry of the history is a step of a moving control.
    static MOVED: Cell<bool> = const { Cell::new(false) };
}

/// Asks what the address asks, now and after back or forward. What was typed stays there until the reader changes something.
pub fn follow(state: PageState) {
    read(state);
    on("popstate", Box::new(move |_| read(state)));
    on("pagehide", Box::new(move |_| flush(state)));
}

/// The query of what is asked.
fn query(state: PageState) -> String {
    let lang = state.with_edition(|edition| edition.lang);
    state.question.with_untracked(|question| question.to_query(lang))
}

/// The query of the address, without `?`.
fn search() -> String {
    window().location().search().unwrap_or_default().trim_start_matches('?').to_owned()
}

/// Writes what is asked, where the address does not say so yet. The first step of a moving control is an entry of its own,
/// the next ones replace it.
pub fn flush(state: PageState) {
    if state.event.get_untracked() == Event::Addressed {
        return;
    }
    let query = query(state);
    let glides = state.glides.get_untracked();
    let is_embed = is_embed();
    if query != search() {
        let is_step = glides && MOVED.get();
        // The way back of a page of others is not ours.
        write(&query, !is_step && !is_embed);
        MOVED.set(glides);
    }
    if is_embed {
        tell_query(&query);
    }
}

fn read(state: PageState) {
    let question = state.read_query(&search());
    if state.question.with_untracked(|now| *now != question) {
        state.ask(question, Event::Addressed);
    }
}

/// Writes the query; a sandboxed frame may refuse, and then the address stays.
fn write(query: &str, is_choice: bool) {
    let location = window().location();
    // A path may begin with two slashes, and would be a host then: the dot goes when the browser reads it.
    let path = format!("/.{}", location.pathname().unwrap_or_default());
    let hash = location.hash().unwrap_or_default();
    let address = if query.is_empty() { format!("{path}{hash}") } else { format!("{path}?{query}{hash}") };
    if let Ok(history) = window().history() {
        let _ = match is_choice {
            true => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            false => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        };
    }
}
