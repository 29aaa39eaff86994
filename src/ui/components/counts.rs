//! The choice of what is counted: three cards for the counts that look alike, the others below.

use super::item::{Item, items};
use crate::ui::state::{Choice, Counts, PageState};
use crate::words::ui;
use leptos::prelude::*;

fn radio(count: &Choice) -> Item {
    let radio = Item::new("input").attr("type", "radio").attr("name", "measure").attr("value", count.value.clone());
    radio.flag("checked", count.is_chosen)
}

/// The choice of the count, in views that rank states.
#[component]
pub fn CountsField(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        let Some(Counts { alike, others }) = &controls.counts else { return Vec::new() };
        let is_other = others.iter().any(|other| other.is_chosen);
        let cards = alike.iter().map(|(count, hint)| {
            let card = Item::new("label").class("card").child(radio(count));
            let card = card.child(Item::new("strong").text(count.words.clone()));
            let card = card.child(Item::new("span").class("visually-hidden").text(": "));
            card.child(Item::new("span").text(*hint))
        });
        let others = others.iter().map(|count| {
            let choice = Item::new("label").class("choice").child(radio(count));
            choice.child(Item::new("span").text(count.words.clone()))
        });
        let more = Item::new("details").class("others").flag("open", is_other);
        let more = more.child(Item::new("summary").text(strings.more_measures));
        let field = Item::new("fieldset").class("kern-fieldset measures");
        let field = field.child(Item::new("legend").class("kern-label").text(strings.measure));
        let field = field.child(Item::new("div").class("cards").children(cards));
        vec![field.child(more.child(Item::new("div").class("choices").children(others)))]
    })
}
