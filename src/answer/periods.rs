//! Periods that have figures, each with its coverage.

use crate::data::{Area, Date, DateSpan, Known, Measure, Month, PlaceCode};
use crate::question::Moment;

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
    /// The time.
    pub moment: Moment,
    /// The states that have a figure in it.
    pub coverage: Coverage,
}

/// The months of the measure that have a figure of a state, the newest first; `latest` and
/// `earliest` stand last.
pub fn period_options(data: Known<'_>, measure: &Measure, area: Option<&Area>) -> Vec<PeriodOption> {
    let dated: Vec<_> = data.figures_in(measure, area).filter(|o| o.is_dated()).collect();
    let ends = dated.iter().map(|o| o.span.from()).min().zip(dated.iter().map(|o| o.span.to()).max());
    let all = ends.and_then(|(from, to)| DateSpan::new(from, to).ok());
    // For each month the states that have a figure, as a set of bits.
    let mut covered: Vec<(Month, u32)> = all.iter().flat_map(|all| all.months()).map(|month| (month, 0)).collect();
    let start = all.map_or(0, |all| all.from().month().index());
    let position = |day: Date| usize::try_from(day.month().index() - start).unwrap_or_default();
    for o in dated {
        let Some(bit) = PlaceCode::STATES.iter().position(|code| *code == o.place.code) else { continue };
        let months = covered.get_mut(position(o.span.from())..=position(o.span.to()));
        months.into_iter().flatten().for_each(|(_, states)| *states |= 1 << bit);
    }
    covered.retain(|(_, states)| *states != 0);
    covered.reverse();
    let of = data.states().count();
    let option =
        |moment, states: u32| PeriodOption { moment, coverage: Coverage { with: states.count_ones() as usize, of } };
    let recent = latest_months(data.version());
    let latest = covered.iter().filter(|(month, _)| recent.contains(month)).fold(0, |all, (_, states)| all | states);
    let mut options: Vec<PeriodOption> =
        covered.iter().map(|(month, states)| option(Moment::Month(*month), *states)).collect();
    if latest != 0 {
        options.push(option(Moment::Latest, latest));
    }
    let ever = covered.iter().fold(0, |all, (_, states)| all | states);
    if ever != 0 {
        options.push(option(Moment::Earliest, ever));
    }
    options
}

/// The months among the options, the newest first, with the number of states that have a figure.
pub(super) fn months(options: &[PeriodOption]) -> impl DoubleEndedIterator<Item = (Month, usize)> + Clone {
    options.iter().filter_map(|option| match option.moment {
        Moment::Month(month) => Some((month, option.coverage.with)),
        _ => None,
    })
}

/// The most recent month with the best coverage.
pub(super) fn best(options: &[PeriodOption]) -> Option<Month> {
    // `max_by_key` takes the last of equals; the options come newest first.
    months(options).rev().max_by_key(|(_, with)| *with).map(|(month, _)| month)
}

/// The month with which another is compared where none is asked for: the best covered one that lies at least half a year
/// before it, the newest of equals; without one, the best covered of any earlier month.
pub(super) fn best_before(options: &[PeriodOption], month: Month) -> Option<Month> {
    let before = |distance: i32| {
        let earlier = months(options).rev().filter(move |(earlier, _)| earlier.index() + distance <= month.index());
        earlier.max_by_key(|(_, with)| *with).map(|(month, _)| month)
    };
    before(6).or_else(|| before(1))
}

/// The month that a moment names where states are compared in one month: the newest or oldest with four states or more,
/// else any.
pub(super) fn month_of(options: &[PeriodOption], moment: Moment) -> Option<Month> {
    let all = months(options);
    let many = all.clone().filter(|(_, with)| *with >= 4);
    match moment {
        Moment::Month(month) => Some((month, 0)),
        Moment::Latest => many.clone().next().or_else(|| all.clone().next()),
        Moment::Earliest => many.clone().next_back().or_else(|| all.clone().next_back()),
    }
    .map(|found| found.0)
}

/// The months in which "latest" looks for a figure, the newest first: 24, up to that of the data's version.
pub(super) fn latest_months(version: Option<Date>) -> Vec<Month> {
    version.map_or_else(Vec::new, |day| (0..LATEST_MONTHS).map(|back| day.month().plus(-back)).collect())
}
