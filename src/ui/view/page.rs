//! The part of the page that follows the question: controls, notes, figures.

use super::figure::Figure;
use super::model::{Model, PARTS, State};
use crate::output::{address, column_head, escape};
use crate::question::{Question, Sort};
use crate::words::{self, ui};
use leptos::prelude::*;

/// The part of the page that follows the question.
#[component]
pub fn Page(
    /// What the page shows.
    state: State,
) -> impl IntoView {
    let strings = ui(state.with_untracked(|model| model.site.lang));
    view! {
        <div role="group" aria-label=strings.controls>
            {part(state, "controls", "controls")}
        </div>
        {part(state, "notes", "notes")}
        <p class="visually-hidden" role="status" id="said"></p>
        <Figure state=state strings=strings index=0 ids=["head", "drawings", "text", "source", "table", "foot"]/>
        <Figure
            state=state
            strings=strings
            index=1
            ids=["head-2", "drawings-2", "text-2", "source-2", "table-2", "foot-2"]
        />
        <div id="tip" class="tip" role="group" aria-label=strings.value hidden></div>
    }
}

/// A part of the page: natively with its content; the browser takes over what was delivered.
pub(super) fn part(state: State, id: &'static str, class: &'static str) -> impl IntoView {
    let delivered = match cfg!(target_arch = "wasm32") {
        true => String::new(),
        false => state.with_untracked(|model| {
            PARTS.iter().find(|part| part.id == id).map(|part| (part.text)(model)).unwrap_or_default()
        }),
    };
    view! { <div id=id class=class inner_html=delivered></div> }
}

/// Notes about the question: keys that could not be used, data of an earlier day.
pub(super) fn notes(model: &Model) -> String {
    let (strings, lang) = (ui(model.site.lang), model.site.lang);
    let mut html = String::new();
    let invalid: Vec<String> = model.invalid.iter().map(|found| words::invalid(found, lang)).collect();
    if !invalid.is_empty() {
        html.push_str(&format!(r#"<p class="note" role="status">{}</p>"#, escape(&invalid.join(" "))));
    }
    if let Some(day) = model.question.asof {
        let today = address(&Question { asof: None, ..model.question.clone() }, lang);
        html.push_str(&format!(
            r#"<p class="note asof">{} {}. <a data-ask href="{}">{}</a></p>"#,
            strings.asof,
            words::day(day, lang),
            escape(&today),
            strings.asof_today,
        ));
    }
    html
}

/// What is announced after a choice: of the state its sentence, of the order the order, else the finding.
pub fn announcement(model: &Model) -> String {
    let (strings, lang) = (ui(model.site.lang), model.site.lang);
    let Some(shown) = model.figure(0) else { return String::new() };
    let headline = words::headline(&shown.answer, lang);
    match model.chosen.as_str() {
        "" | "theme" => String::new(),
        "focus" => headline.sentence,
        "sort" => {
            let by_name = model.question.sort == Sort::Name;
            format!("{} {}", strings.sorted, if by_name { strings.sort_name } else { strings.sort_value })
        }
        "table" | "table-2" => {
            let index = usize::from(model.chosen == "table-2");
            let order = model.orders.get(index).copied().flatten();
            let answer = model.figure(index).map(|shown| &shown.answer);
            let head = answer.zip(order).and_then(|(answer, (column, _))| column_head(answer, lang, column));
            let way = if order.is_some_and(|(_, falls)| falls) { strings.falling } else { strings.rising };
            format!("{}: {}, {way}", strings.sorted, head.unwrap_or_default())
        }
        "copied" => strings.copied.to_owned(),
        "not-copied" => strings.not_copied.to_owned(),
        _ => headline.title,
    }
}
