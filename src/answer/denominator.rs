//! Of how many: the size of the catalogue at the time of a figure.

use crate::data::{Amount, Area, DateSpan, Known, Link, Measure, Observation};

/// The size of the catalogue that a count is a part of, and the observation that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denominator {
    /// The size.
    pub amount: Amount,
    /// Where it was read.
    pub observation: Link<Observation>,
    /// Whether it was published for the same month as the figure (otherwise it is the standing size of the catalogue).
    pub same_month: bool,
}

/// The denominator of a measure for figures dated `span`.
///
/// The size published for a date in the same months holds. Otherwise the standing catalogue does: its oldest published
/// size (of the service area, where one is asked for), as later sizes (580, 582, 579) are counts of one day and the
/// sources go on to quote 575. A size that was published only later than the figure is never used.
pub fn denominator(data: Known<'_>, measure: &Measure, area: Option<&Area>, span: DateSpan) -> Option<Denominator> {
    let catalogue = data.measure(&measure.denominator)?;
    let months = DateSpan::new(span.from().month().span().from(), span.to().month().span().to()).ok()?;
    let same_month =
        data.figures_in(catalogue, area).filter(|o| o.is_dated() && o.span.overlaps(months)).min_by(|a, b| a.prefer(b));
    let oldest = || {
        data.figures_in(catalogue, area).min_by_key(|o| o.span.twice_middle()).filter(|o| o.span.from() <= span.to())
    };
    let observation = same_month.or_else(oldest)?;
    Some(Denominator {
        amount: observation.value.amount(),
        same_month: same_month.is_some(),
        observation: observation.clone(),
    })
}
