//! The state of the page as signals. Knows nothing of the DOM.
//!
//! The question is a signal; what follows it is computed by memos, which compare before they tell anybody. What can wait until
//! the picture is there (names of marks, sentences, tables, controls, links) follows [`FigureState::settled`] and
//! [`PageState::settled`], which the browser brings in step after the frame.

mod card;
mod choices;
mod content;
mod controls;
mod page;
mod times;
mod tip;

pub use card::{FEWEST_ON_CARD, card, dated, latest};
pub use content::{Content, Edition, Lists};
pub use controls::{Boxes, Card, Choice, Chosen, Controls, Group, Select, Slider};
pub use page::{Event, FigureState, PageState, Saved, delivered, set_changed};
pub use tip::{TIP, TipState, Way};
