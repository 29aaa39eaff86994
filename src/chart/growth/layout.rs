//! Where things stand in the picture of a growth.

use crate::answer::{Figure, Growth, Series, SeriesRole};
use crate::chart::glyph::placed;
use crate::chart::scale::Extent;
use crate::chart::{Role, Width, whole};
use crate::data::{Event, Link, Qualifier, Value};
use crate::words::{self, GrowthWords};
use plotters_backend::BackendCoord;
use std::ops::Range;

/// Height of the plot without its axes.
const PLOT: i32 = 250;
/// Height of the axis below.
pub(super) const AXIS: i32 = 28;
/// Height of a lane of event numbers.
pub(super) const LANE: i32 = 24;
/// Radius of an event's circle.
pub(super) const EVENT: i32 = 10;
/// Space for a value above the highest point.
pub(super) const HEAD: i32 = 22;

/// Where things stand.
pub(super) struct Layout {
    pub width: Width,
    pub left: i32,
    pub right: i32,
    pub top: i32,
    pub bottom: i32,
    pub days: Extent,
    pub amounts: Extent,
    pub ticks: Vec<i32>,
    /// For each event its first, middle and last place, and its lane.
    pub events: Vec<([i32; 3], i32)>,
}

impl Layout {
    pub fn of(words: GrowthWords<'_>, width: Width) -> Self {
        let growth = words.growth;
        let unit = growth.unit;
        let (amounts, ticks) = Extent::of_amounts(growth.largest(), unit.steps(), 4);
        let label = |tick: &i32| Role::Tick.width_of(&words::amount(tick.unsigned_abs(), unit, words.lang));
        let left = ticks.iter().map(label).max().unwrap_or_default() + 10;
        // Names of lines stand at their ends where there is room, else in the key.
        let names = named(growth, width).map(|series| Role::SeriesText1.width_of(&words.end_label(series)));
        let right = width.units() - names.max().map_or(16, |names| names + names / 8 + 14);
        let days = Extent::of_half_days(growth.span);
        let mut layout = Self { width, left, right, top: 0, bottom: 0, days, amounts, ticks, events: Vec::new() };
        layout.events = layout.lanes(&growth.events);
        let lanes = layout.events.iter().map(|(_, lane)| lane + 1).max().unwrap_or_default();
        layout.top = lanes * LANE + HEAD;
        layout.bottom = layout.top + PLOT;
        layout
    }

    /// The parts of the picture on which the axes lie.
    pub fn units(&self) -> (Range<i32>, Range<i32>) {
        (self.left..self.right, self.bottom..self.top)
    }

    /// The place of half a day and an amount.
    pub fn position(&self, point: (i32, i32)) -> BackendCoord {
        placed((self.days, self.amounts), self.units(), point)
    }

    /// The horizontal place of half a day.
    pub fn x(&self, half_day: i32) -> i32 {
        self.position((half_day, 0)).0
    }

    /// The vertical place of an amount.
    pub fn y(&self, amount: i32) -> i32 {
        self.position((self.days.from(), amount)).1
    }

    /// Event numbers that would touch move down a lane.
    fn lanes(&self, events: &[Link<Event>]) -> Vec<([i32; 3], i32)> {
        let mut ends: Vec<i32> = Vec::new();
        let mut places = Vec::new();
        for event in events {
            let x = self.x(event.span.twice_middle());
            let (first, last) = (self.x(2 * event.span.from().days()), self.x(2 * event.span.to().days()));
            let (left, right) = (first.min(x - EVENT), last.max(x + EVENT));
            let lane = ends.iter().position(|end| *end + 4 <= left).unwrap_or(ends.len());
            match ends.get_mut(lane) {
                Some(end) => *end = right,
                None => ends.push(right),
            }
            places.push(([first, x, last], i32::try_from(lane).unwrap_or_default()));
        }
        places
    }
}

/// The lines whose names stand at their ends.
pub(super) fn named(growth: &Growth, width: Width) -> impl Iterator<Item = &Series> {
    let told = |series: &&Series| growth.series.len() > 1 && series.role != SeriesRole::Context;
    growth.series.iter().filter(told).filter(move |_| width != Width::Narrow)
}

/// The amount at which a value stands: what is printed; for bounds the possible amount that is nearest to it.
pub(super) fn anchor(value: Value) -> i32 {
    let interval = value.interval();
    let steps = match value.qualifier() {
        Qualifier::Between => interval.low() + interval.high().map_or(0, |high| (high - interval.low()) / 2),
        Qualifier::MoreThan => interval.low(),
        _ => value.amount().steps(),
    };
    whole(steps)
}

/// First day at the lower bound, middle at the place of the value, last day at the upper bound.
pub(super) fn corners(figure: &Figure) -> [(i32, i32); 3] {
    let (interval, span) = (figure.value.interval(), figure.observation.span);
    if let Some(due) = figure.observation.due {
        // A target stands where it was due; a line leads there from where it was stated.
        let at = |half_day: i32| (half_day, anchor(figure.value));
        return [at(span.twice_middle()), at(2 * due.days()), at(2 * due.days())];
    }
    let (low, high) = (whole(interval.low()), whole(interval.high().unwrap_or(interval.low())));
    [(2 * span.from().days(), low), (span.twice_middle(), anchor(figure.value)), (2 * (span.to().days() + 1), high)]
}
