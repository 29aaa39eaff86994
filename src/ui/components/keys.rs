//! Keys of charts: one Tab stop each. Arrows lead from mark to mark in the order of the data, or as the eye goes where marks
//! lie in rows and columns; Page keys lead to the next place.

use crate::chart::{Mark, Scene};

/// The key of the mark to which a pressed key leads from another one; `None` where the key means nothing there.
pub fn led_to(scene: &Scene, from: &str, pressed: &str) -> Option<String> {
    let marks = &scene.marks;
    let at = marks.iter().position(|mark| mark.key == from)?;
    let (before, rest) = marks.split_at_checked(at)?;
    let (own, after) = rest.split_first()?;
    let is_elsewhere = |mark: &&Mark| mark.attributes.place != own.attributes.place;
    let found = match pressed {
        "Home" => marks.first(),
        "End" => marks.last(),
        "PageDown" => after.iter().find(is_elsewhere),
        "PageUp" => before.iter().rev().find(is_elsewhere),
        _ => {
            let (across, is_forward) = match pressed {
                "ArrowRight" => (true, true),
                "ArrowLeft" => (true, false),
                "ArrowDown" => (false, true),
                "ArrowUp" => (false, false),
                _ => return None,
            };
            match (scene.is_grid, is_forward) {
                (true, _) => beside(marks, own, across, is_forward),
                (false, true) => after.first(),
                (false, false) => before.last(),
            }
        }
    };
    Some(found.unwrap_or(own).key.clone())
}

/// The next mark of the same row or, downwards and upwards, the nearest one of the next row.
fn beside<'a>(marks: &'a [Mark], own: &Mark, across: bool, is_forward: bool) -> Option<&'a Mark> {
    // How far a mark lies ahead, and how far beside the way.
    let distance = |mark: &Mark| {
        let (x, y) = (mark.at.0 - own.at.0, mark.at.1 - own.at.1);
        let (ahead, aside) = if across { (x, y) } else { (y, x) };
        (if is_forward { ahead } else { -ahead }, aside.abs())
    };
    let ahead = |mark: &&Mark| {
        let (ahead, aside) = distance(mark);
        ahead > 0 && (!across || aside == 0)
    };
    marks.iter().filter(ahead).min_by_key(|mark| distance(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Attributes;

    fn scene(marks: &[(&str, &'static str, (i32, i32))], is_grid: bool) -> Scene {
        let mark = |(key, place, at): &(&str, &'static str, (i32, i32))| Mark {
            key: (*key).to_owned(),
            attributes: Attributes { place, ..Attributes::default() },
            spoken: String::new(),
            at: *at,
            shapes: Vec::new(),
        };
        Scene { marks: marks.iter().map(mark).collect(), is_grid, ..Scene::new(0, 0) }
    }

    #[test]
    fn keys_lead_along_the_data_and_stop_at_its_ends() {
        let marks = [("hh-from", "DE-HH"), ("hh-to", "DE-HH"), ("by-from", "DE-BY"), ("by-to", "DE-BY")];
        let scene = scene(&marks.map(|(key, place)| (key, place, (0, 0))), false);
        let led = |from, pressed| led_to(&scene, from, pressed);
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

    #[test]
    fn in_a_grid_arrows_follow_the_eye() {
        // The data are in the order of their values; on the screen SH lies above HH, HB left and BB right of it.
        let marks = [
            ("hh", "DE-HH", (20, 10)),
            ("bb", "DE-BB", (40, 10)),
            ("sh", "DE-SH", (20, 0)),
            ("ni", "DE-NI", (10, 20)),
            ("hb", "DE-HB", (0, 10)),
        ];
        let scene = scene(&marks, true);
        let led = |from, pressed| led_to(&scene, from, pressed);
        for (pressed, to) in [("ArrowRight", "bb"), ("ArrowLeft", "hb"), ("ArrowUp", "sh"), ("ArrowDown", "ni")] {
            assert_eq!(led("hh", pressed).as_deref(), Some(to), "{pressed}");
        }
        assert_eq!(led("bb", "ArrowRight").as_deref(), Some("bb"));
        assert_eq!(led("sh", "ArrowLeft").as_deref(), Some("sh"));
        assert_eq!(led("ni", "ArrowUp").as_deref(), Some("hh"), "of two as near in the next row the first of the data");
        assert_eq!(led("bb", "Home").as_deref(), Some("hh"));
    }
}
