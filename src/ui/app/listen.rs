//! One way to listen for events of the window: each of its own type would cost a kilobyte.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// Calls the handler at every such event, as long as the page lives.
pub fn on(event: &str, handler: Box<dyn FnMut(Event)>) {
    let closure = Closure::<dyn FnMut(Event)>::wrap(handler);
    let _ = leptos::prelude::window().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}
