//! One way to listen and to follow: each closure of its own type would cost each reader a kilobyte.

use leptos::prelude::*;
use std::pin::Pin;
use web_sys::Event;

/// Calls the handler at every such event of the window, as long as the page lives.
pub fn on(event: &str, handler: Box<dyn Fn(Event)>) {
    let _ = window_event_listener_untyped(event, handler);
}

/// Runs now and whenever a signal that it reads has changed; it hears whether that is the first time.
pub fn watch(mut run: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| run(before.is_none()));
}

/// Runs what waits for something.
pub fn run(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}
