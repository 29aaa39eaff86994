//! Rules between a package and the last release: nothing is rewritten, the version grows, changes are plausible.

use super::{Fault, Problem};
use crate::data::{Dataset, Link, Observation, PlaceCode, Unit};
use std::collections::{HashMap, HashSet};

/// A rise that is believed without asking: a fifth, and always up to ten.
const FIFTH: (u64, u32) = (5, 10);

type Key<'a> = (&'a str, PlaceCode, &'a str, String, &'a str, String);

/// Measure, place and area: figures of which one follows the other.
type Series<'a> = (&'a str, PlaceCode, Option<&'a str>);

fn key(o: &Observation) -> Key<'_> {
    let area = o.area.as_ref().map_or("all", |area| &area.id);
    let span = format!("{}/{}", o.span.from(), o.span.to());
    (&o.measure.id, o.place.code, area, span, &o.source.id, o.recorded.to_string())
}

fn spelled(o: &Observation) -> String {
    let (measure, place, area, span, source, recorded) = key(o);
    format!("{measure}, {}, {area}, {span}, {source}, {recorded}", place.iso())
}

/// Faults of `new` against `old`, the package of the last release: V18 (a row was changed or removed instead of superseded),
/// V19 (a new row says that it was recorded before the last release), V12 (a fall, or a rise of more than a fifth and more
/// than ten, from the figure before). `rows` holds the row of each observation of `new`.
pub fn against(old: &Dataset, new: &Dataset, rows: &[usize], faults: &mut Vec<Fault>) {
    let numbered: HashMap<Key<'_>, (&Link<Observation>, usize)> =
        new.observations.iter().zip(rows).map(|(o, row)| (key(o), (o, *row))).collect();
    for o in &old.observations {
        match numbered.get(&key(o)) {
            None => faults.push(Fault::of_figure(None, "value", Problem::Rewritten(spelled(o)))),
            Some((now, row)) => {
                let same = now.value == o.value && (o.superseded.is_none() || now.superseded == o.superseded);
                if !same {
                    faults.push(Fault::of_figure(Some(*row), "value", Problem::Rewritten(spelled(o))));
                }
            }
        }
    }
    let known: HashSet<Key<'_>> = old.observations.iter().map(|o| key(o)).collect();
    let version = old.version();
    let mut before: HashMap<Series<'_>, Vec<&Link<Observation>>> = HashMap::new();
    for o in new.observations.iter().filter(|o| o.superseded.is_none()) {
        before.entry((&o.measure.id, o.place.code, o.area.as_ref().map(|area| area.id.as_str()))).or_default().push(o);
    }
    for (o, row) in new.observations.iter().zip(rows).filter(|(o, _)| !known.contains(&key(o))) {
        if version.is_some_and(|version| o.recorded < version) {
            let problem = Problem::SameVersion(o.recorded.to_string());
            faults.push(Fault::of_figure(Some(*row), "recorded", problem));
        }
        let area = o.area.as_ref().map(|area| area.id.as_str());
        let earlier = before.get(&(o.measure.id.as_str(), o.place.code, area)).into_iter().flatten();
        let last = earlier.filter(|other| other.span.to() < o.span.from()).max_by_key(|other| other.span.to());
        if let Some(problem) = last.filter(|_| o.superseded.is_none()).and_then(|last| change(last, o)) {
            faults.push(Fault::of_figure(Some(*row), "value", problem).about(&o.source.id));
        }
    }
}

/// What is implausible in the step from one figure to the next.
fn change(old: &Observation, new: &Observation) -> Option<Problem> {
    let (before, now) = (old.value.interval(), new.value.interval());
    let shown = |o: &Observation| {
        let mark = if o.measure.unit == Unit::Percent { " %" } else { "" };
        format!("{}{mark} ({})", o.measure.unit.write(o.value.amount()), o.span.to())
    };
    let area = new.area.as_ref().map(|area| format!(", {}", area.id)).unwrap_or_default();
    let of = format!("{}, {}{area}", new.measure.id, new.place.code.iso());
    if now.high().is_some_and(|high| high < before.low()) {
        return Some(Problem::Fall { of, old: shown(old), new: shown(new) });
    }
    let high = before.high()?;
    let rise = now.low().saturating_sub(high);
    let jumps = rise > FIFTH.1 && u64::from(rise) * FIFTH.0 > u64::from(high);
    jumps.then(|| Problem::Jump { of, old: shown(old), new: shown(new) })
}
