//! A labelled select; that of the period has a slider of months below it.

use super::item::{Item, Text, items};
use crate::ui::state::{Choice, Group, PageState, Select, Slider};
use crate::words::ui;
use leptos::prelude::*;

fn option(choice: &Choice) -> Item {
    Item::new("option")
        .attr("value", choice.value.clone())
        .flag("selected", choice.is_chosen)
        .text(choice.words.clone())
}

/// The options of a select, in groups where these have a heading.
pub fn options(groups: &[Group]) -> Vec<Item> {
    let group = |Group { heading, choices }: &Group| {
        let options = choices.iter().map(option);
        match *heading {
            "" => options.collect::<Vec<_>>(),
            heading => vec![Item::new("optgroup").attr("label", heading).children(options)],
        }
    };
    groups.iter().flat_map(group).collect()
}

/// A select in its frame.
pub fn framed(id: impl Into<Text>, name: &'static str, groups: &[Group]) -> Item {
    let select = Item::new("select").class("kern-form-input__select").attr("id", id).attr("name", name);
    Item::new("div").class("kern-form-input__select-wrapper").child(select.children(options(groups)))
}

fn slider(Slider { months, position, words }: &Slider, label: &'static str) -> Item {
    let slider = Item::new("input").attr("type", "range").class("slider").attr("name", "period");
    let slider = slider.attr("aria-label", label).attr("min", "0").attr("max", (months.len() - 1).to_string());
    slider.attr("aria-valuetext", words.clone()).value(position.to_string())
}

/// The select with a key, in views that have it.
#[component]
pub fn SelectField(state: PageState, key: &'static str) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    items(move || {
        let controls = state.controls.get();
        let Some(Select { name, label, groups, .. }) = controls.select(key) else { return Vec::new() };
        let months = controls.slider.as_ref().filter(|_| key == "period");
        let id = format!("control-{key}");
        let label = Item::new("label").class("kern-label").attr("for", id.clone()).text(*label);
        let select = framed(id, name, groups);
        // A class, as a page that is still arriving does not have its slider yet.
        let class = if months.is_some() { "kern-form-input time" } else { "kern-form-input" };
        let field = Item::new("div").class(class).child(label).child(select);
        vec![field.children(months.map(|months| slider(months, strings.period_slider)))]
    })
}
