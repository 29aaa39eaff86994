//! When something goes wrong: the page stays, and says so. The boot guard does it, because it is there without the app.

use leptos::prelude::{document, window};
use web_sys::{Event, EventInit};

/// Tells the scripts of the page something that they wait for.
pub fn tell(name: &str) {
    if let Ok(event) = Event::new_with_event_init_dict(name, &EventInit::new()) {
        let _ = window().dispatch_event(&event);
    }
}

/// Shows the notice of the page; the cause, which starts with a code, stands in `data-error` then, for reports.
pub fn show(cause: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-cause", cause);
    }
    tell("ozg-fail");
}

/// A panic leaves the page readable and says that the controls no longer answer.
pub fn speak_on_panic() {
    std::panic::set_hook(Box::new(|info| show(&format!("E-PANIC {info}"))));
}
