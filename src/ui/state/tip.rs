//! Which mark the tip speaks of, and when it stays (WCAG 2.2, 1.4.13: dismissible, hoverable, persistent).

use leptos::prelude::*;

/// The id of the tip, to which the focus can be moved as to a mark.
pub const TIP: &str = "tip";

/// How a reader came to a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The pointer is over it.
    Pointer,
    /// It has the focus.
    Focus,
    /// It was clicked or tapped, or opened with Enter.
    Click,
}

/// The tip as signals.
#[derive(Debug, Clone, Copy)]
pub struct TipState {
    /// The id of the mark that the tip speaks of; empty where it is closed.
    pub mark: RwSignal<String>,
    /// Whether it stays while the pointer moves on: it was clicked.
    is_pinned: RwSignal<bool>,
    /// The mark whose tip the reader has closed: it stays closed until something else is pointed at.
    closed: RwSignal<String>,
    /// Whether the tip was closed just now: what the pointer happens to be over then opens nothing.
    pub is_quiet: RwSignal<bool>,
}

impl TipState {
    /// A closed tip.
    pub fn new() -> Self {
        let (mark, closed) = (RwSignal::default(), RwSignal::default());
        Self { mark, is_pinned: RwSignal::new(false), closed, is_quiet: RwSignal::new(false) }
    }

    /// Whether it is open.
    pub fn is_open(self) -> bool {
        !self.mark.with_untracked(String::is_empty)
    }

    /// The reader has come to a mark.
    pub fn open(self, id: String, way: Way) {
        let is_closed = self.is_quiet.get_untracked() || self.closed.with_untracked(|closed| *closed == id);
        let is_other_pinned = way == Way::Pointer && self.is_pinned.get_untracked();
        if way != Way::Click && (is_closed || is_other_pinned) {
            return;
        }
        self.closed.set(String::new());
        self.is_pinned.set(way == Way::Click);
        if self.mark.with_untracked(|mark| *mark != id) {
            self.mark.set(id);
        }
    }

    /// The pointer has left mark and tip: what was clicked stays, and what was closed may open again.
    pub fn leave(self) {
        self.closed.set(String::new());
        if !self.is_pinned.get_untracked() {
            self.clear();
        }
    }

    /// Closes it because the reader is elsewhere.
    pub fn clear(self) {
        self.is_pinned.set(false);
        if self.is_open() {
            self.mark.set(String::new());
        }
    }

    /// Closes it because the reader wants it; returns the id of its mark.
    pub fn dismiss(self) -> String {
        let mark = self.mark.get_untracked();
        self.closed.set(mark.clone());
        self.is_quiet.set(true);
        self.clear();
        mark
    }
}

impl Default for TipState {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_pins_and_what_was_closed_stays_closed() {
        let owner = Owner::new();
        owner.with(|| {
            let tip = TipState::new();
            let open = |id: &str, way| {
                tip.open(id.to_owned(), way);
                tip.mark.get_untracked()
            };
            assert_eq!(open("w0-nw", Way::Pointer), "w0-nw");
            assert_eq!(open("w0-by", Way::Pointer), "w0-by");
            tip.leave();
            assert!(!tip.is_open());
            assert_eq!(open("w0-by", Way::Click), "w0-by");
            assert_eq!(open("w0-nw", Way::Pointer), "w0-by", "what was clicked stays while the pointer moves");
            tip.leave();
            assert!(tip.is_open());
            assert_eq!(tip.dismiss(), "w0-by");
            assert_eq!(open("w0-nw", Way::Pointer), "", "nothing opens under the pointer when a tip closes");
            tip.is_quiet.set(false);
            assert_eq!(open("w0-by", Way::Focus), "", "the focus comes back to the mark, and it stays closed");
            assert_eq!(open("w0-by", Way::Click), "w0-by");
            tip.dismiss();
            tip.is_quiet.set(false);
            assert_eq!(open("w0-nw", Way::Pointer), "w0-nw");
            assert_eq!(open("w0-by", Way::Pointer), "w0-by", "after another mark it opens again");
            tip.dismiss();
            tip.is_quiet.set(false);
            tip.leave();
            assert_eq!(open("w0-by", Way::Pointer), "w0-by", "and after the pointer was elsewhere");
        });
    }
}
