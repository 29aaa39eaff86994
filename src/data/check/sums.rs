//! Rules over several figures: parts and wholes, gaps where the other states have a figure.

use super::{Fault, Problem};
use crate::data::{Dataset, Link, Observation, PlaceCode};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Measures of which the first is a part of the second, counted by one source at one time.
const PARTS: [(&str, &str); 4] = [
    ("ozg-land-statewide", "ozg-land-any"),
    ("ozg-land-local-only", "ozg-land-any"),
    ("leika-land-statewide", "leika-land-any"),
    ("leika-land-local-only", "leika-land-any"),
];

/// The figure in words: "ozg-land-any 197".
fn shown(o: &Observation) -> String {
    let area = o.area.as_ref().map(|area| format!(" ({})", area.id)).unwrap_or_default();
    format!("{}{area} {}", o.measure.id, o.measure.unit.write(o.value.amount()))
}

/// The id of the service area of a figure, where it is not about all of them.
fn area(o: &Observation) -> Option<&str> {
    o.area.as_ref().map(|area| area.id.as_str())
}

/// Faults between figures: V11 (a part above its whole: statewide above any, an area above all areas, a count above every
/// published size of its catalogue) and V08 (states or areas that are missing where a source gives figures by area).
/// `rows` holds the row of each observation, as a spreadsheet counts it.
pub fn sums(data: &Dataset, rows: &[usize], faults: &mut Vec<Fault>) {
    let valid = |(o, _): &(&Link<Observation>, &usize)| o.superseded.is_none();
    let numbered: Vec<(&Link<Observation>, &usize)> = data.observations.iter().zip(rows).filter(valid).collect();
    let key = |o: &Observation, measure: &'static str| (measure, o.place.code.iso(), o.span, o.source.id.clone());
    let names = |id: &str| PARTS.iter().flat_map(|(part, whole)| [*part, *whole]).find(|name| *name == id);
    let mut found: HashMap<_, Vec<&Link<Observation>>> = HashMap::new();
    for (o, _) in &numbered {
        if let Some(measure) = names(&o.measure.id) {
            found.entry(key(o, measure)).or_default().push(o);
        }
    }
    let mut above = |o: &Link<Observation>, row: usize, whole: String| {
        let part = shown(o);
        faults.push(Fault::of_figure(Some(row), "value", Problem::PartAboveWhole { part, whole }));
    };
    for (o, row) in &numbered {
        let high = |other: &Observation| other.value.interval().high();
        let exceeds = |whole: &Observation| high(whole).is_some_and(|high| o.value.interval().low() > high);
        let wholes = PARTS.iter().filter(|(part, _)| *part == o.measure.id).map(|(_, whole)| *whole);
        let of_measure = wholes.flat_map(|whole| found.get(&key(o, whole)).into_iter().flatten());
        let mut whole = of_measure.filter(|other| area(other) == area(o)).find(|other| exceeds(other));
        if whole.is_none() && o.area.is_some() {
            let same = names(&o.measure.id).and_then(|name| found.get(&key(o, name)));
            whole = same.into_iter().flatten().filter(|other| other.area.is_none()).find(|other| exceeds(other));
        }
        if let Some(whole) = whole {
            above(o, **row, shown(whole));
            continue;
        }
        let size = data.measure(&o.measure.denominator).filter(|_| o.area.is_none());
        let sizes: Vec<_> = size.into_iter().flat_map(|size| data.known(None).figures(size)).collect();
        if !sizes.is_empty() && sizes.iter().all(|size| exceeds(size)) {
            let largest = sizes.iter().max_by_key(|size| size.value.amount());
            above(o, **row, largest.map(|size| shown(size)).unwrap_or_default());
        }
    }
    gaps(data, &numbered, faults);
}

/// Where a source gives figures by area, each state has one for each area and for all of them together.
fn gaps(data: &Dataset, numbered: &[(&Link<Observation>, &usize)], faults: &mut Vec<Fault>) {
    let mut groups: BTreeMap<_, BTreeSet<(PlaceCode, &str)>> = BTreeMap::new();
    let by_area: BTreeSet<_> = (numbered.iter())
        .filter(|(o, _)| o.area.is_some() && o.place.code != PlaceCode::De)
        .map(|(o, _)| (o.measure.id.as_str(), o.span.to().to_string(), o.source.id.as_str()))
        .collect();
    for (o, _) in numbered {
        let key = (o.measure.id.as_str(), o.span.to().to_string(), o.source.id.as_str());
        if by_area.contains(&key) {
            groups.entry(key).or_default().insert((o.place.code, o.area.as_ref().map_or("all", |area| &area.id)));
        }
    }
    for ((measure, date, source), found) in groups {
        let areas: Vec<&str> = data.areas.iter().map(|area| area.id.as_str()).chain(["all"]).collect();
        let all = data.states().flat_map(|place| areas.iter().map(move |area| (place.code, *area)));
        let missing: Vec<String> =
            (all.filter(|key| !found.contains(key))).map(|(code, area)| format!("{}/{area}", code.iso())).collect();
        if !missing.is_empty() {
            let of = format!("{measure}, {date}, {source}");
            let (count, shown) = (missing.len(), missing.iter().take(5).cloned().collect::<Vec<_>>().join(", "));
            let problem = Problem::Gaps { of, missing: shown, count };
            faults.push(Fault::of_file("observations.csv", problem).about(source));
        }
    }
}
