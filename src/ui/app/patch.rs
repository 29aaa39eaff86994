//! Keeps the page in step with the model: first the picture and the words beside it, after the frame what can wait (tables,
//! sources, links, the address).

use super::{announce, frame, page, tip};
use crate::ui::view::{ATTRIBUTES, FIGURES, Model, PARTS, Part, State};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Makes the content of the element what the text says, node by node. The comparing is done by `assets/start.js`: from
    /// here each look at a node would cost ten times as much.
    #[wasm_bindgen(js_name = ozgPatch)]
    fn patch(element: &Element, html: &str);
    /// Gives back the focus that a change of the page took away.
    #[wasm_bindgen(js_name = ozgFocus)]
    fn restore_focus();
}

thread_local! {
    /// The revisions of the figures that the page shows: of what is seen at once, and of what can wait.
    static SHOWN: [Cell<[u32; 2]>; 2] = const { [const { Cell::new([0, 0]) }; 2] };
}

/// Writes the parts of figures that have changed.
fn write(model: &Model, late: bool) {
    let before = SHOWN.with(|shown| shown.get(usize::from(late)).map(|shown| shown.replace(model.revisions)));
    let is_new = |figure: usize| before.as_ref().and_then(|list| list.get(figure)) != model.revisions.get(figure);
    for Part { id, text, .. } in PARTS.iter().filter(|part| part.when.1 == late && is_new(part.when.0)) {
        if let Some(element) = page::doc().get_element_by_id(id) {
            patch(&element, &text(model));
        }
    }
}

/// Brings the attributes of the figures in step.
fn mark(model: &Model) {
    for (index, id) in FIGURES.into_iter().enumerate() {
        let Some(figure) = page::doc().get_element_by_id(id) else { continue };
        for (name, read) in ATTRIBUTES {
            let text = model.figure(index).map(|shown| read(&shown.text)).unwrap_or_default();
            let _ = figure.set_attribute(name, text);
        }
        let _ = figure.toggle_attribute_with_force("hidden", model.figure(index).is_none());
        if let Ok(Some(data)) = figure.query_selector(".data") {
            let _ = data.toggle_attribute_with_force("hidden", model.is_empty(index));
        }
    }
}

/// Follows the model. What was delivered answers the first question: nothing is made again for it.
pub fn follow(state: State) {
    Effect::new(move |before: Option<()>| {
        state.track();
        if before.is_none() {
            return;
        }
        state.with_untracked(|model| {
            page::set_theme(model.question.theme);
            write(model, false);
            mark(model);
        });
        // A tap chooses a state and shows what is said of it: that stays.
        if state.with_untracked(|model| model.chosen != "focus") {
            tip::close();
        }
        restore_focus();
        let later = move || {
            state.with_untracked(|model| {
                write(model, true);
                frame::update(model);
            });
        };
        request_animation_frame(move || set_timeout(later, Duration::ZERO));
        announce::later(state);
    });
}
