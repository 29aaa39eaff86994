//! The choice of appearance.

use super::item::{Item, items};
use super::select::framed;
use crate::question::Theme;
use crate::ui::state::{Choice, Group, PageState};
use crate::words::header;
use leptos::prelude::*;

/// The patterns that a reader can have beside the colours: id, colour, distance and width of the lines. The higher the class, the
/// closer and wider they are. The style sheet fills with them where the box is ticked, and where colours are taken away.
const PATTERNS: [(&str, &str, &str, &str); 5] = [
    ("focus", "focus", "8", "2"),
    ("2", "class-2", "12", "1"),
    ("3", "class-3", "8", "2"),
    ("4", "class-4", "8", "4"),
    ("5", "class-5", "6", "4"),
];

fn pattern((id, colour, step, width): &(&'static str, &'static str, &'static str, &'static str)) -> Item {
    let pattern = Item::svg("pattern").attr("id", format!("p-{id}")).attr("width", *step).attr("height", *step);
    let pattern = pattern.attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
    let ground = Item::svg("rect").class(*colour).attr("width", *step).attr("height", *step);
    pattern.child(ground).child(Item::svg("path").attr("d", "M0 0V12").attr("stroke-width", *width))
}

/// A select of themes, and a box for patterns.
#[component]
pub fn Appearance(
    /// The state of the page.
    state: PageState,
) -> impl IntoView {
    let words = header(state.with_edition(|edition| edition.lang));
    let field = items(move || {
        let now = state.settled.with(|question| question.theme);
        let choice = |theme: &Theme| {
            let words = match theme {
                Theme::Auto => words.theme_auto,
                Theme::Light => words.theme_light,
                Theme::Dark => words.theme_dark,
            };
            Choice { value: theme.name().to_owned(), words: words.to_owned(), is_chosen: *theme == now }
        };
        let themes = [Group { heading: "", choices: Theme::ALL.iter().map(choice).collect() }];
        let label = Item::new("label").class("kern-label").attr("for", "control-theme").text(words.theme);
        vec![label, framed("control-theme", "theme", &themes)]
    });
    // Nothing needs them before the app is there.
    let patterns = items(move || match state.is_whole.get() {
        true => vec![
            Item::new("label")
                .class("choice")
                .child(Item::new("input").attr("type", "checkbox").attr("id", "patterns"))
                .text(words.patterns),
            Item::svg("svg").class("patterns").attr("aria-hidden", "true").children(PATTERNS.iter().map(pattern)),
        ],
        false => Vec::new(),
    });
    let changed = move |event| state.choose("theme", &event_target_value(&event), false);
    view! { <div class="theme kern-form-input" on:change=changed>{field}</div><div>{patterns}</div> }
}
