//! Notes about the question: keys that could not be used, data of an earlier day.

use super::item::{Item, items};
use crate::question::Question;
use crate::ui::state::PageState;
use crate::words::{day, ui};
use leptos::prelude::*;

/// The notes.
#[component]
pub fn Notes(state: PageState) -> impl IntoView {
    let lang = state.with_edition(|edition| edition.lang);
    let strings = ui(lang);
    let notes = items(move || {
        let words = state.invalid.get();
        let unusable = (!words.is_empty()).then(|| Item::new("p").class("note").attr("role", "status").text(words));
        let question = state.question.get();
        let earlier = question.asof.map(|asof| {
            let today = Question { asof: None, ..question }.address("./", lang);
            let words = format!("{} {}. ", strings.asof, day(asof, lang));
            let link = Item::new("a").attr("href", today).text(strings.asof_today);
            Item::new("p").class("note asof").text(words).child(link)
        });
        unusable.into_iter().chain(earlier).collect()
    });
    view! { <div class="notes" id="notes">{notes}</div> }
}
