//! Keys of charts: one Tab stop each, arrows from mark to mark in the order of the data, Page keys to the next place.

use crate::chart::Mark;

/// The key of the mark to which a pressed key leads from another one; `None` where the key means nothing there.
pub fn led_to(marks: &[Mark], from: &str, pressed: &str) -> Option<String> {
    let at = marks.iter().position(|mark| mark.key == from)?;
    let (before, rest) = marks.split_at_checked(at)?;
    let (own, after) = rest.split_first()?;
    let is_elsewhere = |mark: &&Mark| mark.attributes.place != own.attributes.place;
    let found = match pressed {
        "ArrowDown" | "ArrowRight" => after.first(),
        "ArrowUp" | "ArrowLeft" => before.last(),
        "Home" => marks.first(),
        "End" => marks.last(),
        "PageDown" => after.iter().find(is_elsewhere),
        "PageUp" => before.iter().rev().find(is_elsewhere),
        _ => return None,
    };
    Some(found.unwrap_or(own).key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Attributes;

    #[test]
    fn keys_lead_along_the_data_and_stop_at_its_ends() {
        let mark = |key: &str, place| Mark {
            key: key.to_owned(),
            attributes: Attributes { place, ..Attributes::default() },
            spoken: String::new(),
            at: (0, 0),
            shapes: Vec::new(),
        };
        let marks =
            [mark("hh-from", "DE-HH"), mark("hh-to", "DE-HH"), mark("by-from", "DE-BY"), mark("by-to", "DE-BY")];
        let led = |from, pressed| led_to(&marks, from, pressed);
        assert_eq!(led("hh-from", "ArrowDown").as_deref(), Some("hh-to"));
        assert_eq!(led("hh-from", "ArrowLeft").as_deref(), Some("hh-from"));
        assert_eq!(led("hh-from", "PageDown").as_deref(), Some("by-from"));
        assert_eq!(led("by-to", "PageUp").as_deref(), Some("hh-to"));
        assert_eq!(led("by-to", "PageDown").as_deref(), Some("by-to"));
        assert_eq!(led("by-to", "Home").as_deref(), Some("hh-from"));
        assert_eq!(led("hh-from", "End").as_deref(), Some("by-to"));
        assert_eq!(led("hh-from", "Tab"), None);
        assert_eq!(led("gone", "End"), None);
    }
}
