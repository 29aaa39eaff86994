//! Data and question → answer, or why there is none. Every figure on a screen, in a table, sentence, file or image
//! comes out of one answer.

mod areas;
mod datum;
mod denominator;
mod growth;
mod pairs;
mod periods;
mod profile;
mod rank;
mod ranking;
mod series;

pub use areas::{AreaRow, Areas};
pub use datum::{Attributes, Datum, Figure};
pub use denominator::{Denominator, denominator};
pub use growth::{Change, Growth, Join, MOST_CHOSEN, Pace, Point, Series, SeriesRole};
pub use pairs::{End, Pair, Pairs};
pub use periods::{Coverage, PeriodOption, period_options};
pub use profile::{Facets, Profile, standings};
pub use rank::{FEWEST_RANKED, RankInterval, at_bottom, at_top, ranks};
pub use ranking::{Line, LineKind, Ranking, Since};

use crate::data::{Area, Break, Dataset, Link, Measure, Month, Place, PlaceCode, Source};
use crate::question::{Facet, Group, Question, View};

/// What can be shown for a question.
#[allow(clippy::large_enum_variant)] // there is one answer at a time
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The states by one measure: bars, or a map.
    Ranking(Ranking),
    /// The counts that look alike side by side.
    Facets(Facets),
    /// Two figures of each state.
    Pairs(Pairs),
    /// Points over time.
    Growth(Growth),
    /// Figures by service area.
    Areas(Areas),
    /// Everything about one state.
    Profile(Profile),
    /// Nothing, and why.
    Nothing(Nothing),
}

/// Which part of the states an answer is about, by the reader's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Whether the reader chose states one by one.
    pub is_chosen: bool,
    /// The group of states.
    pub group: Group,
}

impl Selection {
    pub(crate) fn of(question: &Question) -> Self {
        Self { is_chosen: question.places.is_some(), group: question.group }
    }
}

/// Why nothing can be shown, and what can be shown instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// The measure that was asked for, where the data has it.
    pub measure: Option<Link<Measure>>,
    /// Why.
    pub why: Why,
    /// Times that have figures.
    pub periods: Vec<PeriodOption>,
}

impl Nothing {
    fn of(measure: Option<Link<Measure>>, why: Why) -> Self {
        Self { measure, why, periods: Vec::new() }
    }
}

/// The reason for an empty answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The data set has no such measure.
    Unknown,
    /// The view cannot show the measure: it would rank what is not comparable, or show a target without its count.
    NotInView(View),
    /// There was no figure of the measure on the day that was asked for (`asof`), or there is none at all.
    NoFigures,
    /// No state has a figure in this period.
    NoneInPeriod,
    /// This place has no figure; these have.
    NoneForPlace(Link<Place>, Vec<Link<Place>>),
    /// The selection leaves no state.
    NoPlaces,
    /// No service area is selected.
    NoAreas,
    /// The measure has no figures in this service area.
    NoneInArea(Link<Area>),
    /// What was counted may lie in several of the service areas: a sum would count it twice.
    SeveralAreas,
    /// There is no catalogue size for the dates of these figures.
    NoShare,
    /// The first figure is not exact, so that nothing can be 100.
    NoIndex,
    /// There is no earlier month to compare this one with.
    NothingBefore(Month),
    /// The method changed in between.
    Break(Link<Break>),
}

impl Answer {
    /// All data of the answer in reading order: what the marks of the picture, the rows of the table and the records of
    /// the files stand for.
    pub fn data(&self) -> Vec<&Datum> {
        match self {
            Self::Ranking(found) => found.data(),
            Self::Facets(found) => found.data(),
            Self::Pairs(found) => found.data(),
            Self::Growth(found) => found.data(),
            Self::Areas(found) => found.data(),
            Self::Profile(found) => found.data(),
            Self::Nothing(_) => Vec::new(),
        }
    }

    /// The datum with this key.
    pub fn datum(&self, key: &str) -> Option<&Datum> {
        self.data().into_iter().find(|datum| datum.key == key)
    }

    /// The datum of a state that is looked for first: over time its newest count.
    pub fn own(&self, place: PlaceCode) -> Option<&Datum> {
        let mut data = self.data();
        if matches!(self, Self::Growth(_)) {
            data.reverse();
        }
        data.into_iter().find(|datum| datum.place.code == place && !datum.measure.target)
    }

    /// Whether a datum is the reader's own: that of the state in focus, where states stand side by side.
    pub fn is_mine(&self, datum: &Datum) -> bool {
        let focus = match self {
            Self::Ranking(found) => Some(found.focus),
            Self::Facets(found) => found.panels.first().map(|panel| panel.focus),
            Self::Pairs(found) => Some(found.focus),
            Self::Areas(found) => Some(found.focus),
            _ => None,
        };
        focus == Some(datum.place.code)
    }

    /// The measure that the answer is about, where it is one.
    pub fn measure(&self) -> Option<&Link<Measure>> {
        match self {
            Self::Ranking(found) => Some(&found.measure),
            Self::Pairs(found) => found.ends.first().map(|end| &end.measure),
            Self::Growth(found) => Some(&found.measure),
            Self::Areas(found) => Some(&found.measure),
            Self::Nothing(found) => found.measure.as_ref(),
            Self::Facets(_) | Self::Profile(_) => None,
        }
    }

    /// The times that can be chosen.
    pub fn periods(&self) -> &[PeriodOption] {
        match self {
            Self::Ranking(found) => &found.periods,
            Self::Facets(found) => found.panels.first().map(|panel| panel.periods.as_slice()).unwrap_or_default(),
            Self::Pairs(found) => &found.periods,
            Self::Nothing(found) => &found.periods,
            Self::Growth(_) | Self::Areas(_) | Self::Profile(_) => &[],
        }
    }

    /// The sources of the figures, each once, the one with most figures first.
    pub fn sources(&self) -> Vec<Link<Source>> {
        let mut data = self.data();
        if let Self::Ranking(Ranking { since: Some(since), .. }) = self {
            data.extend(&since.before);
        }
        datum::sources(&data)
    }

    /// The denominators of the figures, each size once.
    pub fn denominators(&self) -> Vec<&Denominator> {
        match self {
            Self::Growth(found) => found.denominators(),
            _ => datum::denominators(&self.data()),
        }
    }
}

/// The answer to a question. `asof` is part of the question and is applied here; its language orders names. Several service
/// areas are counted as one, where the measure can be added up.
pub fn answer(data: &Dataset, question: &Question) -> Answer {
    let known = data.known(question.asof);
    let parts: Vec<Link<Area>> = question.areas.iter().filter_map(|id| data.area(id)).cloned().collect();
    let is_one = parts.len() < 2 || question.view == View::Areas;
    if !is_one && question.measure(data).is_some_and(|measure| measure.adds_up()) {
        let (joined, id) = known.together(&parts);
        return answer(&joined, &Question { areas: vec![id], ..question.clone() });
    }
    let result = match (question.view, question.facet) {
        (View::Ranking, Facet::Measure) => profile::facets(known, question).map(Answer::Facets),
        (View::Ranking | View::Map, _) => profile::ranked(known, question).map(Answer::Ranking),
        (View::Range, _) => pairs::range(known, question).map(Answer::Pairs),
        (View::Change, _) => pairs::change(known, question).map(Answer::Pairs),
        (View::Growth, _) => series::growth(known, question).map(Answer::Growth),
        (View::Areas, _) => areas::areas(known, question).map(Answer::Areas),
        (View::Profile, _) => profile::profile(known, question).map(Answer::Profile),
    };
    result.unwrap_or_else(Answer::Nothing)
}
