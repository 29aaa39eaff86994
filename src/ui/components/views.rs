//! The switch of views.

use super::item::{Item, items};
use crate::ui::state::PageState;
use crate::words::ui;
use leptos::prelude::*;

/// The views as tabs.
#[component]
pub fn Views(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        let tab = controls.views.iter().map(|view| {
            let input = Item::new("input").attr("type", "radio").attr("name", "view").attr("value", view.value.clone());
            let input = input.flag("checked", view.is_chosen);
            Item::new("label").class("tab").child(input).child(Item::new("span").text(view.words.clone()))
        });
        let legend = Item::new("legend").class("visually-hidden").text(strings.view);
        vec![Item::new("fieldset").class("views").child(legend).children(tab)]
    })
}
