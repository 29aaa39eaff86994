//! Two figures of each state: in two months, or the count in the whole state and the one in at least one municipality.

use super::datum::{datum, denominators};
use super::periods::{best, best_before, month_of};
use super::ranking::{is_share, name, one_area, places, share};
use super::{
    Change, Coverage, Datum, Denominator, Figure, Nothing, PeriodOption, Selection, Why, at_top, denominator,
    period_options,
};
use crate::data::{Area, Known, Link, Measure, Month, Observation, Place, PlaceCode, Unit, sort_by};
use crate::question::{Quantity, Question, RANGE, Sort, View};
use std::cmp::Reverse;

/// Two figures of each state on one axis of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// From month to month, or from part to whole.
    pub view: View,
    /// What the two ends are: measure, and month where it is the same for all.
    pub ends: [End; 2],
    /// In which service area; none is all of them together.
    pub area: Option<Link<Area>>,
    /// The states, in the order asked for; those without any figure at the end.
    pub rows: Vec<Pair>,
    /// How many of them have both figures.
    pub coverage: Coverage,
    /// Counts or shares.
    pub shown: Quantity,
    /// The unit of the values as shown.
    pub unit: Unit,
    /// Times that can be chosen.
    pub periods: Vec<PeriodOption>,
    /// The reader's state.
    pub focus: PlaceCode,
    /// The states that are compared.
    pub selection: Selection,
}

/// One end of all pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// What was counted.
    pub measure: Link<Measure>,
    /// The month of all figures of this end.
    pub month: Option<Month>,
}

/// The two figures of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The state.
    pub place: Link<Place>,
    /// Its figures.
    pub ends: [Datum; 2],
}

impl Pair {
    /// The change from the first to the second figure as shown, where both are there.
    pub fn change(&self) -> Option<Change> {
        let [first, last] = self.ends.each_ref().map(Datum::interval);
        Some(Change::between(first?, last?))
    }

    /// Whether it has both figures.
    pub fn is_whole(&self) -> bool {
        self.ends.iter().all(|end| end.figure.is_some())
    }
}

impl Pairs {
    /// The data in reading order: the figures that are there; of a state without any, one "keine Angabe".
    pub fn data(&self) -> Vec<&Datum> {
        let mut data = Vec::new();
        for row in &self.rows {
            let [first, second] = &row.ends;
            if first.figure.is_some() || second.figure.is_none() {
                data.push(first);
            }
            data.extend(Some(second).filter(|end| end.figure.is_some()));
        }
        data
    }

    /// The rows that certainly share the largest change; empty where it is not known.
    pub fn largest_changes(&self) -> Vec<&Pair> {
        let whole: Vec<(&Pair, Change)> = self.rows.iter().filter_map(|row| Some((row, row.change()?))).collect();
        let top = at_top(&whole.iter().map(|(_, change)| *change).collect::<Vec<_>>());
        top.into_iter().filter_map(|index| whole.get(index).map(|(row, _)| *row)).collect()
    }

    /// The row of which is spoken: that of the reader's state, else the only one.
    pub fn spoken_row(&self) -> Option<&Pair> {
        let only = self.rows.first().filter(|_| self.rows.len() == 1);
        self.rows.iter().find(|row| row.place.code == self.focus).or(only)
    }

    /// The largest bound of any figure, in steps of the unit shown; at least 1.
    pub fn largest(&self) -> u32 {
        self.data().into_iter().map(Datum::largest).max().unwrap_or(1).max(1)
    }

    /// The denominators of the figures, each size once.
    pub fn denominators(&self) -> Vec<&Denominator> {
        denominators(&self.data())
    }
}

/// The states in two months.
pub(super) fn change(data: Known<'_>, question: &Question) -> Result<Pairs, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else { return Err(Nothing::of(None, Why::Unknown)) };
    let nothing = |why| Nothing::of(Some(measure.clone()), why);
    if !View::Change.can_show(&measure, data) {
        return Err(nothing(Why::NotInView(View::Change)));
    }
    let any_area = |why| Nothing { periods: period_options(data, &measure, None), ..nothing(why) };
    let area = one_area(data, question).map_err(any_area)?;
    let periods = period_options(data, &measure, area.as_deref());
    let nothing = |why| Nothing { periods: periods.clone(), ..Nothing::of(Some(measure.clone()), why) };
    let places = places(data, question).map_err(nothing)?;
    let newest = best(&periods).ok_or_else(|| nothing(area.clone().map_or(Why::NoFigures, Why::NoneInArea)))?;
    let end = question.period.end().and_then(|end| month_of(&periods, end)).unwrap_or(newest);
    let start = match question.period.start() {
        Some(start) => month_of(&periods, start),
        None => best_before(&periods, end),
    };
    let start = start.filter(|start| *start < end).ok_or_else(|| nothing(Why::NothingBefore(end)))?;
    let lies_between = |day: crate::data::Date| start.span().to() < day && day <= end.span().to();
    if let Some(found) = data.breaks.iter().find(|b| b.measure.id == measure.id && lies_between(b.date)) {
        return Err(nothing(Why::Break(found.clone())));
    }
    let row = |place: &Link<Place>| {
        let at = |month, suffix: &str| {
            let found = datum(data, &measure, area.as_ref(), place, &[month]);
            Datum { key: format!("{}-{suffix}", found.key), ..found }
        };
        Pair { place: place.clone(), ends: [at(start, "from"), at(end, "to")] }
    };
    let rows = places.iter().map(row).collect();
    let ends = [start, end].map(|month| End { measure: measure.clone(), month: Some(month) });
    finish(question, View::Change, ends, area, rows, periods.clone()).map_err(nothing)
}

