//! What an import changes: for each state and measure the figure before, the new one, the difference.

use super::figures::LEIKA_ANY;
use super::tally::{Counts, Tally};
use crate::data::package::COUNTED;
use crate::data::{Dataset, Date, Link, Observation, PlaceCode, Value};
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
    /// Name of the measure, German and English.
    pub measure_name: [String; 2],
    /// Value before, where there is one.
    #[serde(skip)]
    pub value: Option<Value>,
    /// Amount before as printed, where there is one; `old_qualifier` says how exact it is.
    pub old: Option<u32>,
    /// Upper bound of the value before, where it has one.
    pub old_upper: Option<u32>,
    /// Qualifier of the value before.
    pub old_qualifier: Option<&'static str>,
    /// Last day of that figure's date.
    pub old_date: Option<String>,
    /// Source of that figure.
    pub old_source: Option<String>,
    /// New amount; none where no row of the state counts.
    pub new: Option<u32>,
}

impl Step {
    /// The difference, where there is an exact figure before and a new one.
    pub fn difference(&self) -> Option<i64> {
        let old = self.old.filter(|_| self.old_qualifier == Some("exact"))?;
        self.new.map(|new| i64::from(new) - i64::from(old))
    }
}

/// All steps, by measure, then state in the order of the keys.
pub type Steps = Vec<Step>;

/// The newest figure before a day; where the package has an own count of that very day, that one.
fn before<'a>(data: &'a Dataset, measure: &str, place: PlaceCode, date: Date) -> Option<&'a Link<Observation>> {
    let measure = data.measure(measure)?;
    let own = |o: &Observation| o.span.to() == date && o.source.is_own_count();
    let here = data.known(None).figures(measure).filter(|o| o.place.code == place);
    let figures = here.filter(|o| o.span.to() < date || own(o));
    figures.max_by(|a, b| a.span.to().cmp(&b.span.to()).then_with(|| b.prefer(a)))
}

/// The steps from the figures of a data set to new counts; a state of which no row counts has none.
pub fn steps(data: &Dataset, counts: &Counts, tally: &Tally, date: Date) -> Steps {
    let mut steps = Vec::new();
    for (index, measure) in COUNTED.into_iter().enumerate() {
        for (state, code) in PlaceCode::STATES.into_iter().enumerate() {
            let old = before(data, measure, code, date);
            steps.push(Step {
                measure,
                place: code.iso(),
                name: data.place(code).map(|place| place.name_de.clone()).unwrap_or_default(),
                measure_name: data.measure(measure).map_or_else(
                    || [LEIKA_ANY[3], LEIKA_ANY[4]].map(str::to_owned),
                    |found| [found.name_de.clone(), found.name_en.clone()],
                ),
                value: old.map(|o| o.value),
                old: old.map(|o| o.value.amount().steps()),
                old_upper: old.and_then(|o| o.value.upper()).map(|upper| upper.steps()),
                old_qualifier: old.map(|o| o.value.qualifier().name()),
                old_date: old.map(|o| o.span.to().to_string()),
                old_source: old.map(|o| o.source.id.clone()),
                new: tally.has_state(state).then(|| counts.get(None, state, index)),
            });
        }
    }
    steps
}
