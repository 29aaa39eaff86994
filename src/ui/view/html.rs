//! The page as HTML text, for the publisher: the same components as in the browser.

use super::Site;
use super::frame::Frame;
use crate::question::Question;
use leptos::prelude::*;

/// The body of the page for a question, ready to be taken over by the browser. Leptos' marks `<!>` are written as
/// comments that are valid HTML; a browser reads both as the same empty comment.
pub fn page_html(site: Site, question: Question) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view! { <Frame site=site question=question/> }.to_html());
    drop(owner);
    html.replace("<!>", "<!---->")
}
