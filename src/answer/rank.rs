//! Ranks of values that are intervals are intervals themselves; so are the questions who leads and who is last.

use super::Change;
use crate::data::Interval;

/// Fewest states with a figure among which ranks are given: among fewer a rank would say more than it knows.
pub const FEWEST_RANKED: usize = 5;

/// The best and the worst rank that a state may have, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RankInterval {
    /// 1 + number of states that are certainly higher.
    pub best: usize,
    /// 1 + number of states that may be higher.
    pub worst: usize,
    /// Number of states with a figure.
    pub of: usize,
}

impl RankInterval {
    /// Whether only one rank is possible.
    pub fn is_certain(self) -> bool {
        self.best == self.worst
    }
}

/// The rank interval of each interval among all of them. Equal amounts share a rank.
pub fn ranks(intervals: &[Interval]) -> Vec<RankInterval> {
    let others = |index: usize| intervals.iter().enumerate().filter(move |(other, _)| *other != index);
    intervals
        .iter()
        .enumerate()
        .map(|(index, own)| RankInterval {
            best: 1 + others(index).filter(|(_, other)| other.certainly_above(*own)).count(),
            worst: 1 + others(index).filter(|(_, other)| other.possibly_above(*own)).count(),
            of: intervals.len(),
        })
        .collect()
}

/// Those that certainly share the top: one that is certainly above all others, or several that are exact and equal. Empty
/// where intervals overlap, so that it is not known.
pub fn at_top(list: &[Change]) -> Vec<usize> {
    let is_below =
        |own: &Change| list.iter().any(|other| other.low.zip(own.high).is_some_and(|(low, high)| high < low));
    let top: Vec<(usize, &Change)> = list.iter().enumerate().filter(|(_, own)| !is_below(own)).collect();
    let is_certain = top.len() == 1 || top.iter().all(|(_, own)| own.low.is_some() && own.low == own.high);
    top.into_iter().filter(|_| is_certain).map(|(index, _)| index).collect()
}

/// Those that certainly share the bottom; see [`at_top`].
pub fn at_bottom(list: &[Change]) -> Vec<usize> {
    let mirrored = |own: &Change| Change { low: own.high.map(|high| -high), high: own.low.map(|low| -low) };
    at_top(&list.iter().map(mirrored).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An interval with a choice inside it.
    fn chosen() -> impl Strategy<Value = (Interval, u32)> {
        (0u32..300, 0u32..60, 0u32..400, any::<bool>()).prop_map(|(low, width, pick, open)| {
            let high = (!open).then_some(low + width);
            let choice = high.map_or(low + pick, |high| low + pick % (high - low + 1));
            (Interval::new(low, high).unwrap(), choice)
        })
    }

    #[test]
    fn ties_share_a_rank_and_open_ends_may_win() {
        let exact = |amount| Interval::new(amount, Some(amount)).unwrap();
        let tied = ranks(&[exact(290), exact(197), exact(197), exact(196)]);
        assert_eq!(tied.iter().map(|r| (r.best, r.worst)).collect::<Vec<_>>(), [(1, 1), (2, 2), (2, 2), (4, 4)]);
        let open = ranks(&[exact(246), Interval::new(201, None).unwrap()]);
        assert_eq!(open.iter().map(|r| (r.best, r.worst)).collect::<Vec<_>>(), [(1, 2), (1, 2)]);
        assert_eq!(ranks(&[]), []);
    }

    proptest! {
        /// Whatever the values are: who is said to lead does, and nobody who shares the top is left out.
        #[test]
        fn the_top_is_certain_and_whole(states in proptest::collection::vec(chosen(), 1..20)) {
            let ranges: Vec<Change> = states.iter().map(|(interval, _)| Change::from(*interval)).collect();
            let (top, bottom) = (at_top(&ranges), at_bottom(&ranges));
            let values: Vec<u32> = states.iter().map(|(_, value)| *value).collect();
            for (ends, extreme) in [(top, values.iter().max()), (bottom, values.iter().min())] {
                let sharing: Vec<usize> = (0..values.len()).filter(|index| values.get(*index) == extreme).collect();
                prop_assert!(ends.is_empty() || ends == sharing, "{:?} of {:?}", ends, states);
            }
        }

        #[test]
        fn exact_values_always_have_a_top(values in proptest::collection::vec(0i64..9, 1..20)) {
            let ranges: Vec<Change> = values.iter().map(|own| Change { low: Some(*own), high: Some(*own) }).collect();
            prop_assert!(!at_top(&ranges).is_empty() && !at_bottom(&ranges).is_empty());
        }

        #[test]
        fn every_choice_of_values_has_its_rank_inside(states in proptest::collection::vec(chosen(), 1..20)) {
            let intervals: Vec<Interval> = states.iter().map(|(interval, _)| *interval).collect();
            for (rank, (_, own)) in ranks(&intervals).into_iter().zip(&states) {
                let actual = 1 + states.iter().filter(|(_, other)| other > own).count();
                prop_assert!(rank.best <= actual && actual <= rank.worst, "{} not in {:?}", actual, rank);
            }
        }

        #[test]
        fn another_state_never_improves_a_best_rank(states in proptest::collection::vec(chosen(), 1..20), added in chosen()) {
            let mut intervals: Vec<Interval> = states.iter().map(|(interval, _)| *interval).collect();
            let before = ranks(&intervals);
            intervals.push(added.0);
            for (before, after) in before.iter().zip(ranks(&intervals)) {
                prop_assert!(after.best >= before.best && after.worst >= before.worst);
            }
        }
    }
}
