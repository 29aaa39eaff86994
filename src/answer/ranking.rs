//! The states by one measure in one period: as bars, or as a map.

use super::datum::{classes, datum, denominators, extremes, pick, set_ranks};
use super::periods::{best, latest_months, month_of};
use super::{
    Coverage, Datum, Denominator, FEWEST_RANKED, Figure, Nothing, PeriodOption, RankInterval, Selection, Why,
    period_options,
};
use crate::data::{
    Amount, Area, Known, Link, Measure, Month, Observation, Per, Place, PlaceCode, PlaceKind, Qualifier, Unit, Value,
    sort_by,
};
use crate::question::{Group, Moment, NO_AREA, Period, Quantity, Question, Sort, View};
use std::cmp::Reverse;

/// The states by one measure in one period, those without a figure at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// Bars or map.
    pub view: View,
    /// What was counted.
    pub measure: Link<Measure>,
    /// In which service area; none is all of them together.
    pub area: Option<Link<Area>>,
    /// The time shown.
    pub moment: Moment,
    /// Times that can be chosen.
    pub periods: Vec<PeriodOption>,
    /// The states shown, in the order asked for.
    pub rows: Vec<Datum>,
    /// How many of them have a figure.
    pub coverage: Coverage,
    /// Counts or shares.
    pub shown: Quantity,
    /// The unit of the values as shown.
    pub unit: Unit,
    /// What the states are compared with.
    pub lines: Vec<Line>,
    /// The ranks in an earlier month.
    pub since: Option<Since>,
    /// The reader's state.
    pub focus: PlaceCode,
    /// The reader's state, where it is not among those shown.
    pub apart: Option<Link<Place>>,
    /// The newest figure of the reader's state and its month, where it has none here.
    pub newest: Option<(Month, Figure)>,
    /// By how many months the figures are older than the data set; 0 where they are of different months.
    pub age: i32,
    /// The states among which ranks are given.
    pub selection: Selection,
}

/// A value with which the states are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The value as shown.
    pub value: Value,
    /// The figure, unless it is computed.
    pub observation: Option<Link<Observation>>,
}

/// What a line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// A nationwide figure counted in the same way.
    Nationwide,
    /// A target for all states.
    Target,
    /// The arithmetic mean of the states shown.
    Mean,
}

/// Ranks in an earlier month, among the states that have a figure in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The earlier month.
    pub month: Month,
    /// For each state that has a figure in both months how many ranks it rose (negative: fell), at least and at most.
    pub changes: Vec<(PlaceCode, i32, i32)>,
    /// The figures of the earlier month.
    pub before: Vec<Datum>,
}

impl Ranking {
    /// The rows.
    pub fn data(&self) -> Vec<&Datum> {
        self.rows.iter().collect()
    }

    /// The rows that have a figure.
    pub fn figures(&self) -> impl Iterator<Item = (&Datum, &super::Figure)> + Clone {
        self.rows.iter().filter_map(|row| row.figure.as_ref().map(|figure| (row, figure)))
    }

    /// The rows that certainly share the top and those that certainly share the bottom; empty where it is not known.
    pub fn extremes(&self) -> [Vec<&Datum>; 2] {
        extremes(&self.data(), self.shown)
    }

    /// Whether there are enough states for ranks.
    pub fn has_ranks(&self) -> bool {
        self.coverage.with >= FEWEST_RANKED
    }

    /// Whether more states lack a figure than have rows of their own in a picture of bars.
    pub fn lacks_many(&self) -> bool {
        self.view == View::Ranking && self.coverage.of - self.coverage.with > 3
    }

    /// Whether it shows the newest month in which states can be compared.
    pub fn is_newest(&self) -> bool {
        month_of(&self.periods, Moment::Latest).map(Moment::Month) == Some(self.moment)
    }

