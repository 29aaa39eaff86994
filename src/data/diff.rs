//! What changed between two states of the data: added, corrected, withdrawn.

use super::{Known, Link, Observation, PlaceCode, Reason};
use std::collections::HashMap;

/// A figure that was replaced by another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The figure before.
    pub old: Link<Observation>,
    /// The figure now.
    pub new: Link<Observation>,
    /// Why, where the data say so.
    pub reason: Option<Reason>,
}

/// What changed between two states of the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    /// Figures that were not there.
    pub added: Vec<Link<Observation>>,
    /// Figures of the same measure, place, area and source with another value at the same date, or the same value at another one.
    pub corrected: Vec<Correction>,
    /// Figures that are no longer valid and were not replaced, with the reason where the data say so.
    pub withdrawn: Vec<(Link<Observation>, Option<Reason>)>,
}

/// What a source counts: measure, place, area, source.
type Subject<'a> = (&'a str, PlaceCode, Option<&'a str>, &'a str);

fn subject(o: &Observation) -> Subject<'_> {
    (&o.measure.id, o.place.code, o.area.as_ref().map(|area| area.id.as_str()), &o.source.id)
}

/// What a figure is about, and its days; a source may say it anew.
fn about(o: &Observation) -> (Subject<'_>, i32, i32) {
    (subject(o), o.span.from().days(), o.span.to().days())
}

/// Whether a figure is another one with a new date.
fn is_redated(old: &Observation, new: &Observation) -> bool {
    old.value == new.value && subject(old) == subject(new)
}

impl Diff {
    /// What changed from `old` to `new`: two packages, or one on two days.
    pub fn between(old: Known<'_>, new: Known<'_>) -> Self {
        let mut diff = Self::default();
        let before: HashMap<_, _> = old.all().map(|o| (about(o), o.clone())).collect();
        let after: HashMap<_, _> = new.all().map(|o| (about(o), o.clone())).collect();
        // The reason stands in the row that was superseded, which the newer data still have.
        let reasons: HashMap<_, _> =
            (new.observations.iter()).filter_map(|o| Some(((about(o), o.recorded.days()), o.superseded?.1))).collect();
        let reason = |o: &Observation| reasons.get(&(about(o), o.recorded.days())).copied();
        for o in new.all() {
            match before.get(&about(o)) {
                None => diff.added.push(o.clone()),
                Some(was) if was.value != o.value => {
                    diff.corrected.push(Correction { old: was.clone(), new: o.clone(), reason: reason(was) });
                }
                Some(_) => {}
            }
        }
        for gone in old.all().filter(|o| !after.contains_key(&about(o))) {
            // Who quoted it need not take it back: the same figure is dated otherwise now.
            match diff.added.iter().position(|o| is_redated(gone, o)) {
                Some(at) => {
                    let new = diff.added.remove(at);
                    diff.corrected.push(Correction { old: gone.clone(), new, reason: reason(gone) });
                }
                None => diff.withdrawn.push((gone.clone(), reason(gone))),
            }
        }
        diff
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.corrected.is_empty() && self.withdrawn.is_empty()
    }
}
