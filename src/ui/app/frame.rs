//! The few attributes of header, footer and document that follow the question.

use super::page;
use crate::output::{address, other_language, view_link};
use crate::question::{Question, View};
use crate::ui::view::Model;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

fn set(selector: &str, change: impl Fn(&Element)) {
    if let Ok(Some(element)) = page::doc().query_selector(selector) {
        change(&element);
    }
}

/// Brings links, the choice of appearance and the title in step with the question.
pub fn update(model: &Model) {
    let (question, lang) = (&model.question, model.site.lang);
    for view in [View::Ranking, View::Growth] {
        let (target, here) = view_link(question, view);
        set(&format!("[data-view={}]", view.name()), |link| {
            let _ = link.set_attribute("href", &address(&target, lang));
            let _ = match here {
                true => link.set_attribute("aria-current", "page"),
                false => link.remove_attribute("aria-current"),
            };
        });
    }
    let other = other_language(question, lang, model.site.root);
    set("[data-language]", |link| drop(link.set_attribute("href", &other)));
    set("[name=theme]", |select| {
        if let Some(select) = select.dyn_ref::<HtmlSelectElement>() {
            select.set_value(question.theme.name());
        }
    });
    page::set_title(*question == Question::default());
}