    /// The newest month in which states can be compared, with the number of those that have a figure, where it is later.
    pub fn newer(&self) -> Option<(Moment, Coverage)> {
        let latest = month_of(&self.periods, Moment::Latest).map(Moment::Month)?;
        let found = self.periods.iter().find(|option| option.moment == latest)?;
        (latest != self.moment).then_some((latest, found.coverage))
    }

    /// The row of which is spoken: that of the reader's state, else the only one.
    pub fn spoken_row(&self) -> Option<&Datum> {
        self.focus_row().or(self.rows.first().filter(|_| self.rows.len() == 1))
    }

    /// The row of the reader's state.
    pub fn focus_row(&self) -> Option<&Datum> {
        self.rows.iter().find(|row| row.place.code == self.focus)
    }

    /// The largest bound of any figure or line, in steps of the unit shown; at least 1.
    pub fn largest(&self) -> u32 {
        let lines = self.lines.iter().map(|line| line.value.interval()).map(|i| i.high().unwrap_or(i.low()));
        self.rows.iter().map(Datum::largest).chain(lines).max().unwrap_or(1).max(1)
    }

    /// The denominators of the figures, each size once.
    pub fn denominators(&self) -> Vec<&Denominator> {
        denominators(&self.data())
    }

    /// The nationwide figure of the same month.
    pub fn nationwide(&self) -> Option<&Observation> {
        self.lines.iter().find(|line| line.kind == LineKind::Nationwide)?.observation.as_deref()
    }

    /// Classes of one round width that hold all figures: from (included) and to (excluded).
    pub fn classes(&self) -> Vec<(u32, u32)> {
        classes(&self.data(), self.unit)
    }

    /// How many ranks a state rose since the earlier month, at least and at most.
    pub fn rise(&self, code: PlaceCode) -> Option<(i32, i32)> {
        let changes = &self.since.as_ref()?.changes;
        changes.iter().find(|(own, ..)| *own == code).map(|(_, low, high)| (*low, *high))
    }
}

/// Whether a state belongs to a group.
fn in_group(place: &Place, group: Group) -> bool {
    match group {
        Group::All => true,
        Group::Area => place.kind == PlaceKind::State,
        Group::City => place.kind == PlaceKind::CityState,
    }
}

/// The states that a question shows, or why there are none.
pub(super) fn places(data: Known<'_>, question: &Question) -> Result<Vec<Link<Place>>, Why> {
    let shown = |place: &&Link<Place>| question.shows(place.code) && in_group(place, question.group);
    let places: Vec<Link<Place>> = data.states().filter(shown).cloned().collect();
    if places.is_empty() { Err(Why::NoPlaces) } else { Ok(places) }
}

/// The one service area of a question; none is all of them together.
pub(super) fn one_area(data: Known<'_>, question: &Question) -> Result<Option<Link<Area>>, Why> {
    match question.areas.as_slice() {
        [] => Ok(None),
        [id] if id == NO_AREA => Err(Why::NoAreas),
        [id] => Ok(data.area(id).cloned()),
        _ => Err(Why::SeveralAreas),
    }
}

