//! Notes about the question: keys that could not be used, data of an earlier day.

use super::item::{Item, items};
use crate::question::Question;
use crate::ui::state::{Content, PageState};
use crate::words::{day, ui};
use leptos::prelude::*;

/// Whether the figures of a question are others than those shown.
fn has_changed(state: PageState, question: &Question) -> bool {
    let [main, _] = state.figures;
    main.settled.get().is_some_and(|shown| {
        let now = state.with_edition(|own| Content::of(&own.data, question.clone(), own.lang, shown.reader));
        !now.shows_same(&shown)
    })
}

/// The notes.
#[component]
pub fn Notes(state: PageState) -> impl IntoView {
    let (lang, is_embed) = state.with_edition(|edition| (edition.lang, edition.is_embed));
    let strings = ui(lang);
    let notes = items(move || {
        let words = state.invalid.get();
        let unusable = (!words.is_empty()).then(|| Item::new("p").class("note").attr("role", "status").text(words));
        let question = state.question.get();
        let earlier = question.asof.and_then(|asof| {
            let today = Question { asof: None, ..question };
            // An embed stays at its day: it says so where today's figures are others.
            let words = match is_embed {
                true if !has_changed(state, &today) => return None,
                true => strings.changed_since.to_owned(),
                false => format!("{} {}", strings.asof, day(asof, lang)),
            };
            let link = Item::new("a").attr("href", today.address("./", lang)).text(strings.asof_today);
            Some(Item::new("p").class("note asof").text(words).text(". ").child(link))
        });
        unusable.into_iter().chain(earlier).collect()
    });
    view! { <div class="notes" id="notes">{notes}</div> }
}
