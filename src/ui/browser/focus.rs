//! Focus: moved by the keys of charts, and given back where a change has taken its place away.

use super::document::element;
use super::listen::{on, watch};
use crate::ui::state::PageState;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::RefCell;
use web_sys::{Element, HtmlElement};

thread_local! {
    /// What had the focus last.
    static LAST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus where a key has led to, and notes where it is.
pub fn follow(state: PageState) {
    on("focusin", Box::new(|event| LAST.set(event.target().and_then(|target| target.dyn_into().ok()))));
    on("pointerdown", Box::new(|_| LAST.set(None)));
    watch(Box::new(move |_| give(&state.focused.get())));
}

/// Gives the focus to the element with this id.
pub fn give(id: &str) {
    // Marks are SVG, which has the same method.
    if let Some(found) = document().get_element_by_id(id) {
        let _ = found.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Gives the focus to the finding where the element that had it is gone.
pub fn restore() {
    let is_gone = LAST.with_borrow(|last| last.as_ref().is_some_and(|last| !last.is_connected()));
    if is_gone {
        LAST.set(None);
        if let Some(title) = element("title") {
            let _ = title.focus();
        }
    }
}
