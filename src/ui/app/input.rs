//! Controls and links: one listener for all of them. A control is a native form control whose `name` is a key of the
//! address; a link with `data-ask` asks another question on the same page.

use super::address;
use super::listen::on;
use super::tip::target;
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

/// Asks what a control asks.
fn choose(state: State, event: &Event) {
    let Some(target) = event.target() else { return };
    let (name, value, kind) = if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        // The start of a period is set together with the end that is shown.
        let value = match select.get_attribute("data-end") {
            Some(end) => select.value() + ".." + &end,
            None => select.value(),
        };
        (select.name(), value, String::new())
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let value = match input.get_attribute("data-values") {
            // A slider stands at the number of a value.
            Some(values) => {
                let index: usize = input.value().parse().unwrap_or_default();
                values.split('~').nth(index).unwrap_or_default().to_owned()
            }
            None => input.value(),
        };
        (input.name(), value, input.type_())
    } else {
        return;
    };
    if name.is_empty() {
        return;
    }
    address::choose(state, &name, |model| match kind.as_str() {
        "checkbox" => model.question.toggle(&name, &value, &model.site.data),
        _ => model.question.change(&name, &value, &model.site.data),
    });
}

/// Sorts the table of the figure by a column: the first time upwards, then the other way.
fn sort_table(state: State, button: &Element) {
    let column = button.get_attribute("data-sort").and_then(|column| column.parse::<usize>().ok());
    let is_main = button.closest("#table").is_ok_and(|table| table.is_some());
    if let Some(column) = column {
        state.update(|model| {
            let [main, second] = &mut model.orders;
            let (order, chosen) = if is_main { (main, "table") } else { (second, "table-2") };
            *order = Some((column, *order == Some((column, false))));
            chosen.clone_into(&mut model.chosen);
            model.touch(usize::from(!is_main));
        });
    }
}

/// Listens for choices and links.
pub fn listen(state: State) {
    on(
        "change",
        Box::new(move |change| {
            address::glide(false);
            choose(state, &change);
        }),
    );
    // A slider answers while it moves; the address follows without an entry of the history for each step.
    let typed = move |event: Event| {
        if target(&event, "input[type=range]").is_some() {
            address::glide(true);
            choose(state, &event);
        }
    };
    on("input", Box::new(typed));
    let follow = move |click: Event| {
        if let Some(button) = target(&click, "[data-sort]") {
            return sort_table(state, &button);
        }
        if let Some(mark) = target(&click, ".mark") {
            return focus(state, &mark);
        }
        let Ok(click) = click.dyn_into::<MouseEvent>() else { return };
        let with_modifier = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.default_prevented() || click.button() != 0 || with_modifier {
            return;
        }
        let Some(link) = target(&click, "a[data-ask]") else { return };
        let href = link.get_attribute("href").unwrap_or_default();
        let query = href.split_once('?').map(|(_, query)| query).unwrap_or_default();
        click.prevent_default();
        address::ask(state, query);
    };
    on("click", Box::new(follow));
    let press = move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !matches!(key.key().as_str(), "Enter" | " ") || key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        if let Some(mark) = target(&event, ".mark") {
            event.prevent_default();
            focus(state, &mark);
        }
    };
    on("keydown", Box::new(press));
}

/// Makes the state of a mark the reader's.
fn focus(state: State, mark: &Element) {
    let place = mark.get_attribute("data-place").unwrap_or_default();
    if place != "DE" && mark.closest("#drawings").is_ok_and(|main| main.is_some()) {
        address::choose(state, "focus", |model| model.question.change("focus", &place, &model.site.data));
    }
}
