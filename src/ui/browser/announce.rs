//! What follows a choice once it is quiet: one polite sentence, and the address. Of twenty choices in a second only the last
//! is said and written (browsers allow two hundred entries of the history in half a minute).

use super::address;
use crate::ui::state::{PageState, set_changed};
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
pub fn later(state: PageState) {
    let own = TURN.get().wrapping_add(1);
    TURN.set(own);
    // What is said twice must change in between, or it is not heard again.
    set_changed(state.said, String::new());
    let quiet: [(Duration, fn(PageState)); 2] =
        [(SHORT, address::flush), (LONG, |state| state.said.set(state.announcement()))];
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
