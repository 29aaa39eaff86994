//! Makes a growth: its lines, targets, events.

use super::datum::{Datum, Figure};
use super::growth::{Growth, Join, MOST_CHOSEN, Point, Series, SeriesRole};
use super::periods::month_of;
use super::ranking::{is_share, one_area};
use super::{Nothing, Why, denominator, period_options};
use crate::data::{
    Amount, Area, Break, Date, DateSpan, Event, Known, Link, Measure, Month, Observation, Per, Place, PlaceCode, Unit,
    sort_by,
};
use crate::question::{Moment, Quantity, Question, Scale, View};

/// Longest gap, in days, over which two figures are joined by a solid line: a quarter.
const SHORT_GAP: i32 = 92;

/// The growth of a measure; the error says why it cannot be shown.
pub(super) fn growth(data: Known<'_>, question: &Question) -> Result<Growth, Nothing> {
    let Some(measure) = question.measure(&data).cloned() else { return Err(Nothing::of(None, Why::Unknown)) };
    let nothing = |why| Nothing::of(Some(measure.clone()), why);
    if !View::Growth.can_show(&measure, data) {
        return Err(nothing(Why::NotInView(View::Growth)));
    }
    let area = one_area(data, question).map_err(nothing)?;
    let has = |place: &Link<Place>| data.figures_in(&measure, area.as_deref()).any(|o| o.place.code == place.code);
    let places: Vec<Link<Place>> = data.places.iter().filter(|place| has(place)).cloned().collect();
    let no_figures = || nothing(area.clone().map_or(Why::NoFigures, Why::NoneInArea));
    let place = match (places.iter().find(|place| place.code == question.focus()), places.as_slice()) {
        (Some(place), _) => place,
        (None, []) => return Err(no_figures()),
        (None, [only]) => only,
        (None, _) => match data.place(question.focus()) {
            Some(focus) => return Err(nothing(Why::NoneForPlace(focus.clone(), places))),
            None => return Err(no_figures()),
        },
    };
    let breaks: Vec<Link<Break>> = data.breaks.iter().filter(|found| found.measure.id == measure.id).cloned().collect();
    let window = window(data, question, &measure, area.as_deref());
    let maker = Maker { data, question, measure: &measure, area: area.as_ref(), breaks: &breaks, window };
    let main = maker.series(place, SeriesRole::Focus).map_err(nothing)?;
    let mut series = vec![main];
    if measure.per == Per::State {
        let mut chosen = 0;
        for other in places.iter().filter(|other| other.code != place.code && question.shows(other.code)) {
            let role = match (&question.places, chosen) {
                (Some(_), count @ 0..MOST_CHOSEN) => SeriesRole::Chosen(count),
                _ => SeriesRole::Context,
            };
            // A line that cannot be shown in this unit or time is left out; the first one says why.
            if let Ok(line) = maker.series(other, role) {
                chosen += 1;
                series.push(line);
            }
        }
    }
    let targets = match (question.unit, question.scale) {
        (Quantity::Count, Scale::Count) => targets(data, &measure, place, window),
        _ => Vec::new(),
    };
    let all: Vec<&Datum> = series.iter().flat_map(Series::data).chain(&targets).collect();
    let Some(span) = years(&all).map(|years| limited(years, &all, window)) else { return Err(no_figures()) };
    let unit =
        series.first().and_then(|line| line.points.first()?.datum.figure.as_ref()).map_or(measure.unit, |f| f.unit);
    Ok(Growth {
        otherwise: otherwise(data, &measure, &series),
        events: events(data, &measure, place, span),
        breaks: breaks.into_iter().filter(|found| span.from() < found.date && found.date <= span.to()).collect(),
        focus: question.focus(),
        scale: question.scale,
        unit,
        measure,
        area,
        series,
        places,
        targets,
        span,
    })
}

/// The time to which a question limits a growth; none is all of it.
fn window(data: Known<'_>, question: &Question, measure: &Measure, area: Option<&Area>) -> Option<DateSpan> {
    let periods = period_options(data, measure, area);
    let day = |month: Month| (month.span().from(), month.span().to());
    // Without a figure of a state there are no months to choose from: the earliest and the latest are then all of time.
    let first = question.period.start().and_then(|start| month_of(&periods, start)).map(|month| day(month).0);
    let end = question.period.end().filter(|end| *end != Moment::Earliest);
    let last = end.and_then(|end| month_of(&periods, end)).map(|month| day(month).1);
    if first.is_none() && last.is_none() {
        return None;
    }
    DateSpan::new(first.or(Date::new(1990, 1, 1).ok())?, last.or(Date::new(2100, 12, 31).ok())?).ok()
}

/// The time of a picture that the question limits: from the limits on, but never without a figure that reaches over them.
fn limited(years: DateSpan, all: &[&Datum], window: Option<DateSpan>) -> DateSpan {
    let found = window.zip(super::datum::span_of(all)).and_then(|(window, own)| {
        let from = years.from().max(window.from()).min(own.from());
        DateSpan::new(from, years.to().min(window.to()).max(own.to())).ok()
    });
    found.unwrap_or(years)
}

/// What all lines of a growth share.
struct Maker<'a> {
    data: Known<'a>,
    question: &'a Question,
    measure: &'a Link<Measure>,
    area: Option<&'a Link<Area>>,
    breaks: &'a [Link<Break>],
    window: Option<DateSpan>,
}

