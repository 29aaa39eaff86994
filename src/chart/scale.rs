//! Ranges that plotters can be fed with, and their ticks. plotters hangs on infinite ranges and panics on reversed
//! ones; an [`Extent`] can hold neither.

use crate::data::{DateSpan, Month};
use std::ops::Range;

fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A range of whole numbers with `from` below `to`, at most two thousand million wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    from: i32,
    to: i32,
}

impl Extent {
    /// From zero to the first tick at or above `largest` (in steps), with the ticks: 1, 2 or 5 times a power of ten
    /// apart, at most `count` intervals.
    pub fn of_amounts(largest: u32, steps: u32, count: usize) -> (Self, Vec<i32>) {
        // Ticks are computed in whole units, so that percentages get 0, 10, 20.
        let steps = steps.clamp(1, 1_000);
        let units = largest.div_ceil(steps).clamp(1, 1_000_000_000 / steps);
        let fits = |step: &u32| units.div_ceil(*step) as usize <= count.max(2);
        let nice = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.pow(power)));
        let step = nice.into_iter().find(fits).unwrap_or(units);
        let top = units.div_ceil(step) * step;
        let ticks: Vec<i32> = (0..=top / step).map(|index| whole(index * step * steps)).collect();
        let (top, steps) = (whole(top), whole(steps));
        (Self { from: 0, to: top * steps }, ticks)
    }

    /// The half days of a date interval (since 1970-01-01), the end included: the middle of a day has a place too.
    pub fn of_half_days(span: DateSpan) -> Self {
        Self { from: 2 * span.from().days(), to: 2 * (span.to().days() + 1) }
    }

    /// The units of a picture from its upper edge to its lower one.
    pub fn of_height(height: u32) -> Self {
        Self { from: 0, to: whole(height.clamp(1, 1_000_000)) }
    }

    /// From a round step at or below `least` to one at or above `most`: an axis that does not begin at zero and says so.
    pub fn around(least: u32, most: u32, steps: u32) -> Self {
        let (zero_based, ticks) = Self::of_amounts(most.saturating_sub(least).max(1), steps, 4);
        let step = ticks.get(1).copied().unwrap_or(1).max(1);
        let from = whole(least.min(1_000_000_000)) / step * step;
        let to = (from + zero_based.to).max((whole(most.min(1_000_000_000)) + step - 1) / step * step);
        Self { from, to: to.max(from + 1) }
    }

    /// The lower end.
    pub fn from(self) -> i32 {
        self.from
    }

    /// The range for plotters.
    pub fn range(self) -> Range<i32> {
        self.from..self.to
    }

    /// The upper end.
    pub fn to(self) -> i32 {
        self.to
    }
}

/// The first months of an axis of whole years that stand `spacing` units apart or more on `width` units, with their
/// distance in months.
pub fn month_ticks(span: DateSpan, width: i32, spacing: i32) -> (i32, Vec<Month>) {
    let months = span.to().month().index() - span.from().month().index() + 1;
    let fits = |step: &i32| width * step / months.max(1) >= spacing;
    let step = [1, 2, 3, 6, 12, 24, 60, 120].into_iter().find(fits).unwrap_or(120);
    let first = span.from().month();
    (step, (0..=months / step).map(|index| first.plus(index * step)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Date;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_reach_the_largest() {
        let ticks = |largest, steps| Extent::of_amounts(largest, steps, 5);
        assert_eq!(ticks(290, 1).1, [0, 100, 200, 300]);
        assert_eq!(ticks(97, 1).1.last(), Some(&100));
        assert_eq!(Extent::of_amounts(290, 1, 4).1, [0, 100, 200, 300]);
        assert_eq!(ticks(450, 10).1, [0, 100, 200, 300, 400, 500]);
        assert_eq!(Extent::of_amounts(450, 10, 3).1, [0, 200, 400, 600]);
        assert_eq!(ticks(0, 1).1, [0, 1]);
    }

    #[test]
    fn months_thin_out() {
        let span = DateSpan::new(Date::parse("2021-01-01").unwrap(), Date::parse("2022-12-31").unwrap()).unwrap();
        assert_eq!(month_ticks(span, 700, 80).0, 3);
        assert_eq!(month_ticks(span, 250, 80).0, 12);
    }

    proptest! {
        #[test]
        fn any_amount_has_a_finite_ordered_range(largest: u32, steps in 0u32..20, count in 0usize..20) {
            let (extent, ticks) = Extent::of_amounts(largest, steps, count);
            prop_assert!(extent.from < extent.to);
            prop_assert!(ticks.len() <= 60 && ticks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(largest > 1_000_000_000 || i64::from(extent.to) >= i64::from(largest));
        }
    }
}
