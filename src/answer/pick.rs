//! Which of several published figures is shown, and which are named beside it.

use super::RankInterval;
use crate::data::{Month, Observation, sort_by};

/// The figure of a place: the preferred observation, the others, its rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The observation that is charted.
    pub observation: Observation,
    /// Other observations that answer the same month, in order of preference.
    pub alternatives: Vec<Observation>,
    /// The rank among the states with a figure.
    pub rank: RankInterval,
}

impl Figure {
    /// Alternatives with another value than the charted one: conflicts, which stay visible.
    pub fn conflicts(&self) -> impl Iterator<Item = &Observation> {
        self.alternatives.iter().filter(|other| other.value != self.observation.value)
    }
}

/// The preferred one of the observations that answer the month, and the others in order of preference.
pub(super) fn pick<'a>(
    observations: impl Iterator<Item = &'a Observation>,
    month: Month,
) -> Option<(Observation, Vec<Observation>)> {
    let mut answers: Vec<&Observation> = observations.filter(|o| o.answers(month)).collect();
    sort_by(&mut answers, |a, b| a.prefer_in(b, month));
    let mut answers = answers.into_iter().cloned();
    answers.next().map(|first| (first, answers.collect()))
}
