//! Components as text.

use leptos::prelude::*;

/// Leptos' mark of a place between nodes, and how a browser reads it: an empty comment.
const MARK: [&str; 2] = ["<!>", "<!---->"];

fn rendered<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().into_view().to_html());
    drop(owner);
    html
}

/// A part of a page that the app takes over: the marks stay, in valid HTML.
pub fn live_html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    rendered(view).replace(MARK[0], MARK[1])
}

/// A page, or a part of one, that stays as it is: nobody needs the marks.
pub fn static_html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    rendered(view).replace(MARK[0], "")
}