impl Maker<'_> {
    /// The line of a place, with its points in the unit asked for.
    fn series(&self, place: &Link<Place>, role: SeriesRole) -> Result<Series, Why> {
        let mut points = self.points(place);
        if points.is_empty() {
            return Err(Why::NoneInPeriod);
        }
        if self.question.scale == Scale::Index {
            index(&mut points).ok_or(Why::NoIndex)?;
        } else if is_share(self.question, self.measure) {
            let shared = points.iter_mut().filter_map(|point| point.datum.figure.as_mut()).all(Figure::share);
            if !shared {
                return Err(Why::NoShare);
            }
        }
        Ok(Series { place: place.clone(), role, points })
    }

    /// The points in time order. A figure that speaks of the same time as a preferred one is no point of its own but an
    /// alternative of the point nearest to its middle.
    fn points(&self, place: &Link<Place>) -> Vec<Point> {
        let area = self.area;
        let inside = |o: &&Link<Observation>| self.window.is_none_or(|window| o.span.overlaps(window));
        let own = self
            .data
            .figures_in(self.measure, area.map(AsRef::as_ref))
            .filter(|o| o.place.code == place.code)
            .filter(inside);
        let mut figures: Vec<&Link<Observation>> = own.collect();
        sort_by(&mut figures, |a, b| a.prefer(b));
        let mut found: Vec<(&Link<Observation>, Vec<Link<Observation>>)> = Vec::new();
        for figure in figures {
            let distance = |o: &Observation| (o.span.twice_middle() - figure.span.twice_middle()).abs();
            let same_time = found.iter_mut().filter(|(o, _)| o.span.is_same_time(figure.span));
            match same_time.min_by_key(|(o, _)| distance(o)) {
                Some((_, others)) => others.push(figure.clone()),
                None => found.push((figure, Vec::new())),
            }
        }
        sort_by(&mut found, |(a, _), (b, _)| {
            let when = |o: &Observation| (o.span.twice_middle(), o.span.days());
            when(a).cmp(&when(b))
        });
        let mut before: Option<&Link<Observation>> = None;
        let mut points = Vec::new();
        for (o, others) in found {
            let figure = Figure {
                denominator: denominator(self.data, self.measure, area.map(AsRef::as_ref), o.span),
                ..Figure::of(o.clone(), others)
            };
            let datum = Datum {
                key: format!("{}-{}-{}", place.code.slug(), o.span.from(), o.span.days()),
                place: place.clone(),
                measure: self.measure.clone(),
                area: self.area.cloned(),
                figure: Some(figure),
            };
            let join = before.map_or(Join::None, |before| join(before, o, self.breaks));
            points.push(Point { datum, join });
            before = Some(o);
        }
        points
    }
}

/// Shows points as an index: the first exact one of each run is 100. None where a run has no exact start.
fn index(points: &mut [Point]) -> Option<()> {
    let mut base: Option<Amount> = None;
    for point in points {
        if point.join == Join::None {
            base = None;
        }
        let figure = point.datum.figure.as_mut()?;
        let published = figure.observation.value;
        let exact = published.interval().is_exact().then(|| published.amount()).filter(|amount| amount.steps() > 0);
        let own = base.or(exact)?;
        base = Some(own);
        figure.value = published.per_hundred(own.steps());
        figure.unit = Unit::Index;
    }
    Some(())
}

fn join(before: &Observation, after: &Observation, breaks: &[Link<Break>]) -> Join {
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
fn targets(data: Known<'_>, measure: &Measure, place: &Link<Place>, window: Option<DateSpan>) -> Vec<Datum> {
    let family = |m: &&Link<Measure>| m.target && m.family == measure.family;
    let here =
        |o: &&Link<Observation>| o.place.code == place.code && window.is_none_or(|window| o.drawn().overlaps(window));
    let found = data.measures.iter().filter(family).flat_map(|m| data.figures(m)).filter(here);
    let datum = |o: &Link<Observation>| Datum {
        key: format!("target-{}-{}", o.measure.id, o.span.from()),
        place: place.clone(),
        measure: o.measure.clone(),
        area: None,
        figure: Some(Figure::of(o.clone(), Vec::new())),
    };
    found.map(datum).collect()
}

/// The newest figure of the related measure after the last point: it would be taken for a continuation.
fn otherwise(data: Known<'_>, measure: &Measure, series: &[Series]) -> Option<Link<Observation>> {
    let main = series.first()?;
    let last = main.points.last()?.observation()?.span.to();
    let later = |o: &&Link<Observation>| o.place.code == main.place.code && o.span.from() > last;
    let found = data.figures(data.measure(&measure.related)?).filter(later);
    found.max_by_key(|o| o.span.twice_middle()).cloned()
}

/// The whole years that hold all figures.
fn years(list: &[&Datum]) -> Option<DateSpan> {
    let span = super::datum::span_of(list)?;
    DateSpan::new(Date::new(span.from().year(), 1, 1).ok()?, Date::new(span.to().year(), 12, 31).ok()?).ok()
}

/// Events of the place and, unless the measure is about one portal, of Germany.
fn events(data: Known<'_>, measure: &Measure, place: &Place, span: DateSpan) -> Vec<Link<Event>> {
    let here = |event: &&Link<Event>| {
        event.place == place.code || (event.place == PlaceCode::De && measure.per != Per::Portal)
    };
    let mut events: Vec<Link<Event>> =
        data.events.iter().filter(here).filter(|e| e.span.within(span)).cloned().collect();
    sort_by(&mut events, |a, b| a.span.twice_middle().cmp(&b.span.twice_middle()));
    events
}
