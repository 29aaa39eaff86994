//! The address bar: every choice is in it, back and forward restore everything.

use super::listen::on;
use crate::question::Question;
use crate::ui::view::{Model, State};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

thread_local! {
    /// The choice that is not in the address yet. It is written when no other follows for a moment.
    static WAITING: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether a control is moving: its steps replace each other in the history.
    static GLIDES: Cell<bool> = const { Cell::new(false) };
    /// Whether the last entry of the history is a step of a moving control.
    static MOVED: Cell<bool> = const { Cell::new(false) };
}

/// A control is moving, or stands.
pub fn glide(moves: bool) {
    GLIDES.set(moves);
}

/// Asks what the address asks, now and after back or forward.
pub fn follow(state: State) {
    read(state);
    state.with_untracked(|model| {
        if !model.invalid.is_empty() {
            write(&model.question.to_query(model.site.lang), false);
        }
    });
    let on_history = move |_| {
        WAITING.take();
        read(state);
    };
    on("popstate", Box::new(on_history));
    on("pagehide", Box::new(|_| flush()));
}

/// Notes a choice for the address.
pub fn note(model: &Model) {
    let query = model.question.to_query(model.site.lang);
    WAITING.set(Some(query).filter(|query| search().trim_start_matches('?') != query));
}

/// Writes the choice that waits. The first step of a moving control is an entry of its own, the next ones replace it.
pub fn flush() {
    if let Some(query) = WAITING.take() {
        write(&query, !(GLIDES.get() && MOVED.get()));
        MOVED.set(GLIDES.get());
    }
}

/// The query of the address, without `?`.
fn search() -> String {
    window().location().search().unwrap_or_default()
}

fn read(state: State) {
    let (mut question, invalid) = state.with_untracked(|model| Question::parse(&search(), &model.site.data));
    question = question.tidy();
    let same = state.with_untracked(|model| model.question == question && model.invalid == invalid);
    if !same {
        state.update(|model| {
            model.invalid = invalid;
            model.touch(0);
            "view".clone_into(&mut model.chosen);
            model.ask(question);
        });
    }
}

/// Asks what a query asks, as a choice of the reader.
pub fn ask(state: State, query: &str) {
    let (question, invalid) = state.with_untracked(|model| Question::parse(query, &model.site.data));
    choose(state, "view", |model| {
        model.invalid = invalid;
        model.touch(0);
        question.tidy()
    });
}

/// Asks another question as a choice of the reader; `key` is the control that was used.
pub fn choose(state: State, key: &str, next: impl FnOnce(&mut Model) -> Question) {
    state.update(|model| {
        key.clone_into(&mut model.chosen);
        if !model.invalid.is_empty() {
            model.invalid.clear();
            model.touch(0);
        }
        let question = next(model);
        if question != model.question {
            model.ask(question);
        }
        note(model);
    });
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