/// Ranks the states; the error says why it cannot be done.
pub(super) fn ranking(data: Known<'_>, question: &Question) -> Result<Ranking, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else { return Err(Nothing::of(None, Why::Unknown)) };
    let nothing = |why| Nothing::of(Some(measure.clone()), why);
    let view = if question.view == View::Map { View::Map } else { View::Ranking };
    if !view.can_show(&measure, data) {
        return Err(nothing(Why::NotInView(view)));
    }
    let any_area = |why| Nothing { periods: period_options(data, &measure, None), ..nothing(why) };
    let area = one_area(data, question).map_err(any_area)?;
    let periods = period_options(data, &measure, area.as_deref());
    let nothing = |why| Nothing { periods: periods.clone(), ..Nothing::of(Some(measure.clone()), why) };
    let places = places(data, question).map_err(nothing)?;
    let no_figures = || nothing(area.clone().map_or(Why::NoFigures, Why::NoneInArea));
    let newest = best(&periods).map(Moment::Month).ok_or_else(no_figures)?;
    let moment = match question.period {
        // Two times are compared month by month.
        Period::Between(_, end) => month_of(&periods, end).map_or(newest, Moment::Month),
        other => other.end().unwrap_or(newest),
    };
    let months = months_of(data, moment, &periods);
    let mut rows: Vec<Datum> =
        places.iter().map(|place| datum(data, &measure, area.as_ref(), place, &months)).collect();
    if rows.iter().all(|row| row.figure.is_none()) {
        return Err(nothing(Why::NoneInPeriod));
    }
    let mut unit = measure.unit;
    if is_share(question, &measure) {
        rows.iter_mut().for_each(share);
        unit = Unit::Percent;
        if rows.iter().all(|row| row.figure.is_none()) {
            return Err(nothing(Why::NoShare));
        }
    }
    let since = question.period.start().and_then(|start| month_of(&periods, start));
    let since = since.zip(month_of(&periods, moment)).filter(|(start, month)| start < month);
    let since = since.map(|(start, month)| since_ranks(data, &rows, start, month, question.unit));
    let since = since.filter(|since| since.changes.len() >= FEWEST_RANKED);
    set_ranks(&mut rows, question.unit);
    sort(&mut rows, question);
    let with = rows.iter().filter(|row| row.figure.is_some()).count();
    let mut ranking = Ranking {
        view,
        coverage: Coverage { with, of: rows.len() },
        shown: question.unit,
        unit,
        lines: Vec::new(),
        since,
        focus: question.focus(),
        apart: data.place(question.focus()).filter(|own| rows.iter().all(|row| row.place.code != own.code)).cloned(),
        newest: None,
        age: age(data, moment),
        selection: Selection::of(question),
        area,
        measure,
        moment,
        periods,
        rows,
    };
    ranking.lines = lines(data, &ranking);
    Ok(ranking)
}

/// By how many months a moment is older than the data set.
fn age(data: Known<'_>, moment: Moment) -> i32 {
    match (moment, data.version()) {
        (Moment::Month(month), Some(version)) => version.month().index() - month.index(),
        _ => 0,
    }
}

/// The months in which a moment looks for figures, the preferred one first.
fn months_of(data: Known<'_>, moment: Moment, periods: &[PeriodOption]) -> Vec<Month> {
    match moment {
        Moment::Month(month) => vec![month],
        Moment::Latest => latest_months(data.version()),
        Moment::Earliest => {
            let months = periods.iter().rev().filter_map(|option| match option.moment {
                Moment::Month(month) => Some(month),
                _ => None,
            });
            months.collect()
        }
    }
}

/// Whether figures of the measure are shown as shares: only counts have one.
pub(super) fn is_share(question: &Question, measure: &Measure) -> bool {
    question.unit == Quantity::Share && measure.unit == Unit::Count
}

/// Shows a figure as a share; without a denominator there is none to show.
pub(super) fn share(row: &mut Datum) {
    row.figure = row.figure.take().and_then(|mut figure| figure.share().then_some(figure));
}

/// The ranks in both months among the states that have a figure in both.
fn since_ranks(data: Known<'_>, rows: &[Datum], start: Month, end: Month, shown: Quantity) -> Since {
    let at = |row: &Datum, month| datum(data, &row.measure, row.area.as_ref(), &row.place, &[month]);
    let both = rows.iter().map(|row| (at(row, start), at(row, end)));
    let both = both.filter(|(before, after)| before.figure.is_some() && after.figure.is_some());
    let (mut before, mut after): (Vec<Datum>, Vec<Datum>) = both.unzip();
    set_ranks(&mut before, shown);
    set_ranks(&mut after, shown);
    let rank = |row: &Datum| row.figure.as_ref().and_then(|figure| figure.rank);
    let whole = |rank: usize| i32::try_from(rank).unwrap_or(i32::MAX);
    let change = |(before, after): (&Datum, &Datum)| {
        let (old, new): (RankInterval, RankInterval) = rank(before).zip(rank(after))?;
        Some((before.place.code, whole(old.best) - whole(new.worst), whole(old.worst) - whole(new.best)))
    };
    Since { month: start, changes: before.iter().zip(&after).filter_map(change).collect(), before }
}

