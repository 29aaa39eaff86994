//! Figures by service area: of the catalogue, or of each state.

use super::datum::{classes, datum, denominators, extremes, set_ranks};
use super::ranking::{in_words, is_share, name, places, share};
use super::{Coverage, Datum, Denominator, Nothing, Selection, Why};
use crate::data::{Area, Known, Link, Measure, Month, Observation, Place, PlaceCode, Unit, sort_by};
use crate::question::{Moment, NO_AREA, Quantity, Question, Sort, View};
use std::cmp::Reverse;

/// Figures by place and service area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Areas {
    /// What was counted.
    pub measure: Link<Measure>,
    /// The month shown.
    pub month: Month,
    /// The months that have figures, the newest first.
    pub months: Vec<Month>,
    /// The areas, in the order asked for.
    pub areas: Vec<Link<Area>>,
    /// One row for each place: for the catalogue Germany, else the states.
    pub rows: Vec<AreaRow>,
    /// How many of the cells have a figure.
    pub coverage: Coverage,
    /// Counts or shares.
    pub shown: Quantity,
    /// The unit of the values as shown.
    pub unit: Unit,
    /// The reader's state.
    pub focus: PlaceCode,
    /// The states that are shown.
    pub selection: Selection,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRow {
    /// The place.
    pub place: Link<Place>,
    /// One datum for each of the areas.
    pub cells: Vec<Datum>,
}

impl Areas {
    /// All cells, row by row.
    pub fn data(&self) -> Vec<&Datum> {
        self.rows.iter().flat_map(|row| &row.cells).collect()
    }

    /// The cells that certainly share the largest figure of all, or of one row; empty where it is not known.
    pub fn largest_of<'a>(&self, cells: impl Iterator<Item = &'a Datum>) -> Vec<&'a Datum> {
        let [top, _] = extremes(&cells.collect::<Vec<_>>(), self.shown);
        top
    }

    /// The row of the whole catalogue, where there are no states.
    pub fn catalogue(&self) -> Option<&AreaRow> {
        self.rows.first().filter(|row| row.place.code == PlaceCode::De)
    }

    /// The largest bound of any cell, in steps of the unit shown; at least 1.
    pub fn largest(&self) -> u32 {
        self.data().into_iter().map(Datum::largest).max().unwrap_or(1).max(1)
    }

    /// Classes of one round width that hold all cells: from (included) and to (excluded).
    pub fn classes(&self) -> Vec<(u32, u32)> {
        classes(&self.data(), self.unit)
    }

    /// The denominators of the cells, each size once.
    pub fn denominators(&self) -> Vec<&Denominator> {
        denominators(&self.data())
    }
}

/// Figures by service area; the error says why there are none.
pub(super) fn areas(data: Known<'_>, question: &Question) -> Result<Areas, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else { return Err(Nothing::of(None, Why::Unknown)) };
    let nothing = |why| Nothing::of(Some(measure.clone()), why);
    if !View::Areas.can_show(&measure, data) {
        return Err(nothing(Why::NotInView(View::Areas)));
    }
    if question.areas == [NO_AREA] {
        return Err(nothing(Why::NoAreas));
    }
    let wanted = |area: &Link<Area>| question.areas.is_empty() || question.areas.contains(&area.id);
    let mut areas: Vec<Link<Area>> = data.areas_of(&measure).into_iter().filter(wanted).collect();
    let figures: Vec<&Link<Observation>> =
        areas.iter().flat_map(|area| data.figures_in(&measure, Some(area))).filter(|o| o.is_dated()).collect();
    let mut months: Vec<Month> = Vec::new();
    for month in figures.iter().flat_map(|o| o.span.months()) {
        if !months.contains(&month) {
            months.push(month);
        }
    }
    sort_by(&mut months, |a, b| b.cmp(a));
    let oldest = question.period.end() == Some(Moment::Earliest);
    let asked = match question.period.end() {
        Some(Moment::Month(month)) => Some(month),
        _ => if oldest { months.last() } else { months.first() }.copied(),
    };
    let month = asked.ok_or_else(|| nothing(Why::NoFigures))?;
    let of_states = figures.iter().any(|o| o.place.code != PlaceCode::De);
    let places = match of_states {
        true => places(data, question).map_err(nothing)?,
        false => data.place(PlaceCode::De).cloned().into_iter().collect(),
    };
    let cell = |place: &Link<Place>, area: &Link<Area>| {
        let mut found = datum(data, &measure, Some(area), place, &[month]);
        found.key = format!("{}-{}", found.key, area.id);
        if is_share(question, &measure) {
            share(&mut found);
        }
        found
    };
    let mut columns: Vec<Vec<Datum>> =
        areas.iter().map(|area| places.iter().map(|place| cell(place, area)).collect()).collect();
    let any = columns.iter().flatten().any(|datum| datum.figure.is_some());
    if !any {
        let share = question.unit == Quantity::Share;
        return Err(nothing(if share { Why::NoShare } else { Why::NoneInPeriod }));
    }
    if of_states {
        columns.iter_mut().for_each(|column| set_ranks(column, question.unit));
    }
    // Columns and rows by their sums, the largest first, or by name.
    let middle = |datum: &Datum| datum.interval().map_or(0, |interval| interval.twice_middle());
    let sum = |list: &[Datum]| Reverse(if question.sort == Sort::Value { list.iter().map(middle).sum() } else { 0 });
    let mut order: Vec<(Link<Area>, Vec<Datum>)> = areas.drain(..).zip(columns).collect();
    sort_by(&mut order, |a, b| {
        sum(&a.1).cmp(&sum(&b.1)).then_with(|| {
            in_words(question, &a.0.name_de, &a.0.name_en).cmp(in_words(question, &b.0.name_de, &b.0.name_en))
        })
    });
    let row = |(index, place): (usize, &Link<Place>)| AreaRow {
        place: place.clone(),
        cells: order.iter().filter_map(|(_, column)| column.get(index).cloned()).collect(),
    };
    let mut rows: Vec<AreaRow> = places.iter().enumerate().map(row).collect();
    sort_by(&mut rows, |a, b| {
        sum(&a.cells).cmp(&sum(&b.cells)).then_with(|| name(&a.place, question).cmp(name(&b.place, question)))
    });
    let with = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.figure.is_some()).count();
    Ok(Areas {
        coverage: Coverage { with, of: rows.len() * order.len() },
        unit: if question.unit == Quantity::Share { Unit::Percent } else { measure.unit },
        areas: order.into_iter().map(|(area, _)| area).collect(),
        shown: question.unit,
        focus: question.focus(),
        selection: Selection::of(question),
        measure,
        month,
        months,
        rows,
    })
}
