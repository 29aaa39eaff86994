//! The address bar: every choice is in it, back and forward restore everything.

use super::listen::on;
use super::page;
use crate::data::Dataset;
use crate::question::Question;
use crate::ui::view::State;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// Asks what the address asks, now and after back or forward; writes choices into it.
pub fn follow(state: State, data: Arc<Dataset>) {
    read(state, &data);
    let lang = page::lang();
    if state.invalid.with_untracked(|invalid| !invalid.is_empty()) {
        write(&state.question.get_untracked().to_query(lang), false);
    }
    // Choices that are not in the address yet. They are written after the frame with their answer, as the browser takes
    // milliseconds for it; each stays an entry of the history.
    let waiting = StoredValue::new(Vec::<String>::new());
    let flush = move || waiting.update_value(|list| list.drain(..).for_each(|query| write(&query, true)));
    let on_history = move |_| {
        state.chosen.set(Some("view".to_owned()));
        waiting.update_value(Vec::clear);
        read(state, &data);
    };
    on("popstate", Box::new(on_history));
    on("pagehide", Box::new(move |_| flush()));
    Effect::new(move |before: Option<()>| {
        let query = state.question.with(|q| q.to_query(lang));
        // A change that came from the history is in the address already.
        let known = waiting.with_value(|list| list.last().cloned()).unwrap_or_else(current);
        if before.is_some() && known != query {
            waiting.update_value(|list| list.push(query));
        }
    });
    Effect::new(move |_| {
        state.calm.track();
        flush();
    });
}

/// The query of the address, without `?`.
fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The query as this program would write it.
fn current() -> String {
    search().trim_start_matches('?').to_owned()
}

fn read(state: State, data: &Dataset) {
    ask(state, &search(), data);
}

/// Asks what a query asks.
pub fn ask(state: State, query: &str, data: &Dataset) {
    let (question, invalid) = Question::parse(query, data);
    state.invalid.set(invalid);
    let question = question.tidy();
    if state.question.with_untracked(|now| *now != question) {
        state.question.set(question);
    }
}

/// Writes the query; a sandboxed frame may refuse, and then the address stays.
fn write(query: &str, as_choice: bool) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let address = if query.is_empty() { format!("{path}{hash}") } else { format!("{path}?{query}{hash}") };
    if let Ok(history) = window().history() {
        let _ = match as_choice {
            true => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            false => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        };
    }
}
