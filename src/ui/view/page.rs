//! The part of the page that follows the question: controls, notes, figures.

use super::figure::Figure;
use super::{Context, Site, State, controls::Controls};
use crate::output::address;
use crate::question::{Question, Sort, View};
use crate::words::{self, ui};
use leptos::prelude::*;

/// The part of the page that follows the question.
#[component]
pub fn Page(
    /// The page around the question.
    site: Site,
    /// What changes.
    state: State,
) -> impl IntoView {
    let context = Context::new(site, state);
    let is_ranking = Memo::new(move |_| state.question.with(|question| question.view == View::Ranking));
    view! {
            <Controls context=context/>
            <Notes context=context/>
            <Figure context=context answer=context.answer ids=("title", "keys")/>
            {move || {
                is_ranking.get().then(|| view! { <Figure context=context answer=context.second() ids=("title-2", "keys-2")/> })
            }}
    }
}

/// Notes about the question: keys that could not be used, data of an earlier day; and the finding, announced after a
/// choice.
#[component]
fn Notes(context: Context) -> impl IntoView {
    let state = context.state;
    let strings = ui(context.lang);
    let invalid = Signal::derive(move || {
        let notes = |list: &Vec<_>| list.iter().map(|found| words::invalid(found, context.lang)).collect::<Vec<_>>();
        state.invalid.with(notes).join(" ")
    });
    let asof = Signal::derive(move || {
        let day = state.question.with(|question| question.asof);
        day.map(|day| format!("{} {}. ", strings.asof, words::day(day, context.lang))).unwrap_or_default()
    });
    let today = context.text(|question, context| address(&Question { asof: None, ..question.clone() }, context.lang));
    // Said is what the choice changed: of the state its sentence, of the order the order, else the finding.
    let finding = Signal::derive(move || {
        let Some(chosen) = state.chosen.get() else { return String::new() };
        let headline = context.answer.with(|answer| words::headline(answer, context.lang));
        match chosen.as_str() {
            "focus" => headline.sentence,
            "sort" => {
                let by_name = state.question.with(|question| question.sort == Sort::Name);
                format!("{} {}", strings.sorted, if by_name { strings.sort_name } else { strings.sort_value })
            }
            "theme" => String::new(),
            "copied" => strings.copied.to_owned(),
            "not-copied" => strings.not_copied.to_owned(),
            _ => headline.title,
        }
    });
    view! {
        <p class="note" role="status" hidden=Signal::derive(move || invalid.with(String::is_empty))>{invalid}</p>
        <p class="note" hidden=Signal::derive(move || asof.with(String::is_empty))>
            {asof} <a data-ask="" href=today>{strings.asof_today}</a>
        </p>
        <p class="visually-hidden" role="status">{finding}</p>
    }
}
