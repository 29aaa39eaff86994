//! Keeps only the drawing that fits: the page is delivered with one for each kind of container, of which the style
//! sheet shows one; the app drops the others.

use super::page::doc;
use crate::chart::Width;
use crate::ui::view::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Follows the size of the first chart's container; all containers of the page are equally wide.
pub fn follow(state: State) {
    let Ok(Some(container)) = doc().query_selector(".drawings") else { return };
    set(state, fitting(&container));
    let on_resize = Closure::<dyn Fn(Vec<ResizeObserverEntry>)>::new(move |entries: Vec<ResizeObserverEntry>| {
        if let Some(entry) = entries.last() {
            set(state, Width::fitting(entry.content_rect().width()));
        }
    });
    if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
        observer.observe(&container);
        // The observer lives as long as the page.
        on_resize.forget();
    }
}

fn fitting(container: &Element) -> Width {
    Width::fitting(container.get_bounding_client_rect().width())
}

fn set(state: State, width: Width) {
    if state.with_untracked(|model| model.widths != [width]) {
        state.update(|model| {
            model.widths = vec![width];
            model.touch(0);
            model.touch(1);
        });
    }
}
