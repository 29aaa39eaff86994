//! Everything about one state, and the counts that look alike side by side.

use super::datum::{Datum, Figure, datum};
use super::periods::months;
use super::ranking::{Ranking, is_share, ranking, share};
use super::series::growth;
use super::{Nothing, Why, period_options};
use crate::data::{Dataset, Date, Known, Link, Measure, Month, Per, Place, PlaceCode};
use crate::question::{ALIKE, Group, Moment, Period, Question, View};

/// Rankings side by side, each on its own axis; the states stand in the same order in all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// One ranking for each count.
    pub panels: Vec<Ranking>,
}

/// One state in all measures that have a figure of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The state.
    pub place: Link<Place>,
    /// For each measure that is counted for all states the ranking in the newest month that has the state.
    pub strips: Vec<Ranking>,
    /// Figures that stand for themselves: the newest of each portal or own count.
    pub own: Vec<Datum>,
}

impl Facets {
    /// The data of all panels.
    pub fn data(&self) -> Vec<&Datum> {
        self.panels.iter().flat_map(|panel| &panel.rows).collect()
    }
}

impl Profile {
    /// The figures of the state: ranked ones first.
    pub fn data(&self) -> Vec<&Datum> {
        self.strips.iter().filter_map(Ranking::focus_row).chain(&self.own).collect()
    }
}

/// The counts that look alike, each on its own axis, in the best covered month of each. The order of the states is that of
/// the measure asked for.
pub(super) fn facets(data: Known<'_>, question: &Question) -> Result<Facets, Nothing> {
    let first = ranking(data, question)?;
    let order: Vec<_> = first.rows.iter().map(|row| row.place.code).collect();
    let mut panels = Vec::new();
    for id in ALIKE {
        let Some(measure) = data.measure(id) else { continue };
        let period = if first.measure.id == id { question.period } else { Period::Best };
        let asked = Question { measure: Some(id.to_owned()), period, ..question.clone() };
        let Ok(mut panel) = ranking(data, &asked) else { continue };
        let place = |row: &Datum| order.iter().position(|code| *code == row.place.code);
        crate::data::sort_by(&mut panel.rows, |a, b| place(a).cmp(&place(b)));
        panel.rows.iter_mut().for_each(|row| row.key = format!("{}-{}", row.key, measure.id));
        panels.push(panel);
    }
    if panels.is_empty() {
        return Err(Nothing::of(Some(first.measure), Why::NoFigures));
    }
    Ok(Facets { panels })
}

/// Everything about the reader's state.
pub(super) fn profile(data: Known<'_>, question: &Question) -> Result<Profile, Nothing> {
    let Some(place) = data.place(question.focus()).cloned() else { return Err(Nothing::of(None, Why::NoFigures)) };
    let mut found = Profile { place: place.clone(), strips: Vec::new(), own: Vec::new() };
    // Ranked among all states, whatever part of them other views show.
    let asked = |measure: &Measure| Question {
        measure: Some(measure.id.clone()),
        places: None,
        areas: Vec::new(),
        group: Group::All,
        period: Period::Best,
        ..question.clone()
    };
    for measure in data.measures.iter().filter(|m| !m.target && m.per != Per::Germany) {
        match measure.per {
            Per::State => {
                if let Some(strip) = strip(data, &Question { view: View::Ranking, ..asked(measure) }, &place) {
                    found.strips.push(strip);
                }
            }
            _ => found.own.extend(newest(data, &Question { view: View::Growth, ..asked(measure) }, &place)),
        }
    }
    if found.data().is_empty() {
        return Err(Nothing::of(None, Why::NoFigures));
    }
    Ok(found)
}

/// The newest month that has a figure of the place, and the figure, as counts or as shares; none where the place has no dated
/// one.
fn newest_dated(data: Known<'_>, question: &Question, place: &Link<Place>) -> Option<(Month, Figure)> {
    let measure = question.measure(&data)?;
    let at = |(month, _): (Month, usize)| {
        let mut found = datum(data, measure, None, place, &[month]);
        if is_share(question, measure) {
            share(&mut found);
        }
        Some((month, found.figure?))
    };
    months(&period_options(data, measure, None)).find_map(at)
}

/// The ranking in the newest month that has a figure of the place; none where the place has no dated figure.
fn strip(data: Known<'_>, question: &Question, place: &Link<Place>) -> Option<Ranking> {
    let (month, _) = newest_dated(data, question, place)?;
    let asked = Question { period: Period::At(Moment::Month(month)), ..question.clone() };
    let mut newest = ranking(data, &asked).ok()?;
    newest.rows.iter_mut().for_each(|row| row.key = format!("{}-{}", row.key, row.measure.id));
    Some(newest)
}

/// The ranking of a question; where the reader's state has no figure in it, with the newest one that there is.
pub(super) fn ranked(data: Known<'_>, question: &Question) -> Result<Ranking, Nothing> {
    let mut found = ranking(data, question)?;
    let missing = found.focus_row().filter(|row| row.figure.is_none() && row.area.is_none());
    found.newest = missing.and_then(|row| newest_dated(data, question, &row.place));
    Ok(found)
}

/// Where a state stands in the counts that look alike: for each the newest ranking among all states that has it; none where
/// the state has no dated figure.
pub fn standings(data: &Dataset, asof: Option<Date>, focus: PlaceCode) -> Vec<Option<Ranking>> {
    let known = data.known(asof);
    let of = |id: &str| {
        let asked = Question { measure: Some(id.to_owned()), focus: Some(focus), ..Question::default() };
        strip(known, &asked, known.place(focus)?)
    };
    ALIKE.into_iter().map(of).collect()
}

/// The newest figure of a measure that stands for itself.
fn newest(data: Known<'_>, question: &Question, place: &Place) -> Option<Datum> {
    let found = growth(data, question).ok()?;
    let own = found.series.into_iter().find(|series| series.place.code == place.code)?;
    let last: Datum = own.points.into_iter().next_back()?.datum;
    let figure: Option<Figure> = last.figure.map(|figure| Figure { rank: None, ..figure });
    Some(Datum { key: format!("{}-{}", place.code.slug(), last.measure.id), figure, ..last })
}
