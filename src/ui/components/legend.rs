//! The legend of a picture.

use super::item::Item;
use crate::words::Entry;

/// The entries of a legend as a list; `None` without entries.
pub fn legend(entries: &[Entry]) -> Option<Item> {
    let entry = |(swatch, text): &Entry| Item::new("li").class(format!("legend-{swatch}")).text(text.clone());
    (!entries.is_empty()).then(|| Item::new("ul").class("legend").children(entries.iter().map(entry)))
}
