//! The controls: native form controls whose `name` is a key of the address.

use super::ask::Ask;
use super::boxes::BoxesField;
use super::chips::Chips;
use super::counts::{CardsField, OthersField};
use super::item::{Item, items};
use super::select::SelectField;
use super::views::Views;
use crate::ui::state::PageState;
use crate::words::ui;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// The selects that are there at once, and those behind the button.
const FIRST: [&str; 2] = ["measure", "period"];
const FURTHER: [&str; 8] = ["period-from", "period-to", "unit", "scale", "group", "sort", "facet", "area"];

/// Asks what a control asks.
fn choose(state: PageState, event: &Event) {
    let Some(target) = event.target() else { return };
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        // The start of a period is set together with the end that is shown.
        let key = select.id();
        let key = key.strip_prefix("control-").unwrap_or_default();
        let end = state.controls.with_untracked(|controls| controls.select(key).map(|select| select.end.clone()));
        let value = match end.filter(|end| !end.is_empty()) {
            Some(end) => format!("{}..{end}", select.value()),
            None => select.value(),
        };
        state.choose(&select.name(), &value, false);
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let (name, kind) = (input.name(), input.type_());
        let value = match kind.as_str() {
            // A slider stands at the number of a month.
            "range" => state.controls.with_untracked(|controls| {
                let index: usize = input.value().parse().unwrap_or_default();
                controls.slider.as_ref().and_then(|slider| slider.months.get(index).cloned()).unwrap_or_default()
            }),
            _ => input.value(),
        };
        if !name.is_empty() {
            state.choose(&name, &value, kind == "checkbox");
        }
    }
}

/// All controls of the view: the state, the counts, the views, selects, the rest behind a button, and what is chosen.
#[component]
pub fn Controls(state: PageState) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    let changed = move |event: Event| {
        state.glides.set(false);
        choose(state, &event);
    };
    // A slider answers while it moves; the address follows without an entry of the history for each step.
    let moved = move |event: Event| {
        let target = event.target();
        let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>());
        if input.is_some_and(|input| input.type_() == "range") {
            state.glides.set(true);
            choose(state, &event);
        }
    };
    let asof = items(move || {
        let controls = state.controls.get();
        let Some([first, day]) = controls.asof.clone() else { return Vec::new() };
        let label = Item::new("label").class("kern-label").attr("for", "control-asof").text(strings.asof_control);
        let input = Item::new("input").class("date").attr("type", "date").attr("id", "control-asof");
        let input = input.attr("name", "asof").attr("min", first).value(day);
        vec![Item::new("div").class("kern-form-input").child(label).child(input)]
    });
    view! {
        <div class="controls" id="controls" role="group" aria-label=strings.controls on:change=changed on:input=moved>
            <Ask state=state/>
            <CardsField state=state/>
            <Views state=state/>
            <div class="line">
                {FIRST.map(|key| view! { <SelectField state=state key=key/> })}
                <BoxesField state=state name="area"/>
                <details class="more">
                    <summary>{strings.more}</summary>
                    <OthersField state=state/>
                    <div class="selects">
                        {FURTHER.map(|key| view! { <SelectField state=state key=key/> })}
                        {asof}
                        <BoxesField state=state name="places"/>
                    </div>
                </details>
            </div>
            <Chips state=state/>
        </div>
    }
}
