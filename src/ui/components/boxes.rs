//! A list of boxes with a search field and quick choices.

use super::item::{Item, items};
use crate::ui::state::{Boxes, PageState};
use crate::words::{find, folded, ui};
use leptos::prelude::*;

/// The list of boxes for a key of the address, in views that have it.
#[component]
pub fn BoxesField(state: PageState, name: &'static str) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    let wanted = RwSignal::new(String::new());
    let list = items(move || {
        let controls = state.controls.get();
        let found = controls.boxes.iter().find(|boxes| boxes.name == name);
        let Some(Boxes { label, quick, choices, is_open, .. }) = found else { return Vec::new() };
        let wanted = folded(&wanted.get());
        let quick = quick.iter();
        let quick =
            quick.map(|(href, words)| Item::new("a").class("kern-link").attr("href", href.clone()).text(*words));
        let choices = choices.iter().map(|choice| {
            let is_hidden = find(&folded(&choice.words), &wanted).is_none();
            let tick =
                Item::new("input").attr("type", "checkbox").attr("name", name).attr("value", choice.value.clone());
            let label = Item::new("label").class("choice").maybe("hidden", is_hidden.then_some(""));
            label.child(tick.flag("checked", choice.is_chosen)).child(Item::new("span").text(choice.words.clone()))
        });
        let search = Item::new("input").attr("type", "search").class("search");
        let search = search.attr("aria-label", strings.search).attr("placeholder", strings.search);
        let set = Item::new("fieldset").child(Item::new("legend").class("visually-hidden").text(*label)).child(search);
        let set = set.child(Item::new("div").class("choices").children(choices));
        let mut details = Item::new("details").child(Item::new("summary").text(*label)).child(set);
        // It stays as the reader leaves it.
        if *is_open {
            details = details.flag("open", true);
        }
        let quick = Item::new("p").class("quick").children(quick);
        vec![Item::new("div").class("boxes").child(details).child(quick)]
    });
    let searched = move |typed: leptos::ev::Event| {
        if event_target::<web_sys::HtmlInputElement>(&typed).type_() == "search" {
            wanted.set(event_target_value(&typed));
        }
    };
    view! { <div class="contents" on:input=searched>{list}</div> }
}