/// Sorts by value (the middle of bounded intervals, the lower end of open ones), then by name; states without a
/// figure stand at the end in both orders.
pub(super) fn sort(rows: &mut [Datum], question: &Question) {
    let key = |row: &Datum| {
        let middle = row.interval().map(|interval| interval.twice_middle());
        let by_value = if question.sort == Sort::Value { middle.unwrap_or_default() } else { 0 };
        (middle.is_none(), Reverse(by_value))
    };
    sort_by(rows, |a, b| key(a).cmp(&key(b)).then_with(|| name(&a.place, question).cmp(name(&b.place, question))));
}

/// One of two texts, in the language of the question.
pub(super) fn in_words<'a>(question: &Question, de: &'a str, en: &'a str) -> &'a str {
    match question.lang.unwrap_or_default().spoken() {
        crate::question::Lang::De => de,
        crate::question::Lang::En => en,
    }
}

/// The name of a place in the language of the question.
pub(super) fn name<'a>(place: &'a Place, question: &Question) -> &'a str {
    in_words(question, &place.name_de, &place.name_en)
}

/// What the states are compared with, in one month: the figure for Germany and the target that count the same thing in
/// the same way, and the mean of the states shown, where all of them are bounded.
fn lines(data: Known<'_>, ranking: &Ranking) -> Vec<Line> {
    let Ranking { measure, area, .. } = ranking;
    let months = ranking.figures().map(|(_, figure)| figure.observation.span.from().month());
    let one_month = match ranking.moment {
        Moment::Month(month) => Some(month),
        _ => months.clone().next().filter(|first| months.clone().all(|month| month == *first)),
    };
    let sizes = ranking.denominators();
    let size = match sizes.as_slice() {
        [only] => Some(only.amount.steps()),
        _ => None,
    };
    let as_shown = |value: Value| match (ranking.unit == measure.unit, size) {
        (true, _) => Some(value),
        (false, Some(size)) => Some(value.per_hundred(size)),
        (false, None) => None,
    };
    let published = |kind, target| {
        let family = |m: &&Link<Measure>| m.family == measure.family && m.per == Per::Germany && m.target == target;
        data.measures.iter().filter(family).find_map(|m| {
            let (observation, _) = pick(data.figures_in(m, area.as_deref()), one_month?)?;
            Some(Line { kind, value: as_shown(observation.value)?, observation: Some(observation) })
        })
    };
    let found = [published(LineKind::Nationwide, false), published(LineKind::Target, true), mean(ranking)];
    found.into_iter().flatten().collect()
}

/// The arithmetic mean of the states shown, each bound rounded to the nearest step; none where a value has an open end or only
/// one state has one.
fn mean(ranking: &Ranking) -> Option<Line> {
    let count = u64::try_from(ranking.coverage.with).ok().filter(|count| *count > 1)?;
    let (mut low, mut high) = (0_u64, 0_u64);
    for interval in ranking.rows.iter().filter_map(Datum::interval) {
        low += u64::from(interval.low());
        high += u64::from(interval.high()?);
    }
    let nearest =
        |sum: u64| u32::try_from((2 * sum + count) / (2 * count)).ok().and_then(|steps| Amount::new(steps).ok());
    let value = match low == high {
        true => Value::new(nearest(low)?, None, Qualifier::Exact),
        false => Value::new(nearest(low)?, Some(nearest(high)?), Qualifier::Between),
    };
    Some(Line { kind: LineKind::Mean, value: value.ok()?, observation: None })
}
