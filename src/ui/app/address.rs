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
    let on_history = move |_| {
        state.chosen.set(Some("view".to_owned()));
        read(state, &data);
    };
    on("popstate", Box::new(on_history));
    Effect::new(move |before: Option<()>| {
        let query = state.question.with(|q| q.to_query(lang));
        // A change that came from the history is in the address already.
        if before.is_some() && current() != query {
            write(&query, true);
        }
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
