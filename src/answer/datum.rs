//! One figure in a picture, or its absence; and which of several published figures is shown.

use super::{Change, Denominator, FEWEST_RANKED, RankInterval, at_bottom, at_top, denominator, ranks};
use crate::data::{
    Area, DateSpan, Interval, Known, Link, Measure, Month, Observation, Place, Source, Unit, Value, sort_by,
};
use crate::question::Quantity;

/// One figure in a picture, or its absence ("keine Angabe").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datum {
    /// Unique in its answer; stays with its meaning from one answer to the next.
    pub key: String,
    /// Where.
    pub place: Link<Place>,
    /// What was counted.
    pub measure: Link<Measure>,
    /// In which service area; none is all of them together.
    pub area: Option<Link<Area>>,
    /// The figure; none is "keine Angabe".
    pub figure: Option<Figure>,
}

/// The figure of a datum: the preferred observation, the others, how it is shown, its rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The observation that is charted.
    pub observation: Link<Observation>,
    /// Other observations of the same time, in order of preference.
    pub alternatives: Vec<Link<Observation>>,
    /// The value as shown: as published, as a share of the catalogue, or as an index.
    pub value: Value,
    /// The unit of [`Figure::value`].
    pub unit: Unit,
    /// Of how many at its date.
    pub denominator: Option<Denominator>,
    /// The rank among the states with a figure, where states are ranked.
    pub rank: Option<RankInterval>,
}

impl Figure {
    /// A published figure as it stands.
    pub(super) fn of(observation: Link<Observation>, alternatives: Vec<Link<Observation>>) -> Self {
        let (value, unit) = (observation.value, observation.measure.unit);
        Self { observation, alternatives, value, unit, denominator: None, rank: None }
    }

    /// Alternatives with another value than the charted one: conflicts, which stay visible.
    pub fn conflicts(&self) -> impl Iterator<Item = &Link<Observation>> {
        self.alternatives.iter().filter(|other| other.value != self.observation.value)
    }

    /// What the figure is ranked by: its amounts, or, as a share, its parts in ten million of its own denominator, so that
    /// rounding makes no ties.
    fn ranked_by(&self, shown: Quantity) -> Interval {
        let published = self.observation.value.interval();
        let of = match (shown, &self.denominator) {
            (Quantity::Share, Some(found)) => u64::from(found.amount.steps().max(1)),
            _ => return published,
        };
        let part = |steps: u32| u32::try_from(u64::from(steps) * 10_000_000 / of).unwrap_or(u32::MAX);
        Interval::new(part(published.low()), published.high().map(part)).unwrap_or(published)
    }

    /// Shows the figure as a share of its denominator; false where it has none, or is no count.
    pub(super) fn share(&mut self) -> bool {
        match (&self.denominator, self.unit) {
            (Some(found), Unit::Count) => {
                self.value = self.observation.value.per_hundred(found.amount.steps());
                self.unit = Unit::Percent;
                true
            }
            _ => false,
        }
    }
}

/// The `data-*` attributes that the mark and the table row of a datum carry, for tests and other programs: part of the
/// page's contract. Numbers are written as in the data package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// ISO 3166-2 code of the place.
    pub place: &'static str,
    /// Id of the service area, where it is not all of them together.
    pub area: Option<String>,
    /// The value; `None` is "keine Angabe".
    pub value: Option<String>,
    /// How exact it is.
    pub qualifier: Option<&'static str>,
    /// The lower bound, where the value is not exact.
    pub low: Option<String>,
    /// The upper bound, where the value is not exact and has one.
    pub high: Option<String>,
    /// The best rank, where states are ranked.
    pub rank_best: Option<String>,
    /// The worst rank, where states are ranked.
    pub rank_worst: Option<String>,
}

impl Attributes {
    /// Names and values of those that are there.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let Self { place, area, value, qualifier, low, high, rank_best, rank_worst } = self;
        let pairs = [
            ("data-place", Some(*place)),
            ("data-area", area.as_deref()),
            ("data-value", value.as_deref()),
            ("data-qualifier", *qualifier),
            ("data-low", low.as_deref()),
            ("data-high", high.as_deref()),
            ("data-rank-best", rank_best.as_deref()),
            ("data-rank-worst", rank_worst.as_deref()),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }
}

impl Datum {
    /// What its mark and its table row carry.
    pub fn attributes(&self) -> Attributes {
        let mut own = Attributes {
            place: self.place.code.iso(),
            area: self.area.as_ref().map(|area| area.id.clone()),
            ..Attributes::default()
        };
        if let Some(Figure { value, unit, rank, .. }) = &self.figure {
            own.value = Some(unit.write(value.amount()));
            own.qualifier = Some(value.qualifier().name());
            let bounds = Some(value.interval()).filter(|interval| !interval.is_exact());
            own.low = bounds.map(|bounds| unit.write_steps(bounds.low()));
            own.high = bounds.and_then(|bounds| Some(unit.write_steps(bounds.high()?)));
            own.rank_best = rank.map(|rank| rank.best.to_string());
            own.rank_worst = rank.map(|rank| rank.worst.to_string());
        }
        own
    }

    /// The bounds of the value as shown.
    pub fn interval(&self) -> Option<Interval> {
        self.figure.as_ref().map(|figure| figure.value.interval())
    }

