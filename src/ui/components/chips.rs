//! What is chosen beyond the defaults, each with a way back.

use super::item::{Item, items};
use crate::ui::state::{Chosen, PageState};
use crate::words::ui;
use leptos::prelude::*;

/// The chips; nothing where all is as by default.
#[component]
pub fn Chips(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        let Some(Chosen { chips, reset, count }) = &controls.chosen else { return Vec::new() };
        let chips = chips.iter().map(|(label, value, without)| {
            let hidden = Item::new("span").class("visually-hidden").text(strings.remove).text(" ");
            let chip = Item::new("a").class("chip").attr("href", without.clone()).child(hidden);
            Item::new("li").child(chip.text(format!("{label}: {value}")))
        });
        let all = Item::new("div").class("chosen").child(Item::new("ul").children(chips));
        let all = all.child(Item::new("a").class("kern-link").attr("href", reset.clone()).text(strings.reset));
        vec![all.child(Item::new("span").class("count").text(count.clone()))]
    })
}
