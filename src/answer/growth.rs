//! One measure at one place over time.

use super::{Denominator, Nothing, Why, denominator};
use crate::data::{Break, Date, DateSpan, Event, Known, Measure, Observation, Per, Place, PlaceCode, Source, sort_by};
use crate::question::{Question, View};
use std::sync::Arc;

/// Longest gap, in days, over which two figures are joined by a solid line: a quarter.
const SHORT_GAP: i32 = 92;

/// One measure at one place over time: its points, its target, the events beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// What was counted.
    pub measure: Arc<Measure>,
    /// Where.
    pub place: Arc<Place>,
    /// Places that have figures of the measure.
    pub places: Vec<Arc<Place>>,
    /// Published figures in time order.
    pub points: Vec<Point>,
    /// Published targets, which are never joined to counts.
    pub targets: Vec<Observation>,
    /// Policy events inside [`Growth::span`], in time order; their number is their position from 1.
    pub events: Vec<Event>,
    /// Changes of method inside [`Growth::span`].
    pub breaks: Vec<Break>,
    /// Whole years around all points and targets.
    pub span: DateSpan,
    /// The reader's state.
    pub focus: PlaceCode,
}

/// One point in time: the preferred figure and the others of that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The figure that is charted.
    pub observation: Observation,
    /// Other figures that speak of the same time.
    pub alternatives: Vec<Observation>,
    /// Of how many at that time.
    pub denominator: Option<Denominator>,
    /// How the point is joined to the one before.
    pub join: Join,
}

/// How two neighbouring points are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Join {
    /// The first point, or a change of method lies between: no line.
    None,
    /// At most a quarter apart and both exact.
    Solid,
    /// Nothing was published in between, or an end is not exact.
    Dashed,
}

/// The change between two figures, in steps: from `low` to `high`; an open end has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    /// The smallest possible change.
    pub low: Option<i64>,
    /// The largest possible change.
    pub high: Option<i64>,
}

impl Change {
    fn between(first: &Observation, last: &Observation) -> Self {
        let (first, last) = (first.value.interval(), last.value.interval());
        Self {
            low: first.high().map(|high| i64::from(last.low()) - i64::from(high)),
            high: last.high().map(|high| i64::from(high) - i64::from(first.low())),
        }
    }
}

impl Growth {
    /// The longest run of points without a change of method in between; the later one of equals.
    pub fn longest_run(&self) -> &[Point] {
        let starts =
            self.points.iter().enumerate().filter(|(_, point)| point.join == Join::None).map(|(index, _)| index);
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().skip(1).copied().chain([self.points.len()]);
        let runs = starts.iter().zip(ends).filter_map(|(start, end)| self.points.get(*start..end));
        runs.max_by_key(|run| run.len()).unwrap_or_default()
    }

    /// The change over the longest run, where it has two points or more.
    pub fn change(&self) -> Option<Change> {
        match self.longest_run() {
            [first, .., last] => Some(Change::between(&first.observation, &last.observation)),
            _ => None,
        }
    }

    /// Neighbouring points without a change of method between them, of which the later one is certainly lower.
    pub fn falls(&self) -> impl Iterator<Item = (&Point, &Point)> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs.filter(|(before, after)| {
            let (before, now) = (before.observation.value.interval(), after.observation.value.interval());
            after.join != Join::None && before.certainly_above(now)
        })
    }

    /// The points after the longest run: counted in another way.
    pub fn after_run(&self) -> &[Point] {
        let after =
            self.longest_run().last().and_then(|last| self.points.iter().position(|point| std::ptr::eq(point, last)));
        after.and_then(|index| self.points.get(index + 1..)).unwrap_or_default()
    }

    /// The denominators of the points, each size once, in time order.
    pub fn denominators(&self) -> Vec<&Denominator> {
        let mut found: Vec<&Denominator> = Vec::new();
        for denominator in self.points.iter().filter_map(|point| point.denominator.as_ref()) {
            if !found.iter().any(|known| known.amount == denominator.amount) {
                found.push(denominator);
            }
        }
        found
    }

    /// Points and targets in time order, each with its alternatives.
    pub fn in_time_order(&self) -> Vec<(&Observation, &[Observation])> {
        let points = self.points.iter().map(|point| (&point.observation, point.alternatives.as_slice()));
        let targets = self.targets.iter().map(|target| (target, [].as_slice()));
        let mut all: Vec<(&Observation, &[Observation])> = points.chain(targets).collect();
        sort_by(&mut all, |(a, _), (b, _)| a.span.twice_middle().cmp(&b.span.twice_middle()));
        all
    }

    /// The largest bound of any point or target, in steps; at least 1.
    pub fn largest(&self) -> u32 {
        let values = self.points.iter().map(|point| &point.observation).chain(&self.targets);
        let bounds = values.map(|o| o.value.interval()).map(|interval| interval.high().unwrap_or(interval.low()));
        bounds.max().unwrap_or(1).max(1)
    }

    /// The sources of points and targets, each once, in time order.
    pub fn sources(&self) -> Vec<Arc<Source>> {
        let mut sources: Vec<Arc<Source>> = Vec::new();
        for o in self.points.iter().map(|point| &point.observation).chain(&self.targets) {
            if !sources.iter().any(|source| source.id == o.source.id) {
                sources.push(o.source.clone());
            }
        }
        sources
    }
}

