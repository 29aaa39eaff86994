//! The states by one measure in one period.

use super::periods::{best, latest_months};
use super::pick::pick;
use super::{
    Coverage, Denominator, Figure, Nothing, PeriodOption, RankInterval, Why, denominator, period_options, ranks,
};
use crate::data::{DateSpan, Known, Measure, Month, Observation, Per, Place, PlaceCode, Source, sort_by};
use crate::question::{Period, Question, Sort, View};
use std::cmp::Reverse;
use std::sync::Arc;

/// The states by one measure in one period, those without a figure at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// What was counted.
    pub measure: Arc<Measure>,
    /// The period shown; never [`Period::Best`].
    pub period: Period,
    /// Periods that can be chosen.
    pub periods: Vec<PeriodOption>,
    /// All states, in the order asked for.
    pub rows: Vec<Row>,
    /// How many states have a figure.
    pub coverage: Coverage,
    /// Of how many, where that is known and the same for all.
    pub denominator: Option<Denominator>,
    /// The nationwide figure of the same month, where there is one.
    pub reference: Option<Reference>,
    /// The reader's state.
    pub focus: PlaceCode,
    /// The order of the rows.
    pub sort: Sort,
}

/// One state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The state.
    pub place: Arc<Place>,
    /// Its figure; none is "keine Angabe".
    pub figure: Option<Figure>,
}

/// A nationwide figure counted in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What was counted.
    pub measure: Arc<Measure>,
    /// The figure.
    pub observation: Observation,
}

impl Ranking {
    /// The rows that have a figure.
    pub fn figures(&self) -> impl Iterator<Item = (&Row, &Figure)> {
        self.rows.iter().filter_map(|row| row.figure.as_ref().map(|figure| (row, figure)))
    }

    /// The row of the reader's state.
    pub fn focus_row(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.place.code == self.focus)
    }

    /// The largest bound of any figure, in steps; at least 1.
    pub fn largest(&self) -> u32 {
        let bounds = self.figures().map(|(_, figure)| figure.observation.value.interval());
        let reference = self.reference.iter().map(|reference| reference.observation.value.interval());
        bounds.chain(reference).map(|interval| interval.high().unwrap_or(interval.low())).max().unwrap_or(1).max(1)
    }

    /// The sources of the figures, each once, the one with most figures first.
    pub fn sources(&self) -> Vec<Arc<Source>> {
        let mut counted: Vec<(usize, Arc<Source>)> = Vec::new();
        for (_, figure) in self.figures() {
            match counted.iter_mut().find(|(_, source)| source.id == figure.observation.source.id) {
                Some((count, _)) => *count += 1,
                None => counted.push((1, figure.observation.source.clone())),
            }
        }
        sort_by(&mut counted, |a, b| b.0.cmp(&a.0));
        counted.into_iter().map(|(_, source)| source).collect()
    }
}

/// Ranks the states; the error says why it cannot be done.
pub(super) fn ranking(data: Known<'_>, question: &Question) -> Result<Ranking, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else {
        return Err(Nothing { measure: None, why: Why::Unknown, periods: Vec::new() });
    };
    let periods = period_options(data, &measure);
    let nothing = |why| Nothing { measure: Some(measure.clone()), why, periods: periods.clone() };
    if !View::Ranking.can_show(&measure) {
        return Err(nothing(Why::NotInView(View::Ranking)));
    }
    let period = match question.period {
        Period::Best => best(&periods).ok_or_else(|| nothing(Why::NoFigures))?,
        chosen => chosen,
    };
    let months = match period {
        Period::Month(month) => vec![month],
        _ => latest_months(data.version()),
    };
    let mut rows: Vec<Row> = data.states().map(|place| row(data, &measure, place, &months)).collect();
    let with = rows.iter().filter(|row| row.figure.is_some()).count();
    if with == 0 {
        return Err(nothing(Why::NoneInPeriod));
    }
    set_ranks(&mut rows);
    sort(&mut rows, question.sort);
    let span = span_of(&rows, period);
    Ok(Ranking {
        denominator: span.and_then(|span| denominator(data, &measure, span)),
        reference: span.and_then(|span| reference(data, &measure, span.from().month())),
        coverage: Coverage { with, of: rows.len() },
        focus: question.focus(),
        sort: question.sort,
        measure,
        period,
        periods,
        rows,
    })
}

/// A state with the preferred figure of the first month that has one; its rank is set later.
fn row(data: Known<'_>, measure: &Measure, place: &Arc<Place>, months: &[Month]) -> Row {
    let own = || data.figures(measure).filter(|o| o.place.code == place.code);
    let found = months.iter().find_map(|month| pick(own(), *month));
    let rank = RankInterval { best: 1, worst: 1 };
    let figure = found.map(|(observation, alternatives)| Figure { observation, alternatives, rank });
    Row { place: place.clone(), figure }
}

fn set_ranks(rows: &mut [Row]) {
    let figures = || rows.iter().filter_map(|row| row.figure.as_ref());
    let found = ranks(&figures().map(|figure| figure.observation.value.interval()).collect::<Vec<_>>());
    for (figure, rank) in rows.iter_mut().filter_map(|row| row.figure.as_mut()).zip(found) {
        figure.rank = rank;
    }
}

/// Sorts by value (the middle of bounded intervals, the lower end of open ones), then by name; states without a
/// figure stand at the end in both orders.
fn sort(rows: &mut [Row], order: Sort) {
    let key = |row: &Row| {
        let middle = row.figure.as_ref().map(|figure| figure.observation.value.interval().twice_middle());
        let by_value = if order == Sort::Value { middle.unwrap_or_default() } else { 0 };
        (middle.is_none(), Reverse(by_value))
    };
    sort_by(rows, |a, b| key(a).cmp(&key(b)).then_with(|| a.place.name_de.cmp(&b.place.name_de)));
}

/// The days that one denominator and one reference may stand for: the month, or, with "latest", none.
fn span_of(rows: &[Row], period: Period) -> Option<DateSpan> {
    match period {
        Period::Month(month) => Some(month.span()),
        _ => {
            let mut months =
                rows.iter().filter_map(|row| row.figure.as_ref()).map(|f| f.observation.span.from().month());
            let first = months.next()?;
            months.all(|month| month == first).then(|| first.span())
        }
    }
}

/// The figure for Germany that counts the same thing in the same way, in the same month.
fn reference(data: Known<'_>, measure: &Measure, month: Month) -> Option<Reference> {
    let family = |m: &&Arc<Measure>| m.family == measure.family && m.per == Per::Germany && !m.target;
    data.measures.iter().filter(family).find_map(|measure| {
        let (observation, _) = pick(data.figures(measure), month)?;
        Some(Reference { measure: measure.clone(), observation })
    })
}
