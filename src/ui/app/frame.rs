//! The few attributes of header, footer and document that follow the question.

use super::page;
use crate::output::{address, other_language, view_link};
use crate::question::{Lang, Question, View};
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

fn set(selector: &str, change: impl Fn(&Element)) {
    if let Ok(Some(element)) = page::doc().query_selector(selector) {
        change(&element);
    }
}

/// Keeps links, appearance and title in step with the question.
pub fn follow(state: State, lang: Lang, root: &'static str) {
    Effect::new(move |_| page::set_theme(state.question.with(|question| question.theme)));
    Effect::new(move |before: Option<()>| {
        state.calm.track();
        state.question.with_untracked(|question| {
            for view in View::ALL {
                let (target, here) = view_link(question, *view);
                set(&format!("[data-view={}]", view.name()), |link| {
                    let _ = link.set_attribute("href", &address(&target, lang));
                    let _ = match here {
                        true => link.set_attribute("aria-current", "page"),
                        false => link.remove_attribute("aria-current"),
                    };
                });
            }
            set("[data-language]", |link| drop(link.set_attribute("href", &other_language(question, lang, root))));
            set("[name=theme]", |select| {
                if let Some(select) = select.dyn_ref::<HtmlSelectElement>() {
                    select.set_value(question.theme.name());
                }
            });
            if before.is_some() {
                page::set_title(*question == Question::default());
            }
        });
    });
}
