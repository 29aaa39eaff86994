//! What follows a choice once it is quiet: one polite sentence, and the address. Of twenty choices in a second only the last
//! is said and written (browsers allow two hundred entries of the history in half a minute).

use super::{address, page};
use crate::ui::view::{State, announcement};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// Quiet that is waited for before the address is written.
const SHORT: Duration = Duration::from_millis(150);
/// Quiet that is waited for before anything is said.
const LONG: Duration = Duration::from_millis(500);

thread_local! {
    /// The number of the last change.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Writes and says what a choice has changed, unless another one follows.
pub fn later(state: State) {
    let own = TURN.get().wrapping_add(1);
    TURN.set(own);
    let quiet: [(Duration, fn(State)); 2] = [(SHORT, |_| address::flush()), (LONG, say)];
    for (wait, then) in quiet {
        set_timeout(
            move || {
                if TURN.get() == own {
                    then(state);
                }
            },
            wait,
        );
    }
}

fn say(state: State) {
    let words = state.with_untracked(announcement);
    if let Some(said) = page::doc().get_element_by_id("said") {
        said.set_text_content(Some(&words));
    }
}
