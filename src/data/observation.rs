//! A published figure, and which of several figures is preferred.

use super::{Area, Date, DateSpan, Link, Measure, Month, Place, Source, Value};
use std::cmp::Ordering;
use std::sync::Arc;

/// The longest date interval, in days, with which a figure still answers a month (a quarter).
const LONGEST_ANSWER: i32 = 92;

/// Why a published figure was superseded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The source corrected it, or it had been read wrongly.
    Correction,
    /// The thing itself changed.
    Real,
    /// The method changed.
    Method,
    /// Not known, and said so.
    Unknown,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::Correction, Self::Real, Self::Method, Self::Unknown];

    /// The name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Real => "real",
            Self::Method => "method",
            Self::Unknown => "unknown",
        }
    }

    /// The reason with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// One published figure: what was counted, where, when, by whom, and since when this data set has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// What was counted.
    pub measure: Link<Measure>,
    /// Where.
    pub place: Link<Place>,
    /// Service area; none is all areas together.
    pub area: Option<Link<Area>>,
    /// When, as an interval.
    pub span: DateSpan,
    /// The published wording of the date (German).
    pub label: Arc<str>,
    /// The same in English; empty where the calendar says it.
    pub label_en: Arc<str>,
    /// The figure.
    pub value: Value,
    /// Of a target the day by which it was to be reached, where the source names one.
    pub due: Option<Date>,
    /// Who said so.
    pub source: Link<Source>,
    /// Day on which it entered this data set.
    pub recorded: Date,
    /// Day on which it was superseded, and why.
    pub superseded: Option<(Date, Reason)>,
    /// Remark (German).
    pub note_de: Arc<str>,
    /// Remark (English).
    pub note_en: Arc<str>,
}

impl Observation {
    /// The day or days at which the figure is drawn: a target where it was to be reached, a count at its date.
    pub fn drawn(&self) -> DateSpan {
        self.due.and_then(|due| DateSpan::new(due, due).ok()).unwrap_or(self.span)
    }

    /// Whether the figure was in the data set, and valid, on that day.
    pub fn known_on(&self, day: Date) -> bool {
        self.recorded <= day && self.superseded.is_none_or(|(superseded, _)| superseded > day)
    }

    /// Whether its date is exact enough to answer any month at all.
    pub fn is_dated(&self) -> bool {
        self.span.days() <= LONGEST_ANSWER
    }

    /// Whether it answers the month: dated to at most 92 days, at least one of them in the month.
    pub fn answers(&self, month: Month) -> bool {
        self.is_dated() && self.span.overlaps(month.span())
    }

    /// Orders figures for the same place and month, the preferred one first: inside the month before overlapping
    /// it, the shorter interval, the preferred kind of source, the certainly newer publication; then, so that the
    /// order is total, the more precise value and the id of the source.
    pub fn prefer_in(&self, other: &Self, month: Month) -> Ordering {
        let outside = |o: &Self| !o.span.within(month.span());
        outside(self).cmp(&outside(other)).then_with(|| self.prefer(other))
    }

    /// Orders figures for the same place, the preferred one first, without regard to a month.
    pub fn prefer(&self, other: &Self) -> Ordering {
        let newer = |a: &Self, b: &Self| a.source.published.certainly_later(&b.source.published);
        let width = |o: &Self| {
            let interval = o.value.interval();
            interval.high().map_or(u32::MAX, |high| high - interval.low())
        };
        (self.span.days().cmp(&other.span.days()))
            .then_with(|| self.source.kind.cmp(&other.source.kind))
            .then_with(|| newer(other, self).cmp(&newer(self, other)))
            .then_with(|| width(self).cmp(&width(other)))
            .then_with(|| self.source.id.cmp(&other.source.id))
    }
}
