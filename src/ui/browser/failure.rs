//! When something goes wrong: the page stays, and says so.

use super::document::set_state;
use leptos::prelude::document;

/// Shows the notice that came with the page; the cause goes into `data-error`, for reports.
pub fn show(cause: &str) {
    set_state("error");
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-error", cause);
    }
    if let Some(notice) = document().get_element_by_id("notice") {
        let _ = notice.remove_attribute("hidden");
    }
}

/// A panic leaves the page readable and says that the controls no longer answer.
pub fn speak_on_panic() {
    std::panic::set_hook(Box::new(|info| show(&info.to_string())));
}