    /// The largest bound of the value as shown, in steps.
    pub fn largest(&self) -> u32 {
        self.interval().map_or(0, |interval| interval.high().unwrap_or(interval.low()))
    }
}

/// Five classes or fewer of one round width that hold all amounts of the data: from (included) and to (excluded), in steps.
pub(super) fn classes(list: &[&Datum], unit: Unit) -> Vec<(u32, u32)> {
    let intervals: Vec<Interval> = list.iter().filter_map(|datum| datum.interval()).collect();
    let (Some(least), Some(most)) = (
        intervals.iter().map(|interval| interval.low()).min(),
        intervals.iter().map(|interval| interval.high().unwrap_or(interval.low())).max(),
    ) else {
        return Vec::new();
    };
    let steps = unit.steps();
    let (least_units, most_units) = (least / steps, most / steps);
    let widths =
        (0..8_u32).flat_map(|power| [10, 20, 25, 30, 40, 50].map(|digits| (digits * 10_u32.pow(power)).div_ceil(10)));
    let fits = |width: &u32| most_units / width < least_units / width + 5;
    let Some(width) = widths.into_iter().find(fits) else { return Vec::new() };
    let width = width * steps;
    let first = least / width;
    (first..=most / width).map(|class| (class * width, (class + 1) * width)).collect()
}

/// The preferred one of the observations that answer the month, and the others in order of preference.
pub(super) fn pick<'a>(
    observations: impl Iterator<Item = &'a Link<Observation>>,
    month: Month,
) -> Option<(Link<Observation>, Vec<Link<Observation>>)> {
    let mut answers: Vec<&Link<Observation>> = observations.filter(|o| o.answers(month)).collect();
    sort_by(&mut answers, |a, b| a.prefer_in(b, month));
    let mut answers = answers.into_iter().cloned();
    answers.next().map(|first| (first, answers.collect()))
}

/// A place with the preferred figure of the first of the months that has one, in its denominator.
pub(super) fn datum(
    data: Known<'_>,
    measure: &Link<Measure>,
    area: Option<&Link<Area>>,
    place: &Link<Place>,
    months: &[Month],
) -> Datum {
    let own = || data.figures_in(measure, area.map(AsRef::as_ref)).filter(|o| o.place.code == place.code);
    let found = months.iter().find_map(|month| Some((*month, pick(own(), *month)?)));
    let figure = found.map(|(month, (observation, alternatives))| Figure {
        denominator: denominator(data, measure, area.map(AsRef::as_ref), month.span()),
        ..Figure::of(observation, alternatives)
    });
    Datum { key: place.code.slug(), place: place.clone(), measure: measure.clone(), area: area.cloned(), figure }
}

/// Gives each figure its rank among all of them, where there are enough of them.
pub(super) fn set_ranks(list: &mut [Datum], shown: Quantity) {
    let figures = || list.iter().filter_map(|datum| datum.figure.as_ref());
    let intervals: Vec<Interval> = figures().map(|figure| figure.ranked_by(shown)).collect();
    if intervals.len() < FEWEST_RANKED {
        return;
    }
    let found = ranks(&intervals);
    for (figure, rank) in list.iter_mut().filter_map(|datum| datum.figure.as_mut()).zip(found) {
        figure.rank = Some(rank);
    }
}

/// The data that certainly share the top and those that certainly share the bottom; empty where it is not known.
pub(super) fn extremes<'a>(list: &[&'a Datum], shown: Quantity) -> [Vec<&'a Datum>; 2] {
    let with: Vec<(&Datum, Change)> =
        list.iter().filter_map(|datum| Some((*datum, datum.figure.as_ref()?.ranked_by(shown).into()))).collect();
    let ranges: Vec<Change> = with.iter().map(|(_, range)| *range).collect();
    let at = |index: usize| with.get(index).map(|(datum, _)| *datum);
    [at_top(&ranges), at_bottom(&ranges)].map(|ends| ends.into_iter().filter_map(at).collect())
}

/// The denominators of data, each size once, in their order.
pub(super) fn denominators<'a>(list: &[&'a Datum]) -> Vec<&'a Denominator> {
    let mut found: Vec<&Denominator> = Vec::new();
    for denominator in list.iter().filter_map(|datum| datum.figure.as_ref()?.denominator.as_ref()) {
        if !found.iter().any(|known| known.amount == denominator.amount) {
            found.push(denominator);
        }
    }
    found
}

/// The sources of data, each once, the one with most figures first.
pub(super) fn sources(list: &[&Datum]) -> Vec<Link<Source>> {
    let mut counted: Vec<(usize, &Link<Source>)> = Vec::new();
    for o in list.iter().filter_map(|datum| datum.figure.as_ref()).map(|figure| &figure.observation) {
        match counted.iter_mut().find(|(_, source)| source.id == o.source.id) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, &o.source)),
        }
    }
    sort_by(&mut counted, |a, b| b.0.cmp(&a.0));
    counted.into_iter().map(|(_, source)| source.clone()).collect()
}

/// The days of all figures, of targets those at which they were due too.
pub(super) fn span_of(list: &[&Datum]) -> Option<DateSpan> {
    let figures = || list.iter().filter_map(|datum| datum.figure.as_ref());
    let spans = || figures().flat_map(|figure| [figure.observation.span, figure.observation.drawn()]);
    DateSpan::new(spans().map(DateSpan::from).min()?, spans().map(DateSpan::to).max()?).ok()
}