/// For each state the count in the whole state and the one in at least one municipality that is nearest to it in time.
pub(super) fn range(data: Known<'_>, question: &Question) -> Result<Pairs, Nothing> {
    let asked = question.measure(&data).cloned();
    let (Some(part), Some(whole)) = (data.measure(RANGE[0]), data.measure(RANGE[1])) else {
        return Err(Nothing::of(asked, Why::Unknown));
    };
    if let Some(other) = asked.filter(|measure| !View::Range.can_show(measure, data)) {
        return Err(Nothing::of(Some(other), Why::NotInView(View::Range)));
    }
    let nothing = |why| Nothing::of(Some(part.clone()), why);
    let area = one_area(data, question).map_err(nothing)?;
    let periods = period_options(data, part, area.as_deref());
    let places = places(data, question).map_err(nothing)?;
    let month = question.period.end().and_then(|end| month_of(&periods, end));
    let row = |place: &Link<Place>| {
        let figures = |measure: &'_ Link<Measure>| -> Vec<Link<Observation>> {
            let own = data.figures_in(measure, area.as_deref()).filter(|o| o.place.code == place.code && o.is_dated());
            let mut own: Vec<Link<Observation>> = own.cloned().collect();
            sort_by(&mut own, |a, b| a.prefer(b));
            own
        };
        let (parts, wholes) = (figures(part), figures(whole));
        let asked = |o: &&Link<Observation>| month.is_none_or(|month| o.answers(month));
        let middle = |o: &Observation| o.span.twice_middle();
        let pairs = parts.iter().filter(asked).flat_map(|a| wholes.iter().map(move |b| (a, b)));
        let nearest = pairs.min_by_key(|(a, b)| ((middle(a) - middle(b)).abs(), Reverse(middle(a))));
        let newest = |list: &[Link<Observation>]| list.iter().filter(asked).min_by_key(|o| Reverse(middle(o))).cloned();
        let (a, b) = match nearest {
            Some((a, b)) => (Some(a.clone()), Some(b.clone())),
            None => (newest(&parts), newest(&wholes)),
        };
        let end = |measure: &Link<Measure>,
                   found: Option<Link<Observation>>,
                   all: &[Link<Observation>],
                   suffix: &str| Datum {
            key: format!("{}-{suffix}", place.code.slug()),
            place: place.clone(),
            measure: measure.clone(),
            area: area.clone(),
            figure: found.map(|o| {
                let others = all.iter().filter(|other| **other != o && other.span.is_same_time(o.span));
                let others = others.cloned().collect();
                let of = denominator(data, measure, area.as_deref(), o.span);
                Figure { denominator: of, ..Figure::of(o, others) }
            }),
        };
        Pair { place: place.clone(), ends: [end(part, a, &parts, "all"), end(whole, b, &wholes, "any")] }
    };
    let rows = places.iter().map(row).collect();
    let ends = [part, whole].map(|measure| End { measure: measure.clone(), month: None });
    finish(question, View::Range, ends, area, rows, periods).map_err(nothing)
}

/// Shares, order, coverage.
fn finish(
    question: &Question,
    view: View,
    ends: [End; 2],
    area: Option<Link<Area>>,
    mut rows: Vec<Pair>,
    periods: Vec<PeriodOption>,
) -> Result<Pairs, Why> {
    let is_empty = |rows: &[Pair]| rows.iter().all(|row| row.ends.iter().all(|end| end.figure.is_none()));
    if is_empty(&rows) {
        return Err(Why::NoneInPeriod);
    }
    let mut unit = ends[0].measure.unit;
    if is_share(question, &ends[0].measure) {
        rows.iter_mut().flat_map(|row| &mut row.ends).for_each(share);
        unit = Unit::Percent;
        if is_empty(&rows) {
            return Err(Why::NoShare);
        }
    }
    // Whole pairs first, then those with one end: by the second figure, else by the first.
    let by_value = question.sort == Sort::Value;
    let key = |row: &Pair| {
        let [first, last] = row.ends.each_ref().map(|end| end.interval().map(|interval| interval.twice_middle()));
        let one = last.or(first);
        let value = if by_value { one.unwrap_or_default() } else { 0 };
        (one.is_none(), by_value && !row.is_whole(), Reverse(value))
    };
    sort_by(&mut rows, |a, b| key(a).cmp(&key(b)).then_with(|| name(&a.place, question).cmp(name(&b.place, question))));
    let with = rows.iter().filter(|row| row.is_whole()).count();
    let coverage = Coverage { with, of: rows.len() };
    let (focus, shown, selection) = (question.focus(), question.unit, Selection::of(question));
    Ok(Pairs { view, ends, area, rows, coverage, shown, unit, periods, focus, selection })
}
