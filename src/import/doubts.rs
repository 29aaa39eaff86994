//! What is doubtful about an export as a whole: states that are missing, another month, a catalogue that does not fit.

use super::options::Options;
use super::tally::Tally;
use crate::data::PlaceCode;
use crate::data::check::{Fault, Problem};

/// From this share of counted rows on, in percent, a catalogue that does not know them is doubted.
const MOST_UNCATALOGUED: u64 = 10;

/// The warnings; `states` are the German names in the order of the keys.
pub fn doubts(tally: &Tally, options: &Options, states: &[String]) -> Vec<Fault> {
    let catalogue = options.catalogue.display().to_string();
    let share = 100 * tally.without_area / tally.counted.max(1);
    let uncatalogued = (share >= MOST_UNCATALOGUED)
        .then(|| Fault::of_file(&catalogue, Problem::Uncatalogued { share, bundles: tally.unknown_bundles() }));
    let export = options.files.first().map(|path| path.display().to_string()).unwrap_or_default();
    let of_export = |problem| Fault::of_file(&export, problem);
    let month = other_month(tally, options).map(of_export);
    let missing = missing(tally, states).into_iter().map(of_export);
    uncatalogued.into_iter().chain(month).chain(missing).collect()
}

/// Data of another month than the date of the import, or of several.
fn other_month(tally: &Tally, options: &Options) -> Option<Problem> {
    let is_other = tally.months.keys().any(|month| *month != options.date.month());
    is_other.then(|| {
        let months: Vec<String> = tally.months.iter().map(|(month, rows)| format!("{month}: {rows}")).collect();
        Problem::OtherMonth { months: months.join(", "), date: options.date }
    })
}

/// States that get no figure: those without a row, and those with rows of which none counts.
fn missing(tally: &Tally, states: &[String]) -> Vec<Problem> {
    let (mut absent, mut found) = (Vec::new(), Vec::new());
    for (state, code) in PlaceCode::STATES.into_iter().enumerate().filter(|(state, _)| !tally.has_state(*state)) {
        let reasons = tally.uncounted_of(state);
        if reasons.is_empty() {
            absent.push(states.get(state).map_or(code.iso(), String::as_str));
            continue;
        }
        let why = [0, 1].map(|lang| {
            let words = |why: super::Uncounted| why.words().get(lang).copied().unwrap_or_default();
            let parts: Vec<String> = reasons.iter().map(|(why, count)| format!("{count} {}", words(*why))).collect();
            parts.join(", ")
        });
        let name = states.get(state).cloned().unwrap_or_default();
        found.push(Problem::NoneCounts { state: name, rows: reasons.values().sum(), why });
    }
    if !absent.is_empty() {
        found.push(Problem::MissingStates { names: absent.join(", "), count: absent.len() });
    }
    found
}
