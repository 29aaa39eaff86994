//! When something goes wrong: the page stays, and says so.

use super::document::set_state;
use leptos::prelude::document;

/// Sets the state with which the notice of the page shows; the cause goes into `data-error`, for reports.
pub fn show(cause: &str) {
    set_state("error");
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-error", cause);
        // What was chosen before the app was there stays unanswered: the page shows what it came with.
        if root.has_attribute("data-early") {
            let _ = root.remove_attribute("data-other");
        }
    }
}

/// A panic leaves the page readable and says that the controls no longer answer.
pub fn speak_on_panic() {
    std::panic::set_hook(Box::new(|info| show(&info.to_string())));
}
