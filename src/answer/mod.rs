//! Data and question → answer, or why there is none. Every figure on a screen, in a table, sentence, file or image
//! comes out of one answer.

mod denominator;
mod growth;
mod periods;
mod pick;
mod rank;
mod ranking;

pub use denominator::{Denominator, denominator};
pub use growth::{Change, Growth, Join, Point};
pub use periods::{Coverage, PeriodOption, period_options};
pub use pick::Figure;
pub use rank::{RankInterval, ranks};
pub use ranking::{Ranking, Reference, Row};

use crate::data::{Dataset, Measure, Place};
use crate::question::{Question, View};
use std::sync::Arc;

/// What can be shown for a question.
#[allow(clippy::large_enum_variant)] // there is one answer at a time
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Bars by state.
    Ranking(Ranking),
    /// Points over time.
    Growth(Growth),
    /// Nothing, and why.
    Nothing(Nothing),
}

/// Why nothing can be shown, and what can be shown instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// The measure that was asked for, where the data has it.
    pub measure: Option<Arc<Measure>>,
    /// Why.
    pub why: Why,
    /// Periods that have figures.
    pub periods: Vec<PeriodOption>,
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
    NoneForPlace(Arc<Place>, Vec<Arc<Place>>),
}

/// The answer to a question. `asof` is part of the question and is applied here.
pub fn answer(data: &Dataset, question: &Question) -> Answer {
    let known = data.known(question.asof);
    let result = match question.view {
        View::Ranking => ranking::ranking(known, question).map(Answer::Ranking),
        View::Growth => growth::growth(known, question).map(Answer::Growth),
    };
    result.unwrap_or_else(Answer::Nothing)
}
