//! Links that ask another question on the same page, `./?…`: followed without loading it anew.

use super::listen::on;
use crate::ui::state::{Event, PageState};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Follows them. Clicks with a modifier, and links to other pages, are the browser's.
pub fn follow(state: PageState) {
    on(
        "click",
        Box::new(move |event| {
            ask(state, event);
        }),
    );
}

fn ask(state: PageState, event: web_sys::Event) -> Option<()> {
    let click = event.dyn_into::<MouseEvent>().ok()?;
    let has_modifier = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if has_modifier || click.button() != 0 {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let href = target.closest("a[href^='./']:not([hreflang])").ok()??.get_attribute("href")?;
    click.prevent_default();
    let query = href.split_once('?').map(|(_, query)| query).unwrap_or_default();
    state.ask(state.read_query(query), Event::Asked);
    Some(())
}
