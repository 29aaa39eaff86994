//! Controls and links: one listener for all of them. A control is a native form control whose `name` is a key of the
//! address; a link with `data-ask` asks another question on the same page.

use super::address;
use super::listen::on;
use crate::data::Dataset;
use crate::ui::view::State;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent};

/// Listens for choices and links.
pub fn listen(state: State, data: Arc<Dataset>) {
    let known = data.clone();
    let choose = move |change: Event| {
        let Some(target) = change.target() else { return };
        let named = match target.dyn_ref::<HtmlSelectElement>() {
            Some(select) => Some((select.name(), select.value())),
            None => target.dyn_ref::<HtmlInputElement>().map(|input| (input.name(), input.value())),
        };
        if let Some((name, value)) = named.filter(|(name, _)| !name.is_empty()) {
            state.invalid.set(Vec::new());
            state.chosen.set(Some(name.clone()));
            state.question.update(|question| *question = question.change(&name, &value, &known));
        }
    };
    on("change", Box::new(choose));
    let follow = move |click: Event| {
        let Ok(click) = click.dyn_into::<MouseEvent>() else { return };
        let with_modifier = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.default_prevented() || click.button() != 0 || with_modifier {
            return;
        }
        let element = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = element.and_then(|element| element.closest("a[data-ask]").ok()?) else { return };
        let href = link.get_attribute("href").unwrap_or_default();
        let query = href.split_once('?').map(|(_, query)| query).unwrap_or_default();
        click.prevent_default();
        state.chosen.set(Some("view".to_owned()));
        address::ask(state, query, &data);
    };
    on("click", Box::new(follow));
}
