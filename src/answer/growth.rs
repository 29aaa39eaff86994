//! One measure over time: the reader's state or a portal in full, other states beside it.

use super::Denominator;
use super::datum::{Datum, denominators};
use crate::data::{
    Area, Break, DateSpan, Event, Interval, Link, Measure, Observation, Place, PlaceCode, Unit, sort_by,
};
use crate::question::Scale;

/// Most states that are drawn in a colour of their own beside the reader's.
pub const MOST_CHOSEN: usize = 3;

/// One measure over time: its lines, its target, the events beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// What was counted.
    pub measure: Link<Measure>,
    /// In which service area; none is all of them together.
    pub area: Option<Link<Area>>,
    /// The lines; the first one is that of the reader's state, or of the portal.
    pub series: Vec<Series>,
    /// Places that have figures of the measure.
    pub places: Vec<Link<Place>>,
    /// Published targets, which are never joined to counts.
    pub targets: Vec<Datum>,
    /// Policy events inside [`Growth::span`], in time order; their number is their position from 1.
    pub events: Vec<Link<Event>>,
    /// The newest later figure that looks like a continuation but counts otherwise.
    pub otherwise: Option<Link<Observation>>,
    /// Changes of method inside [`Growth::span`].
    pub breaks: Vec<Link<Break>>,
    /// Whole years around all points and targets.
    pub span: DateSpan,
    /// The reader's state.
    pub focus: PlaceCode,
    /// The unit of the values as shown.
    pub unit: Unit,
    /// Amounts or an index.
    pub scale: Scale,
}

/// The points of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Where.
    pub place: Link<Place>,
    /// How it is drawn.
    pub role: SeriesRole,
    /// Figures in time order.
    pub points: Vec<Point>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeriesRole {
    /// In full: the reader's state, or the portal.
    Focus,
    /// In a colour of its own, with its name; counts from 0.
    Chosen(usize),
    /// In grey, behind the others.
    Context,
}

/// One point in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The preferred figure; the others of that time are its alternatives.
    pub datum: Datum,
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

/// The change between two figures, or any amount that may be negative, in steps: from `low` to `high`; an open end has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    /// The smallest possible change.
    pub low: Option<i64>,
    /// The largest possible change.
    pub high: Option<i64>,
}

/// How fast an amount grew, by arithmetic: steps a year between the first and the last of three figures or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pace {
    /// The smallest possible pace, rounded to whole steps.
    pub low: i64,
    /// The largest possible pace.
    pub high: i64,
    /// The number of figures.
    pub figures: usize,
}

impl From<Interval> for Change {
    fn from(own: Interval) -> Self {
        Self { low: Some(own.low().into()), high: own.high().map(i64::from) }
    }
}

impl Change {
    /// Whether it certainly is a gain, or certainly is none; `None` is not known.
    pub fn is_gain(self) -> Option<bool> {
        match (self.low, self.high) {
            (Some(1..), _) => Some(true),
            (_, Some(..=0)) => Some(false),
            _ => None,
        }
    }

    /// Whether it is certain that there was a change, and in which direction: 1 is up, -1 is down, 0 is none; `None` is not
    /// known.
    pub fn direction(self) -> Option<i64> {
        match (self.low, self.high) {
            (Some(0), Some(0)) => Some(0),
            (Some(1..), _) => Some(1),
            (_, Some(..0)) => Some(-1),
            _ => None,
        }
    }

    /// The change from one interval to another.
    pub fn between(first: Interval, last: Interval) -> Self {
        Self {
            low: first.high().map(|high| i64::from(last.low()) - i64::from(high)),
            high: last.high().map(|high| i64::from(high) - i64::from(first.low())),
        }
    }
}

impl Point {
    /// The observation that is charted.
    pub fn observation(&self) -> Option<&Observation> {
        Some(&self.datum.figure.as_ref()?.observation)
    }

    /// The bounds of the value as shown.
    fn interval(&self) -> Option<Interval> {
        self.datum.interval()
    }

    fn span(&self) -> Option<DateSpan> {
        self.observation().map(|o| o.span)
    }
}

impl Series {
    /// The data of the points.
    pub fn data(&self) -> Vec<&Datum> {
        self.points.iter().map(|point| &point.datum).collect()
    }

    /// The longest run of points without a change of method in between; the later one of equals.
    pub fn longest_run(&self) -> &[Point] {
        let starts = self.points.iter().enumerate().filter(|(_, point)| point.join == Join::None);
        let starts: Vec<usize> = starts.map(|(index, _)| index).collect();
        let ends = starts.iter().skip(1).copied().chain([self.points.len()]);
        let runs = starts.iter().zip(ends).filter_map(|(start, end)| self.points.get(*start..end));
        runs.max_by_key(|run| run.len()).unwrap_or_default()
    }

    /// The change over the longest run, where it has two points or more.
    pub fn change(&self) -> Option<Change> {
        match self.longest_run() {
            [first, .., last] => Some(Change::between(first.interval()?, last.interval()?)),
            _ => None,
        }
    }

    /// The pace over the whole line, where that has three points or more, both ends are bounded, nothing fell, nor the whole, and
    /// the method did not change: else one number would hide what happened.
    pub fn pace(&self) -> Option<Pace> {
        if self.falls().next().is_some() || self.longest_run().len() < self.points.len() {
            return None;
        }
        let [first, _, .., last] = self.longest_run() else { return None };
        let change = Change::between(first.interval()?, last.interval()?);
        // Step by step nothing fell for certain; on the whole it may.
        if change.direction() == Some(-1) {
            return None;
        }
        let days = i64::from(last.span()?.twice_middle() - first.span()?.twice_middle()) / 2;
        let a_year = |steps: i64| (days > 0).then(|| (steps * 2 * 365 + days * steps.signum()) / (2 * days));
        Some(Pace { low: a_year(change.low?)?, high: a_year(change.high?)?, figures: self.longest_run().len() })
    }

    /// Neighbouring points without a change of method between them, of which the later one is certainly lower.
    pub fn falls(&self) -> impl Iterator<Item = (&Point, &Point)> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs.filter(|(before, after)| {
            let fell = before.interval().zip(after.interval()).is_some_and(|(old, now)| old.certainly_above(now));
            after.join != Join::None && fell
        })
    }

    /// The points after the longest run: counted in another way.
    pub fn after_run(&self) -> &[Point] {
        let last = self.longest_run().last();
        let after = last.and_then(|last| self.points.iter().position(|point| std::ptr::eq(point, last)));
        after.and_then(|index| self.points.get(index + 1..)).unwrap_or_default()
    }
}

impl Growth {
    /// The line that is shown in full.
    pub fn main(&self) -> Option<&Series> {
        self.series.first()
    }

    /// All data: line by line in time order, the targets among those of the first line.
    pub fn data(&self) -> Vec<&Datum> {
        let mut all: Vec<&Datum> = self.series.iter().take(1).flat_map(Series::data).collect();
        all.extend(&self.targets);
        let middle = |datum: &Datum| datum.figure.as_ref().map(|figure| figure.observation.drawn().twice_middle());
        sort_by(&mut all, |a, b| middle(a).cmp(&middle(b)));
        all.extend(self.series.iter().skip(1).flat_map(Series::data));
        all
    }

    /// The denominators of the first line, each size once, in time order.
    pub fn denominators(&self) -> Vec<&Denominator> {
        denominators(&self.main().map(Series::data).unwrap_or_default())
    }

    /// The largest bound of any point or target, in steps; at least 1.
    pub fn largest(&self) -> u32 {
        self.data().into_iter().map(Datum::largest).max().unwrap_or(1).max(1)
    }
}
