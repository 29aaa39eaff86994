//! The choice of what is counted: three cards for the counts that look alike, with the figures of the reader's state; the
//! other counts stand behind the button.

use super::item::{Item, items};
use crate::ui::state::{Card, Choice, PageState};
use crate::words::ui;
use leptos::prelude::*;

fn radio(count: &Choice) -> Item {
    let radio = Item::new("input").attr("type", "radio").attr("name", "measure").attr("value", count.value.clone());
    radio.flag("checked", count.is_chosen)
}

fn fieldset(legend: &'static str) -> Item {
    Item::new("fieldset").class("kern-fieldset").child(Item::new("legend").class("kern-label").text(legend))
}

/// The counts that look alike.
#[component]
pub fn CardsField(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        let cards = controls.cards.iter().map(|Card { choice, unit, value, standing }| {
            let number = Item::new("b").text(value.clone());
            let hidden = Item::new("span").class("visually-hidden").text(": ");
            let card = Item::new("label").class("card").child(radio(choice));
            let card = card.child(Item::new("strong").text(choice.words.clone())).child(hidden);
            let card = card.child(Item::new("span").child(number).text(" ").text(*unit)).text(" ");
            card.child(Item::new("span").text(standing.clone()))
        });
        vec![fieldset(strings.measure).child(Item::new("div").class("cards").children(cards))]
    })
}

/// The other counts, in views that rank states.
#[component]
pub fn OthersField(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        if controls.others.is_empty() {
            return Vec::new();
        }
        let others = controls.others.iter().map(|count| {
            let choice = Item::new("label").class("choice").child(radio(count));
            choice.child(Item::new("span").text(count.words.clone()))
        });
        vec![fieldset(strings.more_measures).child(Item::new("div").class("choices").children(others))]
    })
}