/// The growth of a measure; the error says why it cannot be shown.
pub(super) fn growth(data: Known<'_>, question: &Question) -> Result<Growth, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else {
        return Err(Nothing { measure: None, why: Why::Unknown, periods: Vec::new() });
    };
    let nothing = |why| Nothing { measure: Some(measure.clone()), why, periods: Vec::new() };
    if !View::Growth.can_show(&measure) {
        return Err(nothing(Why::NotInView(View::Growth)));
    }
    let has = |place: &Arc<Place>| data.figures(&measure).any(|o| o.place.code == place.code);
    let places: Vec<Arc<Place>> = data.places.iter().filter(|place| has(place)).cloned().collect();
    let place = match (places.iter().find(|place| place.code == question.focus()), places.as_slice()) {
        (Some(place), _) => place.clone(),
        (None, []) => return Err(nothing(Why::NoFigures)),
        (None, [only]) => only.clone(),
        (None, _) => match data.place(question.focus()) {
            Some(focus) => return Err(nothing(Why::NoneForPlace(focus.clone(), places))),
            None => return Err(nothing(Why::NoFigures)),
        },
    };
    let breaks: Vec<Break> = data.breaks.iter().filter(|found| found.measure.id == measure.id).cloned().collect();
    let points = points(data, &measure, &place, &breaks);
    let targets = targets(data, &measure, &place);
    let Some(span) = years(points.iter().map(|point| &point.observation).chain(&targets)) else {
        return Err(nothing(Why::NoFigures));
    };
    Ok(Growth {
        events: events(data, &measure, &place, span),
        breaks: breaks.into_iter().filter(|found| span.from() < found.date && found.date <= span.to()).collect(),
        focus: question.focus(),
        measure,
        place,
        places,
        points,
        targets,
        span,
    })
}

/// The points in time order. A figure that speaks of the same time as a preferred one is no point of its own but an
/// alternative of the point nearest to its middle.
fn points(data: Known<'_>, measure: &Measure, place: &Place, breaks: &[Break]) -> Vec<Point> {
    let mut figures: Vec<&Observation> = data.figures(measure).filter(|o| o.place.code == place.code).collect();
    sort_by(&mut figures, |a, b| a.prefer(b));
    let mut points: Vec<Point> = Vec::new();
    for figure in figures {
        let distance = |point: &Point| (point.observation.span.twice_middle() - figure.span.twice_middle()).abs();
        let same_time = points.iter_mut().filter(|point| point.observation.span.is_same_time(figure.span));
        match same_time.min_by_key(|point| distance(point)) {
            Some(point) => point.alternatives.push(figure.clone()),
            None => points.push(Point {
                observation: figure.clone(),
                alternatives: Vec::new(),
                denominator: denominator(data, measure, figure.span),
                join: Join::None,
            }),
        }
    }
    let when = |point: &Point| (point.observation.span.twice_middle(), point.observation.span.days());
    sort_by(&mut points, |a, b| when(a).cmp(&when(b)));
    let joins: Vec<Join> =
        points.iter().zip(points.iter().skip(1)).map(|(a, b)| join(&a.observation, &b.observation, breaks)).collect();
    for (point, join) in points.iter_mut().skip(1).zip(joins) {
        point.join = join;
    }
    points
}

fn join(before: &Observation, after: &Observation, breaks: &[Break]) -> Join {
    if breaks.iter().any(|found| before.span.to() < found.date && found.date <= after.span.to()) {
        Join::None
    } else if after.span.from().days() - before.span.to().days() <= SHORT_GAP
        && before.value.interval().is_exact()
        && after.value.interval().is_exact()
    {
        Join::Solid
    } else {
        Join::Dashed
    }
}

/// The targets for the measure: figures of the target measures of its family at the same place.
fn targets(data: Known<'_>, measure: &Measure, place: &Place) -> Vec<Observation> {
    let family = |m: &&Arc<Measure>| m.target && m.family == measure.family;
    let measures = data.measures.iter().filter(family);
    let mut targets: Vec<Observation> =
        measures.flat_map(|m| data.figures(m)).filter(|o| o.place.code == place.code).cloned().collect();
    sort_by(&mut targets, |a, b| a.span.twice_middle().cmp(&b.span.twice_middle()));
    targets
}

/// The whole years that hold all observations.
fn years<'a>(observations: impl Iterator<Item = &'a Observation> + Clone) -> Option<DateSpan> {
    let first = observations.clone().map(|o| o.span.from()).min()?;
    let last = observations.map(|o| o.span.to()).max()?;
    DateSpan::new(Date::new(first.year(), 1, 1).ok()?, Date::new(last.year(), 12, 31).ok()?).ok()
}

/// Events of the place and, unless the measure is about one portal, of Germany.
fn events(data: Known<'_>, measure: &Measure, place: &Place, span: DateSpan) -> Vec<Event> {
    let here =
        |event: &&Event| event.place == place.code || (event.place == PlaceCode::De && measure.per != Per::Portal);
    let mut events: Vec<Event> = data.events.iter().filter(here).filter(|e| e.span.within(span)).cloned().collect();
    sort_by(&mut events, |a, b| a.span.twice_middle().cmp(&b.span.twice_middle()));
    events
}
