//! What is said of one figure when a reader points at it: place, value, date, rank, definition, source, conflicts.

use super::sources::{Linked, also, linked};
use super::{Named, note, observation_date, rank_number, ui, value_in_full};
use crate::answer::Datum;
use crate::question::Lang;

/// What is said of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// The place.
    pub place: String,
    /// The service area after it, with a comma.
    pub area: String,
    /// What is known: label and text.
    pub lines: Vec<(&'static str, Linked)>,
}

/// What is said of a datum.
pub fn tip(datum: &Datum, lang: Lang) -> Tip {
    let strings = ui(lang);
    let mut lines: Vec<(&'static str, Linked)> = Vec::new();
    let mut line = |label: &'static str, text: String| {
        if !text.is_empty() {
            lines.push((label, Linked::plain(text)));
        }
    };
    match &datum.figure {
        None => line(strings.value, strings.missing.to_owned()),
        Some(figure) => {
            let o = &figure.observation;
            line(strings.value, value_in_full(figure, lang));
            line(strings.rank, figure.rank.map(|rank| rank_number(rank, lang)).unwrap_or_default());
            line(strings.date, observation_date(o, lang));
            line(strings.counted, datum.measure.name(lang).to_owned());
            lines.push((strings.source, linked(&o.source, lang)));
            lines.extend(figure.conflicts().map(|found| (strings.also, Linked::plain(also(found, lang)))));
            lines.push((strings.remark, Linked::plain(note(o, lang).to_owned())));
            lines.retain(|(_, linked)| !linked.text.is_empty());
        }
    }
    Tip {
        place: datum.place.name(lang).to_owned(),
        area: datum.area.as_ref().map(|area| format!(", {}", super::datum::area_name(area, lang))).unwrap_or_default(),
        lines,
    }
}
