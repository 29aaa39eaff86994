//! What an import changes: for each state and measure the figure before, the new one, the difference.

use super::tally::{Counts, MEASURES};
use crate::data::{Dataset, Date, Link, Observation, PlaceCode};
use serde::Serialize;

/// The step of one measure in one state, over all service areas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Measure.
    pub measure: &'static str,
    /// State (ISO 3166-2).
    pub place: &'static str,
    /// Its German name.
    pub name: String,
    /// Amount before, where there is one: the lowest possible one where the source gives an interval.
    pub old: Option<u32>,
    /// Last day of that figure's date.
    pub old_date: Option<String>,
    /// Source of that figure.
    pub old_source: Option<String>,
    /// New amount.
    pub new: u32,
}

impl Step {
    /// The difference, where there is a figure before.
    pub fn difference(&self) -> Option<i64> {
        self.old.map(|old| i64::from(self.new) - i64::from(old))
    }
}

/// All steps, by measure, then state in the order of the keys.
pub type Steps = Vec<Step>;

/// The newest figure before a day.
fn before<'a>(data: &'a Dataset, measure: &str, place: PlaceCode, date: Date) -> Option<&'a Link<Observation>> {
    let measure = data.measure(measure)?;
    let figures = data.known(None).figures(measure).filter(|o| o.place.code == place && o.span.to() < date);
    figures.max_by(|a, b| a.span.to().cmp(&b.span.to()).then_with(|| b.prefer(a)))
}

/// The steps from the figures of a data set to new counts.
pub fn steps(data: &Dataset, counts: &Counts, date: Date) -> Steps {
    let mut steps = Vec::new();
    for (index, measure) in MEASURES.into_iter().enumerate() {
        for (state, code) in PlaceCode::STATES.into_iter().enumerate() {
            let old = before(data, measure, code, date);
            steps.push(Step {
                measure,
                place: code.iso(),
                name: data.place(code).map(|place| place.name_de.clone()).unwrap_or_default(),
                old: old.map(|o| o.value.interval().low()),
                old_date: old.map(|o| o.span.to().to_string()),
                old_source: old.map(|o| o.source.id.clone()),
                new: counts.get(None, state, index),
            });
        }
    }
    steps
}
