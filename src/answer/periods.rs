//! Periods that have figures, each with its coverage.

use crate::data::{Date, Known, Measure, Month, PlaceCode, sort_by};
use crate::question::Period;

/// Months that "latest" looks back.
const LATEST_MONTHS: i32 = 24;

/// How many of the states have a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coverage {
    /// States with a figure.
    pub with: usize,
    /// All states.
    pub of: usize,
}

impl Coverage {
    /// Whether every state has a figure.
    pub fn is_complete(self) -> bool {
        self.with == self.of
    }
}

/// A period that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeriodOption {
    /// The period.
    pub period: Period,
    /// The states that have a figure in it.
    pub coverage: Coverage,
}

/// The months of the measure that have a figure of a state, the newest first; `latest` stands last.
pub fn period_options(data: Known<'_>, measure: &Measure) -> Vec<PeriodOption> {
    // For each month the states that have a figure, as a set of bits.
    let mut months: Vec<(Month, u32)> = Vec::new();
    for o in data.figures(measure).filter(|o| o.is_dated()) {
        let Some(bit) = PlaceCode::STATES.iter().position(|code| *code == o.place.code) else { continue };
        for month in o.span.months() {
            match months.iter_mut().find(|(known, _)| *known == month) {
                Some((_, states)) => *states |= 1 << bit,
                None => months.push((month, 1 << bit)),
            }
        }
    }
    sort_by(&mut months, |a, b| b.0.cmp(&a.0));
    let of = data.states().count();
    let option =
        |period, states: u32| PeriodOption { period, coverage: Coverage { with: states.count_ones() as usize, of } };
    let recent = latest_months(data.version());
    let latest = months.iter().filter(|(month, _)| recent.contains(month)).fold(0, |all, (_, states)| all | states);
    let mut options: Vec<PeriodOption> =
        months.into_iter().map(|(month, states)| option(Period::Month(month), states)).collect();
    if latest != 0 {
        options.push(option(Period::Latest, latest));
    }
    options
}

/// The most recent month with the best coverage.
pub(super) fn best(options: &[PeriodOption]) -> Option<Period> {
    let months = options.iter().filter(|option| matches!(option.period, Period::Month(_)));
    // `max_by_key` takes the last of equals; the options come newest first.
    months.rev().max_by_key(|option| option.coverage.with).map(|option| option.period)
}

/// The months in which "latest" looks for a figure, the newest first: 24, up to that of the data's version.
pub(super) fn latest_months(version: Option<Date>) -> Vec<Month> {
    version.map_or_else(Vec::new, |day| (0..LATEST_MONTHS).map(|back| day.month().plus(-back)).collect())
}
