//! One way to listen and to follow: each closure of its own type would cost each reader a kilobyte.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use std::pin::Pin;
use web_sys::{Element, Event, ResizeObserver, ResizeObserverEntry};

/// Calls the handler at every such event of the window, as long as the page lives.
pub fn on(event: &str, handler: Box<dyn Fn(Event)>) {
    let _ = window_event_listener_untyped(event, handler);
}

/// Calls the handler with the width of the element's content, in pixels, whenever its size has changed, as long as the page
/// lives.
pub fn on_resize(element: &Element, handler: Box<dyn Fn(f64)>) {
    let resized = Closure::<dyn Fn(Vec<ResizeObserverEntry>)>::new(move |entries: Vec<ResizeObserverEntry>| {
        if let Some(entry) = entries.last() {
            handler(entry.content_rect().width());
        }
    });
    if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        observer.observe(element);
        resized.forget();
    }
}

/// Runs now and whenever a signal that it reads has changed; it hears whether that is the first time.
pub fn watch(mut run: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| run(before.is_none()));
}

/// Runs what waits for something.
pub fn run(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}
